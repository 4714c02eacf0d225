# ruff: noqa: PLC0415  # each worker imports what it measures, and no more
"""What a PDF costs against the floor: bare WeasyPrint with `pdf/a-3a`, fonts, style sheets and images shared, warm.

    python -m tests.bench.bench_pdf [--rounds 12] [--packs 2]
    python -m tests.bench.bench_pdf --linear

Two warm processes take the same fresh documents in turn, ours and the floor; the ratio of CPU seconds is taken for
each pair, and the median is told. Below 1 we are faster than bare WeasyPrint, all repairs and the values that each paper
was made from (source.json) included. `--linear` tells what a page costs in packs of growing length.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import yaml

from reporting.document.document import Document
from reporting.document.theme import Theme, theme_from
from tests.bench.pdf_documents import pack, paths_of, press_release, values_of

ROOT = Path(__file__).parents[2]
PARTS = (6, 12, 24, 48)
KINDS: dict[str, Callable[[int], Document]] = {
    "press": press_release,
    "pack": pack,
    **{f"pack-{parts}": partial(pack, parts=parts) for parts in PARTS},
}


def house() -> tuple[Theme, str]:
    """The house's theme and print style sheet."""
    folder = ROOT / "templates" / "house"
    theme = yaml.safe_load((folder / "theme.yaml").read_text("utf-8"))  # noqa: TID251  # our own file, no record
    return theme_from(theme), (folder / "print.css").read_text("utf-8")


def worker(role: str, cache: str) -> None:
    """Answers each line `kind seed` with the CPU seconds that the document took."""
    writers = {"ours": _ours, "slow": _ours_without_short_cuts, "floor": _floor}
    start = writers[role](Path(cache))
    for line in sys.stdin:
        kind, seed = line.split()
        write = start(KINDS[kind](int(seed)))
        before = time.process_time()
        pages = write()
        print(json.dumps({"seconds": time.process_time() - before, "pages": pages}), flush=True)


Writer = Callable[[Document], Callable[[], int]]
"""Takes a document, does what is not counted, and gives the function to be timed, which gives the number of pages."""


def _ours(cache: Path, *, faster: bool = True) -> Writer:
    from reporting.build.making.source import NAME, source_json
    from reporting.writers.pdf.engine import start_engine
    from reporting.writers.pdf.values import Attached
    from reporting.writers.pdf.write import write_pdf

    theme, sheet = house()
    start_engine(theme, cache, faster=faster)

    def start(document: Document) -> Callable[[], int]:
        values = values_of(document)
        paths = paths_of(values)
        return lambda: write(document, values, paths)

    def write(document: Document, values: Mapping[str, object], paths: list[str]) -> int:
        source = source_json(values, paths, document.properties)
        made_from = Attached(NAME, source, "application/json", "What the paper was made from")
        return write_pdf(document, theme, sheet, attachments=(made_from,)).pages

    return start


def _ours_without_short_cuts(cache: Path) -> Writer:
    return _ours(cache, faster=False)


def _floor(cache: Path) -> Writer:
    theme, sheet = house()
    from reporting.writers.fonts import use_fonts

    use_fonts(theme, cache)
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    from reporting.writers.css import page_css, role_css

    fonts, images = FontConfiguration(), dict[str, object]()
    look = weasyprint.CSS(string=role_css(theme) + page_css(theme) + sheet, font_config=fonts)
    margins: dict[str, weasyprint.CSS] = {}

    def start(document: Document) -> Callable[[], int]:
        html, margin = prepared_html(document)
        css = margins.get(margin) or margins.setdefault(margin, weasyprint.CSS(string=margin, font_config=fonts))
        return lambda: write(html, css)

    def write(html: str, css: weasyprint.CSS) -> int:
        laid = weasyprint.HTML(string=html).render(
            font_config=fonts, stylesheets=[look, css], cache=images, pdf_variant="pdf/a-3a"
        )
        laid.write_pdf(pdf_variant="pdf/a-3a")
        return len(laid.pages)

    return start


def prepared_html(document: Document) -> tuple[str, str]:
    """The same HTML and margins that we lay out ourselves."""
    from reporting.writers.pdf.margins import margin_css
    from reporting.writers.pdf.prepare import prepare

    prepared = prepare(document)
    return prepared.html(), margin_css(prepared, document.properties)


Asking = Callable[[str, int], tuple[float, int]]


@contextmanager
def process(role: str, cache: str) -> Iterator[Asking]:
    """A warm worker; the function gives the CPU seconds of one document and its pages."""
    command = [sys.executable, "-m", "tests.bench.bench_pdf", "--worker", role, "--cache", cache]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as running:
        stdin, stdout = running.stdin, running.stdout
        assert stdin is not None
        assert stdout is not None

        def ask(kind: str, seed: int) -> tuple[float, int]:
            stdin.write(f"{kind} {seed}\n")
            stdin.flush()
            told = json.loads(stdout.readline())
            return float(told["seconds"]), int(told["pages"])

        yield ask
        stdin.close()


def compare(roles: tuple[str, str], rounds: dict[str, int], cache: str) -> dict[str, tuple[float, float, float]]:
    """For each kind: the median ratio of the first role to the second, and the median seconds of both."""
    found = {}
    with process(roles[0], cache) as first, process(roles[1], cache) as second:
        for kind, number in rounds.items():
            for ask in (first, second):
                ask("press", 1)
            pairs = [_pair(first, second, kind, seed) for seed in range(100, 100 + number)]
            found[kind] = (
                statistics.median(a / b for a, b in pairs),
                statistics.median(a for a, _ in pairs),
                statistics.median(b for _, b in pairs),
            )
    return found


def _pair(first: Asking, second: Asking, kind: str, seed: int) -> tuple[float, float]:
    """The same document by both, the one that starts changing from seed to seed."""
    if seed % 2:
        b, _ = second(kind, seed)
        return first(kind, seed)[0], b
    a, _ = first(kind, seed)
    return a, second(kind, seed)[0]


def growing(roles: tuple[str, ...], cache: str) -> Iterator[tuple[int, list[float]]]:
    """Packs of growing length: their pages, and for each role the CPU milliseconds of a page."""
    with ExitStack() as stack:
        asked = [stack.enter_context(process(role, cache)) for role in roles]
        for ask in asked:
            ask("pack-6", 1)
        for parts in PARTS:
            told = [ask(f"pack-{parts}", 100 + parts) for ask in asked]
            yield told[0][1], [1000 * seconds / pages for seconds, pages in told]


def main() -> None:
    """Prints a table of ratios."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=12, help="press releases to write")
    parser.add_argument("--packs", type=int, default=2, help="packs to write")
    parser.add_argument("--against", default="floor", choices=("floor", "slow"))
    parser.add_argument("--linear", action="store_true", help="what a page costs in longer and longer packs")
    parser.add_argument("--worker")
    parser.add_argument("--cache", default=str(Path(tempfile.gettempdir()) / "reporting-bench"))
    given = parser.parse_args()
    if given.worker:
        worker(given.worker, given.cache)
        return
    if given.linear:
        for pages, costs in growing(("ours", given.against), given.cache):
            print(f"{pages:4} pages  ours {costs[0]:.1f} ms a page  {given.against} {costs[1]:.1f} ms a page")
        return
    rounds = {kind: number for kind, number in (("press", given.rounds), ("pack", given.packs)) if number}
    for kind, (ratio, ours, other) in compare(("ours", given.against), rounds, given.cache).items():
        print(f"{kind:6} ours {ours:.3f} s  {given.against} {other:.3f} s  ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
