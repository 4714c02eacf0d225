"""Sound records with a few random faults: whatever comes of it is a problem with a place, never an exception."""

from __future__ import annotations

from collections.abc import Callable
from random import Random  # noqa: TID251 - seeded: the same seed gives the same faults

import pytest

from tests.support.cases import SOUND, findings_of, told
from tests.support.complete import complete

FOLDER = "data/dialogues/north/02-beta"
WORKSPACE = {
    **SOUND,
    f"{FOLDER}/statement.yaml": complete("statement").text,
    f"{FOLDER}/briefing.yaml": complete("briefing").text,
    "data/dialogues/north/commitments.yaml": complete("commitments").text,
    "data/dialogues/south/dialogue.yaml": complete("dialogue").text,
    "data/dialogues/south/01-gamma/round.yaml": complete("round").text,
}
VALUES = (
    "[]",
    "{}",
    "null",
    "true",
    "4",
    "x",
    "[x, {y: z}]",
    "{en: x}",
    '""',
    "2030-01-01",
    "[[[]]]",
    "{audience: public}",
)
STRAY = ("audience: partners", "lowered: x", "id: o1", "- x", "a: b", "\t", "&a x", "<<: *a", "--- x")

Fault = Callable[[Random, str], str]
FAULTS: tuple[Fault, ...] = (
    lambda random, line: "",
    lambda random, line: f"{line}\n{line}",
    lambda random, line: f"{line.partition(':')[0]}: {random.choice(VALUES)}",
    lambda random, line: f"  {line}",
    lambda random, line: line.lstrip(),
    lambda random, line: line.replace(":", "q:", 1),
    lambda random, line: random.choice(STRAY),
    lambda random, line: line[: len(line) // 2] + random.choice('xyz:-[]{}"#|>') + line[len(line) // 2 :],
)


def faulty(random: Random) -> dict[str, str]:
    files = dict(WORKSPACE)
    path = random.choice(sorted(files))
    lines = files[path].split("\n")
    for _ in range(random.choice((1, 1, 2, 4))):
        index = random.randrange(len(lines))
        lines[index] = random.choice(FAULTS)(random, lines[index])
    files[path] = "\n".join(lines)
    return files


@pytest.mark.parametrize("seed", range(20))
def test_a_faulty_record_is_told_and_every_finding_has_its_place(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    for _ in range(20):
        files = faulty(random)
        found = findings_of(files)
        assert told(found) or not found
        for problem in found:
            assert problem.place is not None
            text = files.get(problem.place.file, "")
            assert problem.place.line <= text.count("\n") + 1, problem
