"""Document types: one folder of `templates/` each, described by its `type.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reporting.records.levels import Level

STATES = ("planned", "held", "published")
FORMATS = ("pdf", "docx", "html", "txt")
DATED_BY = ("issued", "start")
ROUNDS = ("previous", "this")
BESIDE = "beside"
"""The name under which the view of the second language lies among the enclosures of a bilingual paper."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """Another paper that is drafted into this one."""

    type: str
    """Name of its document type."""
    round: str
    """Whose paper: that of the `previous` round or of `this` one."""


@dataclass(frozen=True, slots=True)
class DocumentType:
    """What sort of paper it is, who may read it and what it is made from."""

    name: str
    """Name of its folder, such as `press-release`."""
    title: Mapping[str, str]
    """What the paper is called, by language."""
    audience: Level
    """Its ceiling: a paper holds nothing above it."""
    audience_when_published: Level
    """The ceiling once the statement is published."""
    formats: tuple[str, ...]
    languages: tuple[str, ...]
    """Languages that it has a template for, sorted."""
    states: tuple[str, ...] = STATES
    """States of the round in which it is made."""
    parts: tuple[str, ...] = ()
    """Parts of the view that it asks for besides house, dialogue and round."""
    needs: tuple[str, ...] = ()
    """Variables without which there is no such paper."""
    voices: tuple[str, ...] = ()
    """In whose names it can be written; none leaves it to the house."""
    alternat: bool = False
    """Whether each side gets a copy of its own where the statement is done in alternat."""
    bilingual: bool = False
    """Whether its papers can be made in two languages side by side, where the round names a pair."""
    party_order: str | None = None
    """The order of parties in its papers, for rounds that do not say."""
    country_forms: Mapping[str, str] = field(default_factory=dict)
    """Which name of a state stands where in its papers, by context, where the house says otherwise."""
    pages: int | None = None
    """Page budget; a longer paper gets a warning."""
    dated_by: str = "issued"
    """Which day of the round the paper carries: `issued` or `start`."""
    draft_of: str | None = None
    """The record that says which draft the paper is, such as `statement`."""
    word_template: str | None = None
    """Name of the Word file in its folder, or in templates/house/, that its Word papers take the look of."""
    word_styles: Mapping[str, str] = field(default_factory=dict)
    """What Word's style for a role is called in its papers, besides the names in theme.yaml."""
    clearances: tuple[str, ...] = ()
    """Who has to agree before its papers leave the house: `quotes` for the speakers of all quotes, or ids of offices."""
    encloses: Mapping[str, Enclosure] = field(default_factory=dict)
    """Papers drafted into this one, by the name that the template uses."""

    @property
    def ceiling(self) -> Level:
        """What its templates may ask for: one that serves a statement before and after publication asks for less."""
        return min(self.audience, self.audience_when_published)

    def template(self, language: str) -> str:
        """Name of the template for a language."""
        return f"{self.name}/{language}.html.j2"

    def called(self, language: str) -> str:
        """What the paper is called, in the language or failing that in English, or by its folder."""
        return self.title.get(language) or self.title.get("en") or self.name
