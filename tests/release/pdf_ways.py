"""Ways of words into a PDF: real papers with something added, by a library or byte by byte."""

from __future__ import annotations

import base64
import io
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.release.picture_ways import icc, jpeg_exif, png_text
from tests.release.samples import ARABIC, CYRILLIC, Way, clean

Edit = Callable[[Pdf, str], None]


def _edited(edit: Edit, **named: Any) -> Callable[[str], bytes]:
    """The clean paper with something changed by pikepdf."""

    def make(words: str) -> bytes:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(clean("pdf"))) as pdf:
            edit(pdf, words)
            pdf.save(out, deterministic_id=True, **named)
        return out.getvalue()

    return make


def _root(key: str, value: Callable[[str], Any]) -> Callable[[str], bytes]:
    """A key of the document's catalogue."""

    def edit(pdf: Pdf, words: str) -> None:
        pdf.Root[key] = pdf.make_indirect(value(words))

    return _edited(edit)


def _appended(text: Callable[[str], bytes]) -> Callable[[str], bytes]:
    """The clean paper with an update after its end."""
    return lambda words: clean("pdf") + text(words) + b"\n%%EOF\n"


def _stream(filters: str, pack: Callable[[bytes], bytes], settings: str = "") -> Callable[[str], bytes]:
    """The clean paper with one more stream, packed by hand."""

    def make(words: str) -> bytes:
        data = pack(b"Notes. " + words.encode() + b" Ends.")
        head = f"\n900 0 obj\n<</Length {len(data)} {filters} {settings}>>\nstream\n".encode()
        return clean("pdf") + head + data + b"\nendstream\nendobj\n%%EOF\n"

    return make


def _literal(words: str) -> bytes:
    return b"(" + words.encode("latin-1") + b")"


def _info(key: str) -> Callable[[str], bytes]:
    def edit(pdf: Pdf, words: str) -> None:
        pdf.docinfo[key] = words

    return _edited(edit)


def _xmp(pdf: Pdf, words: str) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as data:
        data["dc:source"] = words


def _outline(pdf: Pdf, words: str) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(words, 0))


def _annotation(**fields: Callable[[str], Any]) -> Edit:
    def edit(pdf: Pdf, words: str) -> None:
        made = {key: value(words) for key, value in fields.items()}
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 10, 10], **made)
        page = pdf.pages[0]
        page.Annots = Array([*page.get("/Annots", []), pdf.make_indirect(note)])

    return edit


def _field(**fields: Callable[[str], Any]) -> Edit:
    def edit(pdf: Pdf, words: str) -> None:
        made = pdf.make_indirect(Dictionary(FT=Name.Tx, **{key: value(words) for key, value in fields.items()}))
        pdf.Root.AcroForm = Dictionary(Fields=Array([made]))

    return edit


def _element(key: str) -> Edit:
    def edit(pdf: Pdf, words: str) -> None:
        tree = pdf.Root.StructTreeRoot
        new = Dictionary(Type=Name.StructElem, S=Name.Span, P=tree)
        new[f"/{key}"] = String(words)
        pdf.Root.Extra = pdf.make_indirect(new)

    return edit


def _attached(name: str, data: Callable[[str], bytes], about: Callable[[str], str] = lambda words: "") -> Edit:
    def edit(pdf: Pdf, words: str) -> None:
        spec = pikepdf.AttachedFileSpec(pdf, data(words), filename=name, description=about(words))
        pdf.attachments[name] = spec

    return edit


def _content(draw: Callable[[str], bytes], font: Callable[[Pdf], Any] | None = None, pages: int = 1) -> Edit:
    """More on the first page, in a font of its own; what `draw` gives is split over pages at form feeds."""

    def edit(pdf: Pdf, words: str) -> None:
        made = pdf.make_indirect(
            font(pdf)
            if font
            else Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        )
        for index, part in enumerate(draw(words).split(b"\f")):
            if index >= len(pdf.pages):
                pdf.add_blank_page()
            page = pdf.pages[index]
            page.add_resource(made, Name.Font, Name.Zz)
            page.contents_add(pdf.make_stream(b"BT /Zz 9 Tf " + part + b" ET"))

    return edit


def _kerned(words: str) -> bytes:
    return b"[" + b" ".join(_literal(each) + b" -20" for each in words) + b"] TJ"


def _spaced(words: str) -> bytes:
    return b" ".join(_literal(each) + b" Tj 12 0 Td" for each in words if each != " ")


def _hyphenated(words: str) -> bytes:
    half = words.index("fisheries") + 5
    return _literal(words[:half] + "-") + b" Tj 0 -12 Td " + _literal(words[half:]) + b" Tj"


def _over_pages(words: str) -> bytes:
    half = words.index("fisheries") - 15
    return _literal(words[:half]) + b" Tj\f" + _literal(words[half:]) + b" Tj"


def _over_heads(words: str) -> bytes:
    half = words.index("fisheries") - 15
    head = b" Tj ET /Artifact BMC BT /Zz 9 Tf (Running head of the page) Tj ET EMC BT /Zz 9 Tf "
    return _literal(words[:half]) + head + _literal(words[half:]) + b" Tj"


def _coded(letters: str) -> tuple[dict[str, int], bytes]:
    """Codes that mean nothing by themselves, and the table that says what they mean."""
    codes = {letter: 0x2000 + index * 7 for index, letter in enumerate(dict.fromkeys(letters))}
    rows = b"\n".join(
        b"<%04x> <%s>" % (code, letter.encode("utf-16-be").hex().encode()) for letter, code in codes.items()
    )
    table = b"1 begincodespacerange <0000> <ffff> endcodespacerange\n%d beginbfchar\n%s\nendbfchar" % (len(codes), rows)
    return codes, table


def _through_table(words: str) -> bytes:
    def font(pdf: Pdf) -> Any:
        return Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Odd, ToUnicode=pdf.make_stream(_coded(words)[1])
        )  # fmt: skip

    codes = _coded(words)[0]
    shown = "".join(f"{codes[letter]:04x}" for letter in words)
    return _edited(_content(lambda _: f"<{shown}> Tj".encode(), font))(words)


def _ranges(words: str) -> bytes:
    def font(pdf: Pdf) -> Any:
        table = b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <40> <bf> <0020> endbfrange"
        return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Odd, ToUnicode=pdf.make_stream(table))

    shown = "".join(f"{ord(letter) + 0x20:02x}" for letter in words)
    return _edited(_content(lambda _: f"<{shown}> Tj".encode(), font))(words)


def _differences(words: str) -> bytes:
    letters = list(dict.fromkeys(words))
    names = [Name("/space") if each == " " else Name(f"/{each}") for each in letters]

    def font(pdf: Pdf) -> Any:
        encoding = Dictionary(Type=Name.Encoding, Differences=Array([1, *names]))
        return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Odd, Encoding=encoding)

    shown = "".join(f"{letters.index(letter) + 1:02x}" for letter in words)
    return _edited(_content(lambda _: f"<{shown}> Tj".encode(), font))(words)


def _right_to_left(words: str) -> bytes:
    codes, table = _coded(words)

    def font(pdf: Pdf) -> Any:
        return Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Odd, ToUnicode=pdf.make_stream(table))

    shown = "".join(f"{codes[letter]:04x}" for letter in reversed(words))
    return _edited(_content(lambda _: f"<{shown}> Tj".encode(), font))(words)


def _form(pdf: Pdf, words: str) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    form = pdf.make_stream(b"BT /F 9 Tf " + _kerned(words) + b" ET", Type=Name.XObject, Subtype=Name.Form)
    form.Resources = Dictionary(Font=Dictionary(F=font))
    pdf.pages[0].add_resource(form, Name.XObject, Name.Zf)
    pdf.pages[0].contents_add(pdf.make_stream(b"/Zf Do"))


def _looks(pdf: Pdf, words: str) -> None:
    form = pdf.make_stream(b"BT " + _kerned(words) + b" ET", Type=Name.XObject, Subtype=Name.Form)
    _annotation(AP=lambda _: Dictionary(N=form))(pdf, words)


def _marked(pdf: Pdf, words: str) -> None:
    pdf.pages[0].contents_add(pdf.make_stream(b"/Span <</ActualText " + _literal(words) + b">> BDC EMC"))


def _picture(data: Callable[[str], bytes], **named: Any) -> Edit:
    def edit(pdf: Pdf, words: str) -> None:
        made = pdf.make_stream(data(words), Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, **named)
        pdf.pages[0].add_resource(made, Name.XObject, Name.Zi)

    return edit


def _profile(pdf: Pdf, words: str) -> None:
    pdf.Root.OutputIntents = Array([Dictionary(S=Name.GTS_PDFA1, DestOutputProfile=pdf.make_stream(icc(words), N=3))])


def _replaced(words: str) -> bytes:
    first = b"\n950 0 obj\n<</Extra " + _literal(words) + b">>\nendobj\n"
    root = clean("pdf").rindex(b"/Root")
    number = clean("pdf")[root + 5 :].split()[0]
    second = b"\n950 0 obj\n<</Extra (nothing)>>\nendobj\n%s 0 obj\n<</Type/Catalog/X 950 0 R>>\nendobj\n" % number
    return clean("pdf") + first + b"%%EOF\n" + second + b"%%EOF\n"


def _rows(data: bytes) -> bytes:
    width = 16
    data = data.ljust(-(-len(data) // width) * width)
    out, above = bytearray(), bytes(width)
    for at in range(0, len(data), width):
        row = data[at : at + width]
        out += b"\x02" + bytes((each - up) & 255 for each, up in zip(row, above, strict=True))
        above = row
    return zlib.compress(bytes(out))


def _lzw(data: bytes) -> bytes:
    """LZW in nine-bit codes alone: a clear code before the table grows."""
    codes = [code for at in range(0, len(data), 200) for code in (256, *data[at : at + 200])] + [257]
    bits = "".join(f"{code:09b}" for code in codes)
    return int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")


def _runs(data: bytes) -> bytes:
    return (
        b"".join(bytes([len(part) - 1]) + part for part in (data[at : at + 100] for at in range(0, len(data), 100)))
        + b"\x80"
    )


def _zip(words: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("notes.txt", words)
    return out.getvalue()


def _word(words: str) -> bytes:
    from tests.release.word_ways import body  # noqa: PLC0415 - each of both plants in the other

    return body(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")


_TEXT: Callable[[str], Any] = String


def _pattern(pdf: Pdf, words: str) -> None:
    tile = pdf.make_stream(b"BT /Zz 9 Tf " + _kerned(words) + b" ET")
    tile.Type, tile.PatternType = Name.Pattern, 1
    pdf.Root.Extra = pdf.make_indirect(tile)


def _drawn_letter(pdf: Pdf, words: str) -> None:
    drawing = pdf.make_stream(b"9 0 d0 BT /Zz 9 Tf " + _kerned(words) + b" ET")
    font = Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs=Dictionary(a=pdf.make_indirect(drawing)))
    pdf.Root.Extra = pdf.make_indirect(font)


WAYS = (
    Way("before the header", "pdf-before-header", "a.pdf", lambda words: words.encode() + b"\n" + clean("pdf")),
    Way("after the end", "pdf-after-end", "a.pdf", lambda words: clean("pdf") + words.encode()),
    Way("a comment between objects", "pdf-comment", "a.pdf", _appended(lambda words: b"\n%" + words.encode() + b"\n")),
    Way("a string", "pdf-string", "a.pdf", _root("/PieceInfo", lambda words: Dictionary(Private=String(words)))),
    Way("a string with escapes", "pdf-string", "a.pdf", _appended(lambda words: b"\n900 0 obj\n<</A (" + b"".join(b"\\%03o" % ord(each) for each in words) + b")>>\nendobj")),
    Way("a string over two lines", "pdf-string", "a.pdf", _appended(lambda words: b"\n900 0 obj\n(" + words.replace(" ", " \\\n").encode() + b")\nendobj")),
    Way("a string in hexadecimal digits", "pdf-hex-string", "a.pdf", _appended(lambda words: b"\n900 0 obj\n<</A <" + words.encode().hex().upper().encode() + b">>>\nendobj")),
    Way("a string in UTF-16", "pdf-utf-16-string", "a.pdf", _root("/Extra", lambda words: Dictionary(A=String(words + "“"))), CYRILLIC),
    Way("a string in UTF-16, low byte first", "pdf-utf-16-string", "a.pdf", _appended(lambda words: b"\n900 0 obj\n<" + (b"\xff\xfe" + words.encode("utf-16-le")).hex().encode() + b">\nendobj")),
    Way("a string in UTF-8", "pdf-utf-8-string", "a.pdf", _appended(lambda words: b"\n900 0 obj\n(\xef\xbb\xbf" + words.encode() + b")\nendobj"), CYRILLIC),
    Way("a string with the no-break spaces of Latin-1", "pdf-string", "a.pdf", _appended(lambda words: b"\n900 0 obj\n(" + words.encode().replace(b" ", b"\xa0") + b")\nendobj")),
    Way("a string with ligatures of PDFDocEncoding", "pdf-string", "a.pdf", _appended(lambda words: b"\n900 0 obj\n(" + words.encode().replace(b"fi", b"\x93") + b")\nendobj")),
    Way("a name", "pdf-name", "a.pdf", _root("/Extra", lambda words: Name("/" + words))),
    Way("a name with escapes", "pdf-name", "a.pdf", _appended(lambda words: b"\n900 0 obj\n/" + b"".join(b"#%02x" % ord(each) for each in words) + b"\nendobj")),
    Way("a key", "pdf-name", "a.pdf", _root("/Extra", lambda words: Dictionary({"/" + words: 1}))),
    Way("a string of the trailer", "pdf-trailer", "a.pdf", _appended(lambda words: b"\ntrailer\n<</ID [" + _literal(words) + b"]>>")),
    Way("an object that nothing leads to", "pdf-orphan", "a.pdf", _appended(lambda words: b"\n900 0 obj\n" + _literal(words) + b"\nendobj")),
    Way("an object that an update replaced", "pdf-earlier-version", "a.pdf", _replaced),
    Way("an object of an object stream", "pdf-object-stream", "a.pdf", _edited(lambda pdf, words: pdf.Root.__setitem__("/Extra", pdf.make_indirect(Dictionary(A=String(words)))), object_stream_mode=pikepdf.ObjectStreamMode.generate)),
    Way("a stream without filter", "pdf-stream", "a.pdf", _stream("", lambda data: data)),
    Way("a deflated stream", "pdf-flate", "a.pdf", _stream("/Filter /FlateDecode", zlib.compress)),
    Way("a deflated stream that is cut off", "pdf-flate", "a.pdf", _stream("/Filter /FlateDecode", lambda data: zlib.compress(data + bytes(range(256)) * 8, 0)[:-300])),
    Way("a stream packed by LZW", "pdf-lzw", "a.pdf", _stream("/Filter /LZWDecode", _lzw)),
    Way("a stream in base 85", "pdf-ascii85", "a.pdf", _stream("/Filter /ASCII85Decode", lambda data: base64.a85encode(data) + b"~>")),
    Way("a stream in hexadecimal digits", "pdf-ascii-hex", "a.pdf", _stream("/Filter /AHx", lambda data: data.hex().encode() + b">")),
    Way("a stream packed by run lengths", "pdf-run-length", "a.pdf", _stream("/Filter /RunLengthDecode", _runs)),
    Way("a stream with two filters", "pdf-filter-chain", "a.pdf", _stream("/Filter [/ASCIIHexDecode /FlateDecode]", lambda data: zlib.compress(data).hex().encode() + b">")),
    Way("a stream whose rows are differences", "pdf-predictor", "a.pdf", _stream("/Filter /FlateDecode", _rows, "/DecodeParms <</Predictor 12 /Columns 16>>")),
    Way("a stream that is deflated and does not say so", "pdf-unnamed-filter", "a.pdf", _stream("", zlib.compress)),
    Way("the title", "pdf-info", "a.pdf", _info("/Title")),
    Way("the keywords", "pdf-info", "a.pdf", _info("/Keywords")),
    Way("a property of one's own", "pdf-custom-info", "a.pdf", _info("/Handling")),
    Way("the metadata", "pdf-xmp", "a.pdf", _edited(_xmp)),
    Way("a bookmark", "pdf-outline", "a.pdf", _edited(_outline)),
    Way("an annotation", "pdf-annotation", "a.pdf", _edited(_annotation(Contents=_TEXT))),
    Way("the author of an annotation", "pdf-annotation-author", "a.pdf", _edited(_annotation(T=_TEXT))),
    Way("rich text of an annotation", "pdf-rich-text", "a.pdf", _edited(_annotation(RC=lambda words: String(f"<body><p>{words}</p></body>")))),
    Way("a link", "pdf-link", "a.pdf", _edited(_annotation(A=lambda words: Dictionary(S=Name.URI, URI=String("https://example.org/?q=" + words.replace(" ", "%20")))))),
    Way("the value of a field", "pdf-form-field", "a.pdf", _edited(_field(V=_TEXT))),
    Way("the help of a field", "pdf-form-field", "a.pdf", _edited(_field(TU=_TEXT))),
    Way("the choices of a field", "pdf-form-field", "a.pdf", _edited(_field(Opt=lambda words: Array([String("no"), String(words)])))),
    Way("a script", "pdf-javascript", "a.pdf", _root("/OpenAction", lambda words: Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{words}')")))),
    Way("the words that stand for a picture", "pdf-alternative", "a.pdf", _edited(_element("Alt"))),
    Way("replacement text", "pdf-actual-text", "a.pdf", _edited(_element("ActualText"))),
    Way("the long form of an abbreviation", "pdf-expansion", "a.pdf", _edited(_element("E"))),
    Way("the title of a structure element", "pdf-structure", "a.pdf", _edited(_element("T"))),
    Way("a page label", "pdf-page-label", "a.pdf", _root("/PageLabels", lambda words: Dictionary(Nums=Array([0, Dictionary(P=String(words))])))),
    Way("a named place", "pdf-destination", "a.pdf", _root("/Names", lambda words: Dictionary(Dests=Dictionary(Names=Array([String(words), 0]))))),
    Way("a layer", "pdf-layer", "a.pdf", _root("/OCProperties", lambda words: Dictionary(OCGs=Array([Dictionary(Type=Name.OCG, Name=String(words))])))),
    Way("the name of a font", "pdf-font-name", "a.pdf", _root("/Extra", lambda words: Dictionary(Type=Name.Font, BaseFont=Name("/" + words.replace(" ", ""))))),
    Way("what the colours are for", "pdf-output-intent", "a.pdf", _root("/OutputIntents", lambda words: Array([Dictionary(OutputConditionIdentifier=String(words))]))),
    Way("the reason of a signature", "pdf-signature", "a.pdf", _root("/Extra", lambda words: Dictionary(Type=Name.Sig, Reason=String(words)))),
    Way("an attached text", "pdf-attachment", "a.pdf", _edited(_attached("notes.txt", str.encode))),
    Way("an attached archive", "pdf-attachment", "a.pdf", _edited(_attached("notes.zip", _zip))),
    Way("an attached Word file", "word-text", "a.pdf", _edited(_attached("notes.docx", _word))),
    Way("an attached PDF with a bookmark", "pdf-outline", "a.pdf", _edited(_attached("notes.pdf", _edited(_outline)))),
    Way("the name of an attached file", "pdf-attachment-name", "a.pdf", lambda words: _edited(_attached(f"{words}.txt", lambda _: b"nothing"))(words)),
    Way("the description of an attached file", "pdf-attachment-name", "a.pdf", _edited(_attached("notes.txt", lambda _: b"nothing", lambda words: words))),
    Way("a colour profile", "pdf-icc", "a.pdf", _edited(_profile)),
    Way("what a camera noted", "pdf-picture", "a.pdf", _edited(_picture(jpeg_exif, Filter=Name.DCTDecode))),
    Way("a picture with a text", "pdf-picture", "a.pdf", _edited(_picture(png_text))),
    Way("the words of a page", "pdf-page-text", "a.pdf", _edited(_content(lambda words: _literal(words) + b" Tj"))),
    Way("kerned words", "pdf-page-text", "a.pdf", _edited(_content(_kerned))),
    Way("letters placed one by one", "pdf-page-text", "a.pdf", _edited(_content(_spaced))),
    Way("a word broken at the end of a line", "pdf-page-text", "a.pdf", _edited(_content(_hyphenated))),
    Way("words that are invisible", "pdf-page-text", "a.pdf", _edited(_content(lambda words: b"3 Tr " + _kerned(words)))),
    Way("words off the page", "pdf-page-text", "a.pdf", _edited(_content(lambda words: b"-900 -900 Td " + _kerned(words)))),
    Way("codes that only the font's table explains", "pdf-page-text", "a.pdf", _through_table),
    Way("codes that a range of the table explains", "pdf-page-text", "a.pdf", _ranges),
    Way("codes that glyph names explain", "pdf-page-text", "a.pdf", _differences),
    Way("ligatures", "pdf-page-text", "a.pdf", lambda words: _through_table(words.replace("fi", "ﬁ"))),
    Way("a word over the end of a page", "pdf-joined-pages", "a.pdf", _edited(_content(_over_pages))),
    Way("a word around a running head", "pdf-joined-body", "a.pdf", _edited(_content(_over_heads))),
    Way("words from right to left", "pdf-right-to-left", "a.pdf", _right_to_left, ARABIC),
    Way("a form drawn on the page", "pdf-form-text", "a.pdf", _edited(_form)),
    Way("the look of an annotation", "pdf-form-text", "a.pdf", _edited(_looks)),
    Way("a pattern", "pdf-form-text", "a.pdf", _edited(_pattern)),
    Way("words inside the drawing of a letter", "pdf-form-text", "a.pdf", _edited(_drawn_letter)),
    Way("properties of marked content", "pdf-marked-content", "a.pdf", _edited(_marked)),
)  # fmt: skip
