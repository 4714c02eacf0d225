"""A missing judge is never taken for a good verdict."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import judges


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judges, "find", lambda _tool: None)


@pytest.mark.usefixtures("nothing_installed")
def test_a_missing_judge_skips_the_test_with_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REPORTING_JUDGES", raising=False)
    with pytest.raises(pytest.skip.Exception, match="soffice is not here: `make judges` installs it"):
        judges.need("soffice")


@pytest.mark.usefixtures("nothing_installed")
def test_a_missing_judge_fails_the_test_where_judges_are_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTING_JUDGES", "require")
    with pytest.raises(pytest.fail.Exception, match="soffice is not here"):
        judges.need("soffice")


def test_a_judge_beside_this_python_is_found_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judge = tmp_path / "pandoc"
    judge.write_text("#!/bin/sh\n")
    judge.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    assert judges.need("pandoc") == judge
