"""Filters of names in sentences: their forms, what stands before them, what agrees with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from reporting.drafting import bending, translating
from reporting.drafting.printing import printed


def form(value: Any, language: str, form: str) -> Any:
    """A name in one of its forms: `Киргизской Республики`."""
    return bending.in_form(value, language, form)


def after(value: Any, language: str, preposition: str, case: str | None = None) -> Any:
    """A preposition with the name after it: `du Kazakhstan`, `во Франции`."""
    return bending.after(value, language, preposition, case)


def the(value: Any, language: str) -> Any:
    """A name with its article: `the Kyrgyz Republic`, `l’Ouzbékistan`."""
    return bending.with_article(value, language)


def ezafe(value: Any, language: str) -> Any:
    """A name tied to the word behind it, as Dari does: `وزارت امور خارجهٔ`."""
    return bending.tied(value, language)


def agree(value: Any, language: str, m: str, f: str = "", *, n: str = "", plural: str = "", plural_f: str = "") -> str:
    """The word that agrees with a name, a person or a list of them: `agree("représenté", "représentée", plural=…)`."""
    choices = {"m": m, "f": f or m, "n": n or m, "plural": plural or m, "plural_f": plural_f or plural or m}
    if isinstance(value, Iterable) and not isinstance(value, (str, Mapping)):
        return bending.agree_all(list(value), language, choices)
    return bending.agree(value, language, choices)


def isolate(value: Any, language: str) -> Markup:
    """Words of another direction, kept apart from the sentence around them."""
    return Markup("<bdi>{}</bdi>").format(printed(value))


def label(tag: Any, language: str, names: Mapping[str, Any]) -> str:
    """The name that a table of labels has for a language: `languages | map("label", words.languages)`."""
    return translating.named(str(tag), names, language)
