"""Tables: cells that span, widths from the content, header rows that repeat."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from reporting.document.bilingual import is_arranging
from reporting.writers.word.blocks.columns import widths
from reporting.writers.word.blocks.rows import Cell, Row, grid
from reporting.writers.word.inlines.inline import change_of
from reporting.writers.word.parts.markup import mm, on, val
from reporting.writers.word.writing.html import Change, Place, classes
from reporting.writers.word.writing.paper import Paper


def write_table(element: HtmlElement, place: Place, paper: Paper) -> None:
    """Writes a caption, the table, and a paragraph below it where Word needs one."""
    for caption in element.iterchildren("caption"):
        paper.caption(caption, replace(place, item=None), keepNext=on("keepNext"))
    rows = list(grid(element))
    if not rows:
        return
    if paper.new_page:
        paper.paragraph([], Place(), "SectionEnd")
    table = table_of(element, rows, place, paper)
    body = "".join(row_xml(row, table, paper) for row in (rows if table.flows else kept_together(rows)))
    paper.add(f"<w:tbl>{table_properties(element, table)}{body}</w:tbl>")


def kept_together(rows: list[Row]) -> list[Row]:
    """The rows with what keeps them: no row stands alone on its side of a page's edge."""
    first = next((at for at, row in enumerate(rows) if not row.head), 0)
    return [
        replace(row, keeps=row.head or at in (first, len(rows) - 2)) if at < len(rows) - 1 else row
        for at, row in enumerate(rows)
    ]


@dataclass(frozen=True, slots=True)
class Table:
    """What the cells of one table share."""

    kind: str
    """`bilingual`, `signatures`, `contacts` or nothing."""
    measures: list[int]
    """Width of each column in twentieths of a point."""
    place: Place
    flows: bool = False
    """Whether its rows are text that goes on over the page, such as paragraphs in two languages."""
    lined: bool = False
    """Whether there is a line to sign on above each name."""


def table_of(element: HtmlElement, rows: list[Row], place: Place, paper: Paper) -> Table:
    kind = kind_of(element)
    columns = max((cell.column + cell.span for row in rows for cell in row.cells), default=0)
    room = paper.room - (place.item.left if place.item else 0)
    if kind == "signatures":
        return Table(kind, side_by_side(columns, room), place, lined="signed" not in classes(element))
    even = kind in STYLES and kind != ""
    measures = widths(element, [row.cells for row in rows], columns, room, even=even)
    return Table(kind, measures, place, flows=is_arranging(element))


APART = mm(10)
"""Room between two lines for signatures."""
ABOVE = mm(5)
"""Room above the names where there are no lines."""


def side_by_side(columns: int, room: int) -> list[int]:
    """Widths of the cells for signatures, so that all lines are of one length and the last ends with the text."""
    line = (room - APART * (columns - 1)) // columns
    return [line + APART] * (columns - 1) + [room - (line + APART) * (columns - 1)]


def kind_of(element: HtmlElement) -> str:
    return next((name for name in ("bilingual", "signatures", "contacts") if name in classes(element)), "")


STYLES = {"": "ReportTable", "bilingual": "BilingualTable", "signatures": "SignatureTable", "contacts": "ContactTable"}


def table_properties(element: HtmlElement, table: Table) -> str:
    place, measures = table.place, table.measures
    indent = f'<w:tblInd w:w="{place.item.left}" w:type="dxa"/>' if place.item else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in measures)
    heads = int(element.find("thead/tr") is not None)
    row_heads = int(element.find(".//tbody/tr/th") is not None)
    return (
        f"<w:tblPr>{val('tblStyle', STYLES[table.kind])}{on('bidiVisual') if place.fmt.rtl else ''}"
        f'<w:tblW w:w="{sum(measures)}" w:type="dxa"/>{indent}<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{0x0400 + 0x20 * heads + 0x80 * row_heads:04X}" w:firstRow="{heads}" w:lastRow="0" '
        f'w:firstColumn="{row_heads}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>"
    )


def row_xml(row: Row, table: Table, paper: Paper) -> str:
    cells = [cell_xml(cell, row, table, paper) for cell in row.cells]
    filled = sum(cell.span for cell in row.cells)
    cells += [EMPTY_CELL.format(width) for width in table.measures[filled:]]
    head = on("tblHeader") if row.head else ""
    change = row_change(row, paper)
    mark = paper.runs.change(change) if change else ""
    whole = "" if table.flows else on("cantSplit")
    about = f"<w:trPr>{whole}{head}{mark}</w:trPr>" if whole or head or mark else ""
    return f"<w:tr>{about}{''.join(cells)}</w:tr>"


EMPTY_CELL = '<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr><w:p/></w:tc>'


def row_change(row: Row, paper: Paper) -> Change | None:
    """The change that all text of the row belongs to: then the row came or went as a whole."""
    marks = [mark for cell in row.element for mark in cell.iter("ins", "del")]
    if not marks or len({mark.tag for mark in marks}) > 1:
        return None
    inside = sum(len("".join(mark.itertext()).split()) for mark in marks)
    whole = sum(len("".join(cell.itertext()).split()) for cell in row.element)
    return change_of(marks[0], paper) if inside == whole else None


def cell_xml(cell: Cell, row: Row, table: Table, paper: Paper) -> str:
    width = sum(table.measures[cell.column : cell.column + cell.span])
    span = val("gridSpan", cell.span) if cell.span > 1 else ""
    merge = "" if cell.begins and cell.rows == 1 else ('<w:vMerge w:val="restart"/>' if cell.begins else "<w:vMerge/>")
    start = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{edges(cell, table)}</w:tcPr>'
    content = cell_content(cell, row, table, paper, width=width) if cell.begins else "<w:p/>"
    return f"{start}{content}</w:tc>"


def edges(cell: Cell, table: Table) -> str:
    """Bilingual text stands flush with the text around it on both sides; the room between signatures is a margin."""
    is_last = cell.column + cell.span == len(table.measures)
    if table.kind == "signatures":
        above = "" if table.lined else f'<w:top w:w="{ABOVE}" w:type="dxa"/>'
        right = "" if is_last else f'<w:right w:w="{APART}" w:type="dxa"/>'
        return f"<w:tcMar>{above}{right}</w:tcMar>" if above or right else ""
    if table.kind != "bilingual":
        return ""
    left = '<w:left w:w="0" w:type="dxa"/>' if cell.column == 0 else ""
    right = '<w:right w:w="0" w:type="dxa"/>' if is_last else ""
    return f"<w:tcMar>{left}{right}</w:tcMar>" if left or right else ""


def cell_content(cell: Cell, row: Row, table: Table, paper: Paper, *, width: int) -> str:
    """The blocks of a cell, the last one a paragraph as Word wants it."""
    element = cell.element
    paper.marks.expect(element)
    style = cell_style(element, row, table.kind)
    align = "right" if "number" in classes(element) else ""
    inside = replace(
        table.place, style=style, item=None, lists=(), cell=True, align=align, keep_next=row.keeps, boxed=False
    )
    room, paper.room = paper.room, max(width - 240, 240)
    blocks = paper.apart(element, inside.inside(element))
    paper.room = room
    if table.lined and blocks:
        blocks.insert(0, f"<w:p><w:pPr>{val('pStyle', 'SignatureLine')}</w:pPr></w:p>")
    if not blocks or not blocks[-1].startswith("<w:p>"):
        blocks.append(f"<w:p><w:pPr>{val('pStyle', style)}</w:pPr></w:p>")
    return "".join(blocks)


def cell_style(element: HtmlElement, row: Row, kind: str) -> str:
    """Style of the text in a cell."""
    if element.tag == "th":
        return "CellHead" if row.head else "RowHead"
    return {"bilingual": "BilingualText", "signatures": "Signatory", "contacts": "Contacts"}.get(kind, "CellText")
