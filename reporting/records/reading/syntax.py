"""What to say when a file is not YAML, or holds what a record may not hold."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import yaml

from reporting.problems import Place, Problem
from reporting.records.reading.tree import Mark

HINTS: Final = {
    "Y003": "delete it and type the word again; pasted text often brings such characters along",
    "Y008": "close it with U+2069 in the same paragraph, or leave isolates out: the paper sets its own",
    "Y010": "write the text out where it is wanted; if * or & begins a text, put the text in quotes",
    "Y011": "leave the tag out; if ! begins a text, put the text in quotes",
    "Y013": "write the keys out where they are wanted",
    "Y014": "keep one of the two; the first is the one that was read",
    "Y015": "begin the line with a name and a colon; put text that begins with ? or [ or { in quotes",
    "Y016": "keep one document in a file; if the line --- is meant as text, put it in quotes",
    "Y030": "if it belongs to the text, put the text in quotes; if it is a comment, put two spaces before the #",
    "Y031": "delete it and type the word again",
    "Y032": "write the letter with its Unicode character",
    "Y033": "type the word again with one keyboard layout",
}
"""The mend for each code that has one and the same mend everywhere."""

_LINE_END: Final = re.compile(r"\r\n?|\n")


class _Row(NamedTuple):
    pattern: re.Pattern[str]
    code: str
    sentence: str
    hint: str


def _row(pattern: str, code: str, sentence: str, hint: str) -> _Row:
    return _Row(re.compile(pattern), code, sentence, hint)


_QUOTE = "put the whole text in quotes"
_ROWS: Final = (
    _row("tab character", "Y021", "a tab stands where spaces are needed", "indent with spaces, two for each step"),
    _row("escape", "Y025", "a backslash in double quotes begins an escape that does not exist",
         "write the text in single quotes, or double the backslash"),
    _row("(quoted|double-quoted|single-quoted) scalar", "Y023", "a quotation mark is opened and never closed",
         "close it; inside single quotes an apostrophe is written twice (''), or use double quotes around the text"),
    _row(r"flow (sequence|mapping|node)", "Y024", "a bracket is opened and not closed as it should be",
         "close it, put commas between the items, or put the text in quotes if a bracket, colon or apostrophe belongs to it"),
    _row(r"scanning (an alias|an anchor)", "Y010", "a text begins with * or &, which YAML takes for a reference",
         _QUOTE),
    _row(r"(scanning|parsing) a tag|scanning a %TAG|tag handle", "Y011", "a text begins with !, which YAML takes for a tag",
         _QUOTE),
    _row(r"mapping values are not allowed", "Y022", "a colon stands where a text was going on",
         "put the text in quotes if the colon belongs to it; if it is a key, give it the indentation of its neighbours"),
    _row(r"document start|document indicator", "Y016", "something stands after the end of the document",
         HINTS["Y016"]),
    _row(r"block (mapping|collection|sequence|node)|simple key|entries are not allowed|keys are not allowed|':'",
         "Y027", "this line does not fit in with its neighbours",
         "begin all keys of a map in the same column, with a blank after each colon, and look whether a quotation mark ends too early"),
)  # fmt: skip


def mark_at(text: str, index: int) -> Mark:
    """Line and column of an index, both from 1; lines end as in YAML, at LF, CR LF or CR."""
    line, start = 1, 0
    if "\r" not in text:
        line, start = text.count("\n", 0, index) + 1, text.rfind("\n", 0, index) + 1
    else:
        for end in _LINE_END.finditer(text, 0, index):
            line, start = line + 1, end.end()
    return line, index - start + 1


def explain(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """The parser's complaint as a problem whose place lies inside the file."""
    at, context = _indices(error, text)
    complaint = f"{getattr(error, 'context', None) or ''}: {getattr(error, 'problem', None) or ''}"
    place = Place(file, *mark_at(text, at))
    if "cannot start any token" in complaint:
        return _bad_beginning(text[at : at + 1], place)
    for row in _ROWS:
        if row.pattern.search(complaint):
            opened = Place(file, *mark_at(text, context))
            if row.code == "Y023":
                return Problem(row.code, row.sentence, opened, hint=row.hint)
            also = (opened,) if opened != place and row.code == "Y024" else ()
            return Problem(row.code, row.sentence, place, hint=row.hint, also=also)
    hint = "look at this line and the one before it: indentation, colons, quotation marks"
    return Problem("Y020", "this is not YAML", place, hint=hint)


def _bad_beginning(character: str, place: Place) -> Problem:
    if character == "\t":
        return Problem(
            "Y021", "a tab stands where spaces are needed", place, hint="indent with spaces, two for each step"
        )
    return Problem("Y026", f"a text cannot begin with {character}", place, hint=_QUOTE)


def _indices(error: yaml.YAMLError, text: str) -> tuple[int, int]:
    """Indices of the complaint and of what it began with, both on the last written line at most."""
    last = len(text.rstrip())
    problem, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    position = getattr(error, "position", 0)
    at = problem.index if problem else context.index if context else position
    return min(at, last), min(context.index if context else at, last)
