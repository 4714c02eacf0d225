"""The French press release of full, sparse and odd records: sentences as the profession writes them."""

from __future__ import annotations

import pytest

from tests.drafting.coast import EARLIER, EMBARGO, PLANNED, SPARSE, parties
from tests.drafting.french_coast import COAST, drafted, text

PLACE = "place: {city: {fr: Bichkek}, country: SU}"
ADA, OLF, KIM, EVA = ("{person: ada, party: LA}", "{person: olf, party: SU}", "{person: kim, party: SU}", "{person: eva, party: LA}")  # fmt: skip
PUBLIC = "audience: {head: public, represented_by: public}, lowered: {fr: Nom public}"
THREE = "topics: [{id: a, title: {fr: la pêche}}, {id: b, title: {fr: les phares}}, {id: c, title: {fr: le vent}}]"
TWO = "topics: [{id: a, title: {fr: {text: pêche, article: la}}}, {id: b, title: {fr: les phares}}]"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (PLACE, "La première session du dialogue côtier s’est tenue à Bichkek le 1er mai 2024."),
        (PLACE + "\nend: 2024-05-02", "s’est tenue à Bichkek les 1er et 2 mai 2024."),
        (PLACE + "\nend: 2024-05-03", "s’est tenue à Bichkek du 1er au 3 mai 2024."),
        (PLACE + "\nend: 2024-06-01", "s’est tenue à Bichkek du 1er mai au 1er juin 2024."),
        (PLACE + "\nnumber: 21", "La 21e session du dialogue côtier s’est tenue"),
        (PLANNED + PLACE, "La première session du dialogue côtier se tiendra à Bichkek le 1er mai 2024."),
        (PLANNED + PLACE, "Dialogue côtier : la première session se tiendra à Bichkek"),
        ("place: {city: {fr: Le Caire}, country: SU}", "Dialogue côtier : la première session s’est tenue au Caire"),
        ("mode: video", "s’est tenue par visioconférence le 1er mai 2024."),
        ("mode: written", "s’est tenue par procédure écrite le 1er mai 2024."),
        ("mode: hybrid\n" + PLACE, "s’est tenue à Bichkek et par visioconférence le 1er mai 2024."),
        (PLACE + "\ninvitation_by: SU", "le 1er mai 2024, à l’invitation du gouvernement du Sundre."),
        (PLACE + "\ninvitation_by: LA", "à l’invitation du gouvernement de la Lande."),
        (PLACE + "\ninvitation_by: AL", "à l’invitation du gouvernement de l’Alvie."),
        (PLACE + "\ninvitation_by: IL", "à l’invitation du gouvernement des Îles d’Ostre."),
        (PLACE + "\ninvitation_by: agence", "à l’invitation de l’Agence des phares."),
        ("", "La réunion a rassemblé la Lande et le Sundre. Les parties se sont réunies au niveau des ministres."),
        (PLANNED, "La réunion rassemblera la Lande et le Sundre. Les parties se réuniront au niveau des ministres."),
        ("parties: [{party: LA}]", "La Lande a participé à la réunion."),
        (PLANNED + "parties: [{party: LA}]", "La Lande participera à la réunion."),
        ("level: {fr: directeurs}", "au niveau de directeurs."),
        ("level: {fr: experts}", "au niveau d’experts."),
    ],
)  # fmt: skip
def test_when_where_and_with_whom_is_told_in_french(lines: str, said: str) -> None:
    assert said in text(lines)


@pytest.mark.parametrize(
    ("others", "said"),
    [
        (["{party: AL, capacity: guest}"], "L’Alvie y a participé en qualité d’invitée."),
        (["{party: AL, capacity: special-guest}"], "L’Alvie y a participé en qualité d’invitée spéciale."),
        (["{party: IL, capacity: guest}"], "Les Îles d’Ostre y ont participé en qualité d’invités."),
        (["{party: AL, capacity: guest}", "{party: agence, capacity: guest}"], "L’Alvie et l’Agence des phares y ont participé en qualité d’invitées."),
        (["{party: AL, capacity: guest}", "{party: IL, capacity: guest}"], "L’Alvie et les Îles d’Ostre y ont participé en qualité d’invités."),
        (["{party: AL, capacity: special-guest}", "{party: IL, capacity: guest}"], "L’Alvie y a participé en qualité d’invitée spéciale. Les Îles d’Ostre y ont participé en qualité d’invités."),
        (["{party: agence, capacity: observer}"], "L’Agence des phares y a participé en qualité d’observatrice."),
        (["{party: AL, capacity: observer}", "{party: IL, capacity: observer}"], "y ont participé en qualité d’observateurs."),
    ],
)  # fmt: skip
def test_guests_and_observers_agree_in_gender_and_number(others: list[str], said: str) -> None:
    assert said in text(parties(*others))


def test_guests_of_a_planned_round_stand_in_the_future() -> None:
    assert "L’Alvie y participera en qualité d’invitée." in text(PLANNED + parties("{party: AL, capacity: guest}"))
    both = parties("{party: AL, capacity: guest}", "{party: IL, capacity: guest}")
    assert "y participeront en qualité d’invités." in text(PLANNED + both)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (f"opened_by: [{OLF}]", "La session a été ouverte par S.E. M. Olf Dahl, ministre du Sundre."),
        (f"chairs: [{ADA}]", "La session a été présidée par Mme Ada Berg, ministre déléguée de la Lande."),
        (f"chairs: [{KIM}]", "La session a été présidée par M. Kim Elle. "),
        (f"chairs: [{EVA}]", "présidée par Mme Eva Foss, directrice de l’Agence des phares."),
        (f"chairs: [{ADA}, {OLF}]", "a été coprésidée par Mme Ada Berg, ministre déléguée de la Lande, et par S.E. M. Olf Dahl, ministre du Sundre."),
        (f"chairs: [{ADA}, {EVA}, {KIM}]", "ministre déléguée de la Lande ; Mme Eva Foss, directrice de l’Agence des phares ; et M. Kim Elle."),
        (f"hosts: [{ADA}]\nchairs: [{ADA}]", "La session a été accueillie et présidée par Mme Ada Berg"),
        (f"hosts: [{OLF}]\nchairs: [{ADA}]", "a été accueillie par S.E. M. Olf Dahl, ministre du Sundre, et présidée par Mme Ada Berg"),
        (f"hosts: [{KIM}]\nchairs: [{ADA}]", "a été accueillie par M. Kim Elle et présidée par Mme Ada Berg"),
        (f"hosts: [{OLF}]\nchairs: [{ADA}, {OLF}]", "accueillie par S.E. M. Olf Dahl, ministre du Sundre, qui l’a coprésidée avec Mme Ada Berg, ministre déléguée de la Lande."),
        (PLANNED + f"hosts: [{OLF}]\nchairs: [{ADA}, {OLF}]", "ministre du Sundre, qui la coprésidera avec Mme Ada Berg"),
        (f"opened_by: [{ADA}]\nchairs: [{ADA}, {KIM}]", "La session a été coprésidée par Mme Berg et M. Kim Elle."),
        (f"hosts: [{OLF}]", "La session a été accueillie par S.E. M. Olf Dahl, ministre du Sundre."),
        (PLANNED + f"hosts: [{OLF}]\nchairs: [{ADA}]", "La session sera accueillie par S.E. M. Olf Dahl, ministre du Sundre, et présidée par"),
        (f"parties: [{{party: LA, head: ada, represented_by: kim, {PUBLIC}}}, {{party: SU}}]", "Mme Ada Berg, ministre déléguée de la Lande, a été représentée par M. Kim Elle."),
        (f"parties: [{{party: LA}}, {{party: SU, head: kim, represented_by: olf, {PUBLIC}}}]", "M. Kim Elle a été représenté par S.E. M. Olf Dahl, ministre du Sundre."),
        (f"parties: [{{party: LA}}, {{party: SU, head: olf, {PUBLIC}}}]", "La délégation du Sundre était conduite par S.E. M. Olf Dahl, ministre du Sundre."),
        (PLANNED + f"parties: [{{party: LA}}, {{party: SU, head: olf, {PUBLIC}}}]", "La délégation du Sundre sera conduite par S.E. M. Olf Dahl"),
    ],
)  # fmt: skip
def test_who_hosts_chairs_and_leads_is_told_in_french(lines: str, said: str) -> None:
    assert said in text(lines)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (THREE, "Les participants ont examiné les questions suivantes : la pêche ; les phares ; le vent."),
        (TWO, "Les participants ont examiné la pêche et les phares."),
        (PLANNED + TWO, "Les participants examineront la pêche et les phares."),
        (TWO.replace("les phares}", "les phares}, occasion: working-lunch"), "Au cours d’un déjeuner de travail, ils ont examiné les phares."),
        (TWO.replace("}}}", "}}, treatment: exchanged-views, occasion: restricted-session}"), "En session restreinte, les participants ont procédé à un échange de vues sur la pêche."),
        (TWO.replace("les phares}", "les phares}, context: {fr: Trois sont éteints}"), "les phares. Trois sont éteints."),
        (TWO.replace("les phares}", "les phares}, treatment: reviewed"), "Les participants ont examiné la pêche. Ils ont passé en revue les phares."),
        (TWO.replace("les phares}", "les phares.}"), "Les participants ont examiné la pêche et les phares."),
        ("atmosphere: {fr: ouverts et constructifs}", "Les échanges ont été ouverts et constructifs."),
    ],
)  # fmt: skip
def test_subjects_are_told_in_french(lines: str, said: str) -> None:
    assert said in text(lines)


def _outcome(verb: str, words: str, more: str = "") -> str:
    return f"outcomes: [{{id: o, verb: {verb}, text: {{fr: {words}}}{more}}}]"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (_outcome("agree", "de compter les poissons"), "Résultat Les deux parties sont convenues de compter les poissons."),
        (_outcome("agree", "de compter", ", actors: [LA]"), "La Lande est convenue de compter."),
        (_outcome("agree", "de compter.", ", owner: LA, deadline: 2025-06"), "sont convenues de compter d’ici à juin 2025."),
        (_outcome("agree", "de compter", ", owner: LA, deadline: 2025"), "de compter d’ici à la fin de 2025."),
        (_outcome("welcome", "de ce progrès", ", actors: [SU]"), "Le Sundre s’est félicité de ce progrès."),
        (_outcome("welcome", "de ce progrès", ", actors: [LA, AL]"), "La Lande et l’Alvie se sont félicitées de ce progrès."),
        (_outcome("express-readiness", "à aider", ", actors: [LA, SU]"), "La Lande et le Sundre se sont déclarés prêts à aider."),
        (_outcome("note", "du retard", ", actors: [IL]"), "Les Îles d’Ostre ont pris note du retard."),
    ],
)  # fmt: skip
def test_verbs_of_outcomes_agree_with_those_who_act(lines: str, said: str) -> None:
    assert said in text(lines)


def test_several_outcomes_have_a_heading_in_the_plural() -> None:
    two = "outcomes: [{id: o, verb: note, text: {fr: du vent}}, {id: p, verb: note, text: {fr: du sel}}]"
    assert " Résultats Les deux parties ont pris note du vent." in text(two)


def test_a_planned_round_tells_no_outcome() -> None:
    said = text(PLANNED + _outcome("note", "du vent") + "\natmosphere: {fr: ouverts}")
    assert "Résultat" not in said
    assert "échanges" not in said


@pytest.mark.parametrize(
    ("voice", "said", "not_said"),
    [
        ("{kind: joint, first_person: true}", "Nous avons examiné la pêche et les phares.", "Les participants"),
        ("{kind: joint, first_person: true}", "Nous sommes convenus de compter.", "Les deux parties"),
        ("{kind: joint, first_person: true}", "Communiqué de presse conjoint", "ministère"),
        ("{kind: host, issuer: agence}", "Le Sundre a accueilli la session. M. Olf Dahl, ministre du Sundre, a souhaité la bienvenue aux délégations.", "S.E."),
        ("{kind: host, issuer: agence}", "Agence des phares", "Ministère de Lande"),
        ("{kind: own}", "Ministère de Lande", "souhaité"),
    ],
)  # fmt: skip
def test_each_voice_speaks_french(voice: str, said: str, not_said: str) -> None:
    kind = voice.split()[1].strip("},")
    name = "01-sund/press-release.fr" if kind == "own" else f"01-sund/press-release.{kind}.fr"
    lines = f"{PLACE}\nhosts: [{OLF}]\n{TWO}\n{_outcome('agree', 'de compter')}\nvoices: [{voice}]"
    paper = text(lines, name=name)
    assert said in paper
    assert not_said not in paper.partition("Contacts")[0]


def test_the_history_of_a_series_is_told_in_french() -> None:
    assert (
        "À propos du Dialogue Il veille sur la côte. Le Dialogue a tenu sa première session au Havre en 2019."
        in text("number: 2")
    )
    said = text("number: 3", earlier=EARLIER)
    assert "La deuxième session s’est tenue le 1er octobre 2023." in said
    with_place = text("number: 3", earlier=EARLIER + "end: 2023-10-02\n" + PLACE + "\n")
    assert "La deuxième session s’est tenue à Bichkek les 1er et 2 octobre 2023." in with_place


@pytest.mark.parametrize(
    ("coming", "said"),
    [
        ("{when: 2025, status: expected}", "La prochaine session devrait se tenir en 2025."),
        ("{when: 2025-10, status: fixed, place: {fr: Bichkek}}", "La prochaine session se tiendra à Bichkek en octobre 2025."),
        ("{when: 2025-autumn, status: proposed}", "Il est proposé de tenir la prochaine session à l’automne 2025."),
        ("{status: to-be-agreed}", "La date de la prochaine session reste à convenir."),
        ("{when: 2025, status: to-be-agreed}", "La date de la prochaine session reste à convenir."),
    ],
)  # fmt: skip
def test_the_next_round_is_as_sure_as_it_is(coming: str, said: str) -> None:
    assert said in text(f"next: {coming}")


def test_a_quote_stands_in_guillemets_and_those_inside_of_it_in_others() -> None:
    quote = "quotes: [{id: q, speaker: ada, text: {fr: 'Un \"oui\" clair.'}, cleared_by: {fr: Cabinet}, cleared_on: 2024-05-01}]"
    assert "« Un “oui” clair. » — Mme Ada Berg, ministre déléguée de la Lande" in text(quote)
    planned = text(PLANNED + quote)
    assert "Projet, avant la réunion" in planned
    assert "ministre déléguée de la Lande (à prononcer)" in planned


def test_an_embargo_is_told_in_french() -> None:
    assert "Sous embargo jusqu’à 14 h 00 (heure de Bruxelles) le 1er mai 2024." in text(EMBARGO)


@pytest.mark.parametrize("lines", SPARSE)
def test_a_sparse_record_leaves_neither_gaps_nor_empty_headings(lines: str) -> None:
    assert COAST.leaves_no_gap(lines)


def test_a_form_that_french_needs_and_the_record_lacks_is_told() -> None:
    made = drafted("outcomes: [{id: o, verb: agree, text: {fr: de compter}, actors: [ministere]}]")
    assert [each.code for each in made.problems] == ["T017"]
    assert "`gender`" in made.problems[0].sentence
