"""P047: names that papers print in a language in which nobody has looked at them.

A note, not a warning: such a name may well be right, the desk can do nothing about most of them today, and a line for
each at every check would soon be read by nobody. `reporting check` counts the notes, `--notes` shows them, and a release
for the public tells them where it matters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reporting.build.foreseen.names import FILE, Used, first_of, used_names
from reporting.build.planning.plan import Paper
from reporting.problems import Problem, Severity
from reporting.records.model.base import Node
from reporting.records.model.registers import Country, Named
from reporting.records.register import Meeting, Register
from reporting.workspace import HOUSE


def unreviewed_findings(register: Register, papers: tuple[Paper, ...]) -> Iterator[Problem]:
    """For each register and language the names that its papers print and nobody has looked at."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in sorted(unreviewed_names(register, papers)):
        found.setdefault((each.register, each.language), []).append(each.id)
    for (name, language), ids in found.items():
        file = FILE.format(name)
        tree = register.trees.get(file)
        own = [each for each in ids if isinstance(tree, Mapping) and each in tree]
        place = register.place(file, own[0]) if own else register.place(HOUSE)
        hint = f"look at them, and write into {file} what is right, with its `source:`"
        yield Problem("P047", told(ids, language, name, register), place, hint, severity=Severity.NOTE)


def told(ids: list[str], language: str, name: str, register: Register) -> str:
    """How many names of a register there are, and the first of them."""
    are = "1 name is" if len(ids) == 1 else f"{len(ids)} names are"
    return f"{are} printed in {language} and not reviewed ({name}){first_of(ids, getattr(register, name))}"


def unreviewed_names(register: Register, papers: tuple[Paper, ...]) -> set[Used]:
    """Names of the registers that papers print in a language in which they are marked as unreviewed."""
    return {
        used
        for used, meeting in used_names(register, papers)
        if _is_unreviewed(getattr(register, used.register)[used.id], meeting, used.language)
    }


def _is_unreviewed(entry: Node, meeting: Meeting, language: str) -> bool:
    day, place = meeting.round.start, meeting.round.place
    if isinstance(entry, Country):
        cities = set(place.city.by_language.values()) if place else set()
        capitals = [each for each in entry.capitals if cities & set(each.name.by_language.values())]
        names = [each for each in entry.names if each.covers(day)]
        cities_then = [each for each in capitals if each.covers(day)]
        return any(language in each.unreviewed for each in names) or any(
            language in each.unreviewed for each in cities_then
        )
    return isinstance(entry, Named) and language in entry.unreviewed
