"""The value between drafting and writing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lxml import html as lxml_html

COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Properties:
    """What a paper says of itself outside of its text. Everything comes from the record, nothing from the clock."""

    title: str
    """Title of the paper, plain text; never carries matter above the lowest level when the paper is marked."""
    language: str
    """BCP 47 tag of the document's main language, such as `en` or `fa-AF`."""
    author: str
    """The issuing body, never a person or a user's account."""
    created: date
    """Date of the event or of issue, from the record; every date in the written file is derived from it."""
    subject: str = ""
    """Kind of paper, such as "Press release"."""
    identifier: str = ""
    """The record's own identifier of the paper, such as `eu-central-asia/04-bishkek/press-release`."""
    keywords: tuple[str, ...] = ()
    rights: str = ""
    marking: str = ""
    """Printed on top and foot of every page; empty for a public paper."""
    draft: str = ""
    """Such as "Draft 3"; empty when final. Printed as a watermark and in the running head."""
    view: str = ""
    """Hash of what was read of the record for this paper, as its audience may see it; Word files carry it, so that a
    corrected one can be set against what it was made from. No part of what the paper says."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """What the paper is called in other languages, by tag, as far as its type has a name there."""
    ink: tuple[str, str] = ("", "")
    """Colours of the marking and of what it stands on, such as `#ffc000` on `#000000`, where its scheme has them."""
    bookmarks: Mapping[int, str] = field(default_factory=dict)
    """What bookmarks say in place of a heading's own words, by the number of the heading from 0; a marked paper's
    bookmarks carry nothing above the lowest level."""
    beside: str = ""
    """BCP 47 tag of the language in the second column of a bilingual paper."""
    event: Mapping[str, str] = field(default_factory=dict)
    """schema.org facts of the meeting for the HTML page: name, startDate, endDate, location, organizer (those known)."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The language of the paper, or both of a bilingual one."""
        return (self.language, self.beside) if self.beside else (self.language,)

    @property
    def colours(self) -> tuple[str, str]:
        """The ink as far as it is colours; whatever else stands there never comes into a style sheet."""
        letters, ground = (each if COLOUR.fullmatch(each) else "" for each in self.ink)
        return letters, ground

    @property
    def watermark(self) -> str:
        """The word of the draft with its number, without its date; empty when final.

        >>> Properties("T", "en", "A", date(2018, 6, 20), draft="Draft 2 of 20 June 2018").watermark
        'Draft 2'
        """
        numbered = re.match(r"\D*\d+", self.draft)
        return numbered[0] if numbered else self.draft


@dataclass(frozen=True, slots=True)
class Document:
    """A paper before it has a format: one `article` of the vocabulary, and its properties."""

    html: str
    """One `<article>` element, well-formed, in the vocabulary of `vocabulary.py`."""
    properties: Properties
    images: Mapping[str, bytes] = field(default_factory=dict)
    """Bytes of each picture by the name that `img src` gives."""

    def tree(self) -> lxml_html.HtmlElement:
        """A fresh tree of the article, which the caller may change."""
        return lxml_html.fragment_fromstring(self.html)
