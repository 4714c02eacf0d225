"""What could not be shown in Word as the document has it, each with the path of the record that it comes from."""

from __future__ import annotations

from lxml.html import HtmlElement

from reporting.problems import Problem, Severity
from reporting.writers.word.writing.html import plain


class Findings:
    """What the walk has found so far; nothing where documents of any kind are taken."""

    def __init__(self, *, is_lenient: bool) -> None:
        self.is_lenient = is_lenient
        self.problems: list[Problem] = []

    def stranger(self, element: HtmlElement) -> None:
        """Reports an element that is not of the vocabulary."""
        sentence = f"Word has no rule for the element `{element.tag}`: {plain(element)[:40]!r}"
        self.error("W050", sentence, "use an element of docs/vocabulary.md", element)

    def warn(self, code: str, sentence: str, hint: str) -> None:
        self._take(Problem(code, sentence, hint=hint, severity=Severity.WARNING))

    def error(self, code: str, sentence: str, hint: str, element: HtmlElement) -> None:
        self._take(Problem(code, sentence, hint=hint, trail=_trail(element)))

    def _take(self, problem: Problem) -> None:
        if not self.is_lenient:
            self.problems.append(problem)


def _trail(element: HtmlElement) -> str | None:
    """The path in the record that the element's text comes from, where it is known."""
    for around in (element, *element.iterancestors()):
        path = around.get("data-from")
        if path:
            return str(path)
    return None
