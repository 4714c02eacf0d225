"""What has to be in order before papers leave, besides what the scanner finds: time, clearances, loose ends, freshness."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reporting.build.desk import Opened
from reporting.build.making.identity import hash_of_document
from reporting.build.planning.plan import Paper
from reporting.build.shelf import Shelf
from reporting.build.standing import reason_of
from reporting.checks.scene import dialogue_sheet, sheets_of
from reporting.checks.texts.leftovers import HINTS, LEFT_OVER
from reporting.document.brackets import is_bracketed, is_comment
from reporting.document.document import Document
from reporting.drafting.templates import templates_of
from reporting.problems import Place, Problem
from reporting.records.levels import Level
from reporting.records.model.pairs import tags_of
from reporting.records.model.press import Embargo
from reporting.records.register import Meeting, Register, Series
from reporting.records.walk import level_at
from reporting.release.conditions.moment import end_of, has_ended
from reporting.release.opening.packed import Member, members
from reporting.release.opening.word import COMMENTS, REVISIONS

QUOTES = "quotes"
"""In the `clearances` of a type: every quote of the round is cleared by its speaker."""
SETTLE = "settle it in the record, and build again"
FIRM = frozenset({"L001", "L002", "L005", "L006"})
"""Refusals that no reason passes over, since what they want is done in a minute."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """The papers that are to leave."""

    opened: Opened
    meeting: Meeting
    audience: Level
    papers: tuple[Paper, ...]
    at: datetime.datetime | datetime.date | None
    """The moment of the release, or the day, as far as it was told."""

    @property
    def register(self) -> Register:
        return self.opened.desk.register

    def place(self, *path: str | int, record: str = "round") -> Place:
        """Where the record says something."""
        return self.register.place(f"{self.meeting.folder}/{record}.yaml", *path)


def under_embargo(leaving: Leaving) -> Iterator[Problem]:
    """The embargo, which binds what everybody may read."""
    embargo = leaving.meeting.round.press.embargo
    if embargo is None or leaving.audience is not Level.PUBLIC:
        return
    place = leaving.place("press", "embargo")
    if leaving.at is None:
        hint = "name the moment with --on, such as --on 2017-06-08T15:00+06:00"
        yield Problem("L002", "the round has an embargo, and nobody said what time it is", place, hint)
    elif not has_ended(embargo, leaving.at):
        hint = "wait until then, or change the embargo in the record"
        yield Problem("L003", f"the embargo {_end_told(leaving, embargo)}", place, hint)


def _end_told(leaving: Leaving, embargo: Embargo) -> str:
    """When an embargo ends, as far as everybody may know: the record may keep back a part of it."""
    levels = (level_at(leaving.meeting.round, ("press", "embargo", each)) for each in ("day", "time", "zone"))
    if any(level is not Level.PUBLIC for level in levels):
        return "has not ended"
    return f"ends on {end_of(embargo):%Y-%m-%d at %H:%M} ({embargo.zone})"


def not_cleared(leaving: Leaving) -> Iterator[Problem]:
    """Clearances that the papers' types ask for and the record does not have."""
    asked: dict[str, list[str]] = {}
    for paper in leaving.papers:
        for name in leaving.opened.types[paper.type].clearances:
            asked.setdefault(name, []).append(paper.type)
    for name, types in sorted(asked.items()):
        if name == QUOTES:
            yield from _quotes(leaving)
        else:
            yield from _office(leaving, name, sorted(set(types)))


def _quotes(leaving: Leaving) -> Iterator[Problem]:
    for index, quote in enumerate(leaving.meeting.round.quotes):
        if quote.cleared_on is None:
            hint = "add `cleared_by:` and `cleared_on:`, or take the quote away"
            yield Problem("L004", "this quote is not cleared", leaving.place("quotes", index), hint)


def _office(leaving: Leaving, office: str, types: list[str]) -> Iterator[Problem]:
    release = leaving.meeting.release
    given = [each for each in release.clearances if each.office == office] if release else []
    for name in types:
        if not any(each.paper in (None, name) for each in given):
            place = leaving.place("clearances", record="release") if release else leaving.place()
            hint = f"add `- {{office: {office}, paper: {name}, day: …}}` under `clearances:` of {leaving.meeting.folder}/release.yaml"
            yield Problem("L004", f"{name} wants the clearance of {office}, and the record has none", place, hint)


def not_ready(leaving: Leaving, shelf: Shelf, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Papers that are stale or failed, and files that are not there or not as they were made."""
    for paper in leaving.papers:
        place = Place(f"{leaving.opened.inputs.root.name}/{paper.name}")
        if reason := reason_of(leaving.opened, shelf, paper):
            is_waiting = reason.startswith("waits for")
            hint = "mend what `reporting check` names" if is_waiting else "run `reporting build`, and look at it again"
            yield Problem("L005", f"the paper is not as its record is now: {reason}", place, hint)
            continue
        yield from _not_as_made(leaving, shelf, paper, files)


def _not_as_made(leaving: Leaving, shelf: Shelf, paper: Paper, files: Mapping[str, bytes]) -> Iterator[Problem]:
    made = shelf.made(paper)
    for name in paper.formats:
        path = paper.path(name)
        data = files.get(path.rpartition("/")[2])
        if made is None or data is None or hashlib.sha256(data).hexdigest() != made.outputs[name].file.sha256:
            place = Place(f"{leaving.opened.inputs.root.name}/{path}")
            yield Problem("L006", "the file is not what the build wrote", place, "run `reporting build`")


def loose_ends(leaving: Leaving) -> Iterator[Problem]:
    """Brackets, placeholders and drafts in what the papers' readers get."""
    records = {"round", *(part for paper in leaving.papers for part in leaving.opened.types[paper.type].parts)}
    for sheet in sheets_of(_series(leaving), leaving.meeting):
        if sheet.name not in records:
            continue
        is_final = leaving.audience is Level.PUBLIC or sheet.is_final
        for words in sheet.having(LEFT_OVER, HINTS) if is_final else ():
            if words.level <= leaving.audience and not words.is_quote:
                place = leaving.register.place(sheet.file, *words.path)
                yield Problem("L007", "a bracket or placeholder was left in a text that is to leave", place, SETTLE)
    statement = leaving.meeting.statement
    if "statement" in records and statement and statement.draft and leaving.audience is Level.PUBLIC:
        hint = "take `draft:` out when the text is final"
        yield Problem("L007", "the statement is still a draft", leaving.place("draft", record="statement"), hint)


def tracked(leaving: Leaving, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Word files with changes or comments that somebody has still to take or leave."""
    for name, data in files.items():
        if not name.endswith(".docx"):
            continue
        parts = [each for each in members(data) if isinstance(each, Member) and each.name.endswith(".xml")]
        text = "\n".join(each.data.decode("utf-8", "replace") for each in parts)
        for what, pattern in (("tracked changes", REVISIONS), ("comments", COMMENTS)):
            if pattern.search(text) and not _is_draft_for_partners(leaving, name):
                place = leaving.place("draft", record="statement") if leaving.meeting.statement else leaving.place()
                where = Place(f"{leaving.opened.inputs.root.name}/{leaving.papers[0].folder}/{name}")
                hint = "take them over into the record, or drop them, and build again"
                yield Problem("L008", f"{name} has {what}", place, hint, also=(where,))


def _is_draft_for_partners(leaving: Leaving, name: str) -> bool:
    """Whether the file is a draft that the parties negotiate, in which changes and comments are meant."""
    statement = leaving.meeting.statement
    kind = leaving.opened.types.get(name.partition(".")[0])
    is_draft = bool(statement and statement.draft and kind and kind.draft_of == "statement")
    return leaving.audience is not Level.PUBLIC and is_draft


def open_text(leaving: Leaving, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Papers in which text stands that is open, commented on, or to be put in or taken out."""
    for paper in leaving.papers:
        document = documents.get(paper.name)
        if document is None or _is_draft_for_partners(leaving, paper.stem):
            continue
        elements = list(document.tree().iter("ins", "del", "span", "p", "div"))
        found = {
            "comments": any(map(is_comment, elements)),
            "text in brackets that is still open": any(
                is_bracketed(each) and not is_comment(each) for each in elements
            ),
            "changes that are not decided": any(each.tag in ("ins", "del") for each in elements),
        }
        record = "statement" if leaving.opened.types[paper.type].draft_of == "statement" else "round"
        for what, is_there in found.items():
            if is_there:
                yield Problem("L008", f"{paper.stem} has {what}", leaving.place(record=record), SETTLE)


def placeholders(leaving: Leaving, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Brackets and placeholders that no record has, but the words of a template."""
    if leaving.audience is not Level.PUBLIC:
        return
    words = {each for leaf in _own_words(leaving) for each in LEFT_OVER.findall(leaf)}
    for paper in leaving.papers:
        document = documents.get(paper.name)
        found = [match for text in _blocks(document) for match in LEFT_OVER.findall(text)] if document else []
        if set(found) - words:
            place = Place(f"templates/{paper.type}/{tags_of(paper.language)[0]}.html.j2")
            hint = "take it out of the template, or of the labels in templates/words/"
            yield Problem("L007", f"a bracket or placeholder was left in {paper.stem}", place, hint)


def before_the_meeting(leaving: Leaving, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Papers for everybody that say of themselves that they are drafts, since their round has not been held."""
    if leaving.audience is not Level.PUBLIC or leaving.meeting.round.state != "planned":
        return
    labels = templates_of(leaving.opened.workspace).value.words.values()
    marks = {str(words["before_meeting"]) for words in labels if "before_meeting" in words}
    for paper in leaving.papers:
        document = documents.get(paper.name)
        heads = document.tree().find_class("running-head") if document else []
        if any(head.text_content().strip() in marks for head in heads):
            hint = "write `state: held` once it has been held, and build again"
            yield Problem("L020", f"{paper.stem} is a draft from before the meeting", leaving.place("state"), hint)


def _own_words(leaving: Leaving) -> Iterator[str]:
    """All texts of the dialogue and its rounds, whose own brackets are told at their own lines."""
    series = _series(leaving)
    yield dialogue_sheet(series).whole
    for meeting in series.meetings.values():
        yield from (sheet.whole for sheet in sheets_of(series, meeting))


def _series(leaving: Leaving) -> Series:
    return leaving.register.series[leaving.papers[0].dialogue]


def _blocks(document: Document) -> Iterator[str]:
    """The words of each block that is nobody's own saying."""
    for element in document.tree().iter("p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4"):
        if next(element.iterancestors("blockquote"), None) is None:
            yield "".join(map(str, element.itertext()))


def changed_by_what_is_above(leaving: Leaving, shelf: Shelf, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Papers that say something else as soon as what is above their readers is replaced."""
    for paper in leaving.papers:
        made = shelf.made(paper)
        if made and paper.name in documents and hash_of_document(documents[paper.name]) != made.document:
            sentence = f"{paper.stem} says something else when what is above its readers is replaced"
            also = (Place(f"templates/{paper.type}/{tags_of(paper.language)[0]}.html.j2"),)
            hint = "report it: a view must not depend on what it may not hold"
            yield Problem("L013", sentence, leaving.place(), hint, also=also)


def not_drafted_again(leaving: Leaving, failed: Mapping[str, Iterable[Problem]]) -> Iterator[Problem]:
    """Papers that could not be drafted a second time, so that nobody can say what had a part in them."""
    for paper in leaving.papers:
        for each in failed.get(paper.name, ()):
            if each.is_error:
                sentence = f"{paper.stem} could not be drafted a second time: {each.sentence} [{each.code}]"
                place = Place(f"{leaving.opened.inputs.root.name}/{paper.name}")
                also = (each.place,) if each.place and each.place != place else ()
                yield Problem("L016", sentence, place, each.hint, also=also)
