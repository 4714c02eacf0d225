"""What each reader takes out of bytes and texts: the pieces one by one, with their channel and their place."""

from __future__ import annotations

import base64
import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Iterable

import pytest

from reporting.pdffile.filters import inflated
from reporting.release.opening import packed
from reporting.release.opening.codings import texts_in, undone, ungzipped
from reporting.release.opening.markup import Token, entities, text_of_xml, tokens
from reporting.release.opening.packed import Member, members
from reporting.release.opening.pdf import pieces_of_pdf
from reporting.release.opening.pictures import is_picture, pieces_of_picture, profile_text
from reporting.release.opening.pieces import Closed, Piece
from reporting.release.opening.plain import pieces_of_text
from reporting.release.opening.web import css_plain, pieces_of_html
from reporting.release.opening.word import font_names, pieces_of_xml, pieces_of_zip, unmasked
from reporting.release.scanner import sweep
from reporting.release.scanner.sweep import Hit, Sweep, opened

SAID = "The sides met again"
LATIN, WORDS = SAID.encode(), "Стороны встретились снова"


def told(pieces: Iterable[object]) -> list[tuple[str, str, str | bytes]]:
    return [(each.channel, each.where, each.content) for each in pieces if isinstance(each, Piece)]


def said(pieces: Iterable[object], channel: str) -> list[str | bytes]:
    return [each.content for each in pieces if isinstance(each, Piece) and each.channel == channel]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain words of no coding at all", []),
        ("a%20b", [("percent", "", "a b")]),
        ("100% of 5", []),
        ("a&amp;b &#x41; &#66;", [("entities", "", "a&b A B")]),
        (r"\u0041\x42\U00000043\104 \q", [("json-escapes", "", r"ABCD \q")]),
        (r"\UFFFFFFFF", [("json-escapes", "", "\U0010ffff")]),
        ("caf=E9 a=\nb", [("quoted-printable", "", b"caf\xe9 ab")]),
        ("2 + 2 = 4, a=b", []),
        ("+AEwAaQBt-!", [("utf-7", "", "Lim!")]),
        ("è +AEwAaQBt-", []),
    ],
)
def test_letters_that_are_written_by_number_are_undone(text: str, found: list[tuple[str, str, str]]) -> None:
    assert told(undone(text)) == found


@pytest.mark.parametrize("ahead", ["", "x", "xy", "xyz"])
@pytest.mark.parametrize(
    "plain",
    [LATIN, b"%PDF-1.7 and more of it", WORDS.encode(), WORDS.encode("utf-16-le"), b"PK\x03\x04\0\0\0\0\0\0\0\0"],
)
def test_base_64_is_undone_wherever_its_groups_of_four_begin(ahead: str, plain: bytes) -> None:
    found = said(undone(f". {ahead}{base64.b64encode(plain).decode()} ."), "base64")
    assert plain in [each.rstrip(b"\0") if plain[:2] == b"PK" else each for each in map(bytes_of, found)] or any(
        bytes_of(each).startswith(plain[:-3]) for each in found
    )


def bytes_of(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


def test_base_64_may_be_folded_stripped_of_its_end_and_in_the_alphabet_of_addresses() -> None:
    plain = "Стороны ???>>>~~~ снова".encode()
    safe = base64.urlsafe_b64encode(plain).decode().rstrip("=")
    assert {"-", "_"} & set(safe)
    assert plain in said(undone(f"see {safe}"), "base64")
    lines = base64.encodebytes(LATIN * 5).decode()
    assert LATIN * 5 in said(undone(lines), "base64")
    assert told(undone("see " + base64.b64encode(LATIN).decode()))[0][1] == "letter 4"


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        (base64.b32encode(LATIN).decode(), "base32"),
        (LATIN.hex(), "hexadecimal"),
        (f"a{LATIN.hex()}", "hexadecimal"),
        (LATIN.hex(" "), "hexadecimal"),
        (LATIN.hex(":").upper(), "hexadecimal"),
    ],
)
def test_base_32_and_hexadecimal_digits_are_undone(text: str, channel: str) -> None:
    found = [each for each in told(undone(f"> {text}")) if each[0] == channel]
    assert [where for _, where, _ in found] == ["letter 2"]
    assert LATIN[:15] in bytes_of(found[0][2])


def test_base_32_that_is_none_is_left() -> None:
    assert said(undone("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), "base32") == []


def test_what_chance_makes_of_letters_is_no_text() -> None:
    for plain in (bytes(range(128, 160)) * 2, b"\x01\x02\x03\x04\x05\x06\x07\x08\x0b" * 3):
        assert said(undone(plain.hex()), "hexadecimal") == []


def test_a_text_of_more_than_four_million_letters_is_decoded_in_stretches_that_overlap() -> None:
    for blanks in (0, (4 << 20) - 20, 8 << 20):
        text = f"{' ' * blanks}{'%41' * 20}{' ' * (1 << 20)}"
        assert any("A" * 20 in content for _, _, content in told(undone(text)))


@pytest.mark.parametrize(
    ("encoding", "channel"),
    [
        ("utf-8", "utf-8"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32-le", "utf-32-le"),
        ("utf-32-be", "utf-32-be"),
        ("cp1251", "cp1251"),
        ("koi8-r", "koi8-r"),
    ],
)
@pytest.mark.parametrize("words", [WORDS, "سيعرض الوفد بهدوء"])
def test_texts_in_raw_bytes_are_read_in_every_way_to_write_letters(encoding: str, channel: str, words: str) -> None:
    if encoding in ("cp1251", "koi8-r") and words != WORDS:
        return
    data = b"\x01\x02\x03\x01" + words.encode(encoding) + b"\x01\x02\x03\x01"
    [(_, where, text)] = [each for each in told(texts_in(data)) if each[0] == channel and words in each[2]]
    assert where == f"byte {data.index(words.encode(encoding))}"
    assert text == words


def test_plain_letters_are_no_text_in_raw_bytes_of_their_own() -> None:
    assert told(texts_in(b"Only ASCII stands here, and a lot of it.")) == []


def test_gzip_is_undone_as_far_as_it_can_be() -> None:
    assert ungzipped(gzip.compress(LATIN)) == LATIN
    assert ungzipped(b"\x1f\x8b nothing of the kind") == b""
    assert told(opened(gzip.compress(LATIN)))[0] == ("gzip", "", LATIN)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("one line", [("text", "", "one line")]),
        ("> > a\n> b", [("text", "", "> > a\n> b"), ("text-quoted", "", "a\nb"), ("text-margins", "", "> > a\n> b")]),
        ("| a |\n12. b", [("text", "", "| a |\n12. b"), ("text-margins", "", " a \n b")]),
        ("a\u00adb\u200bc", [("text", "", "a\u00adb\u200bc"), ("text-invisible", "", "abc"), ("text-tags", "", "")]),
        (
            "x\U000e0041\U000e007e\U000e0020\U000e007f",
            [
                ("text", "", "x\U000e0041\U000e007e\U000e0020\U000e007f"),
                ("text-invisible", "", "x"),
                ("text-tags", "", "A~ "),
            ],
        ),
    ],
)
def test_what_folds_a_text_is_undone(text: str, found: list[tuple[str, str, str]]) -> None:
    assert told(pieces_of_text(text)) == found


@pytest.mark.parametrize(
    ("written", "token"),
    [
        ("<a x='1' y=\"&amp;\" z=3>", Token("open", "a", (("x", "1"), ("y", "&"), ("z", "3")))),
        ("<a/>", Token("open", "a", (), is_empty=True)),
        ("<a b=''/>", Token("open", "a", (("b", ""),), is_empty=True)),
        ("</w:p>", Token("close", "w:p")),
        ("a &lt; b", Token("text", "a < b")),
        ("<", Token("text", "<")),
        ("<![CDATA[a <b>]]>", Token("cdata", "a <b>")),
        ("<!-- said -->", Token("comment", " said ")),
        ("<?pi said?>", Token("instruction", "pi said")),
        ("<!DOCTYPE a [<!ENTITY b 'c>'>]>", Token("declaration", "DOCTYPE a [<!ENTITY b 'c>'>]")),
    ],
)
def test_marked_up_text_is_taken_to_pieces(written: str, token: Token) -> None:
    assert list(tokens(written)) == [token]


def test_declared_entities_are_read() -> None:
    assert list(entities("<!ENTITY a \"x &amp; y\"> <!ENTITY % b 'z'> <!ENTITY c SYSTEM 'd'>")) == ["x & y", "z"]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<a>é</a>".encode("utf-16"), "<a>é</a>"),
        ("<a>é</a>".encode("utf-16-le"), "<a>é</a>"),
        ("<a>é</a>".encode("utf-16-be"), "<a>é</a>"),
        ("<a>é</a>".encode(), "<a>é</a>"),
        (
            '<?xml version="1.0" encoding="koi8-r"?><a>Б</a>'.encode("koi8-r"),
            '<?xml version="1.0" encoding="koi8-r"?><a>Б</a>',
        ),
        (b'<?xml encoding="none"?><a/>', '<?xml encoding="none"?><a/>'),
        (b"\xef\xbb\xbf<?xml encoding='latin-1'?>\xe9", "ï»¿<?xml encoding='latin-1'?>é"),
    ],
)
def test_xml_is_decoded_as_it_says(data: bytes, text: str) -> None:
    assert text_of_xml(data) == text


@pytest.mark.parametrize(
    ("html", "channel", "found"),
    [
        ("<p>a<b>b</b>c</p><p>d</p>", "html-text", [" abc  d "]),
        ("a<br>b<wbr>c<img>d", "html-text", ["a bc d"]),
        ("<p>a<br/>b", "html-text", [" a b"]),
        ("<title>T</title><p>x", "html-title", ["T"]),
        ("<style>a\\62 c</style>", "html-style", ["a\\62 c"]),
        ("<style>a\\62 c</style>", "html-css-escape", ["abc"]),
        ("<template>a<b>b</b></template>c", "html-template", ["ab"]),
        ("<svg><title>s</title>t</svg>u", "html-svg", ["st"]),
        ("<TITLE>T</TITLE>u", "html-title", ["T"]),
        ("<title>T<br>u</title>v", "html-title", ["Tu"]),
        ("<title>T</p>u</title>v", "html-title", ["Tu"]),
        ("<title><b>T</title>u", "html-title", ["T"]),
        ("<!-- c --><![CDATA[d]]>", "html-comment", [" c "]),
        ("<![CDATA[d]]>", "html-text", ["d"]),
        ("<script>var a</script>b", "html-script", ["var a"]),
        ("<script>var a</script>b", "html-text", ["b"]),
        ('<script type="application/ld+json">{}</script>', "html-json-ld", ["{}"]),
        ("<SCRIPT>var a</SCRIPT>", "html-script", ["var a"]),
        ('<a href="h" title="t" data-x="d" odd="o" Alt="a">', "html-link", ["h"]),
        ('<a href="h" title="t" data-x="d" odd="o" Alt="a">', "html-title-attribute", ["t"]),
        ('<a href="h" title="t" data-x="d" odd="o" Alt="a">', "html-data-attribute", ["d"]),
        ('<a href="h" title="t" data-x="d" odd="o" Alt="a">', "html-attribute", ["o"]),
        ('<a href="h" title="t" data-x="d" odd="o" Alt="a">', "html-alternative", ["a"]),
        ("<p style='x:\\41 '>", "html-css-escape", ["x:A"]),
        ("<p style='x:\\41 '>", "html-style", ["x:\\41 "]),
        ("<img src='data:text/plain,a%20b'>", "html-data-url", [b"a b"]),
        ("<img src='data:text/plain;base64,YWI='>", "html-data-url", [b"ab"]),
        ("<img src='data:;base64,a'>", "html-data-url", [b"a"]),
    ],
)
def test_a_page_is_taken_to_pieces(html: str, channel: str, found: list[str | bytes]) -> None:
    assert said(pieces_of_html(html), channel) == found


def test_places_in_a_page_are_named() -> None:
    pieces = told(pieces_of_html("<p id='x'>data:,ab</p>"))
    assert ("html-id", "<p id>", "x") in pieces
    assert ("html-data-url", "letter 10", b"ab") in pieces
    assert css_plain(r"\110000 x\6f") == "\U0010ffffxo"


PDF = b"""%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R/Names[(where)]/Lang(\xe9en)>> endobj
2 0 obj <</Kids[3 0 R]>> endobj
3 0 obj <</Type/Page/Contents 4 0 R/Annots[<</Contents(noted)/T(who)/Type/Annot>>]>> endobj
4 0 obj <<>>stream
(words) Tj
endstream endobj
5 0 obj <</Title(told)/Odd(own)/Author(who wrote)>> endobj
6 0 obj <</Title(alone)>> endobj
6 0 obj (replaced) endobj
7 0 obj <</Title(first)/Parent 1 0 R>> endobj
8 0 obj <</Type/OCG/Name(layer)>> endobj
9 0 obj <</S/D/P(page )>> endobj
10 0 obj <</BaseFont/Fenwick/URI(address)/V[(one)(two)]>> endobj
% said on the way
trailer <</Root 1 0 R/Info 5 0 R/ID[(id)]>>
%%EOF
"""


@pytest.mark.parametrize(
    ("channel", "found"),
    [
        ("pdf-info", [("object 5 /Title", "told"), ("object 5 /Author", "who wrote")]),
        ("pdf-custom-info", [("object 5 /Odd", "own")]),
        ("pdf-annotation", [("object 3 /Contents", "noted")]),
        ("pdf-annotation-author", [("object 3 /T", "who")]),
        ("pdf-outline", [("object 7 /Title", "first")]),
        ("pdf-layer", [("object 8 /Name", "layer")]),
        ("pdf-page-label", [("object 9 /P", "page ")]),
        ("pdf-font-name", [("object 10 /BaseFont", "Fenwick")]),
        ("pdf-link", [("object 10 /URI", "address")]),
        ("pdf-form-field", [("object 10 /V", "one"), ("object 10 /V", "two")]),
        ("pdf-destination", [("object 1 /Names", "where")]),
        ("pdf-page-text", [("page 1", "words")]),
        ("pdf-joined-pages", [("all pages", "words")]),
        ("pdf-comment", [(f"byte {PDF.index(b'% said') - 1}", "% said on the way")]),
        ("pdf-trailer", [("trailer 1", "id")]),
        ("pdf-stream", [("object 4 (stream)", b"(words) Tj\n")]),
        ("pdf-after-end", []),
        ("pdf-before-header", []),
    ],
)
def test_a_pdf_is_taken_to_pieces(channel: str, found: list[tuple[str, str | bytes]]) -> None:
    assert [(where, content) for each, where, content in told(pieces_of_pdf(PDF)) if each == channel] == found


def test_what_no_trailer_leads_to_and_what_was_replaced_is_told_of_as_well() -> None:
    pieces = told(pieces_of_pdf(PDF))
    assert ("pdf-orphan", "object 6", "replaced") in pieces
    assert not [each for each in pieces if each[0] == "pdf-orphan" and each[1].startswith(("object 1 ", "object 4"))]
    updated = told(pieces_of_pdf(PDF + b"1 0 obj <</Lang(newer)/Pages 2 0 R>> endobj"))
    assert ("pdf-earlier-version", "object 1 /Names", "where") in updated
    assert ("pdf-earlier-version", "object 1", "newer") not in updated


def test_strings_of_other_letters_are_told_as_text_and_as_bytes() -> None:
    pieces = told(pieces_of_pdf(PDF))
    assert ("pdf-string", "object 1", "éen") in pieces
    assert ("pdf-string", "object 1", b"\xe9en") in pieces
    assert ("pdf-string", "object 5", "told") in pieces
    assert ("pdf-string", "object 5", b"told") not in pieces


def test_a_picture_in_a_pdf_that_is_packed_without_saying_so_is_unpacked() -> None:
    packed = zlib.compress(LATIN)
    head = b"%%PDF-1.7\n1 0 obj <</Filter/DCTDecode/Subtype/Image/Length %d>>stream\n" % len(packed)
    written = head + packed + b"\nendstream"
    assert said(pieces_of_pdf(written), "pdf-unnamed-filter") == [LATIN]
    assert said(pieces_of_pdf(written), "pdf-picture") == [packed]


def test_an_encrypted_pdf_is_closed() -> None:
    closed = list(pieces_of_pdf(PDF.replace(b"/Info 5 0 R", b"/Encrypt 5 0 R")))
    assert closed == [Closed("the whole file", "is encrypted")]


def test_words_before_and_after_a_pdf_are_read() -> None:
    assert said(pieces_of_pdf(b"before" + PDF + b"after"), "pdf-before-header") == [b"before"]
    assert said(pieces_of_pdf(b"before" + PDF + b"after"), "pdf-after-end") == [b"after"]


def zipped(**files: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def test_the_members_of_an_archive_and_what_stands_around_them() -> None:
    data = bytearray(zipped(a=b"one", b=b"two"))
    assert [each for each in members(bytes(data)) if isinstance(each, Member)] == [
        Member("a", b"one"),
        Member("b", b"two"),
    ]
    assert told(members(bytes(data))) == [("zip-member-name", "a", "a"), ("zip-member-name", "b", "b")]
    assert said(members(b"before" + bytes(data)), "zip-before-start") == [b"before"]
    assert said(members(bytes(data) + b"after"), "zip-after-end") == [b"after"]
    data[-2:] = b"\x04\0"
    assert said(members(bytes(data) + b"said"), "zip-comment") == [b"said"]
    assert said(members(bytes(data) + b"said"), "zip-after-end") == []


def test_comments_and_extra_fields_of_members_are_read() -> None:
    info = zipfile.ZipInfo("a")
    info.comment, info.extra = b"said", struct.pack("<HH4s", 0x7777, 4, b"more")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(info, b"one")
    pieces = told(members(data.getvalue()))
    assert ("zip-member-comment", "a", b"said") in pieces
    # Of the directory, and of the header in front of the member.
    assert pieces.count(("zip-extra-field", "a", info.extra)) == 2


@pytest.mark.parametrize(
    ("method", "flags"), [(zipfile.ZIP_DEFLATED, 0), (zipfile.ZIP_STORED, 0), (zipfile.ZIP_STORED, 8)]
)
def test_a_member_that_the_directory_does_not_name_is_read(method: int, flags: int) -> None:
    deflate = zlib.compressobj(wbits=-15)
    body = deflate.compress(LATIN) + deflate.flush() if method else LATIN
    head = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 20, flags, method, 0, 0, 0, len(body), len(LATIN), 4, 0)
    found = said(members(head + b"hide" + body + zipped(a=b"one")), "zip-unlisted-member")
    assert found[1] == "hide"
    if flags:
        assert bytes_of(found[0]).startswith(LATIN)
        assert len(found[0]) > len(LATIN)
    else:
        assert found[0] == LATIN


def test_members_that_cannot_be_read_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped(a=b"one" * 50)
    sealed = bytearray(data)
    sealed[data.index(b"PK\x01\x02") + 8] |= 1
    assert Closed("a", "is encrypted") in list(members(bytes(sealed)))
    torn = bytearray(data)
    torn[35] ^= 255
    assert Closed("a", "cannot be unpacked") in list(members(bytes(torn)))
    monkeypatch.setattr(packed, "LARGEST", 149)
    assert [each.reason for each in members(data) if isinstance(each, Closed)] == ["unpacks to more than 0 MiB"]
    monkeypatch.setattr(packed, "LARGEST", 150)
    assert Member("a", b"one" * 50) in list(members(data))
    monkeypatch.setattr(packed, "_MOST", 1)
    many = list(members(zipped(a=b"1", b=b"2")))
    assert Closed("the whole file", "has more than 1 members") in many
    assert [each.name for each in many if isinstance(each, Member)] == ["a"]
    assert not any(isinstance(each, Closed) for each in members(zipped(a=b"1")))


W = '<?xml version="1.0"?><w:document>{}</w:document>'


@pytest.mark.parametrize(
    ("xml", "channel", "found"),
    [
        ("<w:p><w:r><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r></w:p>", "word-text", ["ab"]),
        ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p><w:p><w:t>c</w:t></w:p>", "word-text", ["a b c"]),
        ("<w:ins><w:t>a</w:t></w:ins><w:t>b</w:t>", "word-inserted", ["a"]),
        ("<w:del><w:delText>a</w:delText></w:del>", "word-deleted", ["aa"]),
        ("<w:instrText>a</w:instrText><w:t>b</w:t>", "word-field", ["a"]),
        ("<w:r><w:vanish/><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>", "word-hidden", ["a"]),
        ("<w:sdt><w:sdt><w:t>a</w:t></w:sdt></w:sdt>", "word-content-control", ["a"]),
        ("<w:sdt><w:t>a</w:sdt><w:t>b</w:t>", "word-content-control", ["a"]),
        ("<w:tag w:val='a'/><w:other w:val='b'/>", "word-content-control", ["a"]),
        ("<w:tag w:val='a'/><w:other w:val='b'/>", "xml-attribute", ["a", "b"]),
        ("<x author='a' w:author='b'/>", "word-author", ["a", "b"]),
        ("<!--a--><?b?>", "xml-comment", ["a"]),
        ("<!--a--><?b?>", "xml-instruction", ["b"]),
        ("<!DOCTYPE x [<!ENTITY e 'a'>]>", "xml-entity", ["a"]),
    ],
)
def test_a_part_of_a_word_file_is_taken_to_pieces(xml: str, channel: str, found: list[str]) -> None:
    assert said(pieces_of_xml(xml, "word/document.xml"), channel) == found


def test_the_words_of_a_part_go_by_its_name_as_well() -> None:
    pieces = told(pieces_of_xml("<w:t>a</w:t>", "word/footnotes.xml"))
    assert pieces == [
        ("xml-text", "word/footnotes.xml", "a"),
        ("word-footnote", "word/footnotes.xml", "a"),
        ("word-text", "word/footnotes.xml", "a"),
    ]


@pytest.mark.parametrize(
    ("name", "channel"),
    [
        ("word/embeddings/a.bin", "word-embedded"),
        ("docProps/Thumbnail.jpeg", "word-thumbnail"),
        ("word/media/a.png", "word-picture"),
        ("word/afchunk1.dat", "word-chunk"),
        ("word/a.mht", "word-chunk"),
        ("word/document.xml", "zip-member"),
    ],
)
def test_members_of_a_word_file_go_by_their_names(name: str, channel: str) -> None:
    assert said(pieces_of_zip(zipped(**{name: b"12345678"})), channel) == [b"12345678"]


def test_xml_is_known_by_its_name_or_by_how_it_begins() -> None:
    for name, data in (
        ("a.rels", b"<x>a</x>"),
        ("a.bin", b"<?xml?><x>a</x>"),
        ("b.bin", "<?xml?><x>a</x>".encode("utf-16")),
    ):
        assert "a" in said(pieces_of_zip(zipped(**{name: data})), "xml-text")
    assert said(pieces_of_zip(zipped(**{"a.bin": b"<x>a</x>"})), "xml-text") == []


def name_table(words: bytes) -> bytes:
    """A font that has nothing but names; they stand behind a table of another kind."""
    head = b"OTTO" + struct.pack(">HHHH", 2, 0, 0, 0)
    rows = struct.pack(">4sIII", b"cmap", 0, 44, 0) + struct.pack(">4sIII", b"name", 0, 44, len(words))
    return head + rows + words + b"not a name"


def test_the_names_of_a_font_are_read_in_both_ways_to_write_them() -> None:
    assert font_names(name_table(b"Plain")).startswith("Plain ")
    assert "Wide" in font_names(name_table("Wide".encode("utf-16-be")))
    assert "Wide" in font_names(name_table(b"\1" + "Wide".encode("utf-16-be")))
    assert "not a name" not in font_names(name_table(b"Plain"))
    assert font_names(b"OTTO" + b"\0" * 200) == ""


def test_a_masked_font_is_unmasked_with_its_key() -> None:
    key = "{00112233-4455-6677-8899-AABBCCDDEEFF}"
    font = name_table(b"Plain" * 9)
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1]
    masked = bytes(byte ^ mask[at % 16] for at, byte in enumerate(font[:32])) + font[32:]
    assert unmasked(masked, key.strip("{}")) == font
    data = zipped(**{"word/fonts/a.odttf": masked, "word/fontTable.xml": f'<w:f w:fontKey="{key}"/>'.encode()})
    assert any("PlainPlain" in str(each) for each in said(pieces_of_zip(data), "word-font"))


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"".join(struct.pack(">I", len(data)) + kind + data + b"crc!" for kind, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize(
    ("picture", "found"),
    [
        (png((b"IHDR", b"x"), (b"tEXt", b"Key\0a"), (b"IEND", b"")), [("png-text", "Key", "Key\0a")]),
        (png((b"zTXt", b"Key\0\0" + zlib.compress(b"a" * 9))), [("png-packed-text", "Key", "a" * 9)]),
        (png((b"iTXt", b"Key\0\0\0en\0Sch\0\xc3\xa9")), [("png-international-text", "Key", "é")]),
        (png((b"iTXt", b"Key\0\1\0en\0Sch\0" + zlib.compress(b"\xc3\xa9"))), [("png-international-text", "Key", "é")]),
        (png((b"eXIf", b"a")), [("png-exif", "eXIf", b"a")]),
        (png((b"iCCP", b"Key\0\0" + zlib.compress(b"a"))), [("png-icc", "Key", "Key"), ("png-icc", "Key", "a ")]),
        (png((b"abCd", b"a"), (b"IDAT", b"b"), (b"PLTE", b"c")), [("png-other", "abCd", b"a")]),
        (png((b"IEND", b"")) + b"after", [("png-after-end", "after IEND", b"after")]),
        (
            png((b"IEND", b""), (b"tEXt", b"Key\0a")),
            [("png-after-end", "after IEND", b"\0\0\0\5tEXtKey\0acrc!")],
        ),
        (b"\xff\xd8\xff\xfe\0\3a\xff\xda\0\2\xff\xd9", [("jpeg-comment", "comment", b"a")]),
        (b"\xff\xd8\xff\xe1\0\x09Exif\0\0a\xff\xda\0\2\xff\xd9", [("jpeg-exif", "segment at 2", b"Exif\0\0a")]),
        (
            b"\xff\xd8\xff\xef\0\3a\xff\xe0\0\3b\xff\xf0\0\3c",
            [("jpeg-other", "segment at 2", b"a"), ("jpeg-other", "segment at 7", b"b")],
        ),
        (b"\xff\xd8\xff\xda\0\2\xff\xfe\0\3a\xff\xd9after", [("jpeg-after-end", "after the end", b"after")]),
        (
            b"GIF89a\x21\xfe\2ab\1c\0\x21\xff\1d\0",
            [("gif-comment", "byte 6", b"abc"), ("gif-comment", "byte 14", b"d")],
        ),
        (
            b"RIFF\0\0\0\0WEBPVP8 \3\0\0\0abc\0EXIF\1\0\0\0a\0XMP \1\0\0\0b",
            [("webp-metadata", "EXIF", b"a"), ("webp-metadata", "XMP ", b"b")],
        ),
        (b"II*\0\xe9", [("tiff-tags", "whole picture", "II*\0é")]),
    ],
)
def test_a_picture_says_more_than_it_shows(picture: bytes, found: list[tuple[str, str, str | bytes]]) -> None:
    assert is_picture(picture)
    assert told(pieces_of_picture(picture)) == found


def test_words_of_a_profile_are_read_in_one_byte_and_in_two() -> None:
    assert profile_text(b"plain" + "wide".encode("utf-16-be")).endswith(" wide")
    assert not is_picture(b"RIFF\0\0\0\0WAVE")


@pytest.mark.parametrize(
    ("data", "first"),
    [
        (b"%PDF-1.7\n1 0 obj (a) endobj", "pdf-string"),
        (b"x" * 1019 + b"%PDF-1.7\n1 0 obj (a) endobj", "pdf-before-header"),
        (zipped(a=b"x"), "zip-member-name"),
        (b"any bytes at all" + zipped(a=b"x"), "zip-before-start"),
        (png((b"tEXt", b"a\0b")), "png-text"),
        (b"\0" * 36 + b"acsp", "icc"),
        (name_table(b"Plain"), "font-names"),
        (b"\0\1\0\0" + b"\0" * 30, "font-names"),
        (b"\xff\xfeh\0i\0", "text"),
        (b"\xef\xbb\xbfhi", "text"),
        (b"hi \xe9", "bytes"),
        (b"hi\0", "bytes"),
        ("<a>hi</a>".encode("utf-16-le"), "xml-text"),
        (b"  <a>hi</a>", "xml-text"),
        (b" <!-- x --> <!DOCTYPE HTML><p>", "html-comment"),
        (b"<body>hi", "html-text"),
    ],
)
def test_bytes_are_opened_by_what_they_are(data: bytes, first: str) -> None:
    assert next(iter(told(opened(data))))[0] == first


def test_of_other_bytes_the_runs_of_letters_are_read() -> None:
    assert said(opened(b"\0\1just fifteen ch\0\1and sixteen here\0"), "bytes") == ["and sixteen here"]
    assert said(opened(b"\0" * 4096 + b"x"), "text") == []
    assert said(opened(b"x" * 4096 + b"\0"), "text") != []


def looking_for(word: str) -> Sweep:
    return Sweep(lambda plain, text: frozenset({7} if word in text else ()))


def test_what_is_found_is_told_with_the_way_down_to_it() -> None:
    swept = looking_for("secret").file("a.zip", zipped(**{"b.txt": b"<p>a secret thing</p>"}))
    assert Hit(7, ("zip-member", "text"), "b.txt") in swept.hits
    assert Hit(7, ("zip-member", "xml-text"), "b.txt") in swept.hits
    assert swept.closed == ()
    assert looking_for("secret").file("secret.txt", b"").hits == (Hit(7, ("file-name",), "secret.txt"),)


def test_files_in_files_are_opened_eight_deep_and_then_told_of() -> None:
    data = b"a secret thing is said"
    for _ in range(7):
        data = zipped(x=data)
    assert looking_for("secret").file("a.zip", data).closed == ()
    assert [hit for hit in looking_for("secret").file("a.zip", data).hits if hit.channels.count("zip-member") == 7]
    data = zipped(x=zipped(x=data))
    deep = looking_for("secret").file("a.zip", data)
    assert deep.hits == ()
    assert deep.closed == (Closed(" > ".join("x" * 8), "lies more than 8 files deep"),)


def test_a_content_met_twice_is_looked_at_once_and_found_in_both_places() -> None:
    swept = looking_for("secret").file("a.zip", zipped(x=b"a secret thing", y=b"a secret thing"))
    assert {hit.where for hit in swept.hits if "zip-member" in hit.channels} == {"x", "y"}


def test_what_is_shorter_than_eight_letters_is_not_searched() -> None:
    assert looking_for("secret").file("a.txt", b"secret.").hits == ()
    assert looking_for("secret").file("a.txt", b"secret..").hits != ()


def test_bytes_that_were_packed_twice_are_unpacked_twice() -> None:
    assert inflated(inflated(zlib.compress(zlib.compress(LATIN)))) == LATIN
    assert sweep.DEEPEST == 8
