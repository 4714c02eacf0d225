"""The outline of a view: its shape for an audience, made from the model without any data."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import cast

from reporting.audiences import agenda
from reporting.audiences.derived.rows import Derived
from reporting.audiences.derived.table import TABLE
from reporting.audiences.shapes import DAY, TEXT, TRUTH, Field, Many, Plan, Scalar, Shape, Thing, Worded, plans
from reporting.protocol.voices import KINDS
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.model.briefing import Briefing
from reporting.records.model.delegations import Delegation
from reporting.records.model.designations import Designation
from reporting.records.model.dialogue import Commitment, Dialogue
from reporting.records.model.house import Contact, House
from reporting.records.model.press import Embargo
from reporting.records.model.registers import Country, Organisation, Person, Programme
from reporting.records.model.results import Outcome, Topic
from reporting.records.model.round import Round
from reporting.records.model.statement import Statement

PUBLIC = Level.PUBLIC
BRIEF = ("number", "start", "last_day", "place", "is_planned")
"""Fields of a round before that every paper may tell of; `looking_back.py` fills them."""
REGISTERS: dict[str, type[Node]] = {
    "countries": Country,
    "organisations": Organisation,
    "people": Person,
    "programmes": Programme,
    "topics": Topic,
    "outcomes": Outcome,
}


@functools.cache
def thing(model: type[Node]) -> Thing:
    """The shape of a noun of the model, with what follows from it."""
    fields = {
        plan.name: Field(_shape(plan), max(plan.lowest, _base(plan)), _may_lack(plan), plan.sentence)
        for plan in plans(model)
    }
    derived = {row.name: _derived(row, fields) for row in TABLE.get(model, ())}
    return Thing(model.__name__, {**fields, **derived})


def _may_lack(plan: Plan) -> bool:
    return plan.kind != "list" and (plan.optional or plan.lowest < plan.level)


def _base(plan: Plan) -> Level:
    target = plan.target.target if plan.kind == "list" else plan.target
    return target.base_level if isinstance(target, type) and issubclass(target, Node) else PUBLIC


def _shape(plan: Plan) -> Shape:
    if plan.kind == "list":
        return Many(_shape(plan.target))
    if plan.kind == "text":
        return Worded(plan.target.kind)
    if plan.kind == "node":
        return thing(plan.target)
    if plan.kind == "ref":
        return _referred(plan.target)
    return cast(Shape, plan.target)


def _referred(registers: tuple[str, ...]) -> Shape:
    if registers == ("rounds",):
        return brief()
    if registers == ("countries", "organisations"):
        return party()
    return thing(REGISTERS[registers[0]])


@functools.cache
def party() -> Thing:
    """What a state and an organisation have in common."""
    state, body = thing(Country), thing(Organisation)
    return Thing("Party", {name: field for name, field in state.fields.items() if name in body.fields})


@functools.cache
def brief() -> Thing:
    """What is told of a round before."""
    own = thing(Round).fields
    return Thing("EarlierRound", {"id": _plain(TEXT, "Its id."), **{name: own[name] for name in BRIEF}})


def _derived(row: Derived, fields: Mapping[str, Field]) -> Field:
    if row.name == "occasions":
        topic = thing(Topic).fields
        goes_on = _plain(TRUTH, "True where the same occasion had subjects with another verb before.")
        told = {
            "occasion": topic["occasion"],
            "treatment": topic["treatment"],
            "topics": fields["topics"],
            "goes_on": goes_on,
        }
        return Field(Many(Thing("Occasion", told)), PUBLIC, row.optional, row.sentence)
    if isinstance(row.shape, str):
        source = fields[row.shape]
        shape = source.shape.item if isinstance(source.shape, Many) and row.optional else source.shape
        return Field(shape, source.level, row.optional, row.sentence)
    return Field(row.shape, PUBLIC, row.optional, row.sentence)


def _plain(shape: Shape, sentence: str = "", *, optional: bool = False, level: Level = PUBLIC) -> Field:
    return Field(shape, level, optional, sentence)


@functools.cache
def guest() -> Thing:
    """A guest as far as a paper says with whom its reader meets; who leads the delegation stands in the round."""
    own = thing(Delegation).fields
    return Thing("Guest", {name: own[name] for name in ("party", "capacity")})


@functools.cache
def voice() -> Thing:
    """Who speaks in a paper."""
    fields = {
        "id": _plain(TEXT, "What stands in the names of its files, such as host; nothing for the house's own."),
        "kind": _plain(Scalar("text", KINDS), "Who speaks: the house, all parties, the host, or another party."),
        "party": _plain(party(), "The party that speaks; for the house, the one that it speaks for.", optional=True),
        "others": _plain(Many(party()), "The other parties, in order."),
        "guests": _plain(Many(guest()), "Guests, without the party that speaks."),
        "keeper": _plain(party(), "Whose copy of a text done in alternat it is.", optional=True),
        "is_host": _plain(TRUTH, "True where the party that speaks hosts."),
        "is_chair": _plain(TRUTH, "True where the party that speaks chairs, alone or with others."),
        "is_house": _plain(
            TRUTH, "True where the house itself is named on the paper, so that its department may be, too."
        ),
        "first_person": _plain(TRUTH, "True where the paper says “we”."),
        "number": _plain(TEXT, "Number under which it is issued.", optional=True),
        "headline": _plain(Worded("line"), "Its headline, where the usual one will not do.", optional=True),
        "notes": _plain(Many(Worded("line")), "Its notes to editors."),
        "embargo": Field(thing(Embargo), PUBLIC, optional=True, sentence="The embargo that it carries."),
        "day": _plain(DAY, "Day of its dateline, where the record tells it.", optional=True),
        "city": _plain(Worded("label"), "City of its dateline, where it has another.", optional=True),
        "desks": _plain(
            Many(
                Thing(
                    "Desk",
                    {
                        "party": _plain(
                            party(), "Whose desk it is; empty where it is that of who speaks.", optional=True
                        ),
                        "contacts": _plain(Many(thing(Contact)), "Whom the press may ask there."),
                    },
                )
            ),
            "Whom the press may ask: in a joint paper, side by side for each party.",
        ),
    }
    return Thing("Voice", fields)


@functools.cache
def outline() -> Thing:
    """Every variable of a view that comes from records, with its level."""
    commitment = thing(Commitment)
    overdue = Thing(
        "Commitment",
        {**commitment.fields, "is_overdue": _plain(TRUTH, "True where its deadline has passed.", level=Level.INTERNAL)},
    )
    return Thing(
        "View",
        {
            "house": _plain(thing(House), "Who issues."),
            "issuer": _plain(thing(Organisation), "The body named on the paper."),
            "dialogue": _plain(thing(Dialogue), "The series."),
            "round": _plain(thing(Round), "The meeting."),
            "voice": _plain(voice(), "In whose name the paper speaks."),
            "designations": _plain(Many(thing(Designation)), "Names that the house owes a footnote; papers print it."),
            "contacts": _plain(Many(thing(Contact)), "Whom the press may ask."),
            "programmes": _plain(Many(thing(Programme)), "Programmes to mention."),
            "statement": _plain(thing(Statement), "The joint statement.", optional=True),
            "briefing": _plain(thing(Briefing), "The briefing.", optional=True, level=Briefing.base_level),
            "agenda": _plain(agenda.shape_of(thing(Round)), "The agenda, day by day.", optional=True),
            "previous": _plain(thing(Round), "The round before.", optional=True),
            "earlier": _plain(Many(brief()), "The last few rounds before, oldest first."),
            "commitments": _plain(Many(overdue), "What was promised before.", level=Commitment.base_level),
            "acronyms": _plain(
                Many(
                    Thing(
                        "Acronym",
                        {
                            "short": _plain(Worded("name"), "The acronym."),
                            "long": _plain(Worded("label"), "What it stands for."),
                        },
                    )
                ),
                "Acronyms of the registers; `| used` leaves those that the paper prints.",
            ),
        },
    )
