"""The English press release of full, sparse and odd records: sentences as a press office writes them."""

from __future__ import annotations

import pytest

from tests.drafting.coast import PATHS, PLANNED, SPARSE, parties
from tests.drafting.english_coast import COAST, FILES, text

PLACE = "place: {city: Dover, country: SU}"
ADA, OLF, KIM, WEN, EVA = ("{person: ada, party: LA}", "{person: olf, party: SU}", "{person: kim}", "{person: wen, party: SU}", "{person: eva}")  # fmt: skip
PUBLIC = "audience: {head: public, represented_by: public}, lowered: Named in public"
TWO = "topics: [{id: a, title: fishing}, {id: b, title: ice}]"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (PLACE, "The first round of the Coast Dialogue was held in Dover on 1 May 2024."),
        (PLACE + "\nend: 2024-05-02", "was held in Dover on 1–2 May 2024."),
        (PLACE + "\nend: 2024-06-02", "was held in Dover from 1 May to 2 June 2024."),
        (PLANNED + PLACE, "will be held in Dover on 1 May 2024."),
        ("mode: video\nend: 2024-06-02", "was held by video conference from 1 May to 2 June 2024."),
        (PLACE + "\ninvitation_by: SU", "at the invitation of the Government of the Republic of Sunders."),
        (PLACE + "\ninvitation_by: agency", "at the invitation of the Lights Agency."),
        ("", "The meeting brought together Lande and the Republic of Sunders."),
        (PLANNED, "The meeting will bring together Lande and the Republic of Sunders."),
        ("parties: [{party: SU}]", "The Republic of Sunders took part in the meeting."),
        (PLANNED + "parties: [{party: SU}]", "The Republic of Sunders will take part in the meeting."),
    ],
)
def test_when_where_and_with_whom_is_told_in_english(lines: str, said: str) -> None:
    assert said in text(lines)


@pytest.mark.parametrize(
    ("others", "said"),
    [
        (["{party: AL, capacity: guest}"], "Alvia took part as a guest."),
        (["{party: AL, capacity: special-guest}"], "Alvia took part as a special guest."),
        (["{party: AL, capacity: guest}", "{party: IL, capacity: guest}"], "Alvia and the Isles of Oster took part as guests."),
        (["{party: AL, capacity: special-guest}", "{party: IL, capacity: guest}"], "Alvia took part as a special guest. The Isles of Oster took part as a guest."),
        (["{party: agency, capacity: observer}"], "The Lights Agency took part as an observer."),
    ],
)  # fmt: skip
def test_guests_and_observers_are_told_in_english(others: list[str], said: str) -> None:
    assert said in text(parties(*others))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (f"chairs: [{ADA}]", "The round was chaired by Ms Ada Berg, Minister of Lande."),
        (f"chairs: [{ADA}, {OLF}]", "co-chaired by Ms Ada Berg, Minister of Lande, and by H.E. Mr Olf Dahl, Envoy of the Republic of Sunders."),
        (f"chairs: [{KIM}, {WEN}]", "co-chaired by Mr Kim Elle and Mr Wen Li, Counsellor of the Republic of Sunders."),
        (f"chairs: [{ADA}, {EVA}, {KIM}]", "by Ms Ada Berg, Minister of Lande; Ms Eva Foss, Director, Lights Agency; and Mr Kim Elle."),
        ("chairs: [{person: ada, party: LA, acts_as: co-chair}]", "The round was co-chaired by Ms Ada Berg"),
        (f"hosts: [{OLF}]\nchairs: [{ADA}]", "hosted by H.E. Mr Olf Dahl, Envoy of the Republic of Sunders, and chaired by Ms Ada Berg"),
        (f"hosts: [{KIM}]\nchairs: [{ADA}]", "hosted by Mr Kim Elle and chaired by Ms Ada Berg"),
        (f"hosts: [{ADA}]\nchairs: [{ADA}]", "The round was hosted and chaired by Ms Ada Berg"),
        (f"hosts: [{OLF}]\nchairs: [{ADA}, {OLF}]", "hosted by H.E. Mr Olf Dahl, Envoy of the Republic of Sunders, who co-chaired it with Ms Ada Berg, Minister of Lande."),
        (PLANNED + f"hosts: [{OLF}]\nchairs: [{ADA}, {OLF}]", "Envoy of the Republic of Sunders, who will co-chair it with Ms Ada Berg"),
        (f"opened_by: [{ADA}]\nhosts: [{OLF}]\nchairs: [{ADA}, {OLF}]", "opened by Ms Ada Berg, Minister of Lande. The round was hosted by H.E. Mr Olf Dahl, Envoy of the Republic of Sunders, who co-chaired it with Ms Berg."),
        (f"opened_by: [{ADA}, {OLF}]\nchairs: [{ADA}, {OLF}]", "The round was co-chaired by Ms Berg and Mr Dahl."),
        (f"parties: [{{party: LA}}, {{party: SU, head: olf, {PUBLIC}}}]", "The delegation of the Republic of Sunders was led by H.E. Mr Olf Dahl, Envoy"),
        (f"parties: [{{party: LA}}, {{party: SU, head: olf, represented_by: kim, {PUBLIC}}}]", "H.E. Mr Olf Dahl, Envoy of the Republic of Sunders, was represented by Mr Kim Elle."),
        (f"parties: [{{party: LA}}, {{party: SU, head: kim, represented_by: olf, {PUBLIC}}}]", "Mr Kim Elle was represented by H.E. Mr Olf Dahl"),
    ],
)  # fmt: skip
def test_who_hosts_chairs_and_leads_is_told_in_english(lines: str, said: str) -> None:
    assert said in text(lines)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (TWO, "The participants discussed fishing and ice."),
        (TWO.replace("ice}", "ice, treatment: reviewed}"), "The participants discussed fishing. They reviewed ice."),
        (TWO.replace("ice}", "ice, occasion: working-lunch}"), "Over a working lunch they discussed ice."),
        ("topics: [{id: a, title: ice, occasion: margins}]", "In the margins of the meeting the participants discussed ice."),
        (TWO.replace("ice}", "Ice.}"), "The participants discussed fishing and Ice."),
        (PLANNED + TWO.replace("ice}", "ice, treatment: raised, occasion: margins}"), "In the margins of the meeting they will raise ice."),
    ],
)  # fmt: skip
def test_subjects_are_told_in_english(lines: str, said: str) -> None:
    assert said in text(lines)


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("verb: agree, text: to plant wood", "Both sides agreed to plant wood."),
        ("verb: agree, text: to plant wood.", "Both sides agreed to plant wood."),
        ("verb: agree, text: to plant wood, deadline: 2025", "Both sides agreed to plant wood by the end of 2025."),
        ("verb: agree, text: to plant wood, deadline: 2025-06", "Both sides agreed to plant wood by June 2025."),
        ("verb: agree, text: to plant wood, deadline: 2025-06-08", "Both sides agreed to plant wood by 8 June 2025."),
        ("verb: agree, text: to plant wood in 2025, deadline: 2025-06", "Both sides agreed to plant wood in 2025."),
        ("verb: express-readiness, text: to help, actors: [SU]", "The Republic of Sunders expressed its readiness to help."),
        ("verb: express-readiness, text: to help, actors: [LA, SU]", "Lande and the Republic of Sunders expressed their readiness"),
        ("verb: express-readiness, text: to help", "Both sides expressed their readiness to help."),
    ],
)  # fmt: skip
def test_outcomes_are_whole_sentences(outcome: str, said: str) -> None:
    assert said in text(f"outcomes: [{{id: o, {outcome}, owner: LA}}]")


@pytest.mark.parametrize(
    ("coming", "said"),
    [
        ("{status: to-be-agreed}", "The date of the next round is still to be agreed."),
        ("{when: 2025, status: to-be-agreed}", "The date of the next round is still to be agreed."),
        ("{when: 2025, status: expected}", "The next round is expected in 2025."),
    ],
)
def test_the_next_round_is_as_sure_as_it_is(coming: str, said: str) -> None:
    assert said in text(f"next: {coming}")


def test_how_often_the_dialogue_meets_is_told_unless_its_purpose_tells_it() -> None:
    often = FILES[PATHS["dialogue"]] + "cadence: twice a year\n"
    assert "since 2019. Rounds are held twice a year." in text("number: 2", dialogue=often)
    told = often.replace("It watches over the coast.", "It meets twice a year.")
    assert "Rounds are held" not in text(dialogue=told)


def test_the_first_round_does_not_tell_since_when_the_dialogue_has_met() -> None:
    assert "has met since 2019" in text("number: 2")
    assert "has met since" not in text("number: 1")


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Wood grows.", "“Wood grows.” — Ms Ada Berg, Minister of Lande"),
        ("'“Wood grows.”'", "“Wood grows.” — Ms Ada Berg, Minister of Lande"),
        ("'\"Wood grows.\"'", "“Wood grows.” — Ms Ada Berg, Minister of Lande"),
        ("'“Wood” and “ice”'", "“‘Wood’ and ‘ice’” — Ms"),
    ],
)
def test_a_quote_has_its_marks_once_and_says_whose_it_is(words: str, printed: str) -> None:
    quote = f"quotes: [{{id: q, speaker: ada, text: {words}, cleared_by: Cabinet, cleared_on: 2024-05-01}}]"
    assert printed in text(quote)
    assert "— Ms Berg" in text(f"chairs: [{ADA}]\n{quote}")


def test_a_release_made_before_the_meeting_looks_like_one() -> None:
    quote = "quotes: [{id: q, speaker: ada, text: Wood grows., cleared_by: Cabinet, cleared_on: 2024-04-01}]"
    said = text(PLANNED + quote)
    assert "Draft, before the meeting" in said
    assert "— Ms Ada Berg, Minister of Lande (to be delivered)" in said
    assert "before the meeting" not in text(quote)


@pytest.mark.parametrize(
    ("lines", "dateline"),
    [
        (PLACE, "Press release · Dover, 1 May 2024"),
        ("", "Press release · Sund, 1 May 2024"),
        (PLANNED + PLACE, "Press release · Sund Coast"),
        (PLANNED + PLACE + "\npress: {day: 2024-04-20}", "Press release · Sund, 20 April 2024"),
        (PLANNED + PLACE + "\npress: {city: Havn}", "Press release · Havn Coast"),
        (PLANNED + 'press: {embargo: {day: 2024-04-30, time: "12:00", zone: Europe/Oslo}}', "Press release · Sund, 30 April 2024"),
        (PLANNED + PLACE + "\nvoices: [{kind: own, issuer: agency}]", "Press release · Sund Coast"),
    ],
)  # fmt: skip
def test_before_the_meeting_a_release_is_dated_where_its_service_sits_on_a_day_that_the_record_tells(
    lines: str, dateline: str
) -> None:
    assert dateline in text(lines)


def test_all_parties_together_have_no_city_and_no_day_before_they_meet() -> None:
    joint = f"{PLANNED}{PLACE}\nvoices: [{{kind: joint}}]"
    said = text(joint, name="01-sund/press-release.joint.en")
    assert "Joint press release Coast Dialogue" in said
    assert "Joint press release · Dover, 1 May 2024" in text(
        joint.replace(PLANNED, ""), name="01-sund/press-release.joint.en"
    )


HOST = "voices: [{kind: host, party: SU, issuer: other-ministry}]"


def test_a_release_that_names_nobody_to_ask_ends_with_who_issues_it() -> None:
    host = text(f"{PLACE}\n{HOST}", name="01-sund/press-release.host.en")
    assert host.endswith("Issued by: Ministry of Sunders.")
    assert "Contacts" not in host
    assert "Issued by" not in text(PLACE)


@pytest.mark.parametrize("lines", SPARSE)
@pytest.mark.parametrize(
    "dialogue", [FILES[PATHS["dialogue"]], FILES[PATHS["dialogue"]].replace("started: 2019\n", "")]
)
def test_a_sparse_record_leaves_neither_gaps_nor_empty_paragraphs(lines: str, dialogue: str) -> None:
    assert COAST.leaves_no_gap(lines, dialogue=dialogue)
