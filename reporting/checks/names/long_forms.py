"""P026: a long form for a state that has none."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.scene import Scene, is_open
from reporting.problems import Problem

FILE = "data/registers/countries.yaml"
SHORT_ONLY = frozenset({"CA", "GE", "HU", "IE", "JM", "JP", "ME", "MN", "MY", "NZ", "RO", "TM", "UA"})
"""States whose official name is the short one, by the code that registers use (Interinstitutional Style Guide, annex A5)."""


def find(scene: Scene) -> Iterator[Problem]:
    for key in sorted(SHORT_ONLY & set(scene.register.countries)):
        if FILE not in scene.register.trees:
            return
        for index, name in enumerate(scene.register.countries[key].names):
            for language, official in name.official.by_language.items():
                if official != name.short.get(language):
                    is_shown = is_open(scene.register.countries[key]) and is_open(name)
                    told = f"{key} has no long form, and “{official}” is one"
                    sentence = told if is_shown else "this state has no long form, and this is one"
                    short = f"“{name.short.get(language) or official}”" if is_shown else "what stands under `short:`"
                    hint = f"write {short} under `official:`, too"
                    yield scene.tell("P026", sentence, FILE, (key, "names", index, "official"), hint)
