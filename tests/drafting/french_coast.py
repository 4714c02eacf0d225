"""A round of invented states in French, drafted with the shipped templates; each case changes the record of the round."""

from __future__ import annotations

from tests.drafting.coast import DIALOGUE, PATHS, SHARED, Coast, house

FILES = SHARED | {
    "data/house.yaml": house("ministere", "Sund", "fr", "{name: Service de presse, email: presse@lande.example}"),
    "data/registers/countries.yaml": """\
LA:
  names: [{short: {fr: {text: Lande, article: la, gender: f}}, official: {fr: Royaume de Lande}, in_sentence: {fr: {text: la Lande, gender: f}}}]
SU:
  names: [{short: {fr: {text: Sundre, article: le, gender: m}}, official: {fr: République du Sundre}, in_sentence: {fr: {text: le Sundre, gender: m}}}]
AL:
  names: [{short: {fr: {text: Alvie, article: l’, gender: f}}, official: {fr: Alvie}, in_sentence: {fr: {text: l’Alvie, gender: f}}}]
IL:
  names: [{short: {fr: {text: Îles d’Ostre, article: les, gender: plural}}, official: {fr: Îles d’Ostre}, in_sentence: {fr: {text: les Îles d’Ostre, gender: plural}}}]
""",
    "data/registers/organisations.yaml": """\
ministere: {name: {fr: ministère de Lande}, in_sentence: {fr: le ministère de Lande}, short: {fr: ministère}}
agence: {name: {fr: Agence des phares}, in_sentence: {fr: {text: l’Agence des phares, gender: f}}, short: {fr: {text: ADP, article: l’, gender: f}}}
""",
    "data/registers/people.yaml": """\
ada: {given: Ada, family: Berg, honorific: {fr: Mme}, gender: f, functions: [{title: {fr: {text: ministre délégué, feminine: ministre déléguée}}, country: LA}]}
olf: {given: Olf, family: Dahl, honorific: {fr: M.}, style: {fr: S.E.}, gender: m, functions: [{title: {fr: ministre}, country: SU}]}
kim: {given: Kim, family: Elle, honorific: {fr: M.}, gender: m}
eva: {given: Eva, family: Foss, honorific: {fr: Mme}, gender: f, functions: [{title: {fr: directrice}, organisation: agence}]}
lis: {given: Lis, family: Gran, honorific: {fr: Mme}, gender: f, functions: [{title: {fr: inspectrice}, organisation: agence}]}
""",
    PATHS["dialogue"]: DIALOGUE
    + """\
names: [{name: {fr: {text: dialogue côtier, article: le, gender: m}}, short: {fr: le Dialogue}}]
level: {fr: {text: ministres, article: les}}
together: {fr: {text: les deux parties, gender: plural-f}}
purpose: {fr: Il veille sur la côte.}
started_in: {fr: Le Havre}
""",
}
COAST = Coast(FILES, "fr")
drafted, text = COAST.drafted, COAST.text
