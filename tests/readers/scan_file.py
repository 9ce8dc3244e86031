"""PDFs whose pages are pictures, made by drawing the pages of another PDF."""

from __future__ import annotations

import io
import sys
import zlib
from pathlib import Path

import pypdfium2 as pdfium

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "pages"))

from pdf_file import file_of, stream_of


def scanned(data: bytes, *, dots: int = 200, keep: tuple[int, ...] = ()) -> bytes:
    """Return a PDF whose pages show those of another as grey pictures of so many dots an inch.

    Pages whose numbers are in ``keep`` stay as they are.
    """
    source = pdfium.PdfDocument(data)
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for page in source:
        wide, high = page.get_size()
        bitmap = page.render(scale=dots / 72, grayscale=True)
        rows = bytes(bitmap.buffer)
        grey = b"".join(rows[row * bitmap.stride : row * bitmap.stride + bitmap.width] for row in range(bitmap.height))
        packed = zlib.compress(grey)
        objects.append(
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 "
            b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
            % (bitmap.width, bitmap.height, len(packed), packed)
        )
        shown = b"q %d 0 0 %d 0 0 cm /I Do Q" % (wide, high)
        objects.append(stream_of(shown))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /XObject << /I %d 0 R >> >> >>" % (wide, high, len(objects), len(objects) - 1)
        )
        kids.append(len(objects))
    source.close()
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    made = file_of(objects)
    if not keep:
        return made
    mixed, original, pictures = pdfium.PdfDocument.new(), pdfium.PdfDocument(data), pdfium.PdfDocument(made)
    for number in range(1, len(kids) + 1):
        mixed.import_pages(original if number in keep else pictures, [number - 1])
    out = io.BytesIO()
    mixed.save(out)
    for each in (mixed, original, pictures):
        each.close()
    return out.getvalue()
