"""Which of a state's names stands where: short, official, or as the house wrote it for this state."""

from collections.abc import Mapping
from typing import Final, Literal

from reporting.records.levels import Level
from reporting.records.model.base import Node, field

NameChoice = Literal["short", "official", "custom"]
"""`custom` is `in_sentence` of the register; the others take their article from the name."""
FIELD: Final[Mapping[str, str]] = {"short": "short", "official": "official", "custom": "in_sentence"}
"""What a form is called in the register of countries."""


class CountryForms(Node):
    """The form of a state's name for each context of a paper; within one context all states have the same."""

    parties: NameChoice = field(Level.PUBLIC, "In lists of parties, guests and observers.", default="custom")
    running: NameChoice = field(Level.PUBLIC, "In running text: the Government of …, … agreed.", default="custom")
    office: NameChoice = field(Level.PUBLIC, "In a title: Minister of Foreign Affairs of ….", default="custom")
    with_city: NameChoice = field(Level.PUBLIC, "Behind a city: Bishkek, ….", default="short")
    table: NameChoice = field(Level.PUBLIC, "In tables, lists of delegations and mastheads.", default="official")
    signature: NameChoice = field(Level.PUBLIC, "Above a signature: For ….", default="custom")
