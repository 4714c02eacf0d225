"""Fonts that travel with the file, so that it looks the same where the house's fonts are not installed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from reporting.document.theme import Theme

STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
"""The four faces of a family that Word knows, in the order of the schema (ECMA-376-1, 17.8.3.10)."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font file of a family."""

    family: str
    style: str
    """One of `STYLES`."""
    data: bytes

    @property
    def key(self) -> str:
        """The GUID that its bytes are hidden with; from the bytes, so that the same font has the same key."""
        digits = sha256(self.data).hexdigest().upper()
        parts = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:32])
        return "{" + "-".join(parts) + "}"

    def hidden(self) -> bytes:
        """The font as Word stores it: the first 32 bytes mixed with the key (ECMA-376-4, 9.1)."""
        key = bytes.fromhex(self.key.strip("{}").replace("-", ""))[::-1]
        head = bytes(byte ^ key[at % 16] for at, byte in enumerate(self.data[:32]))
        return head + self.data[32:]


def faces_of(theme: Theme, folder: Path) -> tuple[Face, ...]:
    """The faces of the theme's families that lie in a folder of static fonts, such as `SourceSerif4-Bold.ttf`."""
    families = sorted({font.family for font in theme.fonts.values()})
    wanted = (
        (family, style, folder / f"{family.replace(' ', '')}-{style}.ttf") for family in families for style in STYLES
    )
    return tuple(Face(family, style, path.read_bytes()) for family, style, path in wanted if path.is_file())


def references(faces: Sequence[Face], family: str) -> str:
    """The entries of a family's faces in the font table."""
    return "".join(
        f'<w:embed{face.style} r:id="rIdF{number}" w:fontKey="{face.key}"/>'
        for number, face in enumerate(faces, 1)
        if face.family == family
    )
