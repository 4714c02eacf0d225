"""Names of parties by the context in which a paper prints them: `party.in_parties`, `party.in_table`.

Which name of a state that is says `country_forms` of the house or of the document type; a body has one name for each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from reporting.audiences.values import Words
from reporting.languages.forms import FormLacking, with_article
from reporting.records.model.base import Node
from reporting.records.model.country_forms import FIELD, CountryForms

CONTEXTS: Final[Mapping[str, str]] = {
    "parties": "in_parties",
    "running": "in_running",
    "office": "in_office",
    "with_city": "with_city",
    "table": "in_table",
    "signature": "in_signature",
}
"""For each context of `country_forms`, the field of a party that has its name there."""
WHERE: Final[Mapping[str, str]] = {
    "parties": "in a list of the parties, guests or observers",
    "running": "in running text",
    "office": "in the title of an office",
    "with_city": "behind a city",
    "table": "in a table, a list of delegations or a masthead",
    "signature": "above a signature",
}
IN_SENTENCES: Final = ("parties", "running", "office", "signature")
"""Contexts that are sentences, in which a name has its article."""
OF_BODIES: Final[Mapping[str, str]] = {"table": "official", "with_city": "short"}
"""What a body has in a context, where that is not its name in a sentence."""


def chosen(*said: Mapping[str, str]) -> dict[str, str]:
    """The form for each context: what is said later goes before what is said earlier, and the model before nothing."""
    default = {name: str(info.default) for name, info in CountryForms.model_fields.items() if name in CONTEXTS}
    return {**default, **{name: form for each in said for name, form in each.items() if name in CONTEXTS}}


def forms_said(forms: CountryForms | None) -> dict[str, str]:
    """What a record says of the contexts, as far as its readers may know."""
    said = {name: getattr(forms, name) for name in CONTEXTS} if isinstance(forms, Node) else {}
    return {name: form for name, form in said.items() if form}


def named_in_context(state: Mapping[str, Any], language: str, forms: Mapping[str, str]) -> dict[str, Any]:
    """The names of a state by context, from its names of the day."""
    return {CONTEXTS[name]: _named(state, name, form, language) for name, form in chosen(forms).items()}


def _named(state: Mapping[str, Any], context: str, form: str, language: str) -> Any:
    name = state[FIELD[form]]
    if context not in IN_SENTENCES or form == "custom" or not isinstance(name, Words):
        return name
    try:
        text = with_article(name.text, name.forms, language)
    except FormLacking:
        return _without_article(name, state["in_sentence"], language)
    return name if text == name.text else replace(name, text=text, forms=_bare(name.forms))


def _without_article(name: Words, custom: Any, language: str) -> Words:
    """A name whose article nobody gave: the house's own name for a sentence, where that is no other name, has it."""
    return custom if isinstance(custom, Words) and custom.text.endswith(name.text) else name


def _bare(forms: Mapping[str, str]) -> dict[str, str]:
    return {name: form for name, form in forms.items() if name != "article"}
