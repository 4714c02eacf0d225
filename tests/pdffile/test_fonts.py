"""Codes of a PDF font as the letters that they stand for."""

from __future__ import annotations

import pytest

from reporting.pdffile.fonts import Font
from reporting.pdffile.objects import File
from reporting.pdffile.syntax import Object, Reader, Ref


def font(written: bytes, cmap: bytes | None = None) -> Font:
    file = File(b"")
    if cmap is not None:
        file.add(Object(9, 0, {}, raw=cmap))
    return Font(file, Reader(written).value())


@pytest.mark.parametrize(
    ("written", "string", "text"),
    [
        (b"<</Subtype/Type1>>", b"abc\xe9", "abcé"),
        (b"<</Subtype/Type1>>", b"a\x1fb c", "ab c"),
        (b"<</Subtype/Type1/Encoding/WinAnsiEncoding>>", b"\x93a\x94", "“a”"),
        (b"<</Subtype/Type1/Encoding/MacRomanEncoding>>", b"\xd2a\xd3", "“a”"),
        (b"<</Subtype/Type1/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[97/b 99/d/e]>>>>", b"acd\x93", "bde“"),
        (b"<</Subtype/Type1/Encoding<</Differences[/afii10017 1/fi]>>>>", b"\x00\x01a", "Аﬁa"),
        (b"<</Subtype/Type0>>", b"\x04\x11\x04\x38", "Би"),
        (b"<</Subtype/Type0/Encoding/WinAnsiEncoding>>", b"\x00\x93", "\x93"),
        (b"<</Subtype/Type0>>", b"\xd8\x00\x00a", "a"),
        (b"<</Subtype/Type0>>", b"\xd7\xff", "\ud7ff"),
    ],
)
def test_a_string_shows_what_its_encoding_says(written: bytes, string: bytes, text: str) -> None:
    assert font(written).text(string) == text


ONE, TWO = b"<</Subtype/Type1/ToUnicode 9 0 R>>", b"<</Subtype/Type0/ToUnicode 9 0 R>>"


@pytest.mark.parametrize(
    ("written", "cmap", "string", "text"),
    [
        (ONE, b"2 beginbfchar <01> <0041> <02> <00660069> endbfchar", b"\x01\x02", "Afi"),
        (ONE, b"beginbfchar <01> <0041> <02> endbfchar", b"\x01", "A"),
        (TWO, b"beginbfrange <0041> <0041> <0062> <0042> <0042> endbfrange", b"\0A", "b"),
        (TWO, b"beginbfrange <0041> <0041> <0062> <0043> <0043> <0064> endbfrange", b"\0A\0C", "bd"),
        (ONE, b"beginbfchar <01> 5 <02> <0042> endbfchar", b"\x02", "B"),
        (TWO, b"beginbfchar <0001> <0041> endbfchar", b"\x00\x01", "A"),
        (TWO, b"beginbfrange <0003> <0005> <0061> endbfrange", b"\0\3\0\4\0\5\0\x42", "abcB"),
        (TWO, b"beginbfrange <0003> <0004> <00780061> endbfrange", b"\0\3\0\4", "xaxb"),
        (TWO, b"beginbfrange <0003> <0005> [<0061> <0078> 4] endbfrange", b"\0\3\0\4\0\5", "ax\x05"[:2]),
        (TWO, b"beginbfrange <0041> <0043> [<0061>] endbfrange", b"\0\x41\0\x42", "aB"),
        (TWO, b"beginbfrange 3 <0004> <0061> <0041> <0041> <0062> endbfrange", b"\0\x41", "b"),
        (TWO, b"beginbfrange <0041> 4 <0061> <0041> <0041> <0062> endbfrange", b"\0\x41", "b"),
        (TWO, b"beginbfrange <0041> <0042> 7 endbfrange", b"\0\x41", "A"),
        (TWO, b"begincodespacerange <00> <ff> endcodespacerange beginbfchar <41> <0062> endbfchar", b"AC", "bC"),
        (
            ONE,
            b"begincodespacerange <0000> <ffff> endcodespacerange beginbfchar <0041> <0062> endbfchar",
            b"\0A\0C",
            "bC",
        ),
        (
            TWO,
            b"begincodespacerange <00> <80> <8100> <ffff> endcodespacerange beginbfchar <8141> <0062> endbfchar",
            b"\x81A",
            "b",
        ),
        (
            ONE,
            b"begincodespacerange <00> <80> <8100> <ffff> endcodespacerange beginbfchar <41> <0062> endbfchar",
            b"AA",
            "bb",
        ),
    ],
)
def test_a_table_of_letters_is_believed(written: bytes, cmap: bytes, string: bytes, text: str) -> None:
    assert font(written, cmap).text(string) == text


def test_a_table_comes_before_the_encoding_of_its_font() -> None:
    made = font(b"<</Subtype/Type1/Encoding/WinAnsiEncoding/ToUnicode 9 0 R>>", b"beginbfchar <93> <0041> endbfchar")
    assert made.text(b"\x93\x94") == "A”"


def test_a_range_ends_with_unicode_and_after_65536_codes() -> None:
    assert (
        font(TWO, b"beginbfrange <0001> <0003> <dbffdffe> endbfrange").text(b"\0\1\0\2\0\3")
        == "\U0010fffe\U0010ffff\U0010ffff"
    )
    assert len(font(TWO, b"beginbfrange <000000> <ffffff> <0041> endbfrange").letters) == 65536


def test_what_is_no_font_shows_latin_letters() -> None:
    assert Font(File(b""), None).text(b"caf\xe9") == Font(File(b""), Ref(3)).text(b"caf\xe9") == "café"
