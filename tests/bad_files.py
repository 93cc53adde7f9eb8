"""Files that cannot be read, made on the spot: name, bytes and the error that each must give."""

import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import docx
from minutes_made import as_docx, as_pdf, saved
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

from graph.reading.documents.limits import BYTES, CHARACTERS, PAGES, PARTS

TEXT = "Anteckningar dialogmöte 3 maj 2022\n\n▪ Almi, Eva Öberg\no Vi lånar ut mer än i fjol.\n"
GOOD = TEXT.encode("utf-8")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
WORDS = "<w:p><w:r><w:t>Hej</w:t></w:r></w:p>"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@dataclass(frozen=True)
class Bad:
    """A file under its name, and the class of the error that says what is wrong with it."""

    name: str
    content: bytes
    error: str


def all_bad() -> list[Bad]:
    """Every kind of bad file, each once; the large ones are in `too_large`."""
    return [*texts(), *pdfs(), *word_files(), *pages(), *other_kinds()]


def texts() -> list[Bad]:
    garbage = random.Random(1).randbytes(5_000)  # noqa: S311  # the same garbage each time
    return [
        Bad("empty.txt", b"", "EmptyDocument"),
        Bad("blank.txt", b" \r\n\t \n\x0c\n" * 40, "EmptyDocument"),
        Bad("only-a-mark.txt", b"\xef\xbb\xbf", "EmptyDocument"),
        Bad("only-signs.txt", "— … ***\n".encode(), "EmptyDocument"),
        Bad("zeros.txt", bytes(4_000), "EmptyDocument"),
        Bad("zeros-in-text.txt", GOOD.replace(b"Almi", b"Al\x00mi"), "BinaryContent"),
        Bad("garbage.txt", garbage, "BinaryContent"),
        Bad("garbage", garbage, "BinaryContent"),
        Bad("control-signs.txt", b"abc \x01\x02\x03\x04 def \x05\x06" * 30, "BinaryContent"),
        Bad("half-a-letter.txt", TEXT.encode("utf-16")[:-1], "BinaryContent"),
        Bad("damaged-utf8.txt", GOOD.replace("Ö".encode(), b"\xc3"), "UnknownEncoding"),
        Bad("cut-utf8.txt", "Åsa frågar vad vi gör på ö".encode()[:-1], "UnknownEncoding"),
    ]


def pdfs() -> list[Bad]:
    whole = as_pdf(TEXT)
    return [
        Bad("empty.pdf", b"", "EmptyDocument"),
        Bad("cut.pdf", whole[: len(whole) // 2], "BrokenDocument"),
        Bad("head-only.pdf", b"%PDF-1.7\n", "BrokenDocument"),
        Bad("no-pages.pdf", NO_PAGES, "BrokenDocument"),
        Bad("garbage.pdf", random.Random(2).randbytes(3_000), "BrokenDocument"),  # noqa: S311
        Bad("locked.pdf", drawn(encrypt=StandardEncryption("secret")), "EncryptedDocument"),
        Bad("pictures.pdf", drawn(), "ImagesOnly"),
        Bad("pages.pdf", drawn(pages=PAGES + 1), "TooManyPages"),
    ]


NO_PAGES = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj
xref
0 3
0000000000 65535 f\x20
0000000009 00000 n\x20
0000000056 00000 n\x20
trailer <</Size 3 /Root 1 0 R>>
startxref
106
%%EOF
"""


def drawn(*, pages: int = 1, encrypt: StandardEncryption | None = None) -> bytes:
    """A PDF with a box and no letter on each page."""
    out = BytesIO()
    page = canvas.Canvas(out, encrypt=encrypt, invariant=True)
    for _ in range(pages):
        page.rect(100, 100, 200, 200, fill=1)
        page.showPage()
    page.save()
    return out.getvalue()


def word_files() -> list[Bad]:
    whole = as_docx(TEXT)
    part = "word/document.xml"
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 9))
    bomb = f'<!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]>'
    outside = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    xml = f"<w:document {W}><w:body>{WORDS}</w:body></w:document>"
    deep = "<w:sdt><w:sdtContent>" * 105 + WORDS + "</w:sdtContent></w:sdt>" * 105
    deeper = "<w:sdt><w:sdtContent>" * 5_000 + WORDS + "</w:sdtContent></w:sdt>" * 5_000
    macros = repacked(
        whole, {"[Content_Types].xml": ("wordprocessingml.document.main", "wordprocessingml.macro")}
    )
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 0xFF
    return [
        Bad("empty.docx", b"", "EmptyDocument"),
        Bad("cut.docx", whole[: len(whole) // 2], "BrokenDocument"),
        Bad("damaged.docx", bytes(flipped), "BrokenDocument"),
        Bad("garbage.docx", random.Random(3).randbytes(3_000), "BrokenDocument"),  # noqa: S311
        Bad("locked.docx", OLE + "EncryptedPackage".encode("utf-16-le") + bytes(500), "EncryptedDocument"),
        Bad("no-words.docx", saved(docx.Document()), "EmptyDocument"),
        Bad("no-document.docx", without(whole, part), "BrokenDocument"),
        Bad("no-xml.docx", with_part(whole, part, b"<w:document"), "BrokenDocument"),
        Bad("no-body.docx", with_part(whole, part, f"<w:document {W}/>".encode()), "BrokenDocument"),
        Bad("laughs.docx", with_part(whole, part, (bomb + xml).encode()), "ForbiddenEntities"),
        Bad("outside.docx", with_part(whole, part, (outside + xml).encode()), "ForbiddenEntities"),
        Bad(
            "outside-utf16.docx",
            with_part(whole, part, (outside + xml).encode("utf-16")),
            "ForbiddenEntities",
        ),
        Bad(
            "bomb.docx",
            with_part(whole, part, xml.replace("Hej", " " * 20_000_000).encode()),
            "UnpacksTooLarge",
        ),
        Bad("parts.docx", with_many_parts(whole), "UnpacksTooLarge"),
        Bad("deep.docx", with_part(whole, part, xml.replace(WORDS, deep).encode()), "NestedTooDeep"),
        Bad("deeper.docx", with_part(whole, part, xml.replace(WORDS, deeper).encode()), "BrokenDocument"),
        Bad("macros.docm", macros, "UnreadKind"),
    ]


def repacked(package: bytes, changes: dict[str, tuple[str, str]]) -> bytes:
    """A package with words replaced in some of its parts."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        for part, (old, new) in changes.items():
            package = with_part(package, part, archive.read(part).replace(old.encode(), new.encode()))
    return package


def with_part(package: bytes, part: str, content: bytes) -> bytes:
    """A package with one part in place of its own of that name."""
    return _written(package, lambda name, old: content if name == part else old)


def without(package: bytes, part: str) -> bytes:
    """A package without one of its parts."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in archive.namelist():
            if name != part:
                new.writestr(name, archive.read(name))
    return out.getvalue()


def with_many_parts(package: bytes) -> bytes:
    """A package with more parts than any document has."""
    out = BytesIO(package)
    with zipfile.ZipFile(out, "a") as archive:
        for number in range(PARTS):
            archive.writestr(f"word/p{number}", b"")
    return out.getvalue()


def _written(package: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in archive.namelist():
            new.writestr(name, change(name, archive.read(name)))
    return out.getvalue()


def pages() -> list[Bad]:
    return [
        Bad("empty.html", b"", "EmptyDocument"),
        Bad("scripts.html", b"<html><body><script>var a = 'text'</script></body></html>", "EmptyDocument"),
        Bad("deep.html", b"<html><body>" + b"<div>" * 100_000 + b"x", "NestedTooDeep"),
    ]


def other_kinds() -> list[Bad]:
    picture = BytesIO()
    Image.new("RGB", (4, 4)).save(picture, "PNG")
    png = picture.getvalue()
    jpeg = BytesIO()
    Image.new("RGB", (4, 4)).save(jpeg, "JPEG")
    legacy = OLE + "WordDocument".encode("utf-16-le") + bytes(500)
    rtf = b"{\\rtf1\\ansi Hej}"
    odt = zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})
    sheet = zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>"})
    slides = zipped({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<x/>"})
    bundle = zipped({"a.txt": GOOD})
    return [
        Bad("old.doc", legacy, "UnreadKind"),
        Bad("old-as.docx", legacy, "MislabelledFile"),
        Bad("note.rtf", rtf, "UnreadKind"),
        Bad("note-as.txt", rtf, "MislabelledFile"),
        Bad("note.odt", odt, "UnreadKind"),
        Bad("note-as.docx", odt, "MislabelledFile"),
        Bad("table.xlsx", sheet, "UnreadKind"),
        Bad("table-as.docx", sheet, "MislabelledFile"),
        Bad("slides.pptx", slides, "UnreadKind"),
        Bad("bundle.zip", bundle, "UnreadKind"),
        Bad("bundle-as.docx", bundle, "MislabelledFile"),
        Bad("picture.png", png, "UnreadKind"),
        Bad("picture-as.pdf", png, "MislabelledFile"),
        Bad("scan.jpg", jpeg.getvalue(), "UnreadKind"),
        Bad("packed-as.txt", b"\x1f\x8b\x08\x00" + bytes(40), "MislabelledFile"),
        Bad("figures.csv", b"a;b\n1;2\n", "UnreadKind"),
        Bad("data.json", b'{"a": 1}', "UnreadKind"),
    ]


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip archive; its first part is stored as it is, as OpenDocument wants."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def too_large() -> list[Bad]:
    """Files beyond the limits of size."""
    return [
        Bad("bytes.txt", b"a" * (BYTES + 1), "FileTooLarge"),
        Bad("letters.txt", b"a b " * (CHARACTERS // 4) + b"c", "TextTooLong"),
    ]
