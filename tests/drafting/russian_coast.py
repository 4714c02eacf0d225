"""A round of invented states in Russian, drafted with the shipped templates; each case changes the record of the round."""

from __future__ import annotations

from tests.drafting.coast import DIALOGUE, PATHS, SHARED, Coast, house

FILES = SHARED | {
    "data/house.yaml": house("ministry", "Зунд", "ru", "{name: Пресс-служба, email: press@lande.example}"),
    "data/registers/countries.yaml": """\
LA:
  names:
    - short: {ru: {text: Ланде, genitive: Ланде, gender: f}}
      official: {ru: Королевство Ланде}
      in_sentence: {ru: {text: Ланде, genitive: Ланде, accusative: Ланде, gender: f}}
SU:
  names: [{short: {ru: Сундр}, official: {ru: Республика Сундр}, in_sentence: {ru: {text: Сундр, genitive: Сундра, gender: m}}}]
AL:
  names: [{short: {ru: Альвия}, official: {ru: Альвия}, in_sentence: {ru: {text: Альвия, genitive: Альвии, gender: f}}}]
IL:
  names: [{short: {ru: Острова Остре}, official: {ru: Острова Остре}, in_sentence: {ru: {text: Острова Остре, genitive: Островов Остре, gender: plural}}}]
""",
    "data/registers/organisations.yaml": """\
ministry: {name: {ru: Министерство Ланде}, in_sentence: {ru: Министерство Ланде}, short: {ru: Министерство}}
agency:
  name: {ru: {text: Агентство маяков, genitive: Агентства маяков}}
  in_sentence: {ru: {text: Агентство маяков, genitive: Агентства маяков, gender: "n"}}
  short: {ru: {text: АМ, genitive: АМ}}
""",
    "data/registers/people.yaml": """\
ada:
  given: {ru: {text: Ада, genitive: Ады}}
  family: {ru: {text: Берг, genitive: Берг}}
  honorific: {ru: {text: г-жа, genitive: г-жи}}
  gender: f
  functions: [{title: {ru: {text: министр иностранных дел, genitive: министра иностранных дел}}, country: LA}]
olf:
  given: {ru: {text: Олф, genitive: Олфа}}
  family: {ru: {text: Даль, genitive: Даля}}
  honorific: {ru: {text: г-н, genitive: г-на}}
  style: {ru: Е.П.}
  gender: m
  functions: [{title: {ru: {text: государственный секретарь, genitive: государственного секретаря}}, country: SU}]
kim: {given: Ким, family: Элле, honorific: {ru: г-н}, gender: m}
eva:
  given: Ева
  family: Фосс
  honorific: {ru: г-жа}
  gender: f
  functions: [{title: {ru: директор}, organisation: agency}]
ira:
  given: Ира
  family: Грань
  honorific: {ru: г-жа}
  gender: f
  functions: [{title: {ru: инспектор}, organisation: agency}]
wen: {given: Ли, family: Вэнь, family_first: true, honorific: {ru: г-н}, gender: m, functions: [{title: {ru: советник}}]}
nan: {given: Нан, family: Ойе}
""",
    PATHS["dialogue"]: DIALOGUE
    + """\
names:
  - name: {ru: {text: Береговой диалог, genitive: Берегового диалога}}
    short: {ru: {text: Диалог, genitive: Диалога, prepositional: Диалоге}}
level: {ru: {text: министры, genitive: министров}}
together: {ru: {text: обе стороны, gender: plural}}
purpose: {ru: Он следит за берегом.}
started_in: {ru: {text: Фленсборг, prepositional: Фленсборге}}
""",
}
COAST = Coast(FILES, "ru")
drafted, text = COAST.drafted, COAST.text
