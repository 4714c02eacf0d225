"""What the template engine says of a template that it cannot read, in our words: a row of `ROWS` for each of its sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from jinja2 import TemplateSyntaxError

from reporting.problems import Place, Problem
from reporting.records.nearest import did_you_mean

Said = tuple[str, str | None]
"""A sentence and a hint."""

TAG: Final = re.compile(
    r"\{#.*?#\}|\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\s*[-+]?%\}|\{%[-+]?\s*(\w+)([^%]*)", re.DOTALL
)
PAIRED: Final = ("if", "for", "block", "macro", "call", "filter", "set", "with")
ALONE: Final = ("else", "elif", "extends", "include", "import", "from")
TAGS: Final = (*PAIRED, *ALONE, *(f"end{name}" for name in PAIRED))
LOOK: Final = "look at this line and at the one before it"
THINGS: Final = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
    "end of template": "the end of the template",
    "name": "a name",
    "string": "a text in quotation marks",
    "integer": "a number",
}
"""What the engine calls the pieces of a template."""


def syntax_problem(error: TemplateSyntaxError, file: str) -> Problem:
    """A T005 at the line that has to be mended.

    Args:
        error: what the engine raised.
        file: the template, as the workspace names it.
    """
    message, line = " ".join(str(error.message).split()), error.lineno
    if found := UNCLOSED.match(message):
        name = found["tag"]
        line = _opened(error.source or "", name) or line
        sentence, hint = f"the `{name}` that begins here has no end", f"write `{{% end{name} %}}` where it ends"
        return Problem("T005", sentence, Place(file, line, 1), hint)
    said = next((say(found) for row, say in ROWS if (found := row.match(message))), (message, LOOK))
    return Problem("T005", said[0], Place(file, line, 1), said[1])


def _opened(source: str, name: str) -> int | None:
    """The line of the last tag of a name that nothing closes."""
    open_: list[int] = []
    for found in TAG.finditer(source):
        if found[1] == name and not (name == "set" and "=" in found[2]):
            open_.append(source.count("\n", 0, found.start()) + 1)
        elif found[1] == f"end{name}" and open_:
            open_.pop()
    return open_[-1] if open_ else None


def _unknown(found: re.Match[str]) -> Said:
    tag, inside = found["tag"], found["inside"]
    meant = did_you_mean(tag, TAGS)
    if tag.startswith("end") and tag in TAGS:
        sentence = f"`{tag}` closes nothing here"
        return sentence, f"the `{inside}` has to be closed first" if inside else "take it out, or write what it closes"
    return f"there is no tag `{tag}`", meant or f"tags are {', '.join((*PAIRED[:7], *ALONE[:6]))}"


def _unexpected(found: re.Match[str]) -> Said:
    wanted = found.groupdict().get("wanted")
    return (
        f"nothing can be done with `{_thing(found['what'])}` here",
        f"`{_thing(wanted)}` is wanted" if wanted else LOOK,
    )


def _wanted(found: re.Match[str]) -> Said:
    wanted, got = _thing(found["wanted"]), _thing(found["got"])
    return f"{_marked(wanted)} is wanted here, and there stands {_marked(got)}", LOOK


def _ended(found: re.Match[str]) -> Said:
    return f"the template ends where `{_thing(found[1])}` is wanted", LOOK


def _thing(name: str) -> str:
    return THINGS.get(name, name)


def _marked(thing: str) -> str:
    return thing if " " in thing else f"`{thing}`"


def _says(sentence: str, hint: str | None = LOOK) -> Callable[[re.Match[str]], Said]:
    return lambda found: (sentence.format(*found.groups()), hint)


UNCLOSED: Final = re.compile(r"Unexpected end of template\..*innermost block that needs to be closed is '(?P<tag>\w+)'")
ROWS: Final = (
    (
        re.compile(
            r"Encountered unknown tag '(?P<tag>\w+)'\.(?:.*innermost block that needs to be closed is '(?P<inside>\w+)')?"
        ),
        _unknown,
    ),
    (re.compile(r"expected token '(?P<wanted>.+)', got '(?P<got>.+)'"), _wanted),
    (re.compile(r"unexpected end of template, expected '(.+)'"), _ended),
    (re.compile(r"Unexpected end of template"), _says("the template ends in the middle of a tag")),
    (re.compile(r"unexpected char (.+) at \d+"), _says("the sign {0} can stand in no expression")),
    (re.compile(r"unexpected '(?P<what>.+)', expected '(?P<wanted>.+)'"), _unexpected),
    (re.compile(r"unexpected '(?P<what>.+)'"), _unexpected),
    (re.compile(r"Expected an expression, got '.+'"), _says("something is wanted here that can be worked out", None)),
    (re.compile(r"[Ee]xpected name or number"), _says("a name or a number is wanted after the dot")),
    (re.compile(r"tag name expected"), _says("a tag wants its name, such as {{% if %}}", None)),
    (
        re.compile(r"Missing end of comment tag"),
        _says("a comment that begins here has no end", "write #} where it ends"),
    ),
    (re.compile(r"Missing end of raw directive"), _says("`raw` has no end", "write {% endraw %} where it ends")),
    (
        re.compile(r"[Bb]lock '(.+)' defined twice"),
        _says("there are two blocks `{0}`", "give one of them another name"),
    ),
    (re.compile(r"[Nn]o (filter|test) named '(.+)'"), _says("there is no {0} `{1}`", "docs/templates.md lists them")),
    (re.compile(r"can'?t assign to"), _says("nothing can be given to what stands before the =", "write a name there")),
    (re.compile(r"You cannot chain multiple tests"), _says("two tests with `is` stand side by side", "write `and`")),
    (re.compile(r"Block names"), _says("the name of a block has letters, digits and _ only")),
    (re.compile(r"invalid syntax for function call"), _says("what stands in the brackets of this call cannot be read")),
)
"""What the engine says, and what we say of it."""
