"""A template that cannot be read is told in our words, at the line that has to be mended."""

from __future__ import annotations

import re

import pytest
from jinja2 import Environment, TemplateSyntaxError

from reporting.drafting.syntax import syntax_problem


def said(source: str) -> str:
    with pytest.raises(TemplateSyntaxError) as raised:
        Environment(autoescape=True).from_string(source)
    problem = syntax_problem(raised.value, "templates/note/en.html.j2")
    return f"{problem.place}: {problem.sentence}; {problem.hint}".removeprefix("templates/note/en.html.j2:")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            "<p>\n{% if a %}\n{% for b in a %}{% endfor %}\n</p>\n\n",
            "2:1: the `if` that begins here has no end; write `{% endif %}` where it ends",
        ),
        (
            "{# {% if x %} #}{% if a %}x{% endif %}\n{% if b %}\n{% if c %}{% endif %}\n",
            "2:1: the `if` that begins here has no end; write `{% endif %}` where it ends",
        ),
        (
            "{% set a = 1 %}\n{% set b %}\n<p>x</p>",
            "2:1: the `set` that begins here has no end; write `{% endset %}` where it ends",
        ),
        ("<p>\n{% fo a in b %}{% endfor %}", "2:1: there is no tag `fo`; did you mean “for”?"),
        ("{% for a in b %}\n{% endif %}{% endfor %}", "2:1: `endif` closes nothing here; the `for` has to be closed first"),
        ("<p>{% endif %}", "1:1: `endif` closes nothing here; take it out, or write what it closes"),
        ("{{ a b }}", "1:1: `}}` is wanted here, and there stands `b`; look at this line and at the one before it"),
        ("{% for a %}{% endfor %}", "1:1: `in` is wanted here, and there stands `%}`; look at this line and at the one before it"),
        ("{{ a) }}", "1:1: nothing can be done with `)` here; look at this line and at the one before it"),
        ("{{ (a} }}", "1:1: nothing can be done with `}` here; `)` is wanted"),
        ("{{ }}", "1:1: something is wanted here that can be worked out; None"),
        ("{% if %}{% endif %}", "1:1: something is wanted here that can be worked out; None"),
        ("{{ a § b }}", "1:1: the sign '§' can stand in no expression; look at this line and at the one before it"),
        ("{# a", "1:1: a comment that begins here has no end; write #} where it ends"),
        ("{{ a.- }}", "1:1: a name or a number is wanted after the dot; look at this line and at the one before it"),
        ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "1:1: there are two blocks `a`; give one of them another name"),
        ("{{ a | datte }}", "1:1: there is no filter `datte`; docs/templates.md lists them"),
        ("{{ a", "1:1: the template ends where `}}` is wanted; look at this line and at the one before it"),
    ],
)  # fmt: skip
def test_what_the_engine_says_is_told_in_our_words(source: str, told: str) -> None:
    assert said(source) == told


def test_nothing_of_what_it_says_names_the_engine() -> None:
    sources = (
        "{% if a %}",
        "{% x %}",
        "{{ a b",
        "{% macro %}",
        "{% set %}",
        "{{ 'a }}",
        "{% from x %}",
        "{{ a is b is c }}",
    )
    told = "\n".join(map(said, sources))
    assert not re.search(r"Jinja|[Tt]oken|Encountered|innermost", told), told
