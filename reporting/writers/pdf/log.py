"""WeasyPrint's log lines as problems: nothing that it drops is dropped in silence."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from reporting.problems import Problem, Severity
from reporting.writers.pdf.fetcher import REFUSAL


@dataclass(frozen=True, slots=True)
class Line:
    """How one kind of log line is told."""

    code: str
    sentence: str
    hint: str
    severity: Severity = Severity.ERROR


LINES: Mapping[str, Line] = {
    r'\.notdef glyph .* "(.+)" \((U\+[0-9A-F]+)\)': Line(
        "W010", "no font of the theme has the character {0} ({1})", "write it otherwise, or add a font to theme.yaml"
    ),
    r"Failed to load image at ['\"](image:[0-9a-f]+)['\"].*": Line(
        "W011", "the picture {0} cannot be read", "check that the file is a sound PNG, JPEG or SVG"
    ),
    r"Failed to load (?:image|inline SVG|attachment).*": Line(
        "W011", "a picture cannot be read", "check that the file is a sound PNG, JPEG or SVG"
    ),
    r"Failed to render SVG image.*": Line(
        "W011", "a picture cannot be read", "check that the file is a sound PNG, JPEG or SVG"
    ),
    r"No anchor #(.+) for internal URI reference": Line(
        "W012", "a link leads to #{0}, and nothing in the paper has that id", "correct the link, or give the id"
    ),
    r"Content discarded: target points to undefined anchor '(.+)'": Line(
        "W012", "a link leads to #{0}, and nothing in the paper has that id", "correct the link, or give the id"
    ),
    r"Anchor defined twice: '(.+)'": Line(
        "W013", "the id {0} is given twice", "give each element an id of its own", Severity.WARNING
    ),
    r'Image "(.+)" has no required alt description': Line(
        "W014", "a picture has no text for those who cannot see it", "give it an alternative text"
    ),
    r"Ignored `(.+?)` at (\d+):(\d+), (.*)": Line(
        "W015",
        "the style sheet says `{0}`, which is not understood ({3})",
        "correct line {1} of the style sheet",
        Severity.WARNING,
    ),
    r"Invalid (.+) at (\d+):(\d+)": Line(
        "W015",
        "the style sheet says something that is not understood: {0}",
        "correct line {1} of the style sheet",
        Severity.WARNING,
    ),
    r"Unable to subset.*": Line(
        "W016", "a font cannot be reduced to the characters used", "reinstall the fonts' packages"
    ),
}
OTHER = Line("W019", "the layout engine says: {0}", "see whether the page looks right", Severity.WARNING)


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if REFUSAL not in message:
            self.problems.append(problem_of(message))


def problem_of(message: str) -> Problem:
    """The problem that a log line tells of."""
    for pattern, line in LINES.items():
        if found := re.match(pattern, message, re.DOTALL):
            return _told(line, found.groups())
    return _told(OTHER, (message,))


def _told(line: Line, parts: tuple[str, ...]) -> Problem:
    return Problem(line.code, line.sentence.format(*parts), hint=line.hint.format(*parts), severity=line.severity)


@contextmanager
def collected() -> Iterator[list[Problem]]:
    """Problems told by WeasyPrint while it lasts; nothing reaches the terminal."""
    logger, collector = logging.getLogger("weasyprint"), _Collector()
    propagates = logger.propagate
    logger.addHandler(collector)
    logger.propagate = False
    try:
        yield collector.problems
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagates
