"""What stands on the edges of the pages: marking, running head, page number, watermark."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from reporting.writers.furniture import page_of
from reporting.writers.word.letterhead.borrowed import Borrowed
from reporting.writers.word.letterhead.reading import NONE
from reporting.writers.word.parts.markup import attribute, field, mm, on, ppr, val
from reporting.writers.word.parts.relations import Relations
from reporting.writers.word.styles.geometry import GUTTER, SIDES, Layout
from reporting.writers.word.styles.looks import shade
from reporting.writers.word.writing.html import Fmt, classes, inherited
from reporting.writers.word.writing.paper import Paper
from reporting.writers.word.writing.runs import Flow, Piece
from reporting.writers.word.writing.sections import Section

DOT = " \u00b7 "
MARKING_MM = 8.0
"""From the paper's edge to the marking: above the running head, below the page number."""
BELOW = '<w:spacing w:after="160"/>'
"""Space between a head that may reach into the text and the text."""
STATIONERY = "\0stationery\0"


@dataclass(frozen=True, slots=True)
class Edge:
    """One header or footer part."""

    kind: str
    """`header` or `footer`."""
    key: str
    """Identifier of its relation."""
    xml: str
    """With `STATIONERY` where the letterhead's own blocks go."""
    stationery: Borrowed

    @property
    def relations(self) -> Relations:
        """What the letterhead's blocks lead to."""
        links = {address: key for key, address in self.stationery.links.items()}
        return Relations(links, {key: key for key in self.stationery.pictures})

    def filled(self, xml: str) -> str:
        """The part's text, finished by whoever knows the styles, with the letterhead's blocks in their place."""
        return xml.replace(STATIONERY, self.stationery.xml, 1)


class Furniture:
    """The headers and footers of one paper, each written once."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._marking = taken(paper.tree, "marking")
        self._heads = taken(paper.tree, "running-head")
        self._notices = [element for element in self._heads if "notice" in classes(element)]
        self._edges: dict[tuple[str, str, str], Edge] = {}
        letterhead = paper.letterhead
        self._stationery = (letterhead.head, letterhead.foot) if letterhead else (NONE, NONE)
        self._first = (letterhead.first_head, letterhead.first_foot) if letterhead else (NONE, NONE)
        """The letterhead's head and foot on the paper's first page."""

    @property
    def edges(self) -> list[Edge]:
        return list(self._edges.values())

    def section(self, section: Section, *, first: bool) -> str:
        """The `w:sectPr` of a section; the paper's first page has a head of its own unless it is a cover."""
        layout = section.layout
        own_head = not layout.cover and (first or bool(layout.tab and not section.continuous))
        usual = self._first if layout.cover else self._stationery
        references = self._header("default", layout, self._notices if layout.cover else self._heads, usual[0])
        if own_head:
            head = (self._notices, self._first[0]) if first else (self._heads, self._stationery[0])
            references += self._header("first", replace(layout, tab=""), *head)
        references += self._footer("default", usual[1], numbered=not layout.cover)
        if own_head:
            references += self._footer("first", self._first[1] if first else usual[1], numbered=True)
        title_page = on("titlePg") if own_head else ""
        return f"<w:sectPr>{references}{self._shape(section)}{title_page}{self._way(layout)}</w:sectPr>"

    def _way(self, layout: Layout) -> str:
        return on("bidi") if layout.rtl or (layout.columns > 1 and self._rtl()) else ""

    def _shape(self, section: Section) -> str:
        layout, page = section.layout, self._paper.geometry
        width, height = page.sheet(layout)
        margins = " ".join(f'w:{side}="{page.margins[side]}"' for side in SIDES)
        most = mm(MARKING_MM) if self._marks() else page.height
        edges = f'w:header="{min(page.head, most)}" w:footer="{min(page.foot, most)}" w:gutter="0"'
        turned = ' w:orient="landscape"' if layout.landscape else ""
        columns = f'<w:cols w:num="{layout.columns}" w:space="{GUTTER}"/>' if layout.columns > 1 else ""
        return (
            f'{val("type", "continuous" if section.continuous else "nextPage")}<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
            f"<w:pgMar {margins} {edges}/>{columns}"
        )

    def _header(self, when: str, layout: Layout, heads: list[HtmlElement], stationery: Borrowed) -> str:
        return self._reference("header", when, self._head(layout, heads, stationery), stationery)

    def _footer(self, when: str, stationery: Borrowed, *, numbered: bool) -> str:
        numbered = numbered and not stationery.counts_pages
        return self._reference("footer", when, self._foot(stationery, numbered=numbered), stationery)

    def _reference(self, kind: str, when: str, xml: str, stationery: Borrowed) -> str:
        key = (kind, xml, stationery.xml)
        edge = self._edges.get(key)
        if edge is None:
            edge = self._edges[key] = Edge(kind, f"rIdE{len(self._edges) + 1}", xml, stationery)
        return f'<w:{kind}Reference w:type="{when}" r:id="{edge.key}"/>'

    # ------------------------------------------------------------ their paragraphs

    def _head(self, layout: Layout, heads: list[HtmlElement], stationery: Borrowed) -> str:
        """The marking on top, the letterhead's own head, the running head."""
        marks, line = self._marks(spacing='<w:spacing w:after="100"/>'), self._running(layout, heads)
        mark = self._watermark()
        if not marks and not line and (mark or stationery.is_empty):
            line = self._line("Header", [])
        own = "" if stationery.is_empty else STATIONERY
        if own and line:
            line = line.replace("</w:pPr>", f"{BELOW}</w:pPr>", 1)
        return self._with(mark, marks) + own + line if marks else own + self._with(mark, line)

    def _with(self, watermark: str, paragraphs: str) -> str:
        """The paragraphs with the watermark anchored in the first."""
        at = paragraphs.find("</w:pPr>") + len("</w:pPr>") if paragraphs else 0
        return paragraphs[:at] + watermark + paragraphs[at:]

    def _running(self, layout: Layout, heads: list[HtmlElement]) -> str:
        """The running heads on one side, the tab's heading on the other."""
        pieces: list[Piece] = []
        for element in heads:
            pieces += [Piece(DOT, Fmt(rtl=self._rtl(), keep=True))] if pieces else []
            pieces += self._pieces(element)
        if not pieces and not layout.tab:
            return ""
        tab = ""
        if layout.tab:  # the field follows the tab's heading if that is edited
            rpr = "<w:rPr><w:rtl/></w:rPr>" if self._rtl() else ""
            tab = f"<w:r>{on('tab')}</w:r>" + field("STYLEREF 2", layout.tab, rpr)
        stop = f'<w:tabs><w:tab w:val="clear" w:pos="{self._room(Layout())}"/><w:tab w:val="right" w:pos="{self._room(layout)}"/></w:tabs>'
        return self._line("Header", pieces, tab, **({"tabs": stop} if layout.landscape else {}))

    def _room(self, layout: Layout) -> int:
        return self._paper.geometry.room(replace(layout, columns=1))

    def _marks(self, **direct: str) -> str:
        """The marking; one that only the properties name is printed all the same."""
        if ground := self._paper.document.properties.colours[1]:
            direct["shd"] = shade(ground.removeprefix("#"))
        if not self._marking and self._paper.document.properties.marking:
            return self._line(
                "Marking", [Piece(self._paper.document.properties.marking, Fmt(rtl=self._rtl()))], **direct
            )
        return "".join(self._line("Marking", self._pieces(element), **direct) for element in self._marking)

    def _foot(self, stationery: Borrowed, *, numbered: bool) -> str:
        marks = self._marks(spacing='<w:spacing w:before="40"/>')
        number = self._line("Footer", [], self._number()) if numbered else ""
        own = "" if stationery.is_empty else STATIONERY
        return own + number + marks or self._line("Footer", [])

    def _number(self) -> str:
        before, between = page_of(self._paper.language, self._paper.document.properties.beside)
        fmt = Fmt(rtl=self._rtl(), keep=True)
        rpr = "<w:rPr><w:rtl/></w:rPr>" if self._rtl() else ""
        write = self._paper.runs.write
        start = write([Piece(before, fmt)], str) if before else ""
        return start + field("PAGE", "1", rpr) + write([Piece(between, fmt)], str) + field("NUMPAGES", "1", rpr)

    def _line(self, style: str, pieces: list[Piece], more: str = "", **direct: str) -> str:
        properties = {"pStyle": val("pStyle", style)} | ({"bidi": on("bidi")} if self._rtl() else {}) | direct
        return f"<w:p>{ppr(properties)}{self._paper.runs.write(pieces, lambda target: '')}{more}</w:p>"

    def _pieces(self, element: HtmlElement) -> list[Piece]:
        flow = Flow()
        self._paper.content(element, inherited(Fmt(rtl=self._rtl()), element), flow)
        return [replace(piece, outer="") for piece in flow.close() if piece.text]

    def _rtl(self) -> bool:
        return self._paper.place.fmt.rtl

    def _watermark(self) -> str:
        """The word of the draft across the page, as Word's own command puts it there."""
        word = self._paper.document.properties.watermark
        return watermark(word, self._room(Layout()), self._paper.theme.fonts["heading"].family) if word else ""


def taken(tree: HtmlElement, name: str) -> list[HtmlElement]:
    """Takes the elements of a class out of the article; they belong to the pages, not to the text."""
    found = [element for element in tree.iterchildren("p") if name in classes(element)]
    for element in found:
        element.drop_tree()
    return found


def watermark(word: str, room: int, family: str) -> str:
    """Large grey letters from corner to corner, behind the text."""
    width = room / 20 * 0.9
    height = min(width / max(len(word), 4) * 1.25, 90)
    place = "position:absolute;margin-left:0;margin-top:0;mso-position-horizontal:center;mso-position-vertical:center"
    frame = "mso-position-horizontal-relative:margin;mso-position-vertical-relative:margin"
    style = f"{place};{frame};width:{width:.0f}pt;height:{height:.0f}pt;rotation:308;z-index:-251658752"
    return (
        '<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" '
        'adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>'
        + "".join(f'<v:f eqn="{formula}"/>' for formula in FORMULAS)
        + '</v:formulas><v:path textpathok="t" o:connecttype="custom" '
        'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
        '<v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject" o:spid="_x0000_s2049" type="#_x0000_t136" alt="{attribute(word)}" '
        f'style="{style}" o:allowincell="f" fillcolor="#f4f0ee" stroked="f">'
        f'<v:textpath style="font-family:&quot;{attribute(family)}&quot;;font-size:1pt;font-weight:bold" string="{attribute(word.upper())}"/>'
        "</v:shape></w:pict></w:r>"
    )


FORMULAS = (
    "sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0", "if @0 21600 @1",
    "if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7", "sum @6 0 @5",
)  # fmt: skip
"""WordArt's plain text (ECMA-376-4, 19.1.2), as Word writes it."""
