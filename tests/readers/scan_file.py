"""PDFs whose pages are pictures, made by drawing the pages of another PDF."""

from __future__ import annotations

import io
import zlib

import pypdfium2 as pdfium


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
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /XObject << /I %d 0 R >> >> >>" % (wide, high, len(objects), len(objects) - 1)
        )
        kids.append(len(objects))
    source.close()
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    made = _file(objects)
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


def _file(objects: list[bytes]) -> bytes:
    """Return the file of these objects."""
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, each))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()
