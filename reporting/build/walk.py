"""The whole walk: load, check, plan, view, draft, write.

records ─ load ─ check ─ plan ─┬─ material (view) ─ job ─ worker: draft, write ─┬─ files, state ─ prune ─ index
                               └─ fresh papers are left alone ──────────────────┘
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import ExitStack
from dataclasses import dataclass, replace

from reporting.build.caches import cache_folder
from reporting.build.copies import copies_of
from reporting.build.desk import Opened, opened
from reporting.build.fresh.once import OUTPUT, all_fresh
from reporting.build.fresh.stale import why_copies, why_stale
from reporting.build.making.house import dress_of, wording_of
from reporting.build.making.jobs import Job, Result, drafting_job, lane_of, placed
from reporting.build.making.material import Material
from reporting.build.making.worker import make, prepare
from reporting.build.output.lock import locked
from reporting.build.planning.plan import Paper
from reporting.build.planning.report import Order, Outcome, Report, Status, Teller, Unknown
from reporting.build.prune import prune
from reporting.build.shelf import Shelf
from reporting.build.waiting import reason_of_waiting, told_by_cause, waiting
from reporting.build.workers.run import each_done, executor_of
from reporting.drafting.templates import templates_of
from reporting.problems import EnvironmentFailed, Failed, Problem, in_order
from reporting.workspace import Folder

WINDOW = 4
"""Jobs under way for each worker: enough that none waits, few enough that memory stays flat."""


def build(workspace: Folder, order: Order, teller: Teller) -> Report:
    """Makes every stale paper of the order, and tells how it goes.

    Raises:
        Failed: the workspace has no house, or its house or theme is in error; nothing is made then.
        EnvironmentFailed: the machine lacks something, or the output cannot be written; what was made before is whole.
        Unknown: the order names a dialogue, round or type that is not there.
    """
    report = all_fresh(workspace, order)
    if report:
        return report
    if order.is_dry:
        return _Walk(workspace, order, teller).rehearsed()
    with locked(workspace.root / OUTPUT, waiting=teller.wait) as has_waited:
        # Whoever held the lock may have made everything meanwhile.
        report = all_fresh(workspace, order) if has_waited else None
        return report or _Walk(workspace, order, teller).made()


class _Walk:
    """One build."""

    def __init__(self, workspace: Folder, order: Order, teller: Teller) -> None:
        self.workspace = workspace
        self.order = order
        self.teller = teller
        self.root = workspace.root / OUTPUT
        self.report = Report()
        self._waiting: dict[tuple[str, ...], list[str]] = {}
        """Papers by the files in error that they wait for."""

    def made(self) -> Report:
        """The build itself."""
        with ExitStack() as stack:
            # Workers load their libraries while records are read; they are given no record to start with.
            executor = stack.enter_context(self._executor())
            shelf = Shelf(self.root)
            stack.callback(shelf.save)
            desk = self._desk()
            self._make(executor, desk, shelf)
            if self.order.prune:
                failed = {each.name for each in self.report.outcomes if each.status is Status.FAILED}
                for outcome in prune(shelf, desk.everything, desk.broken, self.order.selection, failed):
                    self._tell(outcome)
            self._tell_of_waiting(desk, shelf)
        desk.remember(shelf)
        return self.report

    def rehearsed(self) -> Report:
        """The plan with reasons; nothing is written."""
        shelf = Shelf(self.root)
        desk = self._desk()
        for paper in desk.papers:
            reason = self._reason(desk, shelf, paper, _Once(desk, paper))
            status = Status.STALE if reason else Status.FRESH
            self._tell(Outcome(paper.name, status, reason, paper.formats if reason else ()))
        self._tell_of_waiting(desk, shelf)
        return self.report

    def _tell_of_waiting(self, desk: Opened, shelf: Shelf) -> None:
        """Tells of papers whose round cannot be read, and once of each file that papers wait for."""
        for each in waiting(shelf.states, desk.everything, desk.broken, self.order.selection):
            self._tell(self._waits(each.name, each.dialogue, each.round, each.files))
        self.report.problems = in_order([*self.report.problems, *told_by_cause(self._waiting)])

    def _waits(self, name: str, dialogue: str, round_: str, files: tuple[str, ...]) -> Outcome:
        self._waiting.setdefault(files, []).append(f"{OUTPUT}/{name}")
        return Outcome(name, Status.FAILED, reason_of_waiting(files, dialogue, round_))

    def _executor(self) -> Executor:
        templates = templates_of(self.workspace).value
        cache = str(cache_folder())
        dress = dress_of(self.workspace, cache)
        formats = self.order.selection.formats
        layout = not formats or not formats.isdisjoint({"pdf", "docx"})
        given = (prepare, wording_of(templates), dress)
        return executor_of(self.order.jobs, *given, lane=lane_of, may_read=[cache], layout=layout)

    def _desk(self) -> Opened:
        desk = opened(self.workspace, self.order)
        if self.order.copies and not any(copies_of(paper, self.order.copies) for paper in desk.papers):
            hint = "name one, such as --type briefing-pack"
            raise Unknown(
                Problem("B011", "numbered copies are for restricted papers in PDF, and the order has none", hint=hint)
            )
        self.report.problems = desk.problems
        self.teller.begin(len(desk.papers))
        return desk

    def _make(self, executor: Executor, desk: Opened, shelf: Shelf) -> None:
        rounds = _Rounds(desk.papers, shelf.settle, self._tell)
        jobs = self._jobs(desk, shelf, rounds)
        for begun, future in each_done(executor, make, jobs, WINDOW * max(1, self.order.jobs)):
            rounds.done(begun.paper, self._outcome(desk, shelf, begun, future))

    def _jobs(self, desk: Opened, shelf: Shelf, rounds: _Rounds) -> Iterator[tuple[_Begun, Job]]:
        """A job for each stale paper that nothing hinders; the others are told of here."""
        for paper in desk.in_working_order():
            once = _Once(desk, paper)
            try:
                hindered = self._hindered(desk, paper, once)
                reason = "" if hindered else self._reason(desk, shelf, paper, once)
                if hindered:
                    rounds.done(paper, hindered)
                elif not reason:
                    warnings = desk.placed(paper, shelf.warnings(paper))
                    shelf.is_fresh.add(paper.name)
                    rounds.done(paper, Outcome(paper.name, Status.FRESH, problems=warnings))
                else:
                    yield _Begun(paper, once(), reason), self._job(desk, shelf, paper, once())
            except EnvironmentFailed:
                raise
            except Failed as failed:
                rounds.done(paper, Outcome(paper.name, Status.FAILED, problems=failed.problems))

    def _reason(self, desk: Opened, shelf: Shelf, paper: Paper, once: _Once) -> str:
        made = shelf.made(paper)
        is_known = desk.is_known_fresh(paper, made)
        reason = why_stale(desk.inputs, paper, made, once, is_known=is_known, force=self.order.force)
        return reason or why_copies(desk.inputs, paper, made, copies_of(paper, self.order.copies))

    def _hindered(self, desk: Opened, paper: Paper, once: _Once) -> Outcome | None:
        if not desk.broken:
            return None
        files = desk.hindrances(paper, once().files)
        return self._waits(paper.name, paper.dialogue, paper.round, files) if files else None

    def _job(self, desk: Opened, shelf: Shelf, paper: Paper, material: Material) -> Job:
        made = shelf.made(paper)
        keep = {} if self.order.force or made is None else shelf.intact(desk.inputs, paper, made)
        return replace(
            drafting_job(paper.name, desk.types[paper.type], material, paper.identifier),
            formats=paper.formats,
            looks=desk.inputs.looks,
            intact=keep,
            office=desk.inputs.offices.of(paper.type),
            copies=copies_of(paper, self.order.copies),
            twins=desk.desk.twins(paper),
        )

    def _outcome(self, desk: Opened, shelf: Shelf, begun: _Begun, future: Future[Result]) -> Outcome:
        paper, reason = begun.paper, begun.reason
        try:
            result = future.result()
        except EnvironmentFailed:
            raise
        except Failed as failed:
            return Outcome(paper.name, Status.FAILED, reason, problems=placed(failed.problems, paper.name))
        if not result.is_sound:
            problems = desk.placed(paper, result.found())
            return Outcome(paper.name, Status.FAILED, reason, seconds=result.seconds, problems=problems)
        moved = shelf.put(desk.inputs, paper, begun.material.files, result)
        status = Status.MADE if result.contents else Status.FRESH
        problems = (*desk.placed(paper, shelf.warnings(paper)), *moved)
        formats = tuple(result.contents)
        return Outcome(paper.name, status, reason, formats, shelf.pages(paper), result.seconds, problems)

    def _tell(self, outcome: Outcome) -> None:
        self.report.outcomes.append(outcome)
        self.teller.tell(outcome)


class _Rounds:
    """Keeps what came of the papers of a round until the last of them is done: then its set is put in its place."""

    def __init__(self, papers: Iterable[Paper], settle: Callable[[str], None], tell: Callable[[Outcome], None]) -> None:
        self._left = Counter(paper.folder for paper in papers)
        self._settle, self._tell = settle, tell
        self._told: dict[str, list[Outcome]] = {}

    def done(self, paper: Paper, outcome: Outcome) -> None:
        """Takes note of one paper; nobody is told that it was made before it lies there."""
        self._left[paper.folder] -= 1
        self._told.setdefault(paper.folder, []).append(outcome)
        if not self._left[paper.folder]:
            self._settle(paper.folder)
            for each in self._told.pop(paper.folder):
                self._tell(each)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A paper under way."""

    paper: Paper
    material: Material
    reason: str


class _Once:
    """The material of a paper, made when it is first asked for."""

    def __init__(self, desk: Opened, paper: Paper) -> None:
        self._desk, self._paper = desk, paper
        self._made: Material | None = None

    def __call__(self) -> Material:
        if self._made is None:
            self._made = self._desk.material(self._paper)
        return self._made
