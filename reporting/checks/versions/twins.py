"""P016: versions of one text in two languages that do not tell the same facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reporting.checks.scene import Scene, Sheet
from reporting.checks.versions.differing import differences
from reporting.checks.versions.facts import Fact, facts_of
from reporting.checks.versions.named import Named, Owner
from reporting.problems import Problem
from reporting.records.levels import Level
from reporting.records.model.texts import EVERY
from reporting.records.walk import Said

SAID = {
    "paragraph": "has another number of paragraphs and items than",
    "date": "names other dates than",
    "number": "has other figures than",
    "amount": "names other amounts than",
    "count": "counts otherwise than",
    "ordinal": "numbers otherwise than",
    "season": "names other seasons than",
    "weekday": "names other weekdays than",
    "point": "refers to other points than",
    "link": "leads to other addresses than",
    "footnote": "calls other footnotes than",
    "name": "names others than",
}
HINT = "compare the two; what is right in one has to be said in the other"


def find(scene: Scene) -> Iterator[Problem]:
    named = scene.once(Named)
    for sheet in scene.sheets:
        for said in sheet.walked.texts:
            if len(said.text.by_language) > 1:
                yield from _differing(scene, sheet, said)
                yield from _named(scene, sheet, said, named)


def _differing(scene: Scene, sheet: Sheet, said: Said) -> Iterator[Problem]:
    """Each language of a text against the first one that is written."""
    first, *others = (each for each in said.text.by_language if each != EVERY)
    facts = facts_of(said.text.by_language[first], first)
    for language in others:
        own = facts_of(said.text.by_language[language], language)
        for each in differences(own, facts):
            if said.text.kind == "label" and not (_has(own, each.kind) and _has(facts, each.kind)):
                continue  # a name that counts in words: “the 13th meeting” and «سیزدهمین نشست»
            detail = _detail(each.more, each.less, first) if said.level is Level.PUBLIC else ""
            also = [scene.register.place(sheet.file, *said.path, first)]
            told = f"the text in {language} {SAID[each.kind]} that in {first}{detail}"
            path = (*said.path, language)
            yield scene.tell("P016", told, sheet.file, path, HINT, also=also, is_warning=not each.is_certain)


def _has(facts: Iterable[Fact], kind: str) -> bool:
    return any(each.kind == kind for each in facts)


def _named(scene: Scene, sheet: Sheet, said: Said, named: Named) -> Iterator[Problem]:
    """Whom one language of a text names and the other does not. A pronoun may stand for a name, so it is a warning."""
    first, *others = (each for each in said.text.by_language if each != EVERY)
    text = said.text.by_language[first]
    for language in others:
        own = said.text.by_language[language]
        more = named.differing(own, language, text, first)
        less = named.differing(text, first, own, language)
        if more or less:
            detail = _detail(_facts(more), _facts(less), first) if said.level is Level.PUBLIC else ""
            also = [scene.register.place(sheet.file, *said.path, first)]
            told = f"the text in {language} {SAID['name']} that in {first}{detail}"
            path = (*said.path, language)
            yield scene.tell("P016", told, sheet.file, path, HINT, also=also, is_warning=True)


def _facts(owners: list[Owner]) -> list[Fact]:
    """Names as facts; of those that not everybody may know of, only that there is one."""
    return [Fact("name", each.id if each.is_public else "") for each in owners]


def _detail(more: list[Fact], less: list[Fact], first: str) -> str:
    """What differs; of paragraphs there is nothing to name."""
    only = [each.value for each in more if each.value]
    lacking = [each.value for each in less if each.value]
    parts = [f"{', '.join(only)} only here"] if only else []
    parts += [f"{', '.join(lacking)} only in {first}"] if lacking else []
    return f": {'; '.join(parts)}" if parts else ""
