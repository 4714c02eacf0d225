"""A template that prints every field that its audience may read, made from the outline of the view."""

from __future__ import annotations

from typing import Final

from reporting.audiences.contexts import CONTEXTS
from reporting.audiences.outline import outline
from reporting.audiences.shapes import Many, Scalar, Shape, Thing, Worded
from reporting.records.levels import Level

NAME: Final = "everything"
DEEPEST: Final = 6
REPEATED: Final = frozenset({*CONTEXTS.values(), "led", "other_chairs", "desks", "guests"})
"""What stands elsewhere in the view as well: names of a party by context, delegations, chairs and contacts."""
PARTS: Final = "statement, briefing, agenda, previous, earlier, commitments, acronyms"


def type_file(level: Level) -> str:
    """Its type.yaml."""
    return (
        f"title: {{en: Everything}}\naudience: {level}\nformats: [pdf, docx, html, txt]\nparts: [{PARTS}]\n"
        "states: [planned, held, published]\ndated_by: start\n"
    )


def template(level: Level) -> str:
    """Its template in English."""
    fields = outline().fields.items()
    told = "".join(_told(field.shape, name, level, 1) for name, field in fields if field.level <= level)
    return f'<article lang="en">\n{{% if paper.marking %}}<p class="marking">{{{{ paper.marking }}}}</p>{{% endif %}}\n<h1>Everything</h1>\n{told}</article>\n'


def _told(shape: Shape, path: str, level: Level, depth: int) -> str:
    if isinstance(shape, Many):
        item = f"e{depth}"
        inner = _told(shape.item, item, level, depth + 1)
        count = f"<p>{{{{ {path} | length }}}} {path}</p>\n"
        return f"{count}{{% for {item} in {path} %}}\n{inner}{{% endfor %}}\n" if inner else count
    if isinstance(shape, Thing):
        inner = "" if depth > DEEPEST else _fields(shape, path, level, depth)
        return f"{{% if {path} %}}\n{inner}{{% endif %}}\n" if inner else ""
    return f"{{% if {path} %}}{_printed(shape, path)}{{% endif %}}\n"


def _fields(thing: Thing, path: str, level: Level, depth: int) -> str:
    return "".join(
        _told(field.shape, f"{path}.{name}", level, depth + 1)
        for name, field in thing.fields.items()
        if field.level <= level and name not in REPEATED
    )


def _printed(shape: Scalar | Worded, path: str) -> str:
    if isinstance(shape, Worded):
        return f"{{{{ {path} }}}}" if shape.kind == "prose" else f"<p>{{{{ {path} }}}}</p>"
    if shape.name == "date":
        return f"<p>{{{{ {path} | date }}}}</p>"
    return f"<p>{path}</p>" if shape.name == "truth" else f"<p>{{{{ {path} }}}}</p>"
