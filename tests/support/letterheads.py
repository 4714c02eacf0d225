"""Letterheads for tests: made in code, with everything in them that must not travel into a paper."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

LOGO = Path(__file__).parents[1] / "samples" / "emblem.png"
TRACE = "Zarathustra"
"""A word in every corner of the letterhead from which nothing may travel."""


def letterhead() -> bytes:
    """A ministry's letterhead as somebody made it in Word: logo and address, styles of its own, traces of its author."""
    made = docx.Document()
    made.core_properties.author = made.core_properties.comments = TRACE
    made.add_paragraph(f"Dear {TRACE}, the text of the letterhead itself.")
    made.add_comment(made.paragraphs[0].runs, text=TRACE, author=TRACE, initials="Z")
    section = made.sections[0]
    section.page_width, section.page_height = Mm(215.9), Mm(279.4)
    section.left_margin = section.right_margin = Mm(30)
    section.different_first_page_header_footer = True
    first = section.first_page_header
    first.paragraphs[0].add_run().add_picture(str(LOGO), height=Mm(16))
    first.add_paragraph("Ministry of External Relations").alignment = WD_ALIGN_PARAGRAPH.LEFT
    section.header.paragraphs[0].text = "Ministry of External Relations · continued"
    for footer in (section.first_page_footer, section.footer):
        footer.paragraphs[0].text = "Harbour Street 1, Port Averin"
    _dress(made)
    file = io.BytesIO()
    made.save(file)
    return with_parts(file.getvalue(), {"customXml/item7.xml": f"<a>{TRACE}</a>".encode()})


def _dress(made: object) -> None:
    styles = made.styles  # type: ignore[attr-defined]
    styles["Normal"].font.name = "Carlito"
    styles["Normal"].font.size = Pt(11)
    styles["Heading 1"].font.color.rgb = RGBColor(0x00, 0x60, 0x40)
    opening = styles.add_style("Opening Paragraph", WD_STYLE_TYPE.PARAGRAPH)
    opening.base_style = styles["Normal"]
    opening.font.italic = True


def with_parts(file: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The file with some parts put in, or in the place of those of the same name."""
    return changed(file, parts.get, parts)


def changed(file: bytes, change: Callable[[str, bytes], bytes], more: Mapping[str, bytes] | None = None) -> bytes:
    """The file with each part as `change` gives it, and more parts."""
    with zipfile.ZipFile(io.BytesIO(file)) as old:
        parts = {name: change(name, old.read(name)) for name in old.namelist()}
    return zipped({**parts, **{name: data for name, data in (more or {}).items() if name not in parts}})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip of the parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()
