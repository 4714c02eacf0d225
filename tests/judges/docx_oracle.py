"""Does a .docx say the same thing as the HTML it was made from?

pandoc reads both files into its document tree; both trees are reduced to a
list of lines, one for each leaf block (its path through lists, quotes and
cells, then its text with the formatting that a Word run can carry), and the
lines are compared.

    docx_oracle.py --html IN.html --docx OUT.docx      one document
    docx_oracle.py bench 'convert {html} {docx}'       CommonMark's 652 examples
    docx_oracle.py bench --batch 'convert {in} {out}'  the same, one process for all

Needs pandoc ($PANDOC, PATH, or the package pypandoc-binary). `bench` also
needs spec.txt (npm's commonmark-spec): --spec or $COMMONMARK_SPEC.

What is not compared, since Word has no place for it: tight against loose
lists, code languages, link titles, identifiers, divs and classes.

A paper of this house (an HTML file with an `article`) is first put into the
HTML that pandoc knows: furniture of the page out, notes to their calls, facts
to lines, brackets and quotation marks into the text, each as the vocabulary
says.
"""

from __future__ import annotations

import argparse
import difflib
import functools
import io
import json
import os
import re
import shlex
import shutil
import struct
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lxml import html as lxml_html
from lxml.html import HtmlElement, builder

# ---------------------------------------------------------------- pandoc


@functools.cache
def pandoc() -> str:
    found = os.environ.get("PANDOC") or shutil.which("pandoc")
    if found:
        return found
    try:
        import pypandoc  # noqa: PLC0415 - only where no pandoc is on the path
    except ImportError:
        sys.exit("docx_oracle: no pandoc; install pypandoc-binary or set PANDOC")
    return pypandoc.get_pandoc_path()


def tree(path: Path, reader: str, content: bytes | None = None) -> dict:
    """The document tree of a file, or of the content given for it, as pandoc's JSON."""
    command = [pandoc(), "-f", reader, "-t", "json", "--track-changes=all", "--preserve-tabs"]
    run = subprocess.run(
        [*command, str(path) if content is None else "-"], input=content, capture_output=True, check=False
    )
    if run.returncode:
        raise ValueError(f"pandoc cannot read {path.name}: {run.stderr.decode().strip()[:200]}")
    return json.loads(run.stdout)


# pandoc reads nothing outside of <main>, and a table of contents is the writer's own.
MAIN = re.compile(rb"(</?)main\b", re.IGNORECASE)
CONTENTS = re.compile(rb'<nav\b[^>]*\brole="doc-toc".*?</nav>', re.IGNORECASE | re.DOTALL)


def html_tree(path: Path) -> dict:
    content = CONTENTS.sub(b"", MAIN.sub(rb"\1div", path.read_bytes()))
    if b"<article" in content:
        content = plain_html(content)
    document = tree(path, "html", content)
    return with_targets(with_notes(document, notes_of(document)))


def docx_tree(path: Path) -> dict:
    return with_targets(tree(path, "docx+styles", plain_docx(path.read_bytes())))


# Letters of other alphabets, which pandoc takes for figures.
LETTERED = {
    b'"russianLower"': b'"lowerLetter"',
    b'"russianUpper"': b'"upperLetter"',
    b'"arabicAbjad"': b'"lowerLetter"',
}


def plain_docx(content: bytes) -> bytes:
    """The file with its lists by letters as lists by Latin letters."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/numbering.xml":
                part = functools.reduce(lambda text, each: text.replace(*each), LETTERED.items(), part)
            new.writestr(name, part)
    return made.getvalue()


# ---------------------------------------------------------------- papers of this house

QUOTES = {
    "fr": "\u00ab\u202f|\u202f\u00bb|\u201c|\u201d",
    "de": "\u201e|\u201c|\u201a|\u2018",
    "en": "\u201c|\u201d|\u2018|\u2019",
}
GUILLEMETS = {
    "ru": "\u00ab|\u00bb|\u201e|\u201c",
    "ar": "\u00ab|\u00bb|\u201c|\u201d",
    "fa": "\u00ab|\u00bb|\u201c|\u201d",
}


def plain_html(content: bytes) -> bytes:
    """The vocabulary of docs/vocabulary.md in the HTML that pandoc's reader knows."""
    root = lxml_html.document_fromstring(content.decode())
    for gone in root.xpath(
        "//p[contains(@class,'marking') or contains(@class,'running-head')] | //hr[@class] | //colgroup"
        # One below a table has room above it in Word, with which pandoc does not know it.
        " | //table/following-sibling::*[1][self::hr]"
    ):
        gone.drop_tree()
    for cite in root.iter("cite"):
        cite.tag = "em"
    for svg in list(root.iter("svg")):
        picture = lxml_html.Element("img", src="x.png", alt=svg.findtext("title") or "")
        picture.tail = svg.tail
        svg.getparent().replace(svg, picture)
    for bracketed in root.xpath("//*[contains(@class,'bracketed')]"):
        whose = bracketed.get("data-by")
        surround(bracketed, f"[{whose}: " if whose else "[", "]")
    for comment in list(root.xpath("//span[@class='comment']")):
        comment_to_marks(comment)
    for quotation in list(root.iter("q")):
        surround(quotation, *quotation_marks(quotation))
        quotation.tag = "span"
    for facts in root.xpath("//dl[contains(@class,'facts')]"):
        facts_to_lines(facts)
    for contacts in root.xpath("//address[@class='contacts'][count(p) > 1][not(ancestor::td or ancestor::aside)]"):
        contacts_to_table(contacts)
    for item in root.xpath("//li[@value]"):
        begin_list_at(item)
    notes_to_divisions(root)
    return lxml_html.tostring(root, encoding="unicode").encode()


def comment_to_marks(comment: HtmlElement) -> None:
    """A comment as the spans that pandoc reads of Word: one where its range begins, one where it ends."""
    home = comment.getparent()
    start = lxml_html.Element("span", {"class": "comment-start", "author": comment.get("data-by")})
    start.text, start.tail = comment.text, home.text
    start.extend(list(comment))
    home.text = None
    earlier = len(home.xpath("./span[@class='comment-start']"))
    if earlier:
        start.tail, home[earlier - 1].tail = home[earlier - 1].tail, None
    home.insert(earlier, start)
    comment.clear(keep_tail=True)
    comment.set("class", "comment-end")


def notes_to_divisions(root: HtmlElement) -> None:
    """Calls and notes in a form in which they are found again."""
    for call in root.xpath("//a[@role='doc-noteref']"):
        call.tag, call.attrib["class"], call.attrib["data-note"] = "span", "note-call", call.get("href")[1:]
    for note in root.xpath("//aside[@role='doc-footnote']"):
        note.tag, note.attrib["class"] = "div", "note"
    for note in root.xpath("//li[@role='doc-endnote']"):
        note.getparent().addnext(note)
        note.tag, note.attrib["class"] = "div", "note"
    for empty in root.xpath("//section[@role='doc-endnotes']/ol"):
        empty.drop_tree()


def surround(element: HtmlElement, before: str, after: str) -> None:
    element.text = before + (element.text or "").lstrip()
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip() + after
    else:
        element.text = element.text.rstrip() + after


def quotation_marks(element: HtmlElement) -> tuple[str, str]:
    language = element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)").split("-")[0]
    known = QUOTES | GUILLEMETS
    marks = (known.get(language) or known["en"]).split("|")
    inner = sum(1 for _ in element.iterancestors("q")) + len(element.xpath("ancestor::span[@class='q']"))
    element.set("class", "q")
    return (marks[2], marks[3]) if inner % 2 else (marks[0], marks[1])


def facts_to_lines(facts: HtmlElement) -> None:
    """A term and its values as one paragraph."""
    line = None
    for child in list(facts):
        if child.tag == "dt" and (line is None or line[-1].get("class") != "term"):
            line = lxml_html.Element("p")
            facts.addprevious(line)
        if child.tag == "dt":
            child.tag, child.tail = "span", " "
            child.set("class", "term")
        else:
            if line[-1].get("class") != "term":
                line.append(lxml_html.Element("br"))
            child.tag, child.tail = "span", None
        line.append(child)
    facts.drop_tree()


def contacts_to_table(contacts: HtmlElement) -> None:
    """Contacts side by side: the first half of them in one cell, the others in the next."""
    every = contacts.findall("p")
    half = (len(every) + 1) // 2
    contacts.append(builder.TABLE(builder.TR(builder.TD(*every[:half]), builder.TD(*every[half:]))))


def begin_list_at(item: HtmlElement) -> None:
    """Cuts a list before an item with a number of its own: pandoc knows no `value`."""
    around = item.getparent()
    if around.index(item):
        rest = lxml_html.Element("ol", {name: value for name, value in around.attrib.items() if name != "id"})
        rest.extend([item, *item.itersiblings()])
        rest.tail, around.tail = around.tail, None
        around.addnext(rest)
        around = rest
    around.set("start", item.get("value"))


def notes_of(node: Any) -> dict[str, list]:
    """The footnotes of the HTML by identifier."""
    match node:
        case {"t": "Div", "c": [[name, ["note"], _], blocks]}:
            return {name: blocks}
        case dict():
            return {name: note for value in node.values() for name, note in notes_of(value).items()}
        case list():
            return {name: note for value in node for name, note in notes_of(value).items()}
        case _:
            return {}


def figures(content: Any) -> Any:
    """A number in the figures that Word counts notes with."""
    return "".join(str(unicodedata.digit(each, each)) for each in content) if isinstance(content, str) else content


def with_notes(node: Any, notes: dict[str, list]) -> Any:
    """The tree with each footnote where it is called, as Word has it; a second call is only a number."""
    match node:
        case {"t": "Div", "c": [[_, ["note"], _], _]}:
            return {"t": "Div", "c": [["", [], []], []]}
        case {"t": "Span", "c": [[_, ["note-call"], attributes], inlines]}:
            note = notes.pop(dict(attributes)["note"], None)
            if note is None:
                # pandoc reads the result of a field without its format, and Word counts notes in figures of its own.
                return {"t": "Span", "c": [["", [], []], [{**each, "c": figures(each.get("c"))} for each in inlines]]}
            return {"t": "Note", "c": with_notes(note, notes)}
        case dict():
            return {name: with_notes(value, notes) for name, value in node.items()}
        case list():
            return [with_notes(value, notes) for value in node]
        case _:
            return node


# ---------------------------------------------------------------- link targets


def with_targets(document: dict) -> dict:
    """The tree with each internal link pointing at the words that follow its target.

    The two readers name the same place differently.
    """
    text, places = "", dict[str, int]()
    for kind, value in _stream(document["blocks"]):
        if kind == "id":
            places.setdefault("#" + value, len(text))
        else:
            text += value
    return _retarget(document, {name: _words(text[at:]) for name, at in places.items()})


def _words(text: str) -> str:
    return "#" + " ".join(text[:80].split())[:30]


def _stream(node: Any) -> Iterator[tuple[str, str]]:
    """Identifiers and text in reading order."""
    match node:
        case [str(name), [*_], [*_]]:  # attributes
            if name:
                yield "id", name
        case [*children]:
            for child in children:
                yield from _stream(child)
        case {"t": "Str", "c": text}:
            yield "text", text
        case {"t": "Para" | "Plain" | "Header", "c": content}:
            yield from _stream(content)
            yield "text", " "
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            yield "text", " "
        case {"c": content}:
            yield from _stream(content)


def _retarget(node: Any, words: dict[str, str]) -> Any:
    match node:
        case {"t": "Link", "c": [attributes, inlines, [url, title]]}:
            target = words.get(url, url)
            return {"t": "Link", "c": [attributes, _retarget(inlines, words), [target, title]]}
        case dict():
            return {name: _retarget(value, words) for name, value in node.items()}
        case list():
            return [_retarget(value, words) for value in node]
        case _:
            return node


# ---------------------------------------------------------------- inlines

FORMATS = {
    "Emph": "i", "Strong": "b", "Underline": "u", "Strikeout": "s",
    "Superscript": "sup", "Subscript": "sub", "SmallCaps": "caps",
}  # fmt: skip
CODE = frozenset({"code"})  # alone: pandoc reads no other format of a code run
SPANS = {"mark": "mark", "insertion": "u", "deletion": "s"}  # tracked changes: HTML's ins, del


@dataclass(frozen=True)
class Run:
    """A stretch of text with one set of formats, as Word stores it."""

    text: str
    formats: frozenset[str] = frozenset()
    link: str = ""

    def show(self) -> str:
        marks = sorted(self.formats) + ([f"a={self.link}"] if self.link else [])
        return f"{{{','.join(marks)}|{self.text}}}" if marks else self.text


@dataclass
class Inlines:
    """Inline nodes flattened to runs; footnotes are set aside as blocks."""

    runs: list[Run] = field(default_factory=list)
    notes: list[list] = field(default_factory=list)

    def add(self, nodes: Iterable, formats: frozenset[str] = frozenset(), link: str = "") -> Inlines:
        for node in nodes:
            self._add(node["t"], node.get("c"), formats, link)
        return self

    def _add(self, kind: str, content: Any, formats: frozenset[str], link: str) -> None:  # noqa: C901, PLR0912 - a table of cases
        match kind:
            case "Str":
                # A mark of direction is seen in the order of what stands beside it, and is no text.
                self.runs.append(Run(content.replace("\u200e", ""), formats, link))
            case "Space" | "SoftBreak":
                self.runs.append(Run(" ", formats, link))
            case "LineBreak":
                self.runs.append(Run("\n"))
            case "Code":
                self.runs.append(Run(content[1], CODE, link))
            case "Math":
                self.runs.append(Run(content[1], formats | {"math"}, link))
            case "Image":
                alt = "".join(run.text for run in Inlines().add(content[1]).runs)
                self.runs.append(Run(f"[image {alt}]", frozenset(), link))
            case "Link":
                self.add(content[1], formats - {"u"}, content[2][0])
            case "Span":
                (_, classes, attributes), inner = content
                if "comment-start" in classes:
                    said = Inlines().add(inner).show(formatted=False)
                    self.runs.append(Run(f"[comment {whose(attributes)}: {said}|"))
                    return
                if "comment-end" in classes:
                    self.runs.append(Run("]"))
                    self.add(inner, formats, link)  # the end of a second comment stands in that of the first
                    return
                extra = {SPANS[name] for name in classes if name in SPANS}
                self.add(inner, formats | extra, link)
            case "Note":
                self.runs.append(Run("[note]"))
                self.notes.append(content)
            case "Quoted" | "Cite":
                self.add(content[1], formats, link)
            case _ if kind in FORMATS:
                self.add(content, formats | {FORMATS[kind]}, link)

    def show(self, *, formatted: bool = True) -> str:
        """One line of text; white space carries no format, as no reader sees it."""
        pieces: list[Run] = []
        for run in self.runs:
            for text in re.findall(r"[ \t\r]+|\n|[^ \t\r\n]+", run.text):
                if text.isspace():
                    # A no-break space stands alone between two spans of a page, and inside of a run of Word.
                    pieces.append(Run("\n" if text == "\n" else " " if text[0] in " \t\r" else text))
                else:
                    pieces.append(Run(text, run.formats, run.link))
        pieces = _spread(pieces)
        text = "".join(run.show() if formatted else run.text for run in _merge(pieces))
        text = re.sub(r" *\n *", "⏎", re.sub(r" +", " ", text))
        return text.strip(" ⏎")


def whose(attributes: list) -> str:
    """The author of a comment; pandoc keeps attributes of HTML that it does not know under `data-`."""
    named = {name.removeprefix("data-"): value for name, value in attributes}
    return named.get("author", "")


def _spread(runs: list[Run]) -> list[Run]:
    """Gives white space between two runs of one format that format."""
    out = list(runs)
    for i in range(1, len(runs) - 1):
        before, after = runs[i - 1], runs[i + 1]
        same = (before.formats, before.link) == (after.formats, after.link)
        if runs[i].text in (" ", "\xa0") and same:
            out[i] = Run(runs[i].text, before.formats, before.link)
    return out


def _merge(runs: list[Run]) -> list[Run]:
    out: list[Run] = []
    for run in runs:
        if out and (out[-1].formats, out[-1].link) == (run.formats, run.link):
            out[-1] = Run(out[-1].text + run.text, run.formats, run.link)
        else:
            out.append(run)
    return out


# ---------------------------------------------------------------- blocks

TITLE_CLASSES = {"title", "subtitle", "author", "date"}


@dataclass(frozen=True)
class Line:
    """A leaf block: where it stands, its text, its text with formats."""

    path: str
    text: str
    formatted: str

    def show(self) -> str:
        return f"{self.path:<24} {self.formatted}"


def html_lines(path: Path) -> list[Line]:
    return list(_blocks(html_tree(path)["blocks"], ""))


def docx_lines(path: Path) -> list[Line]:
    document = docx_tree(path)
    titles = [document["meta"].get(name) for name in ("title", "subtitle", "author", "date")]
    out = [line for title in titles if title for line in _title(title)]
    return out + list(_blocks(document["blocks"], ""))


def _title(meta: dict) -> Iterator[Line]:
    """A paragraph in Word's Title style, which pandoc moves into the metadata."""
    match meta["t"]:
        case "MetaInlines":
            yield from _leaf("p", meta["c"], "")
        case "MetaBlocks":
            yield from _blocks(meta["c"], "")
        case "MetaList":
            for item in meta["c"]:
                yield from _title(item)


def _leaf(kind: str, inlines: list, path: str) -> Iterator[Line]:
    content = Inlines().add(inlines)
    if content.show():
        yield Line(path + kind, content.show(formatted=False), content.show())
    for note in content.notes:
        yield from _blocks(note, path + "note/")


def _blocks(blocks: Iterable[dict], path: str) -> Iterator[Line]:
    for block in blocks:
        yield from _block(block["t"], block.get("c"), path)


def _block(kind: str, content: Any, path: str) -> Iterator[Line]:  # noqa: C901, PLR0912 - a table of cases
    match kind:
        case "Plain" | "Para":
            yield from _leaf("p", content, path)
        case "LineBlock":
            yield from _leaf("p", _joined(content), path)
        case "Header":
            level, (_, classes, _), inlines = content
            title = TITLE_CLASSES & set(classes)
            yield from _leaf("p" if title else f"h{level}", inlines, path)
        case "CodeBlock":
            text = content[1].strip("\n")
            if text.strip():
                yield Line(path + "code", text, text.replace("\n", "⏎"))
        case "HorizontalRule":
            yield Line(path + "hr", "", "")
        case "BlockQuote":
            yield from _blocks(content, path + "quote/")
        case "BulletList":
            marks = ("•" if number else "•first" for number in range(len(content)))
            yield from _items(zip(marks, content, strict=True), path)
        case "OrderedList":
            (start, style, _), items = content
            marks = (label(number, style["t"]) for number in range(start, start + len(items)))
            yield from _items(zip(marks, items, strict=True), path)
        case "DefinitionList":
            for term, definitions in content:
                yield from _leaf("dt", term, path)
                for definition in definitions:
                    yield from _blocks(definition, path + "dd/")
        case "Div":
            (_, _, attributes), inner = content
            style = dict(attributes).get("custom-style", "")
            if style in PLACES:  # based on a style that pandoc knows, but it looks at names only
                yield from _renamed(_blocks(inner, path + "\0"), path, PLACES[style])
            elif not style.lower().startswith("toc"):
                yield from _blocks(inner, path)
        case "Figure":
            _, (_, caption), blocks = content
            yield from _blocks(blocks, path + "figure/")
            yield from _blocks(caption, path + "figcaption/")
        case "Table":
            yield from _table(content, path)


PLACES = {"Question": "dt", "Line to Take": "dd/"}


def _renamed(lines: Iterable[Line], path: str, place: str) -> Iterator[Line]:
    for line in lines:
        kind = line.path.partition("\0")[2]
        yield replace(line, path=path + (place if place == "dt" else place + kind))


def _joined(rows: list[list]) -> list:
    return [node for row in rows for node in (*row, {"t": "LineBreak"})]


def _items(items: Iterable[tuple[str, list]], path: str) -> Iterator[Line]:
    for mark, item in items:
        place = f"{path}{mark}/"
        yield from list(_blocks(item, place)) or [Line(place, "", "")]


def label(number: int, style: str) -> str:
    """The mark that a reader sees before a list item."""
    if style.endswith("Alpha"):
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif style.endswith("Roman"):
        text = _roman(number)
    else:
        text = str(number)
    return (text.upper() if style.startswith("Upper") else text) + "."


ROMAN = {
    1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l",
    40: "xl", 10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i",
}  # fmt: skip


def _roman(number: int) -> str:
    text = ""
    for value, letters in ROMAN.items():
        text += letters * (number // value)
        number %= value
    return text


def _table(content: list, path: str) -> Iterator[Line]:
    _, (_, caption), _, (_, head), bodies, (_, foot) = content
    yield from _blocks(caption, path + "caption/")
    rows = [(row, "th") for row in head]
    for _, _, inner_head, body in bodies:
        rows += [(row, "td") for row in (*inner_head, *body)]
    rows += [(row, "td") for row in foot]
    for number, ((_, cells), kind) in enumerate(rows, 1):
        for _, _, rowspan, colspan, blocks in cells:
            span = f"[{rowspan}x{colspan}]" if (rowspan, colspan) != (1, 1) else ""
            place = f"{path}tr{number}/{kind}{span}/"
            yield from list(_blocks(blocks, place)) or [Line(place, "", "")]


# ---------------------------------------------------------------- comparing


@dataclass(frozen=True)
class Result:
    """Three ratios, 1 when nothing differs: words, places, formats."""

    words: float
    places: float
    formats: float
    difference: str = ""

    @property
    def same(self) -> bool:
        return self.formats == 1

    def __str__(self) -> str:
        return f"words {self.words:.3f}  places {self.places:.3f}  formats {self.formats:.3f}"


FAILED = Result(0, 0, 0, "no document")


def ratio(a: list, b: list) -> float:
    return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()


def compare(want: list[Line], got: list[Line]) -> Result:
    def words(side: list[Line]) -> list[str]:
        return [word for line in side for word in line.text.split()]

    shown = [line.show() for line in want], [line.show() for line in got]
    difference = difflib.unified_diff(*shown, "html", "docx", n=1, lineterm="")
    return Result(
        words=ratio(words(want), words(got)),
        places=ratio([(x.path, x.text) for x in want], [(x.path, x.text) for x in got]),
        formats=ratio(*shown),
        difference="\n".join(difference),
    )


def judge(html: Path, docx: Path) -> Result:
    return compare(html_lines(html), docx_lines(docx))


# ---------------------------------------------------------------- bench

EXAMPLE = re.compile(r"^`{32} example\n(?s:.*?)^\.\n((?s:.*?))^`{32}$|^#{1,6} +(.*)$", re.MULTILINE)
IMAGE = re.compile(r'(<img\b[^>]*\bsrc=")[^"]*(")')
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title></title></head>
<body>
{0}</body></html>
"""


@dataclass(frozen=True)
class Example:
    number: int
    section: str
    html: str


def examples(spec: str) -> list[Example]:
    out: list[Example] = []
    section = ""
    for html, heading in EXAMPLE.findall(spec):
        if heading:
            section = heading
        else:
            shown = IMAGE.sub(r"\1dot.png\2", html.replace("→", "\t"))
            out.append(Example(len(out) + 1, section, shown))
    return out


def dot() -> bytes:
    """A PNG of one pixel, for the examples' images to point at."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    image = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + image


def convert(command: str, places: dict[str, Path], cwd: Path) -> bool:
    words = [word.format(**places) for word in shlex.split(command)]
    return subprocess.run(words, cwd=cwd, capture_output=True, check=False).returncode == 0


def bench(command: str, spec: Path, *, batch: bool, jobs: int, work: Path) -> dict[Example, Result]:
    source, made = work / "in", work / "out"
    for folder in (source, made):
        folder.mkdir(parents=True, exist_ok=True)
    for old in made.glob("*.docx"):
        old.unlink()
    (source / "dot.png").write_bytes(dot())
    cases = examples(spec.read_text(encoding="utf-8"))
    for case in cases:
        page = PAGE.format(case.html)
        (source / f"{case.number:03}.html").write_text(page, encoding="utf-8")
    if batch:
        convert(command, {"in": source, "out": made}, source)

    def one(case: Example) -> Result:
        html, docx = (source / f"{case.number:03}.html", made / f"{case.number:03}.docx")
        if not batch:
            convert(command, {"html": html, "docx": docx}, source)
        try:
            return judge(html, docx) if docx.exists() else FAILED
        except ValueError as error:
            return Result(0, 0, 0, str(error))

    with ThreadPoolExecutor(jobs) as pool:
        return dict(zip(cases, pool.map(one, cases), strict=True))


def report(results: dict[Example, Result], *, verbose: bool) -> None:
    sections: dict[str, list[Result]] = defaultdict(list)
    for case, result in results.items():
        sections[case.section].append(result)
        if verbose and not result.same:
            print(f"--- {case.number} {case.section}\n{case.html}{result.difference}\n")
    for section, found in sections.items():
        print(f"{section:<42} {sum(r.same for r in found):>4}/{len(found)}")
    total = len(results)
    print(
        f"{'words the same':<42} {sum(r.words == 1 for r in results.values()):>4}/{total}\n"
        f"{'places the same':<42} {sum(r.places == 1 for r in results.values()):>4}/{total}\n"
        f"{'all the same':<42} {sum(r.same for r in results.values()):>4}/{total}"
    )


# ---------------------------------------------------------------- command line


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["bench"]:
        return main_bench(arguments[1:])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--html", type=Path, required=True)
    parser.add_argument("--docx", type=Path, required=True)
    parser.add_argument("--least", type=float, default=1, help="exit 1 where the formats' score is below this")
    options = parser.parse_args(arguments)
    result = judge(options.html, options.docx)
    if result.difference:
        print(result.difference)
    print(result)
    return int(result.formats < options.least)


def main_bench(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="docx_oracle.py bench")
    parser.add_argument("command", help="command with {html} {docx}, or with --batch {in} {out}")
    parser.add_argument("--batch", action="store_true", help="one run converts {in}/*.html to {out}/*.docx")
    parser.add_argument("--spec", type=Path, default=os.environ.get("COMMONMARK_SPEC"))
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep", type=Path, help="folder that keeps the files")
    parser.add_argument("--least", type=int, default=0, help="exit 1 where fewer examples are all the same")
    parser.add_argument("-v", "--verbose", action="store_true", help="print every difference")
    options = parser.parse_args(arguments)
    if not options.spec:
        parser.error("no spec.txt: give --spec or set COMMONMARK_SPEC")
    with tempfile.TemporaryDirectory() as folder:
        work = options.keep.resolve() if options.keep else Path(folder)
        results = bench(options.command, options.spec, batch=options.batch, jobs=options.jobs, work=work)
    report(results, verbose=options.verbose)
    return int(sum(r.same for r in results.values()) < options.least)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
