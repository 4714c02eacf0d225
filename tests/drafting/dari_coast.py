"""A round of invented states in Dari, drafted with the shipped templates; each case changes the record of the round."""

from __future__ import annotations

from tests.drafting.coast import DIALOGUE, PATHS, SHARED, Coast, house

FILES = SHARED | {
    "data/house.yaml": house(
        "ministry", "زوند", "fa-AF", '{name: دفتر مطبوعاتی, email: press@lande.example, phone: "+32 2 555 01 00"}'
    ),
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
    PATHS["dialogue"]: DIALOGUE
    + """\
names:
  - name: {fa-AF: گفت‌وگوی ساحلی}
    short: {fa-AF: گفت‌وگو}
level: {fa-AF: وزیران}
together: {fa-AF: هر دو جانب}
purpose: {fa-AF: این گفت‌وگو نگهبان ساحل است.}
started_in: {fa-AF: فلنسبورگ}
""",
}
COAST = Coast(FILES, "fa-AF")
drafted, text = COAST.drafted, COAST.text
