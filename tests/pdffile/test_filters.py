"""Filters of PDF streams, undone: each packed by another hand, or taken from the standard."""

from __future__ import annotations

import base64
import struct
import zlib
from random import Random  # noqa: TID251 - seeded: the same seed gives the same rows

import pytest

from reporting.pdffile import filters
from reporting.pdffile.filters import FILTERS, inflated

WORDS = b"The delegations met behind closed doors, and then once more behind closed doors. " * 9


def undone(name: str, data: bytes, **settings: float) -> bytes:
    return FILTERS[name][1](data, settings)


def test_each_filter_has_its_long_name_and_its_short_one() -> None:
    assert {name: called for name, (called, _) in FILTERS.items()} == {
        **dict.fromkeys(("FlateDecode", "Fl"), "flate"),
        **dict.fromkeys(("LZWDecode", "LZW"), "lzw"),
        **dict.fromkeys(("ASCII85Decode", "A85"), "ascii85"),
        **dict.fromkeys(("ASCIIHexDecode", "AHx"), "ascii-hex"),
        **dict.fromkeys(("RunLengthDecode", "RL"), "run-length"),
    }


def test_deflated_bytes_are_inflated_with_and_without_their_head() -> None:
    bare = zlib.compressobj(wbits=-15)
    assert inflated(zlib.compress(WORDS)) == WORDS
    assert inflated(bare.compress(WORDS) + bare.flush()) == WORDS
    assert inflated(b"no bytes of that kind") == b""


def test_torn_bytes_are_inflated_as_far_as_they_go() -> None:
    whole = Random(3).randbytes(4000)  # noqa: S311 - no secret
    packed = bytearray(zlib.compress(whole))
    packed[-4:] = b"torn"
    assert inflated(bytes(packed)) == whole[: len(inflated(bytes(packed)))]
    assert len(inflated(bytes(packed))) > 3000


def test_nothing_is_inflated_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filters, "LARGEST", 100)
    assert inflated(zlib.compress(WORDS)) == WORDS[:100]


@pytest.mark.parametrize(
    ("name", "packed", "plain"),
    [
        ("ASCIIHexDecode", b"4C 69\n6d>69", b"Lim"),
        ("ASCIIHexDecode", b"4C697>", b"Lip"),
        ("ASCIIHexDecode", b"", b""),
        ("ASCII85Decode", b"<~9jqo^BlbD-~>after", b"Man is d"),
        ("ASCII85Decode", b"9jqo^ Blb\nD-~>", b"Man is d"),
        ("ASCII85Decode", b"\xff\xfe~>", b""),
        ("RunLengthDecode", b"\x02abc\xfez\x00d\x80not", b"abczzzd"),
        ("RunLengthDecode", b"\x7f" + b"x" * 128 + b"\x81y", b"x" * 128 + b"y" * 128),
        ("RunLengthDecode", b"\x05ab", b"ab"),
        # The example of ISO 32000-2, 7.4.4.2.
        ("LZWDecode", bytes.fromhex("800B6050220C0C8501"), bytes([45, 45, 45, 45, 45, 65, 45, 45, 45, 66])),
    ],
)
def test_a_filter_is_undone(name: str, packed: bytes, plain: bytes) -> None:
    assert undone(name, packed) == plain


def test_base_85_is_what_others_write() -> None:
    assert undone("A85", base64.a85encode(WORDS) + b"~>") == WORDS


def test_a_run_stops_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filters, "LARGEST", 200)
    assert undone("RL", b"\x81y" * 9) == b"y" * 256


def packed_lzw(data: bytes, early: int) -> bytes:
    """LZW as PDF wants it, written the slow way: a table of texts, and codes as a string of bits."""
    table = {bytes([number]): number for number in range(256)}
    bits, held, width, following = [f"{256:09b}"], b"", 9, 258
    for byte in data:
        longer = held + bytes([byte])
        if longer in table:
            held = longer
            continue
        bits.append(f"{table[held]:0{width}b}")
        table[longer], following, held = following, following + 1, bytes([byte])
        width = 9 + sum(following - 1 + early >= limit for limit in (512, 1024, 2048))
        if following == 4094:
            bits.append(f"{256:0{width}b}")
            table, width, following = {bytes([number]): number for number in range(256)}, 9, 258
    bits += [
        f"{table[held]:0{width}b}",
        f"{257:0{9 + sum(following + early >= limit for limit in (512, 1024, 2048))}b}",
    ]
    whole = "".join(bits)
    whole += "0" * (-len(whole) % 8)
    return bytes(int(whole[at : at + 8], 2) for at in range(0, len(whole), 8))


@pytest.mark.parametrize("early", [1, 0])
@pytest.mark.parametrize("length", [3, 300, 700, 1500, 9000])
def test_lzw_is_unpacked_through_all_its_widths(early: int, length: int) -> None:
    random = Random(length)  # noqa: S311 - no secret
    plain = bytes(random.choice(b"abcdefghijklmnop") for _ in range(length))
    packed = packed_lzw(plain, early)
    assert undone("LZW", packed, EarlyChange=early) == plain
    if early:
        assert undone("LZW", packed) == plain


def test_lzw_that_begins_or_goes_on_with_nonsense_stops_there() -> None:
    assert undone("LZW", b"\x00\x00\x00\x00") == b""
    assert undone("LZW", b"\x80\x0b\x60\xff\xff\xff") in (b"-", b"--")


def png_filtered(kind: int, rows: list[bytes], step: int) -> bytes:
    """Rows with a PNG predictor put on (RFC 2083, 6)."""
    out, above = b"", bytes(len(rows[0]))
    for row in rows:
        out += bytes([kind])
        for at, byte in enumerate(row):
            left = row[at - step] if at >= step else 0
            corner = above[at - step] if at >= step else 0
            up = above[at]
            whole = left + up - corner
            nearest = min((left, up, corner), key=lambda each: abs(whole - each))
            out += bytes([(byte - (0, left, up, (left + up) // 2, nearest)[kind]) % 256])
        above = row
    return out


@pytest.mark.parametrize("kind", range(5))
@pytest.mark.parametrize(("colors", "bits", "step"), [(1, 8, 1), (3, 8, 3), (1, 4, 1), (4, 16, 8)])
def test_png_predictors_are_taken_off(kind: int, colors: int, bits: int, step: int) -> None:
    random = Random(kind * 100 + step)  # noqa: S311 - no secret
    columns = 7
    width = (colors * bits * columns + 7) // 8
    rows = [random.randbytes(width) for _ in range(5)]
    packed = zlib.compress(png_filtered(kind, rows, step))
    settings = {"Predictor": 10 + kind, "Colors": colors, "BitsPerComponent": bits, "Columns": columns}
    assert undone("Fl", packed, **settings) == b"".join(rows)


def test_a_row_with_a_predictor_that_there_is_not_is_left_as_it_is() -> None:
    assert undone("Fl", zlib.compress(b"\x07abc\x00def"), Predictor=15, Columns=3) == b"abcdef"


def test_the_predictor_of_tiff_is_taken_off() -> None:
    rows = [struct.pack("6B", 1, 2, 3, 255, 0, 9), struct.pack("6B", 7, 7, 7, 1, 1, 1)]
    differences = b"".join(bytes((row[at] - (row[at - 3] if at >= 3 else 0)) % 256 for at in range(6)) for row in rows)
    assert undone("Fl", zlib.compress(differences), Predictor=2, Colors=3, Columns=2) == b"".join(rows)


def test_without_a_predictor_bytes_are_as_they_are_and_columns_count_from_one() -> None:
    assert undone("Fl", zlib.compress(b"abc"), Predictor=1, Columns=1) == b"abc"
    assert undone("Fl", zlib.compress(b"abc")) == b"abc"
    assert undone("Fl", zlib.compress(b"\x01a\x01b"), Predictor=10) == b"ab"


def test_a_torn_row_is_taken_as_far_as_it_goes() -> None:
    assert undone("Fl", zlib.compress(b"\x00abc\x02a"), Predictor=12, Columns=3) == b"abc\xc2"
