"""Templates that try to get out: to run code, to read files, to reach a network, to see what is not theirs.

Each is refused with the place where it stands, by the check before there is any data and again when a paper is made.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reporting.drafting.draft import Drafted
from reporting.drafting.templates import templates_of
from reporting.problems import Problem
from reporting.workspace import Folder, Memory
from tests.support.drafting import drafted, found

CANARY = "zqxwvtrpnm"
WALK = ".__class__.__mro__[1].__subclasses__()"
ESCAPES = {
    # Walks through attributes.
    "the class of a text": "{{ ''.__class__ }}",
    "all classes": "{{ ''" + WALK + " }}",
    "the class of a list": "{{ [].__class__.__base__ }}",
    "the class of a number": "{{ (1).__class__ }}",
    "by brackets": "{{ ''['__class__'] }}",
    "by letters put together": "{{ ''['__cla' ~ 'ss__'] }}",
    "by letters in hexadecimal": r"{{ ''['\x5f\x5fclass\x5f\x5f'] }}",
    "by the filter attr": "{{ '' | attr('__class__') }}",
    "by map": "{{ [''] | map(attribute='__class__') | list | join }}",
    "by map and a path": "{{ [''] | map(attribute='__class__.__mro__') | list | join }}",
    "by selectattr": "{% for each in [''] | selectattr('__class__') %}{{ each.__class__ }}{% endfor %}",
    "by the filter attr in map": "{{ [''] | map('attr', '__class__') | list | join }}",
    "the globals of a macro": "{% macro m() %}{% endmacro %}{{ m.__globals__ }}",
    "the function of a macro": "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "the environment of a macro": "{% macro m() %}{% endmacro %}{{ m._environment.loader }}",
    "the frames of a loop": "{% for each in round.topics %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "the iterator of a loop": "{% for each in round.topics %}{{ loop._iterator }}{% endfor %}",
    "the context of a block": "{% block a %}{{ self._TemplateReference__context }}{% endblock %}",
    "the inside of a namespace": "{% set ns = namespace(a=1) %}{{ ns._Namespace__attrs }}",
    "the class of a namespace": "{{ namespace.__init__.__globals__ }}",
    "the class of the view": "{{ round.__class__ }}",
    "the fields behind a thing of the view": "{{ round._values }}{{ round.data }}",
    "what a name that is not there knows": "{{ nothing.__init__.__globals__ }}",
    "the caller's frame": "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
    # Jinja's own globals and filters.
    "cycler": "{{ cycler.__init__.__globals__.os.environ }}",
    "joiner": "{{ joiner.__init__.__globals__ }}",
    "lipsum": "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "dict": "{{ dict(a=1) }}",
    "range": "{{ range(3) }}",
    "self": "{{ self }}",
    "self and its context": "{{ self.__dict__ }}",
    "config": "{{ config }}",
    "request": "{{ request.application.__globals__ }}",
    "debug": "{% debug %}",
    "get_flashed_messages": "{{ get_flashed_messages.__globals__ }}",
    "url_for": "{{ url_for.__globals__ }}",
    "format of a text": "{{ '{0.__class__}'.format(round) }}",
    "format_map of a text": "{{ '{a.__class__}'.format_map({'a': round}) }}",
    "the filter format": "{{ '%s' | format(round) }}",
    "format by map": "{{ ['{0.__class__}'] | map('format', round) | list | join }}",
    "a sign of per cent": "{{ '%s' % round }}",
    "pprint": "{{ round | pprint }}",
    "tojson": "{{ round | tojson }}",
    "xmlattr": "{{ {'a': 'b'} | xmlattr }}",
    "do": "{% do round.topics.append(1) %}",
    "a method of a list": "{{ round.topics.append(1) }}",
    "a method of a thing": "{{ round.items() }}",
    "a method of a text": "{{ dialogue.name.upper() }}",
    # What would not be escaped.
    "safe": "{{ '<b>' | safe }}",
    "safe by map": "{{ ['<b>'] | map('safe') | list | join }}",
    "autoescape": "{% autoescape false %}{{ '<b>' }}{% endautoescape %}",
    "Markup": "{{ Markup('<b>') }}",
    "the filter forceescape": "{{ '<b>' | forceescape }}",
    "the method of markup": "{{ ('<b>' | escape).unescape() }}",
    # Other files.
    "an absolute path": '{% include "/etc/passwd" %}',
    "a path upwards": '{% include "../../data/house.yaml" %}',
    "a path upwards from a folder": '{% include "note/../../../etc/passwd" %}',
    "a path with the other stroke": r'{% include "..\\..\\data\\house.yaml" %}',
    "a path that leads nowhere, if it is there": '{% include "/etc/passwd" ignore missing %}{{ nothing }}',
    "one of several paths": '{% include ["/etc/hostname", "/etc/passwd"] %}',
    "a path that is worked out": "{% include dialogue.name %}",
    "import of a file": '{% import "/etc/passwd" as other %}',
    "macros of a file": '{% from "../secret.j2" import m %}{{ m() }}',
    "extends of a file": '{% extends "/etc/passwd" %}',
    "extends of what is worked out": '{% extends "/etc/" ~ "passwd" %}',
    "a template named in a string": '{% include "note/{0.__class__}" %}',
    # The outside, by HTML and CSS.
    "a picture of this disk": '<p><img src="file:///etc/passwd" alt="A"></p>',
    "a picture of the network": '<p><img src="https://example.org/a.png" alt="A"></p>',
    "a picture in data": '<p><img src="data:image/svg+xml;base64,PHN2Zy8+" alt="A"></p>',
    "a picture by a path upwards": '<p><img src="../../emblem.png" alt="A"></p>',
    "a link to this disk": '<p><a href="file:///etc/passwd">x</a></p>',
    "a link that runs": '<p><a href="javascript:alert(1)">x</a></p>',
    "a link to data": '<p><a href="data:text/html,x">x</a></p>',
    "a link to a neighbour": '<p><a href="notes.yaml">x</a></p>',
    "an attachment": '<link rel="attachment" href="file:///etc/passwd">',
    "a style sheet": '<link rel="stylesheet" href="file:///etc/passwd">',
    "a style": "<style>@import url(file:///etc/passwd)</style>",
    "a style of an element": '<p style="background: url(file:///etc/passwd)">x</p>',
    "a script": "<script>alert(1)</script>",
    "an event": '<p onclick="alert(1)">x</p>',
    "a frame": '<iframe src="file:///etc/passwd"></iframe>',
    "an object": '<object data="file:///etc/passwd"></object>',
    "an embedded file": '<embed src="file:///etc/passwd">',
    "a base": '<base href="file:///etc/"><p>x</p>',
    "a form": '<form action="https://example.org"><input name="a"></form>',
    "another page at once": '<meta http-equiv="refresh" content="0;url=file:///etc/passwd">',
    "a drawing with a picture": '<svg viewBox="0 0 9 9"><title>A</title><image href="file:///etc/passwd"/></svg>',
    "a drawing that uses another": '<svg viewBox="0 0 9 9"><title>A</title><use href="/etc/passwd#a"/></svg>',
    "a drawing with HTML": '<svg viewBox="0 0 9 9"><title>A</title><foreignObject><p>x</p></foreignObject></svg>',
    "a drawing painted with an address": (
        '<svg viewBox="0 0 9 9"><title>A</title><path d="M0 0" fill="url(file:///etc/passwd)"/></svg>'
    ),
    "an inclusion of XML": '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>',
    "an entity": '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;</p>',
    "an instruction to a processor": "<?php phpinfo(); ?><p>x</p>",
    "a value in a style": "<style>p::before { content: '{{ dialogue.name }}' }</style>",
    "a value in an attribute without quotation marks": "<p title={{ dialogue.name }}>x</p>",
}


def problems_of(source: str) -> list[Problem]:
    """What the check says, and what is said when the paper is made all the same."""
    return [*found(source), *drafted(source).problems]


@pytest.mark.parametrize("name", ESCAPES)
def test_a_template_that_tries_to_get_out_is_refused_with_its_place(
    name: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOMETHING", CANARY)
    errors = [each for each in problems_of(ESCAPES[name]) if each.is_error]
    assert errors
    assert all(each.place is not None and each.place.file.startswith("templates/") for each in errors)
    made = drafted(ESCAPES[name])
    assert made.document is None or is_harmless(made)
    assert CANARY not in str(errors) + str(made.document) + "".join(capfd.readouterr())


def is_harmless(made: Drafted) -> bool:
    """Whether a paper that the check would not let through holds nothing that it should not."""
    assert made.document is not None
    html = made.document.html
    return not any(word in html for word in ("class", "object at 0x", "<script", "file:", "passwd", "function", CANARY))


def test_the_list_of_escapes_is_long() -> None:
    assert len(ESCAPES) >= 40


def test_a_template_that_is_a_link_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/house.yaml").write_text("x", "utf-8")
    (tmp_path / "secret.j2").write_text(CANARY, "utf-8")
    folder = tmp_path / "templates/note"
    folder.mkdir(parents=True)
    (folder / "en.html.j2").symlink_to(tmp_path / "secret.j2")
    (tmp_path / "templates/other").symlink_to(tmp_path)
    (folder / "real.html.j2").write_text("<p>x</p>", "utf-8")
    made = templates_of(Folder(tmp_path, tmp_path / "nothing")).value
    assert list(made.texts) == ["note/real.html.j2"]


@pytest.mark.parametrize(
    "name",
    ["note/../en.html.j2", "/etc/passwd.j2", "note/.hidden.j2", "Note/en.html.j2", "note/en.html.j2\n", "-a/b.j2"],
)
def test_a_template_of_a_strange_name_is_not_there(name: str) -> None:
    assert not templates_of(Memory({f"templates/{name}": "<p>x</p>"})).value.texts


def test_all_that_is_printed_is_escaped_whatever_the_template_is_called() -> None:
    for name in ("a.html.j2", "a.svg.j2", "a.txt.j2", "a.css.j2", "a.j2"):
        made = drafted(f'<p>{{% include "note/{name}" %}}</p>', others={f"note/{name}": "{{ '<b>&' }}"})
        assert made.document is not None, made.problems
        assert "&lt;b&gt;&amp;" in made.document.html
