"""Static instances of variable fonts: one file a weight, with names that programs agree on.

Variable files cannot be handed to WeasyPrint as they are: every weight but the default one gets wrong glyph
widths, which fails PDF/A. HarfBuzz pins the axes in milliseconds; the same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from reporting.document.theme import WEIGHTS

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

WORDS = {"regular": "Regular", "semibold": "SemiBold", "bold": "Bold"}
VARIATION_TABLES = ("STAT", "fvar", "avar", "gvar", "HVAR", "VVAR", "MVAR", "cvar", "DSIG")

# OS/2 fsSelection and head macStyle, as the OpenType specification numbers their bits.
ITALIC, BOLD, REGULAR = 1 << 0, 1 << 5, 1 << 6
MAC_BOLD, MAC_ITALIC = 1 << 0, 1 << 1


@dataclass(frozen=True, slots=True)
class Instance:
    """One static font to be made: a family at a weight, upright or italic."""

    family: str
    weight: str
    """A name of `WEIGHTS`."""
    italic: bool
    source: Path
    """The package's file: variable, or static already."""
    variable: bool
    axes: Mapping[str, float]
    """Axes to pin besides weight."""

    @property
    def style(self) -> str:
        """Such as `Bold Italic`; `Regular` stands alone."""
        words = [WORDS[self.weight]] if self.weight != "regular" or not self.italic else []
        return " ".join([*words, *(["Italic"] if self.italic else [])])

    @property
    def file(self) -> str:
        return f"{self.family}-{self.style}.ttf".replace(" ", "")


def instance_bytes(instance: Instance) -> bytes:
    """The static font file; a font that is static already comes back unchanged."""
    if not instance.variable:
        return instance.source.read_bytes()
    font = _pinned(instance)
    _rename(font, instance)
    _set_style_bits(font, instance)
    for table in VARIATION_TABLES:
        if table in font:
            del font[table]
    made = BytesIO()
    font.save(made)
    return made.getvalue()


def _pinned(instance: Instance) -> TTFont:
    import uharfbuzz
    from fontTools.ttLib import TTFont

    face = uharfbuzz.Face(uharfbuzz.Blob(_source(instance.source)))
    wanted = uharfbuzz.SubsetInput()
    wanted.keep_everything()
    for axis, value in {**instance.axes, "wght": WEIGHTS[instance.weight]}.items():
        wanted.pin_axis_location(face, axis, value)
    # The source's own time stamp is kept: a new one would make other bytes on every run.
    return TTFont(BytesIO(uharfbuzz.subset(face, wanted).blob.data), recalcTimestamp=False, lazy=True)


@cache
def _source(path: Path) -> bytes:
    return path.read_bytes()


def _rename(font: TTFont, instance: Instance) -> None:
    """Names 1 and 2 may only hold the four classic styles; 16 and 17 hold the family and style as designers name them."""
    family, style = instance.family, instance.style
    in_classic_four = instance.weight in ("regular", "bold")
    names = {
        1: family if in_classic_four else f"{family} {WORDS[instance.weight]}",
        2: style if in_classic_four else ("Italic" if instance.italic else "Regular"),
        4: f"{family} {style}",
        6: f"{family}-{style}".replace(" ", ""),
    }
    names[3] = names[6]
    if not in_classic_four:
        names |= {16: family, 17: style}
    kept = {0: font["name"].getDebugName(0), 13: font["name"].getDebugName(13), 14: font["name"].getDebugName(14)}
    font["name"].names = []
    for number, value in sorted({**kept, **names}.items()):
        if value:
            font["name"].setName(value, number, 3, 1, 0x409)


def _set_style_bits(font: TTFont, instance: Instance) -> None:
    bold = instance.weight == "bold"
    style = (BOLD if bold else 0) | (ITALIC if instance.italic else 0)
    os2 = font["OS/2"]
    os2.usWeightClass = WEIGHTS[instance.weight]
    os2.fsSelection = (os2.fsSelection & ~(ITALIC | BOLD | REGULAR)) | (style or REGULAR)
    font["head"].macStyle = (MAC_BOLD if bold else 0) | (MAC_ITALIC if instance.italic else 0)
