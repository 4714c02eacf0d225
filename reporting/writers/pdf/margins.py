"""What stands in the margins of one paper, as a style sheet of a few lines."""

from __future__ import annotations

from reporting.document.document import Properties
from reporting.writers.pdf.prepare import Prepared

PAGE_WORDS = {
    "ar": ("صفحة ", " من "),
    "de": ("Seite ", " von "),
    "en": ("Page ", " of "),
    "es": ("Página ", " de "),
    "fa": ("صفحه ", " از "),
    "fr": ("Page ", " sur "),
    "it": ("Pagina ", " di "),
    "kk": ("", " / "),
    "pt": ("Página ", " de "),
    "ru": ("Страница ", " из "),
}
"""Before the page's number and between it and the number of pages; other languages get `3 / 12`."""

JOINED = " · "


def margin_css(prepared: Prepared, properties: Properties) -> str:
    """Rules for markings, running heads and page numbers, to stand after the house's sheet.

    The first page has no running head, unless the paper is a draft: then it says so from the first page on.
    """
    before, between = PAGE_WORDS.get(properties.language.split("-")[0], ("", " / "))
    number = f"{_quoted(before)} counter(page) {_quoted(between)} counter(pages)"
    running = _quoted(JOINED.join(prepared.running_heads))
    rules = [f"@top-left{{content:{running}}}", "@top-right{content:string(tab,first-except)}",
             f"@bottom-right{{content:{number}}}"]
    if prepared.markings:
        marking = _quoted(JOINED.join(prepared.markings))
        rules += [f"{box}{{content:{marking}}}" for box in ("@top-center", "@bottom-center")]
    first = f"@page :first{{@top-left{{content:{running}}}}}" if names_draft(prepared, properties) else ""
    return f"@page{{{''.join(rules)}}}{first}"


def names_draft(prepared: Prepared, properties: Properties) -> bool:
    """Whether a running head holds the word of the draft, and so belongs on the first page too."""
    return bool(properties.draft) and any(properties.draft in head for head in prepared.running_heads)


def _quoted(text: str) -> str:
    """A CSS string; control characters cannot end it."""
    escaped = "".join(f"\\{ord(c):x} " if c in '"\\\n\r\f' else c for c in text)
    return f'"{escaped}"'
