"""Making the papers of a package again, from its own views and templates, and comparing them with what was archived.

With the same program, libraries and fonts the bytes must be equal. With others the words must be: those of the
document from which all formats are written, and those of each format.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from reporting.archive.checking.words import Unreadable, words_of
from reporting.archive.package.about import FILE as ABOUT
from reporting.archive.package.about import About, ArchivedPaper, about_from_json
from reporting.archive.package.letterheads import has_letterhead
from reporting.archive.package.madewith import FILE as MADE_WITH
from reporting.archive.package.madewith import font_hashes, ways
from reporting.archive.package.redraft import Redrafting
from reporting.build.caches import cache_folder
from reporting.build.making.drafts import drafted
from reporting.build.making.house import dress_of, wording_of
from reporting.build.making.jobs import Job, lane_of
from reporting.build.making.worker import document_of, make, prepare
from reporting.build.workers.run import executor_of
from reporting.problems import EnvironmentFailed, Failed, Place, Problem

NEEDS = {"pdf": ("pdf",), "docx": ("docx", "pdf"), "html": ("html",), "txt": ("txt",)}
"""For each format those whose makers decide over its bytes: Word takes the pages of its contents from the PDF."""


@dataclass
class Rebuilt:
    """What came of making a package's papers again."""

    same_bytes: int = 0
    """Files that are equal byte for byte."""
    same_words: int = 0
    """Files made with other versions that say the same."""
    problems: list[Problem] = field(default_factory=list)


def rebuild(files: Mapping[str, bytes], *, jobs: int = 1) -> Rebuilt:
    """Makes all papers of a package again.

    Args:
        files: its payload, by path.
        jobs: papers made at once.

    Raises:
        EnvironmentFailed: this machine lacks what papers are made with.
    """
    rebuilt = Rebuilt()
    try:
        about = about_from_json(files[ABOUT])
        redrafting, same = Redrafting(files), _same_ways(files)
        work = [(paper, redrafting.job(paper.name, paper.identifier, paper.formats)) for paper in about.papers]
        dress = dress_of(redrafting.workspace, str(cache_folder()))
        rebuilt.problems += _unmade(files, about)
    except EnvironmentFailed:
        raise
    except (Failed, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        reason = "; ".join(each.sentence for each in error.problems) if isinstance(error, Failed) else ""
        rebuilt.problems.append(Problem("A031", f"its papers cannot be made again{reason and ': '}{reason}"))
        return rebuilt
    initial = (prepare, wording_of(redrafting.templates), dress)
    layout = any({"pdf", "docx"} & set(paper.formats) for paper in about.papers)
    with executor_of(jobs, *initial, lane=lane_of, may_read=[dress.cache], layout=layout) as executor:
        drafts = [(paper, job, executor.submit(document_of, job)) for paper, job in work]
        sound = [(paper, job) for paper, job, future in drafts if _says_the_same(files, job, future, same, rebuilt)]
        for paper, future in [(paper, executor.submit(make, job)) for paper, job in sound]:
            _take(files, paper, future.result, same - _unknown(files, paper), rebuilt)
    return rebuilt


def _says_the_same(
    files: Mapping[str, bytes], job: Job, future: Future[Any], same: frozenset[str], rebuilt: Rebuilt
) -> bool:
    """Compares the document of a paper with the one that was archived; gives whether there is one to be written."""
    found = drafted(job, future)
    if found.document is None:
        rebuilt.problems += _not_made(job.name, found.problems)
        return False
    path = f"source/documents/{job.name}.html"
    now = found.document.html.encode()
    rebuilt.problems += _differences(path, files.get(path, b""), now, "html", is_same="drafting" in same)
    return True


def _not_made(name: str, problems: Iterable[Problem]) -> Iterator[Problem]:
    for each in problems:
        if each.is_error:
            yield Problem("A031", f"cannot be made again: {each.sentence}", Place(name))


def _unknown(files: Mapping[str, bytes], paper: ArchivedPaper) -> frozenset[str]:
    """Formats that were made with something that is not in the package."""
    return frozenset({"docx"} if has_letterhead(paper.type, files) else ())


def _same_ways(files: Mapping[str, bytes]) -> frozenset[str]:
    """What this machine would do just as the one that made the package did: `drafting`, and formats."""
    then, now = json.loads(files[MADE_WITH]), ways()
    redrafting = Redrafting(files)
    fonts = font_hashes(dress_of(redrafting.workspace, str(cache_folder())).theme) == then["fonts"]
    same = {name for name, way in now["formats"].items() if then["formats"].get(name) == way and fonts}
    if then["drafting"] != now["drafting"]:
        return frozenset()
    return frozenset({"drafting", *(name for name in same if set(NEEDS[name]) <= same)})


def _unmade(files: Mapping[str, bytes], about: About) -> Iterator[Problem]:
    """Files among the papers that the package does not tell of, so that nothing can be said of them."""
    known = {f"papers/{paper.name}.{name}" for paper in about.papers for name in paper.formats}
    for path in sorted(files):
        if path.startswith("papers/") and path not in known:
            yield Problem("A030", f"is none of the papers that {ABOUT} tells of", Place(path))


def _take(
    files: Mapping[str, bytes],
    paper: ArchivedPaper,
    result: Callable[[], Any],
    same: frozenset[str],
    rebuilt: Rebuilt,
) -> None:
    try:
        made = result()
    except EnvironmentFailed:
        raise
    except Failed as failed:
        rebuilt.problems += _not_made(paper.name, failed.problems)
        return
    for name in paper.formats:
        path = f"papers/{paper.name}.{name}"
        if name not in made.contents:
            rebuilt.problems.append(Problem("A031", "cannot be made again", Place(path)))
            continue
        found = list(_differences(path, files.get(path, b""), made.contents[name], name, is_same=name in same))
        rebuilt.problems += found
        if not found and name in same:
            rebuilt.same_bytes += 1
        elif not found:
            rebuilt.same_words += 1


def _differences(path: str, then: bytes, now: bytes, kind: str, *, is_same: bool) -> Iterator[Problem]:
    if then == now:
        return
    if is_same:
        at = next(
            (n for n, pair in enumerate(zip(then, now, strict=False)) if pair[0] != pair[1]), min(len(then), len(now))
        )
        sizes = f"{len(then):,} bytes then, {len(now):,} now"
        yield Problem(
            "A030", f"made again with the same versions it differs from byte {at:,} on ({sizes})", Place(path)
        )
        return
    try:
        before, after = words_of(then, kind), words_of(now, kind)
    except Unreadable as unreadable:
        yield Problem("A030", f"made again it cannot be compared: {unreadable}", Place(path))
        return
    if before != after:
        at = next(
            (n for n, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]),
            min(len(before), len(after)),
        )
        counts = f"{len(before):,} words then, {len(after):,} now"
        yield Problem("A030", f"made again it says something else from word {at + 1:,} on ({counts})", Place(path))
