"""The agenda in four languages: which words each state of it has, what it says of an item, and what it keeps to itself."""

from __future__ import annotations

import pytest

from tests.drafting.coast import Coast
from tests.drafting.dari_coast import COAST as DARI
from tests.drafting.french_coast import COAST as FRENCH
from tests.drafting.russian_coast import COAST as RUSSIAN
from tests.protocol.meeting import FILES

ENGLISH = Coast(FILES, "en")
COASTS = {"en": ENGLISH, "fr": FRENCH, "ru": RUSSIAN, "fa-AF": DARI}
HOURS = 'agenda: [{title: Fish, start: "09:30", end: "10:00"}]\n'
PLANNED = "state: planned\noutcomes: []\n"
ANNOTATED = "agenda: [{title: Fish, annotation: Count them.}]\n"
STATUS = [
    (PLANNED + HOURS, ["Provisional agenda", "Ordre du jour provisoire", "Предварительная повестка дня", "آجندای مقدماتی"]),
    (PLANNED + ANNOTATED, ["Annotated provisional agenda", "Ordre du jour provisoire annoté", "Аннотированная предварительная повестка дня", "آجندای مقدماتی با توضیحات"]),
    ("agenda_adopted: 2024-05-16\n" + HOURS, ["Agenda as adopted", "Ordre du jour adopté", "Утверждённая повестка дня", "آجندای تصویب‌شده"]),
    (HOURS, ["Agenda as held", "Ordre du jour effectif", "Повестка дня состоявшейся встречи", "آجندای نشست برگزارشده"]),
]  # fmt: skip
GRID = [
    ("en", "Time No. Item 09:30–10:00 1 Fish"),
    ("fr", "Heure Nº Point 9 h 30 – 10 h 00 1 Fish"),
    ("ru", "Время № Пункт 09:30–10:00 1 Fish"),
    ("fa-AF", "وقت شماره موضوع ۰۹:۳۰ تا ۱۰:۰۰ ۱ Fish"),
]
ZONES = [
    ("en", "All times are Bishkek time (UTC+6)."),
    ("fr", "Toutes les heures sont indiquées en heure de Bichkek (UTC+6)."),
    ("ru", "Указано время г. Бишкек (UTC+6)."),
    ("fa-AF", "همهٔ اوقات به وقت بیشکک (UTC+6) است."),
]
ITEMS = [
    ("kind: restricted-session", "Fish Restricted session"),
    ("lead: AL", "Fish Introduced by: Alvia"),
    ("chair: {person: ada, party: 'NO'}", "Fish Chair: Ms Ada BERG (Kingdom of Norland)"),
    (
        "speakers: [{person: ada, party: 'NO'}, {person: kim}]",
        "Fish Speakers: Ms Ada BERG (Kingdom of Norland); Mr Kim ELLE",
    ),
    ("room: Blue Hall", "Fish Blue Hall"),
    ("press: open", "Fish Open to the press"),
    ("press: opening", "Fish Press at the opening only"),
    ("press: pool", "Fish Press pool only"),
    ("press: closed", "Fish Closed to the press"),
    ("interpretation: [en, ru]", "Fish Interpretation: English and Russian"),
    ("documents: [Note 1, Note 2]", "Fish Documents: Note 1; Note 2"),
    ("lead: AL, room: Blue Hall, press: closed", "Fish Introduced by: Alvia · Blue Hall · Closed to the press"),
]
DAYS = """\
end: 2024-05-17
agenda:
  - {title: Fish, start: "09:30"}
  - {title: Coffee, kind: break, start: "10:30"}
  - {title: Nets, day: 2024-05-17}
"""


def said(lines: str, language: str = "en") -> str:
    """The words of the agenda."""
    return COASTS[language].text(lines, name=f"01-sund/agenda.{language}")


@pytest.mark.parametrize(("lines", "titles"), STATUS)
def test_the_title_says_how_far_the_agenda_has_come(lines: str, titles: list[str]) -> None:
    for language, title in zip(COASTS, titles, strict=True):
        assert f" {title} " in said(lines, language)


@pytest.mark.parametrize(("language", "grid"), GRID)
def test_hours_and_numbers_stand_in_columns_in_the_figures_of_the_language(language: str, grid: str) -> None:
    assert grid in said(HOURS, language)


@pytest.mark.parametrize(("language", "line"), ZONES)
def test_the_zone_is_named_once(language: str, line: str) -> None:
    words = said("zone: Asia/Bishkek\n" + HOURS, language)
    assert line in words
    assert words.count("UTC") == 1


@pytest.mark.parametrize(("lines", "words"), ITEMS)
def test_an_item_says_who_leads_where_and_before_whom(lines: str, words: str) -> None:
    assert said(f"agenda: [{{title: Fish, {lines}}}]\n").endswith(words)


def test_days_have_headings_numbers_run_on_and_breaks_have_none() -> None:
    words = said(DAYS)
    assert "16–17 May 2024" in words
    assert "Thursday 16 May 2024 Time No. Item 09:30 1 Fish 10:30 Coffee" in words
    assert words.endswith("Friday 17 May 2024 Time No. Item 2 Nets")


def test_an_agenda_of_titles_has_no_column_of_hours_and_names_no_clock() -> None:
    words = said("zone: Asia/Bishkek\nagenda: [{title: Fish}]\n")
    assert words.endswith("No. Item 1 Fish")
    assert "UTC" not in words


def test_hours_of_a_place_without_a_zone_are_called_local() -> None:
    assert "All times are local." in said(HOURS)


def test_a_meeting_by_video_says_so_in_place_of_the_city() -> None:
    changed = {**ENGLISH.files, "data/dialogues/coast/01-sund/round.yaml": "\n".join(
        line for line in ENGLISH.files["data/dialogues/coast/01-sund/round.yaml"].splitlines() if "place:" not in line
    )}  # fmt: skip
    lines = "mode: video\nzone: Europe/Oslo\nzone_name: Sund time\n" + HOURS
    words = Coast(changed, "en").text(lines, name="01-sund/agenda.en")
    assert "By video conference, Thursday 16 May 2024" in words
    assert "All times are Sund time (UTC+2)." in words


def test_annotations_follow_the_grid_under_the_number_of_their_item() -> None:
    assert said("agenda: [{title: Nets}, {title: Fish, annotation: Count them.}]\n").endswith(
        "1 Nets 2 Fish Annotations 2. Fish Count them."
    )


def test_the_draft_stands_in_the_head_of_every_page() -> None:
    made = ENGLISH.drafted(PLANNED + "agenda_draft: {number: 2, day: 2024-05-02}\n" + HOURS, name="01-sund/agenda.en")
    assert made.document is not None
    assert '<p class="running-head notice">Draft 2 of 2\u00a0May\u00a02024</p>' in made.document.html
    assert made.document.properties.draft == "Draft 2 of 2\u00a0May\u00a02024"


def test_what_the_own_side_minds_is_not_printed() -> None:
    assert "door" not in said("agenda: [{title: Fish, handling: Take the back door.}]\n")


def test_a_joint_agenda_names_all_parties_in_its_head() -> None:
    joint = ENGLISH.text(HOURS, name="01-sund/agenda.joint.en")
    assert "Kingdom of Norland · Republic of Sunders Agenda as held" in joint


def test_an_item_is_known_by_its_id_and_without_one_by_its_place() -> None:
    made = ENGLISH.drafted("agenda: [{title: Nets}, {id: fish, title: Fish}]\n", name="01-sund/agenda.en")
    assert made.document is not None
    assert 'data-from="round.agenda[0].title"' in made.document.html
    assert 'data-from="round.agenda[fish].title"' in made.document.html


def test_a_round_without_items_for_its_readers_has_no_agenda() -> None:
    with pytest.raises(ValueError, match="not enough values"):
        said("agenda: [{title: Fish, audience: internal}]\n")
