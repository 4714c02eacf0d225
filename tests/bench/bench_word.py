"""What a Word file costs: CPU seconds after imports, and whether ten times the text takes ten times as long.

    python -m tests.bench.bench_word [--least]

The long document has 61 pages in the PDF: 180 paragraphs, 300 list items, 10 tables of 75 cells. With `--least` the
program fails above 0.15 s for it, or where ten times the text takes more than eleven times as long.
"""

from __future__ import annotations

import argparse
import sys
import time
from datetime import date
from pathlib import Path
from statistics import median

import yaml

from reporting.document.document import Document, Properties
from reporting.document.theme import Theme, theme_from
from reporting.writers.word.writer import write_word

THEME = Path(__file__).parents[2] / "templates" / "house" / "theme.yaml"
SENTENCES = (
    "The participants <em>reaffirmed</em> their resolve to keep the straits open to peaceful shipping, and asked that "
    "each coast guard name <strong>one officer</strong> by spring. They took note of the progress made in transport, "
    "border management and water, and of the questions that remain open. "
)
ITEM = "<li>consultation among the ministries concerned, with a report within a year;</li>"
ROW = f"<tr>{'<td>a cell of some words</td>' * 5}</tr>"
TABLE = f"<table><thead><tr>{'<th>Head</th>' * 5}</tr></thead><tbody>{ROW * 15}</tbody></table>"


def long_document(sections: int) -> Document:
    """A document of that many sections; 20 make 61 pages."""
    parts = [_section(at) for at in range(sections)]
    html = f'<article lang="en"><h1>A long document</h1>{"".join(parts)}</article>'
    return Document(html, Properties("A long document", "en", "Straits Desk", date(2031, 10, 21)))


def _section(at: int) -> str:
    paragraphs = "".join(f'<p data-from="a[{at}].{number}">{SENTENCES * 2}</p>' for number in range(9))
    table = TABLE if at % 2 == 0 else ""
    return f'<h2 id="s{at}">Section {at}</h2>{paragraphs}<ul>{ITEM * 15}</ul>{table}'


def seconds(document: Document, times: int) -> float:
    """The best of several runs."""
    theme = theme_from(yaml.safe_load(THEME.read_text("utf-8")))  # noqa: TID251 - our own file, no record
    return min(_once(document, theme) for _ in range(times))


def _once(document: Document, theme: Theme) -> float:
    before = time.process_time()
    write_word(document, theme)
    return time.process_time() - before


def rounds(small: Document, large: Document, number: int) -> list[tuple[float, float]]:
    """The best of a few runs of both, taken in turn: a machine is now fast and now slow, but seldom within a round."""
    return [(seconds(small, 4), seconds(large, 2)) for _ in range(number)]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--least", action="store_true", help="fail where it is slower than promised")
    options = parser.parse_args(arguments)
    seconds(long_document(2), 1)  # pictures, tables and the like are imported
    pairs = rounds(long_document(20), long_document(200), 7)
    once, often = (min(each) for each in zip(*pairs, strict=True))
    growth = median(large / little for little, large in pairs)
    print(f"61 pages {once:.3f} s, 610 pages {often:.3f} s, {growth:.1f} times as long")
    return int(options.least and (once > 0.15 or growth > 11))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
