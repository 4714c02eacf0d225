"""Nobody is presented twice: in no press release does a name stand with its office a second time."""

from __future__ import annotations

import pytest

from tests.drafting import dari_coast, english_coast, french_coast, russian_coast
from tests.drafting.coast import Coast

WHO = "{{person: {0}, party: LA}}"
LANGUAGES = {
    "en": (english_coast.COAST, "Ms Ada Berg", "Minister of Lande"),
    "fr": (french_coast.COAST, "Mme Ada Berg", "ministre déléguée de la Lande"),
    "ru": (russian_coast.COAST, "Ада Берг", "министр иностранных дел Ланде"),
    "fa-AF": (dari_coast.COAST, "خانم آدا برگ", "وزیر امور خارجهٔ لانده"),
}
PUBLIC = "audience: {{head: public, represented_by: public}}, lowered: {{{0}: Public}}"
PARTS = {
    "opens, hosts and chairs": "opened_by: [ADA]\nhosts: [ADA]\nchairs: [ADA]\n",
    "opens, hosts and co-chairs": "opened_by: [ADA]\nhosts: [ADA]\nchairs: [KIM, ADA]\n",
    "hosts among several": "hosts: [KIM, ADA]\nchairs: [ADA]\n",
    "leads and is quoted": "parties: [{party: LA, head: ada, PUBLIC}, {party: SU}]\nQUOTE",
    "is stood in for": "opened_by: [ADA]\nparties: [{party: LA, head: ada, represented_by: kim, PUBLIC}, {party: SU}]\nQUOTE",
    "stands in": "opened_by: [ADA]\nparties: [{party: LA, head: olf, represented_by: ada, PUBLIC}, {party: SU}]\n",
    "all at once": "opened_by: [ADA]\nhosts: [ADA]\nchairs: [ADA, KIM]\nparties: [{party: LA, head: ada, PUBLIC}, {party: SU}]\nQUOTE",
}


@pytest.mark.parametrize("planned", ["", "state: planned\n"])
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_is_presented_once(language: str, part: str, planned: str) -> None:
    coast, name, office = LANGUAGES[language]
    said = coast.text(planned + _lines(coast, language, PARTS[part]))
    assert said.count(name) == 1
    assert said.count(office) == 1


@pytest.mark.parametrize("part", ["opens, hosts and chairs", "hosts among several", "is stood in for", "all at once"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_is_presented_once_in_the_release_of_the_host(language: str, part: str) -> None:
    coast, name, office = LANGUAGES[language]
    issuer = coast.files["data/house.yaml"].partition("organisation: ")[2].split()[0]
    lines = f"{PARTS[part]}voices: [{{kind: host, party: LA, issuer: {issuer}}}]\n"
    said = coast.text(_lines(coast, language, lines), name=f"01-sund/press-release.host.{language}")
    assert (said.count(name), said.count(office)) == (1, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_joint_release_presents_all_heads_and_chairs_after_them(language: str) -> None:
    coast, name, office = LANGUAGES[language]
    lines = "chairs: [ADA]\nparties: [{party: LA, head: ada, PUBLIC}, {party: SU, head: olf, PUBLIC}]\nvoices: [{kind: joint}]\n"
    said = coast.text(_lines(coast, language, lines), name=f"01-sund/press-release.joint.{language}")
    assert (said.count(name), said.count(office)) == (1, 1)


def _lines(coast: Coast, language: str, lines: str) -> str:
    quote = f"quotes: [{{id: q, speaker: ada, text: {{{language}: A}}, cleared_by: {{{language}: B}}, cleared_on: 2024-05-01}}]\n"
    kept = {"ADA": WHO.format("ada"), "KIM": WHO.format("kim"), "PUBLIC": PUBLIC.format(language), "QUOTE": quote}
    for word, written in kept.items():
        lines = lines.replace(word, written)
    return lines
