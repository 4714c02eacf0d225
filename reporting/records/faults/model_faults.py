"""What pydantic finds in a record, brought back to the tree: the key, the value, the noun and who may read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.model.forms import FORMS, VALUES
from reporting.records.model.tags import is_language
from reporting.records.plan import Step, noun_of, plan_of
from reporting.records.reading.tree import Map, Seq, Value
from reporting.records.walk import means_who

Path = tuple[str | int, ...]
MARKED = "write its id, such as limite or tlp/amber; or ids by the keys of the item"


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding of pydantic with all that its sentence may need."""

    kind: str
    """Pydantic's type of error."""
    message: str
    path: Path
    """The way down the tree, without the names that pydantic adds for members of a union."""
    tree: Value
    """The value at `path`."""
    holder: type[Node]
    """The model of the thing that the last key belongs to."""
    step: Step | None
    """What the model says of the last key, if it knows it."""
    level: Level
    """Who may read the value."""

    @property
    def key(self) -> str:
        names = [part for part in self.path if isinstance(part, str)]
        return names[-1] if names else noun_of(self.holder)

    @property
    def noun(self) -> str:
        noun = noun_of(self.holder)
        return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"

    @property
    def shown(self) -> str | None:
        """The value in quotation marks, if everybody may read it and it is short."""
        is_short = isinstance(self.tree, str) and 0 < len(self.tree) <= 40 and "\n" not in self.tree
        return f"“{self.tree}”" if is_short and self.level is Level.PUBLIC else None


def faults_of(detail: Any, tree: Value, model: type[Node], above: Level = Level.PUBLIC) -> Iterator[Fault]:
    """The faults behind one error of pydantic: one, or one for each language of a text."""
    kind, message = str(detail["type"]), str(detail["msg"])
    path, value = _in_tree(tree, detail["loc"], is_missing=kind == "missing")
    holder, step, level = level_at(model, tree, path)
    level = max(level, above)
    if kind in ("text", "language", "empty", "forms") and isinstance(value, Map) and value:
        yield from _by_language(value, path, holder, step, level)
        return
    if step and step.name == "audience":
        kind = "level"
    if step and step.name == "marking":
        kind, message = "marking", message if kind == "marking" else MARKED
    yield Fault(kind, message, path, value, holder, step, level)


def _by_language(texts: Map, path: Path, holder: type[Node], step: Step | None, level: Level) -> Iterator[Fault]:
    """A text by language says only that something is wrong; here it is said which language."""
    for tag, words in texts.items():
        here = (*path, tag)
        if not is_language(tag):
            yield Fault("language", "", here, words, holder, step, level)
        elif isinstance(words, Map) and step and step.text and step.text.may_bend:
            yield from _in_forms(words, tag, Fault("forms", "", here, words, holder, step, level))
        elif not isinstance(words, str):
            yield Fault("text", "", here, words, holder, step, level)
        elif not words.strip():
            yield Fault("empty", "", here, words, holder, step, level)


def _in_forms(forms: Map, tag: str, fault: Fault) -> Iterator[Fault]:
    """What is wrong with a name that is given in several forms."""
    known = FORMS.get(tag.partition("-")[0])
    if not isinstance(forms.get("text"), str):
        yield fault
    for name, form in forms.items():
        here = (*fault.path, name)
        if known and name not in (*known, "text"):
            yield replace(fault, kind="form", path=here, tree=form, message=", ".join(known))
        elif not isinstance(form, str) or not form.strip():
            yield replace(fault, kind="empty" if form is None or form == "" else "text", path=here, tree=form)
        elif form not in VALUES.get(name, (form,)):
            yield replace(fault, kind="form_value", path=here, tree=form, message=", ".join(VALUES[name]))


def _in_tree(tree: Value, location: tuple[str | int, ...], *, is_missing: bool) -> tuple[Path, Value]:
    """The part of pydantic's location that the tree has, and the value there; a missing key stays the last part."""
    path: list[str | int] = []
    value: Value = tree
    for part in location:
        if _has(value, part):
            path.append(part)
            value = _below(value, part)
    if is_missing and location:
        return (*path, location[-1]), None
    return tuple(path), value


def level_at(model: type[Node], tree: Value, path: Path) -> tuple[type[Node], Step | None, Level]:
    """Who may read the value at `path`, with the model that its last key belongs to.

    What the record says of its audience counts as far as it can be understood; if it cannot, nobody may.
    """
    holder, step, level = model, None, _least(model, tree)
    value: Value = tree
    for part in path:
        if isinstance(part, str):
            if step and step.model:
                holder, step = step.model, None
                level = max(level, _least(holder, value))
            known = plan_of(holder).get(part) if step is None or step.model else None
            step = known or step
            level = max(level, known.level if known else Level.PUBLIC)
        value = _below(value, part)
    return holder, step, level


def _has(value: Value, part: str | int) -> bool:
    if isinstance(part, int):
        return isinstance(value, Seq) and part < len(value)
    return isinstance(value, Map) and part in value


def _below(value: Value, part: str | int) -> Value:
    return value[part] if _has(value, part) else None  # type: ignore[index]


def _least(model: type[Node], tree: Value) -> Level:
    stated = tree.get("audience") if isinstance(tree, Map) else None
    level = model.base_level
    if model.least_level is not Node.least_level:
        level = max(level, Level.PARTNERS)  # its level hangs on its state, which is not known yet
    if isinstance(tree, Map) and tree.get("marking") is not None:
        return Level.RESTRICTED  # which level a marking has is not known yet
    if isinstance(tree, Map) and means_who(tree, model):
        return Level.RESTRICTED
    if stated is None:
        return level
    try:
        return max(level, Level.named(str(stated)))
    except ValueError:
        return Level.RESTRICTED
