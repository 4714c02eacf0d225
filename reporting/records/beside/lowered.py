"""An audience is lowered only by saying so."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.problems import Problem
from reporting.records.beside.teller import Teller
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.nearest import did_you_mean, listed
from reporting.records.plan import noun_of, plan_of
from reporting.records.walk import Path, Stated


def audience_problems(stated: Stated, teller: Teller) -> Iterator[Problem]:
    """Every audience that a thing states and may not have."""
    node, audience = stated.node, stated.node.audience
    noun = noun_of(type(node))
    if isinstance(audience, Level):
        path = (*stated.path, "audience")
        yield from _too_low(
            audience, path, teller, by_model=stated.level, lowest=stated.lowest, node=node, subject=f"a {noun}"
        )
        return
    plan = plan_of(type(node))
    for key, level in (audience or {}).items():
        path = (*stated.path, "audience", key)
        if key not in plan:
            hint = did_you_mean(key, plan, f"its keys are {listed(plan)}")
            yield teller.tell(
                "R024", f"a {noun} has no key “{key}” that could have an audience", path, hint, at_key=True
            )
        else:
            step = plan[key]
            yield from _too_low(
                level, path, teller, by_model=step.level, lowest=step.lowest, node=node, subject=f"“{key}”"
            )


def _too_low(
    level: Level, path: Path, teller: Teller, *, by_model: Level, lowest: Level, node: Node, subject: str
) -> Iterator[Problem]:
    if level >= by_model:
        return
    if level < lowest:
        sentence = f"the audience of {subject} is {by_model}, and {level} is lower than it may become"
        hint = f"the lowest that it may have is {lowest}"
        yield teller.tell("R023", sentence, path, hint)
    elif node.lowered is None:
        sentence = f"the audience of {subject} is lowered from {by_model} to {level} without a word of why"
        yield teller.tell("R023", sentence, path, "add `lowered:` with the reason beside `audience:`")
