"""A round of two invented states with a host, two chairs and a statement in alternat, drafted with the shipped templates."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from reporting.audiences.view import View
from reporting.build.making.material import Desk
from reporting.build.planning.plan import Paper, plan
from reporting.document.document import Document
from reporting.document.text import text_of
from reporting.drafting.draft import draft
from reporting.drafting.templates import Templates, templates_of
from reporting.drafting.typefiles import types_of
from reporting.records.load import load_register
from reporting.workspace import Memory

ROUND = "data/dialogues/coast/01-sund/round.yaml"
STATEMENT = "data/dialogues/coast/01-sund/statement.yaml"
FILES = {
    "data/house.yaml": """\
organisation: nor-ministry
speaks_for: "NO"
city: Sund
languages: [en]
markings: {partners: partners, internal: internal, restricted: restricted}
contacts: [{name: Press desk of Norland}]
department: Press department
rights: © Norland
""",
    "data/registers/countries.yaml": """\
"NO":
  names: [{short: Norland, official: Kingdom of Norland, in_sentence: Norland}]
SU:
  names: [{short: Sunders, official: Republic of Sunders, in_sentence: the Republic of Sunders}]
AL:
  names: [{short: Alvia, official: Alvia, in_sentence: Alvia}]
""",
    "data/registers/organisations.yaml": """\
nor-ministry: {name: Ministry of Norland, in_sentence: the Ministry of Norland}
sun-ministry: {name: Ministry of Sunders, in_sentence: the Ministry of Sunders}
""",
    "data/registers/people.yaml": """\
ada: {given: Ada, family: Berg, honorific: Ms, functions: [{title: Minister, country: "NO"}]}
olf: {given: Olf, family: Dahl, honorific: Mr, style: H.E., functions: [{title: Envoy, country: SU}]}
kim: {given: Kim, family: Elle, honorific: Mr, functions: [{title: Deputy Envoy, country: SU}]}
""",
    "data/dialogues/coast/dialogue.yaml": """\
names: [{name: "Coast Dialogue of {parties}"}]
kind: dialogue
level: ministers
parties: ["NO", SU]
together: both sides
purpose: It keeps the coast.
""",
    ROUND: """\
number: 1
state: held
start: 2024-05-16
place: {city: Sund, country: SU}
invitation_by: SU
hosts: [{person: olf, party: SU}]
chairs: [{person: ada, party: "NO"}, {person: olf, party: SU}]
parties: [{party: "NO"}, {party: SU}, {party: AL, capacity: guest}]
topics: [{id: fish, title: fish}]
outcomes: [{id: o1, verb: agree, text: to count the fish}]
press: {number: N-7}
voices:
  - {kind: own}
  - {kind: host, issuer: sun-ministry, contacts: [{name: Press desk of Sunders}]}
  - {kind: counterpart, party: SU, issuer: sun-ministry, number: S-3}
  - {kind: joint, first_person: true}
""",
    STATEMENT: """\
title: Joint statement of {parties}
alternat: true
published: 2024-05-16
sections:
  - paragraphs:
      - {id: a, text: "{parties} met. Norland spoke of fish."}
closing: Done in two copies in {languages}.
signed_in: [{name: Norse, party: "NO"}, {name: Sundish, party: SU}, {name: English}]
signatories: [{person: ada, party: "NO"}, {person: olf, party: SU}]
""",
}


@functools.cache
def _wording() -> Templates:
    return templates_of(Memory(FILES, shipped=True)).value


def views(changed: Mapping[str, str] | None = None) -> dict[str, tuple[Paper, View, Desk]]:
    """The view of each paper by its name without folder, such as `press-release.host.en`."""
    workspace = Memory({**FILES, **(changed or {})}, shipped=True)
    loaded = load_register(workspace)
    assert not [each for each in loaded.problems if each.is_error], loaded.problems
    types = types_of(workspace).value
    desk = Desk(loaded.value, types, None)
    return {paper.stem: (paper, desk.material(paper).view, desk) for paper in plan(loaded.value, types).papers}


def document(name: str, changed: Mapping[str, str] | None = None) -> Document:
    """One paper as a document."""
    paper, view, desk = views(changed)[name]
    drafted = draft(desk.types[paper.type], view, _wording(), identifier=paper.identifier)
    assert drafted.document is not None, drafted.problems
    return drafted.document


def text(name: str, changed: Mapping[str, str] | None = None) -> str:
    """The words of one paper, in one line."""
    return " ".join(text_of(document(name, changed)).split()).replace("\u00a0", " ")
