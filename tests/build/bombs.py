"""Bombs: templates, texts, style sheets and pictures that would never come to an end, or eat all there is.

Each is small to write. `{{ ns.t }}` in the middle of a paper, doubled thirty times, is a thousand million letters.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field

LARGE = 1 << 17


@dataclass(frozen=True, slots=True)
class Bomb:
    """A paper that nobody can make, or one that is harmless however it looks."""

    body: str = "<p>Text.</p>"
    """What stands in the article of its template."""
    formats: tuple[str, ...] = ("html",)
    css: str = ""
    """Instead of the style sheet for print."""
    images: dict[str, bytes] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)
    """Templates besides."""


def doubled(text: str, times: int, inside: str = "{{ ns.t }}") -> str:
    """A text that is doubled so many times, and then stands in the paper."""
    double = "{% set ns.t = ns.t ~ ns.t %}" * times
    return f'{{% set ns = namespace(t="{text}") %}}{double}{inside}'


def repeated(text: str, times: int) -> str:
    """Markup that stands there 2 to the power of `times`, by macros that call one another."""
    macros = f"{{% macro m0() %}}{text}{{% endmacro %}}"
    for number in range(times):
        macros += f"{{% macro m{number + 1}() %}}{{{{ m{number}() }}}}{{{{ m{number}() }}}}{{% endmacro %}}"
    return macros + f"{{{{ m{times}() }}}}"


def included(times: int) -> dict[str, str]:
    """Templates that each take in the next one twice."""
    twice = {f"bomb/t{n}.html.j2": f'{{% include "bomb/t{n + 1}.html.j2" %}}' * 2 for n in range(times)}
    return {**twice, f"bomb/t{times}.html.j2": "x"}


def nested(before: str, after: str, times: int, inside: str = "x") -> str:
    return before * times + inside + after * times


def png(width: int, height: int) -> bytes:
    """A picture of one colour, of a few bytes for each thousand points."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    lines = zlib.compress(b"\0" * ((width + 7) // 8 + 1) * height, 9)
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


def svg(inside: str, attributes: str = 'width="100" height="100"', before: str = "") -> bytes:
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


def shown(data: bytes, name: str = "a.svg") -> Bomb:
    return Bomb(f'<p><img src="{name}" alt="A picture."></p>', ("pdf",), images={name: data})


USES = (
    "".join(f'<g id="g{n}">' + f'<use href="#g{n + 1}"/>' * 10 + "</g>" for n in range(8))
    + '<g id="g8"><path d="M0 0h9"/></g>'
)
ENTITIES = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
HUGE = "9" * 4_000
CELLS = "<tr>" + "<td>a</td>" * 1_000 + "</tr>"
TABLE = '<table><caption>T</caption><thead><tr><th scope="col">a</th></tr></thead><tbody>{}</tbody></table>'

BOMBS: dict[str, Bomb] = {
    # Templates that never end, or grow.
    "a loop in a loop in a loop": Bomb(nested("{% for a in round.topics %}", "{% endfor %}", 18)),
    "a range of a thousand million": Bomb("{% for a in range(10**9) %}x{% endfor %}"),
    "a power of a power": Bomb("{{ 9 ** 9 ** 9 }}"),
    "a number squared forty times": Bomb("{% set ns = namespace(n=99999) %}" + "{% set ns.n = ns.n * ns.n %}" * 40 + "{{ ns.n }}"),
    "a text doubled forty times": Bomb(doubled("boom", 40)),
    "a text times a thousand million": Bomb("{{ 'x' * 10 ** 9 }}"),
    "a text as wide as the earth": Bomb("{{ 'x' | center(10 ** 9) }}"),
    "a number of a thousand million places": Bomb("{{ '%1000000000d' % 1 }}"),
    "a format of a thousand million places": Bomb("{{ '{:1000000000d}'.format(1) }}"),
    "a macro that calls itself": Bomb("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"),
    "two macros that call each other": Bomb("{% macro a() %}{{ b() }}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}"),
    "thirty macros that each call the next twice": Bomb(repeated("x", 30)),
    "a caller that calls itself": Bomb("{% macro m() %}{% call m() %}{{ caller() }}{% endcall %}{% endmacro %}{{ m() }}"),
    "a block within itself": Bomb("{% block a %}{{ self.a() }}{% endblock %}"),
    "a loop that begins anew": Bomb("{% for a in round.topics recursive %}{{ loop(round.topics) }}{% endfor %}"),
    "a template that includes itself": Bomb('{% include "bomb/en.html.j2" %}'),
    "a template that extends itself": Bomb('{% extends "bomb/other.html.j2" %}', others={"bomb/other.html.j2": '{% extends "bomb/other.html.j2" %}'}),
    "two templates that include each other": Bomb('{% include "bomb/other.html.j2" %}', others={"bomb/other.html.j2": '{% include "bomb/other.html.j2" %}{% include "bomb/other.html.j2" %}'}),
    "three thousand brackets": Bomb("{{ " + nested("(", ")", 3_000, "1") + " }}"),
    "three thousand lists": Bomb("{{ " + nested("[", "]", 3_000, "1") + " }}"),
    "a thousand conditions in one another": Bomb(nested("{% if true %}", "{% endif %}", 1_000)),
    "twenty thousand names side by side": Bomb("{{ " + " ~ ".join(["'a'"] * 20_000) + " }}"),
    "a text added to itself": Bomb("{% set ns = namespace(t='boom') %}" + "{% set ns.t = ns.t + ns.t %}" * 40 + "{{ ns.t }}"),
    "a list added to itself": Bomb("{% set ns = namespace(t=[1, 2]) %}" + "{% set ns.t = ns.t + ns.t %}" * 40 + "{{ ns.t | length }}"),
    "a paper within a paper forty times": Bomb("{% set ns = namespace(t='boom') %}" + "{% set x %}{{ ns.t }}{{ ns.t }}{% endset %}{% set ns.t = x %}" * 40 + "{{ ns.t }}"),
    "thirty templates that each include the next twice": Bomb('{% include "bomb/t0.html.j2" %}', others=included(30)),
    "a long text in a loop": Bomb(nested("{% for a in round.topics %}" * 2, "{% endfor %}" * 2, 6, "word " * 2_000)),
    "a text joined with itself": Bomb(doubled("ab", 17, "{{ ns.t | plain | slug }}{% set ns.t = ns.t ~ ns.t %}" + "{{ [ns.t, ns.t, ns.t] | join(ns.t) }}" * 400)),
    "an ending that a pattern looks for in vain": Bomb(doubled(".](", 17, "<p>{{ ns.t | sentence }}</p>")),
    "tags that a pattern looks for in vain": Bomb(doubled("<", 22, "<p>{{ ns.t | sentence | plain }}</p>")),
    # Documents that cannot be laid out.
    "a million footnotes": Bomb("<p>x" + repeated('<a role="doc-noteref" href="#n">1</a>', 20) + "</p>", ("pdf",)),
    "a million letters without a space": Bomb("<p>" + doubled("letters", LARGE.bit_length()) + "</p>", ("pdf",)),
    "a thousand columns": Bomb(TABLE.format(CELLS * 300), ("pdf",)),
    "a cell over a million columns": Bomb(TABLE.format('<tr><td colspan="1000000">a</td></tr>'), ("pdf",)),
    "a cell over a million rows": Bomb(TABLE.format('<tr><td rowspan="1000000">a</td></tr>'), ("pdf",)),
    "a quarter of a million rows": Bomb(TABLE.format(repeated("<tr><td>a</td></tr>", 18)), ("pdf",)),
    "tables in tables": Bomb(nested("<table><tr><td>", "</td></tr></table>", 300), ("pdf",)),
    "lists in lists": Bomb(nested("<ul><li>", "</li></ul>", 2_000), ("pdf",)),
    "quotations in quotations": Bomb(nested("<blockquote>", "</blockquote>", 400, "<p>x</p>"), ("pdf",)),
    "stress in stress": Bomb("<p>" + nested("<em>", "</em>", 3_000) + "</p>", ("pdf",)),
    "a list that begins at the end of all numbers": Bomb(f'<ol start="{HUGE}"><li>x</li></ol>', ("pdf",)),
    "a picture wider than the sky": Bomb(f'<p><img src="a.png" alt="A" width="{HUGE}"></p>', ("pdf",), images={"a.png": png(9, 9)}),
    "a picture in the address": Bomb('<p><img src="data:image/png;base64,' + "A" * 300_000 + '" alt="A"></p>', ("pdf",)),
    "a style in the text": Bomb('<p style="font-size:1e9px">x</p><div style="display:flex"></div>', ("pdf",)),
    # Style sheets.
    "boxes that bend in boxes that bend": Bomb(nested("<blockquote>", "</blockquote>", 12, "<p>x</p>"), ("pdf",), "blockquote, p { display: flex }"),
    "letters as large as towns": Bomb(css="p { font-size: 1e9px }", formats=("pdf",)),
    "letters too small to see": Bomb("<p>" + "word " * 3_000 + "</p>", ("pdf",), "p { font-size: 1e-9px; line-height: 1e-9 }"),
    "a page of one point": Bomb("<p>" + "word " * 2_000 + "</p>", ("pdf",), "@page { size: 1px; margin: 0 }"),
    "a counter of a hundred million signs": Bomb(css='p { counter-reset: c 100000000 } p::before { content: counter(c, symbols("a")) }', formats=("pdf",)),
    "a million columns of text": Bomb("<p>" + "word " * 500 + "</p>", ("pdf",), "article { columns: 1000000 }"),
    "rules in rules": Bomb(css=nested("p { ", " }", 2_000, "color: red"), formats=("pdf",)),
    "a sheet that imports": Bomb(css='@import url("file:///dev/zero"); p { background: url("file:///dev/zero") }', formats=("pdf",)),
    "a gradient of ten thousand colours": Bomb(css="p { height: 90mm; background: linear-gradient(" + ",".join(["red", "blue"] * 5_000) + ") }", formats=("pdf",)),
    "margins beyond all paper": Bomb(css="p { margin-top: 1e12mm; padding: 1e12mm }", formats=("pdf",)),
    # Pictures, past the look that is taken at them before.
    "a hundred and forty-four million points": shown(png(12_000, 12_000), "a.png"),
    "points as wide as the sea": shown(png(400_000, 300), "a.png"),
    "a drawing of a hundred million copies": shown(svg(f'{USES}<use href="#g0"/>')),
    "a drawing that draws itself": shown(svg('<g id="a"><use href="#a"/></g>')),
    "a drawing of entities that grow": shown(svg("<text>&j;</text>", before=f"{ENTITIES}]>")),
    "a drawing as large as a country": shown(svg('<rect width="9" height="9"/>', f'width="{HUGE[:9]}" height="{HUGE[:9]}" viewBox="0 0 1e-9 1e-9"')),
    "a drawing blurred without end": shown(svg('<filter id="f"><feGaussianBlur stdDeviation="1e9"/></filter><rect filter="url(#f)" width="9" height="9"/>')),
    "a drawing with a pattern too fine to see": shown(svg('<pattern id="p" width="1e-6" height="1e-6" patternUnits="userSpaceOnUse"><path d="M0 0h1"/></pattern><rect fill="url(#p)" width="99" height="99"/>')),
    "a drawing of two hundred levels": shown(svg(nested("<g>", "</g>", 200, "<path d='M0 0h1'/>"))),
    # Word.
    "a million letters for Word": Bomb("<p>" + doubled("letters ", 22) + "</p>", ("docx",)),
    "a thousand columns for Word": Bomb(TABLE.format(CELLS * 300), ("docx",)),
    "a text for text of many megabytes": Bomb("<p>" + doubled("word ", 22) + "</p>", ("txt",)),
}  # fmt: skip
