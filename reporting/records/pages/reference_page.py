"""docs/records.md: one table for each noun of the model, made from the model."""

from __future__ import annotations

from reporting.records.kinds import KINDS, Kind
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.nearest import listed
from reporting.records.plan import Holds, Step, noun_of, plan_of

HEAD = """\
# The records

Every fact is written once, in a YAML file under `data/`. This page says what may stand in which file; it is made from the model
by `reporting schema --markdown`. Editors that know JSON Schema show the same while you type: see `data/schema/`.

**Level** says who may read a field: public, partners, internal or restricted. A record may raise it by `audience:`; lower it only as far
as the table says (“partners, down to public”), with the reason under `lowered:`.

**Texts** are one string, or one for each language (`{en: …, fr: …}`). A *label* is printed as it stands, a *line* may hold *emphasis*,
**strong** and links, *prose* is CommonMark with paragraphs, lists, tables and notes as `[^id]`. In a language that bends names, a
label or line may be `text` with its forms: `{ru: {text: Бишкек, genitive: Бишкека}}`; see [languages](languages.md).

Days are written 2017-06-08; dates that are not yet sure 2018, 2018-11 or 2018-autumn; hours 14:30.

## Files

| file | holds |
|---|---|
"""
COMMON = """
## What every thing may have

"""


def records_page() -> str:
    """The whole page."""
    told: dict[str, str] = {}
    for kind in KINDS.values():
        _tell(kind.model, told)
    files = "".join(f"| `{_file(kind)}` | {_holds(kind)} |\n" for kind in KINDS.values())
    return HEAD + files + COMMON + _table(Node) + "".join(f"\n{section}" for section in told.values())


def _file(kind: Kind) -> str:
    return kind.pattern.replace("*", "<dialogue>", 1).replace("*", "<round>")


def _holds(kind: Kind) -> str:
    noun = noun_of(kind.model)
    link = f"[{noun}](#{noun.replace(' ', '-')})"
    return f"entries by id, each {'an' if noun[0] in 'aeiou' else 'a'} {link}" if kind.is_register else f"the {link}"


def _tell(model: type[Node], told: dict[str, str]) -> None:
    """Add the section of a noun, then those of the nouns inside of it."""
    if model.__name__ in told:
        return
    told[model.__name__] = f"## {noun_of(model).capitalize()}\n\n{_about(model)}\n\n{_table(model)}"
    for step in plan_of(model).values():
        if step.model:
            _tell(step.model, told)


def _about(model: type[Node]) -> str:
    about = " ".join((model.__doc__ or "").split())
    least = f" Never below {model.base_level}." if model.base_level > Level.PUBLIC else ""
    return f"{about}{least}"


def _table(model: type[Node]) -> str:
    rows = [step for step in plan_of(model).values() if model is Node or step.name not in plan_of(Node)]
    lines = ["| key | what | level | required | sentence |", "|---|---|---|---|---|"]
    lines += [
        f"| `{step.name}` | {_what(step)} | {_level(step)} | {'yes' if step.is_required else ''} | {_cell(step.sentence)} |"
        for step in rows
    ]
    return "\n".join([*lines, ""])


def _level(step: Step) -> str:
    return f"{step.level}, down to {step.lowest}" if step.lowest < step.level else str(step.level)


def _what(step: Step) -> str:
    what = _single(step)
    return f"list: {what}" if step.is_many else what


def _single(step: Step) -> str:
    if step.model:
        noun = noun_of(step.model)
        return f"[{noun}](#{noun.replace(' ', '-')})"
    if step.holds is Holds.TEXT and step.text:
        return step.text.kind
    if step.registers:
        return f"id from {listed(step.registers, 'or')}"
    if step.values:
        return listed([f"`{value}`" for value in step.values], "or")
    return {
        "str": "text",
        "int": "number",
        "NoneType": "",
        "bool": "true or false",
        "date": "day",
        "Level": "level",
        "Marking": "[marking](markings.md)",
    }.get(step.type_name, step.type_name)


def _cell(sentence: str) -> str:
    return sentence.replace("|", "\\|")
