"""Papers drafted and not written, for whoever has to know what they say. Their templates run in fenced workers, as in a build."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

from reporting.build.making.house import wording_of
from reporting.build.making.jobs import Job, lane_of, placed
from reporting.build.making.worker import document_of, prepare
from reporting.build.workers.run import executor_of
from reporting.drafting.draft import Drafted
from reporting.drafting.templates import Templates
from reporting.problems import EnvironmentFailed, Failed


def drafts_of(jobs: Sequence[Job], templates: Templates, *, count: int = 1) -> list[Drafted]:
    """What the paper of each job says, in their order; without a document where it cannot be drafted, with the reason.

    Args:
        jobs: the papers.
        templates: those that they are drafted with.
        count: how many are drafted at once.

    Raises:
        EnvironmentFailed: no worker can be started.
    """
    with executor_of(count, prepare, wording_of(templates), None, lane=lane_of, layout=False) as executor:
        under_way = [executor.submit(document_of, job) for job in jobs]
        return [drafted(job, future) for job, future in zip(jobs, under_way, strict=True)]


def drafted(job: Job, future: Future[Any]) -> Drafted:
    """What came of drafting one paper; a limit that it met is a problem of its own.

    Raises:
        EnvironmentFailed: its worker could not be started.
    """
    try:
        found: Drafted = future.result()
    except EnvironmentFailed:
        raise
    except Failed as failed:
        return Drafted(None, problems=placed(failed.problems, job.name))
    return found
