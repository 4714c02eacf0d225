"""What a package says of itself: one value, kept in it as about.json, that the catalogue's line is made from as well."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

FORMAT = 1
FILE = "about.json"


@dataclass(frozen=True, slots=True)
class ArchivedPaper:
    """One paper of the package."""

    name: str
    """Its type and language, such as `press-release.en`; its files are called so, with the format."""
    type: str
    language: str
    title: str
    identifier: str
    formats: tuple[str, ...]
    pages: int
    """Of the PDF; 0 where there is none."""
    document: str
    """SHA-256 over the drafted document, from which all formats were written."""
    words: str
    """SHA-256 over its title and words alone, which another version of the program leaves as they are."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What was corrected, in one language."""

    id: str
    day: str
    what: str
    was: str
    now: str
    why: str


@dataclass(frozen=True, slots=True)
class About:
    """A closed round, as far as one audience may read it."""

    dialogue: str
    round: str
    audience: str
    version: int
    layout: str
    title: str
    issuer: str
    number: int
    start: str
    end: str
    issued: str
    """Day that the papers carry."""
    closed: str
    """Day on which the package was closed, as the record or `--on` has it."""
    program: str
    """Name and version of what made it."""
    drafting: str
    """SHA-256 over all that drafted the papers besides views and templates."""
    papers: tuple[ArchivedPaper, ...]
    languages: tuple[str, ...]
    file_plan: str = ""
    series_number: str = ""
    identifiers: tuple[str, ...] = ()
    retention: str = ""
    open_on: str = ""
    replaces: str = ""
    """Path of the package that this one takes the place of."""
    corrections: tuple[str, ...] = ()
    """Identifiers of all corrections told of, in this version and those before."""
    notices: Mapping[str, tuple[Notice, ...]] = field(default_factory=dict)
    """What this version corrects, by language."""

    @property
    def identifier(self) -> str:
        """Such as `eu-central-asia/04-bishkek/public/v1`."""
        return f"{self.series}/v{self.version}"

    @property
    def series(self) -> str:
        """What all its versions have in common."""
        return f"{self.dialogue}/{self.round}/{self.audience}"

    def differing(self, other: About) -> tuple[str, ...]:
        """Names of papers that only one of both has, or that say something else; with another program, in other words."""
        is_same = self.drafting == other.drafting
        here, there = (
            {paper.name: (paper.document if is_same else paper.words, sorted(paper.formats)) for paper in about.papers}
            for about in (self, other)
        )
        return tuple(sorted(name for name in here.keys() | there.keys() if here.get(name) != there.get(name)))


def about_to_json(about: About) -> bytes:
    """The file about.json."""
    return as_json({"format": FORMAT, **asdict(about)})


def about_from_json(data: bytes) -> About:
    """What about.json says.

    Raises:
        ValueError: it is no such file.
    """
    try:
        value = json.loads(data)
        if value.pop("format") != FORMAT:
            raise ValueError("about.json has another format")
        papers = tuple(ArchivedPaper(**{**each, "formats": tuple(each["formats"])}) for each in value.pop("papers"))
        notices = {tag: tuple(Notice(**each) for each in told) for tag, told in value.pop("notices").items()}
        lists: dict[str, Any] = {name: tuple(value.pop(name)) for name in ("languages", "identifiers", "corrections")}
        return About(papers=papers, notices=notices, **lists, **value)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("about.json is not as it was written") from error


def as_json(value: Any) -> bytes:
    """A value as a file for people and programs: UTF-8, one value a line, a line end at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
