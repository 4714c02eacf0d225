"""What a sentence makes of a name: its case, its article, and how a preposition goes before it.

The forms come from the record (`records/model/forms.py`); here stands the grammar that every name shares. To add a
language, add a row to `PREPOSITIONS` and, where it needs more than a space between the two, to `_JOIN`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from reporting.languages.known import NBSP, base_of
from reporting.records.model.forms import joined

Forms = Mapping[str, str]

CASED: Final = frozenset({"ru"})
"""Languages whose names have cases."""

PREPOSITIONS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {},
    "fr": {},
    "ru": {
        **dict.fromkeys(("в", "на", "о", "при"), "prepositional"),
        **dict.fromkeys(("с", "между", "под", "перед", "за"), "instrumental"),
        **dict.fromkeys(("к", "по", "благодаря"), "dative"),
        **dict.fromkeys(("из", "от", "для", "у", "до", "без", "со стороны", "от имени"), "genitive"),
        **dict.fromkeys(("через", "про"), "accusative"),
    },
    "fa": {},
}
"""The case that a preposition asks for, unless the template names another."""


class FormLacking(LookupError):
    """A name has no form that a sentence needs."""

    def __init__(self, form: str) -> None:
        super().__init__(f"there is no form `{form}`")
        self.form = form
        """What the form is called in a record."""


def in_form(text: str, forms: Forms, form: str) -> str:
    """The name in one of its forms; a name whose forms are all alike may say so once, as `genitive: …`.

    Raises:
        FormLacking: the record has no such form.
    """
    if form in {"nominative", "text"}:
        return text
    if form not in forms:
        raise FormLacking(form)
    return forms[form]


def with_article(text: str, forms: Forms, language: str) -> str:
    """The name as it stands in a sentence: `the Kyrgyz Republic`, `la République kirghize`, `l’Ouzbékistan`.

    Raises:
        FormLacking: the language has articles, and neither the name nor the record says which one it is.
    """
    base = base_of(language)
    if base not in _ARTICLES or _ARTICLES[base].match(text):
        return text
    return joined(in_form(text, forms, "article"), text)


def after(preposition: str, text: str, forms: Forms, language: str, *, case: str | None = None) -> str:
    """A preposition with the name after it: `du Kazakhstan`, `en Ouzbékistan`, `во Франции`, `с Казахстаном`.

    Args:
        preposition: as the dictionary has it: `de`, `à`, `en`; `в`, `с`, `к`.
        text: the name.
        forms: its forms in the language.
        language: language of the sentence.
        case: the case of the name, where it is not the one that usually follows.

    Raises:
        FormLacking: the record lacks a form that this takes.
        KeyError: the language does not know the preposition, so that its case must be named.
    """
    return _JOIN.get(base_of(language), _plainly)(preposition, text, forms, case)


def agree(forms: Forms, choices: Mapping[str, str]) -> str:
    """The word that agrees with a name: `représenté`, `représentée`.

    Args:
        forms: the forms of the name, of which `gender` counts.
        choices: the words by gender: m, f, n, plural, plural_f. What is left out is written as the masculine.

    Raises:
        FormLacking: the record does not say the gender.
    """
    gender = in_form("", forms, "gender").replace("-", "_")
    return choices[gender] if gender in choices else choices["m"]


def tied(text: str, forms: Forms, language: str) -> str:
    """A name that a word behind it belongs to: in Dari `وزارتِ`, `ادارهٔ`, `گفت‌وگوی`; as it is in other languages.

    The tie is written after a vowel only. A form `ezafe` of the record goes before the rule, which takes a final ه after
    ا, و or ی for a consonant, and every other for a vowel.
    """
    if base_of(language) != "fa":
        return text
    if "ezafe" in forms:
        return forms["ezafe"]
    return next((f"{text}{tie}" for ending, tie in _TIES if ending.search(text)), text)


_TIES: Final = (
    (re.compile(r"(?<![اوی])ه\Z"), "\u0654"),
    (re.compile(r"[او]\Z"), "ی"),
)
"""Vowels that a Dari word may end in, with the sign that ties it to the next: a hamza above, or ی."""

_ARTICLES: Final = {
    "en": re.compile(r"the ", re.IGNORECASE),
    "fr": re.compile(r"(?:les? |la |l[’'])"),
}
"""How a name begins that carries its article in itself. Capitals are part of a name: La Haye; Le Caire."""


def _plainly(preposition: str, text: str, forms: Forms, case: str | None) -> str:
    return f"{preposition} {in_form(text, forms, case) if case else text}"


def _in_english(preposition: str, text: str, forms: Forms, case: str | None) -> str:
    is_bare = "article" in forms and not _ARTICLES["en"].match(text)
    return f"{preposition} {with_article(text, forms, 'en') if is_bare else text}"


_ASPIRATED: Final = re.compile(
    r"h(?:ongr|ay|aut|uit|ambourg|anovr|onduras|andicap|iérarch|ors|auss|éros|ainaut|ollan|avre)", re.IGNORECASE
)
"""French words whose h does not let the word before lose its vowel."""

_VOWELS: Final = "aàâäæeéèêëiîïoôöœuùûüyh"


def _elides(word: str) -> bool:
    return word[:1].casefold() in _VOWELS and not _ASPIRATED.match(word)


def _in_french(preposition: str, text: str, forms: Forms, case: str | None) -> str:
    """`de` and `à` grow together with `le` and `les`; a state is entered by `en`, `au`, `aux` or `à`."""
    article, bare = _french_article(text, forms)
    if preposition == "en":
        return _into_state(article, bare, text, forms)
    joined = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}.get(
        (preposition, article or "")
    )
    if joined:
        return f"{joined} {bare}"
    named = f"{article}{bare}" if article == "l’" else f"{article} {bare}" if article else bare
    if preposition in {"de", "jusque"} and _elides(named):
        return f"{preposition[:-1]}’{named}"
    return f"{preposition} {named}"


def _into_state(article: str | None, bare: str, text: str, forms: Forms) -> str:
    if "place" in forms:
        return f"{forms['place']} {bare}"
    if article is None:
        raise FormLacking("article")
    return {"le": f"au {bare}", "les": f"aux {bare}", "": f"à {bare}"}.get(article, f"en {bare}")


def _french_article(text: str, forms: Forms) -> tuple[str | None, str]:
    """Article and name apart; `Le Caire` goes with it as `le Caire` does. None where nothing is known of an article."""
    if stated := forms.get("article", "").replace("'", "’"):
        return ("" if stated == "none" else stated), text
    if match := re.match(r"(?:([Ll]es?|la) |(l)[’'])", text):
        return ("l’" if match[2] else match[1].lower()), text[match.end() :]
    return None, text


def _in_russian(preposition: str, text: str, forms: Forms, case: str | None) -> str:
    wanted = case or PREPOSITIONS["ru"][preposition]
    name = in_form(text, forms, wanted)
    if forms.get("place") == "на":  # на Кипре, с Кипра
        preposition = {"в": "на", "из": "с"}.get(preposition, preposition)
    return f"{_with_vowel(preposition, name)}{NBSP if len(preposition) < 3 else ' '}{name}"


_CLUSTERS: Final = {
    "в": ("во", re.compile(r"[вф][бвгджзклмнпрстфхцчшщ]", re.IGNORECASE)),
    "с": ("со", re.compile(r"(?:[сзшж][бвгджзклмнпрстфхцчшщ]|щ)", re.IGNORECASE)),
    "к": ("ко", re.compile(r"(?:мн|вс)", re.IGNORECASE)),
    "о": ("об", re.compile(r"[аоуэи]", re.IGNORECASE)),
}
"""Before what a preposition takes a vowel, or `о` a consonant: во Франции, со Словакией, об Афганистане."""


def _with_vowel(preposition: str, name: str) -> str:
    longer, before = _CLUSTERS.get(preposition, (preposition, None))
    return longer if before and before.match(name) else preposition


_JOIN: Final[Mapping[str, Callable[[str, str, Forms, str | None], str]]] = {
    "en": _in_english,
    "fr": _in_french,
    "ru": _in_russian,
}
