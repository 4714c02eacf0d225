"""Briefing note and pack, and the annex of the statement: what they print, and what sparse records leave out."""

from __future__ import annotations

import datetime

import pytest

from tests.support.house import SAMPLE, STARTER, Change, drafted, said

NOTE, PACK = "02-sennick/briefing-note.en", "02-sennick/briefing-pack.en"
ROUND, BRIEFING = "02-sennick/round.yaml", "02-sennick/briefing.yaml"
COMMITMENTS = "lake-dialogue/commitments.yaml"
OURS = "  - {party: OR, head: edda-marlow, audience: {head: public}, lowered: Both sides name their heads}\n"
THEIRS = "  - {party: SE, head: jon-askel, audience: {head: public}, lowered: Both sides name their heads}\n"
GUEST = "  - {party: FM, capacity: guest}\n"
LATE = "status: late                # open, on-track, delivered, late, lapsed"


def test_no_ministry_of_elsewhere_stands_among_the_acronyms_of_a_pack() -> None:
    pack = said(SAMPLE, "02-video/briefing-pack.en")
    assert "Kyrgyz" not in pack
    assert "Acronyms" not in pack


@pytest.mark.parametrize(
    ("folder", "name", "words"),
    [
        (STARTER, NOTE, "With The Kingdom of Sennmark Scene setter"),
        (SAMPLE, "05-ashgabat/briefing-note.en", "With Kazakhstan, the Kyrgyz Republic, Tajikistan"),
        (SAMPLE, "05-ashgabat/briefing-note.fr", "Avec Le Kazakhstan, l’Ouzbékistan, la République kirghize"),
        (SAMPLE, "05-ashgabat/briefing-note.ru", "Партнёры Казахстан, Кыргызская Республика, Таджикистан"),
    ],
)
def test_a_note_names_those_whom_the_reader_meets_and_not_his_own_side(folder: object, name: str, words: str) -> None:
    assert words in said(folder, name)  # type: ignore[arg-type]


def test_a_guest_that_is_the_own_side_is_not_met_either() -> None:
    guest: Change = ("data/house.yaml", "speaks_for: OR ", "speaks_for: FM ")
    assert "With The Republic of Orlaine and the Kingdom of Sennmark Scene" in said(
        STARTER, NOTE, guest, (ROUND, THEIRS, THEIRS + GUEST)
    )


@pytest.mark.parametrize(
    ("lines", "delegations"),
    [
        ("  - {party: OR}\n  - {party: SE}\n", "Republic of Orlaine Kingdom of Sennmark Tab 3"),
        (f"  - {{party: OR}}\n{THEIRS}", "Name Function Republic of Orlaine To be announced Kingdom of Sennmark Mr Jon ASKEL"),
        (f"  - {{party: OR}}\n  - {{party: SE}}\n{GUEST}", "Ministry of Foreign Affairs of Orlaine (guest) Tab 3"),
        (f"{OURS}{THEIRS}{GUEST}", "Mr Jon ASKEL State Secretary for Foreign Affairs of the Kingdom of Sennmark Tab 3"),
    ],
)  # fmt: skip
def test_delegations_have_columns_and_rows_for_people_who_are_known(lines: str, delegations: str) -> None:
    assert delegations in said(STARTER, PACK, (ROUND, OURS + THEIRS, lines))


def test_nobody_is_announced_any_more_after_the_meeting() -> None:
    held: tuple[Change, ...] = ((ROUND, "state: planned", "state: held"), (ROUND, OURS, "  - {party: OR}\n"))
    assert "Republic of Orlaine Not known Kingdom" in said(STARTER, PACK, *held)


STATEMENT, FIRST = "01-port-orla/joint-statement.en", "01-port-orla/round.yaml"


@pytest.mark.parametrize(
    ("ours", "guest", "annex"),
    [
        (OURS, "", "Annex: Heads of delegation Delegation Head of delegation Republic of Orlaine Ms Edda MARLOW"),
        (OURS, GUEST, "Kingdom of Sennmark Mr Jon ASKEL, State Secretary for Foreign Affairs of the Kingdom of Sennmark"),
        ("  - {party: OR}\n", "", ""),
    ],
)  # fmt: skip
def test_heads_are_annexed_when_each_party_has_one_or_not_at_all(ours: str, guest: str, annex: str) -> None:
    statement = said(STARTER, STATEMENT, (FIRST, OURS, ours), (FIRST, THEIRS, THEIRS + guest))
    assert annex in statement
    assert ("Annex" in statement) == bool(annex)
    assert "announced" not in statement
    assert "(guest)" not in statement


TOPICS = """\
topics:
  - topic: water               # the id of a topic in round.yaml
    lines:
      - Four gauges stand and send their figures every hour.
      - The last two will stand by June 2032.
    defensives:
      - if_raised: Why are two gauges late?
        line: The ice stayed three weeks longer than in any year on record. The foundations are ready.
        likelihood: certain     # certain, possible, unlikely
  - topic: ice
    lines:
      - Let us agree on one number that people on both shores can call.
    background:
      - {text: Eleven people were rescued from the ice last winter., use: free}
      - {text: Our second rescue boat is out of service until December., use: not-to-be-disclosed}
"""
OBJECTIVES = "  ours:\n    - A common telephone number for rescue on the ice before the winter.\n"


@pytest.mark.parametrize("paper", [NOTE, PACK])
def test_a_briefing_of_a_scene_alone_has_no_empty_headings(paper: str) -> None:
    bare: tuple[Change, ...] = (
        (BRIEFING, TOPICS, ""),
        (BRIEFING, f"{OBJECTIVES}  theirs:\n    - A date for the last two gauges.\n", "  ours: []\n"),
    )
    words = said(STARTER, paper, *bare)
    assert not [each for each in ("Points to make", "Topic briefs", "Objectives", "What we want") if each in words]


def test_a_topic_without_lines_has_no_heading_for_them() -> None:
    lines = "    lines:\n      - Let us agree on one number that people on both shores can call.\n"
    pack = said(STARTER, PACK, (BRIEFING, lines, "    lines: []\n"))
    assert "Rescue on the ice Background" in pack


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ([], "Why are two gauges late? (will come) The ice stayed"),
        ([(BRIEFING, "        likelihood: certain     # certain, possible, unlikely\n", "")], "late? (may come)"),
        ([(COMMITMENTS, "owner: OR", "owner: OR\n    counterpart: SE")], "Orlaine To: Sennmark Put up six"),
        ([], "Last looked at: 1 September 2031."),
        ([(ROUND, "title: the level of the lake}", "title: the level of the lake, raised_by: SE}")],
         "The level of the lake Put on the agenda by: Sennmark Points to make"),
        ([(ROUND, "{city: Sennick, country: SE}", "{city: Sennick, country: SE, venue: the Lake House, room: Room 2}")],
         "Tab 1: Programme Venue: The Lake House, Room 2 Time Item 10:00"),
        ([(ROUND, "{city: Sennick, country: SE}", "{city: Sennick, country: SE, room: hall A}")], "Venue: Hall A Time"),
    ],
)  # fmt: skip
def test_a_pack_prints_what_the_record_says_of_it(changes: list[Change], words: str) -> None:
    assert words in said(STARTER, PACK, *changes)


def test_days_on_which_commitments_were_looked_at_are_told_from_the_first_to_the_last() -> None:
    second = "\n  - {id: more, round: 01-port-orla, text: call, owner: SE, status: open, updated: 2031-08-02}\n"
    pack = said(STARTER, PACK, (COMMITMENTS, "updated: 2031-09-01", f"updated: 2031-09-01{second}"))
    assert "Last looked at: 2 August – 1 September 2031." in pack


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("on-track", "June 2031 Overdue (reported on track). Four"),
        ("open", "June 2031 Open, overdue. Four"),
        ("late", "June 2031 Late. Four"),
        ("delivered", "June 2031 Delivered. Four"),
    ],
)
def test_a_commitment_is_not_on_track_and_overdue_at_once(status: str, words: str) -> None:
    assert words in said(STARTER, PACK, (COMMITMENTS, LATE, f"status: {status}"))


def test_before_its_deadline_it_is_on_track() -> None:
    pack = said(STARTER, PACK, (COMMITMENTS, LATE, "status: on-track"), on=datetime.date(2031, 6, 30))
    assert "On track. Four" in pack


@pytest.mark.parametrize(
    ("old", "new", "head"),
    [
        (', start: "10:00", end: "11:00"', "", "Time Item The level of the lake – 11:15"),
        ("topics: [ice]", "lead: OR, topics: [ice]", "Time Item Opened by"),
    ],
)
def test_a_programme_has_the_columns_that_some_item_fills(old: str, new: str, head: str) -> None:
    words = said(STARTER, PACK, (ROUND, old, new))
    assert head in words or head.replace("The level of the lake –", "– The level of the lake") in words


def test_a_programme_without_hours_has_no_hours() -> None:
    untimed: tuple[Change, ...] = (
        (ROUND, ', start: "10:00", end: "11:00"', ""),
        (ROUND, ', start: "11:15", end: "12:30"', ""),
    )
    pack = said(STARTER, PACK, *untimed)
    assert "Tab 1: Programme Item The level of the lake Rescue on the ice Tab 2" in pack


PEOPLE = "registers/people.yaml"


@pytest.mark.parametrize(
    ("hidden", "there", "not_there"),
    [
        ("family", "", "Mr"),  # nobody can be called “Mr Jon”
        ("given", "Mr ASKEL", "Jon"),
    ],
)
def test_who_has_no_name_for_the_readers_is_left_out(hidden: str, there: str, not_there: str) -> None:
    kept: Change = (PEOPLE, "  given: Jon\n", f"  given: Jon\n  audience: {{{hidden}: internal}}\n")
    made = drafted(STARTER, "01-port-orla/press-release.en", kept)
    assert made.document is not None, made.problems
    words = said(STARTER, STATEMENT, kept)
    assert there in words
    assert not_there not in words
