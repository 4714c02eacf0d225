"""Footnotes that an issuer owes to a name: printed at the end of every paper in which the name stands with its mark."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from reporting.audiences.values import Words
from reporting.drafting.sheet import Sheet
from reporting.problems import Place, Problem

TAG = re.compile(r"<[^>]*>")
END = "</article>"


def with_footnotes(html: str, designations: Sequence[Mapping[str, Any]], sheet: Sheet) -> str:
    """The article with a line for each name that it prints with its mark; a note without text is a problem."""
    called = [each for each in designations if _is_called(html, each)]
    notes = [_note(each, sheet, is_one_of_many=len(called) > 1) for each in called]
    head, end, tail = html.rpartition(END)
    return f"{head}{''.join(notes)}{end}{tail}" if notes else html


def _is_called(html: str, designation: Mapping[str, Any]) -> bool:
    name = designation["name"]
    if not isinstance(name, Words):
        return False
    words = Markup(TAG.sub("", html)).unescape()  # noqa: S704 - only looked at
    return any(f"{form}{designation['mark']}" in words for form in (name.text, *name.forms.values()))


def _note(designation: Mapping[str, Any], sheet: Sheet, *, is_one_of_many: bool) -> str:
    note, name = designation["note"], designation["name"]
    if not isinstance(note, Words):
        sentence = f"the footnote that {name.text}{designation['mark']} wants has no text in this language"
        hint = "add it in a copy of the file in templates/designations/"
        sheet.problems.append(Problem("P018", sentence, Place(sheet.template), hint))
        return ""
    before = f"{name.text}: " if is_one_of_many else ""
    return f'<p class="small">{escape(designation["mark"])} {escape(before)}{escape(note.text)}</p>\n'
