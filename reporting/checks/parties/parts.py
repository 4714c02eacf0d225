"""P005: a function or a name that was not valid on the day of the meeting."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from reporting.checks.scene import Scene, Sheet, first_day, is_open, round_file
from reporting.problems import Problem
from reporting.records.model.registers import Dated
from reporting.records.model.round import Round
from reporting.records.register import Meeting, Series

REGISTER = "data/registers/{}.yaml"


def find(scene: Scene) -> Iterator[Problem]:
    for sheet in scene.sheets:
        if sheet.meeting is not None and sheet.name in ("round", "statement"):
            when = first_day(sheet.series, sheet.meeting)
            yield from _people(scene, sheet, sheet.meeting.round, when)
            yield from _countries(scene, sheet, sheet.meeting.round, when)
            yield from _bodies(scene, sheet, sheet.meeting.round, when)
            yield from _programmes(scene, sheet, sheet.meeting.round, when)
    for series, meeting in scene.rounds():
        yield from _dialogue(scene, series, meeting)
        yield from _issuer(scene, series, meeting)
        yield from _city(scene, series, meeting)


def _people(scene: Scene, sheet: Sheet, round_: Round, when: str) -> Iterator[Problem]:
    for reference in sheet.references:
        person = scene.register.people.get(reference.id) if reference.registers == ("people",) else None
        if person is not None and not person.covers(round_.start):
            sentence = f"{scene.called(reference, 'this person')} has no name that was valid on {when}"
            hint = "add the name of that time under `earlier:` to people.yaml, or look at the dates there"
            also = [scene.register.place(REGISTER.format("people"), reference.id, "since")]
            yield scene.tell("P005", sentence, sheet.file, reference.path, hint, also=also)
        if person is not None and not _valid(person.functions, round_):
            sentence = f"{scene.called(reference, 'this person')} held no function on {when}"
            hint = "add the function with `since:` and `until:` to people.yaml, or look at the dates there"
            also = [scene.register.place(REGISTER.format("people"), reference.id, "functions")]
            yield scene.tell("P005", sentence, sheet.file, reference.path, hint, also=also)


def _countries(scene: Scene, sheet: Sheet, round_: Round, when: str) -> Iterator[Problem]:
    for reference in sheet.references:
        country = scene.register.countries.get(reference.id) if "countries" in reference.registers else None
        if country is not None and not _valid(country.names, round_):
            what = scene.called(reference, "this country")
            hint = "add the name with `since:` and `until:` to countries.yaml, or look at the dates there"
            also = [scene.register.place(REGISTER.format("countries"), reference.id, "names")]
            sentence = f"{what} has no name that was valid on {when}"
            yield scene.tell("P005", sentence, sheet.file, reference.path, hint, also=also)


def _bodies(scene: Scene, sheet: Sheet, round_: Round, when: str) -> Iterator[Problem]:
    for reference in sheet.references:
        body = scene.register.organisations.get(reference.id) if "organisations" in reference.registers else None
        if body is not None and not body.covers(round_.start):
            what = scene.called(reference, "this body")
            sentence = f"{what} has no name that was valid on {when}"
            also = [scene.register.place(REGISTER.format("organisations"), reference.id, "since")]
            yield scene.tell("P005", sentence, sheet.file, reference.path, EARLIER, also=also)


def _programmes(scene: Scene, sheet: Sheet, round_: Round, when: str) -> Iterator[Problem]:
    """Programmes that a round mentions, and that had not begun or were over."""
    for reference in sheet.references:
        programme = scene.register.programmes.get(reference.id) if reference.registers == ("programmes",) else None
        if programme is not None and not programme.covers(round_.start):
            what = scene.called(reference, "this programme")
            hint = "take it out, add its phase of that time under `earlier:` to programmes.yaml, or look at the dates there"
            also = [scene.register.place(REGISTER.format("programmes"), reference.id, "since")]
            yield scene.tell("P005", f"{what} was not running on {when}", sheet.file, reference.path, hint, also=also)


EARLIER = "add the name of that time under `earlier:` to organisations.yaml, or look at the dates there"


def _issuer(scene: Scene, series: Series, meeting: Meeting) -> Iterator[Problem]:
    """The body named on the papers of a round, under a name that it did not bear then."""
    name = series.dialogue.issuer or scene.register.house.organisation
    body = scene.register.organisations.get(name)
    if body is not None and not body.covers(meeting.round.start):
        what = f"“{name}”, which issues the papers," if is_open(body) else "the body that issues the papers"
        sentence = f"{what} has no name that was valid on {first_day(series, meeting)}"
        also = [scene.register.place(REGISTER.format("organisations"), name, "since")]
        yield scene.tell("P005", sentence, round_file(meeting), ("start",), EARLIER, also=also)


def _dialogue(scene: Scene, series: Series, meeting: Meeting) -> Iterator[Problem]:
    """A dialogue without a name on the day; one that is kept from some who read of the dialogue is no name to them."""
    dialogue = series.dialogue
    shown = [each for each in dialogue.names if each.stated_level() <= dialogue.stated_level()]
    if not _valid(shown, meeting.round):
        kept = len(dialogue.names) > len(shown)
        for_all = " for all who may read of it" if kept else ""
        sentence = f"the dialogue has no name{for_all} that was valid on {first_day(series, meeting)}"
        also = [scene.register.place(f"{series.folder}/dialogue.yaml", "names")]
        hint = f"look at {'`audience:`, ' if kept else ''}`since:` and `until:` under `names:` in dialogue.yaml"
        yield scene.tell("P005", sentence, round_file(meeting), ("start",), hint, also=also)


def _city(scene: Scene, series: Series, meeting: Meeting) -> Iterator[Problem]:
    """A capital under a name that it bore at another time."""
    place = meeting.round.place
    country = scene.register.countries.get(place.country or "") if place else None
    if place is None or country is None:
        return
    cities = set(place.city.by_language.values())
    same = [each for each in country.capitals if cities & set(each.name.by_language.values())]
    if same and not _valid(same, meeting.round):
        sentence = f"the capital was not called so on {first_day(series, meeting)}"
        also = [scene.register.place(REGISTER.format("countries"), str(place.country), "capitals")]
        yield scene.tell(
            "P005", sentence, round_file(meeting), ("place", "city"), "write its name of that day", also=also
        )


def _valid(dated: Sequence[Dated], round_: Round) -> bool:
    day: datetime.date = round_.start
    return any(each.covers(day) for each in dated)
