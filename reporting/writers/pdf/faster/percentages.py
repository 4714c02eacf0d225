"""Lengths of boxes: nearly all are pixels or `auto`, and twenty of them are asked of each box."""

from __future__ import annotations

from math import inf
from typing import Any

from weasyprint.css.functions import check_math
from weasyprint.formatting_structure import boxes
from weasyprint.layout import percent

from reporting.writers.pdf.faster.replace import replace_everywhere

ACROSS = ("margin_left", "margin_right", "padding_left", "padding_right", "width", "min_width", "max_width")
DOWN = ("margin_top", "margin_bottom", "padding_top", "padding_bottom")
BORDERS = ("border_top_width", "border_right_width", "border_bottom_width", "border_left_width")
ZERO_IF_AUTO = frozenset({"min_width", "min_height"})


def install() -> None:
    """Replaces the two functions that resolve lengths, in every module that took them by name."""
    replace_everywhere(percent.resolve_one_percentage, _resolve_one)
    replace_everywhere(percent.resolve_percentages, _resolve_all)


def _resolve_one(box: Any, property_name: str, refer_to: Any) -> None:
    name, style = property_name, box.style
    value = style[name]
    if value == "auto":
        setattr(box, name, 0 if name in ZERO_IF_AUTO else value)
    elif getattr(value, "unit", None) == "px":
        setattr(box, name, value.value)
    else:
        found = percent.percentage(value, style, refer_to)
        setattr(box, name, 0 if found == "auto" and name in ZERO_IF_AUTO else found)


def _resolve_all(box: Any, containing_block: Any) -> None:
    around = containing_block
    width, height = (around.width, around.height) if isinstance(around, boxes.Box) else around
    for name in ACROSS:
        _resolve_one(box, name, width)
    for name in DOWN:
        _resolve_one(box, name, height if isinstance(box, boxes.PageBox) else width)
    if height == "auto":
        _resolve_free_height(box)
    else:
        for name in ("height", "min_height", "max_height"):
            _resolve_one(box, name, height)
    style = box.style
    is_collapsed = style["border_collapse"] == "collapse"
    for name in BORDERS:
        # Borders of collapsed tables were settled between neighbours before.
        if not (is_collapsed and hasattr(box, name)):
            setattr(box, name, style[name])
    if style["box_sizing"] != "content-box":
        percent.adjust_box_sizing(box, "width")
        percent.adjust_box_sizing(box, "height")


def _resolve_free_height(box: Any) -> None:
    value = box.style["height"]
    is_free = value == "auto" or check_math(value) or value.unit == "%"
    box.height = "auto" if is_free else value.value
    _resolve_one(box, "min_height", 0)
    _resolve_one(box, "max_height", inf)
