"""The space between the last word of a line and the first of the next, which line breaking throws away.

Readers that follow the structure tree would join the two words. Drawn at a line's end the space is not seen.
"""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes

from reporting.document.direction import holds_right_to_left

Box = Any

JOINING = "-\u00ad\u2010\u2012\u2013\u2014/ \n"
"""After these a line may break where no space was."""


def space_after(line: Box) -> None:
    """Gives the line back the space at its end, if the text goes on after it.

    Lines with right-to-left words are drawn as they are: there the space would come first, and move the words. It is
    noted on their text instead, since the structure tree says what they say in words of its own.
    """
    last = _last_text(line)
    if line.resume_at is None or last is None or last.pango_layout is None:
        return
    layout = last.pango_layout
    if layout.text.endswith(tuple(JOINING)):
        return
    last.space_after = " "
    if last.style["direction"] != "rtl" and not holds_right_to_left(layout.text):
        layout.text += " "


def _last_text(box: Box) -> Box | None:
    """The last text of a line that is not a line feed."""
    for child in reversed(box.children):
        if isinstance(child, boxes.TextBox):
            if child.text.strip("\n"):
                return child
        elif isinstance(child, boxes.InlineBox) and (found := _last_text(child)) is not None:
            return found
    return None
