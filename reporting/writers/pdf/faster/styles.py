"""Computed styles: most properties of most elements are said nowhere, and are inherited or initial as they stand."""

from __future__ import annotations

from typing import Any

from weasyprint import css
from weasyprint.css.functions import check_math
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

BOUND = frozenset({"float", "display", "position", "page"})
"""Properties whose value depends on others of the same element."""

FREE = frozenset(key for key in INITIAL_VALUES if key not in BOUND and not key.startswith("text_decoration_"))
TAKEN_OVER = FREE & INHERITED
AS_THEY_STAND = frozenset(
    key for key in FREE - INHERITED if key not in INITIAL_NOT_COMPUTED and not check_math(INITIAL_VALUES[key])
)

LOGICAL: dict[str, dict[str, str]] = {
    key: {direction: name(block="ttb", inline=direction) for direction in ("ltr", "rtl")}
    for key, name in css.PHYSICAL_FUNCTIONS.items()
}
"""For `margin_left` and the like: the logical property that may speak for it, by direction."""

_stock_computed = css.ComputedStyle.__missing__
_stock_anonymous = css.AnonymousStyle.__missing__


def install() -> None:
    """Replaces the look-up of properties that a style does not hold yet."""
    css.ComputedStyle.__missing__ = _computed
    css.AnonymousStyle.__missing__ = _anonymous


def _computed(self: Any, key: str) -> Any:
    if key not in self.cascaded:
        logical = LOGICAL.get(key)
        if logical is None or logical[self["direction"]] not in self.cascaded:
            if key in AS_THEY_STAND:
                value = self[key] = INITIAL_VALUES[key]
                return value
            if key in TAKEN_OVER and self.parent_style is not None:
                value = self[key] = self.parent_style[key]
                return value
    return _stock_computed(self, key)


def _anonymous(self: Any, key: str) -> Any:
    if key in TAKEN_OVER:
        value = self[key] = self.parent_style[key]
        return value
    if key in AS_THEY_STAND:
        value = self[key] = INITIAL_VALUES[key]
        return value
    return _stock_anonymous(self, key)
