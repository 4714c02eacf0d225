"""A document as one page of HTML that needs nothing beside it: no script, no other file, no request to anywhere."""

from __future__ import annotations

import base64
import hashlib

from lxml import etree
from lxml.html import HtmlElement

from reporting.document.canonical import escape_text, escape_value, tidy, to_html
from reporting.document.direction import direction_of
from reporting.document.document import Document, Properties
from reporting.document.theme import Theme
from reporting.writers.css import role_css
from reporting.writers.furniture import Furniture, take_furniture
from reporting.writers.html_article import dress_article
from reporting.writers.html_dark import dark_css, with_variables
from reporting.writers.html_facts import facts_json
from reporting.writers.html_words import Words, words_for


def write_html(document: Document, theme: Theme, stylesheet: str) -> bytes:
    """The document as a page for screens of any size, for screen readers and for the printer.

    Args:
        document: a checked document.
        theme: gives fonts, sizes and colours.
        stylesheet: `screen.css`, which places what the theme dresses.

    Raises:
        KeyError: the document names a picture that it does not carry.
    """
    article = document.tree()
    tidy(article)
    furniture = take_furniture(article, document.properties)
    words = words_for(document.properties.language)
    notes = dress_article(article, document.images, words)
    css = _css(theme, stylesheet) + _printed_marking(furniture.marking, theme, document.properties.colours)
    lines = [
        "<!doctype html>",
        f"<html{_language(document.properties.language, article)}>",
        _head(document.properties, css),
        "<body>",
        f'<a class="skip" href="#text"{_foreign(words, document.properties)}>{words.skip}</a>',
        *_top(furniture),
        '<main id="text" tabindex="-1">',
        to_html(article),
        *([to_html(notes)] if notes is not None else []),
        "</main>",
        *_foot(furniture),
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _css(theme: Theme, stylesheet: str) -> str:
    css = with_variables(role_css(theme, unit="rem"), theme) + dark_css(theme) + stylesheet
    return "\n".join(line.strip() for line in css.splitlines() if line.strip())


def _printed_marking(marking: str, theme: Theme, ink: tuple[str, str]) -> str:
    """The marking on every page that a browser prints, for those browsers that know margin boxes.

    Args:
        marking: its text.
        theme: whose colour it has.
        ink: the colours that its scheme wants instead, on a ground of its own.
    """
    if not marking:
        return ""
    # Every character as an escape (CSS Syntax 3, 4.3.7): nothing in a marking can end the string or the element.
    text = "".join(f"\\{ord(character):06x}" for character in marking)
    letters, ground = ink
    own = f"color:{letters};background:{ground or 'transparent'};font-size:12pt" if letters else ""
    look = (
        f"color:{theme.colour('marking')};font:700 9.5pt sans-serif;letter-spacing:.8pt;text-transform:uppercase;{own}"
    )
    boxes = "".join(f'@{box}{{content:"{text}";{look}}}' for box in ("top-center", "bottom-center"))
    screen = f"\np.marking{{{own}}}" if own else ""
    return f"{screen}\n@page{{{boxes}}}"


def _language(language: str, article: HtmlElement) -> str:
    direction = article.get("dir") or direction_of(article.get("lang") or language)
    return f' lang="{escape_value(language)}" dir="{direction}"'


def _foreign(words: Words, properties: Properties) -> str:
    own = properties.language.partition("-")[0].lower()
    return "" if own == words.language else f' lang="{words.language}" dir="ltr"'


def _head(properties: Properties, css: str) -> str:
    meta = {
        "author": properties.author,
        "description": properties.subject,
        "keywords": ", ".join(properties.keywords),
        "dcterms.created": properties.created.isoformat(),
        "dcterms.identifier": properties.identifier,
        "dcterms.rights": properties.rights,
        "robots": "noindex" if properties.marking or properties.draft else "",
    }
    lines = [
        "<head>",
        '<meta charset="utf-8"/>',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(css)}"/>',
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
        '<meta name="color-scheme" content="light dark"/>',
        f"<title>{escape_text(properties.title)}</title>",
        *(f'<meta name="{name}" content="{escape_value(value)}"/>' for name, value in meta.items() if value),
        f'<script type="application/ld+json">{facts_json(properties)}</script>',
        f"<style>{css}</style>",
        "</head>",
    ]
    return "\n".join(lines)


def _policy(css: str) -> str:
    # Content Security Policy 3, 6.7.2: the hash is of the element's text, so the style sheet must not change after.
    digest = base64.b64encode(hashlib.sha256(css.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def _top(furniture: Furniture) -> list[str]:
    inner = [*_marking(furniture), *map(_head_line, furniture.heads)]
    if furniture.draft:
        inner.append(f'<p class="running-head">{escape_text(furniture.draft)}</p>')
    return ['<header class="page-head">', *inner, "</header>"] if inner else []


def _foot(furniture: Furniture) -> list[str]:
    marking = _marking(furniture)
    return ['<footer class="page-foot">', *marking, "</footer>"] if marking else []


def _marking(furniture: Furniture) -> list[str]:
    return [f'<p class="marking">{escape_text(furniture.marking)}</p>'] if furniture.marking else []


def _head_line(head: HtmlElement) -> str:
    etree.strip_attributes(head, "data-from")
    return to_html(head)
