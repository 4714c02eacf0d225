"""P064: an outcome whose text says the verb again that papers print before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reporting.checks.scene import Scene, round_file
from reporting.languages.known import base_of
from reporting.problems import Problem

SUBJECTS: Final = {
    "en": r"(?:we|they|it|(?:the|both) (?:two )?(?:parties|sides|participants))",
    "fr": r"(?:nous|ils|elles|les (?:deux )?(?:parties|participants))",
    "ru": r"(?:мы|они|(?:обе )?стороны|участники)",
}
HELPERS: Final = {
    "en": r"(?:have|has|had|will|also|to)",
    "fr": r"(?:ont|avons|sont|sommes|se|s’|à|de|également)",
    "ru": r"(?:также|вновь)",
}
"""What may stand between who and the verb."""
VERBS: Final[dict[str, dict[str, str]]] = {
    "agree": {"en": "agree[ds]?", "fr": "conv(?:enus?|enues?|iennent|enons|iendront)", "ru": "договор(?:ились|ятся)"},
    "welcome": {"en": "welcome[ds]?", "fr": "(?:félicit(?:é|ée)?s?(?:ent|ons)?|saluent|salué)", "ru": "приветств(?:уют|овали)"},
    "confirm": {"en": "confirm(?:ed|s)?", "fr": "confirm(?:é|ent|ons)", "ru": "подтвер(?:дили|ждают)"},
    "decide": {"en": "decide[ds]?", "fr": "décid(?:é|ent|ons)", "ru": "решили"},
    "note": {"en": "note[ds]?", "fr": "(?:pris note|prennent note|not(?:é|ent|ons))", "ru": "отме(?:тили|чают)"},
    "underline": {"en": "underline[ds]?", "fr": "soulign(?:é|ent|ons)", "ru": "подч[её]рк(?:нули|ивают)"},
    "encourage": {"en": "encourage[ds]?", "fr": "encourag(?:é|ent|eons)", "ru": "призва(?:ли|ют)"},
    "recall": {"en": "recall(?:ed|s)?", "fr": "rappel(?:é|lent|ons)", "ru": "напомнили"},
    "express-readiness": {"en": "express(?:ed|es)?", "fr": "exprim(?:é|ent|ons)", "ru": "выра(?:зили|жают)"},
}  # fmt: skip
"""Its forms, by the verb of the record and the language."""


def find(scene: Scene) -> Iterator[Problem]:
    for _, meeting in scene.rounds():
        for index, outcome in enumerate(meeting.round.outcomes):
            for language, words in outcome.text.by_language.items():
                if _repeats(words, outcome.verb, base_of(language)):
                    sentence = "the text begins with the verb that papers put before it"
                    hint = "leave it out: `verb: agree` and `text: to count the fish` make “agreed to count the fish”"
                    path = ("outcomes", index, "text", language)
                    yield scene.tell("P064", sentence, round_file(meeting), path, hint, is_warning=True)


def _repeats(words: str, verb: str, language: str) -> bool:
    # A text without a language is that of the house, which is mostly English; other words are not met by it.
    language = language if language in SUBJECTS else "en"
    said = VERBS[verb][language]
    return bool(
        re.match(rf"(?:{SUBJECTS[language]}\s+)?(?:{HELPERS[language]}\s*)*{said}(?!\w)", words.strip(), re.IGNORECASE)
    )
