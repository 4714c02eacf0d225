"""JSON Schema of each kind of record, for editors: made from the model, so that it is never behind it."""

from __future__ import annotations

import json
from typing import Any, Final

from reporting.records.kinds import SCHEMAS, Kind
from reporting.records.model.base import Node
from reporting.records.model.forms import ABOUT
from reporting.records.model.tags import LANGUAGE
from reporting.records.nearest import listed
from reporting.records.plan import Holds, Step, noun_of, plan_of

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
BASE: Final = "https://dialogue-reporting.invalid/schema/"
"""Where the schemas would be if they were on the web: an identifier, not an address."""
ENTRY: Final = "^[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?$"
LANGUAGE_PATTERN: Final = f"^{LANGUAGE.pattern.removesuffix(chr(92) + 'Z')}$"
OWN: Final = ("audience", "lowered", "marking", "illustrative")
"""Keys that every thing has; they come last."""

Schema = dict[str, Any]


def json_schema(kind: str) -> Schema:
    """The JSON Schema (2020-12) of a kind of record.

    Raises:
        KeyError: there is no such kind.
    """
    row = SCHEMAS[kind]
    raw = row.model.model_json_schema(ref_template="#/$defs/{model}")
    definitions = {
        name: _noun(model, raw.get("$defs", {}).get(name, raw)) for name, model in sorted(_nouns(row.model).items())
    }
    own = definitions.pop(row.model.__name__)
    body = _entries(row, own) if row.is_register else own
    return {
        "$schema": DIALECT,
        "$id": f"{BASE}{kind}.json",
        **body,
        "$defs": {"Words": _words(), **definitions},
    }


def schema_text(kind: str) -> str:
    """The text of data/schema/<kind>.json."""
    return json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n"


def _nouns(model: type[Node]) -> dict[str, type[Node]]:
    """The model and every noun inside of it, by name."""
    found: dict[str, type[Node]] = {model.__name__: model}
    for step in plan_of(model).values():
        if step.model and step.model.__name__ not in found:
            found.update(_nouns(step.model))
    return found


def _entries(kind: Kind, entry: Schema) -> Schema:
    entry = {key: value for key, value in entry.items() if key != "title"}
    return {
        "title": kind.name.title(),
        "description": f"Entries by id. {entry['description']}",
        "type": "object",
        "propertyNames": {"pattern": ENTRY},
        "additionalProperties": {**entry, "title": noun_of(kind.model).capitalize()},
    }


def _noun(model: type[Node], raw: Schema) -> Schema:
    plan = plan_of(model)
    names = [name for name in plan if name not in OWN] + list(OWN)
    return {
        "title": noun_of(model).capitalize(),
        "description": _sentence(model),
        "type": "object",
        "additionalProperties": False,
        "required": [name for name in names if plan[name].is_required],
        "properties": {name: _field(plan[name], raw["properties"][name]) for name in names},
    }


def _sentence(model: type[Node]) -> str:
    return " ".join((model.__doc__ or "").split())


def _field(step: Step, raw: Schema) -> Schema:
    where = f" An id from {listed(step.registers, 'or')}." if step.registers else ""
    about = f"{step.sentence}{where} — {step.level}"
    value = _value(step, raw)
    return {"description": about, **({"type": "array", "items": value} if step.is_many else value)}


def _value(step: Step, raw: Schema) -> Schema:
    if step.model:
        return {"$ref": f"#/$defs/{step.model.__name__}"}
    if step.holds is Holds.TEXT:
        return {"$ref": "#/$defs/Words", "x-kind": step.text.kind if step.text else "label"}
    if step.registers:
        return {"type": "string", "pattern": ENTRY, "x-register": list(step.registers)}
    if step.values:
        return {"enum": list(step.values)}
    kept = {key: value for key, value in _bare(raw, step).items() if key not in ("title", "description", "default")}
    return {key: value for key, value in kept.items() if key not in ("audience", "lowest")}


def _bare(raw: Schema, step: Step) -> Schema:
    """What pydantic says of the value itself, without the list or the null around it."""
    if step.is_many:
        items: Schema = raw["items"]
        return items
    options = [each for each in raw.get("anyOf", ()) if each.get("type") != "null"]
    if len(options) == 1:
        only: Schema = options[0]
        return only
    return {"anyOf": options} if options else raw


def _words() -> Schema:
    """A text: one string, or one for each language, which may bend it."""
    text: Schema = {"type": "string", "minLength": 1}
    bent: Schema = {
        "description": "The name itself as `text`, and what it becomes in a sentence.",
        "type": "object",
        "properties": {name: {"description": about, **text} for name, about in ABOUT.items()},
        "additionalProperties": text,
        "required": ["text"],
    }
    languages = {
        "type": "object",
        "patternProperties": {LANGUAGE_PATTERN: {"anyOf": [text, bent]}},
        "additionalProperties": False,
        "minProperties": 1,
    }
    about = "One text, or one for each language: {en: …, fr: …}."
    return {"description": about, "anyOf": [{"type": "string", "minLength": 1}, languages]}
