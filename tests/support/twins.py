"""Twin workspaces: equal in all that an audience may read, free in everything above it.

One generator walks the whole model with two sources of chance. What the audience may read is drawn from the source
that both twins share; words, number and presence of all the rest from a source of the twin's own, and so are the names
of what is hidden: ids, entries of registers, folders of rounds. Levels are read from the model's own declarations here,
and not by the code under test.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from random import Random  # noqa: TID251 - seeded: the same seed gives the same workspace
from typing import Any, Final

from reporting.records.kinds import KINDS
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.model.house import Markings
from reporting.records.plan import Holds, Step, plan_of
from tests.support import tokens, twin_languages, twin_markings
from tests.support.twin_languages import DESIGNATIONS, MAIN, languages_of_house, languages_of_part, worded
from tests.support.twin_markings import SCHEMES, marking_of
from tests.support.values import day, value_of

ROUNDS: Final = ("01-old", "02-mid", "03-new")
DIALOGUE: Final = "data/dialogues/straits"
MACHINERY: Final = ("audience", "lowered", "illustrative", "marking")
FIXED: Final[dict[tuple[str, str], Any]] = {
    ("House", "organisation"): "mer",
    ("House", "as_of"): "2031-12-01",
    ("House", "website"): "https://mer.example",
    ("Round", "end"): None,
    ("Filing", "closed_on"): None,
}
"""Fields that the rest of a workspace hangs on."""
LEFT_OUT: Final = frozenset({("House", "word_template")})
"""The name of a file that somebody made with Word: no matter of records."""
DECIDING: Final = frozenset({("Round", "mode")})
"""Fields that are for all who may read the rest: by the mode of a round it has a place or none."""
NEEDED: Final = frozenset({("Voice", "party"), ("Voice", "issuer"), ("NextRound", "when")})
"""Fields that a rule asks for, though the model does not."""
REGISTERS: Final = {
    "countries": ("VE", "OS", "NO", "AT"),
    "organisations": ("mer", "union", "bank"),
    "people": ("sol", "brek", "lind", "moss"),
    "programmes": ("harbour", "pilots"),
    "glossary": ("SSD", "UN"),
}
PUBLIC: Final = frozenset(
    {
        *((noun, "languages") for noun in ("House", "Dialogue", "Round")),
        ("House", "designations"),
        ("House", "embed_fonts"),
    }
)
"""Fields that both twins draw from what they share, and that nothing raises."""
FIRST: Final = ("topics", "outcomes")
"""Fields of a round that others refer to."""


@dataclass
class Twins:
    """Makes one of the workspaces of a seed.

    Args:
        audience: whoever must not be able to tell the twins apart.
        seed: what they share; the same seed gives twins.
        own: what this one has for itself.
        every: put every field there, so that nothing is left out by chance, and keep the first round back.
    """

    audience: Level
    seed: int
    own: int
    every: bool = False
    hidden: list[str] = field(default_factory=list)
    """A token of each text above the audience, and of each plain value that can hold one."""
    names: set[str] = field(default_factory=set)
    """Tokens of rounds that are hidden: whoever sees the workspace knows their folders, and the audience does not."""
    bare: set[tuple[str, str]] = field(default_factory=set)
    """Plain values above the audience that hold no token, by noun and field."""

    def __post_init__(self) -> None:
        self.shared, self.mine = Random(f"shared {self.seed}"), Random(f"own {self.own}")  # noqa: S311 - no secret
        self.tokens = Random(f"tokens {self.own}")  # noqa: S311 - apart, so that tokens move nothing that is drawn
        self.invents = self.mine.random() < 0.5
        """Whether what is hidden holds illustrative matter. Had every twin some, a view could not be told by it."""
        self.seen: dict[str, list[str]] = {}
        """Ids that references may lead to and that the audience may read, by register."""
        self.is_published = False
        self.unseen: dict[str, list[str]] = {}
        self.scheme = self.shared.choice(SCHEMES)
        self.languages = languages_of_house(self.shared) if not self.every else [MAIN]
        self.lowered = 0
        """How many things around the one being made say that more people may read them; such things carry no marking."""

    def files(self) -> dict[str, str]:
        """The workspace, as JSON, which YAML is a superset of."""
        made: dict[str, Any] = {}
        for name, kind in KINDS.items():
            if kind.is_register:
                made[kind.pattern] = self._register(name, REGISTERS.get(name, ("one", "two")))
        made["data/house.yaml"] = self._record("house")
        made[f"{DIALOGUE}/dialogue.yaml"] = self._record("dialogue")
        outcomes = {}
        for number, name in enumerate(ROUNDS, 1):
            stated = self._raised(0.06) if number < len(ROUNDS) else None
            if self.every and number == 1:
                stated = Level.RESTRICTED
            called = name if (stated or Level.PUBLIC) <= self.audience else self._hidden_round(name)
            folder = f"{DIALOGUE}/{called}"
            made[f"{folder}/round.yaml"] = self._round(number, stated)
            outcomes[name] = called, self.seen["outcomes"], self.unseen["outcomes"]
            made[f"{folder}/statement.yaml"] = self._whole("statement", 0.7)
            made[f"{folder}/briefing.yaml"] = self._whole("briefing", 0.7)
        made[f"{DIALOGUE}/commitments.yaml"] = self._commitments(outcomes)
        if self.every:
            made[f"{DIALOGUE}/{ROUNDS[-1]}/release.yaml"] = self._node(KINDS["release"].model, Level.INTERNAL, None)
        written = {path: json.dumps(tree, ensure_ascii=False, indent=1) for path, tree in made.items() if tree}
        return {**twin_markings.OWN, **twin_languages.OWN, **written}

    def _register(self, name: str, ids: Iterable[str]) -> dict[str, Any]:
        found = {}
        self.seen[name], self.unseen[name] = [], []
        for given in ids:
            # The house's own name is never hidden.
            stated = self._raised(0.1) if given != "mer" else None
            is_seen = (stated or Level.PUBLIC) <= self.audience
            key = given if is_seen else self._token()
            found[key] = self._node(KINDS[name].model, Level.PUBLIC, stated)
            if name == "people":
                found[key]["functions"] = [{"title": "Envoy"}, *found[key].get("functions", [])]
            if name == "countries":
                words = dict.fromkeys(("short", "official", "in_sentence"), f"Land {key}")
                found[key]["names"] = [words, *found[key]["names"]]
            (self.seen if is_seen else self.unseen)[name].append(key)
        return found

    def _record(self, kind: str) -> dict[str, Any]:
        return self._node(KINDS[kind].model, Level.PUBLIC, None)

    def _hidden_round(self, name: str) -> str:
        token = self._token()
        self.names |= tokens.tokens_in(token.encode())
        return f"{name}-{token}"

    def _round(self, number: int, stated: Level | None) -> dict[str, Any]:
        state = self.shared.choice(("planned", "held", "published"))
        self.is_published = state == "published"
        for name in FIRST:
            self.seen[name], self.unseen[name] = [], []
        made = self._node(KINDS["round"].model, Level.PUBLIC, stated)
        made |= {"number": number, "state": state, "start": f"203{number}-06-08"}
        made.pop("published", None)
        if made.get("mode") in ("video", "written"):
            made.pop("place", None)
        else:
            # One that is hidden may be missing in one of the twins, and must not come to light in it.
            made.setdefault("place", {"city": "Averin", "audience": "restricted"})
        if self.is_published:
            made["published"] = f"203{number}-06-09"
        return made

    def _whole(self, kind: str, chance: float) -> dict[str, Any] | None:
        """A record of the round that may be missing; where the audience may not read it, that is the twin's own affair."""
        model = KINDS[kind].model
        is_published = kind == "statement" and self.shared.random() < 0.6
        least = Level.PUBLIC if is_published else Level.PARTNERS if kind == "statement" else Level.RESTRICTED
        stated = self._raised(0.15, None, max(least, model.base_level))
        level = max(least, stated or Level.PUBLIC)
        if not (self.every or self._source(level).random() < chance):
            return None
        made = self._node(model, least, stated)
        made.pop("published", None)
        return {**made, "published": "2033-10-22"} if is_published else made

    def _commitments(self, outcomes: Mapping[str, tuple[str, list[str], list[str]]]) -> dict[str, Any] | None:
        model = KINDS["commitments"].model
        level = max(Level.INTERNAL, self._raised(0.1, None, Level.INTERNAL) or Level.INTERNAL)
        top = self._stated(level, level if level > Level.INTERNAL else None, self._source(level), lowered=False)
        inside = Level.RESTRICTED if self.shared.random() < 0.1 else level
        if inside > level:
            key = self._source(level).choice(("marking", "audience"))
            top = {
                key: {"commitments": marking_of(inside, self.shared, self.scheme) if key == "marking" else str(inside)}
            }
        source = self._source(inside)
        made = []
        for number in range(source.randint(1, 4) if self.every or source.random() < 0.8 else 0):
            name = source.choice(ROUNDS[:2])
            called, self.seen["outcomes"], self.unseen["outcomes"] = outcomes[name]
            self.seen["rounds"], self.unseen["rounds"] = [called], []
            stated = self._raised(0.2, source, inside)
            item_model = plan_of(model)["commitments"].model
            assert item_model
            item = self._node(item_model, inside, stated)
            is_seen = max(inside, stated or Level.PUBLIC) <= self.audience
            made.append({**item, "round": called, "id": f"c{number}" if is_seen else self._token()})
        return {**top, "commitments": made} if made else None

    def _source(self, level: Level) -> Random:
        return self.shared if level <= self.audience else self.mine

    def _raised(self, chance: float, source: Random | None = None, least: Level = Level.PARTNERS) -> Level | None:
        """A level that the record itself states, drawn from what both share."""
        source = source or self.shared
        return Level(source.randint(least, Level.RESTRICTED)) if source.random() < chance else None

    def _node(self, model: type[Node], above: Level, stated: Level | None, *, lowered: bool = False) -> dict[str, Any]:
        if model is Markings:
            return self._house_markings()
        own = max(above, stated or Level.PUBLIC, model.base_level)
        source = self._source(own)
        self.lowered += lowered
        made = self._stated(own, stated, source, lowered=lowered)
        raised = {} if stated is not None else self._stated_fields(model, source, made)
        marked = {} if self.lowered or "marking" in made else self._marked_fields(model, own, raised, made)
        steps = plan_of(model)
        for name in sorted(steps, key=lambda each: each not in FIRST):
            if name in MACHINERY:
                continue
            is_lowered = raised.get(name, Level.RESTRICTED) < declared(model, name)[0]
            self.lowered += is_lowered
            value = self._field(model, steps[name], max(own, marked.get(name, own)), raised.get(name))
            self.lowered -= is_lowered
            if value is not None:
                made[name] = value
        self.lowered -= lowered
        if source.random() < (0.0005 if source is self.shared else 0.03 * self.invents):
            made["illustrative"] = True
        return made

    def _house_markings(self) -> dict[str, Any]:
        """What everybody may know: the scheme of the house, and what its papers of each level carry."""
        carried = {str(level): marking_of(level, self.shared, self.scheme) for level in Level if level}
        if self.shared.random() < 0.2:
            del carried["partners"]
        return {**carried, **({"scheme": self.scheme} if self.scheme != "plain" or self.every else {})}

    def _stated(self, own: Level, stated: Level | None, source: Random, *, lowered: bool) -> dict[str, Any]:
        """What a thing says of who may read the whole of it: by its audience, by its marking, or by both."""
        drawn, often = source.random(), 0.02 if source is self.shared else 0.2
        if lowered:
            return {"audience": str(stated), "lowered": "It was announced"}
        marking = {"marking": marking_of(own, source, self.scheme)}
        if stated is None:
            return marking if drawn < often and not self.lowered else {}
        audience = {"audience": str(stated)}
        return audience if drawn < 0.6 or self.lowered else marking if drawn < 0.8 else {**audience, **marking}

    def _stated_fields(self, model: type[Node], source: Random, made: dict[str, Any]) -> dict[str, Level]:
        """Levels by field: some raised, some lowered as far as the model lets them."""
        found = {}
        for step in plan_of(model).values():
            if self._is_for_all(model, step.name):
                continue
            level, lowest = declared(model, step.name)
            if lowest < level and source.random() < 0.5:
                found[step.name] = lowest
                made["lowered"] = "It was announced"
            elif level < Level.RESTRICTED and source.random() < (0.002 if step.is_required or step.values else 0.04):
                found[step.name] = Level(source.randint(level + 1, Level.RESTRICTED))
        if found:
            made["audience"] = {name: str(level) for name, level in found.items()}
        return found

    def _is_for_all(self, model: type[Node], name: str) -> bool:
        """Whether who may read the thing may read this field of it."""
        return name in MACHINERY or name in model.whole_by or (model.__name__, name) in FIXED.keys() | DECIDING | PUBLIC

    def _marked_fields(
        self, model: type[Node], own: Level, raised: dict[str, Level], made: dict[str, Any]
    ) -> dict[str, Level]:
        """Markings by field: on what an audience raises, on what is raised by the marking alone, or for their own sake."""
        found: dict[str, Level] = {}
        for step in plan_of(model).values():
            if self._is_for_all(model, step.name):
                continue
            least = max(own, declared(model, step.name)[0], raised.get(step.name, Level.PUBLIC))
            if raised.get(step.name, least) < declared(model, step.name)[0]:
                continue  # lowered: whoever lowers a thing does not mark it
            # What is hidden already may carry a marking or none, and nobody must be able to tell. Items may be lowered.
            lowest = max(own, declared(model, step.name)[1])
            source = self._source(lowest if step.holds is Holds.NODE else least)
            often = 0.002 if step.is_required or step.values else 0.02 if source is self.shared else 0.2
            if source.random() < often:
                found[step.name] = Level(source.randint(least, Level.RESTRICTED))
                made.setdefault("marking", {})[step.name] = marking_of(found[step.name], source, self.scheme)
        return found

    def _field(self, model: type[Node], step: Step, own: Level, stated: Level | None) -> Any:
        key = model.__name__, step.name
        if key in FIXED or key in LEFT_OUT:
            return FIXED.get(key)
        if key in PUBLIC:
            return self._known_to_all(model, step)
        level = max(own, declared(model, step.name)[0] if stated is None else stated)
        if step.is_many:
            return self._many(step, own, level, declared(model, step.name)[1])
        source = self._source(level)
        is_needed = step.is_required or key in NEEDED
        if not (is_needed or self.every or source.random() < 0.6):
            return None
        if step.holds is Holds.REFERENCE and not is_needed and source.random() < 0.15:
            source = self.mine  # perhaps none, perhaps one that is hidden: the audience meets nothing either way
            return source.choice([None, *self._ids(step, self.unseen)]) if level <= self.audience else None
        return self._value(model, step, level, source)

    def _known_to_all(self, model: type[Node], step: Step) -> Any:
        """A field of the house, a dialogue or a round that decides about papers."""
        if step.name == "languages":
            return self.languages if model.__name__ == "House" else languages_of_part(self.shared, self.languages)
        if step.name == "designations":
            return self.shared.choice(DESIGNATIONS)
        return self.shared.random() < 0.1

    def _many(self, step: Step, own: Level, level: Level, lowest: Level) -> list[Any] | None:
        """Items that both share, and among them as many of the twin's own as it likes."""
        found = self._lowered(step, own, level, lowest)
        source = self._source(level)
        if step.is_required or self.every or source.random() < 0.7:
            found += [self._item(step, own, level) for _ in range(source.randint(1, 3))]
            if level <= self.audience < Level.RESTRICTED:
                self._hide_some(step, own, level, found)
        found = [each for each in found if each is not None]
        return found or ([] if step.is_required else None)

    def _lowered(self, step: Step, own: Level, level: Level, lowest: Level) -> list[Any]:
        """Items that say why more people may read them than the rest of their list."""
        source = self._source(max(own, lowest))
        if step.holds is not Holds.NODE or lowest >= level or source.random() < 0.5:
            return []
        assert step.model
        here = max(own, lowest)
        made = (self._node(step.model, here, lowest, lowered=True) for _ in range(source.randint(1, 2)))
        return [self._numbered(step, self._cleared(step, each, here), is_seen=here <= self.audience) for each in made]

    def _hide_some(self, step: Step, own: Level, level: Level, found: list[Any]) -> None:
        """Put things among the items of a list that its reader must not notice."""
        if step.holds is Holds.REFERENCE:
            # What leads to something hidden is hidden with it.
            found += [each for each in self._ids(step, self.unseen) if self.mine.random() < 0.5]
        if step.holds is not Holds.NODE:
            return
        assert step.model
        lowest_hidden = max(self.audience + 1, level, step.level, step.model.base_level)
        for _ in range(self.mine.randint(self.every, 2)):
            stated = Level(self.mine.randint(lowest_hidden, Level.RESTRICTED))
            extra = self._cleared(step, self._node(step.model, own, stated), stated)
            extra = self._numbered(step, extra, is_seen=False)
            found.insert(self.mine.randint(0, len(found)), extra)

    def _item(self, step: Step, own: Level, level: Level) -> Any:
        source = self._source(level)
        if step.holds is not Holds.NODE:
            return self._value(Node, step, level, source)
        assert step.model
        is_uncleared = step.model.__name__ == "Quote" and not self.is_published and source.random() < 0.4
        least = Level.INTERNAL if is_uncleared else step.model.base_level
        stated = self._raised(0.1, source, max(level, step.level, least))
        here = max(own, level, stated or Level.PUBLIC, least)
        if here > self.audience >= level and self.mine.random() < 0.5:
            return None
        made = self._node(step.model, here, stated)
        if any(each.is_required and each.name not in made for each in plan_of(step.model).values()):
            return None
        made.pop("cleared_on", None)
        made = made if is_uncleared else self._cleared(step, made, here)
        return self._numbered(step, made, is_seen=here <= self.audience)

    def _cleared(self, step: Step, made: dict[str, Any], here: Level) -> dict[str, Any]:
        """A quote with the day on which it was cleared, which decides who may read it."""
        if step.model is None or step.model.__name__ != "Quote":
            return made
        return {**made, "cleared_on": day(self._source(max(here, Level.INTERNAL))), "cleared_by": "Cabinet"}

    def _numbered(self, step: Step, made: dict[str, Any], *, is_seen: bool) -> dict[str, Any]:
        """With an id of its own, known to what may refer to it."""
        if "id" in made:
            ids = (self.seen if is_seen else self.unseen).setdefault(step.name, [])
            source = self.shared if is_seen else self.mine
            made["id"] = f"{step.name}-{'s' if is_seen else 'h'}{len(ids)}-{source.randrange(10**6)}"
            made["id"] += "" if is_seen else f"-{self._token()}"
            ids.append(made["id"])
        return made

    def _value(self, model: type[Node], step: Step, level: Level, source: Random) -> Any:
        if step.holds is Holds.NODE:
            assert step.model
            stated = self._raised(0.05, source, max(level, step.level, step.model.base_level))
            has_default = step.name in model.model_fields and model.model_fields[step.name].default_factory
            may_lack = not (step.is_required or has_default)
            if (stated or level) > self.audience >= level and may_lack and self.mine.random() < 0.5:
                return None
            return self._node(step.model, level, stated)
        if step.holds is Holds.REFERENCE:
            return self._reference(step, source)
        if level > self.audience and (step.holds is Holds.TEXT or (step.type_name == "str" and not step.values)):
            return self._hidden_words(model, step, source)
        drawn = value_of(step, source, model)
        if step.text is None:
            return drawn
        return worded(str(drawn), self.languages, source, bends=step.text.may_bend)

    def _hidden_words(self, model: type[Node], step: Step, source: Random) -> Any:
        drawn = str(value_of(step, source, model))
        if step.text is None:
            return self._hidden_value(model, step, drawn)
        self.hidden.append(token := tokens.words(source))
        languages = self.mine.choice([self.languages, [MAIN], ["fr", "ru"]])
        return worded(f"{token} {drawn}", languages, source, bends=step.text.may_bend)

    def _hidden_value(self, model: type[Node], step: Step, drawn: str) -> str:
        if step.name not in tokens.PLAIN:
            self.bare.add((model.__name__, step.name))
            return drawn
        made = tokens.PLAIN[step.name](self.tokens, drawn)
        self.hidden += tokens.tokens_in(made.encode())
        return made

    def _token(self) -> str:
        """A token for the name of something hidden."""
        self.hidden.append(token := tokens.words(self.tokens))
        return token

    def _reference(self, step: Step, source: Random) -> Any:
        seen, unseen = self._ids(step, self.seen), self._ids(step, self.unseen)
        if source is self.shared and seen:
            return source.choice(seen)
        # How many are hidden differs between the twins, and so would all that is drawn after a choice among them.
        return self.mine.choice([*seen, *unseen] or [None])

    def _ids(self, step: Step, known: Mapping[str, list[str]]) -> list[str]:
        return [each for name in step.registers for each in known.get(name, [])]


@functools.cache
def declared(model: type[Node], name: str) -> tuple[Level, Level]:
    """Level and lowest level as the model's source declares them."""
    extra = model.model_fields[name].json_schema_extra
    assert isinstance(extra, dict)
    level, lowest = (Level[str(extra[each]).upper()] for each in ("audience", "lowest"))
    return level, lowest


def pair(audience: Level, seed: int) -> tuple[Twins, Twins]:
    """The twins of a seed."""
    return Twins(audience, seed, 2 * seed), Twins(audience, seed, 2 * seed + 1)
