"""Registers: countries, organisations, places, people, programmes and words, each with what was valid when."""

from typing import ClassVar, Literal

from reporting.records.levels import Level
from reporting.records.model.base import Node, field
from reporting.records.model.texts import Label, Line, Prose
from reporting.records.model.values import CountryRef, Date, OrganisationRef, Whole


def is_within(day: Date, since: Date | None, until: Date | None) -> bool:
    """Whether a day lies in a time, both of its ends included; an end that is left out is open."""
    return (since is None or since <= day) and (until is None or day <= until)


class Dated(Node):
    """Something that was valid for a time."""

    since: Date | None = field(
        Level.PUBLIC, "First day on which it is valid; left out where it always was.", default=None
    )
    until: Date | None = field(Level.PUBLIC, "Last day on which it is valid; left out while it still is.", default=None)

    def covers(self, day: Date) -> bool:
        """Whether it is valid on `day`."""
        return is_within(day, self.since, self.until)


class Named(Node):
    """Something whose names and forms were taken from somewhere."""

    source: Line | None = field(Level.INTERNAL, "Where its names and forms were found.", default=None)
    unreviewed: list[str] = field(
        Level.INTERNAL, "Languages whose names and forms nobody has checked against a source.", many=True
    )


class CountryName(Dated, Named):
    """The names of a state during one time."""

    short: Label = field(Level.PUBLIC, "Short name, such as Kyrgyzstan.")
    official: Label = field(Level.PUBLIC, "Official name without article, such as Kyrgyz Republic.")
    in_sentence: Label = field(Level.PUBLIC, "Name as the house writes it in a sentence, such as the Kyrgyz Republic.")


class Capital(Dated, Named):
    """A capital and what it was called."""

    name: Label = field(Level.PUBLIC, "Name of the city.")


class Country(Node):
    """A state, under the names it bore."""

    needed: ClassVar = frozenset({"names"})

    names: list[CountryName] = field(Level.PUBLIC, "Names with the time in which they were used, newest last.")
    capitals: list[Capital] = field(Level.PUBLIC, "Capitals with the time in which they were called so.", many=True)
    variants: list[str] = field(Level.INTERNAL, "Forms met elsewhere that the house does not use.", many=True)


class City(Named):
    """A city that is no capital and no seat, with the forms of its name."""

    name: Label = field(Level.PUBLIC, "Name of the city, such as Samarkand.")
    country: CountryRef | None = field(Level.PUBLIC, "The state it lies in.", default=None)


class OrganisationName(Dated, Named):
    """What a body was called during an earlier time."""

    name: Label = field(Level.PUBLIC, "Full name of that time.")
    in_sentence: Label = field(Level.PUBLIC, "Name as it stood in a sentence.")
    short: Label | None = field(Level.PUBLIC, "Short name or acronym of that time.", default=None)
    seat: Label | None = field(Level.PUBLIC, "City of its seat in that time.", default=None)


class Organisation(Named):
    """A body that takes part, issues papers or employs people."""

    needed: ClassVar = frozenset({"name"})

    since: Date | None = field(
        Level.PUBLIC,
        "First day on which it bore the name that stands here; left out where it always did.",
        default=None,
    )
    until: Date | None = field(
        Level.PUBLIC, "Last day on which it bore it; left out while it still does.", default=None
    )
    earlier: list[OrganisationName] = field(
        Level.PUBLIC, "Names it bore before, with their time, oldest first.", many=True
    )
    variants: list[str] = field(Level.INTERNAL, "Forms met elsewhere that the house does not use.", many=True)

    name: Label = field(Level.PUBLIC, "Full name, such as European External Action Service.")
    in_sentence: Label = field(Level.PUBLIC, "Name as it stands in a sentence, such as the European Union.")
    short: Label | None = field(Level.PUBLIC, "Short name or acronym, such as EEAS.", default=None)
    seat: Label | None = field(Level.PUBLIC, "City of its seat.", default=None)

    def covers(self, day: Date) -> bool:
        """Whether it bore its present name or one of its earlier ones on `day`."""
        return is_within(day, self.since, self.until) or any(each.covers(day) for each in self.earlier)

    def borne_on(self, day: Date) -> "Organisation | OrganisationName":
        """The name of that day; the present one where none was valid."""
        if is_within(day, self.since, self.until):
            return self
        return next((each for each in reversed(self.earlier) if each.covers(day)), self)


class Function(Dated):
    """An office that a person held for a time."""

    title: Label = field(Level.PUBLIC, "Title as its holder uses it, such as First Deputy Minister of Foreign Affairs.")
    organisation: OrganisationRef | None = field(Level.PUBLIC, "The body the office belongs to.", default=None)
    country: CountryRef | None = field(Level.PUBLIC, "The state the office belongs to.", default=None)
    rank: Whole | None = field(
        Level.PUBLIC, "Rank of the office among all that sit at one table, 1 the highest.", default=None
    )
    source: Line | None = field(Level.INTERNAL, "Where the title was found.", default=None)


class PersonName(Dated):
    """How somebody was called during an earlier time; a name that is left out was the present one."""

    given: Label | None = field(Level.PUBLIC, "Given name or names of that time.", default=None)
    family: Label | None = field(Level.PUBLIC, "Family name of that time.", default=None)
    honorific: Label | None = field(Level.PUBLIC, "What stood before the name.", default=None)
    style: Label | None = field(
        Level.PUBLIC, "Style of address of that time; left out: the person bore none.", default=None
    )


class Person(Named):
    """Somebody who takes part, speaks or is met."""

    since: Date | None = field(
        Level.PUBLIC,
        "First day of the name, honorific and style that stand here; left out where they always were so.",
        default=None,
    )
    until: Date | None = field(Level.PUBLIC, "Last day of them; left out while they still are so.", default=None)
    earlier: list[PersonName] = field(
        Level.PUBLIC, "Names, honorifics and styles borne before, with their time, oldest first.", many=True
    )
    given: Label = field(Level.PUBLIC, "Given name or names.")
    family: Label = field(Level.PUBLIC, "Family name.")
    family_first: bool = field(Level.PUBLIC, "True where the family name is written first.", default=False)
    honorific: Label | None = field(Level.PUBLIC, "Mr, Ms, Dr: what stands before the name.", default=None)
    style: Label | None = field(
        Level.PUBLIC, "Style of address such as H.E.; not used for one's own side.", default=None
    )
    gender: Literal["m", "f"] | None = field(
        Level.PUBLIC, "For the grammar of French and Russian; a title with a form `feminine` follows it.", default=None
    )
    functions: list[Function] = field(Level.PUBLIC, "Offices with the time they were held.", many=True)
    variants: list[str] = field(
        Level.INTERNAL, "Spellings of the name met elsewhere that the house does not use.", many=True
    )
    pronunciation: Label | None = field(Level.INTERNAL, "How the name is said.", default=None)
    biography: Prose | None = field(Level.RESTRICTED, "Short biography for briefing packs.", default=None)
    contact: Label | None = field(
        Level.RESTRICTED, "How to reach the person; never printed outside the house.", default=None
    )

    def covers(self, day: Date) -> bool:
        """Whether the present name or one of the earlier ones was borne on `day`."""
        return is_within(day, self.since, self.until) or any(each.covers(day) for each in self.earlier)


class Figure(Node):
    """A figure with its day, since figures grow old."""

    value: Label = field(Level.PUBLIC, "The figure as it is printed, such as €14.5 million.")
    as_of: Date | None = field(Level.PUBLIC, "The day on which it was right.", default=None)
    source: Line | None = field(Level.INTERNAL, "Where it was found.", default=None)


class ProgrammePhase(Dated):
    """A programme as it was during an earlier time; name, acronym and what it does are the present ones if left out."""

    acronym: Label | None = field(Level.PUBLIC, "Short form of that time.", default=None)
    name: Label | None = field(Level.PUBLIC, "Full name of that time.", default=None)
    about: Line | None = field(Level.PUBLIC, "What it did then.", default=None)
    period: Label | None = field(Level.PUBLIC, "Phase or years of that time; left out: not printed.", default=None)
    amount: Figure | None = field(Level.PUBLIC, "Its budget of that time; left out: not printed.", default=None)


class Programme(Named):
    """A programme of cooperation that papers mention."""

    since: Date | None = field(
        Level.PUBLIC,
        "First day of what stands here, such as that of a phase; left out: it always was so.",
        default=None,
    )
    until: Date | None = field(Level.PUBLIC, "Last day of it; left out while it still is so.", default=None)
    earlier: list[ProgrammePhase] = field(
        Level.PUBLIC, "What it was called before, and its earlier phases, with their time, oldest first.", many=True
    )
    acronym: Label = field(Level.PUBLIC, "Short form, such as BOMCA.")
    name: Label = field(Level.PUBLIC, "Full name.")
    about: Line = field(Level.PUBLIC, "What it does, as the rest of the sentence that begins with its name.")
    period: Label | None = field(Level.PUBLIC, "Phase or years, such as phase 9 (2015–2020).", default=None)
    amount: Figure | None = field(Level.PUBLIC, "Its budget.", default=None)
    review_by: Date | None = field(Level.INTERNAL, "Day from which its facts must be looked at again.", default=None)

    def covers(self, day: Date) -> bool:
        """Whether it was running on `day`, in its present phase or in an earlier one."""
        return is_within(day, self.since, self.until) or any(each.covers(day) for each in self.earlier)


class Term(Named):
    """An acronym or a set form, as the house writes it."""

    long: Label = field(Level.PUBLIC, "What it stands for.")
    known: bool = field(Level.PUBLIC, "True where readers know it and it need not be spelt out.", default=False)
    variants: list[str] = field(Level.INTERNAL, "Forms that the house does not use.", many=True)
