"""Everything opened for a build: register, findings, types, plan, and what changed since the last time."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from reporting.build.copies import format_of
from reporting.build.formats import drafting_version
from reporting.build.fresh.index import Index, Known, load_index, save_index
from reporting.build.fresh.inputs import changed, disk_time, hash_of, look, settled
from reporting.build.fresh.once import OUTPUT, setting_of
from reporting.build.fresh.stale import Inputs, looks_of
from reporting.build.making.material import Desk, Material
from reporting.build.making.office import offices_of
from reporting.build.making.theme import theme_of
from reporting.build.output.files import Written
from reporting.build.output.folders import told
from reporting.build.output.packing import packed, unpacked
from reporting.build.output.state import Made
from reporting.build.places import at_record
from reporting.build.planning.plan import Paper, Plan, chosen_from, plan
from reporting.build.planning.refusals import refuse_languages, refuse_unknown, refuse_unreadable, refuse_voices
from reporting.build.planning.report import Order
from reporting.build.shelf import Shelf
from reporting.checks.all import check_register
from reporting.drafting.listing import printing_of
from reporting.drafting.typefiles import types_of
from reporting.drafting.types import DocumentType
from reporting.problems import Problem, in_order
from reporting.records.load import load_register
from reporting.workspace import Folder


@dataclass(frozen=True, slots=True)
class Opened:
    """A workspace with all its records read and its papers planned."""

    workspace: Folder
    order: Order
    desk: Desk
    inputs: Inputs
    index: Index
    whole: Plan
    """All papers of the workspace."""
    chosen: Plan
    """Those of the order."""
    problems: tuple[Problem, ...]
    """What was found in records and templates."""
    broken: frozenset[str]
    """Files with errors."""
    known_fresh: Mapping[str, Known]
    """Papers that the last build which came to its end left as they should be, by name."""
    templates: tuple[str, tuple[Problem, ...]]
    """The hash of all templates, and what was found in them."""

    @property
    def types(self) -> Mapping[str, DocumentType]:
        return self.desk.types

    @property
    def papers(self) -> tuple[Paper, ...]:
        return self.chosen.papers

    @property
    def everything(self) -> tuple[Paper, ...]:
        return self.whole.papers

    def material(self, paper: Paper) -> Material:
        return self.desk.material(paper)

    def placed(self, paper: Paper, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Problems of a paper at the lines of the record that have to be mended."""
        return at_record(problems, self.desk, paper)

    def hindrances(self, paper: Paper, files: tuple[str, ...]) -> tuple[str, ...]:
        """Files with errors that keep a paper from being made, templates included."""
        kinds = [
            self.types[paper.type],
            *(self.types.get(each.type) for each in self.types[paper.type].encloses.values()),
        ]
        templates = {
            file for kind in kinds if kind for file in self.broken if file.startswith(f"templates/{kind.name}/")
        }
        templates |= {file for file in self.broken if file.startswith(("templates/house/", "templates/words/"))}
        return tuple(sorted({*self.desk.hindrances(paper, self.broken, files), *templates}))

    def in_working_order(self) -> list[Paper]:
        """The papers in the order of work.

        Audience by audience, since a worker serves one at a time; round by round, since their papers are put in their
        place together; long papers first, since they take longest.
        """

        def order(paper: Paper) -> tuple[object, ...]:
            return -paper.audience, paper.dialogue, paper.round, -(self.types[paper.type].pages or 999), paper

        return sorted(self.papers, key=order)

    def is_known_fresh(self, paper: Paper, made: Made | None) -> bool:
        """Whether the last build that ended left a paper fresh, and no killed one has put another in its place since."""
        known = self.known_fresh.get(paper.name)
        return (
            known is not None
            and made is not None
            and all(
                known.outputs.get(name) == made.outputs[name].file for name in paper.formats if name in made.outputs
            )
        )

    def remember(self, shelf: Shelf) -> None:
        """Keeps what this build saw for the next one."""
        with told(OUTPUT):
            now = disk_time(self.workspace.root / OUTPUT)
        files = {path: each for path, each in self.inputs.files.items() if self._was_read(path, each)}
        chosen = frozenset(paper.name for paper in self.papers)
        known = tuple(self._known(paper, shelf, chosen) for paper in self.everything)
        has_errors = any(problem.is_error for problem in self.problems)
        index = Index(
            setting_of(self.order),
            settled(files, now),
            known,
            tuple(packed(self.problems)),
            has_errors,
            self._has_leftovers(shelf),
            (self.templates[0], tuple(packed(self.templates[1]))),
        )
        save_index(self.workspace.root, index)

    def _has_leftovers(self, shelf: Shelf) -> bool:
        planned = {(paper.audience, paper.key): paper.formats for paper in self.everything}
        return any(
            not set(map(format_of, made.outputs)) <= set(planned.get((state.audience, key), ()))
            for state in shelf.states
            for key, made in state.papers.items()
        )

    def _was_read(self, path: str, file: Written) -> bool:
        """Whether what was read later is what was seen at first; if not, the next build has to look again."""
        return self.workspace.read_hashes.get(path, file.sha256) == file.sha256

    def _known(self, paper: Paper, shelf: Shelf, chosen: frozenset[str]) -> Known:
        made = shelf.made(paper)
        is_fresh = made is not None and (paper.name in shelf.is_fresh or self._is_untouched(paper, shelf, chosen))
        expected = self.inputs.expected(paper, made) if made else {}
        outputs = made.outputs if made else {}
        return Known(
            paper.dialogue,
            paper.round,
            paper.type,
            paper.language,
            str(paper.audience),
            paper.formats,
            is_fresh,
            {name: each.file for name, each in outputs.items() if each.made_of == expected.get(name)},
            tuple(packed(self.placed(paper, made.warnings()))) if made else (),
            paper.voice,
        )

    def _is_untouched(self, paper: Paper, shelf: Shelf, chosen: frozenset[str]) -> bool:
        """Whether a paper that this build did not look at is still as the last one left it."""
        made = shelf.made(paper)
        return (
            self.is_known_fresh(paper, made)
            and paper.name not in chosen
            and made is not None
            and not self.inputs.touches(paper, made)
            and self.inputs.drafted_with(paper, made.templates) == made.drafted_with
        )


def opened(workspace: Folder, order: Order) -> Opened:
    """Reads, checks and plans.

    Raises:
        Failed: the workspace has no house, or it is in error; carries all findings. Or the order names a round whose
            record cannot be read; carries its findings.
        Unknown: the order names what is not there.
    """
    index = load_index(workspace.root)
    files = look(workspace, index.files)
    loaded = load_register(workspace)
    register = loaded.value
    day = order.on or register.house.as_of or order.otherwise
    types = types_of(workspace)
    templates = _templates(workspace, files, index)
    offices = offices_of(workspace, register, types.value, theme_of(workspace))
    found = (
        *loaded.problems,
        *check_register(register, day, printing=printing_of(types.value)),
        *types.problems,
        *templates[1],
        *offices.problems,
    )
    problems = in_order(found)
    whole = plan(register, types.value)
    refuse_unreadable(order.selection, register, problems)
    refuse_unknown(order.selection, register, types.value)
    chosen = chosen_from(whole, order.selection)
    if not register.broken:
        refuse_voices(order.selection, whole, chosen)
        refuse_languages(order.selection, whole, chosen)
    is_same_setting = index.setting == setting_of(order)
    return Opened(
        workspace,
        order,
        Desk(register, types.value, day),
        Inputs(workspace.root / OUTPUT, files, changed(index.files, files), looks_of(files), types.value, offices),
        index,
        whole,
        chosen,
        problems,
        register.broken | {each.place.file for each in problems if each.is_error and each.place},
        {each.name: each for each in index.papers if each.is_fresh and is_same_setting},
        templates,
    )


def _templates(workspace: Folder, files: Mapping[str, Written], index: Index) -> tuple[str, tuple[Problem, ...]]:
    """What is wrong with the templates; looked for again only when one of them has changed."""
    now = hash_of_templates(files)
    if index.templates[0] == now:
        return now, unpacked(index.templates[1])
    from reporting.drafting.lint.check import check_templates

    return now, tuple(check_templates(workspace))


def hash_of_templates(files: Mapping[str, Written]) -> str:
    """One hash over all templates, labels and types, and over the code that looks at them."""
    paths = [path for path in files if path.startswith("templates/")]
    return hashlib.sha256(f"{drafting_version()} {hash_of(files, paths)}".encode()).hexdigest()
