"""WordprocessingML as text: escaping, properties in the order of the schema, measures."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape as _escape

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""What marks a drawing that a screen reader passes over."""
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# XML 1.0, production 2: what no XML file may hold, not even escaped.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# ECMA-376-1, 17.3.1.26 (CT_PPr): Word refuses a file whose properties stand in another order.
PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "pBdr", "shd", "tabs",
    "suppressAutoHyphens", "bidi", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr",
)  # fmt: skip


def text(value: str) -> str:
    """The value as character data."""
    return _escape(FORBIDDEN.sub("", value))


def attribute(value: str) -> str:
    """The value for use between double quotes."""
    return _escape(FORBIDDEN.sub("", value), {'"': "&quot;", "\n": " ", "\t": " "})


def on(name: str) -> str:
    """A property that is there or not, such as `<w:keepNext/>`."""
    return f"<w:{name}/>"


def val(name: str, value: str | int) -> str:
    """A property with one value, such as `<w:jc w:val="center"/>`."""
    return f'<w:{name} w:val="{value}"/>'


def ppr(properties: dict[str, str]) -> str:
    """The `w:pPr` of the properties given by name, or nothing where there are none."""
    if not properties:
        return ""
    inner = "".join(properties[name] for name in PARAGRAPH_ORDER if name in properties)
    return f"<w:pPr>{inner}</w:pPr>"


def field(code: str, shown: str, rpr: str = "") -> str:
    """A complex field with the result that is shown until somebody updates it."""
    run = f"<w:r>{rpr}"
    return (
        f'{run}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'{run}<w:instrText xml:space="preserve"> {text(code)} </w:instrText></w:r>'
        f'{run}<w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run}<w:t xml:space="preserve">{text(shown)}</w:t></w:r>'
        f'{run}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def twips(points: float) -> int:
    """Points as twentieths of a point, Word's measure of length."""
    return round(points * 20)


def mm(millimetres: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


# Word checks spelling by language and country; where papers name the language alone, this country's is meant.
COUNTRIES = {
    "en": "en-GB", "fr": "fr-FR", "ru": "ru-RU", "de": "de-DE", "es": "es-ES", "it": "it-IT", "pt": "pt-PT",
    "kk": "kk-KZ", "ky": "ky-KG", "tg": "tg-Cyrl-TJ", "tk": "tk-TM", "uz": "uz-Latn-UZ", "fa": "fa-IR", "ar": "ar-SA",
    "ps": "ps-AF", "mn": "mn-MN", "tr": "tr-TR", "zh": "zh-CN", "ja": "ja-JP",
}  # fmt: skip


def language_tag(language: str) -> str:
    """The language as Word names it."""
    return attribute(COUNTRIES.get(language, language))
