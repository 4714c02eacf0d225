"""Every paper of a workspace drafted and none written: what a build would find wrong, before there is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reporting.build.desk import Opened, opened
from reporting.build.making.drafts import drafts_of
from reporting.build.making.jobs import Job, drafting_job
from reporting.build.planning.plan import Paper
from reporting.build.planning.report import Order
from reporting.drafting.templates import templates_of
from reporting.problems import EnvironmentFailed, Failed, Problem, merged
from reporting.workspace import Folder


def tried(workspace: Folder, order: Order) -> tuple[Problem, ...]:
    """What drafting finds wrong with the papers of an order, each thing once, at the line that has to be mended.

    A paper that waits for a file in error is not drafted: what is wrong with the file is told already.

    Raises:
        Failed: the workspace has no house, or it is in error.
        EnvironmentFailed: no worker can be started.
    """
    desk = opened(workspace, order)
    problems: list[Problem] = []
    jobs = list(_jobs(desk, problems))
    drafts = drafts_of([job for _, job in jobs], templates_of(workspace).value, count=order.jobs)
    for (paper, _), draft in zip(jobs, drafts, strict=True):
        problems += desk.placed(paper, draft.problems)
    return merged(problems)


def _jobs(desk: Opened, problems: list[Problem]) -> Iterator[tuple[Paper, Job]]:
    """The draft of each paper that waits for nothing; what keeps one from being put together is a problem."""
    for paper in desk.in_working_order():
        try:
            material = desk.material(paper)
            if not desk.hindrances(paper, material.files):
                job = drafting_job(paper.name, desk.types[paper.type], material, paper.identifier)
                yield paper, replace(job, twins=desk.desk.twins(paper))
        except EnvironmentFailed:
            raise
        except Failed as failed:
            problems += failed.problems
