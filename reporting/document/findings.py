"""What a check of one document has found so far."""

from __future__ import annotations

from lxml import etree

from reporting.document.places import Lines
from reporting.problems import Place, Problem, Severity, in_order

MOST = 200
"""Problems kept of one document. Whoever has more of them has one, many times over."""


class Findings:
    """Collects problems of a document, with the place of the element and the record's path above it."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._offsets: dict[etree._Element, int] = {}
        self._problems: list[Problem] = []

    def stands_at(self, element: etree._Element, offset: int) -> None:
        """Remember where the element's start tag is. The element is kept alive, so its identity holds."""
        self._offsets[element] = offset

    def add(
        self,
        code: str,
        sentence: str,
        at: etree._Element | int,
        *,
        hint: str | None = None,
        under: etree._Element | None = None,
        warning: bool = False,
    ) -> None:
        """Add a problem at an element or an offset; `under` is the element that an offset lies in."""
        if len(self._problems) >= MOST:
            return
        holder = under if isinstance(at, int) else at
        severity = Severity.WARNING if warning else Severity.ERROR
        self._problems.append(Problem(code, sentence, self._place(at), hint, severity, trail(holder)))

    def _place(self, at: etree._Element | int) -> Place:
        return self._lines.place(at if isinstance(at, int) else self._offsets.get(at, 0))

    @property
    def has_errors(self) -> bool:
        return any(problem.is_error for problem in self._problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return in_order(self._problems)


def trail(element: etree._Element | None) -> str | None:
    """The record's path of the text that the element belongs to, if it or one above it names it."""
    while element is not None:
        if path := element.get("data-from"):
            return path
        element = element.getparent()
    return None
