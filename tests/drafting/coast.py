"""A round of invented states in one language, drafted with the shipped templates; each case changes its record."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml.html import builder

from reporting.build.making.material import Desk
from reporting.build.planning.plan import plan
from reporting.document.text import text_of
from reporting.drafting.draft import Drafted, draft
from reporting.drafting.templates import Templates, templates_of
from reporting.drafting.typefiles import types_of
from reporting.records.load import load_register
from reporting.workspace import Memory

FOLDER = "data/dialogues/coast"
PATHS = {"dialogue": f"{FOLDER}/dialogue.yaml", "earlier": f"{FOLDER}/00-phare/round.yaml"}
"""Records that a case may give by a short name."""
ROUND = f"{FOLDER}/01-sund/round.yaml"
SHARED = {
    "data/registers/programmes.yaml": "{}\n",
    ROUND: """\
number: 1
state: held
start: 2024-05-01
parties: [{party: LA}, {party: SU}]
""",
}
"""Records that are the same in every language."""
DIALOGUE = """\
kind: dialogue
parties: [LA, SU]
started: 2019
"""
PLANNED = "state: planned\n"
EARLIER = "number: 2\nstate: held\nstart: 2023-10-01\nparties: [{party: LA}, {party: SU}]\n"
EMBARGO = 'press: {embargo: {day: 2024-05-01, time: "14:00", zone: Europe/Brussels}}'
SPARSE = (
    "",
    PLANNED,
    "mode: video",
    "parties: []",
    "number: 2\nparties: [{party: LA}]",
    "chairs: [{person: kim}]",
    "hosts: [{person: kim}]",
)
"""Records of which a paper can say little."""
NO_BREAK = str.maketrans("\u00a0\u202f", "  ")
GAPS = re.compile(r"[,،] [,،]|[,،]\.|\( ?\)| [,،]|\.\.| \.|: \.|  |None")


@dataclass(frozen=True)
class Coast:
    """The workspace of a language.

    Args:
        files: its records.
        language: the papers' own.
    """

    files: Mapping[str, str]
    language: str

    def drafted(self, lines: str = "", *, name: str = "", **files: str) -> Drafted:
        """The paper that the round makes, with some lines of its record added or put in place of others.

        Args:
            lines: lines of YAML; a line takes the place of the one that begins with the same key.
            name: folder of the round and name of the paper; left out, the press release.
            files: other records, by their names in `PATHS`.
        """
        changed = {ROUND: self._changed(lines), **{PATHS[key]: text for key, text in files.items()}}
        workspace = Memory({**self.files, **changed}, shipped=True)
        loaded = load_register(workspace)
        assert not [each for each in loaded.problems if each.is_error], loaded.problems
        types = types_of(workspace).value
        wanted = name or f"01-sund/press-release.{self.language}"
        (paper,) = (each for each in plan(loaded.value, types).papers if f"{each.round}/{each.stem}" == wanted)
        view = Desk(loaded.value, types, None).material(paper).view
        return draft(types[paper.type], view, _wording(), identifier=paper.identifier)

    def text(self, lines: str = "", *, name: str = "", **files: str) -> str:
        """The words of that paper in one line, every space a plain one."""
        made = self.drafted(lines, name=name, **files)
        assert made.document is not None, made.problems
        assert made.problems == ()
        return " ".join(text_of(made.document).translate(NO_BREAK).split())

    def leaves_no_gap(self, lines: str, **files: str) -> bool:
        """Whether the paper has no torn sentence and no empty paragraph, and no heading stands above nothing."""
        made = self.drafted(lines, **files).document
        assert made is not None
        tree = list(made.tree())
        headings = (each.tag == "h2" for each in (*tree[1:], builder.H2()))
        return (
            GAPS.search(self.text(lines, **files)) is None
            and all(each.tag == "hr" or "".join(each.itertext()).strip() for each in tree)
            and not any(above.tag == "h2" and is_heading for above, is_heading in zip(tree, headings, strict=True))
        )

    def _changed(self, lines: str) -> str:
        new = {line.partition(":")[0] for line in lines.splitlines() if not line.startswith(" ")}
        kept = [line for line in self.files[ROUND].splitlines() if line.partition(":")[0] not in new]
        return "\n".join([*kept, lines, ""])


def house(organisation: str, city: str, language: str, contact: str) -> str:
    """The record of the house in a language."""
    return f"""\
organisation: {organisation}
speaks_for: LA
city: {city}
languages: [{language}]
markings: {{partners: partners, internal: internal, restricted: restricted}}
contacts: [{contact}]
"""


def parties(*others: str) -> str:
    """The two parties of the round, and others."""
    return f"parties: [{{party: LA}}, {{party: SU}}, {', '.join(others)}]\n"


@functools.cache
def _wording() -> Templates:
    return templates_of(Memory({}, shipped=True)).value
