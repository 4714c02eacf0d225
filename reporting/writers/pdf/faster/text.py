"""Pango's helpers made once.

A context for each language and direction, a description for each font, a list for each set of features: WeasyPrint
makes all three anew for every line that it tries.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from weasyprint.text import fonts, line_break
from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p

from reporting.writers.pdf.faster.replace import replace_everywhere

DESCRIBED = ("font_style", "font_stretch", "font_weight", "font_size", "font_variant_caps", "font_variation_settings")
FEATURES = (
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
)
MOST = 4096

_stock_setup = line_break.Layout.setup
_stock_description = fonts.get_font_description
_descriptions: dict[tuple[Any, ...], Any] = {}
_contexts: dict[tuple[Any, ...], tuple[Any, Any]] = {}
_features: dict[tuple[Any, ...], bytes] = {}


def install() -> None:
    """Replaces the set-up of layouts and remembers where words may break."""
    line_break.Layout.setup = _setup
    replace_everywhere(_stock_description, _description)
    for name in ("get_next_break_point_from_text", "get_next_word_boundaries"):
        stock = getattr(line_break, name)
        replace_everywhere(stock, lru_cache(MOST)(stock))


def _description(style: Any) -> Any:
    key = (tuple(style["font_family"]), *(style[name] for name in DESCRIBED))
    found = _descriptions.get(key)
    if found is None:
        if len(_descriptions) >= MOST:
            _descriptions.clear()
        found = _descriptions[key] = _stock_description(style)
    return found


def _setup(self: Any, style: Any) -> None:
    if style["text_decoration_line"] != "none" or style["font_language_override"] != "normal":
        _stock_setup(self, style)
        return
    self.style = style
    self.first_line_direction = 0
    context, self.language = _context(style.font_config.font_map, style["direction"], style["lang"] or None)
    self.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(self.layout, False)
    pango.pango_layout_set_font_description(self.layout, _description(style))
    self.ascent = self.underline_position = self.strikethrough_position = None
    features = _feature_text(style)
    if features:
        # The list owns its attribute and the layout holds the list; WeasyPrint never frees either.
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
        pango.pango_attr_list_insert(attributes, pango.pango_attr_font_features_new(features))
        pango.pango_layout_set_attributes(self.layout, attributes)


def _context(font_map: Any, direction: str, language: str | None) -> tuple[Any, Any]:
    key = (font_map, direction, language)
    found = _contexts.get(key)
    if found is None:
        context = ffi.gc(pango.pango_font_map_create_context(font_map), gobject.g_object_unref)
        pango.pango_context_set_round_glyph_positions(context, False)
        pango.pango_context_set_base_dir(context, line_break.PANGO_DIRECTION[direction])
        found = _contexts[key] = (context, _language(context, language))
    return found


def _language(context: Any, language: str | None) -> Any:
    if not language:
        return pango.pango_language_get_default()
    pointer, _kept_alive = unicode_to_char_p(language)
    found = pango.pango_language_from_string(pointer)
    pango.pango_context_set_language(context, found)
    return found


def _feature_text(style: Any) -> bytes:
    values = tuple(style[name] for name in FEATURES)
    try:
        found = _features.get(values)
    except TypeError:
        return _joined(values)
    if found is None:
        found = _features[values] = _joined(values)
    return found


def _joined(values: tuple[Any, ...]) -> bytes:
    return ",".join(f"{key} {value}" for key, value in line_break.font_features(*values).items()).encode()
