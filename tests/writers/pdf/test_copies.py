"""Numbered copies: one layout, a number on each."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from reporting.document.document import Document
from reporting.writers.pdf.engine import Sheet, start_engine
from reporting.writers.pdf.values import Numbering
from reporting.writers.pdf.write import write_copies
from tests.judges import listened, verapdf
from tests.judges.structure import heard_text, read_structure
from tests.support.judges import absent, need
from tests.support.samples import all_elements, small
from tests.writers.pdf_house import CACHE, VIEW, print_css, theme, written

TWELVE = Numbering(12, "Copy {number} of {total}")
WITH_ROOM = small('<p class="copy-number">Copy number ______ of 4</p><p>Text</p>')


def copies(document: Document, numbering: Numbering = TWELVE) -> list[bytes]:
    start_engine(theme(), CACHE)
    return [*write_copies(document, theme(), print_css(), numbering, attachments=(VIEW,))]


@cache
def of_everything() -> tuple[bytes, ...]:
    return tuple(copies(all_elements()))


def test_each_copy_says_its_number_where_the_paper_leaves_room_and_in_the_footer() -> None:
    third = read_structure(copies(WITH_ROOM)[2])
    assert heard_text(third.root) == "AshortpaperCopy3of12Text"
    assert "Copy 3 of 12" in third.artifacts[0]


def test_a_paper_without_room_says_it_above_its_first_line() -> None:
    assert heard_text(read_structure(copies(small())[11]).root) == "Copy12of12AshortpaperDelegationsmet."


def test_every_page_of_a_copy_carries_its_number() -> None:
    assert all("Copy 7 of 12" in texts for texts in read_structure(of_everything()[6]).artifacts)


def test_but_for_the_number_a_copy_says_what_the_paper_says() -> None:
    said = heard_text(read_structure(written(all_elements()).data).root).replace("Copy4of12", "#")
    heard = [
        heard_text(read_structure(data).root).replace(f"Copy{n}of12", "#") for n, data in enumerate(of_everything(), 1)
    ]
    assert heard == [said] * 12


def test_twelve_copies_are_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    start_engine(theme(), CACHE)
    from reporting.writers.pdf.paper import Paper  # noqa: PLC0415 - WeasyPrint looks for its fonts when it is imported

    layouts, stock = [], Paper._laid_out

    def counted(self: Paper, sheets: list[Sheet]) -> object:
        layouts.append(self)
        return stock(self, sheets)

    monkeypatch.setattr(Paper, "_laid_out", counted)
    assert len(copies(WITH_ROOM)) == 12
    assert len(layouts) == 1


def test_a_copy_is_the_same_whichever_were_drawn_before_it() -> None:
    assert copies(all_elements()) == [*of_everything()]
    assert len({*of_everything()}) == 12


def test_the_number_of_a_copy_stands_where_the_page_has_no_number() -> None:
    from reporting.writers.pdf.copies import margin_of  # noqa: PLC0415 - WeasyPrint has to wait for its fonts

    assert of_everything()
    assert [margin_of(each) for each in ("en", "ru", "fa-AF")] == ["@bottom-left", "@bottom-left", "@bottom-right"]


def test_the_identifier_of_a_copy_ends_in_its_number() -> None:
    with pikepdf.open(io.BytesIO(of_everything()[8])) as pdf:
        assert (
            b"<dc:identifier>straits/07-port-averin/briefing-pack/copy-9</dc:identifier>"
            in pdf.Root.Metadata.read_bytes()
        )


def test_the_words_are_those_of_the_language() -> None:
    russian = replace(WITH_ROOM, properties=replace(WITH_ROOM.properties, language="ru"))
    first = copies(russian, Numbering(2, "Экземпляр {number} из {total}"))[0]
    assert "Экземпляр1из2" in heard_text(read_structure(first).root)


def test_every_copy_is_pdfa_3a_and_pdfua_1(tmp_path: Path) -> None:
    need("javac")
    if reason := verapdf.why_not():
        absent(reason)
    files = [tmp_path / f"copy-{number:02}.pdf" for number in (1, 10, 12)]
    for file, data in zip(files, (of_everything()[0], of_everything()[9], of_everything()[11]), strict=True):
        file.write_bytes(data)
    assert [(v.file, v.flavour, v.failures) for v in verapdf.judge(files) if not v.conforms] == []
    assert listened.errors(files) == []
