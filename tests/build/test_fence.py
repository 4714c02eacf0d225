"""What a worker can reach: its pipe, the libraries, and nothing of the workspace."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reporting.build.planning.report import Order, Status
from reporting.build.workers.child import Child
from reporting.build.workers.fence import NETWORK_SINCE, SCOPES_SINCE, enclose, fence_version, readable
from reporting.build.workers.run import Workers
from reporting.problems import Failed, Severity
from tests.support.starter import ROOT, SECOND, built, change, small_workspace, with_status

HAS_FENCE = fence_version() > 0
needs_fence = pytest.mark.skipif(not HAS_FENCE, reason="this kernel has no Landlock")


def ready(*, layout: bool = False) -> None:
    """A warm parent that needs nothing."""


def told_by_system(reach: Callable[[], object]) -> str:
    try:
        reach()
    except OSError as error:
        return type(error).__name__
    return "done"


def read(path: str) -> str:
    return told_by_system(lambda: Path(path).read_bytes())


def listed(path: str) -> str:
    return told_by_system(lambda: list(Path(path).iterdir()))


def write(path: str) -> str:
    return told_by_system(lambda: Path(path).write_bytes(b"x"))


def remove(path: str) -> str:
    return told_by_system(lambda: Path(path).unlink())


def connect(port: str) -> str:
    return told_by_system(lambda: socket.create_connection(("127.0.0.1", int(port)), timeout=2))


def listen(_: str) -> str:
    return told_by_system(lambda: socket.create_server(("127.0.0.1", 0)))


def send_signal(number: str) -> str:
    return told_by_system(lambda: os.kill(int(number), 0))


def surroundings(_: str) -> tuple[str, list[str], list[str]]:
    print("a line of a record")
    os.write(2, b"a line of a record")
    handles = []
    for number in range(64):
        with contextlib.suppress(OSError):
            os.fstat(number)
            handles.append("pipe" if number > 2 else "nowhere")
    return str(Path.cwd()), sorted(os.environ), handles


class Bad:
    """Pickled, it would run a command wherever it is unpickled."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str, ...]]:
        return os.system, ("echo reached",)


def answer_with_a_command(_: str) -> Bad:
    return Bad()


class Gotten:
    """Pickled, it is what `getattr` gives, as Python up to 3.11.3 pickles a member of an Enum."""

    def __init__(self, *asked: object) -> None:
        self.asked = asked

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return getattr, self.asked


def answer_with_a_member(_: str) -> Gotten:
    return Gotten(Severity, "WARNING")


def answer_with_a_method(_: str) -> Gotten:
    return Gotten(Severity, "mro")


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(1, ready, may_read=["/opt"]) as made:
        yield made


@needs_fence
@pytest.mark.parametrize("path", ["data/house.yaml", "pyproject.toml", "tests/__init__.py"])
def test_a_worker_reads_no_record_and_nothing_else_of_the_folder(workers: Workers, path: str) -> None:
    assert workers.submit(read, str(ROOT / path)).result() == "PermissionError"


@needs_fence
@pytest.mark.parametrize(
    "path", ["/", "/etc/passwd", "/root", "/home", "/proc/1/environ", tempfile.gettempdir(), str(ROOT)]
)
def test_a_worker_reads_nothing_of_other_people(workers: Workers, path: str) -> None:
    assert workers.submit(listed if Path(path).is_dir() else read, path).result() == "PermissionError"


def test_a_worker_reads_libraries_and_our_own_code(workers: Workers) -> None:
    paths = [os.__file__, str(ROOT / "reporting" / "problems.py"), sys.modules["pytest"].__file__ or ""]
    assert [workers.submit(read, path).result() for path in paths] == ["done"] * 3


@needs_fence
def test_a_worker_writes_and_removes_no_file(workers: Workers, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"keep me")
    for path in (str(victim), str(tmp_path / "new"), f"{tempfile.gettempdir()}/new", "/srv/new"):
        assert workers.submit(write, path).result() == "PermissionError"
    assert workers.submit(remove, str(victim)).result() == "PermissionError"
    assert victim.read_bytes() == b"keep me"


@pytest.mark.skipif(fence_version() < NETWORK_SINCE, reason="this kernel's Landlock knows no networks")
def test_a_worker_reaches_no_network(workers: Workers) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert workers.submit(connect, str(server.getsockname()[1])).result() == "PermissionError"
    assert workers.submit(listen, "").result() == "PermissionError"


@pytest.mark.skipif(fence_version() < SCOPES_SINCE, reason="this kernel's Landlock knows no signals")
def test_a_worker_ends_no_other_process(workers: Workers) -> None:
    assert workers.submit(send_signal, str(os.getpid())).result() == "PermissionError"


def test_a_worker_knows_no_folder_no_user_and_nobody_who_reads_what_it_prints(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("PWD", "OLDPWD", "USER", "LOGNAME", "SECRET_OF_THE_DESK", "GITHUB_TOKEN"):
        monkeypatch.setenv(name, str(tmp_path))
    with Workers(1, ready) as workers:
        folder, names, handles = workers.submit(surroundings, "").result()
    assert folder == "/"
    assert {"PWD", "OLDPWD", "USER", "LOGNAME", "SECRET_OF_THE_DESK", "GITHUB_TOKEN"}.isdisjoint(names)
    assert handles.count("pipe") == 1
    assert capfd.readouterr() == ("", "")


def test_a_member_of_an_enumeration_is_a_value_however_python_writes_it(workers: Workers) -> None:
    assert workers.submit(answer_with_a_member, "").result() is Severity.WARNING


@pytest.mark.parametrize("answer", [answer_with_a_command, answer_with_a_method])
def test_an_answer_of_a_worker_is_a_value_and_never_a_call(
    workers: Workers, answer: Callable[[str], object], capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Failed) as failed:
        workers.submit(answer, "").result()
    assert failed.value.problems[0].code == "B024"
    assert "reached" not in capfd.readouterr().out


def test_without_a_fence_a_worker_works_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reporting.build.workers.fence.CREATE_RULESET", 100_000)  # a number that no call has
    assert fence_version() == 0
    assert enclose(readable()) == 0


def test_the_folders_that_a_worker_may_read_hold_no_workspace() -> None:
    given = readable("/nowhere/at/all")
    assert str(ROOT / "reporting") in given
    assert not {"/", str(ROOT), str(Path.home()), "/etc", tempfile.gettempdir(), "/nowhere/at/all"} & set(given)


def test_what_is_sent_to_the_worker_of_a_public_paper_holds_one_view_and_no_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = small_workspace(tmp_path)
    canary = "zqxwvtrpnm"
    change(small, f"{SECOND}/briefing.yaml", "You meet Mr Askel", f"You meet {canary} Mr Askel")
    sent: dict[str, list[bytes]] = {}
    ask = Child.ask

    def heard(self: Child, message: object) -> object:
        sent.setdefault(self.audience, []).append(pickle.dumps(message))
        return ask(self, message)

    monkeypatch.setattr(Child, "ask", heard)
    report = built(small, Order(jobs=1))
    assert len(with_status(report, Status.MADE)) == 3, report
    assert sorted(sent) == ["public", "restricted"]
    public, restricted = (b"".join(sent[name]) for name in ("public", "restricted"))
    assert canary.encode() in restricted
    assert canary.encode() not in public
    assert str(tmp_path).encode() not in public + restricted


def test_sigkill_is_told_as_an_end_from_outside(workers: Workers) -> None:
    with pytest.raises(Failed) as failed:
        workers.submit(ended_by, str(int(signal.SIGKILL))).result()
    assert "ended before it was done" in failed.value.problems[0].sentence


def ended_by(number: str) -> None:
    os.kill(os.getpid(), int(number))


def test_a_library_that_gives_up_is_told_apart() -> None:
    with Workers(1, ready) as workers, pytest.raises(Failed) as failed:
        workers.submit(ended_by, str(int(signal.SIGTRAP))).result()
    assert "SIGTRAP" in failed.value.problems[0].sentence
