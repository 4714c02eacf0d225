"""What a language still lacks before its papers can be made: templates, labels, names of types."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, Final

from reporting.drafting.types import DocumentType
from reporting.languages.known import LOCALES, base_of, has_data
from reporting.problems import Failed, Place, Problem, Severity
from reporting.records.reading.reader import read_yaml
from reporting.workspace import Workspace

MAIN: Final = "en"
"""The language that has everything; others are compared with it."""


Labels = Mapping[str, Any]


def labels_of(workspace: Workspace, languages: Iterable[str]) -> dict[str, Labels]:
    """The labels of some languages and of the main one, as far as they can be read; without a template engine."""
    found: dict[str, Labels] = {}
    for language in {MAIN, *languages}:
        path = f"templates/words/{language}.yaml"
        try:
            words = read_yaml(workspace.read(path), path).value if workspace.has(path) else None
        except Failed:
            continue
        if isinstance(words, Mapping):
            found[language] = words
    return found


def lacking_in(
    languages: Mapping[str, Container[str]],
    types: Mapping[str, DocumentType],
    words: Mapping[str, Labels],
    places: Mapping[str, Place] | None = None,
) -> Iterator[Problem]:
    """What each language lacks of the types that are wanted in it, as warnings: its other papers can still be made.

    Args:
        languages: the languages with the types that are wanted in each.
        types: all types.
        words: the labels of each language.
        places: where a record asks for a language, as far as that is known.
    """
    for language, wanted in languages.items():
        unknown = list(_rules(language, (places or {}).get(language)))
        yield from unknown
        if unknown and language not in words:
            continue  # the tag is to be mended, and nothing to be written
        yield from _labels(language, words)
        for name, kind in sorted(types.items()):
            if name in wanted:
                yield from _type(language, name, kind)


def begun_templates(workspace: Workspace, languages: Iterable[str]) -> Iterator[Problem]:
    """For each language the templates in which the sentences are still English."""
    paths = workspace.paths("templates")
    for language in languages:
        own = [path for path in paths if path.endswith((f"/{language}.html.j2", f"/say.{language}.html.j2"))]
        begun = [path for path in own if mark_of(language) in workspace.read(path).decode(errors="replace")]
        if begun:
            are = "1 template is" if len(begun) == 1 else f"{len(begun)} templates are"
            sentence = f"{are} for `{language}` and still English: {', '.join(begun)}"
            yield _warning(
                "T063", sentence, begun[0], "write its sentences, then take away the first line, which says so"
            )


def mark_of(language: str) -> str:
    """What a template says in its first line until somebody has written it in its language."""
    return f"{{#- To be written in `{language}`; the sentences are still English. -#}}"


def _rules(language: str, place: Place | None) -> Iterator[Problem]:
    if base_of(language) not in LOCALES and not has_data(language):
        sentence = f"nothing is known of a language `{language}`, so its papers can hold no dates, numbers and lists"
        hint = "look at the tag; those of languages are such as kk, fa-AF or uz-Cyrl"
        yield Problem("T039", sentence, place, hint, severity=Severity.WARNING)


def _labels(language: str, words: Mapping[str, Labels]) -> Iterator[Problem]:
    file = f"templates/words/{language}.yaml"
    if language not in words:
        yield _warning("T036", f"there are no words for the language `{language}`", file, _begun(language))
        return
    own = dict(_flat(words[language]))
    lacking = [key for key in dict(_flat(words.get(MAIN, {}))) if key not in own]
    if lacking:
        shown = ", ".join(lacking[:8]) + (f" and {len(lacking) - 8} more" if len(lacking) > 8 else "")
        yield _warning("T038", f"{len(lacking)} labels are lacking: {shown}", file, "templates/words/en.yaml has them")
    waiting = [key for key, label in own.items() if str(label).startswith(TO_DO)]
    if waiting:
        yield _warning("T038", f"{len(waiting)} labels wait to be filled in, {waiting[0]} first", file, None)


TO_DO: Final = "…"
"""Stands for a label that nobody has written yet."""


def _type(language: str, name: str, kind: DocumentType) -> Iterator[Problem]:
    if language not in kind.languages:
        file = f"templates/{name}/{language}.html.j2"
        yield _warning("T038", f"the document type {name} has no template in `{language}`", file, _begun(language))
    if language not in kind.title:
        hint = f"add `{language}:` under `title:`"
        yield _warning("T038", f"{name} has no title in `{language}`", f"templates/{name}/type.yaml", hint)


def _flat(words: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in words.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def _begun(language: str) -> str:
    return f"`reporting new language {language}` begins it"


def _warning(code: str, sentence: str, file: str | None, hint: str | None) -> Problem:
    return Problem(code, sentence, Place(file) if file else None, hint, severity=Severity.WARNING)
