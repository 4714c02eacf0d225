"""Names as a sentence bends them; a form that the record lacks becomes a problem where it has to be written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from reporting.audiences.values import Words
from reporting.drafting import sheet
from reporting.drafting.printing import printed
from reporting.languages import forms
from reporting.languages.forms import FormLacking
from reporting.records.model.forms import ABOUT

CALLED = {"en": "English", "fr": "French", "ru": "Russian", "fa-AF": "Dari"}
"""Languages as a sentence has them."""
Bend = Callable[[str, Mapping[str, str]], str]


def in_form(value: Any, language: str, form: str) -> Any:
    """A name in one of its forms, still with its path."""
    return _bent(value, language, lambda text, known: forms.in_form(text, known, form))


def with_article(value: Any, language: str) -> Any:
    """A name as it stands in a sentence."""
    return _bent(value, language, lambda text, known: forms.with_article(text, known, language))


def after(value: Any, language: str, preposition: str, case: str | None = None) -> Any:
    """A preposition with a name after it."""
    return _bent(value, language, lambda text, known: forms.after(preposition, text, known, language, case=case))


def tied(value: Any, language: str) -> Any:
    """A name that leads over to the word behind it."""
    return _bent(value, language, lambda text, known: forms.tied(text, known, language))


def agree(value: Any, language: str, choices: Mapping[str, str]) -> str:
    """The word that agrees with a name, or with a person."""
    if isinstance(value, Mapping):
        gender = value.get("gender")
        value = Words(str(value.get("id")), "name", f"people[{value.get('id')}]", language, {"gender": gender or ""})
        if not gender:
            _tell(value, "gender")
            return ""
    bent = _bent(value, language, lambda text, known: forms.agree(known, choices))
    return bent.text if isinstance(bent, Words) else str(bent)


def agree_all(values: Sequence[Any], language: str, choices: Mapping[str, str]) -> str:
    """The word that agrees with several; the feminine plural where all of them are feminine."""
    if len(values) == 1:
        return agree(values[0], language, choices)
    if choices["plural_f"] == choices["plural"]:
        return choices["plural"]
    genders = [agree(each, language, {"m": "m", "f": "f", "plural": "plural", "plural_f": "f"}) for each in values]
    return choices["plural_f" if values and all(each == "f" for each in genders) else "plural"]


def _bent(value: Any, language: str, bend: Bend) -> Any:
    """What `bend` makes of the words; nothing, after noting it, where a form is lacking."""
    if not isinstance(value, (Words, str)) or isinstance(value, Markup):
        return printed(value)
    text, known = (value.text, value.forms) if isinstance(value, Words) else (value, {})
    try:
        bent = bend(text, known)
    except FormLacking as lacking:
        _tell(value, lacking.form)
        return ""
    except KeyError as error:
        sheet.current().add("T018", f"`{error.args[0]}` is not known in the language `{language}`")
        return ""
    return replace(value, text=bent, forms={}) if isinstance(value, Words) else bent


def _tell(value: Words | str, form: str) -> None:
    about = f" ({ABOUT[form]})" if form in ABOUT else ""
    if not isinstance(value, Words):
        sheet.current().add("T017", f"a text that is no name of the record has no form `{form}`")
        return
    path, _, tag = value.path.rpartition(".")
    if tag != value.language:
        path = value.path
    entry = f"`{value.language}: {{text: …, {form}: …}}`"
    paper = sheet.current()
    subject = f"“{value.text}”" if paper.is_public and value.text else path
    called = CALLED.get(value.language, f"`{value.language}`")
    paper.add(
        "T017",
        f"{subject} wants a form `{form}` in {called}",
        hint=f"write {entry} there{about}, or in the register that the name comes from",
        trail=value.path,
    )
