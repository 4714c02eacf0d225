"""The whole walk of a release.

open ─ time, clearances, loose ends, freshness ─ scan ─┬─ refused: every reason, nothing leaves
                                                       └─ override into the record ─ hand over ─ manifest
"""

from __future__ import annotations

import datetime
import getpass
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from reporting.build.desk import Opened, opened
from reporting.build.fresh.once import OUTPUT
from reporting.build.output.lock import locked
from reporting.build.planning.plan import Paper
from reporting.build.planning.report import Order
from reporting.build.planning.selection import Selection
from reporting.build.shelf import Shelf
from reporting.problems import Problem, in_order
from reporting.records.levels import Level
from reporting.records.model.release import Override
from reporting.release.conditions.gate import (
    FIRM,
    Leaving,
    before_the_meeting,
    changed_by_what_is_above,
    loose_ends,
    not_cleared,
    not_drafted_again,
    not_ready,
    open_text,
    placeholders,
    tracked,
    under_embargo,
)
from reporting.release.conditions.kept_back import tells_of_topics
from reporting.release.conditions.one_string import one_string
from reporting.release.conditions.translations import draft_translations, unreviewed
from reporting.release.conditions.unfinished import unfinished
from reporting.release.handing import FOLDER as RELEASED
from reporting.release.handing import Handed, hand_over
from reporting.release.history import write_override
from reporting.release.scanner.allowed import purged
from reporting.release.scanner.findings import pasted, refusals
from reporting.release.scanner.folding import folded
from reporting.release.scanner.leaves import leaves
from reporting.release.scanner.needles import Named, Needles, named_markings, named_people
from reporting.release.scanner.scan import scan
from reporting.workspace import Folder


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be released."""

    round: str
    """DIALOGUE/ROUND."""
    audience: Level = Level.PUBLIC
    at: datetime.date | None = None
    """The moment that `--on` names, or the day alone."""
    otherwise: datetime.date | None = None
    """The day that counts as today where neither the moment nor the house names one."""
    reason: str = ""
    """Why refusals are passed over; empty where they are not."""
    by: str = ""
    """Who decided so."""


@dataclass(frozen=True, slots=True)
class Released:
    """What came of it."""

    folder: str
    """Where the set lies, from the workspace's root."""
    files: tuple[Handed, ...]
    """Empty where it was refused."""
    refused: tuple[Problem, ...]
    """Why nothing left; or, with a reason, what was passed over."""
    warnings: tuple[Problem, ...] = ()
    history: str = ""
    """The file that the reason was written to."""
    has_earlier: bool = False
    """Whether it was refused, and a set that was released before lies in the folder still."""

    @property
    def is_refused(self) -> bool:
        return not self.files


def release(workspace: Folder, asked: Asked, waiting: Callable[[], None] = lambda: None) -> Released:
    """Looks at the finished papers of a round, and puts them where they may be sent from; or says why not.

    Raises:
        Failed: the workspace or the round cannot be read.
        EnvironmentFailed: the set cannot be written; nothing has left.
        Unknown: there is no such round.
    """
    day = asked.at.date() if isinstance(asked.at, datetime.datetime) else asked.at
    selection = Selection(frozenset([asked.round]), audiences=frozenset([str(asked.audience)]))
    with locked(workspace.root / OUTPUT, waiting=waiting):
        desk = opened(workspace, Order(selection, day, asked.otherwise))
        series, _, round_ = asked.round.partition("/")
        meeting = desk.desk.register.series[series].meetings[round_]
        at = asked.at or desk.desk.on
        leaving = Leaving(desk, meeting, asked.audience, desk.papers, at)
        return _Walk(workspace, asked, leaving).released()


class _Walk:
    """One release."""

    def __init__(self, workspace: Folder, asked: Asked, leaving: Leaving) -> None:
        self.workspace = workspace
        self.asked = asked
        self.leaving = leaving
        self.desk: Opened = leaving.opened
        self.output = workspace.root / OUTPUT
        self.shelf = Shelf(self.output)
        self.folder = f"{asked.round}/{asked.audience}"
        self.warnings: list[Problem] = []

    def released(self) -> Released:
        """Refusals, or the set."""
        files = self._files()
        refused = in_order(self._refusals(files))
        firm = [each for each in refused if each.code in FIRM]
        if refused and (firm or not self.asked.reason):
            return self._result((), refused)
        history = self._noted(refused) if refused else ""
        dialogue, _, round_ = self.asked.round.partition("/")
        about = {"dialogue": dialogue, "round": round_, "audience": str(self.asked.audience)}
        return self._result(hand_over(self.output, self.folder, files, about), refused, history)

    def _result(self, files: tuple[Handed, ...], refused: tuple[Problem, ...], history: str = "") -> Released:
        has_earlier = not files and (self.output / RELEASED / self.folder).is_dir()
        return Released(
            f"{OUTPUT}/{RELEASED}/{self.folder}", files, refused, in_order(self.warnings), history, has_earlier
        )

    def _files(self) -> dict[str, bytes]:
        """The papers as they lie there, each read once: what is looked at is what leaves."""
        found = {}
        for paper in self.leaving.papers:
            for name in paper.formats:
                path = self.output / paper.path(name)
                if path.is_file() and not path.is_symlink():
                    found[path.name] = path.read_bytes()
        return found

    def _refusals(self, files: dict[str, bytes]) -> Iterator[Problem]:
        leaving = self.leaving
        if not leaving.papers:
            sentence = f"the round has no papers for {self.asked.audience} readers"
            yield Problem("L001", sentence, leaving.place(), "`reporting list` names the papers of each round")
            return
        yield from under_embargo(leaving)
        yield from not_cleared(leaving)
        yield from loose_ends(leaving)
        yield from tells_of_topics(leaving)
        yield from tracked(leaving, files)
        not_made = list(not_ready(leaving, self.shelf, files))
        yield from not_made
        stale = [f"{each.place.file}." for each in not_made if each.place]
        fresh = tuple(
            paper for paper in leaving.papers if not any(each.startswith(f"{OUTPUT}/{paper.name}.") for each in stale)
        )
        if fresh:
            yield from self._found(files, fresh)

    def _found(self, files: dict[str, bytes], fresh: tuple[Paper, ...]) -> Iterator[Problem]:
        """What the scanner finds in papers that are as they should be, and what a second draft tells of them."""
        leaving, level = self.leaving, self.asked.audience
        register = leaving.register
        without_above = purged(self.desk, fresh, level)
        yield from changed_by_what_is_above(leaving, self.shelf, without_above.documents)
        yield from not_drafted_again(leaving, without_above.failed)
        yield from open_text(leaving, without_above.documents)
        yield from draft_translations(replace(leaving, papers=fresh), self.shelf)
        self.warnings += unreviewed(replace(leaving, papers=fresh))
        yield from one_string(replace(leaving, papers=fresh), self.shelf)
        yield from placeholders(leaving, without_above.documents)
        yield from before_the_meeting(leaving, without_above.documents)
        yield from unfinished(replace(leaving, papers=fresh), without_above.documents)
        everything = leaves(register)
        secret = [leaf for leaf in everything if leaf.level > level]
        # What stands in registers and in dialogue.yaml was public long before; pasting happens in the round.
        own = [leaf for leaf in everything if leaf.place.file.startswith(f"{leaving.meeting.folder}/")]
        for each in pasted(secret, (leaf for leaf in own if leaf.level <= level)):
            if each.is_error:
                yield each
            else:
                self.warnings.append(each)
        named = [*named_markings(register, level), *self._people(without_above.words)]
        needles = Needles(secret, named, without_above.words)
        folder = f"{OUTPUT}/{fresh[0].folder}"
        names = {f"{paper.stem}.{name}" for paper in fresh for name in paper.formats}
        chosen = {name: data for name, data in files.items() if name in names}
        yield from refusals(scan(chosen, needles), folder, leaving.place())

    def _people(self, allowed: str) -> list[Named]:
        try:
            user = getpass.getuser()
        except (KeyError, OSError):  # a machine without names for its users
            user = ""
        return [each for each in named_people(user, socket.gethostname()) if folded(each.word) not in allowed]

    def _noted(self, refused: tuple[Problem, ...]) -> str:
        told = [f"{each.code} {each.place}" if each.place else each.code for each in refused]
        at = self.leaving.at
        override = Override.model_validate(
            {
                "moment": at.isoformat() if at else "unknown",
                "readers": str(self.asked.audience),
                "reason": self.asked.reason,
                "by": self.asked.by,
                "refused": list(dict.fromkeys(told)),
            }
        )
        return write_override(self.workspace.root, self.leaving.meeting.folder, override)
