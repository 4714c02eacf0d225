"""Which languages a meeting's papers are made in, and what a language still lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporting.build.beginning.language import begun_language, wanted_of_registers
from reporting.build.planning.plan import languages_of_all, meetings, plan
from reporting.cli.main import run
from reporting.drafting.coverage import labels_of, lacking_in
from reporting.drafting.lint.check import check_templates
from reporting.drafting.templates import templates_of
from reporting.drafting.typefiles import types_of
from reporting.records.load import load_register
from reporting.records.register import Register
from reporting.workspace import Memory

SHIPPED = Memory({}, shipped=True)
HOUSE = """
organisation: EEAS
city: Brussels
languages: [en]
markings: {internal: internal, restricted: restricted}
"""
DIALOGUE = """
names: [{name: Dialogue}]
kind: dialogue
level: ministers
parties: [EU, KZ]
together: the parties
purpose: To meet.
"""
ROUND = "state: held\nstart: 2031-10-21\nparties: [{party: EU}, {party: KZ}]\n"


def register(*, dialogue: str = "", second: str = "") -> Register:
    files = {
        "data/house.yaml": HOUSE,
        "data/registers/places.yaml": "samarkand: {name: {en: Samarkand, fr: Samarcande}}\n",
        "data/dialogues/d/dialogue.yaml": DIALOGUE + dialogue,
        "data/dialogues/d/01-a/round.yaml": "number: 1\n" + ROUND,
        "data/dialogues/d/02-b/round.yaml": "number: 2\n" + ROUND + second,
    }
    read = load_register(Memory(files, shipped=True))
    assert read.problems == ()
    return read.value


def every(language: str) -> dict[str, tuple[str, ...]]:
    """The language, wanted of every type."""
    return {language: tuple(types_of(SHIPPED).value)}


def made(known: Register) -> dict[str, list[str]]:
    """Languages of the press releases, by round."""
    papers = plan(known, types_of(SHIPPED).value).papers
    return {
        meeting.id: [each.language for each in papers if (each.round, each.type) == (meeting.id, "press-release")]
        for _, meeting in meetings(known)
    }


def test_a_round_goes_before_its_dialogue_and_that_before_the_house() -> None:
    assert made(register()) == {"01-a": ["en"], "02-b": ["en"]}
    assert list(languages_of_all(register(dialogue="languages: [fr, en]\n"), types_of(SHIPPED).value)) == ["en", "fr"]
    several = register(dialogue="languages: [fr]\n", second="languages: [ru, kk]\n")
    assert list(languages_of_all(several, types_of(SHIPPED).value)) == ["en", "fr", "ru", "kk"]


BY_TYPE = "languages: [en, fr]\npaper_languages: [{paper: press-release, languages: [en, kk]}]\n"


def test_a_paper_may_have_languages_of_its_own() -> None:
    known = register(second=BY_TYPE)
    types = types_of(SHIPPED).value
    omitted = {(each.type, each.language) for each in plan(known, types).omitted if each.language}
    assert made(known) == {"01-a": ["en"], "02-b": ["en"]}
    assert omitted == {("press-release", "kk")}
    wanted = languages_of_all(known, types)
    assert wanted["kk"] == {"press-release"}
    assert wanted["fr"] == set(types) - {"press-release"}


def test_a_language_of_one_paper_is_lacking_in_no_other() -> None:
    types = types_of(SHIPPED).value
    wanted = languages_of_all(register(second=BY_TYPE), types)
    files = {each.place.file for each in lacking_in(wanted, types, {}) if each.place}
    assert {each for each in files if "kk" in each} == {"templates/words/kk.yaml", "templates/press-release/kk.html.j2"}


def test_a_language_without_a_template_is_not_made_and_says_which_file_is_lacking() -> None:
    omitted = plan(register(second="languages: [kk]\n"), types_of(SHIPPED).value).omitted
    reasons = {
        each.reason for each in omitted if (each.round, each.type, each.language) == ("02-b", "press-release", "kk")
    }
    assert reasons == {"templates/press-release/ has no kk.html.j2"}


@pytest.mark.parametrize("language", ["fr", "ru", "fa-AF"])
def test_words_and_titles_are_whole_in_the_languages_that_come_with_the_program(language: str) -> None:
    problems = lacking_in(every(language), types_of(SHIPPED).value, templates_of(SHIPPED).value.words)
    assert [each for each in problems if each.place is None or not each.place.file.endswith(".html.j2")] == []


def test_a_language_that_nobody_began_lacks_everything_and_says_what() -> None:
    problems = list(lacking_in(every("kk"), types_of(SHIPPED).value, templates_of(SHIPPED).value.words))
    assert {each.code for each in problems} == {"T036", "T038"}
    assert not any(each.is_error for each in problems)
    files = {each.place.file for each in problems if each.place}
    assert {
        "templates/words/kk.yaml",
        "templates/press-release/kk.html.j2",
        "templates/press-release/type.yaml",
    } <= files


def test_labels_that_are_lacking_or_wait_are_named() -> None:
    words = {"templates/words/fr.yaml": 'page: Page\nof: "…"\n'}
    labels = labels_of(Memory(words, shipped=True), ["fr"])
    said = [each.sentence for each in lacking_in(every("fr"), {}, labels)]
    assert "labels are lacking: draft, copy, " in said[0]
    assert said[1] == "1 labels wait to be filled in, of first"


def test_a_language_begun_has_every_file_and_every_label_and_its_templates_are_sound() -> None:
    begun = {each.path: each.text for each in begun_language(SHIPPED, "kk")}
    assert {"templates/words/kk.yaml", "templates/house/say.kk.html.j2", "templates/press-release/kk.html.j2"} <= set(
        begun
    )
    assert 'house/say.kk.html.j2" as say' in begun["templates/briefing-note/kk.html.j2"]
    english = templates_of(SHIPPED).value.words["en"]
    own = templates_of(Memory(begun, shipped=True)).value.words["kk"]
    assert list(own) == list(english)
    assert {own["page"], own["treatments"]["discussed"]["past"]} == {"…"}
    assert own["draft"] == "… {number} {day}"
    assert [each for each in check_templates(Memory(begun, shipped=True)) if each.is_error] == []


def test_what_is_there_already_stays() -> None:
    begun = {each.path for each in begun_language(SHIPPED, "fr")}
    assert "templates/words/fr.yaml" not in begun
    assert "templates/house/say.fr.html.j2" not in begun


def test_the_names_of_the_registers_that_lack_the_language_are_listed() -> None:
    known = register()
    assert ("data/registers/places.yaml", "samarkand.name") in set(wanted_of_registers(known, "ru"))
    assert ("data/registers/places.yaml", "samarkand.name") not in set(wanted_of_registers(known, "fr"))


def test_the_command_begins_a_language_and_check_says_what_is_lacking(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(tmp_path / "lake")
    assert run(["init", root]) == 0
    assert run(["--root", root, "new", "language", "kk"]) == 0
    said = capsys.readouterr().out
    assert "templates/words/kk.yaml\n" in said
    assert "data/registers/people.yaml: edda-marlow.given\n" in said
    assert "  20 names of the registers have no text in kk; write it beside `en:`\n" in said
    house = tmp_path / "lake/data/house.yaml"
    house.write_text(house.read_text("utf-8").replace("languages: [en]", "languages: [en, kk]"), "utf-8")
    assert run(["--root", root, "check"]) == 0
    assert "labels wait to be filled in" in capsys.readouterr().out
    assert run(["--root", root, "new", "language", "Kazakh"]) == 2
    assert "did you mean “kk”?" in capsys.readouterr().err


def test_a_name_in_one_string_serves_a_language_of_its_alphabet_and_is_counted_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(tmp_path / "lake")
    assert run(["init", root]) == 0
    assert run(["--root", root, "new", "language", "de"]) == 0
    said = capsys.readouterr().out
    assert "  0 names of the registers have no text in de; write it beside `en:`\n" in said
    assert "  20 are one string each, which stands in papers in de as it is; where it should not, write" in said


def test_a_language_in_which_nothing_of_an_order_is_made_is_told_once_and_not_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(tmp_path / "lake")
    assert run(["init", root]) == 0
    order = ["--root", root, "build", "lake-dialogue/01-port-orla", "--type", "press-release"]
    for language in ("kk", "fa-AF"):
        capsys.readouterr()
        assert run([*order, "--language", language]) == 2
        said = capsys.readouterr().err
        assert f"nothing that was asked for is made in “{language}”; what was asked for is made in en" in said
        assert "Traceback" not in said
    house = tmp_path / "lake/data/house.yaml"
    house.write_text(house.read_text("utf-8").replace("languages: [en]", "languages: [en, kk]"), "utf-8")
    assert run([*order, "--language", "kk"]) == 2
    assert "in “kk”: templates/press-release/ has no kk.html.j2;" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (["--voice", "owns"], "made in the voice “owns”; did you mean “own”? what was asked for is made in own"),
        (["--voice", "own,joint"], "made in the voice “joint”; what was asked for is made in own"),
        (["--voice", "zebra", "--type", "briefing-note"], "made in the voice “zebra”; `reporting list` names all"),
    ],
)
def test_a_voice_in_which_nothing_is_made_is_refused_as_a_language_is(
    chosen: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(tmp_path / "lake")
    assert run(["init", root]) == 0
    assert run(["--root", root, "build", "lake-dialogue/01-port-orla", "--dry-run", *chosen]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_a_language_from_right_to_left_is_begun_as_any_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    """Persian has a house style of its own, and Arabic the data of the CLDR; both make a paper at once."""
    root = tmp_path / "lake"
    assert run(["init", str(root)]) == 0
    assert run(["--root", str(root), "new", "language", language]) == 0
    house = root / "data/house.yaml"
    house.write_text(house.read_text("utf-8").replace("languages: [en]", f"languages: [en, {language}]"), "utf-8")
    capsys.readouterr()
    assert run(["--root", str(root), "check"]) == 0
    lacking = capsys.readouterr().out
    assert f"press-release has no title in `{language}`" in lacking
    assert "labels wait to be filled in, page first" in lacking
    order = ["--root", str(root), "build", "lake-dialogue/01-port-orla", "--type", "press-release"]
    assert run([*order, "--language", language, "--format", "html", "--jobs", "1"]) == 0
    page = root / f"output/public/lake-dialogue/01-port-orla/press-release.{language}.html"
    assert f'<html lang="{language}" dir="rtl">' in page.read_text("utf-8")


def test_a_language_of_which_nothing_is_known_is_told(tmp_path: Path) -> None:
    assert {each.code for each in lacking_in(every("tlh"), {}, {"tlh": {}, "en": {}})} == {"T039"}
    assert list(lacking_in(every("kk"), {}, {"kk": {}, "en": {}})) == []


KAZAKH = """\
<article lang="{{ paper.language }}">
<h1>{{ dialogue.name }}</h1>
<p class="dateline">{{ round.place.city }}, {{ round.start | date }}</p>
<p>Тараптар {{ round.start | date }} күні {{ round.number | ordinal }}-отырыс өткізді:
{{ round.topics | map(attribute="title") | listing }}. {{ 1234567 | number }}; {{ 12 | percent }}.</p>
</article>
"""
ROUND_1 = "data/dialogues/lake-dialogue/01-port-orla/round.yaml"
FILLED = [
    (ROUND_1, "state: published", "state: published\npaper_languages: [{paper: press-release, languages: [en, kk]}]"),
    (ROUND_1, "city: Port Orla", "city: {en: Port Orla, kk: Порт-Орла}"),
    (ROUND_1, "title: the level of the lake", "title: {en: the level of the lake, kk: көл деңгейі}"),
    (ROUND_1, "title: ferry traffic in winter", "title: {en: ferry traffic in winter, kk: қысқы паром қатынасы}"),
    (
        "data/dialogues/lake-dialogue/dialogue.yaml",
        "name: Lake Dialogue between Orlaine and Sennmark",
        "name: {en: Lake Dialogue between Orlaine and Sennmark, kk: Көл диалогы}",
    ),
    ("templates/press-release/type.yaml", "title: {", "title: {kk: Баспасөз хабарламасы, "),
]


def test_a_language_is_begun_filled_in_and_made_without_a_line_of_python(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "lake"
    told = ["--root", str(root)]
    assert run(["init", str(root)]) == 0
    assert run([*told, "new", "language", "kk"]) == 0
    assert run([*told, "new", "template", "press-release/type.yaml"]) == 0
    for path, old, new in FILLED[:1]:
        change(root, path, old, new)
    capsys.readouterr()
    assert run([*told, "check"]) == 0
    lacking = capsys.readouterr().out
    assert "templates are for `kk` and still English: templates/" in lacking
    assert "labels wait to be filled in, page first" in lacking
    assert "2 names lack a text in kk that papers print (countries): OR, SE [T064]" in lacking
    for path, old, new in FILLED[1:]:
        change(root, path, old, new)
    words = root / "templates/words/kk.yaml"
    words.write_text(words.read_text("utf-8").replace("…", "жазба"), "utf-8")
    (root / "templates/press-release/kk.html.j2").write_text(KAZAKH, "utf-8")
    assert run([*told, "check"]) == 0
    assert "[T038]" not in capsys.readouterr().out
    order = ["build", "lake-dialogue/01-port-orla", "--type", "press-release", "--language", "kk"]
    assert run([*told, *order, "--format", "txt", "--jobs", "1"]) == 0
    made = root / "output/public/lake-dialogue/01-port-orla/press-release.kk.txt"
    text = " ".join(made.read_text("utf-8").split())
    assert "Порт-Орла, 2030 ж. 12 қыркүйек" in text
    assert "1-отырыс өткізді: көл деңгейі және қысқы паром қатынасы. 1 234 567; 12%." in text


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert text.count(old) == 1, (path, old)
    (root / path).write_text(text.replace(old, new), "utf-8")
