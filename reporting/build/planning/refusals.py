"""Orders that name what is not there, each refused with what is meant or what there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reporting.build.planning.plan import Paper, Plan
from reporting.build.planning.report import Unknown
from reporting.build.planning.selection import Selection, names_of
from reporting.drafting.types import DocumentType
from reporting.problems import Failed, Problem
from reporting.protocol.voices import KINDS
from reporting.records.nearest import did_you_mean, listed, nearest
from reporting.records.register import Register

NAMES = "`reporting list` names all that there are"


def refuse_unreadable(selection: Selection, register: Register, problems: tuple[Problem, ...]) -> None:
    """A round that was named and cannot be read is there all the same: its own errors are what to say of it."""
    for name in sorted(selection.rounds):
        dialogue, _, round_ = name.partition("/")
        series = register.series.get(dialogue)
        if series is not None and (not round_ or round_ in series.meetings):
            continue
        folder = f"data/dialogues/{name}/"
        if own := [each for each in problems if each.is_error and each.place and each.place.file.startswith(folder)]:
            raise Failed(own)


def refuse_unknown(selection: Selection, register: Register, types: Mapping[str, DocumentType]) -> None:
    rounds = {f"{name}/{round_}" for name, series in register.series.items() for round_ in series.meetings}
    named = (
        ("dialogue or round", selection.rounds, rounds | set(register.series)),
        ("document type", selection.types, set(types)),
    )
    for what, wanted, known in named:
        for name in sorted(wanted - known):
            raise Unknown(Problem("B011", f"there is no {what} “{name}”", hint=_meant(name, known, register)))


def _meant(name: str, known: set[str], register: Register) -> str:
    """What to say of a name that is not known: the one it is near to, and the rounds of its dialogue."""
    dialogue, _, round_ = name.partition("/")
    series = register.series.get(dialogue)
    if not round_ or series is None or not series.meetings:
        return did_you_mean(name, sorted(known), NAMES) or NAMES
    found = nearest(round_, series.meetings)
    suggestion = f"did you mean “{dialogue}/{found}”? " if found else ""
    return f"{suggestion}its rounds are {', '.join(series.meetings)}"


def refuse_languages(selection: Selection, whole: Plan, chosen: Plan) -> None:
    """A language in which nothing is made of what was asked for, with the languages that it is made in."""
    for language in sorted(selection.languages - {each.language for each in chosen.papers}):
        asked = replace(selection, languages=frozenset())
        others = sorted({each.language for each in whole.papers if _takes(asked, each)} - {language})
        reason = next((each.reason for each in chosen.omitted if each.language == language), "")
        hint = f"what was asked for is made in {', '.join(others)}"
        sentence = f"nothing that was asked for is made in “{language}”"
        raise Unknown(Problem("B011", f"{sentence}: {reason}" if reason else sentence, hint=hint if others else NAMES))


def refuse_voices(selection: Selection, whole: Plan, chosen: Plan) -> None:
    """A voice in which nothing is made of what was asked for, with the voices that it is made in."""
    known = {*KINDS, *_voices(whole)}
    for voice in sorted(selection.voices - _voices(chosen)):
        asked = replace(selection, voices=frozenset())
        others = sorted({each.voice or "own" for each in whole.papers if _takes(asked, each)})
        hint = f"what was asked for is made in {listed(others)}" if others else NAMES
        if meant := did_you_mean(voice, others):
            hint = f"{meant} {hint}"
        if others or voice not in known:
            raise Unknown(Problem("B011", f"nothing that was asked for is made in the voice “{voice}”", hint=hint))


def _voices(plan: Plan) -> set[str]:
    """All that the voices of a plan may be called in an order."""
    voices = {*(each.voice for each in plan.papers), *(each.voice for each in plan.omitted)}
    return {name for voice in voices for name in names_of(voice)}


def _takes(selection: Selection, paper: Paper) -> bool:
    named = paper.dialogue, paper.round, paper.type, paper.language, str(paper.audience)
    return selection.takes(*named, voice=paper.voice) and bool(selection.formats_of(paper.formats))
