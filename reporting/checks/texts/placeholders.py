"""P024: a placeholder in a text that nothing is known for."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.scene import Scene, Sheet, Words
from reporting.languages.forms import CASED
from reporting.languages.known import base_of
from reporting.problems import Problem
from reporting.protocol.phrases import NAMES, PLACEHOLDER
from reporting.records.model.country_forms import FIELD
from reporting.records.model.statement import Statement
from reporting.records.model.texts import Text
from reporting.records.nearest import did_you_mean


def find(scene: Scene) -> Iterator[Problem]:
    for sheet in scene.sheets:
        for words in sheet.having(PLACEHOLDER):
            for match in PLACEHOLDER.finditer(words.words):
                yield from _wrong(scene, sheet, words, match[1], match[2] or "")


def _wrong(scene: Scene, sheet: Sheet, words: Words, name: str, form: str) -> Iterator[Problem]:
    shown = f"{{{name}}}" if words.is_shown else "a placeholder of this text"
    if name not in NAMES:
        hint = did_you_mean(name, NAMES, "there is {parties}, {short-parties} and {languages}")
        yield scene.tell("P024", f"{shown} stands for nothing", sheet.file, words.path, hint or "")
    elif name == "languages" and not _has_languages(sheet):
        hint = "add `signed_in:` with the languages to statement.yaml"
        yield scene.tell("P024", f"{shown} stands for nothing here", sheet.file, words.path, hint)
    elif form and base_of(words.language) in CASED:
        yield from (_languages if name == "languages" else _formless)(scene, sheet, words, form)


def _has_languages(sheet: Sheet) -> bool:
    return isinstance(sheet.record, Statement) and bool(sheet.record.signed_in)


def _formless(scene: Scene, sheet: Sheet, words: Words, form: str) -> Iterator[Problem]:
    """Parties whose names lack the form that a text asks for."""
    meetings = [sheet.meeting] if sheet.meeting else list(sheet.series.meetings.values())
    parties = dict.fromkeys(each.party for meeting in meetings for each in meeting.round.parties)
    for party in parties:
        name = _in_lists(scene, party)
        if name is not None and form not in _forms(scene, name, words.language):
            hint = f"add `{form}:` to {words.language} under `{FIELD[scene.register.house.country_forms.parties]}:` of {party} in its register"
            sentence = f"the name of {party} has no form `{form}` in {words.language}"
            yield scene.tell("P024", sentence, sheet.file, words.path, hint)


def _languages(scene: Scene, sheet: Sheet, words: Words, form: str) -> Iterator[Problem]:
    """Names of languages that lack the form that a text asks for."""
    signed = sheet.record.signed_in if isinstance(sheet.record, Statement) else []
    for index, each in enumerate(signed):
        if form not in _forms(scene, each.name, words.language):
            hint = f"add `{form}:` to {words.language} under `name:`"
            sentence = f"the name of this language has no form `{form}` in {words.language}"
            yield scene.tell("P024", sentence, sheet.file, ("signed_in", index, "name"), hint)


def _forms(scene: Scene, name: Text, language: str) -> set[str]:
    """The forms that a name has, beside itself or in a register under its spelling."""
    known = scene.register.lexicon.find(language, name.get(language) or "")
    return {"nominative", *(known.forms if known else {}), *name.forms.get(language, {})}


def _in_lists(scene: Scene, party: str) -> Text | None:
    """The name that lists of parties print."""
    country, body = scene.register.countries.get(party), scene.register.organisations.get(party)
    if country is None:
        return body.in_sentence if body else None
    found: Text = getattr(country.names[-1], FIELD[scene.register.house.country_forms.parties])
    return found
