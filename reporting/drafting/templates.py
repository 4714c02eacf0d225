"""What papers are drafted with: the texts of all templates, the labels of each language and the pictures, read once."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, meta
from jinja2.nodes import Template

from reporting.document.pictures import clean_picture
from reporting.document.refusal import PictureRefused
from reporting.drafting.environment import TemplateEnvironment
from reporting.drafting.filters.table import filters_for
from reporting.problems import Checked, EnvironmentFailed, Failed, Place, Problem, in_order
from reporting.records.reading.reader import read_yaml
from reporting.records.reading.tree import Map
from reporting.workspace import Workspace

NAME = re.compile(r"templates/((?!.*(?:\.\.|/\.|//))[a-z0-9][A-Za-z0-9_./-]*\.j2)")
WORDS = re.compile(r"templates/words/([a-z]{2,3}(?:-[A-Za-z]{2,8})*)\.yaml")
LARGEST = 256 << 10
"""Bytes of a template; the longest of the house has five thousand."""
TOO_DEEP = "the template is nested too deeply"
PICTURE = re.compile(r"templates/house/([a-z0-9][a-z0-9_-]*\.(?:png|jpg|svg))")


@dataclass(frozen=True, slots=True, eq=False)
class Templates:
    """Everything of `templates/` that a paper's words are made with."""

    texts: Mapping[str, str]
    """Source of each template by its name, such as `press-release/en.html.j2`."""
    words: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Labels by language, nested as in `templates/words/<language>.yaml`."""
    images: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures of the house by the name that `img src` gives."""
    _environments: dict[str, TemplateEnvironment] = field(default_factory=dict)
    _files: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def environment(self, language: str) -> TemplateEnvironment:
        """The environment that writes in `language`; compiled templates stay in it."""
        if language not in self._environments:
            filters = filters_for(language, _plain_environment())
            self._environments[language] = TemplateEnvironment(self.texts, filters, self.words.get(language, {}))
        return self._environments[language]

    def parsed(self, name: str) -> Template:
        """The syntax tree of a template.

        Raises:
            KeyError: there is none of that name.
            TemplateSyntaxError: it cannot be read, or is nested too deeply to be read.
        """
        try:
            return self.environment("").parse(self.texts[name], name)
        except RecursionError:
            raise TemplateSyntaxError(TOO_DEEP, 1, name) from None

    def files(self, name: str, language: str) -> tuple[str, ...]:
        """Files of the workspace that a paper by this template is made with, sorted: it and those that it names."""
        if name not in self._files:
            found = {f"templates/{each}" for each in self._named(name, set())}
            self._files[name] = tuple(sorted({*found, f"templates/words/{language}.yaml"}))
        return self._files[name]

    def _named(self, name: str, found: set[str]) -> set[str]:
        if name in self.texts and name not in found:
            found.add(name)
            try:
                names = list(meta.find_referenced_templates(self.parsed(name)))
            except (TemplateSyntaxError, RecursionError):
                names = []
            for each in names:
                self._named(each or "", found)
        return found


@functools.cache
def _plain_environment() -> Environment:
    return Environment(autoescape=True)


def templates_of(workspace: Workspace) -> Checked[Templates]:
    """The templates, labels and pictures of a workspace, and what could not be read."""
    texts: dict[str, str] = {}
    words: dict[str, Mapping[str, Any]] = {}
    images: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in workspace.paths("templates"):
        try:
            if match := NAME.fullmatch(path):
                texts[match[1]] = _text(workspace.read(path), path)
            elif match := WORDS.fullmatch(path):
                words[match[1]] = _words(workspace.read(path), path, problems)
            elif match := PICTURE.fullmatch(path):
                images[match[1]] = _picture(workspace.read(path), path)
        except EnvironmentFailed:
            raise
        except Failed as failed:
            problems += failed.problems
    return Checked(Templates(texts, words, images), in_order(problems))


def _text(data: bytes, path: str) -> str:
    if len(data) > LARGEST:
        hint = "what is so long belongs into the record"
        raise Failed(Problem("T005", f"the template has more than {LARGEST >> 10} kB", Place(path), hint))
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise Failed(Problem("T005", "the template is not saved as UTF-8", Place(path))) from None


def _picture(data: bytes, path: str) -> bytes:
    try:
        return clean_picture(data)
    except PictureRefused as refused:
        raise Failed(Problem("T061", f"the picture {refused.sentence}", Place(path), refused.hint)) from None


def _words(data: bytes, path: str, problems: list[Problem]) -> Mapping[str, Any]:
    read = read_yaml(data, path)
    problems += read.problems
    if isinstance(read.value, Map):
        return read.value
    problems.append(Problem("T036", "a file of words holds labels by name, such as `contacts: Contacts`", Place(path)))
    return {}
