"""OpenDocument packages made from XML, for the tests of their reader and for the samples in that format."""

from __future__ import annotations

import io
import zipfile

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for name, long in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip
_SPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'


def odt_package(body: str, automatic: str = "", styles: str = "", **parts: bytes) -> bytes:
    """Return an OpenDocument text with this XML as its text, its automatic and its named styles."""
    content = (
        f"<office:document-content {_SPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    named = f"<office:document-styles {_SPACES}><office:styles>{styles}</office:styles></office:document-styles>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        package.writestr("content.xml", content)
        package.writestr("styles.xml", named)
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()
