"""A round of invented states in Dari, drafted with the shipped templates; each case changes the record of the round."""

from __future__ import annotations

import functools

from reporting.build.material import Desk
from reporting.build.plan import plan
from reporting.document.text import text_of
from reporting.drafting.draft import Drafted, draft
from reporting.drafting.templates import Templates, templates_of
from reporting.drafting.typefiles import types_of
from reporting.records.load import load_register
from reporting.workspace import Memory

FILES = {
    "data/house.yaml": """\
organisation: ministry
speaks_for: LA
city: زوند
languages: [fa-AF]
markings: {partners: partners, internal: internal, restricted: restricted}
contacts: [{name: دفتر مطبوعاتی, email: press@lande.example, phone: "+32 2 555 01 00"}]
""",
    "data/registers/countries.yaml": """\
LA: {names: [{short: {fa-AF: لانده}, official: {fa-AF: پادشاهی لانده}, in_sentence: {fa-AF: لانده}}]}
SU: {names: [{short: {fa-AF: سوندر}, official: {fa-AF: جمهوری سوندر}, in_sentence: {fa-AF: سوندر}}]}
AL: {names: [{short: {fa-AF: الویا}, official: {fa-AF: الویا}, in_sentence: {fa-AF: الویا}}]}
IL: {names: [{short: {fa-AF: اوستره}, official: {fa-AF: جزایر اوستره}, in_sentence: {fa-AF: جزایر اوستره}}]}
""",
    "data/registers/organisations.yaml": """\
ministry: {name: {fa-AF: وزارت لانده}, in_sentence: {fa-AF: وزارت لانده}, short: {fa-AF: وزارت}}
agency: {name: {fa-AF: ادارهٔ فانوس‌ها}, in_sentence: {fa-AF: ادارهٔ فانوس‌ها}, short: {fa-AF: LHA}}
""",
    "data/registers/people.yaml": """\
ada:
  given: {fa-AF: آدا}
  family: {fa-AF: برگ}
  honorific: {fa-AF: خانم}
  gender: f
  functions: [{title: {fa-AF: وزیر امور خارجه}, country: LA}]
olf:
  given: {fa-AF: اولف}
  family: {fa-AF: دال}
  honorific: {fa-AF: آقای}
  style: {fa-AF: جلالتمآب}
  gender: m
  functions: [{title: {fa-AF: مشاور دولت}, country: SU}]
kim: {given: کیم, family: اله, honorific: {fa-AF: آقای}, gender: m}
eva:
  given: اوا
  family: فوس
  honorific: {fa-AF: خانم}
  gender: f
  functions: [{title: {fa-AF: رئیس}, organisation: agency}]
""",
    "data/registers/programmes.yaml": "{}\n",
    "data/dialogues/coast/dialogue.yaml": """\
names:
  - name: {fa-AF: گفت‌وگوی ساحلی}
    short: {fa-AF: گفت‌وگو}
kind: dialogue
level: {fa-AF: وزیران}
parties: [LA, SU]
together: {fa-AF: هر دو جانب}
purpose: {fa-AF: این گفت‌وگو نگهبان ساحل است.}
started: 2019
started_in: {fa-AF: فلنسبورگ}
""",
    "data/dialogues/coast/01-sund/round.yaml": """\
number: 1
state: held
start: 2024-05-01
parties: [{party: LA}, {party: SU}]
""",
}
ROUND = "data/dialogues/coast/01-sund/round.yaml"
EARLIER = "data/dialogues/coast/00-phare/round.yaml"
DIALOGUE = "data/dialogues/coast/dialogue.yaml"


@functools.cache
def _wording() -> Templates:
    return templates_of(Memory({}, shipped=True)).value


def drafted(lines: str = "", *, name: str = "01-sund/press-release.fa-AF", **files: str) -> Drafted:
    """The paper that the round makes, with some lines of its record added or put in place of others.

    Args:
        lines: lines of YAML; a line takes the place of the one that begins with the same key.
        name: folder of the round and name of the paper.
        files: other records, by a name of this module that holds their path.
    """
    paths = {globals()[key.upper()]: text for key, text in files.items()}
    workspace = Memory({**FILES, ROUND: _changed(lines), **paths}, shipped=True)
    loaded = load_register(workspace)
    assert not [each for each in loaded.problems if each.is_error], loaded.problems
    types = types_of(workspace).value
    desk = Desk(loaded.value, types, None)
    (paper,) = [each for each in plan(loaded.value, types).papers if f"{each.round}/{each.stem}" == name]
    return draft(types[paper.type], desk.material(paper).view, _wording(), identifier=paper.identifier)


def text(lines: str = "", *, name: str = "01-sund/press-release.fa-AF", **files: str) -> str:
    """The words of that paper in one line, every space a plain one."""
    made = drafted(lines, name=name, **files)
    assert made.document is not None, made.problems
    assert made.problems == ()
    return " ".join(text_of(made.document).replace("\u00a0", " ").replace("\u202f", " ").split())


def _changed(lines: str) -> str:
    new = {line.partition(":")[0]: line for line in lines.splitlines() if not line.startswith(" ")}
    kept = [line for line in FILES[ROUND].splitlines() if line.partition(":")[0] not in new]
    return "\n".join([*kept, lines, ""])
