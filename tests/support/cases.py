"""Cases as text: the files of a broken workspace and what is said of it, in one file.

    A line that says what the case shows
    --- data/dialogues/north/02-beta/round.yaml
    …the file…
    --- data/registers/glossary.yaml (gone)
    === expected
    data/…:3:5: error: … [R001]
      hint: …

Files that a case does not name are those of `SOUND`, in which nothing is wrong.
"""

from __future__ import annotations

import datetime
import io
import re
from dataclasses import dataclass

from reporting.checks.all import check_register
from reporting.cli.printing import write_problems
from reporting.problems import Failed, Problem, in_order
from reporting.records.load import load_register
from reporting.workspace import Memory

SECTION = re.compile(r"^--- (\S+)( \(gone\))?\n", re.MULTILINE)
EXPECTED = "=== expected\n"
ROUND = "data/dialogues/north/02-beta/round.yaml"
SOUND: dict[str, str] = {
    "data/house.yaml": """\
organisation: ON
city: Northport
languages: [en]
as_of: 2030-01-01
markings: {internal: internal, restricted: restricted}
""",
    "data/registers/countries.yaml": """\
AR:
  names:
    - {short: Arvenia, official: Republic of Arvenia, in_sentence: the Republic of Arvenia}
  capitals:
    - {name: Oldtown, until: 2019-12-31}
    - {name: Newtown, since: 2020-01-01}
  variants: [Arwenia]
BO:
  names:
    - {short: Borland, official: Borland, in_sentence: Borland}
""",
    "data/registers/organisations.yaml": """\
ON: {name: Office of the North, in_sentence: the Office of the North, short: OoN}
""",
    "data/registers/people.yaml": """\
a-sol:
  given: Ana
  family: Sol
  functions: [{title: Deputy Minister of Foreign Affairs, country: AR, since: 2020-01-01}]
b-lind:
  given: Bo
  family: Lind
  functions: [{title: Minister of the Interior, country: BO, until: 2024-12-31}]
""",
    "data/registers/programmes.yaml": """\
borders: {acronym: BORA, name: Border Training, about: trains border services}
""",
    "data/registers/glossary.yaml": """\
UN: {long: United Nations, known: true}
High Level: {long: High Level, variants: [Highlevel]}
""",
    "data/dialogues/north/dialogue.yaml": """\
names: [{name: Northern Dialogue}]
kind: dialogue
level: deputy ministers
together: Arvenia and Borland
parties: [AR, BO]
purpose: The dialogue is the place to take up matters of shared concern.
""",
    "data/dialogues/north/01-alpha/round.yaml": """\
number: 1
state: held
start: 2023-05-16
place: {city: Newtown, country: AR}
hosts: [{person: a-sol}]
chairs: [{person: b-lind}]
parties: [{party: AR}, {party: BO}]
occasion: The meeting took place at a time when both sides had just opened the new bridge of 2023.
""",
    ROUND: """\
number: 2
state: held
start: 2024-05-16
place: {city: Newtown, country: AR}
hosts: [{person: a-sol}]
chairs: [{person: b-lind}]
parties: [{party: AR}, {party: BO}]
""",
}


@dataclass(frozen=True, slots=True)
class Case:
    """A broken workspace."""

    title: str
    files: dict[str, str]
    expected: str


def case_of(text: str) -> Case:
    """The case that a text tells."""
    given, _, expected = text.partition(EXPECTED)
    title, *parts = SECTION.split(given)
    files = dict(SOUND)
    for path, gone, content in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        if gone:
            files.pop(path)
        else:
            files[path] = content
    return Case(title.strip(), files, expected)


def findings_of(files: dict[str, str], on: datetime.date | None = None) -> tuple[Problem, ...]:
    """All that a check finds in a workspace."""
    try:
        checked = load_register(Memory(files), keep_dangling=True)
    except Failed as failed:
        return failed.problems
    return in_order([*checked.problems, *check_register(checked.value, on or checked.value.house.as_of)])


def told(problems: tuple[Problem, ...]) -> str:
    """Problems as they are printed into a log."""
    stream = io.StringIO()
    write_problems(problems, stream)
    return stream.getvalue()
