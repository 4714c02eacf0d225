"""A PDF as a viewer reads it: by its table of references, whatever else lies in the file."""

from __future__ import annotations

import zlib

import pytest

from reporting.pdffile.syntax import Ref
from reporting.pdffile.table import Broken, read_by_table


class Written:
    """A PDF that is written piece by piece, and knows where its objects stand."""

    def __init__(self) -> None:
        self.data = b"%PDF-1.7\n"
        self.at: dict[int, int] = {}

    def add(self, number: int, text: bytes) -> Written:
        self.at[number] = len(self.data)
        self.data += b"%d 0 obj %s endobj\n" % (number, text)
        return self

    def table(self, *numbers: int, trailer: bytes = b"", gone: tuple[int, ...] = ()) -> Written:
        """A table with a section for each object."""
        start = len(self.data)
        self.data += b"xref\n"
        for number in sorted({*numbers, *gone}):
            entry = b"0000000000 65535 f" if number in gone else b"%010d 00000 n" % self.at[number]
            self.data += b"%d 1\n%s \n" % (number, entry)
        self.data += b"trailer\n<</Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, start)
        self.at[-1] = start
        return self


def read(data: bytes) -> dict[int, object]:
    return {number: found.value for number, found in read_by_table(data).current.items()}


def test_only_what_the_table_names_is_read() -> None:
    written = Written().add(1, b"(one)").add(2, b"(hidden)").add(3, b"(three)").table(1, 3)
    assert read(written.data) == {1: b"one", 3: b"three"}
    assert read_by_table(written.data).trailers == [{"Root": Ref(1)}]


def test_a_section_may_hold_many() -> None:
    written = Written().add(1, b"(one)").add(2, b"(two)")
    start = len(written.data)
    rows = b"".join(b"%010d 00000 n \n" % written.at[number] for number in (1, 2))
    data = written.data + b"xref\n0 3\n0000000000 65535 f \n%strailer <<>>\nstartxref %d" % (rows, start)
    with pytest.raises(Broken):
        read(data)
    assert read(data.replace(b"<<>>", b"<</Size 3>>")) == {1: b"one", 2: b"two"}


def test_an_update_replaces_and_takes_away() -> None:
    written = Written().add(1, b"(old)").add(2, b"(gone)").add(3, b"(stays)").table(1, 2, 3, trailer=b"/Info 7 0 R")
    before = written.at[-1]
    written.add(1, b"(new)").table(1, gone=(2,), trailer=b"/Prev %d" % before)
    assert read(written.data) == {1: b"new", 3: b"stays"}
    assert read_by_table(written.data).trailers == [{"Root": Ref(1), "Prev": float(before)}]


def test_tables_that_lead_to_each_other_are_read_once() -> None:
    written = Written().add(1, b"(one)").table(1)
    at = b"%d" % written.at[-1]
    data = written.data.replace(b"<</Root 1 0 R >>", b"<</Root 1 0 R /Prev %s>>" % at)
    assert read(data) == {1: b"one"}


def stream_table(written: Written, rows: bytes, settings: bytes, *, number: int = 9) -> bytes:
    """The file with a table that is a stream."""
    start = len(written.data)
    packed = zlib.compress(rows)
    head = b"%d 0 obj<</Type/XRef/Filter/FlateDecode/Length %d %s>>stream\n" % (number, len(packed), settings)
    return written.data + head + packed + b"\nendstream endobj\nstartxref\n%d\n%%%%EOF" % start


def row(kind: int, second: int, third: int) -> bytes:
    return bytes([kind]) + second.to_bytes(2, "big") + bytes([third])


def with_packed() -> Written:
    return Written().add(1, b"(one)").add(5, b"<</Type/ObjStm/First 8>>stream\n6 0 7 4 (a) (b)\nendstream")


def test_a_stream_may_be_the_table_and_may_lead_into_packed_objects() -> None:
    written = with_packed()
    rows = row(1, written.at[1], 0) + row(1, written.at[5], 0) + row(2, 5, 0) + row(2, 5, 1) + row(0, 0, 0)
    data = stream_table(written, rows, b"/W[1 2 1]/Index[1 1 5 4]/Size 9")
    found = read(data)
    assert {number: found[number] for number in (1, 6, 7)} == {1: b"one", 6: b"a", 7: b"b"}
    assert sorted(found) == [1, 5, 6, 7]


def test_a_packed_object_has_to_stand_at_its_index() -> None:
    written = with_packed()
    rows = row(1, written.at[5], 0) + row(2, 5, 1) + row(2, 5, 1)
    assert sorted(read(stream_table(written, rows, b"/W[1 2 1]/Index[5 3]/Size 9"))) == [5, 7]


def test_a_stream_without_an_index_counts_from_nought_and_one_without_kinds_has_plain_ones_only() -> None:
    written = Written().add(1, b"(one)")
    rows = (0).to_bytes(2, "big") + written.at[1].to_bytes(2, "big")
    data = stream_table(written, rows, b"/W[0 2 0]/Size 2/Index[1 1]")
    with pytest.raises(Broken):
        read(data)
    assert read(stream_table(written, row(0, 0, 0) + row(1, written.at[1], 0), b"/W[1 2 1]/Size 2")) == {1: b"one"}
    assert read(stream_table(written, written.at[1].to_bytes(2, "big"), b"/W[0 2 0]/Size 2/Index[1 1]")) == {1: b"one"}


def test_a_plain_table_may_lead_to_a_stream_as_well() -> None:
    written = with_packed()
    start = len(written.data)
    rows = row(2, 5, 0)
    packed = zlib.compress(rows)
    written.data += b"9 0 obj<</Type/XRef/Filter/Fl/W[1 2 1]/Index[6 1]/Size 9>>stream\n%s\nendstream\n" % packed
    written.table(1, 5, trailer=b"/XRefStm %d" % start)
    assert sorted(read(written.data)) == [1, 5, 6]


TABLE = Written().add(1, b"(one)").table(1)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "there is no table"),
        (b"1 0 obj (a) endobj", "there is no table"),
        (b"startxref\n7", "not where the file says"),
        (b"1 0 obj <</Type/Other>>stream\nendstream startxref\n0", "not where the file says"),
        (b"1 0 obj <</Type/XRef>> startxref\n0", "not where the file says"),
        (TABLE.data.replace(b"1 0 obj", b"2 0 obj"), "object 1 is not where the table says"),
        (TABLE.data.replace(b"1 0 obj", b"1 0 xxx"), "object 1 is not where the table says"),
        (TABLE.data.replace(b"1 1\n", b"1 2\n"), "the table of references is torn"),
        (TABLE.data.replace(b" n \n", b" x \n"), "the table of references is torn"),
        (TABLE.data.replace(b"trailer", b"trail"), "has no trailer"),
        (TABLE.data.replace(b"<</Root 1 0 R >>", b"(none)"), "has no trailer"),
        (TABLE.data.replace(b"trailer", b"x" * 50 + b"trailer"), "has no trailer"),
        (TABLE.data.replace(b"/Root", b"/Encrypt"), "it is encrypted"),
    ],
)
def test_a_table_that_leads_nowhere_is_broken(data: bytes, why: str) -> None:
    with pytest.raises(Broken, match=why):
        read(data)


@pytest.mark.parametrize("packed", [b"(no stream)", b""])
def test_a_packed_object_wants_its_stream(packed: bytes) -> None:
    written = Written()
    if packed:
        written.add(5, packed)
    rows = (row(1, written.at[5], 0) if packed else row(0, 0, 0)) + row(2, 5, 0)
    with pytest.raises(Broken, match="there is no object stream 5"):
        read(stream_table(written, rows, b"/W[1 2 1]/Index[5 2]/Size 9"))
