"""Values that a record writes as text: dates, times, identifiers, references to a register."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from reporting.records.levels import Level

ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\Z")
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
ENTRY = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?\Z")
DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
WHOLE = re.compile(r"(?:0|[1-9][0-9]{0,5})\Z")
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d\Z")
FUZZY = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|(spring|summer|autumn|winter|early|mid|late)))?\Z")
ZONE = re.compile(r"[A-Z][A-Za-z]+(?:/[A-Za-z0-9_+-]+){0,2}\Z")


def is_safe_id(value: str) -> bool:
    """Whether `value` is safe as a file name on every system: [a-z0-9-], no device name, no double hyphen."""
    return bool(ID.match(value)) and "--" not in value and value not in DEVICES


def _id(value: Any) -> str:
    if isinstance(value, str) and is_safe_id(value):
        return value
    raise PydanticCustomError("id", "wants an id of small letters, digits and single hyphens, such as `o3`")


def _day(value: Any) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str) and DAY.match(value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("date", "is no day of the calendar") from None
    raise PydanticCustomError("date", "wants a date such as 2017-06-08")


def _matching(pattern: re.Pattern[str], name: str, wanted: str) -> Any:
    def check(value: Any) -> str:
        if isinstance(value, str) and pattern.match(value):
            return value
        raise PydanticCustomError(name, "wants {wanted}", {"wanted": wanted})

    return check


def _whole(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and WHOLE.match(value):
        return int(value)
    raise PydanticCustomError("number", "wants a whole number")


def _fuzzy(value: Any) -> str:
    checked: str = _matching(FUZZY, "fuzzy", "a date as far as it is known: 2018, 2018-11, 2018-11-23 or 2018-autumn")(
        value
    )
    year, month, day, _ = FUZZY.match(checked).groups()  # type: ignore[union-attr]
    try:
        _day(f"{year}-{month or '01'}-{day or '01'}")
    except PydanticCustomError:
        raise PydanticCustomError("fuzzy", "is no day or month of the calendar") from None
    return checked


def _level(value: Any) -> Level:
    if isinstance(value, Level):
        return value
    try:
        return Level.named(value)
    except (ValueError, AttributeError):
        raise PydanticCustomError("level", "wants public, partners, internal or restricted") from None


def _text(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern})


Id = Annotated[str, BeforeValidator(_id), _text("^[a-z0-9-]+$")]
Date = Annotated[datetime.date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Time = Annotated[str, BeforeValidator(_matching(TIME, "time", "a time such as 14:30")), _text(TIME.pattern[:-2] + "$")]
Zone = Annotated[str, BeforeValidator(_matching(ZONE, "zone", "a time zone such as Asia/Bishkek")), _text("/")]
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 999_999})]
"""A number counted in digits; true and 4.0 are none."""
# To an editor, a year that stands alone is a number.
Fuzzy = Annotated[
    str,
    BeforeValidator(_fuzzy),
    WithJsonSchema(
        {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d\d(-\d\d)?|-[a-z]+)?$", "minimum": 1000, "maximum": 9999}
    ),
]
AudienceLevel = Annotated[
    Level,
    BeforeValidator(_level),
    WithJsonSchema({"type": "string", "enum": [str(level) for level in Level]}),
]


@dataclass(frozen=True, slots=True)
class RefTo:
    """Marks a text as the id of an entry in one of the named registers."""

    registers: tuple[str, ...]

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "x-register": list(self.registers)}


def _entry(value: str) -> str:
    checked: str = _matching(ENTRY, "reference", "the id of an entry")(value)
    return checked


CountryRef = Annotated[str, AfterValidator(_entry), RefTo(("countries",))]
OrganisationRef = Annotated[str, AfterValidator(_entry), RefTo(("organisations",))]
PartyRef = Annotated[str, AfterValidator(_entry), RefTo(("countries", "organisations"))]
PersonRef = Annotated[str, AfterValidator(_entry), RefTo(("people",))]
ProgrammeRef = Annotated[str, AfterValidator(_entry), RefTo(("programmes",))]
TopicRef = Annotated[str, AfterValidator(_entry), RefTo(("topics",))]
OutcomeRef = Annotated[str, AfterValidator(_entry), RefTo(("outcomes",))]
RoundRef = Annotated[str, AfterValidator(_entry), RefTo(("rounds",))]
