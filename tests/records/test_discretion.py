"""What is said of a record never repeats what not everybody may read: logs and review pages are read by many."""

from __future__ import annotations

from reporting.records.levels import Level
from reporting.records.model.round import Round
from reporting.records.walk import walk
from tests.support.cases import ROUND, SOUND, findings_of, told
from tests.support.complete import complete

HIDDEN = "Zebra [TBC], Monday, 16 May 2024, today: Arwenia and SALW (SALW) (SALW), Highlevel, High-Level, High Level [^zebra]"
CANARIES = ("Zebra", "zebra", "Arwenia", "SALW", "Highlevel", "High", "16 May")
FOLDER = ROUND.rpartition("/")[0]


def test_no_rule_quotes_a_restricted_text() -> None:
    briefing = complete("briefing").text.replace("Some words", f'"{HIDDEN} which is long enough to be met again"')
    files = {**SOUND, f"{FOLDER}/briefing.yaml": briefing, "data/dialogues/north/01-alpha/briefing.yaml": briefing}
    found = findings_of(files)
    assert {"P003", "P004", "P009", "P011", "P012", "R020", "R021"} <= {problem.code for problem in found}
    assert not [canary for canary in CANARIES if canary in told(found)]


def test_no_rule_quotes_what_a_record_raised_above_the_public() -> None:
    raised = f'{SOUND[ROUND]}audience: {{occasion: partners}}\noccasion: "{HIDDEN}"\n'
    found = findings_of({**SOUND, ROUND: raised.replace("state: held", "state: published\npublished: 2024-05-20")})
    assert {"P002", "P003", "P004", "P011", "P012", "P022"} <= {problem.code for problem in found}
    assert not [canary for canary in CANARIES if canary in told(found)]


def test_the_same_texts_are_quoted_where_everybody_may_read_them() -> None:
    found = findings_of({**SOUND, ROUND: f'{SOUND[ROUND]}occasion: "{HIDDEN}"\n'})
    assert "“Arwenia”" in told(found)


def test_a_walk_gives_each_text_the_highest_level_on_the_way_to_it() -> None:
    record = Round.model_validate(
        {
            "number": "1",
            "state": "held",
            "start": "2024-05-16",
            "parties": [],
            "topics": [{"id": "a", "title": "x", "audience": "internal", "context": "y", "confidential": "z"}],
            "quotes": [{"id": "q", "speaker": "a-sol", "text": "w"}],
        }
    )
    levels = {said.path: said.level for said in walk(record).texts}
    assert levels == {
        ("topics", 0, "title"): Level.INTERNAL,
        ("topics", 0, "context"): Level.INTERNAL,
        ("topics", 0, "confidential"): Level.RESTRICTED,
        ("quotes", 0, "text"): Level.INTERNAL,
    }
