"""What a .docx gets wrong that schema validators let pass.

    docx_rules.py FILE.docx...     one line for each finding; exit 1 where there is any

Two families of rules: 'sound' (Word refuses, repairs or silently loses
something) and 'access' (a reader with a screen reader is worse off; the rules
of Word's own accessibility checker that need no Word). Meant beside an XSD or
openxml-audit check, not in its place.
"""

from __future__ import annotations

import posixpath
import re
import sys
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path

from lxml import etree

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "dc": "http://purl.org/dc/elements/1.1/",
}
STORY = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")


def q(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{NS[prefix]}}}{local}"


VAL, ID, T = q("w:val"), q("w:id"), q("w:t")


class Package:
    """The parts of a .docx, parsed."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as file:
            self.names = file.namelist()
            self.xml = {
                name: etree.fromstring(file.read(name)) for name in self.names if name.endswith((".xml", ".rels"))
            }
        self.stories = {name: root for name, root in self.xml.items() if STORY.fullmatch(name)}
        self.body = self.xml["word/document.xml"]

    def part(self, name: str) -> etree._Element:
        return self.xml.get(name, etree.Element("none"))

    def find(self, path: str, root: etree._Element | None = None) -> list:
        roots = self.stories.values() if root is None else [root]
        return [hit for each in roots for hit in each.xpath(path, namespaces=NS)]

    def ids(self, part: str, path: str) -> set[str]:
        return set(self.find(path, self.part(part)))

    @cached_property
    def levels(self) -> dict[str, int]:
        """Style identifier to heading level, by Word's own names."""
        styles = self.find("//w:style[w:name]", self.part("word/styles.xml"))
        names = {s.get(q("w:styleId")): s.find("w:name", NS).get(VAL).lower() for s in styles}
        found = {key: re.fullmatch(r"heading ([1-9])", name) for key, name in names.items()}
        return {key: int(match[1]) for key, match in found.items() if match}

    def level(self, paragraph: etree._Element) -> int | None:
        return self.levels.get("".join(self.find("w:pPr/w:pStyle/@w:val", paragraph)))


def text_of(element: etree._Element) -> str:
    """The text, with what is taken out but still to be seen."""
    return "".join(element.itertext(T, q("w:delText")))


def has(element: etree._Element, path: str) -> bool:
    """Whether a property that is on or off is there and on."""
    found = element.find(path, NS)
    return found is not None and found.get(VAL) not in ("0", "false", "off")


Rule = Callable[[Package], Iterable[str]]
RULES: list[Rule] = []


def rule(check: Rule) -> Rule:
    RULES.append(check)
    return check


# ---------------------------------------------------------------- sound


@rule
def sound_zip(doc: Package) -> Iterator[str]:
    yield from (f"{name} stands twice in the file" for name in repeated(doc.names))


@rule
def sound_cells(doc: Package) -> Iterator[str]:
    for cell in doc.find("//w:tc[not(*[last()][self::w:p or self::w:sdt])]"):
        yield f"cell does not end with a paragraph: {text_of(cell)[:30]!r}"
    yield from ("row without cells" for _ in doc.find("//w:tr[not(.//w:tc)]"))


@rule
def sound_grid(doc: Package) -> Iterator[str]:
    for table in doc.find("//w:tbl"):
        columns = len(doc.find("w:tblGrid/w:gridCol", table))
        open_columns: set[int] = set()
        for row in doc.find("w:tr | w:sdt/w:sdtContent/w:tr", table):
            at, merged = number(row, "w:trPr/w:gridBefore"), set[int]()
            for cell in doc.find("w:tc | w:sdt/w:sdtContent/w:tc", row):
                for merge in doc.find("w:tcPr/w:vMerge", cell):
                    if merge.get(VAL) != "restart" and at not in open_columns:
                        yield f"cell continues a merge that nothing starts, column {at + 1}"
                    merged.add(at)
                at += number(cell, "w:tcPr/w:gridSpan", 1)
            open_columns = merged
            at += number(row, "w:trPr/w:gridAfter")
            if at != columns:
                yield f"row spans {at} of {columns} columns: {text_of(row)[:30]!r}"


@rule
def sound_bookmarks(doc: Package) -> Iterator[str]:
    starts = doc.find("//w:bookmarkStart")
    names = [start.get(q("w:name")) for start in starts]
    ids = [start.get(ID) for start in starts]
    ends = doc.find("//w:bookmarkEnd/@w:id")
    yield from (f"bookmark name {name!r} stands twice" for name in repeated(names))
    yield from (f"bookmark identifier {key} stands twice" for key in repeated(ids))
    yield from (f"bookmark {key} has a start or an end only" for key in set(ids) ^ set(ends))
    bad = (name for name in names if not re.fullmatch(r"[^\W\d]\w{0,39}", name))
    yield from (f"bookmark name {name!r} is not one that Word takes" for name in bad)


@rule
def sound_targets(doc: Package) -> Iterator[str]:
    names = {*doc.find("//w:bookmarkStart/@w:name"), "_top"}
    codes = " ".join(doc.find("//w:instrText/text()"))
    fields = re.findall(r"\b(?:PAGEREF|NOTEREF|REF)\s+\"?(\w+)", codes)
    for target in {*doc.find("//w:hyperlink/@w:anchor"), *fields} - names:
        yield f"link to {target!r}, which is no bookmark"


@rule
def sound_identifiers(doc: Package) -> Iterator[str]:
    for what, path in (
        ("drawing", "//wp:docPr/@id"),
        ("content control", "//w:sdtPr/w:id/@w:val"),
        ("paragraph", "//@w14:paraId"),
        ("revision", "//w:ins/@w:id | //w:del/@w:id | //w:moveFrom/@w:id | //w:moveTo/@w:id"),
    ):
        yield from (f"{what} identifier {key} stands twice" for key in repeated(doc.find(path)))
    high = (key for key in doc.find("//@w14:paraId") if int(key, 16) >= 0x80000000)
    yield from (f"paragraph identifier {key} is 80000000 or more" for key in high)


@rule
def sound_fields(doc: Package) -> Iterator[str]:
    for name, root in doc.stories.items():
        depth = 0
        for char in doc.find("//w:fldChar", root):
            depth += {"begin": 1, "end": -1}.get(char.get(q("w:fldCharType")), 0)
        if depth:
            yield f"{name}: a field is not closed"


@rule
def sound_changes(doc: Package) -> Iterator[str]:
    yield from ("deleted run with w:t, not w:delText" for _ in doc.find("//w:del//w:r[w:t]"))
    nobody = doc.find("//w:ins[not(@w:author)] | //w:del[not(@w:author)]")
    yield from (f"{etree.QName(e).localname} without an author" for e in nobody)


@rule
def sound_notes(doc: Package) -> Iterator[str]:
    for kind in ("footnote", "endnote", "comment"):
        part = f"word/{kind}s.xml"
        have = doc.ids(part, f"//w:{kind}[not(@w:type)]/@w:id")
        used = set(doc.find(f"//w:{kind}Reference/@w:id"))
        yield from (f"{kind} {key} is referred to but not there" for key in used - have)
        yield from (f"{kind} {key} is there but nothing refers to it" for key in have - used)


@rule
def sound_styles(doc: Package) -> Iterator[str]:
    styles = doc.ids("word/styles.xml", "//w:style/@w:styleId")
    used = doc.find("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")
    yield from (f"style {key!r} is used but not defined" for key in set(used) - styles)
    lists = doc.ids("word/numbering.xml", "//w:num/@w:numId") | {"0"}
    used = doc.find("//w:numPr/w:numId/@w:val")
    yield from (f"list {key} is used but not defined" for key in set(used) - lists)


@rule
def sound_relations(doc: Package) -> Iterator[str]:
    defaults = doc.find("//ct:Default/@Extension", doc.part("[Content_Types].xml"))
    overrides = doc.find("//ct:Override/@PartName", doc.part("[Content_Types].xml"))
    for name in doc.names:
        if name.rpartition(".")[2] not in defaults and f"/{name}" not in overrides:
            yield f"{name} has no content type"
    for name, root in doc.stories.items():
        folder, base = posixpath.split(name)
        targets = {rel.get("Id"): rel for rel in doc.part(f"{folder}/_rels/{base}.rels")}
        for key in set(doc.find("//@r:id | //@r:embed | //@r:link", root)) - targets.keys():
            yield f"{name}: relation {key} is used but not defined"
        for rel in targets.values():
            place = posixpath.normpath(posixpath.join("/", folder, rel.get("Target")))[1:]
            if rel.get("TargetMode") != "External" and place not in doc.names:
                yield f"{name}: relation {rel.get('Id')} leads to {place}, which is missing"


@rule
def sound_space(doc: Package) -> Iterator[str]:
    keep = "{http://www.w3.org/XML/1998/namespace}space"
    for text in doc.find("//w:t[text()] | //w:delText[text()]"):
        if text.text != text.text.strip() and text.get(keep) != "preserve":
            yield f"white space is lost at the edge of {text.text[:30]!r}"


@rule
def sound_properties(doc: Package) -> Iterator[str]:
    core = doc.part("docProps/core.xml")
    tags = [etree.QName(e).localname for e in core]
    yield from (f"property {name!r} stands twice" for name in repeated(tags))
    for element in core:
        name = etree.QName(element).localname
        if name in ("created", "modified") and not re.match(r"\d{4}-\d\d", element.text or ""):
            yield f"property {name!r} is no date: {element.text!r}"


# ---------------------------------------------------------------- access


@rule
def access_title(doc: Package) -> Iterator[str]:
    if not doc.part("docProps/core.xml").findtext("dc:title", "", NS).strip():
        yield "the document has no title"


@rule
def access_headings(doc: Package) -> Iterator[str]:
    last = 0
    for paragraph in doc.find("//w:p", doc.body):
        level = doc.level(paragraph)
        if level is None:
            continue
        if not text_of(paragraph).strip():
            yield f"heading {level} is empty"
        if last and level > last + 1:
            yield f"heading {level} after heading {last}: {text_of(paragraph)[:30]!r}"
        last = level
    if not last and len(doc.find("//w:p", doc.body)) > 40:
        yield "no headings"


@rule
def access_pictures(doc: Package) -> Iterator[str]:
    for drawing in doc.find("//wp:inline | //wp:anchor"):
        about = drawing.find("wp:docPr", NS)
        alt = about.get("descr") or ""
        decorative = drawing.xpath(".//*[local-name()='decorative'][@val='1']")
        if not alt.strip() and not decorative:
            yield f"picture without alternative text: {about.get('name')}"
        if re.fullmatch(r"\S+\.(png|jpe?g|svg|gif)", alt):
            yield f"alternative text is a file name: {alt}"
    yield from ("object that text flows around" for _ in doc.find("//wp:anchor"))


@rule
def access_tables(doc: Package) -> Iterator[str]:
    for table in doc.find("//w:tbl"):
        rows = doc.find("w:tr | w:sdt/w:sdtContent/w:tr", table)
        style = doc.find("w:tblPr/w:tblStyle/@w:val", table)
        if "SignatureTable" in style or (
            "BilingualTable" in style and not doc.find("w:tblPr/w:tblLook[@w:firstRow='1']", table)
        ):
            continue  # names above lines, or text in two languages; nothing heads the columns
        if len(rows) > 1 and not has(rows[0], "w:trPr/w:tblHeader"):
            yield f"table without a header row: {text_of(rows[0])[:30]!r}"
        yield from ("table in a table" for _ in doc.find(".//w:tc//w:tbl", table)[:1])


TYPED = re.compile(r"\s*(?:[•·●▪–—-]|\(?[0-9]{1,2}[.)]|\(?[a-z][.)])\s")


@rule
def access_lists(doc: Package) -> Iterator[str]:
    for paragraph in doc.find("//w:p[not(w:pPr/w:numPr) and not(w:pPr/w:pStyle)]", doc.body):
        if TYPED.match(text_of(paragraph)):
            yield f"list mark typed by hand: {text_of(paragraph)[:30]!r}"


CONTENT = "//w:t|.//w:delText|.//w:drawing|.//w:br|.//w:sectPr|.//w:pict|.//w:pBdr|.//w:fldChar|.//w:sdt"


@rule
def access_blanks(doc: Package) -> Iterator[str]:
    for paragraph in doc.find("//w:body/w:p | //w:body/w:sdt/w:sdtContent/w:p"):
        if not doc.find("." + CONTENT, paragraph) and paragraph.getprevious() is not None:
            after_table = paragraph.getprevious().tag == q("w:tbl")
            # Word wants a paragraph behind the last break between sections.
            is_last = paragraph.getnext() is doc.body[0][-1] and doc.find("w:pPr/w:sectPr", paragraph.getprevious())
            if not after_table and not is_last:
                yield "blank paragraph used as space"
    for text in doc.find("//w:t/text()"):
        if "   " in text and not doc.find("ancestor::w:p/w:pPr/w:pStyle", text.getparent()):
            yield f"spaces used as layout: {text[:30]!r}"


@rule
def access_links(doc: Package) -> Iterator[str]:
    for link in doc.find("//w:hyperlink"):
        text = text_of(link).strip()
        if not text or text.lower() in ("here", "click here", "link"):
            yield f"link whose text says nothing: {text!r}"


def scripts(text: str) -> Counter[str]:
    names = (unicodedata.name(char, "") for char in text if char.isalpha())
    return Counter(name.split(" ")[0] for name in names)


LANGUAGES = {"ARABIC": ("ar", "fa", "ur", "ps"), "CYRILLIC": ("ru", "uk", "bg", "kk", "sr", "tk")}
LETTERS = re.compile(r"[a-z]{2,3}(-[A-Za-z]{4})?(-[A-Za-z]{2}|-\d{3})?", re.IGNORECASE)


@rule
def access_language(doc: Package) -> Iterator[str]:
    styles = doc.part("word/styles.xml")
    default = "".join(doc.find("//w:docDefaults//w:lang/@w:val", styles))
    default_bidi = "".join(doc.find("//w:docDefaults//w:lang/@w:bidi", styles))
    if not default:
        yield "the document has no language"
    for value in set(doc.find("//w:lang/@w:val | //w:lang/@w:bidi")):
        if not LETTERS.fullmatch(value):
            yield f"{value!r} is no language tag"
    for run in doc.find("//w:r[w:t]"):
        script = max(scripts(text_of(run)).items(), key=lambda item: item[1], default=("", 0))[0]
        wanted = LANGUAGES.get(script)
        if wanted is None:
            continue
        rtl = has(run, "w:rPr/w:rtl")
        own = "".join(doc.find(f"w:rPr/w:lang/@w:{'bidi' if rtl else 'val'}", run))
        language = own or (default_bidi if rtl else default)
        if language.split("-")[0].lower() not in wanted:
            yield f"{script.lower()} text marked as {language!r}: {text_of(run)[:30]!r}"


@rule
def access_direction(doc: Package) -> Iterator[str]:
    """A paragraph runs as its first word does or as most of its letters do: “BOMCA (برنامهٔ …)” begins with a name."""
    for paragraph in doc.find("//w:p[.//w:t]"):
        kinds = [unicodedata.bidirectional(char) for char in text_of(paragraph)]
        strong = [kind != "L" for kind in kinds if kind in ("L", "R", "AL")]
        bidi = has(paragraph, "w:pPr/w:bidi")
        if strong and bidi != strong[0] and bidi != (2 * sum(strong) > len(strong)):
            yield f"paragraph runs the wrong way: {text_of(paragraph)[:30]!r}"


# ---------------------------------------------------------------- command line


def repeated(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def number(element: etree._Element, path: str, default: int = 0) -> int:
    found = element.find(path, NS)
    return default if found is None else int(found.get(VAL))


def check(path: Path) -> list[str]:
    try:
        doc = Package(path)
    except (etree.XMLSyntaxError, zipfile.BadZipFile, KeyError) as error:
        return [f"sound-package: {error}"]
    return [f"{each.__name__.replace('_', '-')}: {say}" for each in RULES for say in each(doc)]


def main(paths: list[str]) -> int:
    findings = [(path, finding) for path in paths for finding in check(Path(path))]
    for path, finding in findings:
        print(f"{path}: {finding}")
    return int(bool(findings))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
