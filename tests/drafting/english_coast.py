"""A round of invented states in English, drafted with the shipped templates; each case changes the record of the round."""

from __future__ import annotations

from tests.drafting.coast import DIALOGUE, PATHS, SHARED, Coast, house

FILES = SHARED | {
    "data/house.yaml": house("ministry", "Sund", "en", "{name: Press desk of Lande, email: press@lande.example}"),
    "data/registers/countries.yaml": """\
LA: {names: [{short: Lande, official: Kingdom of Lande, in_sentence: Lande}], capitals: [{name: Havn}]}
SU:
  names: [{short: Sunders, official: {en: {text: Republic of Sunders, article: the}}, in_sentence: the Republic of Sunders}]
  capitals: [{name: Dover}]
AL: {names: [{short: Alvia, official: Alvia, in_sentence: Alvia}]}
IL: {names: [{short: Isles of Oster, official: Isles of Oster, in_sentence: the Isles of Oster}]}
""",
    "data/registers/organisations.yaml": """\
ministry: {name: Ministry of Lande, in_sentence: the Ministry of Lande, seat: Havn}
other-ministry: {name: Ministry of Sunders, in_sentence: the Ministry of Sunders, seat: Dover}
agency: {name: Lights Agency, in_sentence: the Lights Agency, short: LHA}
""",
    "data/registers/people.yaml": """\
ada: {given: Ada, family: Berg, honorific: Ms, style: H.E., gender: f, functions: [{title: Minister, country: LA}]}
olf: {given: Olf, family: Dahl, honorific: Mr, style: H.E., gender: m, functions: [{title: Envoy, country: SU}]}
kim: {given: Kim, family: Elle, honorific: Mr, gender: m}
wen: {given: Li, family: Wen, family_first: true, honorific: Mr, functions: [{title: Counsellor, country: SU}]}
eva: {given: Eva, family: Foss, honorific: Ms, functions: [{title: Director, organisation: agency}]}
""",
    PATHS["dialogue"]: DIALOGUE
    + """\
names: [{name: Coast Dialogue, short: the Dialogue}]
level: ministers
together: both sides
purpose: It watches over the coast.
""",
}
COAST = Coast(FILES, "en")
drafted, text = COAST.drafted, COAST.text
