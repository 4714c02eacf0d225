"""Templates are checked before there is any data."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from reporting.problems import Severity
from reporting.records.levels import Level
from tests.support.drafting import found

RESTRICTED = Level.RESTRICTED


def codes(source: str, level: Level = Level.PUBLIC, *, others: Mapping[str, str] | None = None) -> list[str]:
    return [each.code for each in found(source, level, others=others)]


@pytest.mark.parametrize(
    ("source", "sentence", "hint"),
    [
        ("{{ rond.number }}", "there is no variable `rond`", "did you mean “round”?"),
        ("{{ round.numbr }}", "`round` has no field `numbr`", "did you mean “number”?"),
        ("{{ round.members[0].party.shor }}", "`round.members.0.party` has no field `shor`", "did you mean “short”?"),
        ("{% for t in round.topics %}{{ t.titel }}{% endfor %}", "`t` has no field `titel`", "did you mean “title”?"),
        ("{% set d = dialogue %}{{ d.nam }}", "`d` has no field `nam`", "did you mean “name”?"),
        (
            "{{ round.topics | map(attribute='titel') | listing }}",
            "`each` has no field `titel`",
            "did you mean “title”?",
        ),
        ("{{ words.verb }}", "`words` has no field `verb`", "did you mean “verbs”?"),
        ("{{ paper.titel }}", "`paper` has no field `titel`", "did you mean “title”?"),
        ("{{ round.number.real }}", "a plain value has no field `real`", None),
        ("{{ dialogue.name.text }}", "a text has no field `text`", None),
    ],
)
def test_an_unknown_field_is_found_wherever_it_is_asked_for(source: str, sentence: str, hint: str | None) -> None:
    problems = [each for each in found(f"<p>\n{source}</p>") if each.code == "T001"]
    assert [(each.sentence, each.hint) for each in problems] == [(sentence, hint)]
    assert problems[0].place is not None
    assert problems[0].place.line == 2


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("{{ round.topics[0].confidential }}", "`round.topics.0.confidential` is restricted, and this paper is public at most"),
        ("{% if briefing %}x{% endif %}", "`briefing` is restricted, and this paper is public at most"),
        ("{% if commitments %}x{% endif %}", "`commitments` is internal, and this paper is public at most"),
        ("{{ round.sources | length }}", "`round.sources` is internal, and this paper is public at most"),
        (
            "{% for q in round.quotes %}{{ q.speaker.biography }}{% endfor %}",
            "`q.speaker.biography` is restricted, and this paper is public at most",
        ),
        (
            "{{ round.parties | map(attribute='members') | list | length }}",
            "`each.members` is internal, and this paper is public at most",
        ),
        (
            "{{ round.parties | selectattr('size') | list | length }}",
            "`each.size` is internal, and this paper is public at most",
        ),
    ],
)  # fmt: skip
def test_a_field_above_the_ceiling_is_found_without_data(source: str, sentence: str) -> None:
    assert sentence in [each.sentence for each in found(f"<p>{source}</p>") if each.code == "T002"]


def test_the_same_field_is_fine_in_a_paper_for_those_who_may_read_it() -> None:
    source = "<p>{% for t in round.topics if t.raised_by %}{{ t.raised_by.short }}{% endfor %}</p>"
    assert codes(source, Level.INTERNAL) == []
    assert set(codes(source)) == {"T002"}


def test_a_macro_is_checked_with_what_it_is_given() -> None:
    say = "{% macro title(thing) %}{{ thing.title }}{% endmacro %}"
    use = '{%% import "say.html.j2" as say %%}<article lang="en"><p>{{ say.title(%s) }}</p></article>'
    assert codes(use % "round.topics[0]", others={"say.html.j2": say}) == ["T003"]  # there may be no topic
    assert codes(use % "dialogue", others={"say.html.j2": say}) == ["T001"]
    assert codes(use % "", others={"say.html.j2": say}) == ["T009"]
    assert codes(use.replace("title(", "titel(") % "dialogue", others={"say.html.j2": say}) == ["T001"]


def test_a_leak_through_macro_include_and_block_is_found_with_its_own_file() -> None:
    base = '<article lang="en">{% block body %}{% endblock %}</article>'
    part = "<p>{{ round.sources[0].claim }}</p>"
    source = '{% extends "base.html.j2" %}{% block body %}{% include "part.html.j2" %}{% endblock %}'
    problems = found(source, others={"base.html.j2": base, "part.html.j2": part})
    assert {(each.code, str(each.place)) for each in problems if each.code == "T002"} == {
        ("T002", "templates/part.html.j2:1:13")
    }


@pytest.mark.parametrize(
    "source",
    [
        "{{ round.title }}",
        "{{ round.place.city }}",
        "{% for x in earlier %}{{ x.place.city }}{% endfor %}",
        "{{ round.parties | map(attribute='head.name') | listing }}",
        "{{ (round.guests | first).party.short }}",
        "{{ round.end | date }}",
        "{{ 'on ' ~ round.end | date }}",
    ],
)
def test_an_empty_value_without_a_guard_is_a_warning(source: str) -> None:
    problems = found(f"<p>{source}</p>")
    assert {each.code for each in problems} == {"T003"}
    assert {each.severity for each in problems} == {Severity.WARNING}


@pytest.mark.parametrize(
    "source",
    [
        "{% if round.title %}{{ round.title }}{% endif %}",
        "{% if not round.place %}nowhere{% else %}{{ round.place.city }}{% endif %}",
        "{% if round.is_planned %}soon{% elif round.place %}{{ round.place.city }}{% endif %}",
        "{% if round.place and round.place.country %}{{ round.place.country.short }}{% endif %}",
        "{{ round.title or dialogue.name }}",
        "{{ round.title if round.title else dialogue.name }}",
        "{% if round.title is not none %}{{ round.title }}{% endif %}",
        "{% for x in earlier if x.place %}{{ x.place.city }}{% endfor %}",
        "{{ round.parties | selectattr('head') | map(attribute='head.name') | listing }}",
        "{% if round.guests %}{{ round.guests[0].party.short }}{% endif %}",
        "{% set last = earlier | last %}{% if last %}{{ last.number }}{% endif %}",
        "{% if round.next and round.next.place %}{{ round.next.place }}{% endif %}",
        "{% if round.press.embargo %}{{ round.press.embargo | moment }}{% endif %}",
    ],
)
def test_a_guard_in_any_usual_form_is_understood(source: str) -> None:
    assert codes(f"<p>{source}</p>") == []


def test_a_guard_reaches_into_a_macro() -> None:
    source = (
        "{% macro city(r) %}{{ r.place.city }}{% endmacro %}<p>{% if round.place %}{{ city(round) }}{% endif %}</p>"
    )
    assert codes(source) == []
    assert codes(source.replace("{% if round.place %}{{ city(round) }}{% endif %}", "{{ city(round) }}")) == ["T003"]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("<p>{{ round.place.city | safe }}</p>", "T004"),
        ("<p id={{ round.number }}>x</p>", "T004"),
        ('<p id="{{ dialogue.name }}">x</p>', "T004"),
        ("<p><!-- {{ round.number }} --></p>", "T004"),
        ("<style>p::before { content: '{{ round.number }}' }</style>", "T004"),
        ("<script>{{ round.number }}</script>", "T004"),
        ("<p>{{ round.number | centre }}</p>", "T004"),
        ("<p>{% if round.number is prime %}x{% endif %}</p>", "T004"),
        ("<p>{{ range(3) }}</p>", "T001"),
        ("<p>{{ round.number() }}</p>", "T004"),
        ("<p>{% for x in earlier if loop.first %}x{% endfor %}</p>", "T004"),
        ("<p>{% autoescape false %}x{% endautoescape %}</p>", "T005"),
        ("<p>{% if %}</p>", "T005"),
        ("<p>{{ " + "9" * 5_000 + " }}</p>", "T005"),
        ("<p>{{ 1e999 }}</p>", "T005"),
        ("<p>{% include 'nothing.html.j2' %}</p>", "T006"),
        ("<p>{% include dialogue.kind %}</p>", "T006"),
        ("<p>{% for x in round.number %}x{% endfor %}</p>", "T009"),
        ("<p>{{ dialogue.name | listing }}</p>", "T009"),
        ("<p>{{ round.start }}</p>", "T016"),
        ("<p>{{ round.outcomes }}</p>", "T016"),
        ("<p>{{ round.is_planned }}</p>", "T016"),
        ("<p>{{ dialogue }}</p>", "T016"),
    ],
)
def test_what_a_template_may_not_do_is_found(source: str, code: str) -> None:
    assert code in codes(source)


@pytest.mark.parametrize(
    "source",
    [
        '<p id="o-{{ round.outcomes | length }}">x</p>',
        '<p><abbr title="{{ dialogue.name | plain }}">x</abbr></p>',
        '<p{% if round.is_planned %} class="lead"{% endif %}>{{ round.number }}</p>',
        '<ol>{% set n = namespace(v=1) %}{% for o in earlier %}<li value="{{ n.v }}">{% set n.v = n.v + 1 %}</li>{% endfor %}</ol>',
        "<p>{% for o in round.outcomes %}{{ loop.index }}{% if not loop.last %}, {% endif %}{% endfor %}</p>",
        "<p>{% set words_of = ['a'] + (['b'] if round.guests else []) %}{% for w in words_of %}{{ w }}{% endfor %}</p>",
        "<p>{{ {'a': 'x', 'b': 'y'}['a'] }}{{ 'planned' if round.is_planned }}</p>",
    ],
)
def test_what_a_template_does_every_day_is_fine(source: str) -> None:
    assert codes(source) == []


def test_labels_are_checked_against_all_that_the_record_may_choose() -> None:
    problems = found("<p>{% for o in round.outcomes %}{{ words.verbs[o.verb].past }}{% endfor %}</p>")
    assert {each.code for each in problems} == {"T008"}
    assert "`words.verbs` has no `welcome`" in {each.sentence for each in problems}
    guarded = "<p>{% for o in round.outcomes if o.verb == 'agree' %}{{ words.verbs[o.verb].past }}{% endfor %}</p>"
    assert {each.code for each in found(guarded)} == set()


def test_a_part_that_the_type_does_not_ask_for_is_named_with_the_line_to_write() -> None:
    (problem,) = found("<p>{{ statement.title }}</p>", Level.PARTNERS, parts=("earlier",))
    assert (problem.code, problem.hint) == ("T007", "write `parts: [earlier, statement]` into its type.yaml")


def test_the_title_of_a_restricted_paper_takes_public_fields_only() -> None:
    base = '<article lang="en"><h1>{{ briefing.principal.name if briefing.principal }}</h1></article>'
    source = '{% extends "base.html.j2" %}{% block title %}{{ round.sources[0].claim }}{% endblock %}'
    assert "T002" in codes(source, RESTRICTED, others={"base.html.j2": base})
    fine = source.replace("round.sources[0].claim", "dialogue.name")
    assert "T002" not in codes(fine, RESTRICTED, others={"base.html.j2": base})


def test_templates_that_call_each_other_without_end_are_left_in_peace() -> None:
    assert codes("{% macro m(n) %}{{ m(n) }}{% endmacro %}<p>{{ m(1) }}</p>") == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('{{ house.city | form("article") }}', []),
        ('{{ house.city | form("artcle") }}', ["T062"]),
        ('{{ house.city | form(form="genitive") }}', ["T062"]),
        ('{{ round.members | map(attribute="party.short") | map("form", "genitve") | listing }}', ["T062"]),
    ],
)
def test_a_form_that_names_of_the_language_do_not_have_is_found_where_it_is_asked_for(
    source: str, found: list[str]
) -> None:
    assert codes(f"<p>{source}</p>") == found
