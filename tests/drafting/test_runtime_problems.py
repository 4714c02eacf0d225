"""What goes wrong while a paper is drafted becomes a problem with a line of the template, never a traceback."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from reporting.records.levels import Level
from tests.support.desk import ROUND_7
from tests.support.drafting import drafted


def told(source: str, level: Level = Level.PUBLIC, *, others: Mapping[str, str] | None = None) -> list[str]:
    """Code and line of each problem."""
    return [f"{each.code} {each.place}" for each in drafted(source, level, others=others).problems]


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("round.title", "T016"),  # empty
        ("round.is_planned", "T016"),
        ("round.start", "T016"),
        ("round.outcomes", "T016"),
        ("round.place", "T016"),
        ("none", "T016"),
        ("true", "T016"),
        ("round.titel", "T011"),
        ("nobody", "T011"),
        ("round.outcomes[9].text", "T011"),
        ("round.title.text", "T011"),
        ("round.title | date", "T010"),
        ("round.items", "T011"),
        ("round.keys()", "T011"),
        ("round.outcomes[0].text.replace('a', 'b')", "T011"),
        ("round.__class__", "T011"),
        ("''.__class__.__mro__", "T011"),
        ("words.verbs.__class__", "T011"),
        ("words.verbs.sing", "T011"),
        ("'a' * 10", "T012"),
        ("'%9d' % 1", "T012"),
        ("2 ** 9", "T012"),
        ("namespace.__init__", "T011"),
        ("1 / 0", "T010"),
    ],
)
def test_what_has_no_form_on_paper_is_a_problem_with_a_line(expression: str, code: str) -> None:
    assert told(f"<p>a\n{{{{ {expression} }}}}</p>") == [f"{code} templates/note/en.html.j2:2:1"]


@pytest.mark.parametrize(
    "name", ["safe", "format", "attr", "center", "indent", "batch", "urlize", "xmlattr", "tojson", "d"]
)
def test_filters_that_open_doors_are_not_there(name: str) -> None:
    assert told(f"<p>\n{{{{ round.number | {name} }}}}</p>") == ["T005 templates/note/en.html.j2:2:1"]


@pytest.mark.parametrize("name", ["range(9)", "lipsum()", "cycler()", "joiner()", "dict()", "self.__init__()"])
def test_functions_that_open_doors_are_not_there(name: str) -> None:
    assert [each[:4] for each in told(f"<p>{{{{ {name} }}}}</p>")] in (["T011"], ["T012"])


def test_escaping_cannot_be_switched_off() -> None:
    source = "<p>\n{% autoescape false %}{{ round.place.city }}{% endautoescape %}</p>"
    assert told(source) == ["T005 templates/note/en.html.j2:2:1"]


def test_a_joined_text_is_escaped_and_keeps_its_paths() -> None:
    record = ROUND_7.replace("city: Port Averin", "city: <b>Port</b>")
    made = drafted("<p>{{ 'in ' ~ round.place.city }}</p>", round_7=record)
    assert made.document is not None
    assert '<p>in <span data-from="round.place.city">&lt;b&gt;Port&lt;/b&gt;</span></p>' in made.document.html


def test_every_missing_translation_is_told_at_once_with_its_path() -> None:
    record = ROUND_7.replace("text: to share *charts*", "text: {fr: partager}").replace(
        "title: pilotage", "title: {fr: a}"
    )
    made = drafted("<p>{{ round.outcomes[0].text | sentence }}{{ round.topics[0].title | plain }}</p>", round_7=record)
    assert made.document is None
    assert [(each.code, each.trail) for each in made.problems] == [
        ("T014", "round.outcomes[o1].text"),
        ("T014", "round.topics[pilots].title"),
    ]


def test_an_error_in_an_imported_macro_names_the_line_of_the_macro() -> None:
    say = "\n{% macro city(place) %}\n{{ place.citi }}{% endmacro %}"
    source = '{% import "house/say.html.j2" as say %}<article lang="en"><p>{{ say.city(round.place) }}</p></article>'
    assert told(source, others={"house/say.html.j2": say}) == ["T011 templates/house/say.html.j2:3:1"]


@pytest.mark.parametrize("name", ["other.html.j2", "../../etc/passwd", "/etc/passwd", "note\\\\en.html.j2"])
def test_only_templates_of_the_table_are_found(name: str) -> None:
    assert told(f'<p>{{% include "{name}" %}}</p>') == ["T006 templates/note/en.html.j2:1:1"]


def test_a_macro_without_end_is_stopped() -> None:
    assert [each[:4] for each in told("{% macro m() %}{{ m() }}{% endmacro %}<p>{{ m() }}</p>")] == ["T013"]


def test_messages_of_python_are_not_passed_on_since_they_may_quote_the_record() -> None:
    (problem,) = drafted("<p>{{ briefing.scene_setter | inline | date }}</p>", Level.RESTRICTED).problems
    assert problem.code == "T010"
    assert "rain" not in f"{problem.sentence}{problem.hint}"


def test_what_breaks_the_vocabulary_is_told_with_the_path_of_the_text() -> None:
    made = drafted("<p><b>bold</b></p>")
    assert [each.code for each in made.problems] == ["D010"]
    assert made.document is None
