"""The engine of one process."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reporting.problems import EnvironmentFailed
from reporting.writers.pdf import engine
from tests.writers.pdf_house import CACHE, theme


def said_by(script: str) -> str:
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.strip()


def test_the_writer_is_light_to_import() -> None:
    script = "import sys, reporting.writers.pdf.write, reporting.writers.pdf.engine, reporting.writers.css, reporting.writers.fonts"
    assert (
        said_by(f"{script}; print(sorted({{'weasyprint', 'fontTools', 'uharfbuzz', 'fontpkg'}} & {{*sys.modules}}))")
        == "[]"
    )


def test_a_paper_before_the_engine_is_a_mistake_of_the_program() -> None:
    script = "from reporting.writers.pdf.engine import engine\ntry: engine()\nexcept RuntimeError as e: print(e)"
    assert said_by(script) == "call start_engine() before the first paper is written"


def test_starting_again_costs_nothing_and_gives_the_same_engine(tmp_path: Path) -> None:
    started = engine.start_engine(theme(), CACHE)
    assert engine.start_engine(theme(), tmp_path) is started
    assert list(tmp_path.iterdir()) == []


def test_an_engine_cannot_change_its_fonts() -> None:
    engine.start_engine(theme(), CACHE)
    fonts = dict(theme().fonts)
    other = replace(theme(), fonts={**fonts, "text": replace(fonts["text"], axes={"opsz": 20})})
    with pytest.raises(RuntimeError, match="other fonts"):
        engine.start_engine(other, CACHE)


def test_a_machine_without_the_subsetter_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    engine.start_engine(theme(), CACHE)
    # The running engine may be that of an earlier test, with the same fonts in another cache.
    monkeypatch.setenv("FONTCONFIG_FILE", str(CACHE.resolve() / "fonts.conf"))
    monkeypatch.setattr("weasyprint.text.ffi.harfbuzz_subset", None)
    with pytest.raises(EnvironmentFailed) as failed:
        engine._started(theme(), CACHE, faster=False)
    assert [problem.code for problem in failed.value.problems] == ["W002"]
    assert "apt-get install libharfbuzz-subset0" in str(failed.value.problems[0].hint)


def test_a_machine_without_pango_is_told_what_to_install() -> None:
    script = f"""
import ctypes.util, sys
sys.modules.pop("weasyprint", None)
import cffi
def nothing(*_): raise OSError("no library")
cffi.FFI.dlopen = nothing
from pathlib import Path
from reporting.problems import EnvironmentFailed
from reporting.writers.pdf.engine import start_engine
from tests.writers.pdf_house import theme
try: start_engine(theme(), Path({str(CACHE)!r}), faster=False)
except EnvironmentFailed as failed: print(failed.problems[0].code)
"""
    assert said_by(script) == "W001"
