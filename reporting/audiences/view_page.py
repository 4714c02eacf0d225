"""docs/view.md: one table for each thing that a template can meet, made from the outline of a view."""

from __future__ import annotations

import re

from reporting.audiences.outline import outline
from reporting.audiences.shapes import Field, Many, Scalar, Shape, Thing, Worded
from reporting.records.nearest import listed

HEAD = """\
# What a template sees

A template gets a *view*: plain values, cut to what the readers of its paper may see. This page names all of them. It is made
from the model by `reporting schema --view`. [Templates](templates.md) tells how to use them.

**From** says for which papers a field is there at all: one that is *internal* is absent from public papers and from those for
the partners, and `reporting check` says so before any paper is made. **Empty** says that a record may leave it out, so that
a template asks first: `{% if round.place %}…{% endif %}`. A list is always there, though it may have no items.

A *label*, *line* or *prose* is a text of the record and prints its markup; *text* is plain. A *date* is printed through
`| date`, and so are days that are known in part, which stand as text: `started`, `when`, `deadline`. A *truth* is for
`{% if %}`. Every thing has the truth `illustrative` and the text `marking` as well, which may be empty; papers ask
`paper.illustrative` and `paper.marking`, which cover all that they hold.

Of the variables, the last seven are there only where the type's `parts` names them.

"""


def view_page() -> str:
    """The whole page."""
    told: dict[str, str] = {}
    _tell(outline(), told)
    return HEAD + "\n".join(told.values())


def _tell(thing: Thing, told: dict[str, str]) -> None:
    """Add the section of a thing, then those of the things inside of it."""
    if thing.name in told:
        return
    told[thing.name] = f"## {_title(thing)}\n\n{_table(thing)}"
    for field in thing.fields.values():
        inner = _innermost(field.shape)
        if isinstance(inner, Thing):
            _tell(inner, told)


def _table(thing: Thing) -> str:
    lines = ["| field | what | from | empty | sentence |", "|---|---|---|---|---|"]
    lines += [
        f"| `{name}` | {_what(field)} | {field.level} | {_empty(field)} | {field.sentence} |"
        for name, field in thing.fields.items()
        if name not in {"illustrative", "marking"}
    ]
    return "\n".join([*lines, ""])


def _title(thing: Thing) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", thing.name)
    return "Variables" if thing.name == "View" else words.capitalize()


def _empty(field: Field) -> str:
    return "may be" if field.optional else ""


def _what(field: Field) -> str:
    return f"list: {_single(_innermost(field.shape))}" if isinstance(field.shape, Many) else _single(field.shape)


def _single(shape: Shape) -> str:
    if isinstance(shape, Thing):
        title = _title(shape)
        return f"[{title.lower()}](#{title.lower().replace(' ', '-')})"
    if isinstance(shape, Worded):
        return shape.kind
    if isinstance(shape, Scalar) and shape.choices:
        return listed([f"`{choice}`" for choice in shape.choices], "or")
    return shape.name if isinstance(shape, Scalar) else "list"


def _innermost(shape: Shape) -> Shape:
    return _innermost(shape.item) if isinstance(shape, Many) else shape
