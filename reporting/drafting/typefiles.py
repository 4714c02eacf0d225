"""Reading `type.yaml`: what each document type says of itself, checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reporting.audiences.contexts import CONTEXTS
from reporting.audiences.view import PARTS
from reporting.drafting.types import BESIDE, DATED_BY, FORMATS, ROUNDS, STATES, DocumentType, Enclosure
from reporting.problems import Checked, EnvironmentFailed, Failed, Place, Problem, in_order
from reporting.protocol.voices import KINDS
from reporting.records.levels import Level
from reporting.records.model.country_forms import FIELD
from reporting.records.model.values import is_safe_id
from reporting.records.nearest import did_you_mean, listed
from reporting.records.reading.reader import read_yaml
from reporting.records.reading.tree import Map, Seq
from reporting.records.schemes.orders import orders_of
from reporting.workspace import Workspace

FILE = re.compile(r"templates/([a-z0-9][a-z0-9-]*)/type\.yaml")
TEMPLATE = re.compile(r"([a-z]{2,3}(?:-[A-Za-z]{2,8})*)\.html\.j2")
VARIABLES = ("house", "issuer", "dialogue", "round", "contacts", "programmes", *PARTS)
Read = Callable[["_File", str], Any]


def types_of(workspace: Workspace) -> Checked[dict[str, DocumentType]]:
    """Every document type of the workspace by name, and what is wrong with the others."""
    paths = workspace.paths("templates")
    found: dict[str, DocumentType] = {}
    problems: list[Problem] = []
    for path in paths:
        if match := FILE.fullmatch(path):
            kind = _type(workspace, path, match[1], paths, problems)
            if kind is not None:
                found[kind.name] = kind
    for kind in found.values():
        problems += _enclosed_wrongly(kind, found)
    problems += _without_order(workspace, found)
    return Checked(found, in_order(problems))


def _type(workspace: Workspace, path: str, name: str, paths: list[str], problems: list[Problem]) -> DocumentType | None:
    try:
        read = read_yaml(workspace.read(path), path)
    except EnvironmentFailed:
        raise
    except Failed as failed:
        problems += failed.problems
        return None
    problems += read.problems
    if not isinstance(read.value, Map):
        problems.append(
            Problem("T030", "the file describes no document type", Place(path), "see templates/press-release")
        )
        return None
    file = _File(read.value)
    values = {key: make(file, key) for key, make in _KEYS.items() if key in file.tree}
    file.refuse_others()
    values["languages"] = _languages(name, paths)
    if not values["languages"]:
        file.add("T034", f"the document type has no template, such as templates/{name}/en.html.j2", None)
    problems += file.problems
    return None if any(each.is_error for each in file.problems) else _made(name, values)


def _made(name: str, values: dict[str, Any]) -> DocumentType:
    values.setdefault("audience_when_published", values["audience"])
    return DocumentType(name=name, **values)


def _languages(name: str, paths: list[str]) -> tuple[str, ...]:
    folder = f"templates/{name}/"
    matches = (TEMPLATE.fullmatch(path.removeprefix(folder)) for path in paths if path.startswith(folder))
    return tuple(sorted(match[1] for match in matches if match))


class _File:
    """One `type.yaml` while it is read."""

    def __init__(self, tree: Map) -> None:
        self.tree = tree
        self.problems: list[Problem] = []

    def add(self, code: str, sentence: str, key: str | None, hint: str | None = None) -> None:
        place = self.tree.value_place(key) if key else None
        self.problems.append(Problem(code, sentence, place, hint))

    def refuse_others(self) -> None:
        """Unknown keys, and the ones that are lacking."""
        for key in self.tree:
            if key not in _KEYS:
                place = self.tree.key_place(key)
                self.problems.append(Problem("T031", f"a document type has no `{key}`", place, _meant(key, _KEYS)))
        for key in ("title", "audience", "formats"):
            if key not in self.tree:
                whole = Place(self.tree.file, *self.tree.mark)
                self.problems.append(Problem("T032", f"the document type has no `{key}`", whole))

    def text(self, key: str) -> str:
        value = self.tree[key]
        if not isinstance(value, str):
            self.add("T033", f"`{key}` wants a text", key)
            return ""
        return value

    def truth(self, key: str) -> bool:
        value = self.tree[key]
        if not isinstance(value, bool):
            self.add("T033", f"`{key}` is true or false", key)
        return value is True

    def one_of(self, key: str, known: tuple[str, ...]) -> str:
        word = self.text(key)
        if word and word not in known:
            self.add("T033", f"`{key}` is {listed(known, 'or')}, not {word!r}", key, _meant(word, known))
        return word

    def some_of(self, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
        value = self.tree[key]
        if not isinstance(value, Seq):
            self.add("T033", f"`{key}` wants a list such as [{known[0]}]", key)
            return ()
        for word in value:
            if word not in known:
                self.add("T033", f"`{key}` takes {listed(known)}, not {word!r}", key, _meant(str(word), known))
        return tuple(str(word) for word in value)

    def map(self, key: str) -> Mapping[str, Any]:
        value = self.tree[key]
        if not isinstance(value, Map):
            self.add("T033", f"`{key}` wants names and values under it", key)
            return {}
        return value


def _meant(word: str, known: Any) -> str:
    return did_you_mean(word, known) or f"there is {listed(known)}"


def _title(file: _File, key: str) -> Mapping[str, str]:
    if isinstance(file.tree[key], str):
        return {"en": file.text(key)}
    return {str(tag): str(title) for tag, title in file.map(key).items()}


def _level(file: _File, key: str) -> Level:
    word = file.one_of(key, tuple(map(str, Level)))
    return Level.named(word) if word in map(str, Level) else Level.PUBLIC


def _pages(file: _File, key: str) -> int:
    word = file.text(key)
    if not word.isdecimal() or not 1 <= int(word) <= 999:
        file.add("T033", f"`{key}` wants a number of pages such as 2", key)
        return 0
    return int(word)


def _country_forms(file: _File, key: str) -> Mapping[str, str]:
    contexts, forms = tuple(CONTEXTS), tuple(FIELD)
    found = {str(name): str(form) for name, form in file.map(key).items()}
    for name, form in found.items():
        if name not in contexts:
            file.add("T033", f"`{key}` has no context {name!r}", key, _meant(name, contexts))
        if form not in forms:
            file.add("T033", f"`{name}` is {listed(forms, 'or')}, not {form!r}", key, _meant(form, forms))
    return found


def _encloses(file: _File, key: str) -> Mapping[str, Enclosure]:
    found = {}
    for name, value in file.map(key).items():
        if name == BESIDE:
            file.add(
                "T033", f"`{key}` cannot call a paper {name!r}: that is the other language of a bilingual paper", key
            )
        if not isinstance(value, Map) or set(value) != {"type", "round"} or value["round"] not in ROUNDS:
            file.add(
                "T033", f"`{key}` wants a type and a round for {name!r}", key, "{type: press-release, round: previous}"
            )
            continue
        found[name] = Enclosure(str(value["type"]), str(value["round"]))
    return found


def _clearances(file: _File, key: str) -> tuple[str, ...]:
    value = file.tree[key]
    words = value if isinstance(value, Seq) else [None]
    if not all(isinstance(word, str) and is_safe_id(word) for word in words):
        file.add("T033", f"`{key}` wants a list of ids such as [quotes, spokesperson]", key)
        return ()
    return tuple(str(word) for word in words)


def _enclosed_wrongly(kind: DocumentType, known: Mapping[str, DocumentType]) -> list[Problem]:
    problems = []
    for name, enclosure in kind.encloses.items():
        inner = known.get(enclosure.type)
        if inner is None:
            reason, hint = f"there is no document type {enclosure.type!r}", did_you_mean(enclosure.type, known)
        elif inner.encloses:
            reason, hint = f"{enclosure.type} encloses papers itself", None
        elif max(inner.audience, inner.audience_when_published) > kind.audience:
            reason, hint = f"{enclosure.type} is for {inner.audience}, above this paper's {kind.audience}", None
        else:
            continue
        place = Place(f"templates/{kind.name}/type.yaml")
        problems.append(Problem("T035", f"{name!r} cannot be enclosed: {reason}", place, hint=hint))
    return problems


def _without_order(workspace: Workspace, types: Mapping[str, DocumentType]) -> Iterator[Problem]:
    """Types that name an order of parties which is not there; their papers would list the parties as the record does."""
    named = {name: kind.party_order for name, kind in types.items() if kind.party_order}
    known = orders_of(workspace).value.names() if named else []
    for name, order in named.items():
        if order not in known:
            hint = did_you_mean(order, known, f"there is {listed(known)}")
            yield Problem("R060", f"there is no order of parties “{order}”", Place(f"templates/{name}/type.yaml"), hint)


_KEYS: Mapping[str, Read] = {
    "title": _title,
    "audience": _level,
    "audience_when_published": _level,
    "formats": lambda file, key: file.some_of(key, FORMATS),
    "parts": lambda file, key: file.some_of(key, PARTS),
    "needs": lambda file, key: file.some_of(key, VARIABLES),
    "states": lambda file, key: file.some_of(key, STATES),
    "voices": lambda file, key: file.some_of(key, KINDS),
    "alternat": lambda file, key: file.truth(key),
    "bilingual": lambda file, key: file.truth(key),
    "party_order": lambda file, key: file.text(key),
    "country_forms": _country_forms,
    "pages": _pages,
    "dated_by": lambda file, key: file.one_of(key, DATED_BY),
    "draft_of": lambda file, key: file.one_of(key, PARTS),
    "encloses": _encloses,
    "clearances": _clearances,
    "word_template": lambda file, key: file.text(key),
    "word_styles": lambda file, key: {role: str(name) for role, name in file.map(key).items()},
}
