"""What is said of each of pydantic's types of error: a row of `ROWS`, with sentence and hint.

Values that not everybody may read are never quoted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from reporting.records.faults.model_faults import Fault
from reporting.records.faults.trails import WORD
from reporting.records.levels import Level
from reporting.records.model.tags import meant_language
from reporting.records.model.values import known_zones
from reporting.records.nearest import did_you_mean, listed, nearest
from reporting.records.plan import plan_of
from reporting.records.reading.tree import Map, Seq

Said = tuple[str, str | None]
"""A sentence and a hint."""


@dataclass(frozen=True, slots=True)
class Row:
    """How one type of error is told."""

    code: str
    say: Callable[[Fault], Said]
    is_of_key: bool = False
    """Whether the key is at fault and not its value."""


def _missing(fault: Fault) -> Said:
    about = f": {_lower(fault.step.sentence)}" if fault.step else ""
    return f"{fault.noun} wants the key “{fault.key}”", f"add `{fault.key}:`{about}"


def _unknown(fault: Fault) -> Said:
    known = [name for name in plan_of(fault.holder) if name not in ("audience", "lowered", "marking", "illustrative")]
    if not WORD.match(fault.key):
        quoted = "a sentence with a colon in it, or a comma inside of { }, wants quotation marks around it"
        return f"{fault.noun} has no such key", quoted
    hint = did_you_mean(fault.key, plan_of(fault.holder), f"its keys are {listed(known)}")
    return f"{fault.noun} has no key “{fault.key}”", hint


def _not_allowed(fault: Fault) -> Said:
    values = fault.step.values if fault.step else ()
    subject = f"{fault.shown} is" if fault.shown else "this is"
    hint = f"allowed: {listed(values, 'or')}"
    meant = nearest(fault.tree, values) if fault.shown and isinstance(fault.tree, str) else None
    return f"{subject} no value of “{fault.key}”", f"did you mean “{meant}”? {hint}" if meant else hint


def _wants(wanted: str, hint: str | None = None) -> Callable[[Fault], Said]:
    def say(fault: Fault) -> Said:
        instead = _instead(fault)
        return f"“{fault.key}” wants {wanted}{instead}", hint

    return say


def _zone(fault: Fault) -> Said:
    hint = "write continent and city: Asia/Bishkek"
    if fault.shown and isinstance(fault.tree, str) and "/" in fault.tree:
        hint = did_you_mean(fault.tree, known_zones(), hint) or hint
    return f"“{fault.key}” wants a time zone{_instead(fault)}", hint


def _instead(fault: Fault) -> str:
    if isinstance(fault.tree, Map):
        return ", not keys and values"
    if isinstance(fault.tree, Seq):
        return ", not a list"
    if fault.tree is None:
        return ", and nothing stands here"
    return f", not {fault.shown}" if fault.shown else ""


def _text(fault: Fault) -> Said:
    hint = (
        "fill it in, or take the line out" if fault.tree is None else "write a sentence, or one per language: `en: …`"
    )
    if isinstance(fault.tree, bool):
        hint = "put it in quotation marks if the word itself is meant"
    return f"“{fault.key}” wants text{_instead(fault)}", hint


def _list(fault: Fault) -> Said:
    hint = "begin each item with `- ` on a line of its own"
    return (
        f"“{fault.key}” wants a list{_instead(fault)}",
        f"{hint}, or take this line out" if fault.tree is None else hint,
    )


def _language(fault: Fault) -> Said:
    tag = fault.path[-1] if fault.path else ""
    known = fault.level is Level.PUBLIC and isinstance(tag, str) and WORD.match(tag)
    sentence = f"“{tag}” is no language tag" if known else "a text holds a key that is no language tag"
    hint = "write en, fr, fa-AF; or quotation marks around a sentence that holds a colon"
    meant = meant_language(str(tag)) if known else None
    return sentence, f"did you mean “{meant}”? {hint}" if meant else hint


def _tag(fault: Fault) -> Said:
    word = fault.tree.strip() if fault.shown and isinstance(fault.tree, str) else ""
    meant = meant_language(word)
    hint = "write the tag of the language, such as en, fr, ru or fa-AF"
    subject = f"“{fault.tree}” is" if fault.shown else "this is"
    return f"{subject} no language tag", f"did you mean “{meant}”? {hint}" if meant else hint


def _form(fault: Fault) -> Said:
    known = fault.message.split(", ")
    shown = f"“{fault.key}”" if WORD.match(fault.key) else "this"
    return f"{shown} is no form of a name in this language", did_you_mean(
        fault.key, ("text", *known), f"its forms are {listed(known)}; the name itself stands under `text:`"
    )


def _audience(fault: Fault) -> Said:
    return f"{_quoted_level(fault)} is no audience level", did_you_mean(
        fault.tree if isinstance(fault.tree, str) else "", map(str, Level), f"allowed: {listed(map(str, Level), 'or')}"
    )


def _quoted_level(fault: Fault) -> str:
    return f"“{fault.tree}”" if isinstance(fault.tree, str) and WORD.match(fault.tree) else "this"


def _order(fault: Fault) -> Said:
    return f"{fault.noun} {fault.message}", "look at `start:` and `end:`"


def _undated(fault: Fault) -> Said:
    return f"the next round {fault.message}", "add `when:`, or write `status: to-be-agreed`"


def _no_marking(fault: Fault) -> Said:
    subject = f"“{fault.tree}”" if fault.shown else "this"
    return f"{subject} is no marking", fault.message


def _no_scheme(fault: Fault) -> Said:
    subject = f"“{fault.tree}”" if fault.shown else "this"
    return f"{subject} is no scheme of markings", fault.message


def _other(fault: Fault) -> Said:
    return f"the value of “{fault.key}” does not fit", "`reporting schema` shows what may stand here"


LIST = Row("R014", _list)
KEYS = Row("R015", _wants("keys and values", "write `key: value`, each on a line of its own, further in than this key"))
NUMBER = Row("R012", _wants("a whole number", "write it in digits: 4"))
TRUTH = Row("R013", _wants("true or false"))
WORDS = Row("R004", _wants("text", "put it in quotation marks"))
OTHER = Row("R019", _other)
ROWS: Final[dict[str, Row]] = {
    "missing": Row("R001", _missing, is_of_key=True),
    "extra_forbidden": Row("R002", _unknown, is_of_key=True),
    "literal_error": Row("R003", _not_allowed),
    "text": Row("R004", _text),
    "string_type": WORDS,
    "empty": Row("R005", lambda fault: (f"“{fault.key}” is empty", "leave the key out instead")),
    "language": Row("R006", _language, is_of_key=True),
    "tag": Row("R006", _tag),
    "forms": Row("R025", lambda fault: ("a name in several forms lacks the name itself", "add `text:` with the name")),
    "form": Row("R025", _form, is_of_key=True),
    "form_value": Row("R025", lambda fault: (f"“{fault.key}” takes {fault.message}", None)),
    "date": Row("R007", _wants("a day of the calendar", "write year, month and day: 2017-06-08")),
    "fuzzy": Row("R008", _wants("a date as far as it is known", "write 2018, 2018-11, 2018-11-23 or 2018-autumn")),
    "time": Row("R009", _wants("an hour of the day", "write 14:30")),
    "mail": Row("R063", _wants("an address for e-mail", "write name@example.org")),
    "site": Row("R063", _wants("the address of a site", "write it whole, with https:// in front")),
    "hash": Row("R019", _wants("what `reporting translated` writes", "take `hash:` out and run that command")),
    "pairs": Row("R019", lambda fault: (f"“{fault.key}” {fault.message}", "write [en, ru] or [[en, ru], [en, fa-AF]]")),
    "zone": Row("R010", _zone),
    "id": Row("R011", _wants("an id", "small letters, digits and single hyphens: o3, border-management")),
    "reference": Row("R011", _wants("the id of an entry", "letters, digits and hyphens, as it stands in the register")),
    "number": NUMBER,
    "int_parsing": NUMBER,
    "int_type": NUMBER,
    "int_from_float": NUMBER,
    "bool_parsing": TRUTH,
    "bool_type": TRUTH,
    "list_type": LIST,
    "model_type": KEYS,
    "model_attributes_type": KEYS,
    "colour": Row("R004", _wants("a colour", 'six hexadecimal digits in small letters, in quotation marks: "#ffc000"')),
    "dict_type": KEYS,
    "level": Row("R016", _audience),
    "order": Row("R017", _order),
    "undated": Row("R057", _undated),
    "marking": Row("R050", _no_marking),
    "scheme": Row("R051", _no_scheme),
}


def _lower(sentence: str) -> str:
    first, rest = sentence[:1], sentence[1:]
    return (first if rest[:1].isupper() else first.lower()) + rest.rstrip(".")
