"""Workspaces made by a rule, for benchmarks and for tests that need many rounds.

All states, people and sayings are invented. The same number and seed give the same files.
"""

from __future__ import annotations

from random import Random  # noqa: TID251 - seeded: the same seed gives the same files

ROUNDS_A_DIALOGUE = 20
STATES = ("Arvenia", "Borland", "Celdova", "Dorwall", "Estmark", "Fenland")
SUBJECTS = (
    "border management",
    "water and energy",
    "trade by rail",
    "civil protection",
    "counter-terrorism",
    "education and research",
    "the fight against drugs",
    "connectivity",
    "climate resilience",
    "public health",
)
VERBS = ("agree", "welcome", "confirm", "decide", "note", "underline")
WORDS = (
    "cooperation",
    "practical",
    "regional",
    "common",
    "sustained",
    "experts",
    "exchange",
    "projects",
    "border",
    "services",
    "training",
    "partners",
    "progress",
    "concrete",
    "steps",
    "dialogue",
    "security",
    "stability",
    "river",
    "basin",
    "transport",
    "corridor",
    "customs",
    "posts",
    "joint",
    "teams",
    "early",
    "warning",
    "shared",
    "standards",
    "open",
    "markets",
    "young",
    "professionals",
    "scholarships",
    "laboratories",
    "hospitals",
)


def workspace_of(rounds: int, seed: int = 0) -> dict[str, str]:
    """The files of a workspace with so many rounds, by path; each round.yaml is about nine kilobytes."""
    random = Random(seed)  # noqa: S311 - no secret
    files = {"data/house.yaml": HOUSE, **_registers()}
    for index in range(rounds):
        dialogue, number = divmod(index, ROUNDS_A_DIALOGUE)
        folder = f"data/dialogues/dialogue-{dialogue + 1:03}"
        if number == 0:
            files[f"{folder}/dialogue.yaml"] = _dialogue(dialogue)
        files[f"{folder}/{number + 1:02}-{STATES[index % 6].lower()}/round.yaml"] = _round(random, index, number + 1)
    return files


HOUSE = """\
organisation: ON
city: Northport
languages: [en]
as_of: 2030-01-01
markings:
  internal: internal
  restricted: restricted
contacts:
  - name: Press office
    email: press@example.org
"""


def _registers() -> dict[str, str]:
    countries = "".join(
        f"{state[:2].upper()}:\n  names:\n    - short: {state}\n      official: Republic of {state}\n"
        f"      in_sentence: the Republic of {state}\n  capitals:\n    - name: {state} City\n"
        for state in STATES
    )
    people = "".join(
        f"p-{state.lower()}-{n}:\n  given: Ada{n}\n  family: {state}son\n  honorific: Ms\n  functions:\n"
        f"    - title: Deputy Minister of Foreign Affairs\n      country: {state[:2].upper()}\n      since: 2000-01-01\n"
        for state in STATES
        for n in range(1, 6)
    )
    organisations = "ON:\n  name: Office of the North\n  in_sentence: the Office of the North\n  short: OoN\n"
    programmes = "".join(
        f"prog-{n}:\n  acronym: PRG{n}\n  name: Programme {n} for Borders\n  about: trains border services\n"
        for n in range(1, 5)
    )
    glossary = "OoN:\n  long: Office of the North\n  known: true\n"
    tables = {
        "countries": countries,
        "people": people,
        "organisations": organisations,
        "programmes": programmes,
        "glossary": glossary,
    }
    return {f"data/registers/{name}.yaml": text for name, text in tables.items()}


def _dialogue(index: int) -> str:
    return (
        f"names:\n  - name: Northern Dialogue {index + 1}\n    short: the Dialogue\nkind: dialogue\n"
        "level: deputy ministers of foreign affairs\ntogether: the six states\nparties: [AR, BO, CE, DO, ES, FE]\n"
        f"purpose: Dialogue {index + 1} is the place to take up matters of shared concern.\n"
        "programmes: [prog-1, prog-2]\n"
    )


def _sentence(random: Random, words: int) -> str:
    return " ".join(random.choice(WORDS) for _ in range(words)).capitalize()


def _round(random: Random, index: int, number: int) -> str:
    state = STATES[index % 6]
    year = 2000 + number
    lines = [
        f"number: {number}",
        "state: published",
        f"start: {year}-06-08",
        f"published: {year}-06-08",
        "mode: in-person",
        f"place:\n  city: {state} City\n  country: {state[:2].upper()}\n  venue: Ministry of Foreign Affairs",
        f"invitation_by: {state[:2].upper()}",
        f"hosts:\n  - person: p-{state.lower()}-1\n    party: {state[:2].upper()}",
        f"chairs:\n  - person: p-{state.lower()}-1",
        f"occasion: {_sentence(random, 18)}.",
    ]
    return "\n".join([*lines, *_parties(), *_talks(random), *_words(random, year, state), ""])


def _parties() -> list[str]:
    lines = ["parties:"]
    for each in STATES:
        people = ", ".join(f"p-{each.lower()}-{n}" for n in (3, 4, 5))
        lines += [
            f"  - party: {each[:2].upper()}",
            f"    head: p-{each.lower()}-1",
            f"    members: [{people}]",
            "    size: 5",
        ]
    return lines


def _talks(random: Random) -> list[str]:
    lines = ["agenda:"]
    for n in range(1, 9):
        lines += [
            f"  - title: {_sentence(random, 6)}",
            f"    start: '{8 + n:02}:00'",
            f"    end: '{8 + n:02}:45'",
            f"    topics: [t{n}]",
        ]
    lines.append("topics:")
    for n in range(1, 9):
        lines += [f"  - id: t{n}", f"    title: {SUBJECTS[n]}", "    treatment: discussed"]
        lines += [f"    context: {_sentence(random, 22)}.", "    confidential: |", f"      {_sentence(random, 28)}."]
    lines.append("outcomes:")
    for n in range(1, 11):
        lines += [f"  - id: o{n}", f"    verb: {random.choice(VERBS)}", f"    text: to {_sentence(random, 20).lower()}"]
        lines += [f"    owner: {STATES[n % 6][:2].upper()}", f"    deadline: {2031 + n}"]
    return lines


def _words(random: Random, year: int, state: str) -> list[str]:
    lines = ["quotes:"]
    for n in range(1, 5):
        lines += [f"  - id: q{n}", f"    speaker: p-{state.lower()}-1", f"    text: {_sentence(random, 26)}."]
        lines += ["    cleared_by: Press office", f"    cleared_on: {year}-06-08"]
    lines += ["next:", f"  when: {year + 1}-spring", "press:", f"  number: '{year}-01'", "  notes:"]
    lines += [f"    - {_sentence(random, 24)}." for _ in range(5)]
    return lines
