"""The texts of a record, written in CommonMark, as HTML of the document's vocabulary.

Records may hold emphasis, links, lists, tables, quotations and notes. They hold no HTML and no code: an angle
bracket or a backtick is printed as such, and so is an indented line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

from reporting.drafting.prose.blocks import BlockWriter
from reporting.drafting.prose.lines import Findings, write_inline
from reporting.languages.typography import typography
from reporting.problems import Place

__all__ = ["blocks", "line", "plain", "typography"]

_MARKUP = frozenset("*_[]<>&\\!\n")
"""A line without any of these is a plain text."""

_NOTE_CALL = re.compile(r"\[\^([^\s\]]{1,100})\]")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.block.ruler.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.before("link", "footnote_ref", _note_call)
    # `reference` swallows lines such as `[Note]: text`; `lheading` makes a heading of any line above hyphens.
    parser.disable(["code", "fence", "backticks", "html_block", "html_inline", "lheading", "reference"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign] # judged by the writer, with a sentence
    return parser


def _note_call(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """The call of a note, `[^id]`. Our own, because the plug-in's looks for the bracket down to the end of the text."""
    match = _NOTE_CALL.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta = {"label": match[1]}
    state.pos = match.end()
    return True


def line(text: str, language: str = "en", *, place: Place | None = None, trail: str | None = None) -> str:
    """One line as inline HTML: emphasis, strong emphasis and links.

    Args:
        text: the line in CommonMark; ends of lines inside of it are spaces.
        language: the language whose typography is used.
        place: where the line was written, for problems.
        trail: the path to it, for problems.

    Raises:
        Failed: a link leads where none may, or there is a picture or a note.
    """
    text = text.strip()
    if _MARKUP.isdisjoint(text):
        return escape(typography(text, language))
    findings = Findings(place, trail)
    (inline,) = _parser().parseInline(text)
    html = write_inline(inline.children or [], language, findings).replace("\n", " ")
    findings.raise_all()
    return html


def blocks(
    text: str,
    language: str = "en",
    *,
    heading_level: int = 3,
    notes: Mapping[str, str] | None = None,
    prefix: str = "",
    place: Place | None = None,
    trail: str | None = None,
) -> str:
    """Prose as a run of block elements.

    Args:
        text: the prose in CommonMark, with `[^id]` where a note is called.
        language: the language whose typography is used.
        heading_level: level of the highest heading in the text; the others follow without a gap.
        notes: notes by id, besides those that the text defines itself (`[^id]: …`).
        prefix: what the ids of the notes begin with, so that two texts of one document never share an id.
        place: where the text was written, for problems.
        trail: the path to it, for problems.

    Raises:
        Failed: a link, a picture, a heading or a note is not as it has to be; carries all such problems.
    """
    findings = Findings(place, trail)
    body, defined = _without_definitions(_parser().parse(text))
    given = {name: _parser().parse(words) for name, words in (notes or {}).items() if f"[^{name}]" in text}
    writer = BlockWriter(language, heading_level, {**given, **defined}, prefix, findings)
    html = writer.write(body)
    for name in defined:
        if name not in writer.called:
            findings.add(
                "T053", f"the note “{name}” is never called", f"write [^{name}] where it belongs, or delete it"
            )
    findings.raise_all()
    return html


def plain(text: str) -> str:
    """The words alone: markup, links' addresses and notes left out, paragraphs parted by an empty line."""
    body, _ = _without_definitions(_parser().parse(text))
    paragraphs: list[str] = []
    for token in body:
        if token.type == "inline":
            between = "\n\n" if token.level <= 1 else "\n"
            paragraphs += [between, "".join(map(_words, token.children or ()))]
    return "".join(paragraphs[1:])


def _words(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    return token.content if token.type in {"text", "image"} else ""


def _without_definitions(tokens: Sequence[Token]) -> tuple[list[Token], dict[str, list[Token]]]:
    """The tokens that are printed where they stand, and those of each note by its id."""
    body: list[Token] = []
    defined: dict[str, list[Token]] = {}
    names: list[str] = []
    for token in tokens:
        if token.type == "footnote_reference_open":
            names.append(token.meta["label"])
            defined.setdefault(names[-1], [])
        elif token.type == "footnote_reference_close":
            names.pop()
        else:
            (defined[names[-1]] if names else body).append(token)
    return body, defined
