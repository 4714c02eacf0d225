"""What a view is made of: names of the day, references resolved, values worked out, earlier rounds."""

from __future__ import annotations

import datetime

from reporting.audiences.values import Untranslated
from reporting.audiences.view import view_of
from reporting.records.levels import Level
from tests.support.desk import COMMITMENTS, DIALOGUE, HOUSE, ON, ROUND_6, ROUND_7, register, view

INTERNAL = Level.INTERNAL


def test_names_are_those_of_the_day_of_the_meeting() -> None:
    names = {
        meeting: view(meeting=meeting).data["round"]["members"][0]["party"]["short"].text
        for meeting in ("06-averin", "07-port")
    }
    assert names == {"06-averin": "Old Velmora", "07-port": "Velmora"}


def test_a_function_is_the_one_held_on_the_day() -> None:
    speaker = view().data["round"]["quotes"][0]["speaker"]
    assert speaker["function"]["title"].text == "Minister"
    assert speaker["name"] == "Ms\u00a0Ana Sol"
    assert speaker["listed_name"] == "Ms\u00a0Ana SOL"
    assert speaker["short_name"] == "Ms\u00a0Sol"


def test_a_family_name_comes_first_where_it_is_written_so() -> None:
    head = view(Level.PARTNERS).data["round"]["parties"][1]["head"]
    assert head["name"] == "Brek Tam"
    assert head["function"]["organisation"]["official"].text == "Straits Union"


def test_a_reference_leads_to_a_country_or_to_an_organisation() -> None:
    parties = view().data["round"]["parties"]
    assert [each["party"]["is_state"] for each in parties] == [True, True, False]
    assert [each["party"]["id"] for each in parties] == ["VE", "OS", "straits-union"]
    assert parties[2]["party"]["short"].text == "Straits Union"


def test_topics_of_an_agenda_lead_to_the_topics_of_the_round() -> None:
    (item,) = view(Level.PARTNERS).data["round"]["agenda"]
    assert [each["title"].text for each in item["topics"]] == ["pilotage"]


def test_a_topic_brief_leads_to_its_topic() -> None:
    assert view(Level.RESTRICTED).data["briefing"]["topics"][0]["topic"]["title"].text == "pilotage"


def test_members_and_guests_are_told_apart() -> None:
    round_ = view().data["round"]
    assert [each["party"]["id"] for each in round_["members"]] == ["VE", "OS"]
    assert [each["party"]["id"] for each in round_["guests"]] == ["straits-union"]


def test_parties_follow_the_order_of_the_round_or_else_of_the_house() -> None:
    def order(house: str = HOUSE, round_7: str = ROUND_7) -> list[str]:
        return [each["party"]["id"] for each in view(house=house, round_7=round_7).data["round"]["members"]]

    by_letter = HOUSE + "party_order: alphabetical\n"
    assert order() == ["VE", "OS"]
    assert order(house=by_letter) == ["OS", "VE"]
    assert order(house=by_letter, round_7=ROUND_7 + "party_order: as-listed\n") == ["VE", "OS"]


def test_a_round_may_order_its_parties_otherwise_for_one_type() -> None:
    round_7 = ROUND_7 + "party_order: as-listed\npaper_orders: [{paper: joint-statement, order: alphabetical}]\n"
    made = register(round_7=round_7)
    series = made.series["straits"]
    meeting = series.meetings["07-port"]
    orders = {
        type_: [
            each["party"]["id"]
            for each in view_of(
                made, series, meeting, audience=Level.PUBLIC, language="en", on=ON, type_=type_, order="alphabetical"
            ).data["round"]["members"]
        ]
        for type_ in ("joint-statement", "press-release")
    }
    assert orders == {"joint-statement": ["OS", "VE"], "press-release": ["VE", "OS"]}


def test_topics_fall_into_occasions() -> None:
    occasions = view().data["round"]["occasions"]
    assert [(each["occasion"], len(each["topics"])) for each in occasions] == [("plenary", 1), ("working-lunch", 1)]


def test_a_paper_is_dated_by_publication_or_else_by_the_last_day() -> None:
    day = datetime.date
    two_days = ROUND_7.replace("start: 2031-10-21", "start: 2031-10-21\nend: 2031-10-22")
    assert view().data["round"]["issued"] == day(2031, 10, 21)
    assert view(round_7=two_days).data["round"]["issued"] == day(2031, 10, 22)
    assert view(round_7=two_days + "published: 2031-10-23\n").data["round"]["issued"] == day(2031, 10, 23)


def test_the_house_issues_where_the_dialogue_names_nobody() -> None:
    other = DIALOGUE + "issuer: straits-union\n"
    assert view().data["issuer"]["short"].text == "MER"
    assert view(dialogue=other).data["issuer"]["official"].text == "Straits Union"


def test_contacts_and_programmes_of_the_round_go_before_the_standing_ones() -> None:
    own = ROUND_7 + "press: {contacts: [{name: Envoy's desk}]}\n"
    assert [each["name"].text for each in view().data["contacts"]] == ["Press desk"]
    assert [each["name"].text for each in view(round_7=own).data["contacts"]] == ["Envoy's desk"]
    assert [each["acronym"].text for each in view().data["programmes"]] == ["HARBOUR"]


def test_a_text_that_lacks_the_language_says_which_it_has() -> None:
    record = ROUND_7.replace("text: to share *charts*", "text: {fr: partager, ru: делиться}")
    assert view(round_7=record).data["round"]["outcomes"][0]["text"] == Untranslated(
        "round.outcomes[o1].text", "en", ("fr", "ru")
    )


def test_earlier_rounds_are_told_in_short() -> None:
    (before,) = view().data["earlier"]
    assert (before["number"], before["place"]["city"].text, before["is_planned"]) == (6, "Averin", False)
    assert before["last_day"] == datetime.date(2030, 5, 2)


def test_what_is_hidden_of_a_round_is_hidden_when_it_is_told_as_an_earlier_one() -> None:
    raised = ROUND_6.replace("number: 6", "number: 6\naudience: {place: internal}")
    assert view(round_6=raised).data["earlier"][0]["place"] is None
    assert view(INTERNAL, round_6=raised).data["earlier"][0]["place"] is not None
    assert view(round_6=ROUND_6 + "audience: internal\n").data["earlier"] == []


def test_the_previous_round_comes_with_the_names_it_had() -> None:
    previous = view().data["previous"]
    assert previous["number"] == 6
    assert previous["members"][0]["party"]["short"].text == "Old Velmora"
    assert view(meeting="06-averin").data["previous"] is None


def test_only_parts_that_are_asked_for_are_there() -> None:
    made = view(INTERNAL, parts=())
    assert set(made.data) == {"house", "issuer", "dialogue", "round", "voice", "designations", "contacts", "programmes"}


def test_commitments_are_those_of_earlier_rounds() -> None:
    made = view(INTERNAL).data["commitments"]
    assert [(each["id"], each["is_overdue"]) for each in made] == [("c1", True), ("c2", False)]
    assert view(INTERNAL, meeting="06-averin").data["commitments"] == []
    assert "commitments" not in view(Level.PARTNERS).data


def test_a_commitment_is_overdue_by_the_day_that_counts_as_today() -> None:
    on = datetime.date(2031, 6, 30)
    assert not view(INTERNAL, on=on).data["commitments"][0]["is_overdue"]


def test_a_commitment_leads_to_the_outcome_of_its_own_round() -> None:
    earlier = ROUND_6 + "outcomes: [{id: o1, verb: agree, text: to meet again}]\n"
    linked = COMMITMENTS.replace("{id: c1,", "{id: c1, outcome: o1,")
    (first, _) = view(INTERNAL, round_6=earlier, commitments=linked).data["commitments"]
    assert first["outcome"]["text"].text == "to meet again"
    assert first["round"]["number"] == 6


def test_a_view_with_acronyms_depends_on_the_glossary_and_another_does_not() -> None:
    glossary = "data/registers/glossary.yaml"
    assert glossary in view(parts=("acronyms",)).files
    assert glossary not in view(parts=()).files
