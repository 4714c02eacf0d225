"""All rules, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Container

from lxml import etree

from reporting.document.findings import Findings
from reporting.document.rules.comments import check_comments
from reporting.document.rules.furniture import check_furniture
from reporting.document.rules.headings import check_headings
from reporting.document.rules.links import check_links
from reporting.document.rules.lists import check_lists
from reporting.document.rules.notes import check_notes
from reporting.document.rules.pictures import check_pictures
from reporting.document.rules.tables import check_tables
from reporting.document.rules.words import check_words

Rule = Callable[[etree._Element, Container[str], Findings], None]  # noqa: SLF001 - lxml has no other name for it

RULES: tuple[Rule, ...] = (
    check_furniture,
    check_headings,
    check_lists,
    check_tables,
    check_pictures,
    check_links,
    check_notes,
    check_comments,
    check_words,
)
