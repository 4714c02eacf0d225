"""The words of one line as HTML: emphasis, links, calls of notes; what has no place there becomes a problem."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from markdown_it.token import Token

from reporting.document.vocabulary import URL
from reporting.languages.typography import typeset
from reporting.problems import Failed, Place, Problem

TAGS: Final = {
    "em_open": "<em>",
    "em_close": "</em>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "link_close": "</a>",
    "softbreak": "\n",
    "hardbreak": "<br>",
    "paragraph_open": "<p>",
    "paragraph_close": "</p>",
    "bullet_list_open": "<ul>",
    "bullet_list_close": "</ul>",
    "ordered_list_close": "</ol>",
    "list_item_open": "<li>",
    "list_item_close": "</li>",
    "blockquote_open": "<blockquote>",
    "blockquote_close": "</blockquote>",
    "table_open": "<table>",
    "table_close": "</table>",
    "thead_open": "<thead>",
    "thead_close": "</thead>",
    "tbody_open": "<tbody>",
    "tbody_close": "</tbody>",
    "tr_open": "<tr>",
    "tr_close": "</tr>",
    "th_close": "</th>",
    "td_close": "</td>",
    "hr": "<hr>",
}
"""Tokens that are one tag and nothing else."""
_MAY_LEAD: Final = "a link leads to https:, mailto: or tel:"


class Findings:
    """What is wrong with one text of a record."""

    def __init__(self, place: Place | None, trail: str | None) -> None:
        self.place = place
        self.trail = trail
        self.problems: list[Problem] = []

    def add(self, code: str, sentence: str, hint: str) -> None:
        self.problems.append(Problem(code, sentence, self.place, hint=hint, trail=self.trail))

    def raise_all(self) -> None:
        """End here if anything was found.

        Raises:
            Failed: carries all of it.
        """
        if self.problems:
            raise Failed(self.problems)


class Calls:
    """The notes that a text calls; in a line or in a note there are none."""

    def __init__(self, where: str) -> None:
        self.where = where

    def write_call(self, name: str, findings: Findings) -> str:
        hint = "call it in the running text of a paragraph"
        findings.add("T054", f"the note “{name}” is called in {self.where}", hint)
        return ""


def write_inline(tokens: Sequence[Token], language: str, findings: Findings, calls: Calls | None = None) -> str:
    """Words and their emphasis, links and calls of notes, set in the language's typography."""
    calls = calls or Calls("a single line")
    words = typeset([_piece(token) for token in tokens], language)
    _check_links(tokens, words, findings)
    html = []
    name = ""
    for (token, is_verbatim), piece in zip(_with_verbatim(tokens), words, strict=True):
        if token.type == "text":
            html.append(escape(token.content if is_verbatim else piece))
            if name and piece.startswith("]("):  # CommonMark makes no link of it, and would print its brackets
                Calls("a link").write_call(name, findings)
        elif token.type != "footnote_ref":
            html.append(_inline_tag(token, findings))
        name = token.meta["label"] if token.type == "footnote_ref" else ""
        html.append(calls.write_call(name, findings) if name else "")
    return "".join(html)


def _check_links(tokens: Sequence[Token], words: Sequence[str], findings: Findings) -> None:
    start = 0
    for index, token in enumerate(tokens):
        if token.type == "link_open":
            start = index
        elif token.type == "link_close" and not "".join(words[start:index]).strip():
            findings.add("T060", "a link has no words", "say between the square brackets where it leads")


def _with_verbatim(tokens: Sequence[Token]) -> Iterator[tuple[Token, bool]]:
    """Each token, and whether it is the visible address of an automatic link, which stays as it is."""
    is_verbatim = False
    for token in tokens:
        if token.type in {"link_open", "link_close"} and token.info == "auto":
            is_verbatim = token.type == "link_open"
        yield token, is_verbatim


def _piece(token: Token) -> str:
    if token.type == "text":
        return token.content
    return "\n" if token.type in {"softbreak", "hardbreak"} else ""


def _inline_tag(token: Token, findings: Findings) -> str:
    if token.type == "link_open":
        return _link(token, findings)
    if token.type == "image":
        findings.add("T051", "a text cannot hold a picture", "place the picture in the template")
        return ""
    return TAGS[token.type]


def _link(token: Token, findings: Findings) -> str:
    target = str(token.attrs.get("href", ""))
    if target.startswith("#") or not URL.fullmatch(target):
        hint = "write https: in place of http:" if target.startswith("http:") else _MAY_LEAD
        findings.add("T050", "a link leads neither to a web page, a mail address nor a telephone", hint)
    if "title" in token.attrs:
        findings.add("T052", "a link's title would not be printed", "write it into the text, or leave it out")
    return f'<a href="{escape(target)}">'
