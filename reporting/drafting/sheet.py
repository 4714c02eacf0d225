"""The sheet being written: what one drafting collects besides its text.

Filters and printing happen deep inside of Jinja, also in imported macros that see no variables. They find the sheet
here instead of in the template's context.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from html import unescape
from types import FrameType, TracebackType

from jinja2 import Template

from reporting.drafting.spending import Spent
from reporting.problems import Place, Problem

HEADING = re.compile(r"<h([1-6])\b.*?</h\1>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Written:
    """The words of a paper, without markup."""

    text: str
    """All but its headings."""
    headings: str

    def mentions(self, acronym: str) -> int:
        """How often the text has an acronym as a word of its own; headings do not count."""
        return len(re.findall(_word(acronym), self.text))

    def has(self, acronym: str) -> bool:
        """Whether it stands anywhere, in headings, too."""
        return bool(re.search(_word(acronym), f"{self.headings} {self.text}"))


def _word(acronym: str) -> str:
    return rf"(?<![\w-]){re.escape(acronym)}(?![\w-])"


def written_of(html: str) -> Written:
    """The words of an article."""
    headings = " ".join(match[0] for match in HEADING.finditer(html))
    return Written(_words(HEADING.sub(" ", html)), _words(headings))


def _words(html: str) -> str:
    return unescape(TAG.sub(" ", html))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper while it is drafted."""

    language: str
    template: str
    """Path of its template, for problems that come from no line of it."""
    problems: list[Problem] = field(default_factory=list)
    spelt: set[str] = field(default_factory=set)
    """Acronyms that the paper has spelt out by now."""
    met: set[str] = field(default_factory=set)
    """People whom the paper has presented by now, by their ids."""
    drafts: list[Written] = field(default_factory=list)
    """What the paper said when it was written a first time; empty as long as it is that time."""
    asks: set[str] = field(default_factory=set)
    """Filters that want to know what the whole paper says; where there are any, it is written a second time."""
    is_public: bool = False
    """Whether everybody may read the paper, so that a problem may quote what it prints."""

    spent: Spent = field(default_factory=Spent)
    """What has been spent on it by now."""

    def add(self, code: str, sentence: str, *, hint: str | None = None, trail: str | None = None) -> None:
        """Note a problem at the line of the template that is being worked on."""
        place = place_of_frame(sys._getframe(1)) or Place(self.template)  # noqa: SLF001 - the only way to the line
        self.problems.append(Problem(code, sentence, place, hint, trail=trail))


_SHEET: ContextVar[Sheet] = ContextVar("sheet")


@contextmanager
def on_sheet(sheet: Sheet) -> Iterator[Sheet]:
    """Make `sheet` the one that filters write to."""
    token = _SHEET.set(sheet)
    try:
        yield sheet
    finally:
        _SHEET.reset(token)


def current() -> Sheet:
    """The sheet being written.

    Raises:
        LookupError: nothing is being drafted; Jinja then leaves a constant for the time when something is.
    """
    return _SHEET.get()


def spent() -> Spent:
    """What has been spent on the sheet being written; a new count where nothing is being drafted."""
    sheet = _SHEET.get(None)
    return Spent() if sheet is None else sheet.spent


def place_of_frame(frame: FrameType | None) -> Place | None:
    """The line of a template that a Python frame, or one that called it, stands for."""
    while frame is not None:
        if place := _place(frame, frame.f_lineno):
            return place
        frame = frame.f_back
    return None


def place_of_error(trace: TracebackType | None) -> Place | None:
    """The innermost line of a template that an error came through."""
    found = None
    while trace is not None:
        found = _place(trace.tb_frame, trace.tb_lineno) or found
        trace = trace.tb_next
    return found


def _place(frame: FrameType, line: int) -> Place | None:
    template = frame.f_globals.get("__jinja_template__")
    if not isinstance(template, Template):
        return None
    return Place(f"templates/{template.name}", template.get_corresponding_lineno(line))
