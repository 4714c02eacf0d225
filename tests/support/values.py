"""Values that a field of the model may hold, drawn from a source of chance."""

from __future__ import annotations

from collections.abc import Callable
from random import Random  # noqa: TID251 - seeded: the same seed gives the same values
from typing import Final

from reporting.records.model.base import Node
from reporting.records.plan import Holds, Step
from tests.support.twin_languages import DESIGNATED

PREFIX: Final = "zqx"
"""How a token begins that marks a text above an audience: no word of any language does."""
WORDS: Final = (
    "borders",
    "water",
    "rail",
    "trade",
    "talks",
    "charts",
    "pilots",
    "harbours",
    "visas",
    "energy",
    "customs",
    "reforms",
    "rivers",
    "bridges",
    "grain",
    "health",
    "<b>",
    "&",
    "*both*",
    "`x`",
    '"quoted"',
    "it's",
    "—",
    "naïve",
    "Орёл",
    DESIGNATED,
)


def _fuzzy(random: Random) -> str:
    return random.choice(("2031", "2032-05", "2032-autumn", day(random)))


SPECIAL: Final[dict[str, Callable[[Random], str]]] = {
    "zone": lambda random: random.choice(("Asia/Bishkek", "Europe/Brussels")),
    "time": lambda random: f"{random.randint(8, 18):02}:{random.choice(('00', '30'))}",
    **dict.fromkeys(("when", "deadline", "started"), _fuzzy),
    "id": lambda random: f"i{random.randrange(10**9)}",
    **dict.fromkeys(("order", "party_order"), lambda random: random.choice(("as-listed", "alphabetical"))),
    **dict.fromkeys(("paper", "papers"), lambda random: random.choice(("press-release", "joint-statement"))),
    "email": lambda random: f"desk{random.randint(1, 99)}@mer.example",
    "phone": lambda random: f"+99 1 {random.randint(100, 999)}",
    "language": lambda random: random.choice(("fr", "ru")),
    "voices": lambda random: random.choice(("own", "joint", "host", "counterpart")),
    "bilingual": lambda random: "en+fr",
    "of": lambda random: "en",
    "item": lambda random: f"i{random.randrange(10**9)}",
    "hash": lambda random: " ".join(f"{random.randrange(2**32):08x}" for _ in range(random.randint(1, 3))),
    "website": lambda random: "https://mer.example",
}
"""Fields that hold text of a certain form."""


def value_of(step: Step, random: Random, model: type[Node]) -> str | bool | int:
    """A value that the field may hold."""
    if step.values:
        return random.choice(step.values)
    if step.holds is Holds.TEXT:
        return sentence(random)
    if step.type_name == "bool":
        return random.random() < 0.5
    if step.type_name == "int":
        return random.randint(1, 40)
    if step.type_name == "date":
        return day(random)
    if model.__name__ == "NextRound" and step.name == "when":
        return f"{random.randint(2035, 2039)}-autumn"
    if step.name in ("languages", "unreviewed", "interpretation"):
        return "en"
    if step.name == "variants":
        return f"Form{random.randrange(10**6)}"
    if step.name in ("start", "end"):  # what ends before it starts is no sound record
        return f"{random.randint(8, 12) + 6 * (step.name == 'end'):02}:{random.randint(0, 59):02}"
    return SPECIAL.get(step.name, sentence)(random)


def sentence(random: Random) -> str:
    """One to six words, some of them with a meaning in HTML, Markdown or XML."""
    return " ".join(random.choice(WORDS) for _ in range(random.randint(1, 6)))


def day(random: Random) -> str:
    """A day of the years around the meetings."""
    return f"203{random.randint(0, 3)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
