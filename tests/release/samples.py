"""Real papers to plant canaries in, and what must not be found in them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass

from reporting.problems import Place
from reporting.records.levels import Level
from reporting.release.scanner.leaves import Leaf
from reporting.release.scanner.needles import Named, Needles
from reporting.writers.html import write_html
from reporting.writers.text import write_text
from reporting.writers.word.writer import write_word
from tests.support.samples import all_elements, small
from tests.writers.pdf_house import theme, written

SECRET = "The delegation will quietly offer to drop the final fisheries clause at dinner"  # noqa: S105 - no password
CYRILLIC = "Делегация тихо предложит снять оговорку о рыболовстве за ужином"
ARABIC = "سيعرض الوفد بهدوء حذف بند مصائد الأسماك خلال العشاء"
PLACE = Place("data/dialogues/straits/07-port-averin/briefing.yaml", 12, 5)
BODY = "<p>Delegations met in Port Averin and took stock of five fields of common work.</p>"


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which words get into a file."""

    what: str
    """What is done, as a clause."""
    channel: str
    """The channel that has to find it."""
    file: str
    """Name of the file."""
    make: Callable[[str], bytes]
    """Gives the file with the words in it."""
    words: str = SECRET


def needles() -> Needles:
    """What the self-test looks for."""
    secret = [Leaf(each, Level.RESTRICTED, PLACE) for each in (SECRET, CYRILLIC, ARABIC)]
    return Needles(secret, [Named("LIMITE", "marking", PLACE, Level.INTERNAL), Named("m.fenwick", "user")])


@functools.cache
def clean(suffix: str) -> bytes:
    """A short paper as the house writes it."""
    document = small(BODY)
    if suffix == "pdf":
        return written(document).data
    if suffix == "docx":
        return write_word(document, theme()).data
    return write_html(document, theme(), "") if suffix == "html" else write_text(document)


@functools.cache
def large(suffix: str) -> bytes:
    """A paper with every element that there is."""
    document = all_elements()
    if suffix == "pdf":
        return written(document).data
    if suffix == "docx":
        return write_word(document, theme()).data
    return write_html(document, theme(), "") if suffix == "html" else write_text(document)
