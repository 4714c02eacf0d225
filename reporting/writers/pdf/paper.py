"""The walk of one paper: prepared, laid out, drawn, tagged, written."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, time

import pydyf
import weasyprint
import weasyprint.pdf
from lxml.html import HtmlElement
from weasyprint.css.counters import CounterStyle

from reporting.document.document import Document, Properties
from reporting.document.theme import Theme, inked
from reporting.problems import Problem, in_order
from reporting.writers.css import page_css, role_css
from reporting.writers.fonts import missing_glyphs
from reporting.writers.pdf.artifacts import drawing, plan_artifacts
from reporting.writers.pdf.budget import overrun_of, overrun_problem
from reporting.writers.pdf.copies import footer_css, make_room, margin_of, stamp
from reporting.writers.pdf.engine import Engine, Sheet
from reporting.writers.pdf.fetcher import ImageTable
from reporting.writers.pdf.letters import telling_letters
from reporting.writers.pdf.log import collected
from reporting.writers.pdf.margins import margin_css
from reporting.writers.pdf.metadata import set_metadata
from reporting.writers.pdf.prepare import MISSING_IMAGE, image_url, prepare
from reporting.writers.pdf.structure import structure_adder
from reporting.writers.pdf.tree import Page
from reporting.writers.pdf.values import Attached, Numbering, Pdf

VARIANT = "pdf/a-3a"
LOST = re.compile(r"a link leads to #(\S+),")


class Paper:
    """One document on its way through the engine."""

    def __init__(self, engine: Engine, document: Document, theme: Theme, stylesheet: str) -> None:
        self._engine, self._document, self._theme = engine, document, theme
        self._prepared = prepare(document)
        self._table = ImageTable(document.images)
        marked = inked(theme, document.properties.colours[0])
        self._styles = [
            role_css(marked) + page_css(marked) + stylesheet,
            margin_css(self._prepared, document.properties),
        ]

    def written(self, attachments: tuple[Attached, ...], page_budget: int | None) -> Pdf:
        """The finished file with all that was found on the way."""
        sheets = [self._engine.sheet(css, self._parsed) for css in self._styles]
        with collected() as told:
            laid = self._laid_out(sheets)
            data = self._drawn(laid, attachments, self._document.properties)
        overrun = overrun_of(laid.pages, page_budget)
        problems = [*self._problems(), *(problem for sheet in sheets for problem in sheet.problems)]
        known = {problem.sentence for problem in problems}
        # The engine tells of a missing character as well, without its place.
        problems += [self._traced(problem) for problem in told if problem.sentence not in known]
        if overrun is not None and page_budget is not None:
            problems.append(overrun_problem(overrun, page_budget))
        return Pdf(data, len(laid.pages), _anchors(laid), in_order(problems), overrun)

    def copies(self, attachments: tuple[Attached, ...], numbering: Numbering) -> Iterator[bytes]:
        """Numbered copies of the file, in order: laid out once, drawn as often as there are copies."""
        words, properties = numbering.said(numbering.total), self._document.properties
        make_room(self._prepared.root, words)
        margin = margin_of(properties.language)
        sheets = [self._engine.sheet(css, self._parsed) for css in (*self._styles, footer_css(words, margin))]
        # What there is to tell has been told of the paper itself.
        with collected():
            laid = self._laid_out(sheets)
            for number in range(1, numbering.total + 1):
                stamp(laid.pages, numbering.said(number), margin)
                named = replace(properties, identifier=f"{properties.identifier}/copy-{number}".lstrip("/"))
                # A document remembers the letters that it has drawn; each copy begins with none.
                yield self._drawn(laid.copy(), attachments, named)

    def _laid_out(self, sheets: list[Sheet]) -> weasyprint.Document:
        counters = CounterStyle()
        for sheet in sheets:
            counters.update(sheet.counters)
        return Page(self._prepared.root, self._table).render(
            counter_style=counters,
            font_config=self._engine.font_config,
            stylesheets=[sheet.css for sheet in sheets],
            cache=self._engine.image_cache(),
            pdf_variant=VARIANT,
        )

    def _parsed(self, css: str) -> Sheet:
        table, counters = ImageTable({}), CounterStyle()
        with collected() as told:
            parsed = weasyprint.CSS(
                string=css, font_config=self._engine.font_config, counter_style=counters, url_fetcher=table
            )
        return Sheet(parsed, counters, (*told, *map(refusal, table.refused)))

    def _drawn(self, laid: weasyprint.Document, attachments: tuple[Attached, ...], properties: Properties) -> bytes:
        set_metadata(laid.metadata, properties)
        # The clock is never asked: an attachment without dates would carry the moment of writing.
        moment = datetime.combine(properties.created, time(), UTC)
        files = [
            weasyprint.Attachment(
                string=file.data,
                name=file.name,
                description=file.description,
                created=moment,
                modified=moment,
                relationship=file.relationship,
            )
            for file in attachments
        ]
        _keep_own_links(laid.pages)
        plan = plan_artifacts(laid.pages)
        with drawing(plan), telling_letters(), _own_structure(structure_adder(plan)), warnings.catch_warnings():
            # WeasyPrint leaves the file of the colour profile to the garbage collector.
            warnings.simplefilter("ignore", ResourceWarning)
            drawn = laid.write_pdf(
                pdf_variant=VARIANT,
                attachments=files or None,
                finisher=lambda _, pdf: _mend_attachments(pdf, attachments),
            )
        return bytes(drawn)

    def _problems(self) -> Iterator[Problem]:
        for name in self._prepared.missing:
            yield Problem(
                "W020",
                f"the picture {name!r} is not among the paper's pictures",
                hint="correct its name, or put the file where the record says",
            )
        yield from (refusal(address) for address in self._table.refused if address != MISSING_IMAGE)
        yield from self._missing_glyphs()

    def _missing_glyphs(self) -> Iterator[Problem]:
        text = "".join(self._prepared.root.itertext()) + "".join(self._prepared.markings + self._prepared.running_heads)
        for character in missing_glyphs(text, self._theme):
            yield Problem(
                "W010",
                f"no font of the theme has the character {character} (U+{ord(character):04X})",
                hint="write it otherwise, or add a font to theme.yaml",
                trail=self._where(character),
            )

    def _traced(self, problem: Problem) -> Problem:
        """A problem that the engine told, with what it knows only by a name of its own."""
        if lost := LOST.search(problem.sentence):
            link = next((a for a in self._prepared.root.iter("a") if a.get("href") == f"#{lost[1]}"), None)
            return replace(problem, trail=_trail(link))
        for name, data in self._document.images.items():
            if image_url(data) in problem.sentence:
                return replace(problem, sentence=problem.sentence.replace(image_url(data), repr(name)))
        return problem

    def _where(self, character: str) -> str | None:
        """The path in the record of the text that holds the character, if one is known."""
        for element in self._prepared.root.iter():
            if character in (element.text or "") or any(character in (kid.tail or "") for kid in element):
                return _trail(element)
        return None


def _trail(element: HtmlElement | None) -> str | None:
    """The path in the record that the element, or the nearest above it, comes from."""
    around = () if element is None else (element, *element.iterancestors())
    return next((each.get("data-from") for each in around if each.get("data-from")), None)


def refusal(address: str) -> Problem:
    """Something outside of the paper was asked for, and not fetched."""
    return Problem(
        "W021",
        f"the paper asks for {address[:80]!r}, and only its own pictures may be used",
        hint="put the file beside the record and name it there",
    )


@contextmanager
def _own_structure(add: object) -> Iterator[None]:
    """While it lasts, WeasyPrint asks us for the structure tree."""
    stock = weasyprint.pdf.add_tags
    weasyprint.pdf.add_tags = add
    try:
        yield
    finally:
        weasyprint.pdf.add_tags = stock


def _keep_own_links(pages: list[weasyprint.document.Page]) -> None:
    """WeasyPrint lays another rectangle over each part of a link: a leader, a page number, a word in italics."""
    for page in pages:
        page.links = [link for link in page.links if link[3].element_tag == "a"]


def _mend_attachments(pdf: pydyf.PDF, attachments: tuple[Attached, ...]) -> None:
    """WeasyPrint lists associated files twice, and guesses their type from the machine's own tables."""
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
    embedded = [o for o in pdf.objects if isinstance(o, pydyf.Stream) and o.extra.get("Type") == "/EmbeddedFile"]
    for stream, file in zip(embedded, attachments, strict=True):
        stream.extra["Subtype"] = f"/{file.mime.replace('/', '#2f')}"


def _anchors(laid: weasyprint.Document) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, page in enumerate(laid.pages, start=1):
        for name in page.anchors:
            found.setdefault(name, number)
    return found
