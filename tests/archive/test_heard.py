"""The words of a PDF are those that pypdf finds, whatever wrote the file last; what a viewer would not open is not heard."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pikepdf
import pytest

from reporting.archive.checking.words import Unreadable, words_of
from reporting.document.text import folded_words
from tests.archive.pypdf_words import heard_by_pypdf
from tests.archive.support import SECOND_ROUND, Office
from tests.support.samples import all_elements
from tests.writers.pdf_house import written

NARROW = "@page{size:120mm 170mm;margin:15mm}html{font-size:13pt}"


@pytest.fixture(scope="module")
def whole() -> bytes:
    """A PDF with every element."""
    return written(all_elements()).data


def saved(data: bytes, **options: object) -> bytes:
    """The PDF as qpdf writes it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        file.save(out, **options)  # type: ignore[arg-type]
    return out.getvalue()


WAYS: dict[str, Callable[[bytes], bytes]] = {
    "as it was written": lambda data: data,
    "with a plain table": lambda data: saved(data, object_stream_mode=pikepdf.ObjectStreamMode.disable),
    "with object streams": lambda data: saved(data, object_stream_mode=pikepdf.ObjectStreamMode.generate),
    "unpacked": lambda data: saved(
        data, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized
    ),
    "in two parts": lambda data: saved(data, linearize=True),
    "with an update": lambda data: updated(data, b"1000 0 obj\n(of no use)\nendobj\n", 1000),
}


def updated(data: bytes, body: bytes, number: int) -> bytes:
    """The PDF with one object more, or another one of a number, as a program writes it that changes no byte before."""
    before = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    root = re.findall(rb"/Root (\d+ 0 R)", data)[-1]
    at = len(data) + 1
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d/Root %s/Prev %d>>\n" % (
        number,
        at,
        number + 1,
        root,
        before,
    )
    return data + b"\n" + body + table + b"startxref\n%d\n%%%%EOF\n" % (at + len(body))


@pytest.mark.parametrize("way", WAYS)
def test_our_words_are_those_of_pypdf(whole: bytes, way: str) -> None:
    data = WAYS[way](whole)
    said = words_of(data, "pdf")
    assert len(said) > 200
    assert said == folded_words(heard_by_pypdf(data)) == words_of(whole, "pdf")


def test_our_words_are_those_of_pypdf_on_pages_of_another_size_and_in_a_closed_package(with_pdf: Office) -> None:
    papers = with_pdf.package(f"{SECOND_ROUND}/public/v1") / "data/papers"
    for data in (written(all_elements(), css=NARROW).data, (papers / "notice.en.pdf").read_bytes()):
        assert words_of(data, "pdf") == folded_words(heard_by_pypdf(data))


def test_an_object_that_no_table_names_is_not_heard(whole: bytes) -> None:
    plain = WAYS["unpacked"](saved(whole, object_stream_mode=pikepdf.ObjectStreamMode.disable))
    with pikepdf.open(io.BytesIO(plain)) as file:
        number = file.pages[0].Contents.objgen[0] if not isinstance(file.pages[0].Contents, pikepdf.Array) else 0
    assert number
    other = b"%d 0 obj\n<</Length 0>>\nstream\n\nendstream\nendobj\n" % number
    assert words_of(plain + other, "pdf") == words_of(plain, "pdf")
    assert words_of(updated(plain, other, number), "pdf") != words_of(plain, "pdf")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"startxref\n", b"startxref\n9"),
        (b"/StructTreeRoot", b"/StructTreeBoot"),
        (b"/Root", b"/Boot"),
        (b"/Prev", b"/Encrypt"),
    ],
)
def test_a_torn_file_is_told_apart_from_one_that_says_something_else(whole: bytes, old: bytes, new: bytes) -> None:
    data = updated(saved(whole, object_stream_mode=pikepdf.ObjectStreamMode.disable), b"9999 0 obj\n1\nendobj\n", 9999)
    assert words_of(data, "pdf")
    with pytest.raises(Unreadable):
        words_of(data.replace(old, new), "pdf")


def test_a_structure_that_comes_back_to_itself_ends() -> None:
    body = b"".join(
        (
            b"1 0 obj\n<</Type/Catalog/StructTreeRoot 2 0 R/Pages 4 0 R>>\nendobj\n",
            b"2 0 obj\n<</Type/StructTreeRoot/K[3 0 R 3 0 R]>>\nendobj\n",
            b"3 0 obj\n<</S/P/K[3 0 R 3 0 R]>>\nendobj\n",
            b"4 0 obj\n<</Type/Pages/Kids[4 0 R 4 0 R]>>\nendobj\n",
        )
    )
    head = b"%PDF-1.7\n"
    places = [len(head) + body.index(b"%d 0 obj" % number) for number in range(1, 5)]
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    data = head + body + b"xref\n1 4\n" + rows + b"trailer\n<</Root 1 0 R/Size 5>>\nstartxref\n%d\n" % len(head + body)
    with pytest.raises(Unreadable):
        words_of(data, "pdf")
