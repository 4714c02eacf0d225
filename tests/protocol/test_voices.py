"""One record, four voices: what changes from one to the other, and what does not."""

from __future__ import annotations

import pytest

from reporting.build.planning.selection import Selection
from reporting.protocol.voices import Speaker
from tests.protocol.meeting import FILES, ROUND, document, text, views

OWN, HOST, OTHER, JOINT = (f"press-release.{voice}en" for voice in ("", "host.", "counterpart-su.", "joint."))


def test_each_voice_has_a_paper_of_its_own_name_and_other_types_have_one() -> None:
    assert [name for name in views() if name.startswith("press")] == [OWN, HOST, OTHER, JOINT]
    assert [paper.identifier for paper, _, _ in views().values() if paper.type == "press-release"] == [
        "coast/01-sund/press-release",
        "coast/01-sund/press-release.host",
        "coast/01-sund/press-release.counterpart-su",
        "coast/01-sund/press-release.joint",
    ]


@pytest.mark.parametrize(
    ("name", "said", "not_said"),
    [
        (OWN, "Ministry of Norland", "Ministry of Sunders"),
        (OWN, "Press department", "Press desk of Sunders"),
        (OWN, "Press release N-7", "Joint press release"),
        (OWN, "Coast Dialogue of Norland and the Republic of Sunders", "Sunders and Norland"),
        (OWN, "brought together Norland and the Republic of Sunders. Alvia took part as a guest", "We agreed"),
        (OWN, "hosted by H.E. Mr Olf Dahl, Envoy of the Republic of Sunders, who co-chaired it with Ms Ada Berg", "welcomed the"),
        (OWN, "Both sides agreed to count the fish", "we agreed"),
        (OWN, "© Norland", "Press desk of Sunders"),
        (HOST, "Ministry of Sunders", "Ministry of Norland"),
        (HOST, "Press desk of Sunders", "Press desk of Norland"),
        (HOST, "Coast Dialogue of the Republic of Sunders and Norland", "Norland and the Republic"),
        (HOST, "The Republic of Sunders hosted the round: Mr Olf Dahl", "H.E."),
        (HOST, "welcomed the delegations. The round was co-chaired by Mr Dahl and Ms Ada Berg, Minister", "N-7"),
        (HOST, "brought together the Republic of Sunders and Norland. Alvia took part as a guest", "© Norland"),
        (OTHER, "Press release S-3", "N-7"),
        (OTHER, "Ministry of Sunders", "Press department"),
        (OTHER, "hosted by Mr Olf Dahl, Envoy of the Republic of Sunders, who co-chaired it with Ms Ada Berg", "H.E."),
        (JOINT, "Joint press release", "Press department"),
        (JOINT, "Kingdom of Norland · Republic of Sunders", "Ministry of Norland"),
        (JOINT, "We discussed fish", "The participants"),
        (JOINT, "We agreed to count the fish", "Both sides agreed"),
    ],
)  # fmt: skip
def test_a_voice_decides_over_name_order_roles_pronouns_and_contacts(name: str, said: str, not_said: str) -> None:
    assert said in text(name)
    assert not_said not in text(name)


def test_facts_are_the_same_in_every_voice() -> None:
    for name in (OWN, HOST, OTHER, JOINT):
        assert all(fact in text(name) for fact in ("16 May 2024", "Sund", "count the fish", "Ada Berg", "Olf Dahl"))


def test_what_follows_from_the_voice_is_a_field_of_the_view() -> None:
    told = {name: view.data["voice"] for name, (_, view, _) in views().items()}
    facts = ("kind", "is_host", "is_chair", "is_house", "first_person", "number")
    assert [told[OWN][name] for name in facts] == ["own", False, True, True, False, "N-7"]
    assert [told[HOST][name] for name in facts] == ["host", True, True, False, False, None]
    assert [told[OTHER][name] for name in facts] == ["counterpart", True, True, False, False, "S-3"]
    assert [told[JOINT][name] for name in facts] == ["joint", False, False, False, True, "N-7"]
    assert [each["id"] for each in told[HOST]["others"]] == ["NO"]
    assert told[JOINT]["party"] is None


def test_roles_are_told_apart() -> None:
    opened = FILES[ROUND] + "opened_by: [{person: ada, party: 'NO'}]\n"
    public = "audience: {head: public, represented_by: public}, lowered: named in public"
    stood_in = opened.replace(
        "{party: SU}, {party: AL", f"{{party: SU, head: olf, represented_by: kim, {public}}}, {{party: AL"
    )
    said = text(OWN, {ROUND: stood_in})
    assert "The round was opened by Ms Ada Berg, Minister of Norland." in said
    assert "hosted by H.E. Mr Olf Dahl" in said
    assert (
        "Mr Olf Dahl, Envoy of the Republic of Sunders, who co-chaired it with Ms Berg. Mr Dahl was represented by"
        in said
    )
    assert "represented by Mr Kim Elle, Deputy Envoy" in said


def test_the_delegation_of_a_round_without_chair_is_led_by_its_head() -> None:
    public = "audience: {head: public}, lowered: named in public"
    led = FILES[ROUND].replace("{party: SU}", f"{{party: SU, head: olf, {public}}}")
    led = "\n".join(line for line in led.splitlines() if not line.startswith("chairs"))
    assert "The delegation of the Republic of Sunders was led by Mr Dahl" in text(OWN, {ROUND: led})


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"own"}, [OWN]),
        ({"host"}, [HOST]),
        ({"counterpart"}, [OTHER]),
        ({"counterpart-su", "joint"}, [OTHER, JOINT]),
        ({"copy-su"}, ["joint-statement.copy-su.en"]),
        ({"copy"}, ["joint-statement.copy-no.en", "joint-statement.copy-su.en"]),
    ],
)
def test_an_order_may_name_voices(wanted: set[str], found: list[str]) -> None:
    selection = Selection(voices=frozenset(wanted), types=frozenset({"press-release", "joint-statement"}))
    papers = [paper for paper, _, _ in views().values()]
    taken = [
        each
        for each in papers
        if selection.takes(each.dialogue, each.round, each.type, each.language, voice=each.voice)
    ]
    assert sorted(each.stem for each in taken) == sorted(found)


def test_a_voice_may_be_for_some_papers_alone() -> None:
    only = FILES[ROUND].replace("{kind: joint,", "{kind: joint, papers: [media-note],")
    assert JOINT not in views({ROUND: only})


def test_the_title_in_the_properties_follows_the_voice() -> None:
    assert "Sunders and Norland" in document(HOST).properties.title


def test_only_voices_of_others_lead() -> None:
    assert Speaker(party="NO").leads == ""
    assert Speaker("host", "host", "SU").leads == "SU"
    assert Speaker("copy-su", "joint", "NO", copy="SU").leads == "SU"


HIDDEN = {
    "a host in his part": ("hosts: [{person: olf, party: SU}]", "hosts: [{person: olf, party: SU, audience: {person: internal}}]"),
    "a speaker": ("press:", "quotes: [{id: q, speaker: kim, text: Cold, cleared_on: 2024-05-16, audience: {speaker: internal}}]\npress:"),
    "who opened": ("topics:", "opened_by: [{person: kim, audience: {person: internal}}]\ntopics:"),
}  # fmt: skip
"""For each that is kept back, what stands in the record and what instead."""


@pytest.mark.parametrize("name", [OWN, HOST, OTHER, JOINT])
@pytest.mark.parametrize("hidden", HIDDEN)
def test_a_part_whose_person_is_kept_back_is_left_out_in_every_voice(name: str, hidden: str) -> None:
    old, new = HIDDEN[hidden]
    assert FILES[ROUND].count(old) == 1
    said = text(name, {ROUND: FILES[ROUND].replace(old, new)})
    assert "Ms Ada Berg" in said
    gone = ("hosted",) if hidden == "a host in his part" else ("Elle", "Cold", "opened")
    assert [each for each in gone if each in said] == []


def test_a_paper_does_without_what_is_for_the_press_where_all_of_it_is_kept_back() -> None:
    kept = {ROUND: FILES[ROUND].replace("press: {number: N-7}", "press: {number: N-7, audience: internal}")}
    left_out = {ROUND: FILES[ROUND].replace("press: {number: N-7}\n", "")}
    assert "N-7" in text(OWN)
    assert text(OWN, kept) == text(OWN, left_out)


@pytest.mark.parametrize("name", [OWN, HOST, OTHER, JOINT, "joint-statement.copy-su.en"])
def test_a_person_that_the_register_keeps_back_has_no_part_in_any_paper(name: str) -> None:
    people = "data/registers/people.yaml"
    said = text(name, {people: FILES[people].replace("style: H.E.,", "audience: internal,")})
    assert "Ada Berg" in said
    assert "Dahl" not in said
