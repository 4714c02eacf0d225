"""Inline content: pieces gathered under HTML's rules for white space, then written as runs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from reporting.document.direction import LETTERS, is_right_to_left
from reporting.writers.word.parts.markup import attribute, language_tag, on, text, val
from reporting.writers.word.writing.html import SPACE, Change, Fmt

LTR = "A-Za-z\u00c0-\u058f\u1e00-\u1fff"
# A stretch of one direction: from its first letter to its last with no letter of the other direction between.
RIGHTWARD = re.compile(f"[{LETTERS}](?:[^{LTR}]*[{LETTERS}])?")
LEFTWARD = re.compile(f"[{LTR}](?:[^{LETTERS}]*[{LTR}])?")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one format, or ready WordprocessingML."""

    text: str
    fmt: Fmt
    inner: str = ""
    """XML that stands inside of a run, such as a picture or a line break."""
    outer: str = ""
    """XML that stands between runs, such as the start of a bookmark."""


class Flow:
    """The inline content of one paragraph, gathered in reading order."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._open = False
        """Whether a blank may follow: not at the start of a line, not after another blank."""

    def add(self, content: str, fmt: Fmt) -> None:
        """Text as the browser shows it: white space folded across elements."""
        if fmt.keep:
            self.pieces.append(Piece(content, fmt))
            self._open = True
            return
        folded = SPACE.sub(" ", content)
        if not self._open:
            folded = folded.removeprefix(" ")
        if folded:
            self._open = not folded.endswith(" ")
            self.pieces.append(Piece(folded, fmt))

    def insert(self, inner: str, fmt: Fmt) -> None:
        """Something that takes part in the line, such as a picture or a note's number."""
        self.pieces.append(Piece("", fmt, inner=inner))
        self._open = True

    def put(self, outer: str) -> None:
        """Something between runs that takes no room."""
        self.pieces.append(Piece("", Fmt(), outer=outer))

    def tab(self, fmt: Fmt) -> None:
        """A tab, after which a line starts afresh."""
        self._trim()
        self.pieces.append(Piece("", fmt, inner="<w:tab/>"))
        self._open = False

    def break_line(self, fmt: Fmt) -> None:
        self._trim()
        self.pieces.append(Piece("", fmt, inner="<w:br/>"))
        self._open = False

    def end_line(self) -> None:
        """Takes the blank away that would stand before what comes now."""
        self._trim()
        self._open = True

    def _trim(self) -> None:
        """Takes the blank away at the end of a line."""
        for at in range(len(self.pieces) - 1, -1, -1):
            piece = self.pieces[at]
            if piece.inner or (piece.text and piece.fmt.keep):
                return
            if piece.text:
                self.pieces[at] = replace(piece, text=piece.text.removesuffix(" "))
                if self.pieces[at].text:
                    return

    def close(self) -> list[Piece]:
        """The pieces of the finished paragraph."""
        self._trim()
        while self.pieces and self.pieces[-1].inner == "<w:br/>":  # a break at the end opens no line
            self.pieces.pop()
            self._trim()
        return [piece for piece in self.pieces if piece.text or piece.inner or piece.outer]


def is_blank(pieces: list[Piece]) -> bool:
    """Whether nothing of the pieces can be seen."""
    return not any(piece.text or piece.inner for piece in pieces)


def only_change(pieces: list[Piece]) -> Change | None:
    """The change that all of the content belongs to, so that the paragraph's mark does as well."""
    changes = {piece.fmt.change for piece in pieces if piece.text or piece.inner}
    return changes.pop() if len(changes) == 1 else None


Linker = Callable[[str], str]
"""Gives the attributes of `w:hyperlink` for a target, or nothing where there is no such place."""


class RunWriter:
    """Writes pieces as runs for one document: the cache of formats and the number of the last change."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._cached = lru_cache(maxsize=None)(lambda fmt, arabic: run_properties(fmt, language, arabic=arabic))
        self._changes = 0

    def write(self, pieces: list[Piece], linker: Linker) -> str:
        """The runs, in their hyperlinks and tracked changes."""
        if len(pieces) == 1 and not pieces[0].outer and not pieces[0].fmt.link and pieces[0].fmt.change is None:
            return self._runs(pieces)
        return "".join(self._linked(link, list(group), linker) for link, group in groupby(pieces, _link))

    def change(self, change: Change, inner: str = "") -> str:
        """`w:ins` or `w:del` round the inner XML."""
        self._changes += 1
        start = f'<w:{change.kind} w:id="{self._changes}" w:author="{attribute(change.author)}" w:date="{change.date}"'
        return f"{start}>{inner}</w:{change.kind}>" if inner else f"{start}/>"

    def rpr(self, fmt: Fmt, *, arabic: bool) -> str:
        return self._cached(fmt, arabic)

    def _linked(self, link: str, pieces: list[Piece], linker: Linker) -> str:
        target = linker(link) if link else ""
        inner = "".join(self._changed(change, list(group)) for change, group in groupby(pieces, _change))
        return f"<w:hyperlink {target}>{inner}</w:hyperlink>" if target else inner

    def _changed(self, change: Change | None, pieces: list[Piece]) -> str:
        inner = self._runs(pieces)
        return self.change(change, inner) if change and inner else inner

    def _runs(self, pieces: list[Piece]) -> str:
        out: list[str] = []
        for fmt, content in _joined(pieces):
            if fmt is None:
                out.append(content)
            elif content.startswith("\0"):
                out.append(f"<w:r>{self._cached(replace(fmt, rtl=False), False)}{content[1:]}</w:r>")
            else:
                out.extend(self._text(fmt, content))
        return "".join(out)

    def _text(self, fmt: Fmt, content: str) -> Iterator[str]:
        deleted = fmt.change is not None and fmt.change.kind == "del"
        for stretch, arabic in stretches(content, rtl=fmt.rtl):
            yield f"<w:r>{self._cached(fmt, arabic)}{run_text(stretch, deleted=deleted, keep=fmt.keep)}</w:r>"


def _link(piece: Piece) -> str:
    return piece.fmt.link


def _change(piece: Piece) -> Change | None:
    return piece.fmt.change


def _joined(pieces: list[Piece]) -> Iterator[tuple[Fmt | None, str]]:
    """Neighbours of one format as one text; XML inside of a run is led by a zero byte."""
    before: Fmt | None = None
    gathered = ""
    for piece in pieces:
        if piece.text and piece.fmt == before:
            gathered += piece.text
            continue
        if gathered:
            yield before, gathered
        before, gathered = (piece.fmt, piece.text) if piece.text else (None, "")
        if piece.outer:
            yield None, piece.outer
        elif piece.inner:
            yield piece.fmt, "\0" + piece.inner
    if gathered:
        yield before, gathered


def stretches(content: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """The text cut where its direction turns, each part with whether it runs from right to left."""
    if not rtl and content.isascii():
        yield content, False
        return
    at = 0
    for found in (LEFTWARD if rtl else RIGHTWARD).finditer(content):
        if found.start() > at:
            yield content[at : found.start()], rtl
        yield found[0], not rtl
        at = found.end()
    if at < len(content):
        yield content[at:], rtl


SIGNS = re.compile("(\t|\n|\u00ad)")
SIGN_XML = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u00ad": "<w:softHyphen/>"}


def run_text(content: str, *, deleted: bool, keep: bool = False) -> str:
    """The content of a run: text, tabs, breaks.

    Hyphens stay hyphens. Word could hold a name on one line by a sign of its own, which nobody finds who searches for it.
    """
    tag = "delText" if deleted else "t"
    if "\u00ad" not in content and "\t" not in content and "\n" not in content:
        return _run_text(content, tag)
    parts = SIGNS.split(content)
    return "".join(SIGN_XML.get(part) or _run_text(part, tag) for part in parts if part)


def _run_text(content: str, tag: str) -> str:
    space = ' xml:space="preserve"' if content != content.strip() or "  " in content else ""
    return f"<w:{tag}{space}>{text(content)}</w:{tag}>"


def run_properties(fmt: Fmt, language: str, *, arabic: bool) -> str:
    """The `w:rPr` of a format, in the order of ECMA-376-1, 17.3.2.28."""
    parts = [val("rStyle", fmt.style) if fmt.style else ""]
    parts += [on(name) + on(name + "Cs") for name, wanted in (("b", fmt.bold), ("i", fmt.italic)) if wanted]
    parts += [on("strike") if fmt.strike else ""]
    parts += [val("highlight", "yellow") if fmt.mark else ""]
    parts += [val("u", "single") if fmt.underline else ""]
    parts += [val("vertAlign", fmt.raised) if fmt.raised else ""]
    parts += [on("rtl") if arabic else ""]
    parts += [_language(fmt.lang or language, language, arabic=arabic)]
    inner = "".join(parts)
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def _language(lang: str, language: str, *, arabic: bool) -> str:
    if is_right_to_left(lang) != arabic:  # a word of another script: its own language is not known
        lang = "fa" if arabic else ("en" if is_right_to_left(language) else language)
    if lang == language:
        return ""
    return f'<w:lang w:bidi="{language_tag(lang)}"/>' if arabic else val("lang", language_tag(lang))
