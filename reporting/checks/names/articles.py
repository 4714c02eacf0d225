"""P057: a name that is to stand in a sentence, and whose article nobody gave."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.scene import Scene, is_open
from reporting.languages.forms import FormLacking, with_article
from reporting.problems import Problem
from reporting.records.model.country_forms import FIELD, CountryForms
from reporting.records.model.registers import CountryName
from reporting.records.model.texts import EVERY, Text

SENTENCES = ("parties", "running", "office", "signature")
"""Contexts in which a name has its article."""
FILE = "data/registers/countries.yaml"


def find(scene: Scene) -> Iterator[Problem]:
    forms = _in_sentences(scene.register.house.country_forms)
    if FILE not in scene.register.trees:
        return
    for key, country in scene.register.countries.items():
        for number, name in enumerate(country.names):
            for form in sorted(forms):
                for language in _bare(scene, name, form):
                    whose = key if is_open(country) else "this state"
                    what = f"the {form} name of {whose} has no article in {language}, and sentences print that name"
                    hint = f"write `{language}: {{text: …, article: …}}`; `none` where it has none"
                    yield scene.tell("P057", what, FILE, (key, "names", number, form, language), hint, is_warning=True)


def _in_sentences(forms: CountryForms) -> set[str]:
    chosen = {getattr(forms, context) for context in SENTENCES}
    return {FIELD[form] for form in chosen if form != "custom"}


def _bare(scene: Scene, name: CountryName, form: str) -> Iterator[str]:
    """Languages in which a name needs an article, and neither it nor another name of the state has it."""
    text: Text = getattr(name, form)
    main = scene.register.house.languages[0]
    for tag, words in text.by_language.items():
        language = main if tag == EVERY else tag
        known = scene.register.lexicon.find(language, words)
        said = {**(known.forms if known else {}), **text.forms.get(tag, {})}
        custom = name.in_sentence.get(language) or ""
        try:
            with_article(words, said, language)
        except FormLacking:
            if not custom.endswith(words):
                yield language
