"""The house: the service that issues the papers."""

from typing import ClassVar

from reporting.records.levels import Level
from reporting.records.markings import Marking
from reporting.records.model.base import Node, Record, field
from reporting.records.model.country_forms import CountryForms
from reporting.records.model.texts import Label, Line
from reporting.records.model.translations import Tag
from reporting.records.model.values import Date, Id, Mail, MarkingName, OrganisationRef, PartyRef, SchemeName, Site


class Contact(Node):
    """Somebody the reader may turn to, as printed."""

    name: Label = field(Level.PUBLIC, "Name of the desk or person.")
    role: Label | None = field(Level.PUBLIC, "What they answer for, such as Spokesperson.", default=None)
    phone: str | None = field(Level.PUBLIC, "Telephone number with country code.", default=None)
    email: Mail | None = field(Level.PUBLIC, "Address for e-mail.", default=None)


class Markings(Node):
    """The scheme of the house, and the marking on top and foot of every page for each level.

    A paper that holds something with a higher marking carries that one.
    """

    scheme: SchemeName = field(
        Level.PUBLIC, "The scheme whose markings are called by their id alone, such as eu.", default="plain"
    )
    partners: MarkingName | None = field(Level.PUBLIC, "For papers shared with the parties only.", default=None)
    internal: MarkingName = field(Level.PUBLIC, "For papers of the own service.")
    restricted: MarkingName = field(Level.PUBLIC, "For papers of those who need to know.")

    def of(self, level: Level) -> Marking | None:
        """What papers for that level carry; nothing where everybody may read them."""
        found: Marking | None = None if level is Level.PUBLIC else getattr(self, str(level))
        return found


class House(Record):
    """Who issues, in which languages, under which markings."""

    whole_by: ClassVar = frozenset({"languages", "organisation"})
    """In these languages there are papers, unless a dialogue or a round says otherwise, and this body issues them."""
    needed: ClassVar = frozenset({"city"})

    organisation: OrganisationRef = field(Level.PUBLIC, "The body that issues, from the register of organisations.")
    department: Label | None = field(Level.PUBLIC, "The part of it that issues, printed under its name.", default=None)
    city: Label = field(Level.PUBLIC, "Where it issues its papers.")
    languages: list[Tag] = field(Level.PUBLIC, "Languages of its papers, the main one first.")
    as_of: Date | None = field(Level.PUBLIC, "The day that counts as today for every rule about time.", default=None)
    markings: Markings = field(Level.PUBLIC, "The scheme of markings, and what papers of each level carry.")
    speaks_for: PartyRef | None = field(
        Level.PUBLIC, "The party whose papers these are, where that is not the organisation itself.", default=None
    )
    party_order: Id = field(
        Level.PUBLIC,
        "How parties are ordered where a round does not say: the name of a file in templates/orders/.",
        default="as-listed",
    )
    country_forms: CountryForms = field(
        Level.PUBLIC,
        "Which of a state's names stands where in a paper.",
        make=lambda: CountryForms(),  # noqa: PLW0108 - a class here would be built at once
    )
    designations: Id | None = field(
        Level.PUBLIC,
        "Whose names with obligatory footnotes it prints: the name of a file in templates/designations/, such as eu.",
        default=None,
    )
    contacts: list[Contact] = field(Level.PUBLIC, "Whom the press may ask where a round names nobody.", many=True)
    word_template: str | None = field(
        Level.PUBLIC,
        "Name of the Word file in templates/house/ whose styles, page, head and foot Word papers take.",
        default=None,
    )
    embed_fonts: bool = field(Level.PUBLIC, "Whether Word files carry the fonts of the house along.", default=False)
    website: Site | None = field(Level.PUBLIC, "Address of the public site, beginning with https://.", default=None)
    rights: Line | None = field(Level.PUBLIC, "Who holds the rights in the papers and what is allowed.", default=None)
