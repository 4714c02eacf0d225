"""HTML to Word from the command line, for the judges: `python -m reporting.writers.word IN OUT`.

IN is an HTML file or a folder of them, OUT the Word file or the folder for them. Unlike the program itself this
takes any HTML: elements outside of the vocabulary keep their text.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import yaml
from lxml import html as lxml_html

from reporting.document.document import Document, Properties
from reporting.document.theme import Theme, theme_from
from reporting.writers.word.rules import LENIENT
from reporting.writers.word.writer import write_word

THEME = Path(__file__).parents[3] / "templates" / "house" / "theme.yaml"


def document_of(path: Path) -> Document:
    """The body of an HTML file as a document; its pictures lie beside it."""
    page = lxml_html.document_fromstring(path.read_text(encoding="utf-8") or "<p></p>")
    body = page.find(".//article")
    if body is None or body.getprevious() is not None or body.getnext() is not None:
        body = page.find("body")
    if body is None:
        body = lxml_html.Element("body")
    body.tag, body.tail = "article", None
    title = page.findtext(".//title") or page.findtext(".//h1") or path.stem
    language = body.get("lang") or page.get("lang") or "en"
    properties = Properties(title, language, "Reporting", date(2026, 1, 1))
    names = {image.get("src", "") for image in body.iter("img")}
    images = {name: file.read_bytes() for name in names if (file := path.parent / name).is_file()}
    return Document(lxml_html.tostring(body, encoding="unicode"), properties, images)


def convert(source: Path, target: Path, theme: Theme) -> None:
    target.write_bytes(write_word(document_of(source), theme, rules=LENIENT).data)


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        sys.stderr.write("usage: python -m reporting.writers.word IN OUT\n")
        return 2
    source, target = map(Path, arguments)
    theme = theme_from(yaml.safe_load(THEME.read_text(encoding="utf-8")))  # noqa: TID251 - our own file, no record
    if not source.is_dir():
        convert(source, target, theme)
        return 0
    for path in sorted(source.glob("*.html")):
        convert(path, target / f"{path.stem}.docx", theme)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
