"""Files made to stop a machine: refused with a place, in under two seconds and 400 MB, whatever they are."""

from __future__ import annotations

import json
import os
import resource
import time
from collections.abc import Callable

import pytest

from reporting.problems import Problem
from tests.support.cases import ROUND, SOUND, findings_of

SECONDS, MEGABYTES = 2.0, 400
MERGES = "\n".join(f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 9))
LAUGHS = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10))
BOMBS: dict[str, Callable[[], str | bytes]] = {
    "brackets inside of brackets": lambda: "x: " + "[" * 25_000,
    "a million brackets": lambda: "x: " + "[" * 1_000_000,
    "braces inside of braces": lambda: "{a: " * 30_000,
    "sequences inside of sequences": lambda: "- " * 50_000,
    "keys inside of keys": lambda: "".join(f"{' ' * n}a:\n" for n in range(2_000)),
    "question marks": lambda: "? " * 100_000,
    "anchors and aliases that laugh a billion times": lambda: f"a0: &a0 [lol]\n{LAUGHS}\n",
    "merge keys upon merge keys": lambda: f"a0: &a0 {{b: c}}\n{MERGES}\n",
    "an alias to itself": lambda: "a: &a [*a]\n",
    "a file of six megabytes": lambda: "a: b\n" * 1_200_000,
    "a file of seventeen megabytes of blanks": lambda: b" " * (17 << 20),
    "one text of five megabytes": lambda: "number: " + "x" * 5_000_000,
    "one text of two megabytes": lambda: "number: " + "x" * 2_000_000,
    "one quoted text of escapes": lambda: 'title: "' + "\\u0041" * 300_000 + '"\n',
    "one key of a megabyte": lambda: "x" * 1_000_000 + ": 1\n",
    "a hundred thousand documents": lambda: "---\na: b\n" * 100_000,
    "a number of a million digits": lambda: "number: " + "9" * 1_000_000 + "\n",
    "a date of a million digits": lambda: "start: " + "2" * 1_000_000 + "-01-01\n",
    "a number with a huge exponent": lambda: "number: 1e999999999\n",
    "a quarter of a million keys": lambda: "".join(f"k{n}: v\n" for n in range(250_000)),
    "a hundred and fifty thousand unknown keys": lambda: "".join(f"k{n}: v\n" for n in range(150_000)),
    "the same key a hundred thousand times": lambda: "number: 1\n" * 100_000,
    "forty thousand faults in a list": lambda: "parties:\n" + "  - x: y\n" * 40_000,
    "forty thousand faults in things": lambda: "parties:\n" + "  - {party: AR, size: x}\n" * 40_000,
    "forty thousand references to nobody": lambda: "chairs:\n" + "  - person: nobody\n" * 40_000,
    "two hundred thousand comments": lambda: "# x\n" * 200_000 + "a: b\n",
    "tags": lambda: "a: " + "!!seq " * 100_000,
    "a directive of a megabyte": lambda: "%YAML " + "1" * 1_000_000 + "\n---\na: b\n",
    "a block of a million empty lines": lambda: "a: |\n" + "\n" * 1_000_000 + "b: [\n",
    "letters upon one letter": lambda: "title: e" + "\u0301" * 400_000 + "\n",
    "directions inside of directions": lambda: "title: " + "\u2066" * 100_000 + "\n",
    "footnotes that nobody called": lambda: "title: " + "[^n" * 300_000 + "\n",
}


PEOPLE = "data/registers/people.yaml"
BOMBED_REGISTERS: dict[str, Callable[[], str]] = {
    "forty thousand entries without anything": lambda: "".join(f"p{n}:\n" for n in range(40_000)),
    "forty thousand entries with a fault": lambda: "".join(f"p{n}: {{x: y}}\n" for n in range(40_000)),
    "forty thousand ids that are none": lambda: "".join(f"P {n}!: {{given: A, family: B}}\n" for n in range(20_000)),
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each bomb is tried in a process of its own")
@pytest.mark.parametrize(
    ("file", "name"), [*((ROUND, each) for each in BOMBS), *((PEOPLE, e) for e in BOMBED_REGISTERS)]
)
def test_a_bomb_is_refused_in_two_seconds_and_four_hundred_megabytes(file: str, name: str) -> None:
    bomb = {**BOMBS, **BOMBED_REGISTERS}[name]()
    seconds, megabytes, codes = _tried(lambda: findings_of({**SOUND, file: bomb}))  # type: ignore[dict-item]
    assert codes, "nothing was found"
    assert seconds < SECONDS
    assert megabytes < MEGABYTES


def _tried(find: Callable[[], tuple[Problem, ...]]) -> tuple[float, float, list[str]]:
    """Seconds of computing, megabytes and codes, found in a process of its own, which may die of it."""
    mine, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(mine)
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
        started = time.process_time()
        found = find()
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        told = [time.process_time() - started, used, sorted({each.code for each in found})]
        os.write(theirs, json.dumps(told).encode())
        os._exit(0)
    os.close(theirs)
    with os.fdopen(mine, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    assert status == 0, "it stopped the reader"
    seconds, megabytes, codes = json.loads(answer)
    return seconds, megabytes, codes
