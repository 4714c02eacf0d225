"""Who may read what: raised, lowered with a reason, inherited."""

from __future__ import annotations

import pytest

from reporting.audiences.values import Words
from reporting.audiences.view import View
from reporting.records.levels import Level
from tests.support.desk import ROUND_7, STATEMENT, view

PUBLIC, PARTNERS, INTERNAL, RESTRICTED = Level


def outcomes(made: View) -> list[str]:
    return [each["id"] for each in made.data["round"]["outcomes"]]


def test_a_value_above_the_audience_is_not_there() -> None:
    topic = view(PUBLIC).data["round"]["topics"][0]
    assert "confidential" not in topic
    assert "raised_by" not in topic
    assert view(RESTRICTED).data["round"]["topics"][0]["confidential"].text == "They quarrelled."


@pytest.mark.parametrize(("level", "seen"), [(PUBLIC, ["o1"]), (PARTNERS, ["o1"]), (INTERNAL, ["o1", "o2"])])
def test_a_record_raises_the_level_of_an_item(level: Level, seen: list[str]) -> None:
    assert outcomes(view(level)) == seen


def test_a_record_raises_the_level_of_one_field() -> None:
    record = ROUND_7.replace("number: 7", "number: 7\naudience: {place: partners}")
    assert view(PUBLIC, round_7=record).data["round"]["place"] is None
    assert view(PARTNERS, round_7=record).data["round"]["place"]["city"].text == "Port Averin"


def test_a_record_raises_a_list_of_references_or_of_texts() -> None:
    raised = "audience: {programmes: internal, press: internal}\nprogrammes: [harbour]\n"
    record = ROUND_7 + raised + "press: {notes: [Off the record.]}\n"
    assert view(PUBLIC, round_7=record).data["round"]["programmes"] == []
    assert view(INTERNAL, round_7=record).data["round"]["programmes"][0]["id"] == "harbour"
    inner = ROUND_7 + "press: {audience: {notes: internal}, notes: [Off the record.]}\n"
    assert view(PUBLIC, round_7=inner).data["round"]["press"]["notes"] == []
    assert view(INTERNAL, round_7=inner).data["round"]["press"]["notes"][0].text == "Off the record."


def test_a_whole_thing_is_raised_with_all_that_it_holds() -> None:
    record = ROUND_7.replace("{city: Port Averin,", "{audience: internal, city: Port Averin,")
    assert view(PARTNERS, round_7=record).data["round"]["place"] is None


def test_a_raise_counts_also_where_a_reason_for_lowering_stands_beside_it() -> None:
    record = ROUND_7.replace("{city: Port Averin,", "{audience: internal, lowered: Agreed., city: Port Averin,")
    assert view(PUBLIC, round_7=record).data["round"]["place"] is None


def test_a_field_is_lowered_with_a_reason() -> None:
    heads = [each["head"] for each in view(PUBLIC).data["round"]["parties"]]
    assert [each and each["name"] for each in heads] == [None, "Brek Tam", None]


def test_without_a_reason_nothing_is_lowered() -> None:
    record = ROUND_7.replace("lowered: The envoy was announced in public.", "")
    assert [each["head"] for each in view(PUBLIC, round_7=record).data["round"]["parties"]] == [None, None, None]


def test_nothing_is_lowered_below_what_the_model_allows() -> None:
    record = ROUND_7.replace("raised_by: OS", "raised_by: OS, audience: {raised_by: public}, lowered: They said so.")
    assert "raised_by" not in view(PUBLIC, round_7=record).data["round"]["topics"][0]


def test_an_agenda_is_for_partners_unless_an_item_is_lowered() -> None:
    opened = ROUND_7.replace("{title: Opening,", "{title: Opening, audience: public, lowered: On the website.,")
    assert view(PUBLIC).data["round"]["agenda"] == []
    assert len(view(PARTNERS).data["round"]["agenda"]) == 1
    assert [each["title"].text for each in view(PUBLIC, round_7=opened).data["round"]["agenda"]] == ["Opening"]


def test_an_uncleared_quote_stays_in_the_house() -> None:
    def quotes(level: Level) -> list[str]:
        return [each["id"] for each in view(level).data["round"]["quotes"]]

    assert quotes(PARTNERS) == ["q1"]
    assert quotes(INTERNAL) == ["q1", "q2"]


def test_an_uncleared_quote_cannot_be_lowered() -> None:
    record = ROUND_7.replace("text: Not yet cleared.", "text: No., audience: public, lowered: In a hurry.")
    assert [each["id"] for each in view(PUBLIC, round_7=record).data["round"]["quotes"]] == ["q1"]


def test_a_statement_is_for_the_partners_until_it_is_published() -> None:
    published = STATEMENT.replace("title: Joint", "published: 2031-10-22\ntitle: Joint")
    assert view(PUBLIC).data["statement"] is None
    assert view(PARTNERS).data["statement"]["title"].text == "Joint statement"
    assert view(PUBLIC, statement=published).data["statement"]["title"].text == "Joint statement"


def test_the_own_notes_on_a_paragraph_do_not_reach_the_partners() -> None:
    paragraph = view(PARTNERS).data["statement"]["sections"][0]["paragraphs"][0]
    assert "note" not in paragraph
    assert view(INTERNAL).data["statement"]["sections"][0]["paragraphs"][0]["note"].text == "They wanted more."


def test_a_public_view_does_not_tell_whether_there_is_a_briefing() -> None:
    assert "briefing" not in view(PUBLIC).data
    assert "briefing" not in view(PUBLIC, briefing="").data
    assert view(RESTRICTED).data["briefing"]["scene_setter"].text == "Expect rain."
    assert view(RESTRICTED, briefing="").data["briefing"] is None


def test_what_is_not_seen_is_not_counted() -> None:
    record = ROUND_7.replace(
        "next:", "events: [{what: Secret, when: 2032, audience: internal}, {what: Fair, when: 2032}]\nnext:"
    )
    (event,) = view(PUBLIC, round_7=record).data["round"]["events"]
    assert event["what"] == Words("Fair", "label", "round.events[0].what", "en")


def test_a_paper_says_when_it_holds_invented_matter_that_its_reader_sees() -> None:
    record = ROUND_7.replace("text: the delay,", "text: the delay, illustrative: true,")
    assert not view(PUBLIC, round_7=record).illustrative
    assert view(INTERNAL, round_7=record).illustrative


def test_only_files_that_the_audience_may_know_of_are_named() -> None:
    assert not [each for each in view(PUBLIC).files if "briefing" in each or "commitments" in each]
    assert "data/dialogues/straits/07-port/briefing.yaml" in view(RESTRICTED).files
