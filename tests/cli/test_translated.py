"""`reporting translated`: what has changed is told, and what somebody has looked at is written down."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reporting.cli.main import run
from tests.support.cases import ROUND, SOUND

Translated = Callable[..., tuple[int, str, str]]
TEXT = """\
atmosphere: {en: open, fr: ouverte, ru: открытой}
topics:
  - {id: fish, title: {en: fish, fr: le poisson}, confidential: {en: We pay., fr: Nous payons.}}
translations:
  - {language: fr, of: en, status: courtesy}   # by the desk
  - {language: ru, of: en, status: draft}
"""
STATEMENT = """\
title: {en: Statement, fr: Déclaration}
adopted: 2024-05-16
published: 2024-05-16
sections: [{paragraphs: [{id: p1, text: {en: We agree., fr: Nous convenons.}}]}]
translations: [{language: fr, of: en, status: courtesy}]
"""


@pytest.fixture
def translated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Translated:
    """The command in a workspace whose second round is in three languages: exit code, results, messages."""
    for name, text in {**SOUND, ROUND: SOUND[ROUND] + TEXT}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")

    def called(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run(["--root", str(tmp_path), *arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return called


def test_what_was_looked_at_is_written_down_and_the_check_is_quiet(translated: Translated, tmp_path: Path) -> None:
    before = (tmp_path / ROUND).read_text("utf-8")
    assert "nobody has yet held 3 texts in fr against what stands in en" in translated("check")[1]
    code, out, _ = translated("translated", "north/02-beta")
    assert code == 0
    assert f"{ROUND}: fr from en, 3 texts, 3 changed since\n  8:18 atmosphere\n    en: open\n    fr: ouverte\n" in out
    assert out.endswith(f"{ROUND} now says that they were looked at\n")
    after = (tmp_path / ROUND).read_text("utf-8")
    assert [line for line in before.splitlines() if line not in after.splitlines()] == [
        "  - {language: fr, of: en, status: courtesy}   # by the desk",
        "  - {language: ru, of: en, status: draft}",
    ]
    assert translated("check")[0] == 0
    assert "P017" not in translated("check")[1]


def test_texts_that_not_everybody_may_read_are_named_and_not_shown(translated: Translated) -> None:
    out = translated("translated", "north/02-beta")[1]
    assert "topics[fish].confidential" in out
    assert "pay" not in out


def test_only_the_language_that_is_named_is_written_and_nothing_on_a_dry_run(
    translated: Translated, tmp_path: Path
) -> None:
    before = (tmp_path / ROUND).read_text("utf-8")
    assert translated("translated", "north/02-beta", "--dry-run")[0] == 0
    assert (tmp_path / ROUND).read_text("utf-8") == before
    told = json.loads(translated("translated", "north/02-beta", "--language", "ru", "--format", "json")[1])
    assert [(each["language"], each["texts"], len(each["changed"])) for each in told["entries"]] == [("ru", 1, 1)]
    assert told["written"] == [ROUND]
    assert (tmp_path / ROUND).read_text("utf-8").count("hash:") == 1


def test_a_change_of_the_source_is_told_and_looked_at_once_more(translated: Translated, tmp_path: Path) -> None:
    translated("translated", "north/02-beta")
    path = tmp_path / ROUND
    path.write_text(path.read_text("utf-8").replace("en: fish", "en: fishing"), "utf-8")
    assert "1 text in en has changed since somebody looked at its translation into fr [P017]" in translated("check")[1]
    assert "3 texts, 1 changed since\n  10:28 topics[fish].title\n" in translated("translated", "north/02-beta")[1]
    assert "3 texts, as they were" in translated("translated", "north/02-beta")[1]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["north/03-gamma"], "there is no round “03-gamma” in north"),
        (["nroth"], "did you mean “north”"),
        (["north"], "the records of north have no entry under `translations:`"),
        (["north/02-beta", "--language", "kk"], "no entry under `translations:` into kk"),
    ],
)
def test_what_is_not_there_is_a_mistake_in_the_command(translated: Translated, arguments: list[str], told: str) -> None:
    code, _, err = translated("translated", *arguments)
    assert code == 2
    assert told in err


def test_a_record_with_errors_is_not_written_to(translated: Translated, tmp_path: Path) -> None:
    path = tmp_path / ROUND
    path.write_text(path.read_text("utf-8").replace("state: held", "state: hled"), "utf-8")
    code, _, err = translated("translated", "north/02-beta")
    assert code == 1
    assert "[R003]" in err


def test_no_text_of_a_round_that_is_kept_back_is_told(translated: Translated, tmp_path: Path) -> None:
    statement = tmp_path / ROUND.replace("round.yaml", "statement.yaml")
    statement.write_text(STATEMENT, "utf-8")
    assert "Nous convenons." in translated("translated", "north/02-beta", "--dry-run", "--format", "json")[1]
    (tmp_path / ROUND).write_text(f"audience: internal\n{SOUND[ROUND]}", "utf-8")
    code, out, _ = translated("translated", "north/02-beta", "--dry-run", "--format", "json")
    assert code == 0
    assert "sections[0].paragraphs[p1].text" in out
    assert "Nous" not in out
