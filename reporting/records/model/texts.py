"""Texts of a record: what somebody wrote, in one language or several, of one of three kinds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from reporting.records.model.forms import Forms, forms_of
from reporting.records.model.tags import is_language

EVERY = "*"
"""Stands for the language of a text that was given as one string."""
NO_FORMS: Mapping[str, Forms] = {}


class Text:
    """Words by language. One string alone serves every language, until the check for twins says otherwise."""

    __slots__ = ("by_language", "forms")
    kind: ClassVar[str] = "label"
    about: ClassVar[str] = "Plain text"
    may_bend: ClassVar[bool] = True
    """Whether a language may give the words in several forms."""

    def __init__(self, by_language: Mapping[str, str], forms: Mapping[str, Forms] | None = None) -> None:
        self.by_language = dict(by_language)
        self.forms: Mapping[str, Forms] = forms or NO_FORMS
        """What the words become in a sentence, for languages that say so: `{"ru": {"genitive": "Бишкека"}}`."""

    def __eq__(self, other: object) -> bool:
        is_same = type(other) is type(self) and other.by_language == self.by_language
        return is_same and isinstance(other, Text) and other.forms == self.forms

    def __hash__(self) -> int:
        return hash(tuple(self.by_language.items()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.by_language!r})"

    def __reduce__(self) -> tuple[type[Text], tuple[Any, ...]]:
        # A register pickles texts by the hundred thousand, and few of them bend.
        return type(self), (self.by_language, self.forms) if self.forms else (self.by_language,)

    def get(self, language: str) -> str | None:
        """The words in `language`, those given without a language, or None."""
        return self.by_language.get(language, self.by_language.get(EVERY))

    @classmethod
    def validate(cls, value: Any) -> Text:
        """The text that the tree of a record holds.

        Raises:
            PydanticCustomError: it is no text, has an unknown language tag, or is empty.
        """
        if isinstance(value, cls):
            return value
        if isinstance(value, str):
            return cls({EVERY: _filled(value)})
        if isinstance(value, Mapping) and value:
            return cls._by_language(value)
        raise PydanticCustomError("text", "wants text, or one text per language such as `en: …`")

    @classmethod
    def _by_language(cls, texts: Mapping[Any, Any]) -> Text:
        words, forms = {}, {}
        for tag, value in texts.items():
            if isinstance(value, Mapping) and cls.may_bend:
                words[_tag(tag)], forms[tag] = forms_of(value, tag)
            else:
                words[_tag(tag)] = _filled(value)
        return cls(words, forms)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.validate)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        languages = {"type": "object", "patternProperties": {"^[a-z]{2,3}(-[A-Za-z]+)*$": {"type": "string"}}}
        return {
            "anyOf": [{"type": "string"}, {**languages, "additionalProperties": False, "minProperties": 1}],
            "x-kind": cls.kind,
        }


class Label(Text):
    """A name or a heading: plain text, printed as it stands."""

    __slots__ = ()
    about = "Plain text, printed as it stands"


class Line(Text):
    """A sentence or a part of one: *emphasis*, **strong** and [links](https://…) are allowed."""

    __slots__ = ()
    kind = "line"
    about = "One line; *emphasis*, **strong** and links allowed"


class Prose(Text):
    """Paragraphs, lists and tables in CommonMark, with `[^id]` for notes; no HTML."""

    __slots__ = ()
    kind = "prose"
    may_bend = False
    about = "Paragraphs in CommonMark; notes as [^id]"


def _tag(tag: str) -> str:
    if not is_language(tag):
        raise PydanticCustomError("language", "{tag} is no language tag such as en, fr or fa-AF", {"tag": repr(tag)})
    return tag


def _filled(words: Any) -> str:
    if not isinstance(words, str):
        raise PydanticCustomError("text", "wants text; put it in quotation marks if it is a number, yes, no or null")
    if not words.strip():
        raise PydanticCustomError("empty", "is empty; leave the key out instead")
    return words.strip("\n") if "\n" in words else words
