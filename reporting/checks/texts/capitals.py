"""P068: a text that papers put into the middle of a sentence, and that begins with a capital which is no name's."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from reporting.checks.scene import Scene
from reporting.languages.known import base_of
from reporting.problems import Problem
from reporting.records.model.base import Node
from reporting.records.model.texts import EVERY
from reporting.records.register import Register
from reporting.records.walk import Path, walk

FIELDS: Final = {
    "round": frozenset({("topics", "title"), ("outcomes", "text"), ("atmosphere",), ("level",)}),
    "dialogue": frozenset({("level",), ("cadence",)}),
}
"""Fields that stand in a sentence, by the kind of record."""
FIRST: Final = re.compile(r"[*_\s\"“«(]*((?:(?:[LDldSsNn]|[Qq]u)[’'])?[^\W\d_]+)")
"""The first word, without what gives it weight; up to a hyphen."""
SMALL: Final = {
    "en": "a an the to on of in at by for with from and or that their its how what whether more all some",
    "fr": "le la les un une des du de à au aux en sur par pour avec et ou que leur leurs ses son sa",
    "ru": "и в во на о об от по с со к для из что как а или их его",
}
"""Words that no sentence writes with a capital in its middle, unless a name begins with them."""
ORDINARY: Final = {
    "en": "border borders security cooperation trade water energy climate counter terrorism extremism drug drugs human migration "
    "transport education health regional international bilateral joint common exchange exchanges development environment "
    "economic political preventing prevention combating fighting strengthening support stability connectivity culture "
    "rule organised organized digital food fisheries rescue progress preparation preparations follow further hold continue "
    "open constructive friendly deputy ministers minister senior ambassadors heads foreign about once every annual annually",
    "fr": "lutte gestion sécurité coopération commerce eau énergie climat terrorisme extrémisme drogue droits migration "
    "transports éducation santé questions échange échanges développement environnement stabilité prévention renforcement "
    "poursuivre tenir organiser intensifier ouvert ouverte constructif vice ministres ministre directeurs secrétaires environ",
    "ru": "борьба противодействие безопасность сотрудничество торговля вода энергетика климат терроризм экстремизм права "
    "миграция транспорт образование здравоохранение региональные международные вопросы обмен развитие окружающая "
    "стабильность предотвращение укрепление управление подготовка продолжить провести активизировать открытая заместители "
    "министры министр раз примерно",
}
"""Words with which such texts begin most, and which are no names."""
_DAYS = (
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday"
)
DAYS: Final = frozenset(_DAYS.split())
_REGIONS = (
    "europ euro asia asie azia africa afri améri ameri arab balti balkan black caspian caucas centr silk north south east west "
    "nord sud atlanti pacifi indian средн центр европ азия азиа афри амер балт балк чёрн касп кавка шёлк"
)
REGIONS: Final = tuple(_REGIONS.split())
"""How names of regions and what is made of them begin; registers of states do not have them."""
LONG: Final = 4
"""Letters that a word has to share with a name, so that Afghan is known by Afghanistan."""


def find(scene: Scene) -> Iterator[Problem]:
    names = scene.once(_names)
    main = next(iter(scene.register.house.languages), "en")
    for file, path, words, language, beside in _texts(scene):
        if _is_capital(words, base_of(main if language == EVERY else language), beside, names):
            yield _told(scene, file, (*path, language))


def _texts(scene: Scene) -> Iterator[tuple[str, Path, str, str, str]]:
    """What stands in sentences: file and path, words and language, and all texts of the record."""
    for sheet in scene.sheets:
        for each in sheet.words if sheet.name in FIELDS else ():
            if tuple(step for step in each.path if isinstance(step, str)) in FIELDS[sheet.name]:
                yield sheet.file, each.path, each.words, each.language, sheet.whole
    for series in scene.dialogues():
        for at, promised in enumerate(series.commitments):
            for language, words in promised.text.by_language.items():
                yield f"{series.folder}/commitments.yaml", ("commitments", at, "text"), words, language, words


def _told(scene: Scene, file: str, path: Path) -> Problem:
    sentence = "papers put this text into a sentence, and it begins with a capital letter"
    hint = "begin it with a small letter, as in “The parties discussed border management”; a name keeps its capital"
    return scene.tell("P068", sentence, file, path, hint, is_warning=True)


def _is_capital(words: str, language: str, beside: str, names: frozenset[str]) -> bool:
    """Whether a text begins with a capital, and not with a name.

    Args:
        words: the text.
        language: its language; of one that is not in `SMALL`, such as German with its nouns, nothing is known.
        beside: all texts of the record: a word that is small there is no name.
        names: how names of the registers begin, as `_names` gives them.
    """
    found = FIRST.match(words)
    if found is None or language not in SMALL:
        return False
    article, _, word = found[1].replace("’", "'").rpartition("'")
    begun, small = (article or word), word.lower()
    is_acronym = any(letter.isupper() for letter in word[1:]) or bool(article and word[:1].isupper())
    if not begun[0].isupper() or is_acronym or _is_name(words[found.start(1) :], small, names):
        return False
    if article or small in SMALL[language].split() or small in ORDINARY[language].split():
        return True
    return len(small) > 2 and re.search(rf"(?<![\w-]){re.escape(small)}(?!\w)", beside) is not None


def _is_name(words: str, first: str, names: frozenset[str]) -> bool:
    """Whether words begin with a name, or with what is made of one."""
    if first in DAYS or first.startswith(REGIONS):
        return True
    if any(words.startswith(name) for name in names if name[0] == words[0] and " " in name):
        return True
    return any(first[:LONG] == name[:LONG].lower() for name in names if " " not in name and len(name) >= LONG)


def _names(register: Register) -> frozenset[str]:
    """Names of the registers: whole ones, and the single words of states, cities and people."""
    found: set[str] = set(register.glossary)
    for name in _spelt(register.countries, register.places, register.people):
        found |= {name, *re.findall(r"[^\W\d_]+", name)}
    found.update(_spelt(register.organisations, register.programmes))
    for series in register.series.values():
        found.update(_spelt(dict(enumerate(series.dialogue.names))))
    return frozenset(each for each in found if each[:1].isupper())


def _spelt(*registers: Mapping[Any, Node]) -> Iterator[str]:
    """All that entries are called, in every form."""
    for node in itertools.chain.from_iterable(each.values() for each in registers):
        for said in walk(node).texts:
            if said.path[-1] not in ("source", "title", "about"):
                yield from said.text.by_language.values()
                yield from (form for forms in said.text.forms.values() for form in forms.values())
