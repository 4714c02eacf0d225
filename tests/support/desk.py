"""A small register of invented states, for tests of views and of drafting."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from reporting.audiences.view import PARTS, View, view_of
from reporting.records.levels import Level
from reporting.records.model.briefing import Briefing
from reporting.records.model.dialogue import Commitments, Dialogue
from reporting.records.model.house import House
from reporting.records.model.registers import Country, Organisation, Person, Programme, Term
from reporting.records.model.round import Round
from reporting.records.model.statement import Statement
from reporting.records.reading.reader import read_yaml
from reporting.records.register import Meeting, Register, Series
from reporting.records.schemes.marking_schemes import schemes_of
from reporting.workspace import Memory

ON = datetime.date(2031, 12, 1)
SCHEMES = replace(schemes_of(Memory({})).value, house="plain")

HOUSE = """
organisation: mer
city: Averin
languages: [en, fr]
markings: {partners: partners, internal: internal, restricted: restricted}
contacts: [{name: Press desk, email: press@mer.example}]
rights: © Ministry of External Relations
"""
ORGANISATIONS = """
mer: {name: Ministry of External Relations of Velmora, in_sentence: the Ministry of External Relations, short: MER}
straits-union: {name: Straits Union, in_sentence: the Straits Union}
"""
COUNTRIES = """
VE:
  names:
    - {until: 2030-06-30, short: Old Velmora, official: Kingdom of Velmora, in_sentence: the Kingdom of Velmora}
    - {since: 2030-07-01, short: Velmora, official: Republic of Velmora, in_sentence: the Republic of Velmora}
  capitals: [{name: Averin}]
  variants: [Welmora]
OS:
  names: [{short: Ostrava Isles, official: Ostrava Isles, in_sentence: the Ostrava Isles}]
"""
PEOPLE = """
sol:
  given: Ana
  family: Sol
  honorific: Ms
  functions:
    - {until: 2030-12-31, title: Deputy Minister, country: VE}
    - {since: 2031-01-01, title: Minister, country: VE}
  contact: +99 1 234
  biography: Born in Averin.
brek: {given: Tam, family: Brek, family_first: true, functions: [{title: Envoy, organisation: straits-union}]}
"""
PROGRAMMES = """
harbour: {acronym: HARBOUR, name: Safe Harbours, about: trains pilots, review_by: 2032-01-01}
"""
GLOSSARY = "{}"
DIALOGUE = """
names: [{name: Straits Security Dialogue, short: the Dialogue, acronym: SSD}]
kind: dialogue
level: deputy ministers
together: the parties
parties: [VE, OS]
purpose: The Dialogue keeps the straits safe.
programmes: [harbour]
"""
ROUND_6 = """
number: 6
state: published
start: 2030-05-02
place: {city: Averin}
parties: [{party: VE}, {party: OS}]
"""
ROUND_7 = """
number: 7
state: held
start: 2031-10-21
place: {city: Port Averin, country: VE, venue: Customs House, room: Room 4}
parties:
  - {party: VE, head: sol, members: [sol], size: 7}
  - {party: OS, head: brek, audience: {head: public}, lowered: The envoy was announced in public.}
  - {party: straits-union, capacity: guest}
agenda: [{title: Opening, start: "09:30", topics: [pilots]}]
topics:
  - {id: pilots, title: pilotage, raised_by: OS, context: Pilots are scarce., confidential: They quarrelled.}
  - {id: lights, title: lights, occasion: working-lunch}
outcomes:
  - {id: o1, verb: agree, text: to share *charts*, owner: VE}
  - {id: o2, verb: note, text: the delay, audience: internal}
quotes:
  - {id: q1, speaker: sol, text: We did well., cleared_by: Cabinet, cleared_on: 2031-10-21}
  - {id: q2, speaker: brek, text: Not yet cleared.}
next: {when: 2032-autumn, place: Averin}
sources: [{claim: All, source: Our notes}]
"""
STATEMENT = """
title: Joint statement
draft: {number: 3, day: 2031-10-20}
sections:
  - heading: Safety
    paragraphs:
      - {id: p1, text: "We met.[^n1]", note: They wanted more.}
      - {id: p2, text: We agreed.}
notes: [{id: n1, text: In Port Averin.}]
"""
BRIEFING = """
principal: sol
scene_setter: Expect rain.
objectives: {ours: [a deal], theirs: [time]}
topics: [{topic: pilots, lines: [Charts first.]}]
clearances: [{unit: Legal}]
"""
COMMITMENTS = """
- {id: c1, round: 06-averin, text: send a list, owner: OS, deadline: 2031-06, status: open, updated: 2031-10-01}
- {id: c2, round: 06-averin, text: call, owner: VE, status: delivered, updated: 2031-10-01}
"""


def tree(text: str) -> Any:
    """What a YAML text holds."""
    read = read_yaml(text.encode(), "test.yaml")
    assert not read.problems
    return read.value


def register(**changed: str) -> Register:
    """The sample register; a keyword such as `round_7` or `statement` replaces a record, empty text leaves it out."""
    texts = {name.lower(): value for name, value in globals().items() if name.isupper() and isinstance(value, str)}
    texts |= changed

    def entries(name: str, model: Any) -> dict[str, Any]:
        return {key: model.model_validate(value, context=SCHEMES) for key, value in tree(texts[name]).items()}

    def record(name: str, model: Any) -> Any:
        return model.model_validate(tree(texts[name]), context=SCHEMES) if texts[name] else None

    folder = "data/dialogues/straits"
    meetings = {
        "06-averin": Meeting("06-averin", f"{folder}/06-averin", record("round_6", Round)),
        "07-port": Meeting(
            "07-port",
            f"{folder}/07-port",
            record("round_7", Round),
            record("statement", Statement),
            record("briefing", Briefing),
        ),
    }
    promised = tree(texts["commitments"])
    promised = promised if isinstance(promised, dict) else {"commitments": promised}
    commitments = Commitments.model_validate(promised, context=SCHEMES)
    return Register(
        house=record("house", House),
        countries=entries("countries", Country),
        organisations=entries("organisations", Organisation),
        people=entries("people", Person),
        programmes=entries("programmes", Programme),
        glossary=entries("glossary", Term),
        series={"straits": Series("straits", folder, record("dialogue", Dialogue), commitments, meetings)},
        schemes=SCHEMES,
    )


def view(
    level: Level = Level.PUBLIC,
    *,
    language: str = "en",
    meeting: str = "07-port",
    parts: tuple[str, ...] = PARTS,
    on: datetime.date = ON,
    **changed: str,
) -> View:
    """The view of a meeting of the sample register."""
    made = register(**changed)
    series = made.series["straits"]
    return view_of(
        made,
        series,
        series.meetings[meeting],
        audience=level,
        language=language,
        on=on,
        parts=parts,
    )
