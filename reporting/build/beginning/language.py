"""A new language begun: its folder of templates, its words, and what the registers still have to say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reporting.checks.versions.neutral import is_lacking, is_neutral
from reporting.drafting.coverage import MAIN, TO_DO, mark_of
from reporting.records.kinds import KINDS
from reporting.records.model.base import Node
from reporting.records.model.forms import FORMS
from reporting.records.model.texts import EVERY, Text
from reporting.records.register import Register
from reporting.records.walk import walk
from reporting.workspace import Workspace

PHRASES: Final = "templates/house/say.{}.html.j2"
LABEL: Final = re.compile(r"""^( *[\w-]+: )(?!\{|$)(?:"[^"]*"|[^#\n{]+?)(\s+#.*)?$""", re.MULTILINE)
INLINE: Final = re.compile(r"""([\w-]+: )(?:"[^"]*"|[^,{}"]+)(?=[,}])""")


PATTERN: Final = re.compile(r"""^( *[\w-]+: )(?=[A-Za-z])(.*\{\w+\}.*)$""", re.MULTILINE)
PLACE: Final = re.compile(r"\{\w+\}")
OWN_USE: Final = ("source", "pronunciation", "contact")
"""What is never printed for others, or is not language."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A file of the skeleton."""

    path: str
    text: str


def begun_language(workspace: Workspace, language: str) -> Iterator[Begun]:
    """The files that a language lacks: sentences are those of English, to be replaced; labels are left to fill in."""
    words = f"templates/words/{language}.yaml"
    if not workspace.has(words):
        yield Begun(words, _words(workspace.read(f"templates/words/{MAIN}.yaml").decode(), language))
    for path in workspace.paths("templates"):
        if path.endswith(f"/{MAIN}.html.j2") or path == PHRASES.format(MAIN):
            own = path.replace(f"{MAIN}.html.j2", f"{language}.html.j2")
            if not workspace.has(own):
                yield Begun(own, _template(workspace.read(path).decode(), language))


def _words(text: str, language: str) -> str:
    head, _, labels = text.partition("\n")
    emptied = INLINE.sub(rf'\1"{TO_DO}"', LABEL.sub(rf'\1"{TO_DO}"\2', labels))
    emptied = PATTERN.sub(lambda line: f'{line[1]}"{TO_DO} {" ".join(PLACE.findall(line[2]))}"', emptied)
    return f"# Labels and set words in `{language}`. Sentences stand in the templates.\n{emptied}" if head else emptied


def _template(text: str, language: str) -> str:
    own = text.replace(f"say.{MAIN}.html.j2", f"say.{language}.html.j2")
    is_frame_only = own.count("\n") <= 4
    return own if is_frame_only else f"{mark_of(language)}\n{own}"


def wanted_of_registers(register: Register, language: str) -> Iterator[tuple[str, str]]:
    """Each name of the registers that papers in the language lack, with its file: a list to work through."""
    return (place for place, text in _names(register) if is_lacking(text, language))


def as_they_are(register: Register, language: str) -> int:
    """How many names are one string, which stands in papers of the language as in those of every other."""
    texts = [text for _, text in _names(register) if EVERY in text.by_language and not is_lacking(text, language)]
    return sum(not is_neutral(text.by_language[EVERY], [language], frozenset()) for text in texts)


def _names(register: Register) -> Iterator[tuple[tuple[str, str], Text]]:
    for name, entries in _registers(register).items():
        for key, entry in entries.items():
            for said in walk(entry).texts:
                if said.path[-1] not in OWN_USE:
                    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in said.path)
                    yield (f"data/registers/{name}.yaml", f"{key}{''.join(steps)}"), said.text


def _registers(register: Register) -> dict[str, Mapping[str, Node]]:
    return {name: getattr(register, name) for name, kind in KINDS.items() if kind.is_register}


def forms_of_language(language: str) -> tuple[str, ...]:
    """The forms that names may have in a language; any word, where it is not known."""
    return FORMS.get(language.partition("-")[0], ())
