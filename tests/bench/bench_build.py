# ruff: noqa: PLC0415  # each process imports what it measures, and no more
"""What a whole build costs on generated workspaces, and how far it is from the floor.

    python -m tests.bench.bench_build [--rounds 1 10] [--press 0] [--pairs 3]
    python -m tests.bench.bench_build --rounds 1 10 100 --press 1000 --pairs 7

One table in Markdown. `cold`: nothing is cached, not even fonts. `warm`: every paper made, fonts at hand. `again`:
nothing has changed. `one`: one title of one round has. The floor is bare WeasyPrint with `pdf/a-3a` at its fastest
settings in one warm process, on the same prepared HTML; the ratio is CPU seconds of the whole build of PDF files in
one worker, with reading, checking and drafting, to CPU seconds of the floor. Memory is that of the largest process.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.support.workspaces import workspace_of

ROOT = Path(__file__).parents[2]
SAMPLE = 40
"""Documents that the floor lays out at most; more of the same sort cost the same."""
HEAD = "| workspace | papers | files | cold s | warm s | papers/s | again s | one s | MiB | CPU s/PDF | floor | ratio |"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, nargs="*", default=[1, 10], help="workspaces of all types, by rounds")
    parser.add_argument("--press", type=int, default=0, help="a workspace of so many press releases")
    parser.add_argument("--pairs", type=int, default=3, help="pairs of runs with one worker and with two")
    parser.add_argument("--run", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    parser.add_argument("--floor", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.run is not None:
        print(json.dumps(run(given.run)))
    elif given.floor is not None:
        print(json.dumps(floor(Path(given.floor[0]), given.floor[1:])))
    else:
        table(given.rounds, given.press, given.pairs)


def table(sizes: list[int], press: int, pairs: int) -> None:
    print(HEAD, "|" + " --- |" * (HEAD.count("|") - 1), sep="\n", flush=True)
    with tempfile.TemporaryDirectory(prefix="bench-build-") as folder:
        for number in sizes:
            print(row(Path(folder), number, []), flush=True)
        if press:
            print(row(Path(folder), press, ["--type", "press-release"]), flush=True)
        if pairs:
            print(f"\nTwo workers against one: {two_against_one(Path(folder), pairs)}", flush=True)


def row(folder: Path, rounds: int, selection: list[str]) -> str:
    """One workspace as a line of the table."""
    root = workspace(folder / f"{rounds}{'-press' if selection else ''}", rounds, has_briefings=not selection)
    build = ["--root", str(root), "build", *selection]
    cold = measured(build, cache=folder / f"cache-{rounds}{len(selection)}")
    made = counted(root)
    warm = measured([*build, "--force"])
    again = measured(build)
    change(root)
    one = measured(build)
    single = measured([*build, "--force", "--jobs", "1", "--format", "pdf"])
    bare = asked("--floor", str(root), *selection)
    papers = made["pdf"]
    per_pdf = single["cpu"] / papers
    name = f"{rounds:,} round{'' if rounds == 1 else 's'}, {'press releases' if selection else 'all types'}"
    cells = [
        name, f"{papers:,}", f"{sum(made.values()):,}", f"{cold['wall']:.1f}", f"{warm['wall']:.1f}",
        f"{papers / warm['wall']:.1f}", f"{again['wall']:.2f}", f"{one['wall']:.1f}", f"{warm['memory']:.0f}",
        f"{per_pdf:.2f}", f"{bare['cpu']:.2f}", f"{per_pdf / bare['cpu']:.2f}",
    ]  # fmt: skip
    return f"| {' | '.join(cells)} |"


def two_against_one(folder: Path, pairs: int) -> str:
    """The median of pairs of forced builds of ten rounds."""
    root = workspace(folder / "pairs", 10, has_briefings=True)
    build = ["--root", str(root), "build", "--force"]
    measured(build)
    found = []
    for number in range(pairs):
        order = ("1", "2") if number % 2 else ("2", "1")
        wall = {jobs: measured([*build, "--jobs", jobs])["wall"] for jobs in order}
        found.append(wall["1"] / wall["2"])
    shown = ", ".join(f"{each:.2f}" for each in found)
    return f"{statistics.median(found):.2f} times as fast (median of {pairs} pairs: {shown})"


def workspace(root: Path, rounds: int, *, has_briefings: bool) -> Path:
    """A generated workspace on disk; with briefings and statements each round has all types."""
    for path, text in workspace_of(rounds).items():
        write(root / path, text)
        if has_briefings and path.endswith("/round.yaml"):
            for name, make in (("statement", statement), ("briefing", briefing)):
                write(root / path.replace("round.yaml", f"{name}.yaml"), make(text))
    return root


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def statement(round_: str) -> str:
    """A statement of as many paragraphs as the round has contexts."""
    texts = [line.split(": ", 1)[1] for line in round_.splitlines() if line.strip().startswith("context: ")]
    lines = ["title: Joint Statement", "adopted: 2030-01-01", "published: 2030-01-01", "sections:", "  - paragraphs:"]
    for number, text in enumerate(texts, start=1):
        lines += [f"      - id: s{number}", f"        text: The participants note. {text}"]
    return "\n".join([*lines, ""])


def briefing(round_: str) -> str:
    """A briefing with a topic brief for each topic of the round."""
    texts = [line.split(": ", 1)[1] for line in round_.splitlines() if line.strip().startswith("context: ")]
    lines = ["scene_setter: |", *(f"  {text}" for text in texts[:4]), "objectives:", "  ours:", f"    - {texts[0]}"]
    lines += ["topics:"]
    for number, text in enumerate(texts, start=1):
        lines += [f"  - topic: t{number}", "    lines:", *(f"      - {each}" for each in texts[:3])]
        lines += ["    defensives:", f"      - if_raised: {text}", f"        line: {texts[-number]}"]
        lines += ["    background:", f"      - {{text: {text!r}, use: free}}"]
    return "\n".join([*lines, ""])


def change(root: Path) -> None:
    """Another title for one subject of the last round."""
    path = max(root.rglob("round.yaml"))
    write(path, path.read_text("utf-8").replace("title: water and energy", "title: water, energy and heat", 1))


def counted(root: Path) -> dict[str, int]:
    files = [path.suffix[1:] for path in (root / "output").rglob("*.en.*")]
    return {name: files.count(name) for name in ("pdf", "docx", "html", "txt")}


def measured(arguments: list[str], *, cache: Path | None = None) -> dict[str, float]:
    """Seconds, CPU seconds and memory of one run of the command line, workers included."""
    found: dict[str, float] = asked("--run", *arguments, cache=cache)
    return found


def asked(*arguments: str, cache: Path | None = None) -> dict[str, Any]:
    """What this module says of itself in a process of its own, so that one run's memory is not another's."""
    environment = {**os.environ, **({"XDG_CACHE_HOME": str(cache)} if cache else {})}
    command = [sys.executable, "-m", "tests.bench.bench_build", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def run(arguments: list[str]) -> dict[str, float]:
    """One run of the command line, in a child of this process."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "reporting", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    wall = time.perf_counter() - started
    if done.returncode:
        raise SystemExit(
            f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stdout[-1500:]}{done.stderr[-1500:]}"
        )
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss / 1024}


def floor(root: Path, selection: list[str]) -> dict[str, float]:
    """CPU seconds of bare WeasyPrint for each document of a workspace, warm."""
    from reporting.build.caches import cache_folder
    from tests.bench.bench_pdf import _floor

    found = list(documents(root, selection))
    start = _floor(cache_folder())
    start(found[0])()
    writers = [start(document) for document in found]
    before = time.process_time()
    for write_pdf in writers:
        write_pdf()
    return {"cpu": (time.process_time() - before) / len(writers), "documents": len(writers)}


def documents(root: Path, selection: list[str]) -> Iterator[Any]:
    """Documents of a workspace, drafted as a build drafts them; of many, some of each type."""
    from reporting.build.desk import opened
    from reporting.build.planning.report import Order
    from reporting.build.planning.selection import Selection
    from reporting.drafting.draft import draft
    from reporting.drafting.templates import templates_of
    from reporting.workspace import Folder

    desk = opened(Folder(root), Order(Selection(types=frozenset(selection[1:]))))
    templates = templates_of(desk.workspace).value
    papers = spread(desk.papers)
    for paper in papers:
        material = desk.material(paper)
        drafted = draft(
            desk.types[paper.type], material.view, templates, marking=material.marking, enclosures=material.enclosures
        )
        if drafted.document is None:
            raise SystemExit(f"{paper.name}: {drafted.problems}")
        yield drafted.document


def spread(papers: tuple[Any, ...]) -> list[Any]:
    """As many of each type as the whole has, in proportion."""
    kinds = sorted({paper.type for paper in papers})
    step = max(1, len(papers) // SAMPLE)
    return [paper for kind in kinds for paper in [each for each in papers if each.type == kind][::step]]


if __name__ == "__main__":
    main()
