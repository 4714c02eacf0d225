"""Forms of a name: what it becomes when a sentence bends it.

A text in one language is a string, or `text` with its forms beside it:

    city:
      en: Bishkek
      ru: {text: Бишкек, genitive: Бишкека, prepositional: Бишкеке}

To let a language bend names in a further way, add the form to its row in `FORMS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic_core import PydanticCustomError

Forms = Mapping[str, str]
"""A name's forms in one language, by what they are called."""

CASES: Final = ("genitive", "dative", "accusative", "instrumental", "prepositional")

FORMS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("article", "feminine"),
    "fr": ("article", "gender", "place", "feminine"),
    "ru": (*CASES, "gender", "place", "feminine"),
    "fa": ("ezafe", "feminine"),
}
"""What a name may say of itself, by language; languages that are not here may use any word as the name of a form."""

ABOUT: Final[Mapping[str, str]] = {
    "genitive": "answers “of what”: Бишкека",
    "dative": "answers “to whom”: Бишкеку",
    "accusative": "answers “whom, whither”: Бишкек",
    "instrumental": "answers “with whom, by whom”: Бишкеком",
    "prepositional": "stands after в, на and о: Бишкеке",
    "article": "what stands before it in a sentence: the; le, la, l’, les; `none` where nothing does",
    "gender": "m, f, n, plural, or plural-f in French; participles and adjectives agree with it",
    "place": "the preposition that says “in”, where it is not the usual one: на, à",
    "ezafe": "how it is tied to the word behind it, where that is not the rule: اتحادیهٔ",
    "feminine": "the title of a woman",
}
"""What each form is, for the record reference and for hints."""

VALUES: Final[Mapping[str, tuple[str, ...]]] = {"gender": ("m", "f", "n", "plural", "plural-f")}


def joined(article: str, name: str) -> str:
    """An article with the name after it; `none` is no article."""
    if article == "none":
        return name
    article = article.replace("'", "’")
    return f"{article}{name}" if article.endswith("’") else f"{article} {name}"


def forms_of(value: Mapping[Any, Any], language: str) -> tuple[str, Forms]:
    """The words of a name and its forms.

    Raises:
        PydanticCustomError: `text` is missing, a form is none of the language, or it is empty.
    """
    if not isinstance(value.get("text"), str) or not value["text"].strip():
        raise PydanticCustomError("forms", "wants the name itself as `text:` beside its forms")
    known = FORMS.get(language.partition("-")[0])
    for name, form in value.items():
        if not isinstance(form, str) or not form.strip() or (known and name not in (*known, "text")):
            raise PydanticCustomError("forms", "has something that is no form of a name")
        if form not in VALUES.get(name, (form,)):
            raise PydanticCustomError("forms", "has something that is no form of a name")
    return value["text"], {str(name): form for name, form in value.items() if name != "text"}
