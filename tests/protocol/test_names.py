"""Names with dates, case by case in `names.txt`: what a paper prints is what was valid on the day of the meeting."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from reporting.audiences.project import Projector
from reporting.records.kinds import KINDS
from reporting.records.levels import Level
from reporting.records.model.base import Node
from tests.support.desk import tree

LINES = [line for line in (Path(__file__).parent / "names.txt").read_text("utf-8").splitlines() if line[:1].isalpha()]
COUNTRIES = """
KZ:
  names: [{short: Kazakhstan, official: Republic of Kazakhstan, in_sentence: Kazakhstan}]
  capitals:
    - {name: Astana, until: 2019-03-22}
    - {name: Nur-Sultan, since: 2019-03-23, until: 2022-09-16}
    - {name: Astana, since: 2022-09-17}
MK:
  names:
    - short: former Yugoslav Republic of Macedonia
      official: former Yugoslav Republic of Macedonia
      in_sentence: the former Yugoslav Republic of Macedonia
      until: 2019-02-11
    - {short: North Macedonia, official: Republic of North Macedonia, in_sentence: North Macedonia, since: 2019-02-12}
TM: {names: [{short: Turkmenistan, official: Turkmenistan, in_sentence: Turkmenistan}]}
KG: {names: [{short: Kyrgyzstan, official: Kyrgyz Republic, in_sentence: the Kyrgyz Republic}]}
"""
ORGANISATIONS = """
OSCE:
  name: Organization for Security and Co-operation in Europe
  in_sentence: the Organization
  short: OSCE
  seat: Vienna
  since: 1995-01-01
  earlier:
    - name: Conference on Security and Co-operation in Europe
      in_sentence: the Conference
      short: CSCE
      seat: Prague
      until: 1994-12-31
plain: {name: Plain Office, in_sentence: the Plain Office}
"""
PEOPLE = """
schmid:
  given: Helga
  family: Schmid
  honorific: Ms
  functions:
    - {title: Deputy Secretary General, until: 2016-08-31}
    - {title: Secretary General, since: 2016-09-01, until: 2020-12-03}
    - {title: Secretary General of the Organization, since: 2020-12-04}
kishida: {given: Fumio, family: Kishida, family_first: true, honorific: Mr}
lind:
  given: Eva
  family: Lind
  honorific: Ms
  style: H.E.
  since: 2020-06-01
  earlier:
    - {family: Moss, style: H.E., since: 2019-01-01, until: 2020-05-31}
    - {family: Moss, honorific: Dr, until: 2018-12-31}
mueller: {given: Jürgen, family: Müller-Lüdenscheidt, honorific: Dr}
strasse: {given: Eva, family: Straße, functions: [{title: Envoy, rank: 2}]}
"""
PROGRAMMES = """
PILOTS:
  acronym: PILOTS
  name: Pilots for the Straits
  about: trains pilots
  period: phase 2, 2020 to 2024
  amount: {value: EUR 2 million}
  since: 2020-01-01
  until: 2024-12-31
  earlier:
    - {name: Pilots, period: phase 1, amount: {value: EUR 1 million}, since: 2015-01-01, until: 2018-12-31}
    - {since: 2019-01-01, until: 2019-12-31}
"""
TEXTS = {
    "country": ("countries", COUNTRIES),
    "organisation": ("organisations", ORGANISATIONS),
    "person": ("people", PEOPLE),
    "programme": ("programmes", PROGRAMMES),
}


def entries(register: str, text: str) -> dict[str, Node]:
    model = KINDS[register].model
    return {key: model.model_validate(value) for key, value in tree(text).items()}


def shown(what: str, name: str, day: datetime.date) -> dict[str, Any]:
    """An entry as a view of a meeting on `day` has it."""
    register, text = TEXTS[what]
    projector = Projector(Level.PUBLIC, "en", day, {register: entries(register, text)})
    made = projector.entry(name, (register,))
    assert isinstance(made, dict)
    return made


@pytest.mark.parametrize("line", LINES)
def test_a_name_is_that_of_the_day(line: str) -> None:
    what, day, path, answer = (part.strip() for part in line.split("|"))
    kind, name = what.split()
    value: Any = shown(kind, name, datetime.date.fromisoformat(day))
    for part in path.split("."):
        value = value[part]
    assert str(getattr(value, "text", value)).replace("\u00a0", " ") == answer


def test_what_is_told_of_a_day_does_not_depend_on_when_it_is_told() -> None:
    early = shown("person", "schmid", datetime.date(2016, 5, 18))
    assert early == shown("person", "schmid", datetime.date(2016, 5, 18))
    assert early["function"] != shown("person", "schmid", datetime.date(2021, 1, 1))["function"]
