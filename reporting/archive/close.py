"""Closing a round, told once: build what is stale, gather, pack, put there, note in the catalogue.

build ─ open ─ contents (papers, views, templates) ─ is it new? ─ package ─ archive ─ line
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from reporting.archive.corrections import languages_of, notice_text, notices_of
from reporting.archive.holdings.store import FOLDER, Archive, opened
from reporting.archive.layouts.table import LAYOUTS, package_of
from reporting.archive.package.about import About
from reporting.archive.package.contents import Contents, contents_of
from reporting.build.desk import Opened
from reporting.build.desk import opened as desk_of
from reporting.build.planning.report import Order, Status, Teller
from reporting.build.planning.selection import Selection
from reporting.build.walk import build
from reporting.drafting.templates import Templates, templates_of
from reporting.problems import Failed, Place, Problem
from reporting.records.levels import Level
from reporting.workspace import Folder


@dataclass(frozen=True, slots=True)
class Closing:
    """What is to be closed."""

    round: str
    """`dialogue/round`."""
    audiences: frozenset[str] = frozenset()
    """Whose papers; empty for all that there are papers for."""
    layout: str = "bagit"
    to: Path | None = None
    """The archive, where it is not in the workspace."""
    on: date | None = None
    otherwise: date | None = None
    corrects: bool = False
    """Make a new version of what was closed and says something else now."""
    jobs: int = 1

    @property
    def order(self) -> Order:
        """What has to be built before: all papers of the round for these readers. Nothing is removed for it."""
        selection = Selection(rounds=frozenset([self.round]), audiences=self.audiences)
        return Order(selection, self.on, self.otherwise, self.jobs, prune=False)


class State(StrEnum):
    """What became of a package."""

    CLOSED = "closed"
    ADOPTED = "adopted"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Closed:
    """One package after the run."""

    state: State
    path: str
    """In the archive."""
    papers: int = 0
    files: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run."""

    root: Path
    packages: tuple[Closed, ...]
    head: str
    """SHA-256 of the catalogue's last line."""


def close(workspace: Folder, closing: Closing, teller: Teller) -> Report:
    """Closes a round: a package for each audience that has papers of it.

    Raises:
        Failed: the round cannot be closed [A001, A002], a paper cannot be made, or what was closed says something else
            now [A003, A004, A008]; of an audience of which that is so, nothing is written.
        EnvironmentFailed: the archive cannot be written.
        Unknown: there is no such round.
    """
    desk = _built(workspace, closing, teller)
    audiences = sorted({paper.audience for paper in desk.papers})
    if not audiences:
        raise Failed(_no_papers(closing))
    with opened(_root(workspace, closing), adopts=True) as archive:
        packages = [Closed(State.ADOPTED, path) for path in archive.adopted]
        # Everything is gathered before the first package is put there: a round is closed for all or for none.
        ready = list(_ready(desk, audiences, closing, archive))
        packages += [_put(archive, each) for each in ready]
        return Report(archive.root, tuple(packages), archive.catalogue.head)


def _root(workspace: Folder, closing: Closing) -> Path:
    return closing.to or workspace.root / FOLDER


def _built(workspace: Folder, closing: Closing, teller: Teller) -> Opened:
    desk = desk_of(workspace, closing.order)
    dialogue, _, name = closing.round.partition("/")
    record = desk.desk.register.series[dialogue].meetings[name].round
    if record.state == "planned":
        hint = "set `state: held` when it has been, or leave it open"
        raise Failed(Problem("A001", "a round that is only planned cannot be closed", Place(closing.round), hint))
    report = build(workspace, closing.order, teller)
    failed = [each for each in report.outcomes if each.status is Status.FAILED]
    if failed:
        # What papers wait for is told once, of the build; the rest is told of each paper.
        causes = [each for each in report.problems if each.is_error]
        causes += [problem for each in failed for problem in each.problems]
        raise Failed([Problem("A002", "the round is not closed, since papers of it cannot be made"), *causes])
    return desk_of(workspace, closing.order)


def _ready(
    desk: Opened, audiences: list[Level], closing: Closing, archive: Archive
) -> Iterator[tuple[str, Contents] | Closed]:
    templates = templates_of(desk.workspace).value
    for audience in audiences:
        contents = contents_of(desk, str(audience), layout=closing.layout, on=closing.on, jobs=closing.jobs)
        latest = archive.latest(contents.about.series, closing.layout)
        if latest is None:
            yield LAYOUTS[closing.layout].path(contents.about), contents
        elif not contents.about.differing(latest[1]):
            yield Closed(State.UNCHANGED, latest[0], len(latest[1].papers))
        else:
            corrected = _corrected(desk, contents, latest, closing, templates)
            yield LAYOUTS[closing.layout].path(corrected.about), corrected


def _corrected(
    desk: Opened, contents: Contents, latest: tuple[str, About], closing: Closing, templates: Templates
) -> Contents:
    path, before = latest
    audience = Level.named(before.audience)
    differing = ", ".join(contents.about.differing(before))
    if not closing.corrects:
        hint = "if that is meant, write under `corrections:` of the round what was wrong, and add --correction"
        raise Failed(
            Problem("A003", f"was closed, and these papers say something else now: {differing}", Place(path), hint)
        )
    papers = contents.about.languages
    notices = notices_of(desk.desk.found(desk.papers[0])[1], audience, languages_of(templates, papers), papers)
    new = {
        language: tuple(each for each in told if each.id not in before.corrections)
        for language, told in notices.items()
    }
    told = next(iter(new.values()), ())
    if not told:
        hint = f"write one under `corrections:` of the round; if it stands there, {audience} readers may not see it"
        raise Failed(
            Problem("A004", f"no correction tells {audience} readers why {differing} changed", Place(path), hint)
        )
    about = replace(
        contents.about,
        version=before.version + 1,
        closed=closing.on.isoformat() if closing.on else max(each.day for each in told),
        replaces=path,
        corrections=(*before.corrections, *(each.id for each in told)),
        notices=new,
    )
    texts = {f"corrigendum/corrigendum.{tag}.txt": notice_text(about, tag, templates).encode() for tag in new}
    return Contents(about, {**contents.files, **texts}, {**contents.filing, "closed": about.closed})


def _put(archive: Archive, ready: tuple[str, Contents] | Closed) -> Closed:
    if isinstance(ready, Closed):
        return ready
    path, contents = ready
    files = package_of(contents)
    archive.put(path, files, contents.about)
    return Closed(State.CLOSED, path, len(contents.about.papers), len(files), sum(map(len, files.values())))


def _no_papers(closing: Closing) -> Problem:
    whom = f" for {' or '.join(sorted(closing.audiences))} readers" if closing.audiences else ""
    hint = f"`reporting list {closing.round}` says which there are, and why not others"
    return Problem("A002", f"there are no papers{whom} to close", Place(closing.round), hint)
