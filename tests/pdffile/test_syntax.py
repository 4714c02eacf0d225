"""Bytes as the values of PDF that they spell."""

from __future__ import annotations

from typing import Any

import pytest

from reporting.pdffile.syntax import Hex, Keyword, Name, Reader, Ref, text_of


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (b"/Name", Name("Name")),
        (b"/A#42#20c", Name("AB c")),
        (b"/caf#E9", Name("café")),
        (b"/caf#C3#A9", Name("café")),
        (b"/", Name("")),
        (b"12", 12.0),
        (b"-.5", -0.5),
        (b"+3.", 3.0),
        (b"12 0 R", Ref(12)),
        (b"<4c 69\n6D>", Hex(b"Lim")),
        (b"<4c6>", Hex(b"L`")),
        (b"(plain)", b"plain"),
        (b"(a (nested (twice)) one)", b"a (nested (twice)) one"),
        (rb"(a \) and \( and \\)", rb"a ) and ( and \ "[:-1]),
        (rb"(\n\r\t\b\f\q)", b"\n\r\t\b\fq"),
        (rb"(\101\60\7x\0053)", b"A0\x07x\x053"),
        (rb"(\777)", b"\xff"),
        (b"(a\\\nb\\\r\nc\\\rd)", b"abcd"),
        (b"(never closed", b"never closed"),
        (b"true", Keyword(b"true")),
        (b"% a comment\n7", 7.0),
        (b"\0\t\n\f\r 7", 7.0),
        (b"[1 /A (b) [2]]", [1.0, Name("A"), b"b", [2.0]]),
        (b"[1 % two\n 3]", [1.0, 3.0]),
        (b"<</A 1/B<</C(d)>>>>", {"A": 1.0, "B": {"C": b"d"}}),
        (b"<</A 1 2 3>>", {"A": 1.0, "": 3.0}),
        (b"<</A 1 /B>>", {"A": 1.0}),
        (b"] >> 5", 5.0),
        (b"", None),
        (b"  % nothing but a comment", None),
        (b"[1 2", [1.0, 2.0]),
        (b"12 0 Rx", 12.0),
        (b"1x", Keyword(b"1x")),
    ],
)
def test_a_value_is_read_as_it_is_written(written: bytes, value: Any) -> None:
    found = Reader(written).value()
    assert (found, type(found)) == (value, type(value))


def test_values_are_read_until_nothing_is_left() -> None:
    assert list(Reader(b"1 0 0 rg (x) Tj % end").values()) == [1.0, 0.0, 0.0, Keyword(b"rg"), b"x", Keyword(b"Tj")]


def test_a_reader_keeps_to_its_part() -> None:
    assert list(Reader(b"1 2 3 4", 2, 5).values()) == [2.0, 3.0]
    assert Reader(b"9 (abc)", 2, 5).value() == b"ab"
    assert Reader(b"12", 0, 0).value() is None


def test_a_string_leaves_the_reader_behind_its_bracket() -> None:
    reader = Reader(b"((a)b)7")
    assert (reader.value(), reader.at, reader.value()) == (b"(a)b", 6, 7.0)


def test_brackets_without_end_are_read_without_end_of_the_stack() -> None:
    for opened in (b"[", b"<<"):
        assert Reader(opened * 5000).value() is not None
    deep = Reader(b"[" * 150 + b"7" + b"]" * 150).value()
    for _ in range(149):
        [deep] = deep
    assert deep == [7.0]


@pytest.mark.parametrize(
    ("string", "text"),
    [
        (b"plain", "plain"),
        (b"\xfe\xff\x04\x11\x04\x38", "Би"),
        (b"\xff\xfe\x11\x04\x38\x04", "Би"),
        (b"\xfe\xff\x04\x11\x04", "Б"),
        (b"\xef\xbb\xbf\xd0\x91", "Б"),
        (b"caf\xe9", "café"),
        (b"\x80\x84\x8d\x9e", "•—“ž"),
        (b"\xa7\x9f", "§\x9f"),
    ],
)
def test_a_text_string_is_read_by_its_first_bytes(string: bytes, text: str) -> None:
    assert text_of(string) == text


TABLE_D2 = """
030 ˘  031 ˇ  032 ˆ  033 ˙  034 ˝  035 ˛  036 ˚  037 ˜
200 •  201 †  202 ‡  203 …  204 —  205 –  206 ƒ  207 ⁄
210 ‹  211 ›  212 −  213 ‰  214 „  215 “  216 ”  217 ‘
220 ’  221 ‚  222 ™  223 ﬁ  224 ﬂ  225 Ł  226 Œ  227 Š
230 Ÿ  231 Ž  232 ı  233 ł  234 œ  235 š  236 ž  240 €
241 ¡  242 ¢  243 £  244 ¤  245 ¥  246 ¦  247 §  250 ¨
251 ©  252 ª  253 «  254 ¬  256 ®  257 ¯  260 °  261 ±
267 ·  273 »  277 ¿  300 À  327 ×  337 ß  367 ÷  377 ÿ
"""
"""Codes of PDFDocEncoding in octal with their characters, from ISO 32000-1, Annex D, table D.2."""


def test_a_text_string_has_the_characters_of_the_standards_table() -> None:
    cells = TABLE_D2.split()
    codes, characters = cells[::2], cells[1::2]
    assert text_of(bytes(int(code, 8) for code in codes)) == "".join(characters)
