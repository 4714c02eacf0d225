"""P013: parties in another order than the one that was chosen or agreed on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporting.checks.names.forms import pattern_of
from reporting.checks.names.lists import are_joined
from reporting.checks.scene import Printed, Scene, Sheet, Words, round_file
from reporting.problems import Problem
from reporting.protocol.order import arranged
from reporting.protocol.table import agreed_order, seats_of, table_of
from reporting.protocol.voices import order_of
from reporting.records.model.registers import Country, Organisation
from reporting.records.model.texts import Text
from reporting.records.register import Meeting, Series

AGREED = "as-agreed"


def find(scene: Scene) -> Iterator[Problem]:
    for series, meeting in scene.rounds():
        yield from _recorded(scene, series, meeting)
    for sheet in scene.sheets:
        if sheet.meeting is not None:
            yield from _told(scene, sheet, sheet.meeting)


def _orders(scene: Scene, meeting: Meeting, record: str) -> list[str]:
    """The orders of the papers that print a record's texts, each once: those of the round, of the type, of the house."""
    return list(dict.fromkeys(_order(scene, meeting, each) for each in scene.printing.get(record, ())))


def _order(scene: Scene, meeting: Meeting, printed: Printed) -> str:
    own = order_of(None, meeting.round, printed.type)
    return own or printed.party_order or scene.register.house.party_order


def _recorded(scene: Scene, series: Series, meeting: Meeting) -> Iterator[Problem]:
    """A record that lists its parties otherwise than they agreed."""
    if AGREED not in _orders(scene, meeting, "round"):
        return
    agreed = agreed_order(series, meeting)
    listed = [each.party for each in meeting.round.parties if each.party in agreed]
    expected = sorted(listed, key=agreed.index)
    if listed != expected:
        sentence = f"the parties are listed as {', '.join(listed)}, and the agreed order is {', '.join(expected)}"
        hint = "list them as agreed; a new agreement goes into `agreed_order:` of the round"
        also = [scene.register.place(f"{series.folder}/dialogue.yaml", "parties")]
        yield scene.tell("P013", sentence, round_file(meeting), ("parties",), hint, also=also)


def _told(scene: Scene, sheet: Sheet, meeting: Meeting) -> Iterator[Problem]:
    """Texts that list parties in another order."""
    owners = _owners(scene, meeting)
    pattern = pattern_of(owners)
    names = _orders(scene, meeting, sheet.name)
    fewest = min(3, sum(each.capacity == "party" for each in meeting.round.parties))
    for words in sheet.having(pattern):
        # Another side's release has that side first, whatever the order of the round.
        if words.is_quote or words.path[0] == "voices":
            continue
        lists = [each for each in _lists(words.words, pattern, owners) if len(each) >= max(2, fewest)]
        for listed in lists:
            for name in names:
                expected = _expected(scene, sheet, name, listed, words.language)
                if listed != expected:
                    yield _problem(scene, sheet, words, name, (listed, expected))
                    break


def _problem(scene: Scene, sheet: Sheet, words: Words, name: str, lists: tuple[list[str], list[str]]) -> Problem:
    listed, expected = lists
    shown = f"{', '.join(listed)} stand" if words.is_shown else "parties stand"
    sentence = f"{shown} in another order than that of {name}"
    hint = f"write {', '.join(expected)}" if words.is_shown else "put them into that order"
    hint += ", or {parties} where all of them are meant"
    is_agreed = name == AGREED and sheet.name == "statement"
    return scene.tell("P013", sentence, sheet.file, words.path, hint, is_warning=not is_agreed)


def _expected(scene: Scene, sheet: Sheet, name: str, listed: Sequence[str], language: str) -> list[str]:
    meeting = sheet.meeting
    assert meeting is not None  # noqa: S101 - texts of a round
    scheme = scene.register.orders.of(name)
    seats = [each for each in seats_of(scene.register, meeting, scheme) if each.id in listed]
    table = table_of(scene.register, sheet.series, meeting)
    paper = scene.register.house.languages[0] if language == "*" else language
    return [seats[number].id for number in arranged(seats, scheme, table, paper)]


def _lists(text: str, pattern: re.Pattern[str], owners: dict[str, str]) -> Iterator[list[str]]:
    """Every run of names with nothing between them but commas, conjunctions and articles."""
    run: list[str] = []
    end = 0
    for match in pattern.finditer(text):
        between = text[end : match.start()]
        if run and not are_joined(between):
            yield list(dict.fromkeys(run))
            run = []
        run.append(owners[match[0]])
        end = match.end()
    yield list(dict.fromkeys(run))


def _owners(scene: Scene, meeting: Meeting) -> dict[str, str]:
    """Every form of the names of the round's parties, with whose it is."""
    found: dict[str, str] = {}
    for delegation in meeting.round.parties:
        for text in _texts(scene, delegation.party):
            forms = [form for each in text.forms.values() for form in each.values() if len(form) > 2]
            found |= dict.fromkeys([*text.by_language.values(), *forms], delegation.party)
    return found


def _texts(scene: Scene, party: str) -> Iterator[Text]:
    country, body = scene.register.countries.get(party), scene.register.organisations.get(party)
    if isinstance(country, Country):
        yield from (text for name in country.names for text in (name.short, name.official, name.in_sentence))
    if isinstance(body, Organisation):
        yield from (text for text in (body.name, body.in_sentence, body.short) if text is not None)
