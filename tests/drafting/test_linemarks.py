"""What is wrong with a paper is told at the line of the template that wrote it."""

from __future__ import annotations

import pytest

from reporting.drafting.lint.tags import check_tags
from tests.support.drafting import drafted

PART = {
    "house/part.html.j2": "<p>\n{{ round.number }}</p>\n<h2>A</h2>\n{% for topic in round.topics %}\n<h4>B</h4>{% endfor %}"
}
HIDDEN = '{# <b> #}{% set x = "<i>" %}<!-- <font> -->\n'


@pytest.mark.parametrize(
    ("source", "places"),
    [
        ("<p>a</p>\n<marquee>x</marquee>", ["D010 templates/note/en.html.j2:2:1"]),
        (f"{HIDDEN}<p>x</p> <marquee>x</marquee>", ["D010 templates/note/en.html.j2:2:10"]),
        ("{% include 'house/part.html.j2' %}", ["D031 templates/house/part.html.j2:5:1"]),
        ("{% macro m(t) %}\n<p><h3>{{ t.title }}</h3></p>\n{% endmacro %}<h2>A</h2>{{ m(round.topics[0]) }}",
         ["D020 templates/note/en.html.j2:2:4"]),
        ("<p>a</p>\n{% for topic in round.topics %}\n<p class=\"x\">{{ topic.title }}</p>{% endfor %}",
         ["D014 templates/note/en.html.j2:3:1"]),
    ],
)  # fmt: skip
def test_a_fault_of_the_document_is_told_at_the_tag_of_the_template(source: str, places: list[str]) -> None:
    problems = [each for each in drafted(source, others=PART).problems if each.code[0] == "D"]
    assert [f"{each.code} {each.place}" for each in problems] == places


def test_marks_of_lines_leave_no_trace_in_a_paper() -> None:
    made = drafted("<p>a</p><h2 class='marking'>B</h2><p>c</p>")
    assert all("\ue7f0" not in each.sentence for each in made.problems)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<p>a</p>\n<div class='x'>b</div>", ["D010 2:1"]),
        ("{% if false %}<b>x</b>{% endif %}", ["D010 1:15"]),
        (HIDDEN, []),
        ('<p class="small large">', ["D014 1:1"]),
        ('<p {% if x %}class="large"{% endif %}>', []),
        ('<p class="{{ x }}">', []),
        ('<p>a <em class="small">', ["D014 1:6"]),
    ],
)
def test_tags_are_looked_at_before_there_is_a_paper(text: str, told: list[str]) -> None:
    assert [
        f"{each.code} {str(each.place).removeprefix('templates/a.j2:')}" for each in check_tags({"a.j2": text})
    ] == told
