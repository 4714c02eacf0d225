"""Every object of a PDF, wherever it stands and whatever replaced it."""

from __future__ import annotations

import zlib
from typing import Any

import pytest

from reporting.pdffile import objects
from reporting.pdffile.objects import File, decoded, names, object_at, read_file, strings
from reporting.pdffile.syntax import Name, Object, Reader, Ref


def values(data: bytes) -> dict[int, Any]:
    return {number: found.value for number, found in read_file(data).current.items()}


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"1 0 obj (a) endobj 2 0 obj 7 endobj", {1: b"a", 2: 7.0}),
        (b"1 0 obj (old) endobj\n1 1 obj (new) endobj", {1: b"new"}),
        (b"garbage12 0 obj (a)", {12: b"a"}),
        (b"1\n00000\tobj(a)", {1: b"a"}),
        (b"1 0 object (a)", {}),
        (b"1 0 obj", {1: None}),
    ],
)
def test_every_object_is_met_and_the_last_of_a_number_is_the_current_one(data: bytes, found: dict[int, Any]) -> None:
    assert values(data) == found


def test_what_an_update_replaced_is_met_as_well() -> None:
    file = read_file(b"1 0 obj (old) endobj 1 0 obj (new) endobj")
    assert [(each.number, each.value, each.at) for each in file.objects] == [(1, b"old", 0), (1, b"new", 21)]


def test_no_more_objects_are_taken_than_memory_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objects, "_MOST", 3)
    assert list(values(b"".join(b"%d 0 obj 7 endobj " % number for number in range(9)))) == [0, 1, 2]


@pytest.mark.parametrize(
    ("written", "raw"),
    [
        (b"<</Length 3>> stream\nabc\nendstream", b"abc"),
        (b"<</Length 3>>stream\r\nabc\r\nendstream", b"abc"),
        (b"<</Length 3>>\0\t\f stream\rabcendstream", b"abc"),
        (b"<</Length 14>>stream\na endstream b endstream", b"a endstream b "),
        (b"<</Length 99>>stream\nabc endstream", b"abc "),
        (b"<</Length 1>>stream\nabc endstream", b"abc "),
        (b"<</Length 5 0 R>>stream\nabcendstream", b"abc"),
        (b"<<>>stream\nabc", b"abc"),
        (b"<<>>", None),
        (b"(no dictionary) stream\nabc endstream", None),
    ],
)
def test_a_stream_ends_by_its_length_where_that_is_true_and_else_at_its_end(written: bytes, raw: bytes | None) -> None:
    assert read_file(b"1 0 obj " + written).objects[0].raw == raw


def test_an_object_is_read_at_its_place_and_nowhere_else() -> None:
    data = b"xx 3 0 obj (c) endobj"
    found = object_at(data, 3)
    assert found is not None
    assert (found.number, found.value, found.at) == (3, b"c", 3)
    assert object_at(data, 2) is None


def file_of(**held: bytes) -> File:
    """A file with objects of these numbers: `o1=b"(text)"`."""
    file = File(b"")
    for name, written in held.items():
        file.add(Object(int(name[1:]), 0, Reader(written).value()))
    return file


def test_references_are_followed_as_far_as_they_lead() -> None:
    file = file_of(o1=b"2 0 R", o2=b"<</A [1 0 R]>>", o3=b"3 0 R", o5=b"[4 (a)]", o6=b"9 0 R")
    assert file.resolve(Ref(1)) == {"A": [Ref(1)]}
    assert file.resolve(7.0) == 7.0
    assert (file.resolve(Ref(3)), file.resolve(Ref(6))) == (None, None)
    assert file.dictionary(Ref(1)) == {"A": [Ref(1)]}
    assert file.dictionary(Ref(5)) == file.dictionary(None) == {}
    assert (file.items(Ref(5)), file.items(Ref(2)), file.items(Ref(6))) == ([4.0, b"a"], [Ref(2)], [])


def test_a_chain_of_references_may_be_twenty_long() -> None:
    def chain(length: int) -> File:
        return file_of(
            **{f"o{number}": b"%d 0 R" % (number + 1) for number in range(1, length)}, **{f"o{length}": b"(x)"}
        )

    assert chain(19).resolve(Ref(1)) == b"x"
    assert chain(21).resolve(Ref(1)) is None


def test_the_stream_of_a_reference_is_decoded() -> None:
    packed = zlib.compress(b"words")
    file = read_file(b"1 0 obj<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream 2 0 obj 7" % (len(packed), packed))
    assert file.stream(Ref(1)) == b"words"
    assert [file.stream(each) for each in (Ref(2), Ref(3), b"x", None)] == [b""] * 4


def test_trailers_are_those_of_tables_and_of_streams_that_are_one() -> None:
    data = b"trailer\n<</Root 1 0 R>> trailer [1] 4 0 obj<</Type/XRef/Root 2 0 R>> 5 0 obj<</Type/Other/Root 3 0 R>>"
    assert [each["Root"] for each in read_file(data).trailers] == [Ref(1), Ref(2)]
    assert not read_file(data).is_encrypted
    assert read_file(data + b"trailer<</Encrypt 9 0 R>>").is_encrypted


def test_what_the_trailers_lead_to_is_reached_and_nothing_else() -> None:
    file = file_of(o1=b"<</A [2 0 R 9 0 R]/B 1 0 R>>", o2=b"(x)", o3=b"(alone)")
    file.trailers.append({"Root": Ref(1), "ID": [b"a", b"b"]})
    assert file.reached() == {1, 2}


def packed_objects(first: float | str, body: bytes, *, number: int = 10) -> bytes:
    return b"%d 0 obj<</Type/ObjStm/N 2/First %s>>stream\n%s\nendstream endobj " % (number, str(first).encode(), body)


def test_packed_objects_are_taken_in_and_say_where_they_stand() -> None:
    file = read_file(packed_objects(8, b"1 0 2 4 (a) (b)"))
    assert [(file.current[each].value, file.current[each].packed_in) for each in (1, 2)] == [(b"a", 10), (b"b", 10)]
    assert file.current[1].at == 0


@pytest.mark.parametrize(("after", "current"), [(b"", b"packed"), (b"1 0 obj (later) endobj", b"later")])
def test_a_packed_object_is_replaced_by_one_that_stands_later_in_the_file(after: bytes, current: bytes) -> None:
    file = read_file(b"1 0 obj (first) endobj " + packed_objects(4, b"1 0 (packed)") + after)
    assert file.current[1].value == current
    assert b"packed" in [each.value for each in file.objects]


def test_of_two_packed_objects_of_one_number_the_later_is_the_current_one() -> None:
    assert read_file(packed_objects(8, b"1 0 1 4 (a) (b)")).current[1].value == b"b"


def test_a_packed_stream_without_a_beginning_holds_nothing() -> None:
    assert list(read_file(packed_objects("/None", b"1 0 (a)")).current) == [10]


FLATE = zlib.compress(b"words")


@pytest.mark.parametrize(
    ("written", "raw", "plain", "undone"),
    [
        (b"<</Filter/Fl>>", FLATE, b"words", ("flate",)),
        (b"<</Filter[/Fl]>>", FLATE, b"words", ("flate",)),
        (b"<</Filter[/AHx/Fl]>>", FLATE.hex().encode(), b"words", ("ascii-hex", "flate", "filter-chain")),
        (b"<</Filter[/AHx/DCT]>>", b"4c", b"L", ("ascii-hex", "filter-chain")),
        (b"<</Filter/DCTDecode>>", b"jpeg", b"jpeg", ()),
        (b"<</Filter/Unknown>>", b"data", b"data", ()),
        (b"<<>>", FLATE, b"words", ("unnamed-filter",)),
        (b"<<>>", b"plain words", b"plain words", ()),
        (
            b"<</Filter/Fl/DecodeParms<</Predictor 2>>>>",
            zlib.compress(b"\1\1"),
            b"\1\2"[:1] + b"\1",
            ("predictor", "flate"),
        ),
        (
            b"<</Filter/Fl/DecodeParms<</Predictor 12/Columns 5>>>>",
            zlib.compress(b"\0words"),
            b"words",
            ("predictor", "flate"),
        ),
        (
            b"<</Filter/Fl/DP[<</Predictor 12/Columns 5>>]>>",
            zlib.compress(b"\0words"),
            b"words",
            ("predictor", "flate"),
        ),
        (
            b"<</Filter[/AHx/Fl]/DecodeParms[null]>>",
            FLATE.hex().encode(),
            b"words",
            ("ascii-hex", "flate", "filter-chain"),
        ),
        (b"<</Filter/Fl/DecodeParms<</Predictor 1/Name/X>>>>", FLATE, b"words", ("flate",)),
    ],
)
def test_the_filters_of_a_stream_are_undone_and_named(
    written: bytes, raw: bytes, plain: bytes, undone: tuple[str, ...]
) -> None:
    assert decoded(File(b""), Object(1, 0, Reader(written).value(), raw=raw)) == (plain, undone)


def test_strings_and_names_are_found_at_any_depth() -> None:
    value = Reader(b"<</Title(a)/Kids[(b)<</T(c)/S/Link>>]/Type/X>>").value()
    assert list(strings(value)) == [("Title", b"a"), ("Kids", b"b"), ("T", b"c")]
    assert list(names(value)) == ["Title", "Kids", "Type", "T", "S", "Link", "X"]
    assert list(strings(b"alone", "key")) == [("key", b"alone")]
    assert list(names(Name("alone"))) == ["alone"]
