"""The outline of a view: its shape for an audience, made from the model without any data."""

from __future__ import annotations

import functools

from reporting.audiences.derived import TABLE, Derived
from reporting.audiences.shapes import DAY, NUMBER, SCALARS, TEXT, TRUTH, Field, Many, Plan, Shape, Thing, Worded, plans
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.model.briefing import Briefing
from reporting.records.model.dialogue import Commitment, Dialogue
from reporting.records.model.house import Contact, House
from reporting.records.model.registers import Country, Organisation, Person, Programme
from reporting.records.model.round import Meeting, Outcome, Round, Topic
from reporting.records.model.statement import Statement

PUBLIC = Level.PUBLIC
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
    fields: dict[str, Field] = {}
    shape = Thing(model.__name__, fields)
    _OPEN[model] = shape
    for plan in plans(model):
        level = max(plan.lowest, _base(plan))
        fields[plan.name] = Field(_shape(plan), level, _may_lack(plan), plan.sentence)
    for row in TABLE.get(model, ()):
        fields[row.name] = Field(_derived(row, fields), PUBLIC, row.optional, row.sentence)
    return shape


_OPEN: dict[type[Node], Thing] = {}


def _thing(model: type[Node]) -> Thing:
    return _OPEN[model] if model in _OPEN else thing(model)


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
        return _thing(plan.target)
    if plan.kind == "ref":
        return _referred(plan.target)
    return SCALARS.get(plan.target, TEXT)


def _referred(registers: tuple[str, ...]) -> Shape:
    if registers == ("rounds",):
        return BRIEF
    if registers == ("countries", "organisations"):
        return party()
    return _thing(REGISTERS[registers[0]])


@functools.cache
def party() -> Thing:
    """What a state and an organisation have in common."""
    state, body = _thing(Country), _thing(Organisation)
    return Thing("Party", {name: field for name, field in state.fields.items() if name in body.fields})


def _derived(row: Derived, fields: dict[str, Field]) -> Shape:
    if row.name == "occasions":
        return Many(Thing("Occasion", {"occasion": _plain(TEXT), "treatment": _plain(TEXT), "topics": fields["topics"]}))
    if isinstance(row.shape, str):
        shape = fields[row.shape].shape
        return shape.item if isinstance(shape, Many) and row.optional else shape
    return row.shape


def _plain(shape: Shape, sentence: str = "", *, optional: bool = False, level: Level = PUBLIC) -> Field:
    return Field(shape, level, optional, sentence)


BRIEF = Thing("EarlierRound")
BRIEF.fields.update(  # type: ignore[attr-defined]
    id=_plain(TEXT, "Its id."),
    number=_plain(NUMBER, "Its number in the series."),
    start=_plain(DAY, "First day."),
    last_day=_plain(DAY, "Last day."),
    place=_plain(_thing(Meeting), "Where it was held.", optional=True),
    is_planned=_plain(TRUTH, "True before it is held."),
)


@functools.cache
def outline() -> Thing:
    """Every variable of a view that comes from records, with its level."""
    commitment = _thing(Commitment)
    overdue = Thing(
        "Commitment",
        {**commitment.fields, "is_overdue": _plain(TRUTH, "True where its deadline has passed.", level=Level.INTERNAL)},
    )
    return Thing(
        "View",
        {
            "house": _plain(_thing(House), "Who issues."),
            "issuer": _plain(_thing(Organisation), "The body named on the paper."),
            "dialogue": _plain(_thing(Dialogue), "The series."),
            "round": _plain(_thing(Round), "The meeting."),
            "contacts": _plain(Many(_thing(Contact)), "Whom the press may ask."),
            "programmes": _plain(Many(_thing(Programme)), "Programmes to mention."),
            "statement": _plain(_thing(Statement), "The joint statement.", optional=True),
            "briefing": _plain(_thing(Briefing), "The briefing.", optional=True, level=Briefing.base_level),
            "previous": _plain(_thing(Round), "The round before.", optional=True),
            "earlier": _plain(Many(BRIEF), "The last few rounds before, oldest first."),
            "commitments": _plain(Many(overdue), "What was promised before.", level=Commitment.base_level),
        },
    )
