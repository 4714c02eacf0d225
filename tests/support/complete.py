"""A record of each kind in which every key of the model stands, once, on a line of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from jsonschema import Draft202012Validator

from reporting.records.kinds import KINDS
from reporting.records.model.base import Node
from reporting.records.pages.schema import json_schema
from reporting.records.plan import Holds, Step, plan_of

CANDIDATES = ("o1", "14:30", "Asia/Bishkek", "2024-05", "en", "0123abcd", "a@b.example", "https://b.example")


@dataclass(frozen=True, slots=True)
class Line:
    """One key as written."""

    number: int
    indent: int
    key: str
    step: Step
    holder: int
    """Line of the key that holds the thing, or 0 for the record itself."""
    is_in_list: bool
    """Whether the thing is an item of a list."""

    @property
    def column(self) -> int:
        return self.indent + 1


@dataclass
class Complete:
    """The text of a record with its keys."""

    lines: list[str] = field(default_factory=list)
    keys: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join([*self.lines, ""])

    def block(self, line: Line) -> range:
        """The line of a key and all lines further in that follow it, as indices."""
        end = line.number
        while end < len(self.lines) and len(self.lines[end]) - len(self.lines[end].lstrip()) > line.indent:
            end += 1
        return range(line.number - 1, end)


def complete(kind: str) -> Complete:
    """The complete record, or the complete entry of a register."""
    schema = json_schema(kind)
    written = Complete()
    properties = schema["additionalProperties"]["properties"] if KINDS[kind].is_register else schema["properties"]
    _write(written, KINDS[kind].model, properties, schema["$defs"], indent=0, holder=0, is_in_list=False)
    return written


def _write(
    written: Complete, model: type[Node], properties: Any, nouns: Any, *, indent: int, holder: int, is_in_list: bool
) -> None:
    for name, step in plan_of(model).items():
        line = Line(len(written.lines) + 1, indent, name, step, holder, is_in_list)
        written.keys.append(line)
        if step.model is None:
            written.lines.append(f"{' ' * indent}{name}: {_value(step, properties[name])}")
            continue
        written.lines.append(f"{' ' * indent}{name}:")
        if step.is_many:
            written.lines.append(f"{' ' * indent}  -")
        inner = nouns[step.model.__name__]["properties"]
        deeper = indent + (4 if step.is_many else 2)
        _write(written, step.model, inner, nouns, indent=deeper, holder=line.number, is_in_list=step.is_many)


def _value(step: Step, schema: Any) -> str:
    value = _single(step, schema["items"] if step.is_many else schema)
    return f"[{value}]" if step.is_many else value


def _single(step: Step, schema: Any) -> str:
    if step.name in ("audience", "marking", "partners", "internal", "restricted"):  # levels, and ids of markings
        return "restricted"
    if step.name == "bilingual":
        return "en+ru"
    if step.name == "scheme":
        return "plain"
    if step.holds is Holds.TEXT:
        return "Some words"
    if step.values:
        return str(step.values[0])
    if schema.get("format") == "date":
        return "2024-05-16"
    by_type = {"integer": "4", "boolean": "true"}.get(str(schema.get("type")))
    judge = Draft202012Validator({"type": "string", "pattern": schema.get("pattern", "")})
    return by_type or next(each for each in CANDIDATES if judge.is_valid(each))
