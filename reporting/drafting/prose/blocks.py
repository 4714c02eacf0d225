"""CommonMark's blocks become HTML of the document's vocabulary, each note after the block that calls it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from markdown_it.token import Token

from reporting.drafting.prose.lines import TAGS, Calls, Findings, write_inline

_CELLS: Final = frozenset({"th", "td"})
_NOTE_NAME: Final = re.compile(r"[\w.:-]{1,60}")


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
        return "" if _is_hidden(tokens, index) else TAGS[token.type]

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
