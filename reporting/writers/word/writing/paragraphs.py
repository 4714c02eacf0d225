"""Properties that a paragraph has from its place: list, box, quotation, direction."""

from __future__ import annotations

from reporting.writers.word.parts.markup import on, val
from reporting.writers.word.styles.looks import Looks
from reporting.writers.word.writing.html import Item, Place

QUOTED_CODE = '<w:ind w:left="480" w:right="340"/>'
INNER_QUOTE = '<w:ind w:left="720" w:right="720"/>'


def properties_of(place: Place, style: str, looks: Looks) -> dict[str, str]:
    """The properties by name. The first paragraph of a list item takes the item's number."""
    found = {"pStyle": val("pStyle", style)} if style else {}
    if place.item is not None:
        found.update(item_properties(place.item))
    if place.boxed:
        found.update(looks.boxed if place.item is None else looks.box | boxed_item(place.item))
    if place.quotes and "ind" not in found and (place.quotes > 1 or style == "SourceCode"):
        found["ind"] = INNER_QUOTE if place.quotes > 1 else QUOTED_CODE
    if place.fmt.rtl:
        found["bidi"] = on("bidi")
        if style in looks.edges_on_the_right:
            found["pBdr"] = looks.edges_on_the_right[style]
    if place.keep_next:
        found["keepNext"] = on("keepNext")
    if place.align:
        found["jc"] = val("jc", place.align)
    return found


def item_properties(item: Item) -> dict[str, str]:
    """What makes a paragraph part of a list item: its number, or the indent below it."""
    if not item.numbered:
        item.numbered = True
        return {"numPr": f"<w:numPr>{val('ilvl', item.level)}{val('numId', item.num)}</w:numPr>"}
    # List 0 is Word's own "no number here".
    none = f"<w:numPr>{val('ilvl', 0)}{val('numId', 0)}</w:numPr>"
    return {"numPr": none, "ind": f'<w:ind w:left="{item.left}" w:firstLine="0"/>'}


def boxed_item(item: Item) -> dict[str, str]:
    """Indents of an item in a box: the box begins where the number hangs, so this must be the box's own edge."""
    if item.level:
        return {}
    return {"ind": '<w:ind w:left="480" w:right="220" w:hanging="260"/>'}
