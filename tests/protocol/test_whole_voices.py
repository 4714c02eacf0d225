"""Each side's release is whole: its own headline, notes, city, languages, order, quotes, heads and press desks."""

from __future__ import annotations

import pytest

from tests.protocol.meeting import FILES, ROUND, text, views

OWN, HOST, OTHER, JOINT = (f"press-release.{voice}en" for voice in ("", "host.", "counterpart-su.", "joint."))
PRESS = """press:
  number: N-7
  headline: Norland counts fish
  notes: [Norland has no more fish]
  city: Nordheim
  day: 2024-05-17
  embargo: {day: 2024-05-17, time: "12:00", zone: Europe/Oslo}
"""
PUBLIC = "audience: {head: public}, lowered: named in public"
QUOTES = """quotes:
  - {id: a, speaker: ada, text: We count., cleared_by: Cabinet, cleared_on: 2024-05-16}
  - {id: b, speaker: olf, text: They count., cleared_by: Cabinet, cleared_on: 2024-05-16}
"""
PEOPLE = "data/registers/people.yaml"
HOUSE = "data/house.yaml"


def changed(*pairs: tuple[str, str]) -> dict[str, str]:
    """The round with some words in place of others."""
    round_ = FILES[ROUND]
    for old, new in pairs:
        assert old in round_
        round_ = round_.replace(old, new)
    return {ROUND: round_}


def voiced(kind: str, more: str) -> tuple[str, str]:
    """More keys for one of the voices."""
    return f"{{kind: {kind},", f"{{kind: {kind}, {more},"


@pytest.mark.parametrize(
    "said", ["Norland counts fish", "no more fish", "Nordheim, 17 May", "Under embargo until 12:00"]
)
def test_what_the_house_prepared_for_the_press_is_in_its_own_paper_and_in_the_joint_one(said: str) -> None:
    prepared = changed(("press: {number: N-7}\n", PRESS))
    assert [name for name in (OWN, HOST, OTHER, JOINT) if said in text(name, prepared)] == [OWN, JOINT]


def test_another_side_has_a_headline_notes_and_a_city_of_its_own() -> None:
    own = "headline: Sunders counts, notes: [Sunders has fish], city: Sunport"
    said = text(OTHER, changed(("press: {number: N-7}\n", PRESS), voiced("counterpart", own)))
    assert all(words in said for words in ("Sunders counts", "Sunders has fish", "Sunport, 16 May 2024"))


@pytest.mark.parametrize(
    ("name", "register", "city"),
    [
        (HOST, "names: [{short: Sunders", "Sund, 16 May"),
        (OTHER, "capitals: [{name: Solheim}]\n  names: [{short: Sunders", "Solheim, 16 May"),
    ],
)
def test_a_host_writes_from_where_they_met_and_a_counterpart_from_its_capital(
    name: str, register: str, city: str
) -> None:
    countries = "data/registers/countries.yaml"
    assert city in text(name, {countries: FILES[countries].replace("names: [{short: Sunders", register)})


@pytest.mark.parametrize(
    ("voices", "printed"),
    [
        ("", {OWN: "ab", HOST: "b", OTHER: "b", JOINT: ""}),
        (", voices: [joint]", {OWN: "a", HOST: "", OTHER: "", JOINT: "b"}),
        (", voices: [own, counterpart-su]", {OWN: "ab", HOST: "", OTHER: "b", JOINT: ""}),
    ],
)
def test_a_side_quotes_its_own_people_and_a_joint_paper_nobody(voices: str, printed: dict[str, str]) -> None:
    quotes = QUOTES.replace(
        "They count., cleared_by: Cabinet, cleared_on: 2024-05-16",
        f"They count., cleared_by: Cabinet, cleared_on: 2024-05-16{voices}",
    )
    record = changed(("press: {number: N-7}\n", quotes))
    for name, wanted in printed.items():
        said = text(name, record)
        assert (
            "".join(each for each, words in (("a", "“We count.”"), ("b", "“They count.”")) if words in said) == wanted
        )


def test_a_joint_paper_names_the_press_desks_of_all_by_party() -> None:
    said = text(JOINT, changed(voiced("counterpart", "contacts: [{name: Another desk}]")))
    assert "Contacts Kingdom of Norland Press desk of Norland Republic of Sunders Press desk of Sunders" in said
    assert "Another desk" not in said
    own = changed(("{kind: joint,", "{kind: joint, contacts: [{name: Desk of both}],"))
    assert "Contacts Desk of both" in text(JOINT, own)


def test_a_joint_paper_presents_the_heads_of_all_delegations_with_those_who_stand_in() -> None:
    heads = (
        f'{{party: "NO", head: ada, {PUBLIC}}}',
        f"{{party: SU, head: olf, represented_by: kim, {PUBLIC.replace('public}', 'public, represented_by: public}')}}}",
    )
    said = text(JOINT, changed(('{party: "NO"}, {party: SU}', ", ".join(heads))))
    assert (
        "The delegations were led by Ms Ada Berg, Minister of Norland, and by H.E. Mr Olf Dahl, Envoy of the Republic of "
        "Sunders, represented by Mr Kim Elle, Deputy Envoy of the Republic of Sunders."
    ) in said


def test_the_running_head_of_a_joint_paper_says_that_it_is_joint() -> None:
    assert text(JOINT).startswith("Joint press release")
    assert text(OWN).startswith("Press release")


def test_a_joint_paper_presents_no_head_while_one_is_not_known() -> None:
    said = text(JOINT, changed(('{party: "NO"}, {party: SU}', f'{{party: "NO", head: ada, {PUBLIC}}}, {{party: SU}}')))
    assert "led by" not in said
    assert "co-chaired it with Ms Ada Berg, Minister of Norland" in said


def test_a_side_presents_its_own_head_who_neither_hosted_nor_chaired() -> None:
    head = changed(
        ('{party: "NO"}, {party: SU}', f'{{party: "NO", head: ada, {PUBLIC}}}, {{party: SU, head: kim, {PUBLIC}}}'),
    )
    led = "The delegation of the Republic of Sunders was led by Mr Kim Elle"
    assert [name for name in (OWN, HOST, OTHER) if led in text(name, head)] == [HOST, OTHER]


def test_a_voice_may_have_languages_of_its_own() -> None:
    names = [name for name in views(changed(voiced("counterpart", "languages: [en, fr]"))) if "press" in name]
    assert "press-release.counterpart-su.fr" in names
    assert "press-release.host.fr" not in names


@pytest.mark.parametrize(
    ("joint", "first"),
    [("", "Norland and the Republic of Sunders"), ("order: alphabetical, ", "Norland and the Republic of Sunders")],
)
def test_a_joint_paper_keeps_the_agreed_order_whatever_the_round_says(joint: str, first: str) -> None:
    ordered = changed(("topics:", "party_order: host-first\ntopics:"), ("{kind: joint,", f"{{kind: joint, {joint}"))
    assert f"brought together {first}" in text(JOINT, ordered)
    assert "brought together the Republic of Sunders and Norland" in text(OWN, ordered)


@pytest.mark.parametrize(
    ("forms", "said"),
    [
        ("running: short", "invitation of the Government of Sunders."),
        ("running: official", "invitation of the Government of the Republic of Sunders."),
        ("parties: short", "brought together Norland and Sunders."),
        ("office: short", "Mr Olf Dahl, Envoy of Sunders, who"),
        ("table: short", "Norland · Sunders"),
    ],
)
def test_the_house_chooses_which_name_of_a_state_stands_where(forms: str, said: str) -> None:
    countries = "data/registers/countries.yaml"
    register = (
        FILES[countries]
        .replace(
            "short: Sunders, official: Republic of Sunders",
            "short: {en: {text: Sunders, article: none}}, official: Republic of Sunders",
        )
        .replace("short: Norland", "short: {en: {text: Norland, article: none}}")
    )
    house = FILES[HOUSE] + f"country_forms: {{{forms}}}\n"
    name = JOINT if forms.startswith("table") else OWN
    assert said in text(name, {HOUSE: house, countries: register})


def test_nobody_of_the_side_that_speaks_has_a_style_in_any_name() -> None:
    styled = {PEOPLE: FILES[PEOPLE].replace("honorific: Ms,", "honorific: Ms, style: H.E.,")}
    assert "H.E. Ms Ada Berg" not in text(OWN, styled)
    assert "H.E. Mr Olf Dahl" in text(OWN, styled)
    assert "H.E. Ms Ada Berg" in text(OTHER, styled)
    assert "H.E. Mr Olf Dahl" not in text(OTHER, styled)
    assert "For Norland H.E. Ms Ada Berg Minister" in text("joint-statement.copy-no.en", styled)
