"""CommonMark's tokens become HTML of the document's vocabulary; what has no place there becomes a problem."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Final

from markdown_it.token import Token

from reporting.document.vocabulary import URL
from reporting.languages.typography import typeset
from reporting.problems import Failed, Place, Problem

_TAGS: Final = {
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

_CELLS: Final = frozenset({"th", "td"})
_NOTE_NAME: Final = re.compile(r"[\w.:-]{1,60}")
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
    return _TAGS[token.type]


def _link(token: Token, findings: Findings) -> str:
    target = str(token.attrs.get("href", ""))
    if target.startswith("#") or not URL.fullmatch(target):
        hint = "write https: in place of http:" if target.startswith("http:") else _MAY_LEAD
        findings.add("T050", "a link leads neither to a web page, a mail address nor a telephone", hint)
    if "title" in token.attrs:
        findings.add("T052", "a link's title would not be printed", "write it into the text, or leave it out")
    return f'<a href="{escape(target)}">'


class BlockWriter(Calls):
    """Blocks of one text, with each note after the block that calls it."""

    def __init__(
        self, language: str, top: int, notes: Mapping[str, Sequence[Token]], prefix: str, findings: Findings
    ) -> None:
        super().__init__("")
        self.language = language
        self.top = top
        self.notes = notes
        self.prefix = prefix
        self.findings = findings
        self.called: dict[str, int] = {}
        """How often each note was called, in the order of the calls."""
        self.waiting: list[tuple[str, str]] = []
        """Notes, by id and name, whose block is not yet closed."""

    def write(self, tokens: Sequence[Token], *, calls: Calls | None = None) -> str:
        """The HTML of the tokens; what is empty is left out."""
        kept = _without_empty(tokens)
        levels = self._levels(kept)
        html: list[str] = []
        depth = 0
        for index, token in enumerate(kept):
            html.append(self._token(kept, index, levels, calls))
            depth += token.nesting if token.type.startswith("table_") else 0
            if token.nesting == -1 and not depth:
                html.append(self._flush())
        return "".join(html)

    def _token(self, tokens: Sequence[Token], index: int, levels: Mapping[int, int], calls: Calls | None) -> str:
        token = tokens[index]
        if token.type == "inline":
            return write_inline(token.children or [], self.language, self.findings, calls or self)
        if token.tag in _CELLS and token.nesting == 1:
            return _cell(token)
        if token.type.startswith("heading_"):
            return self._heading(token, levels[index], is_in_note=calls is not None)
        if token.type == "ordered_list_open":
            return _list(token)
        if token.type == "table_close" and tokens[index - 1].type == "thead_close":
            self.findings.add("T059", "a table has no row but its heading", "add a row, or write it as a paragraph")
        return "" if _is_hidden(tokens, index) else _TAGS[token.type]

    # Headings

    def _levels(self, tokens: Sequence[Token]) -> dict[int, int]:
        """The level of each heading, so that none follows one that is two or more levels above it."""
        written = {index: int(token.tag[1]) for index, token in enumerate(tokens) if token.type == "heading_open"}
        ranks = {level: rank for rank, level in enumerate(sorted(set(written.values())))}
        levels: dict[int, int] = {}
        above = self.top - 1
        for index, level in written.items():
            above = min(self.top + ranks[level], above + 1)
            levels[index] = levels[index + 2] = above
        return levels

    def _heading(self, token: Token, level: int, *, is_in_note: bool) -> str:
        if token.nesting == -1:
            return f"</h{level}>"
        if level > 6:
            self.findings.add("T055", "the headings of this text go too deep", "use fewer levels of headings")
        if token.level or is_in_note:
            hint = "put the heading between paragraphs, or make it **strong**"
            self.findings.add("T056", "a heading stands in a list, a quotation or a note", hint)
        return f"<h{level}>"

    # Notes

    def write_call(self, name: str, findings: Findings) -> str:
        """The call of a note; the note follows when the block is closed."""
        if name not in self.notes or not _NOTE_NAME.fullmatch(name):
            return self._missing(name)
        self.called[name] = times = self.called.get(name, 0) + 1
        # The vocabulary knows one call for a note: a second call gets a copy of it.
        note_id = f"note-{self.prefix}{name}" + (f"-{times}" if times > 1 else "")
        self.waiting.append((note_id, name))
        return f'<a role="doc-noteref" href="#{escape(note_id)}">{sum(self.called.values())}</a>'

    def _flush(self) -> str:
        notes, self.waiting = self.waiting, []
        return "".join(self._note(note_id, name) for note_id, name in notes)

    def _note(self, note_id: str, name: str) -> str:
        html = self.write(self.notes[name], calls=Calls("another note"))
        return f'<aside role="doc-footnote" id="{escape(note_id)}">{html}</aside>'

    def _missing(self, name: str) -> str:
        if not _NOTE_NAME.fullmatch(name):
            hint = "name it by letters, digits, hyphens and dots"
            self.findings.add("T058", "the name of a note holds characters that it cannot hold", hint)
        else:
            hint = f"add it under the text as [^{name}]: …, or under `footnotes:`"
            self.findings.add("T057", f"the note “{name}” is called and not there", hint)
        return ""


def _cell(token: Token) -> str:
    scope = ' scope="col"' if token.tag == "th" else ""
    is_number = token.attrs.get("style") == "text-align:right"
    return f"<{token.tag}{scope}" + (' class="number">' if is_number else ">")


def _list(token: Token) -> str:
    start = token.attrs.get("start")
    return f'<ol start="{start}">' if start is not None else "<ol>"


def _is_hidden(tokens: Sequence[Token], index: int) -> bool:
    """Whether a paragraph of a tight list goes without its tags; not if a note has to follow it."""
    token = tokens[index]
    if not token.hidden:
        return False
    words = tokens[index + 1 if token.nesting == 1 else index - 1]
    return not any(child.type == "footnote_ref" for child in words.children or ())


def _is_blank(token: Token) -> bool:
    """Whether there is no word in it: `&nbsp;` is none, and seen as such only now."""
    return all(
        child.type in {"text", "softbreak", "hardbreak"} and not child.content.strip() for child in token.children or ()
    )


def _without_empty(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without what holds nothing: a heading of no words, an item of no blocks."""
    kept: list[Token] = []
    for token in tokens:
        if token.type == "inline" and _is_blank(token) and kept[-1].tag not in _CELLS:
            continue
        is_empty = bool(kept) and token.nesting == -1 and kept[-1].nesting == 1 and token.tag not in _CELLS
        if is_empty:
            kept.pop()
        else:
            kept.append(token)
    return kept
