"""A round of invented states in French, drafted with the shipped templates; each case changes the record of the round."""

from __future__ import annotations

import functools

from reporting.audiences.view import View
from reporting.build.material import Desk
from reporting.build.plan import Paper, plan
from reporting.document.text import text_of
from reporting.drafting.draft import Drafted, draft
from reporting.drafting.templates import Templates, templates_of
from reporting.drafting.typefiles import types_of
from reporting.records.load import load_register
from reporting.workspace import Memory

FILES = {
    "data/house.yaml": """\
organisation: ministere
speaks_for: LA
city: Sund
languages: [fr]
markings: {partners: partners, internal: internal, restricted: restricted}
contacts: [{name: Service de presse, email: presse@lande.example}]
""",
    "data/registers/countries.yaml": """\
LA:
  names: [{short: {fr: {text: Lande, article: la, gender: f}}, official: {fr: Royaume de Lande}, in_sentence: {fr: {text: la Lande, gender: f}}}]
SU:
  names: [{short: {fr: {text: Sundre, article: le, gender: m}}, official: {fr: République du Sundre}, in_sentence: {fr: {text: le Sundre, gender: m}}}]
AL:
  names: [{short: {fr: {text: Alvie, article: l’, gender: f}}, official: {fr: Alvie}, in_sentence: {fr: {text: l’Alvie, gender: f}}}]
IL:
  names: [{short: {fr: {text: Îles d’Ostre, article: les, gender: plural}}, official: {fr: Îles d’Ostre}, in_sentence: {fr: {text: les Îles d’Ostre, gender: plural}}}]
""",
    "data/registers/organisations.yaml": """\
ministere: {name: {fr: ministère de Lande}, in_sentence: {fr: le ministère de Lande}, short: {fr: ministère}}
agence: {name: {fr: Agence des phares}, in_sentence: {fr: {text: l’Agence des phares, gender: f}}, short: {fr: {text: ADP, article: l’, gender: f}}}
""",
    "data/registers/people.yaml": """\
ada: {given: Ada, family: Berg, honorific: {fr: Mme}, gender: f, functions: [{title: {fr: {text: ministre délégué, feminine: ministre déléguée}}, country: LA}]}
olf: {given: Olf, family: Dahl, honorific: {fr: M.}, style: {fr: S.E.}, gender: m, functions: [{title: {fr: ministre}, country: SU}]}
kim: {given: Kim, family: Elle, honorific: {fr: M.}, gender: m}
eva: {given: Eva, family: Foss, honorific: {fr: Mme}, gender: f, functions: [{title: {fr: directrice}, organisation: agence}]}
""",
    "data/registers/programmes.yaml": "{}\n",
    "data/dialogues/coast/dialogue.yaml": """\
names: [{name: {fr: {text: dialogue côtier, article: le, gender: m}}, short: {fr: le Dialogue}}]
kind: dialogue
level: {fr: {text: ministres, article: les}}
parties: [LA, SU]
together: {fr: {text: les deux parties, gender: plural}}
purpose: {fr: Il veille sur la côte.}
started: 2019
started_in: {fr: Le Havre}
""",
    "data/dialogues/coast/01-sund/round.yaml": """\
number: 1
state: held
start: 2024-05-01
parties: [{party: LA}, {party: SU}]
""",
}
ROUND = "data/dialogues/coast/01-sund/round.yaml"
EARLIER = "data/dialogues/coast/00-phare/round.yaml"


@functools.cache
def _wording() -> Templates:
    return templates_of(Memory({}, shipped=True)).value


def _papers(files: dict[str, str]) -> dict[str, tuple[Paper, View, Desk]]:
    workspace = Memory(files, shipped=True)
    loaded = load_register(workspace)
    assert not [each for each in loaded.problems if each.is_error], loaded.problems
    types = types_of(workspace).value
    desk = Desk(loaded.value, types, None)
    return {
        f"{paper.round}/{paper.stem}": (paper, desk.material(paper).view, desk)
        for paper in plan(loaded.value, types).papers
    }


def drafted(lines: str = "", *, name: str = "01-sund/press-release.fr", **files: str) -> Drafted:
    """The paper that the round makes, with some lines of its record added or put in place of others.

    Args:
        lines: lines of YAML; a line takes the place of the one that begins with the same key.
        name: folder of the round and name of the paper.
        files: other records, by a name of this module that holds their path.
    """
    paths = {globals()[key.upper()]: text for key, text in files.items()}
    paper, view, desk = _papers({**FILES, ROUND: _changed(lines), **paths})[name]
    return draft(desk.types[paper.type], view, _wording(), identifier=paper.identifier)


def text(lines: str = "", *, name: str = "01-sund/press-release.fr", **files: str) -> str:
    """The words of that paper in one line, every space a plain one."""
    made = drafted(lines, name=name, **files)
    assert made.document is not None, made.problems
    assert made.problems == ()
    return " ".join(text_of(made.document).replace("\u00a0", " ").replace("\u202f", " ").split())


def _changed(lines: str) -> str:
    new = {line.partition(":")[0]: line for line in lines.splitlines() if not line.startswith(" ")}
    kept = [line for line in FILES[ROUND].splitlines() if line.partition(":")[0] not in new]
    return "\n".join([*kept, lines, ""])
