"""The filters of templates, bound to one language.

To add one, write a function below and give it a row in `filters_for`. A filter that changes a text of the record gives
a text of the record back, so that its path and its markup stay; only those that say so give plain text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, time
from html import unescape
from typing import Any, Literal

from jinja2.environment import Environment
from markupsafe import Markup, escape

from reporting.audiences.values import Untranslated, Words
from reporting.drafting import bending, printing, prose, sheet, translating
from reporting.drafting.printing import printed
from reporting.languages import dates, hours, lists, numbers, typography
from reporting.languages.deadlines import write_deadline
from reporting.languages.fuzzy import FuzzyDate
from reporting.records.model.forms import CASES

Filter = Callable[..., Any]
SPACES = re.compile(r"[ \t\n\r]+")
TAGS = re.compile(r"<[^>]*>")
ENDINGS = re.compile(r"[.!?…:;](?:[”’»\")\]*_]|\]\([^)]*\))*\Z")
KEPT = ("map", "select", "reject", "selectattr", "rejectattr", "list")
"""Jinja's own filters that only choose among values."""


def filters_for(language: str, own: Environment) -> dict[str, Filter]:
    """Every filter by its name, writing in `language`.

    Args:
        own: an environment of Jinja, for the few filters of its own that stay.
    """
    bound: dict[str, Filter] = {name: _in(language, each) for name, each in _LANGUAGE.items()}
    return {**{name: own.filters[name] for name in KEPT}, **_PLAIN, **bound}


def _in(language: str, make: Filter) -> Filter:
    def bound(value: Any, *args: Any, **kwargs: Any) -> Any:
        return make(value, language, *args, **kwargs)

    return bound


# Dates


def _date(value: Any, language: str, *, short: bool = False, weekday: bool = False) -> str:
    """A date, or one that is known in part only: `8 June 2017`, `June 2017`, `autumn 2017`; `short` for tables."""
    if isinstance(value, date):
        return dates.write_date(value, language, short=short, with_weekday=weekday)
    return dates.write_fuzzy(_fuzzy(value), language)


def _dated(value: Any, language: str) -> str:
    """A date as datelines have it, with the Solar Hijri one where the language has both."""
    if isinstance(value, date):
        return dates.write_dated(value, language)
    when = _fuzzy(value)
    return dates.write_dated(when.first(), language) if when.day else dates.write_fuzzy(when, language)


def _when(value: Any, language: str, end: date | None = None) -> str:
    """The same as it stands in a sentence: `on 8 June 2017`, `in June 2017`; from day to day where `end` is given."""
    if end is not None and isinstance(value, date):
        return dates.write_range_phrase(value, end, language)
    return dates.write_fuzzy_phrase(_fuzzy(value), language)


def _by(value: Any, language: str) -> str:
    """The same as the day by which something is due: `by 8 June 2017`, `by the end of 2017`."""
    return write_deadline(_fuzzy(value), language)


def _dates(start: date, language: str, end: date | None = None) -> str:
    """From day to day: `7–8 June 2017`; one day where there is no other."""
    return dates.write_range(start, end or start, language)


def _month_year(value: Any, language: str) -> str:
    """The month of a day: `June 2017`."""
    day = _fuzzy(value)
    return dates.write_fuzzy(FuzzyDate(day.year, day.month, None, day.season), language)


def _time(value: str, language: str, zone: str | None = None) -> str:
    """An hour of the day, with its zone where one is given: `14:00`."""
    return dates.write_time(time.fromisoformat(value), language, zone=zone)


def _times(start: str, language: str, end: str | None = None) -> str:
    """From hour to hour, as a programme has it: `09:30–09:45`; one hour where there is no other."""
    return hours.write_times(time.fromisoformat(start), time.fromisoformat(end) if end else None, language)


def _zone(zone: str, language: str, day: date, name: Any = None) -> str:
    """Whose clock all hours of a day are, said once: `Bishkek time (UTC+6)`; `name` where readers call it otherwise."""
    return hours.write_zone(zone, language, day, name=plain(name) if name else "")


def _moment(embargo: Mapping[str, Any], language: str) -> str:
    """The hour at which an embargo ends: `14:00 (Bishkek time) on 8 June 2017`."""
    name = embargo["zone_name"]
    hour = _time(embargo["time"], language, None if name else embargo["zone"])
    return (
        f"{hour} ({plain(name)}) {_when(embargo['day'], language)}"
        if name
        else f"{hour} {_when(embargo['day'], language)}"
    )


def _iso(value: Any, language: str) -> str:
    """As machines read it, for `datetime` attributes: `2017-06-08`."""
    return value.isoformat() if isinstance(value, date) else str(_fuzzy(value))


def _fuzzy(value: Any) -> FuzzyDate:
    return FuzzyDate.of(value)


# Numbers and lists


def _listing(values: Iterable[Any], language: str, word: Literal["and", "or"] = "and") -> Markup:
    """Values as a list in a sentence: `A, B and C`."""
    things = [str(escape(printed(each))) for each in values]
    return Markup(lists.write_list(things, language, style=word))  # noqa: S704 - each thing is escaped


def _forms(forms: tuple[str, ...], named: Mapping[str, str]) -> dict[str, str]:
    return {**dict(zip(("one", "other"), forms, strict=False)), **named}


def _plural(count: Any, language: str, *forms: str, **named: str) -> str:
    """The form that goes with a number or with the length of a list.

    In English `plural("party", "parties")`; other languages name their forms: `plural(one=…, few=…, many=…)`.
    """
    return numbers.noun_for(_how_many(count), _forms(forms, named), language)


def _count(count: Any, language: str, *forms: str, **named: str) -> str:
    """A number, or the length of a list, with its noun: `three meetings`, `12 meetings`."""
    return numbers.write_count(_how_many(count), _forms(forms, named), language)


def _how_many(count: Any) -> int:
    return count if isinstance(count, int) else length(count)


def _money(amount: Any, language: str, currency: str, style: Literal["release", "document"] = "release") -> str:
    """An amount with its currency: `€123 million`; `style="document"` for `EUR 21 750 000`."""
    return numbers.write_money(amount, currency, language, style=style)


# Names in sentences


def _form(value: Any, language: str, form: str) -> Any:
    """A name in one of its forms: `Киргизской Республики`."""
    return bending.in_form(value, language, form)


def _case(form: str) -> Filter:
    return lambda value, language: bending.in_form(value, language, form)


def _after(value: Any, language: str, preposition: str, case: str | None = None) -> Any:
    """A preposition with the name after it: `du Kazakhstan`, `во Франции`."""
    return bending.after(value, language, preposition, case)


def _the(value: Any, language: str) -> Any:
    """A name with its article: `the Kyrgyz Republic`, `l’Ouzbékistan`."""
    return bending.with_article(value, language)


def _ezafe(value: Any, language: str) -> Any:
    """A name tied to the word behind it, as Dari does: `وزارت امور خارجهٔ`."""
    return bending.tied(value, language)


def _agree(value: Any, language: str, m: str, f: str = "", *, n: str = "", plural: str = "", plural_f: str = "") -> str:
    """The word that agrees with a name, a person or a list of them: `agree("représenté", "représentée", plural=…)`."""
    choices = {"m": m, "f": f or m, "n": n or m, "plural": plural or m, "plural_f": plural_f or plural or m}
    if isinstance(value, Iterable) and not isinstance(value, (str, Mapping)):
        return bending.agree_all(list(value), language, choices)
    return bending.agree(value, language, choices)


def _spelt(value: Any, language: str, long: Any, later: Any = None) -> Any:
    """An acronym: where it is first met, what it stands for with the acronym in brackets, and later the acronym alone.

    An acronym that the paper has once only is not printed: what it stands for is enough. `later` is written in place of
    the acronym alone, where the sentence bends it.
    """
    paper, short = sheet.current(), plain(value)
    if short == plain(long):
        return value
    paper.asks.add("spelt")
    if short in paper.spelt:
        return value if later is None else later
    paper.spelt.add(short)
    if any(each.mentions(short) < 2 for each in paper.drafts):
        return printed(long)
    return Markup("{} ({})").format(printed(long), printed(value))


def _met(person: Mapping[str, Any], language: str, full: Any, later: Any = None) -> Any:
    """Somebody with name and office where the paper first presents them, and after that what `later` says."""
    paper, name = sheet.current(), str(person["id"])
    if name in paper.met and later is not None:
        return later
    paper.met.add(name)
    return full


def _untold(people: Iterable[Any], language: str) -> list[Any]:
    """Of people, or of parts that people have, those whose office the paper has still to tell."""
    met = sheet.current().met
    return [each for each in people if (who := _who(each)) and who["function"] and str(who["id"]) not in met]


def _who(part: Any) -> Any:
    return part["person"] if "person" in part else part  # noqa: SIM401 - an item of a view has no `get`


def _used(acronyms: Iterable[Any], language: str) -> list[Any]:
    """Of acronyms, those that the paper prints."""
    paper = sheet.current()
    paper.asks.add("used")
    return [each for each in acronyms if any(draft.has(plain(each["short"])) for draft in paper.drafts)]


def _isolate(value: Any, language: str) -> Markup:
    """Words of another direction, kept apart from the sentence around them."""
    return Markup("<bdi>{}</bdi>").format(printed(value))


def _quoted(value: Any, language: str, depth: int = 1) -> Any:
    """In the quotation marks of the language, and marks inside of it one level in; `depth=2` inside of others.

    Marks that the record has around the whole already are not doubled.
    """
    inside = escape(printed(_changed(value, typography.unquoted)))
    if depth == 1:
        inside = Markup(typography.nested(str(inside), language))  # noqa: S704 - escaped before, and only marks changed
    return _around(inside, typography.quoted("|", language, depth))


def _around(value: Any, marks: str) -> Markup:
    before, _, behind = marks.partition("|")
    return Markup("{}{}{}").format(before, value, behind)


def _label(tag: Any, language: str, names: Mapping[str, Any]) -> str:
    """The name that a table of labels has for a language: `languages | map("label", words.languages)`."""
    return translating.named(str(tag), names, language)


# Texts


def _blocks(words: Any, language: str, *, heading: int = 3, notes: Iterable[Mapping[str, Any]] = ()) -> Any:
    """Prose as blocks, its headings from level `heading` on, with the footnotes that it calls."""
    if not isinstance(words, Words):
        return printed(words)
    texts = {each["id"]: each["text"] for each in notes}
    for lacking in [each for each in texts.values() if isinstance(each, Untranslated)]:
        printed(lacking)
    called = {name: text for name, text in texts.items() if isinstance(text, Words)}
    return printing.blocks(words, heading=heading, notes=called)


def _inline(words: Any, language: str) -> Any:
    """Prose of one paragraph, or a line, without a block around it."""
    return printing.inline(words) if isinstance(words, Words) else printed(words)


def plain(value: Any) -> str:
    """The words alone, without markup and path: for attributes, titles and file names."""
    if isinstance(value, Words):
        return prose.typography(
            value.text if value.kind in {"label", "name"} else prose.plain(value.text), value.language
        )
    if isinstance(value, Markup):
        return SPACES.sub(" ", unescape(TAGS.sub("", value))).strip(" ")
    return str(printed(value))


def sentence(value: Any) -> Any:
    """With a capital in front and a full stop behind, where they are lacking."""
    return _changed(value, lambda text: _upper_first(text) if ENDINGS.search(text) else f"{_upper_first(text)}.")


def lower_first(value: Any) -> Any:
    """With a small first letter, to stand inside of a sentence; an acronym keeps its capitals."""
    return _changed(value, _lower_first)


def upper_first(value: Any) -> Any:
    """With a capital first letter."""
    return _changed(value, _upper_first)


def unstopped(value: Any) -> Any:
    """Without the full stop at its end, to stand inside of a sentence."""
    return _changed(value, lambda text: text.rstrip().removesuffix("."))


def slug(value: Any) -> str:
    """An id from a text: small letters, digits and hyphens."""
    folded = unicodedata.normalize("NFKD", plain(value)).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", folded)) or "part"


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, Words):
        return replace(value, text=change(value.text))
    if isinstance(value, Markup):
        return Markup(_change_markup(value, change))  # noqa: S704 - markup before, and only letters changed
    return change(value) if isinstance(value, str) else value


def _change_markup(value: str, change: Callable[[str], str]) -> str:
    """Change the first letter and the end of a markup's words; the tags around them stay."""
    head = re.match(r"(?:\s|<[^>]*>)*", value)
    tail = re.search(r"(?:\s|</[^>]*>)*\Z", value)
    start, end = (head.end() if head else 0), (tail.start() if tail else len(value))
    return value[:start] + change(value[start:end]) + value[end:] if start < end else value


def _upper_first(text: str) -> str:
    at = next((index for index, each in enumerate(text) if each.isalnum()), None)
    return text if at is None else text[:at] + text[at].upper() + text[at + 1 :]


def _lower_first(text: str) -> str:
    first = re.match(r"[*_“‘«(\[]*(\w)(?!\w*[A-Z])", text)
    return text if first is None else text[: first.start(1)] + first[1].lower() + text[first.end(1) :]


# Lists


def length(values: Any) -> int:
    """How many there are."""
    return len(values) if isinstance(values, (str, tuple, list)) else len(tuple(values))


def first(values: Any) -> Any:
    """The first of a list, or nothing."""
    return next(iter(values), None)


def last(values: Any) -> Any:
    """The last of a list, or nothing."""
    return ([*values] or [None])[-1]


def join(values: Any, between: str = "") -> Markup:
    """Values side by side, each as it is printed, with `between` between them."""
    return escape(between).join(map(printed, values))


_PLAIN: Mapping[str, Filter] = {
    "plain": plain,
    "sentence": sentence,
    "lower_first": lower_first,
    "upper_first": upper_first,
    "unstopped": unstopped,
    "slug": slug,
    "length": length,
    "first": first,
    "last": last,
    "join": join,
}
_LANGUAGE: Mapping[str, Filter] = {
    "date": _date,
    "when": _when,
    "by": _by,
    "dates": _dates,
    "dated": _dated,
    "iso": _iso,
    "weekday": dates.weekday,
    "month_year": _month_year,
    "time": _time,
    "times": _times,
    "zone": _zone,
    "moment": _moment,
    "ordinal": numbers.write_ordinal,
    "ordinal_figure": lambda value, language, **kind: numbers.write_ordinal(value, language, in_words=False, **kind),
    "number": numbers.write_number,
    "percent": numbers.write_percent,
    "money": _money,
    "hijri": dates.write_hijri,
    "plural": _plural,
    "count": _count,
    "listing": _listing,
    "blocks": _blocks,
    "inline": _inline,
    "form": _form,
    **{case: _case(case) for case in CASES},
    "after": _after,
    "the": _the,
    "ezafe": _ezafe,
    "agree": _agree,
    "spelt": _spelt,
    "met": _met,
    "untold": _untold,
    "used": _used,
    "isolate": _isolate,
    "label": _label,
    "quoted": _quoted,
}


def filter_names() -> frozenset[str]:
    """Names of all filters, for the check of templates."""
    return frozenset((*KEPT, *_PLAIN, *_LANGUAGE))
