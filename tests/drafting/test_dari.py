"""The press release in Dari of full, sparse and odd records: the verb at the end, both calendars, guests in their number."""

from __future__ import annotations

import re

import pytest

from tests.drafting.coast import EARLIER, EMBARGO, PATHS, PLANNED, SPARSE, parties
from tests.drafting.dari_coast import COAST, FILES, drafted, text

PLACE = "place: {city: {fa-AF: بیشکک}, country: SU}"
ADA, OLF, KIM, EVA = (f"{{person: {name}}}" for name in ("ada", "olf", "kim", "eva"))
PUBLIC = "audience: {head: public, represented_by: public}, lowered: {fa-AF: نام گفته شده است}"
DAY = "به تاریخ ۱ می ۲۰۲۴، برابر با ۱۲ ثور ۱۴۰۳ هجری شمسی،"
THREE = "topics: [{id: a, title: {fa-AF: ماهیگیری}}, {id: b, title: {fa-AF: فانوس‌ها}}, {id: c, title: {fa-AF: باد}}]"
TWO = "topics: [{id: a, title: {fa-AF: ماهیگیری}}, {id: b, title: {fa-AF: نقشه‌ها}}]"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (PLACE, f"دور اول گفت‌وگوی ساحلی {DAY} در بیشکک برگزار شد."),
        (PLACE, "دور اول گفت‌وگوی ساحلی در بیشکک برگزار شد دور اول"),
        (PLANNED + PLACE, f"دور اول گفت‌وگوی ساحلی {DAY} در بیشکک برگزار می‌شود."),
        (PLACE + "\nend: 2024-05-02", "به تاریخ ۱ تا ۲ می ۲۰۲۴، برابر با ۱۲ تا ۱۳ ثور ۱۴۰۳ هجری شمسی، در بیشکک"),
        (PLACE + "\nend: 2024-06-01", "به تاریخ ۱ می تا ۱ جون ۲۰۲۴، برابر با ۱۲ ثور تا ۱۲ جوزای ۱۴۰۳ هجری شمسی، در بیشکک"),
        (PLACE + "\nnumber: 3", "دور سوم گفت‌وگوی ساحلی"),
        (PLACE + "\nnumber: 21", "دور ۲۱م گفت‌وگوی ساحلی"),
        ("mode: video", f"{DAY} از طریق کنفرانس ویدیویی برگزار شد."),
        ("mode: written", f"{DAY} به صورت کتبی برگزار شد."),
        ("mode: hybrid\n" + PLACE, "در بیشکک و از طریق کنفرانس ویدیویی برگزار شد."),
        (PLACE + "\ninvitation_by: SU", f"{DAY} به دعوت حکومت سوندر در بیشکک برگزار شد."),
        (PLACE + "\ninvitation_by: agency", f"{DAY} به دعوت ادارهٔ فانوس‌ها در بیشکک برگزار شد."),
        ("", "نمایندگان لانده و سوندر در این نشست اشتراک کردند. نشست در سطح وزیران دایر شد."),
        (PLANNED, "نمایندگان لانده و سوندر در این نشست اشتراک خواهند کرد. نشست در سطح وزیران دایر می‌شود."),
        ("level: {fa-AF: کارشناسان}", "نشست در سطح کارشناسان دایر شد."),
        (PLACE, "اعلامیهٔ مطبوعاتی · بیشکک، ۱ می ۲۰۲۴ (۱۲ ثور ۱۴۰۳)"),
    ],
)  # fmt: skip
def test_when_where_and_with_whom_is_told_in_dari(lines: str, said: str) -> None:
    assert said in text(lines)


@pytest.mark.parametrize(
    ("others", "said"),
    [
        (["{party: AL, capacity: guest}"], "الویا به حیث مهمان اشتراک کرد."),
        (["{party: AL, capacity: special-guest}"], "الویا به حیث مهمان ویژه اشتراک کرد."),
        (["{party: AL, capacity: guest}", "{party: IL, capacity: guest}"], "الویا و جزایر اوستره به حیث مهمانان اشتراک کردند."),
        (["{party: AL, capacity: special-guest}", "{party: IL, capacity: guest}"], "الویا به حیث مهمان ویژه اشتراک کرد. جزایر اوستره به حیث مهمان اشتراک کرد."),
        (["{party: agency, capacity: observer}"], "ادارهٔ فانوس‌ها به حیث ناظر اشتراک کرد."),
        (["{party: AL, capacity: observer}", "{party: IL, capacity: observer}"], "الویا و جزایر اوستره به حیث ناظران اشتراک کردند."),
    ],
)  # fmt: skip
def test_guests_and_observers_are_told_in_their_number(others: list[str], said: str) -> None:
    assert said in text(parties(*others))


def test_guests_of_a_planned_round_stand_in_the_future() -> None:
    assert "الویا به حیث مهمان اشتراک خواهد کرد." in text(PLANNED + parties("{party: AL, capacity: guest}"))
    both = parties("{party: AL, capacity: guest}", "{party: IL, capacity: guest}")
    assert "الویا و جزایر اوستره به حیث مهمانان اشتراک خواهند کرد." in text(PLANNED + both)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (f"opened_by: [{ADA}]", "این دور را خانم آدا برگ، وزیر امور خارجهٔ لانده، افتتاح کرد."),
        (f"opened_by: [{ADA}, {KIM}]", "این دور را خانم آدا برگ، وزیر امور خارجهٔ لانده، و آقای کیم اله افتتاح کردند."),
        (f"opened_by: [{OLF}]", "این دور را جلالتمآب آقای اولف دال، مشاور دولت سوندر، افتتاح کرد."),
        (PLANNED + f"opened_by: [{KIM}]", "این دور را آقای کیم اله افتتاح خواهد کرد."),
        (f"chairs: [{ADA}]", "ریاست این دور را خانم آدا برگ، وزیر امور خارجهٔ لانده، به عهده داشت."),
        (f"chairs: [{ADA}, {KIM}]", "ریاست مشترک این دور را خانم آدا برگ، وزیر امور خارجهٔ لانده، و آقای کیم اله به عهده داشتند."),
        (f"chairs: [{EVA}]", "خانم اوا فوس، رئیس ادارهٔ فانوس‌ها، به عهده داشت."),
        (PLANNED + f"chairs: [{KIM}]", "ریاست این دور را آقای کیم اله به عهده خواهد داشت."),
        (f"hosts: [{ADA}]\nchairs: [{ADA}]", "میزبانی و ریاست این دور را خانم آدا برگ، وزیر امور خارجهٔ لانده، به عهده داشت."),
        (f"hosts: [{KIM}]\nchairs: [{ADA}]", "میزبانی این دور را آقای کیم اله و ریاست آن را خانم آدا برگ، وزیر امور خارجهٔ لانده، به عهده داشتند."),
        (f"hosts: [{KIM}]\nchairs: [{ADA}, {KIM}]", "میزبانی این دور را آقای کیم اله به عهده داشت؛ ریاست مشترک آن را وی همراه با خانم آدا برگ، وزیر امور خارجهٔ لانده، به عهده داشت."),
        (f"opened_by: [{ADA}]\nchairs: [{ADA}, {KIM}]", "ریاست مشترک این دور را خانم برگ و آقای کیم اله به عهده داشتند."),
        (f"hosts: [{KIM}]", "میزبانی این دور را آقای کیم اله به عهده داشت."),
        (PLANNED + f"hosts: [{KIM}]", "میزبانی این دور را آقای کیم اله به عهده خواهد داشت."),
        (f"parties: [{{party: LA, head: ada, represented_by: kim, {PUBLIC}}}, {{party: SU}}]", "به نمایندگی از خانم آدا برگ، وزیر امور خارجهٔ لانده، آقای کیم اله اشتراک کرد."),
        (f"parties: [{{party: LA}}, {{party: SU, head: kim, {PUBLIC}}}]", "ریاست هیئت سوندر را آقای کیم اله به عهده داشت."),
    ],
)  # fmt: skip
def test_who_hosts_chairs_and_leads_is_told_in_dari(lines: str, said: str) -> None:
    assert said in text(lines)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (THREE, "اشتراک‌کنندگان در بارهٔ این موضوعات بحث کردند: ماهیگیری؛ فانوس‌ها؛ باد."),
        (PLANNED + THREE, "اشتراک‌کنندگان در بارهٔ این موضوعات بحث خواهند کرد: ماهیگیری؛ فانوس‌ها؛ باد."),
        (TWO, "اشتراک‌کنندگان در بارهٔ ماهیگیری و نقشه‌ها بحث کردند."),
        (PLANNED + TWO, "اشتراک‌کنندگان در بارهٔ ماهیگیری و نقشه‌ها بحث خواهند کرد."),
        (TWO.replace("نقشه‌ها}", "نقشه‌ها}, occasion: working-lunch, treatment: reviewed"), "در جریان نان چاشت کاری، اشتراک‌کنندگان نقشه‌ها را بررسی کردند."),
        (TWO.replace("نقشه‌ها}", "نقشه‌ها}, occasion: working-lunch, treatment: addressed"), "اشتراک‌کنندگان به نقشه‌ها پرداختند."),
        (TWO.replace("نقشه‌ها}", "نقشه‌ها}, treatment: reviewed"), "در بارهٔ ماهیگیری بحث کردند. آنان نقشه‌ها را بررسی کردند."),
        ("atmosphere: {fa-AF: باز و سازنده}", "گفت‌وگوها در فضای باز و سازنده صورت گرفت."),
    ],
)  # fmt: skip
def test_subjects_are_told_in_dari(lines: str, said: str) -> None:
    assert said in text(lines)


def _outcome(words: str, more: str = "") -> str:
    return f"outcomes: [{{id: o, verb: agree, text: {{fa-AF: {words}}}{more}}}]"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (_outcome("که بشمارند"), "نتیجه هر دو جانب توافق کردند که بشمارند."),
        (_outcome("که بشمارند.", ", owner: LA, deadline: 2025-06"), "توافق کردند که بشمارند (تا پایان جون ۲۰۲۵)."),
        (_outcome("که بشمارد", ", actors: [LA]"), "لانده توافق کرد که بشمارد."),
        (_outcome("که بشمارند", ", actors: [LA, SU]"), "لانده و سوندر توافق کردند که بشمارند."),
    ],
)
def test_verbs_of_outcomes_agree_with_those_who_act(lines: str, said: str) -> None:
    assert said in text(lines)


@pytest.mark.parametrize(
    ("voice", "said"),
    [
        ("{kind: joint, first_person: true}", "ما در بارهٔ ماهیگیری و نقشه‌ها بحث کردیم."),
        ("{kind: joint, first_person: true}", "ما توافق کردیم که بشماریم."),
        ("{kind: joint, first_person: true}", "اعلامیهٔ مطبوعاتی مشترک"),
        ("{kind: host, issuer: agency, party: SU}", "سوندر میزبان این دور بود. جلالتمآب آقای اولف دال، مشاور دولت سوندر، به هیئت‌ها خوش‌آمدید گفت."),
    ],
)  # fmt: skip
def test_each_voice_speaks_dari(voice: str, said: str) -> None:
    kind = voice.split()[1].strip("},")
    host = OLF.replace("}", ", party: SU}")
    lines = f"{PLACE}\nhosts: [{host}]\n{TWO}\n{_outcome('که بشماریم')}\nvoices: [{voice}]"
    # The host's own paper leaves out the style of its own people.
    said = said.replace("جلالتمآب ", "") if kind == "host" else said
    assert said in text(lines, name=f"01-sund/press-release.{kind}.fa-AF")


def test_the_history_of_a_series_is_told_in_dari() -> None:
    assert "در بارهٔ گفت‌وگو این گفت‌وگو نگهبان ساحل است. دور نخست گفت‌وگو در سال ۲۰۱۹ در فلنسبورگ برگزار شد." in text(
        "number: 2"
    )
    earlier = f"{EARLIER}{PLACE}\n"
    assert "دور دوم به تاریخ ۱ اکتوبر ۲۰۲۳ (۹ میزان ۱۴۰۲) در بیشکک برگزار شد." in text("number: 3", earlier=earlier)


def test_a_dialogue_without_a_short_name_is_called_so() -> None:
    bare = re.sub(r"    short: .*\n", "", FILES[PATHS["dialogue"]])
    assert "در بارهٔ گفت‌وگو این گفت‌وگو" in text(dialogue=bare)


@pytest.mark.parametrize(
    ("coming", "said"),
    [
        ("{when: 2025, status: expected}", "انتظار می‌رود دور بعدی در سال ۲۰۲۵ برگزار شود."),
        ("{when: 2025-10, status: fixed, place: {fa-AF: بیشکک}}", "دور بعدی در اکتوبر ۲۰۲۵ در بیشکک برگزار می‌شود."),
        ("{when: 2025-autumn, status: proposed}", "پیشنهاد شده است که دور بعدی در خزان ۲۰۲۵ برگزار شود."),
        ("{status: to-be-agreed}", "تاریخ دور بعدی هنوز تعیین نشده است."),
        ("{when: 2025, status: to-be-agreed}", "تاریخ دور بعدی هنوز تعیین نشده است."),
    ],
)
def test_the_next_round_is_as_sure_as_it_is(coming: str, said: str) -> None:
    assert said in text(f"next: {coming}")


def test_coming_events_have_both_calendars_where_their_day_is_known() -> None:
    events = "events: [{what: {fa-AF: نشست}, when: 2024-11-10}, {what: {fa-AF: نمایشگاه}, when: 2025-03}]"
    assert "رویدادهای آینده: نشست، ۱۰ نومبر ۲۰۲۴ (۲۰ عقرب ۱۴۰۳)؛ نمایشگاه، مارچ ۲۰۲۵." in text(events)


def test_a_quote_stands_in_guillemets_and_those_inside_of_it_in_others() -> None:
    words = "'طرح \"فانوس\" برای همه است.'"
    quote = f"quotes: [{{id: q, speaker: ada, text: {{fa-AF: {words}}}, cleared_by: {{fa-AF: دفتر}}, cleared_on: 2024-05-01}}]"
    assert "«طرح ‹فانوس› برای همه است.»" in text(quote)


def test_an_embargo_is_told_in_dari() -> None:
    assert "تا ساعت ۱۴:۰۰ (به وقت بروکسل) به تاریخ ۱ می ۲۰۲۴ قابل نشر نیست." in text(EMBARGO)


@pytest.mark.parametrize("lines", SPARSE)
def test_a_sparse_record_leaves_neither_gaps_nor_empty_headings(lines: str) -> None:
    assert COAST.leaves_no_gap(lines)


@pytest.mark.parametrize("lines", ["", PLANNED, THREE, f"chairs: [{EVA}]", "quotes: []"])
def test_every_latin_word_of_the_paper_is_kept_apart(lines: str) -> None:
    made = drafted(lines).document
    assert made is not None
    inside = re.sub(r"<bdi[^>]*>.*?</bdi>|<[^>]*>|&[a-z]+;", "", made.html)
    assert re.findall(r"[A-Za-z]{2,}|[0-9]+", inside) == []


def test_a_telephone_number_runs_from_left_to_right() -> None:
    made = drafted().document
    assert made is not None
    assert '<bdi dir="ltr">+32 2 555 01 00</bdi>' in made.html
