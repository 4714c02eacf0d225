"""Workers: one audience each, held by limits, replaced when they fail; nothing of one paper reaches another."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator

import pytest

from reporting.build.workers import warm
from reporting.build.workers.limits import Limits
from reporting.build.workers.run import Here, Workers, each_done
from reporting.problems import EnvironmentFailed, Failed, Problem

PART = Problem("B021", "was not drafted in time")


def ready(*, layout: bool = False) -> None:
    """A warm parent that needs nothing."""


def not_ready() -> None:
    raise EnvironmentFailed(Problem("W001", "Pango is not installed"))


def who(_: str = "") -> int:
    return os.getpid()


def fail(_: str = "") -> None:
    raise ValueError("a secret of the record")


def refuse(_: str = "") -> None:
    raise Failed(Problem("T010", "this cannot be worked out"))


def lack(_: str = "") -> None:
    raise EnvironmentFailed(Problem("W001", "Pango is not installed"))


def die(_: str = "") -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def stall(_: str = "") -> None:
    time.sleep(60)


def swallow(_: str = "") -> int:
    return len(bytearray(8 << 30))


def spin(_: str = "") -> None:
    while True:
        pass


def holds_matter_of(_: str) -> str:
    seen = os.environ.get("SEEN", "")
    os.environ["SEEN"] = seen + _
    return os.environ["SEEN"]


@pytest.fixture
def workers() -> Iterator[Workers]:
    with Workers(1, ready, limits=Limits(cpu=1, grace=1, wall=60)) as made:
        yield made


def test_a_worker_is_kept_from_job_to_job(workers: Workers) -> None:
    first, second = (workers.submit(who, "").result() for _ in range(2))
    assert first == second != os.getpid()


def test_a_worker_never_serves_two_audiences() -> None:
    with Workers(1, ready, lane=lambda audience: audience) as workers:
        seen = [
            workers.submit(holds_matter_of, audience).result() for audience in ("restricted", "restricted", "public")
        ]
    assert seen == ["restricted", "restrictedrestricted", "public"]


@pytest.mark.parametrize(
    ("work", "code"), [(fail, "B023"), (refuse, "T010"), (die, "B024"), (swallow, "B022"), (spin, "B021")]
)
def test_a_job_that_goes_wrong_is_a_problem_and_the_next_one_is_done(workers: Workers, work: object, code: str) -> None:
    with pytest.raises(Failed) as failed:
        workers.submit(work, "").result()  # type: ignore[arg-type]
    assert [problem.code for problem in failed.value.problems] == [code]
    assert "secret" not in str(failed.value)
    assert workers.submit(who, "").result() > 0


def spin_within(seconds: float) -> float:
    with warm.within(seconds, PART):
        spin()
    return 0.0


def left_after(seconds: float) -> float:
    """What a job has left of a second after a part of it that took half of its own."""
    with warm.within(seconds, PART):
        until = time.process_time() + seconds / 2
        while time.process_time() < until:
            pass
    return signal.getitimer(signal.ITIMER_VIRTUAL)[0]


def test_a_part_of_a_job_may_have_less_time_and_says_so_itself(workers: Workers) -> None:
    with pytest.raises(Failed) as failed:
        workers.submit(spin_within, 0.2).result()
    assert failed.value.problems == (PART,)
    assert workers.submit(who, "").result() > 0


def test_what_a_part_of_a_job_leaves_is_there_for_the_rest(workers: Workers) -> None:
    assert 0.5 < workers.submit(left_after, 0.4).result() < 0.95


def test_a_part_of_a_job_has_no_more_time_than_the_job(workers: Workers) -> None:
    with pytest.raises(Failed) as failed:
        workers.submit(spin_within, 60).result()
    assert [problem.code for problem in failed.value.problems] == ["B021"]


def test_where_nothing_holds_a_job_nothing_holds_a_part_of_it() -> None:
    with warm.within(0.01, PART):
        assert sum(range(100_000)) > 0


def test_a_job_that_stalls_is_ended() -> None:
    with Workers(1, ready, limits=Limits(wall=0.5)) as workers:
        worker = workers.submit(who, "").result()
        with pytest.raises(Failed) as failed:
            workers.submit(stall, "").result()
        assert failed.value.problems[0].code == "B020"
        assert workers.submit(who, "").result() != worker


def test_a_machine_that_lacks_something_says_so_once() -> None:
    with Workers(2, not_ready) as workers, pytest.raises(EnvironmentFailed) as failed:
        workers.submit(who, "").result()
    assert failed.value.problems[0].sentence == "Pango is not installed"


def test_a_fault_before_the_first_paper_is_told_by_its_place_too() -> None:
    with Workers(2, fail) as workers, pytest.raises(EnvironmentFailed) as failed:
        workers.submit(who, "").result()
    assert failed.value.problems[0].sentence.startswith(
        "no paper could be made through a fault of the program (ValueError"
    )


def test_what_the_machine_lacks_is_told_apart_from_what_a_record_lacks(workers: Workers) -> None:
    with pytest.raises(EnvironmentFailed):
        workers.submit(lack, "").result()


@pytest.mark.parametrize("after", [0.0, 0.3, 1.5])
def test_leaving_does_not_wait_for_what_is_under_way(after: float) -> None:
    started = time.monotonic()
    workers = Workers(1, ready)
    future = workers.submit(stall, "")
    while not future.running():
        time.sleep(0.01)
    time.sleep(after)
    workers.shutdown(cancel_futures=True)
    assert time.monotonic() - started < 10


def test_no_more_jobs_are_under_way_than_the_window_holds() -> None:
    under_way, most = 0, 0

    def jobs() -> Iterator[tuple[int, str]]:
        nonlocal under_way, most
        for number in range(20):
            under_way += 1
            most = max(most, under_way)
            yield number, ""

    done = []
    for key, _ in each_done(Here(ready), who, jobs(), 3):
        under_way -= 1
        done.append(key)
    assert sorted(done) == list(range(20))
    assert most <= 3


def test_a_fault_is_told_by_its_kind_and_place_and_never_by_its_words() -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        fault_of_ours()
    assert "ZeroDivisionError" in warm.fault(raised.value).sentence
    assert "division by zero" not in warm.fault(raised.value).sentence


def fault_of_ours() -> float:
    return 1 / len("")


def test_where_no_further_thread_or_process_may_be_started_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with Workers(1, ready) as workers:
        monkeypatch.setattr(threading.Thread, "start", full)
        with pytest.raises(EnvironmentFailed) as failed:
            workers.submit(who)
        monkeypatch.undo()
    assert [each.code for each in failed.value.problems] == ["E005"]
