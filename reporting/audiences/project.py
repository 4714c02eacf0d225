"""Projection: the register becomes plain values that one audience may read, in one language.

An allow-list: a value is copied only where the model gives its field a level and that level, raised by all that it
stands in, is within the audience. What is above is absent. Nothing of the result leads back to the register.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from reporting.audiences.contexts import named_in_context
from reporting.audiences.derived.table import derived_of
from reporting.audiences.shapes import TRANSLATIONS, Plan, plans, translation_plan
from reporting.audiences.values import Untranslated, Words
from reporting.records.levels import Level
from reporting.records.lexicon import Lexicon
from reporting.records.markings import Marking
from reporting.records.model.base import Node
from reporting.records.model.forms import Forms
from reporting.records.model.texts import Text
from reporting.records.translating import Made, entries_for

FILES = {name: f"data/registers/{name}.yaml" for name in ("countries", "organisations", "people", "programmes")}


@dataclass
class Projector:
    """Copies nodes for one audience, one language and one day: that of the meeting they belong to."""

    audience: Level
    language: str
    day: datetime.date
    registers: Mapping[str, Mapping[str, Node]]
    """Entries that references lead to, by register and id."""
    lexicon: Lexicon = field(default_factory=Lexicon)
    """Forms of names that do not stand beside the text itself."""
    country_forms: Mapping[str, str] = field(default_factory=dict)
    """Which name of a state stands where, by context; the others are those of the model."""
    local: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Values already projected that references may lead to: topics, outcomes, rounds."""
    files: set[str] = field(default_factory=set)
    """Files that the result depends on."""
    illustrative: bool = False
    """Whether anything copied is marked as illustrative."""
    markings: set[Marking] = field(default_factory=set)
    """Those that anything copied carries."""
    made: dict[str, tuple[Made, ...]] = field(default_factory=dict)
    """How texts came into other languages, as far as the audience may know, by the name of their record in the view."""
    unequal: dict[str, set[str]] = field(default_factory=dict)
    """Languages in which some text that was copied is not authentic as its source is now, by record."""
    _seen: dict[tuple[str, str], Any] = field(default_factory=dict)

    def node(self, node: Node, path: str, above: Level = Level.PUBLIC) -> dict[str, Any] | None:
        """The fields of `node` that the audience may read, and what follows from them; None where it may read nothing."""
        own = max(above, node.own_level())
        if own > self.audience:
            return None
        self.note(node, path, own)
        result = {
            plan.name: self._field(node, plan, f"{path}.{plan.name}", own)
            for plan in plans(type(node))
            if plan.lowest <= self.audience
        }
        derived_of(type(node), result, self.language, self.day)
        return result

    def some(self, node: Node, path: str, names: Collection[str]) -> dict[str, Any] | None:
        """The named fields of `node` alone, each as `node` would give it; None where the audience may read nothing."""
        own = node.own_level()
        if own > self.audience:
            return None
        self.note(node, path, own)
        chosen = [plan for plan in plans(type(node)) if plan.name in names and plan.lowest <= self.audience]
        return {plan.name: self._field(node, plan, f"{path}.{plan.name}", own) for plan in chosen}

    def note(self, node: Node, path: str, own: Level) -> None:
        """Keep what the paper has to say for this thing: that it is invented, its marking, its translations."""
        self.illustrative |= node.illustrative
        if marking := node.marked():
            self.markings.add(marking)
        if getattr(node, TRANSLATIONS, None):
            entries = self._field(node, translation_plan(type(node)), f"{path}.{TRANSLATIONS}", own)
            self.made[path] = tuple(map(Made.read, entries))

    def _field(self, node: Node, plan: Plan, path: str, own: Level) -> Any:
        value = getattr(node, plan.name)
        marking = node.marked_fields().get(plan.name)
        own = max(own, marking.level) if marking else own
        level = max(own, level_of_field(node, plan))
        made = self._made(value, plan, path, own, level)
        if marking and made not in (None, []):
            self.markings.add(marking)
        if made is None and plan.level <= self.audience and (blank := _blank(plan)):
            # As where the record says nothing there.
            return self.node(blank, path)
        return made

    def _made(self, value: Any, plan: Plan, path: str, own: Level, level: Level) -> Any:
        if plan.kind == "list":
            return [] if value is None else self._items(value, plan, path, own, level)
        if value is None or level > self.audience:
            return None
        return self._value(value, plan, path, own if plan.kind == "node" else level)

    def _items(self, values: list[Any], plan: Plan, path: str, own: Level, level: Level) -> list[Any]:
        found: list[Any] = []
        for value in values:
            here = max(own, level_of_item(value, plan, level)) if isinstance(value, Node) else level
            if here <= self.audience:
                # Numbered among those that are seen: a gap would tell of what is not.
                known_by = getattr(value, "id", None) or len(found)
                made = self._value(value, plan.target, f"{path}[{known_by}]", here)
                if made is not None and not (isinstance(value, Node) and self._is_hollow(value, made)):
                    found.append(made)
        return found

    def _is_hollow(self, item: Node, made: dict[str, Any]) -> bool:
        """Whether the audience may not read what every such item has, as the speaker of a quote: then it is told nothing."""
        always = [plan for plan in plans(type(item)) if plan.kind in ("ref", "text") and not plan.optional]
        return any(made[plan.name] is None for plan in always if plan.level <= self.audience)

    def _value(self, value: Any, plan: Plan, path: str, level: Level) -> Any:
        if plan.kind == "node":
            return self.node(value, path, level)
        if plan.kind == "text":
            return self.words(value, path)
        if plan.kind == "ref":
            return self.entry(value, plan.target)
        if isinstance(value, Marking):
            return value.text(self.language)
        # A mapping says who may read single fields, or what these are marked with: no value of a paper.
        return str(value) if isinstance(value, Level) else None if isinstance(value, dict) else value

    def people(self) -> list[dict[str, Any]]:
        """Everybody whom a reference led to."""
        return [each for (register, _), each in self._seen.items() if register == "people" and each is not None]

    def words(self, text: Text, path: str) -> Words | Untranslated:
        """The text in the view's language."""
        found = text.get(self.language)
        if found is None:
            self._standing(text, path)
            return Untranslated(path, self.language, tuple(sorted(text.by_language)))
        tag = self.language if self.language in text.by_language else ""
        forms = text.forms.get(self.language) or self._looked_up(found, text.kind)
        standing, source = self._standing(text, path)
        return Words(found, text.kind, f"{path}.{tag}" if tag else path, self.language, forms, standing, source)

    def _standing(self, text: Text, path: str) -> tuple[str, str]:
        """How the text came into the view's language, and from which; the other languages are noted on the way."""
        record, _, rest = path.partition(".")
        found = ("", "")
        for language, made in entries_for(self.made.get(record, ()), rest).items():
            standing = made.standing(text)
            if standing not in ("", "authentic"):
                self.unequal.setdefault(record, set()).add(language)
            if language == self.language and standing:
                found = standing, made.of
        return found

    def authentic(self, record: str) -> list[str]:
        """Languages in which a record is equally authentic, that of the source first; none where one of them is stale."""
        alike = [each for each in self.made.get(record, ()) if each.status == "authentic" and each.item is None]
        if self.unequal.get(record, set()).intersection(each.language for each in alike):
            return []
        return list(dict.fromkeys(tag for each in alike for tag in (each.of, each.language)))

    def _looked_up(self, name: str, kind: str) -> Forms:
        """The forms that a register gives to a name of this spelling."""
        known = self.lexicon.find(self.language, name) if kind == "label" else None
        if known is None:
            return {}
        self.files.update([known.file] if known.file else [])
        return known.forms

    def entry(self, name: str, registers: tuple[str, ...]) -> Any:
        """What a reference leads to; checked references always lead somewhere."""
        for register in registers:
            if name in self.local.get(register, {}):
                return self.local[register][name]
            if name in self.registers.get(register, {}):
                return self._registered(register, name)
        return None

    def _registered(self, register: str, name: str) -> Any:
        key = register, name
        if key not in self._seen:
            self.files.add(FILES[register])
            made = self.node(self.registers[register][name], f"{register}[{name}]")
            if made is not None:
                made["id"] = name
            if made is not None and register == "countries":
                made |= named_in_context(made, self.language, self.country_forms)
            self._seen[key] = None if _is_nameless(made) else made
        return self._seen[key]


def _is_nameless(entry: dict[str, Any] | None) -> bool:
    """Whether it is somebody whose family name the audience may not read, and who can be called nothing."""
    return entry is not None and "family" in entry and entry["family"] is None


@functools.cache
def _blank(plan: Plan) -> Node | None:
    """What stands in a field that is never without its thing, where the record leaves it out; None for any other field."""
    if plan.kind != "node" or plan.optional:
        return None
    has_needs = any(info.is_required() for info in plan.target.model_fields.values())
    return None if has_needs else plan.target()


def level_of_field(node: Node, plan: Plan) -> Level:
    """The model's level, what the record raises it to, or what it lowers it to within the model's bound."""
    stated = node.audience.get(plan.name) if isinstance(node.audience, dict) else None
    return _within(plan, plan.level, stated, lowered=bool(node.lowered))


def level_of_item(node: Node, plan: Plan, level: Level) -> Level:
    """The level of an item of a list that is at `level`, as the item itself raises or lowers it."""
    stated = node.audience if isinstance(node.audience, Level) else None
    return _within(plan, level, stated, lowered=bool(node.lowered))


def _within(plan: Plan, level: Level, stated: Level | None, *, lowered: bool) -> Level:
    if stated is None:
        return level
    if stated >= level:
        return stated
    return max(stated, plan.lowest) if lowered else level
