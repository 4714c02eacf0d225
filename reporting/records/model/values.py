"""Values that a record writes as text: dates, times, identifiers, references to a register."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema
from pydantic_core.core_schema import ValidationInfo

from reporting.records.levels import Level
from reporting.records.markings import Marking, Schemes
from reporting.records.nearest import did_you_mean, listed

ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\Z")
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
ENTRY = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?\Z")
DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
WHOLE = re.compile(r"(?:0|[1-9][0-9]{0,5})\Z")
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d\Z")
FUZZY = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|(spring|summer|autumn|winter|early|mid|late)))?\Z")
COLOUR = re.compile(r"#[0-9a-f]{6}\Z")
MAIL = re.compile(r"[^\s@<>(),;:\"\\]+@[^\s@<>(),;:\"\\.]+(\.[^\s@<>(),;:\"\\.]+)+\Z")
SITE = re.compile(r"https://[^\s<>\"\\]+\Z")
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


def _zone(value: Any) -> str:
    checked: str = _matching(ZONE, "zone", "a time zone such as Asia/Bishkek")(value)
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - few records have one, and a start none

    try:
        ZoneInfo(checked)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # A machine without any zones can tell nothing of this one.
        if known_zones():
            raise PydanticCustomError("zone", "is a time zone that nobody knows") from None
    return checked


def known_zones() -> frozenset[str]:
    """The time zones that this machine knows; to list them takes a while."""
    from zoneinfo import available_timezones  # noqa: PLC0415 - only a mistake needs it

    return frozenset(available_timezones())


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


def _text(pattern: str) -> dict[str, Any]:
    return {"type": "string", "pattern": pattern}


def _all_of(pattern: re.Pattern[str]) -> dict[str, Any]:
    """The whole text, in the words of JSON Schema, which knows no end but that of a line."""
    return _text(f"^{pattern.pattern[:-2]}$")


@dataclass(frozen=True, slots=True)
class Read:
    """Says how a value is read and how an editor's schema describes it.

    Pydantic's own BeforeValidator does the same, and looks at the signature of its function each time: with two
    hundred fields that is a tenth of the time in which `reporting check` starts.
    """

    read: Callable[[Any], Any]
    schema: dict[str, Any] = dataclass_field(hash=False)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return self.schema


class ReadMarking:
    """Says how a marking is read: by its id, from the schemes of the workspace, which validation brings along."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(_marking)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return _text("^([a-z0-9-]+/)?[a-z0-9-]+$")


def _marking(value: Any, info: ValidationInfo) -> Marking:
    if isinstance(value, Marking):
        return value
    schemes = info.context if isinstance(info.context, Schemes) else Schemes()
    found = schemes.find(value) if isinstance(value, str) else None
    if found is None:
        known = schemes.names()
        own = f"there is {listed(known)}" if known else "house.yaml names no scheme that is there"
        hint = did_you_mean(value, known, own) if isinstance(value, str) else own
        raise PydanticCustomError("marking", "{hint}", {"hint": hint})
    return found


class ReadScheme:
    """Says how the name of a scheme of markings is read: it is one of those that the workspace has."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(_scheme)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return _text("^[a-z0-9-]+$")


def _scheme(value: Any, info: ValidationInfo) -> str:
    known = sorted(info.context.by_name) if isinstance(info.context, Schemes) else []
    if isinstance(value, str) and value in known:
        return value
    own = f"there is {listed(known)}" if known else "a scheme is a file in templates/markings/"
    hint = did_you_mean(value, known, own) if isinstance(value, str) else own
    raise PydanticCustomError("scheme", "{hint}", {"hint": hint})


@dataclass(frozen=True, slots=True)
class RefTo:
    """Marks a text as the id of an entry in one of the named registers."""

    registers: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_entry)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**_all_of(ENTRY), "x-register": list(self.registers)}


_entry = _matching(ENTRY, "reference", "the id of an entry")

Id = Annotated[str, Read(_id, _text("^[a-z0-9-]+$"))]
Date = Annotated[datetime.date, Read(_day, {"type": "string", "format": "date"})]
Time = Annotated[str, Read(_matching(TIME, "time", "a time such as 14:30"), _all_of(TIME))]
Zone = Annotated[str, Read(_zone, _text("/"))]
Colour = Annotated[str, Read(_matching(COLOUR, "colour", "a colour such as #ffc000"), _all_of(COLOUR))]
Mail = Annotated[str, Read(_matching(MAIL, "mail", "an address such as press@example.org"), _all_of(MAIL))]
Site = Annotated[str, Read(_matching(SITE, "site", "an address such as https://example.org"), _all_of(SITE))]
Whole = Annotated[int, Read(_whole, {"type": "integer", "minimum": 0, "maximum": 999_999})]
"""A number counted in digits; true and 4.0 are none."""
# To an editor, a year that stands alone is a number.
FUZZY_SCHEMA = {
    **_text(r"^\d{4}(-\d\d(-\d\d)?|-[a-z]+)?$"),
    "type": ["string", "integer"],
    "minimum": 1000,
    "maximum": 9999,
}
Fuzzy = Annotated[str, Read(_fuzzy, FUZZY_SCHEMA)]
AudienceLevel = Annotated[Level, Read(_level, {"type": "string", "enum": [str(level) for level in Level]})]
MarkingName = Annotated[Marking, ReadMarking()]
"""The id of a marking: `limite` of the house's own scheme, `tlp/amber` of another."""
SchemeName = Annotated[str, ReadScheme()]

CountryRef = Annotated[str, RefTo(("countries",))]
OrganisationRef = Annotated[str, RefTo(("organisations",))]
PartyRef = Annotated[str, RefTo(("countries", "organisations"))]
PersonRef = Annotated[str, RefTo(("people",))]
ProgrammeRef = Annotated[str, RefTo(("programmes",))]
TopicRef = Annotated[str, RefTo(("topics",))]
OutcomeRef = Annotated[str, RefTo(("outcomes",))]
RoundRef = Annotated[str, RefTo(("rounds",))]
