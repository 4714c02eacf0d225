"""The Russian press release of full, sparse and odd records: sentences as a foreign ministry writes them."""

from __future__ import annotations

import re

import pytest

from tests.drafting.coast import EARLIER, EMBARGO, PATHS, PLANNED, SPARSE, parties
from tests.drafting.russian_coast import COAST, FILES, drafted, text

PLACE = "place: {city: {ru: {text: Бишкек, prepositional: Бишкеке}}, country: SU}"
ADA, OLF, KIM, EVA, WEN = (f"{{person: {name}}}" for name in ("ada", "olf", "kim", "eva", "wen"))
PUBLIC = "audience: {head: public, represented_by: public}, lowered: {ru: Имя названо}"
THREE = "topics: [{id: a, title: {ru: рыболовство}}, {id: b, title: {ru: маяки}}, {id: c, title: {ru: ветер}}]"
TWO = """topics: [{id: a, title: {ru: {text: рыболовство, accusative: рыболовство, genitive: рыболовства}}}, \
{id: b, title: {ru: {text: подготовка карт, accusative: подготовку карт, genitive: подготовки карт}}}]"""


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (PLACE, "1 мая 2024 года в Бишкеке состоялся первый раунд Берегового диалога."),
        (PLACE, "О первом раунде Берегового диалога (Бишкек)"),
        (PLACE + "\nend: 2024-05-02", "1–2 мая 2024 года в Бишкеке состоялся"),
        (PLACE + "\nend: 2024-06-01", "1 мая — 1 июня 2024 года в Бишкеке состоялся"),
        (PLACE + "\nnumber: 3", "О третьем раунде Берегового диалога"),
        (PLACE + "\nnumber: 11", "Об 11-м раунде Берегового диалога"),
        (PLACE + "\nnumber: 21", "в Бишкеке состоялся 21-й раунд Берегового диалога."),
        (PLANNED + PLACE, "1 мая 2024 года в Бишкеке состоится первый раунд Берегового диалога."),
        (PLANNED + PLACE, "О предстоящем первом раунде Берегового диалога (Бишкек)"),
        ("mode: video", "1 мая 2024 года в режиме видеоконференции состоялся первый раунд Берегового диалога."),
        ("mode: written", "1 мая 2024 года в письменной форме состоялся"),
        ("mode: hybrid\n" + PLACE, "1 мая 2024 года в Бишкеке в смешанном формате состоялся"),
        ("place: {city: {ru: {text: Владивосток, prepositional: Владивостоке}}}", "1 мая 2024 года во Владивостоке состоялся"),
        (PLACE + "\ninvitation_by: SU", "в Бишкеке по приглашению Правительства Сундра состоялся первый раунд"),
        (PLACE + "\ninvitation_by: agency", "в Бишкеке по приглашению Агентства маяков состоялся"),
        ("", "В нём приняли участие представители Ланде и Сундра. Стороны были представлены на уровне министров."),
        (PLANNED, "В нём примут участие представители Ланде и Сундра. Стороны будут представлены на уровне министров."),
        ("level: {ru: {text: эксперты, genitive: экспертов}}", "на уровне экспертов."),
    ],
)  # fmt: skip
def test_when_where_and_with_whom_is_told_in_russian(lines: str, said: str) -> None:
    assert said in text(lines)


@pytest.mark.parametrize(
    ("others", "said"),
    [
        (["{party: AL, capacity: guest}"], "В качестве гостя приняла участие Альвия."),
        (["{party: AL, capacity: special-guest}"], "В качестве специального гостя приняла участие Альвия."),
        (["{party: IL, capacity: guest}"], "В качестве гостя приняли участие Острова Остре."),
        (["{party: agency, capacity: guest}"], "В качестве гостя приняло участие Агентство маяков."),
        (["{party: AL, capacity: guest}", "{party: IL, capacity: guest}"], "В качестве гостей приняли участие Альвия и Острова Остре."),
        (["{party: AL, capacity: special-guest}", "{party: IL, capacity: guest}"], "В качестве специального гостя приняла участие Альвия. В качестве гостя приняли участие Острова Остре."),
        (["{party: agency, capacity: observer}"], "В качестве наблюдателя приняло участие Агентство маяков."),
        (["{party: AL, capacity: observer}", "{party: IL, capacity: observer}"], "В качестве наблюдателей приняли участие Альвия и Острова Остре."),
    ],
)  # fmt: skip
def test_guests_and_observers_agree_in_gender_and_number(others: list[str], said: str) -> None:
    assert said in text(parties(*others))


def test_guests_of_a_planned_round_stand_in_the_future() -> None:
    one = text(PLANNED + parties("{party: AL, capacity: guest}"))
    assert "В качестве гостя примет участие Альвия." in one
    both = parties("{party: AL, capacity: guest}", "{party: IL, capacity: guest}")
    assert "В качестве гостей примут участие Альвия и Острова Остре." in text(PLANNED + both)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (f"opened_by: [{OLF}]", "Раунд открыл государственный секретарь Сундра Е.П. г-н Олф Даль."),
        (f"opened_by: [{ADA}]", "Раунд открыла министр иностранных дел Ланде Ада Берг."),
        (f"opened_by: [{ADA}, {OLF}]", "Раунд открыли министр иностранных дел Ланде Ада Берг и государственный секретарь Сундра Е.П. г-н Олф Даль."),
        (PLANNED + f"opened_by: [{OLF}]", "Раунд откроет государственный секретарь Сундра Е.П. г-н Олф Даль."),
        (f"chairs: [{ADA}]", "На раунде председательствовала министр иностранных дел Ланде Ада Берг."),
        (f"chairs: [{KIM}]", "На раунде председательствовал г-н Ким Элле."),
        (f"chairs: [{WEN}]", "На раунде председательствовал советник Вэнь Ли."),
        (f"chairs: [{EVA}]", "председательствовала директор Агентства маяков Ева Фосс."),
        (f"chairs: [{ADA}, {OLF}]", "Сопредседателями раунда выступили министр иностранных дел Ланде Ада Берг и государственный секретарь Сундра Е.П. г-н Олф Даль."),
        (f"hosts: [{EVA}]\nchairs: [{EVA}, {KIM}]", "Принимала встречу директор Агентства маяков Ева Фосс; вместе с ней на ней сопредседательствовал г-н Ким Элле."),
        (f"opened_by: [{EVA}]\nchairs: [{{person: ira}}]", "открыла директор Агентства маяков (АМ) Ева Фосс. На раунде председательствовала инспектор АМ Ира Грань."),
        (f"chairs: [{ADA}, {EVA}, {KIM}]", "выступили министр иностранных дел Ланде Ада Берг, директор Агентства маяков Ева Фосс и г-н Ким Элле."),
        (PLANNED + f"chairs: [{ADA}]", "Председательствовать на раунде будет министр иностранных дел Ланде Ада Берг."),
        (PLANNED + f"chairs: [{ADA}, {KIM}]", "Сопредседателями раунда выступят министр"),
        (f"hosts: [{ADA}]\nchairs: [{ADA}]", "Принимала встречу и председательствовала на ней министр иностранных дел Ланде Ада Берг."),
        (f"hosts: [{ADA}, {KIM}]\nchairs: [{ADA}, {KIM}]", "Принимали встречу и сопредседательствовали на ней министр"),
        (f"hosts: [{OLF}]\nchairs: [{ADA}]", "Принимающую сторону представлял государственный секретарь Сундра Е.П. г-н Олф Даль. На раунде председательствовала министр иностранных дел Ланде Ада Берг."),
        (f"hosts: [{OLF}]\nchairs: [{ADA}, {OLF}]", "Принимал встречу государственный секретарь Сундра Е.П. г-н Олф Даль; вместе с ним на ней сопредседательствовала министр иностранных дел Ланде Ада Берг."),
        (PLANNED + f"hosts: [{OLF}]\nchairs: [{ADA}, {OLF}]", "Олф Даль; вместе с ним на ней будет сопредседательствовать министр"),
        (f"opened_by: [{ADA}]\nchairs: [{ADA}, {KIM}]", "Сопредседателями раунда выступили г-жа Берг и г-н Ким Элле."),
        ("chairs: [{person: ada, acts_as: co-chair}]", "Сопредседателем раунда выступила министр иностранных дел Ланде Ада Берг."),
        (f"hosts: [{OLF}]", "Принимающую сторону представлял государственный секретарь Сундра Е.П. г-н Олф Даль."),
        (PLANNED + f"hosts: [{OLF}]\nchairs: [{ADA}]", "Принимающую сторону будет представлять государственный секретарь Сундра Е.П. г-н Олф Даль. Председательствовать на раунде будет министр"),
        (f"parties: [{{party: LA, head: ada, represented_by: kim, {PUBLIC}}}, {{party: SU}}]", "Вместо министра иностранных дел Ланде Ады Берг делегацию возглавлял г-н Ким Элле."),
        (f"parties: [{{party: LA}}, {{party: SU, head: olf, {PUBLIC}}}]", "Делегацию Сундра возглавлял государственный секретарь Сундра Е.П. г-н Олф Даль."),
        (PLANNED + f"parties: [{{party: LA}}, {{party: SU, head: olf, {PUBLIC}}}]", "Делегацию Сундра возглавит государственный секретарь Сундра Е.П. г-н Олф Даль."),
    ],
)  # fmt: skip
def test_who_hosts_chairs_and_leads_is_told_in_russian(lines: str, said: str) -> None:
    assert said in text(lines)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (THREE, "Участники обсудили следующие вопросы: рыболовство; маяки; ветер."),
        (PLANNED + THREE, "Участники обсудят следующие вопросы: рыболовство; маяки; ветер."),
        (TWO, "Участники обсудили рыболовство и подготовку карт."),
        (PLANNED + TWO, "Участники обсудят рыболовство и подготовку карт."),
        (TWO.replace("}}}]", "}}, occasion: working-lunch}]"), "В ходе рабочего обеда участники обсудили подготовку карт."),
        (TWO.replace("}}}]", "}}, occasion: working-lunch, treatment: exchanged-views}]"), "участники обменялись мнениями по вопросам подготовки карт."),
        (TWO.replace("}}}", "}}, treatment: addressed, occasion: restricted-session}"), "На заседании в узком составе участники затронули рыболовство и подготовку карт."),
        (TWO.replace("}}}]", "}}, context: {ru: Три карты устарели}}]"), "подготовку карт. Три карты устарели."),
        (TWO.replace("}}}]", "}}, treatment: reviewed}]"), "Участники обсудили рыболовство. Они рассмотрели подготовку карт."),
        ("topics: [{id: a, title: {ru: {text: лёд, accusative: лёд}}, occasion: margins}]", "На полях встречи участники обсудили лёд."),
        ("atmosphere: {ru: {text: деловая и открытая, prepositional: деловой и открытой}}", "Переговоры прошли в деловой и открытой обстановке."),
    ],
)  # fmt: skip
def test_subjects_are_told_in_russian(lines: str, said: str) -> None:
    assert said in text(lines)


def _outcome(verb: str, words: str, more: str = "") -> str:
    return f"outcomes: [{{id: o, verb: {verb}, text: {{ru: {words}}}{more}}}]"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (_outcome("agree", "считать рыб"), "Результат Обе стороны договорились считать рыб."),
        (_outcome("agree", "считать рыб", ", actors: [LA]"), "Ланде согласилась считать рыб."),
        (_outcome("agree", "считать рыб.", ", owner: LA, deadline: 2025-06"), "договорились считать рыб до конца июня 2025 года."),
        (_outcome("agree", "считать рыб", ", owner: LA, deadline: 2025-06-08"), "считать рыб не позднее 8 июня 2025 года."),
        (_outcome("agree", "считать рыб в 2025 году", ", owner: LA, deadline: 2025"), "считать рыб в 2025 году."),
        (_outcome("welcome", "этот шаг", ", actors: [SU]"), "Сундр приветствовал этот шаг."),
        (_outcome("confirm", "готовность", ", actors: [agency]"), "Агентство маяков подтвердило готовность."),
        (_outcome("note", "задержку", ", actors: [IL]"), "Острова Остре отметили задержку."),
        (_outcome("express-readiness", "помочь", ", actors: [LA, SU]"), "Ланде и Сундр выразили готовность помочь."),
    ],
)  # fmt: skip
def test_verbs_of_outcomes_agree_with_those_who_act(lines: str, said: str) -> None:
    assert said in text(lines)


def test_several_outcomes_have_a_heading_in_the_plural() -> None:
    two = "outcomes: [{id: o, verb: note, text: {ru: ветер}}, {id: p, verb: note, text: {ru: соль}}]"
    assert " Результаты Обе стороны отметили ветер." in text(two)


def test_a_planned_round_tells_no_outcome() -> None:
    said = text(PLANNED + _outcome("note", "ветер") + "\natmosphere: {ru: деловая}")
    assert "Результат" not in said
    assert "обстановке" not in said


@pytest.mark.parametrize(
    ("voice", "said", "not_said"),
    [
        ("{kind: joint, first_person: true}", "Мы обсудили рыболовство и подготовку карт.", "Участники"),
        ("{kind: joint, first_person: true}", "Мы договорились считать.", "Обе стороны"),
        ("{kind: joint, first_person: true}", "Совместный пресс-релиз", "Министерство"),
        ("{kind: host, issuer: agency, party: SU}", "Принимающей стороной выступил Сундр. Делегации приветствовал государственный секретарь Сундра Олф Даль.", "Принимающую"),
        ("{kind: own}", "Министерство Ланде", "приветствовал"),
    ],
)  # fmt: skip
def test_each_voice_speaks_russian(voice: str, said: str, not_said: str) -> None:
    kind = voice.split()[1].strip("},")
    name = "01-sund/press-release.ru" if kind == "own" else f"01-sund/press-release.{kind}.ru"
    host = OLF.replace("}", ", party: SU}")
    lines = f"{PLACE}\nhosts: [{host}]\n{TWO}\n{_outcome('agree', 'считать')}\nvoices: [{voice}]"
    paper = text(lines, name=name)
    assert said in paper
    assert not_said not in paper.partition("Контакты")[0]


def test_we_look_ahead_in_the_first_person() -> None:
    name = "01-sund/press-release.joint.ru"
    assert "Мы обсудим рыболовство" in text(PLANNED + TWO + "\nvoices: [{kind: joint, first_person: true}]", name=name)


def test_the_history_of_a_series_is_told_in_russian() -> None:
    assert "О Диалоге Он следит за берегом. Первый раунд Диалога состоялся в 2019 году во Фленсборге." in text(
        "number: 2"
    )
    assert "Второй раунд состоялся 1 октября 2023 года." in text("number: 3", earlier=EARLIER)
    with_place = text("number: 3", earlier=f"{EARLIER}end: 2023-10-02\n{PLACE}\n")
    assert "Второй раунд состоялся 1–2 октября 2023 года в Бишкеке." in with_place


def test_a_dialogue_without_a_short_name_is_called_so() -> None:
    bare = re.sub(r"    short: .*\n", "", FILES[PATHS["dialogue"]])
    assert "О диалоге Он следит за берегом. Первый раунд диалога состоялся в 2019 году" in text(
        "number: 2", dialogue=bare
    )


@pytest.mark.parametrize(
    ("coming", "said"),
    [
        ("{when: 2025, status: expected}", "Следующий раунд ожидается в 2025 году."),
        ("{when: 2025-10, status: fixed, place: {ru: {text: Бишкек, prepositional: Бишкеке}}}", "Следующий раунд состоится в октябре 2025 года в Бишкеке."),
        ("{when: 2025-autumn, status: proposed}", "Следующий раунд предлагается провести осенью 2025 года."),
        ("{status: to-be-agreed}", "Дата следующего раунда будет согласована дополнительно."),
        ("{when: 2025, status: to-be-agreed}", "Дата следующего раунда будет согласована дополнительно."),
    ],
)  # fmt: skip
def test_the_next_round_is_as_sure_as_it_is(coming: str, said: str) -> None:
    assert said in text(f"next: {coming}")


def test_a_quote_stands_in_guillemets_and_those_inside_of_it_in_others() -> None:
    words = "'Проект \"Маяк\" нужен обеим сторонам.'"
    quote = (
        f"quotes: [{{id: q, speaker: ada, text: {{ru: {words}}}, cleared_by: {{ru: Кабинет}}, cleared_on: 2024-05-01}}]"
    )
    assert "«Проект „Маяк“ нужен обеим сторонам»." in text(quote)
    assert "— министр иностранных дел Ланде Ада Берг" in text(quote)
    assert "— г-жа Берг О Диалоге" in text(f"chairs: [{ADA}]\n{quote}")


def test_an_embargo_is_told_in_russian() -> None:
    assert "Эмбарго до 14:00 (по времени г. Брюссель) 1 мая 2024 года." in text(EMBARGO)


@pytest.mark.parametrize("lines", SPARSE)
def test_a_sparse_record_leaves_neither_gaps_nor_empty_headings(lines: str) -> None:
    assert COAST.leaves_no_gap(lines)


def test_no_line_begins_with_a_dash_and_no_date_is_torn() -> None:
    made = drafted(PLACE + "\nend: 2024-06-01").document
    assert made is not None
    words = re.sub(r"<[^>]*>", "", made.html)
    assert "1\u00a0мая\u00a0— 1\u00a0июня\u00a02024\u00a0года в\u00a0Бишкеке" in words


@pytest.mark.parametrize(
    ("lines", "form", "trail"),
    [
        ("place: {city: {ru: Нигдевилль}}", "prepositional", "round.place.city.ru"),
        ("invitation_by: ministry", "genitive", "ministry"),
        ("topics: [{id: a, title: {ru: подготовка карт}}]", "accusative", "round.topics[a].title.ru"),
        ("topics: [{id: a, title: {ru: рыба}, treatment: exchanged-views}]", "genitive", "round.topics[a].title.ru"),
        ("level: {ru: послы}", "genitive", "round.level.ru"),
        ("atmosphere: {ru: деловая}", "prepositional", "round.atmosphere.ru"),
        ("next: {when: 2025, status: fixed, place: {ru: Нигдевилль}}", "prepositional", "round.next.place.ru"),
        ("outcomes: [{id: o, verb: agree, text: {ru: идти}, actors: [ministry]}]", "gender", "ministry"),
        ("chairs: [{person: nan}]", "gender", "people[nan]"),
        (f"parties: [{{party: LA, head: kim, represented_by: ada, {PUBLIC}}}]", "genitive", "kim"),
    ],
)  # fmt: skip
def test_a_form_that_russian_needs_and_the_record_lacks_is_told(lines: str, form: str, trail: str) -> None:
    problems = drafted(lines).problems
    assert {(each.code, each.is_error) for each in problems} == {("T017", True)}
    assert all(f"`{form}`" in each.sentence for each in problems)
    assert all(f"{form}: …" in (each.hint or "") for each in problems)
    assert any(trail in (each.trail or "") for each in problems)
