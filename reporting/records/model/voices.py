"""Voices: in whose name a paper of a round is written."""

from typing import Literal

from reporting.records.levels import Level
from reporting.records.model.base import Node, field
from reporting.records.model.house import Contact
from reporting.records.model.texts import Label, Line
from reporting.records.model.translations import Tag
from reporting.records.model.values import Id, OrganisationRef, PartyRef

VoiceKind = Literal["own", "joint", "host", "counterpart"]


class Voice(Node):
    """In whose name papers of the round are written, and what such a paper says otherwise than that of the house."""

    kind: VoiceKind = field(Level.PUBLIC, "own, joint, host, or counterpart.")
    party: PartyRef | None = field(
        Level.PUBLIC, "Who speaks; a counterpart's voice must say it, the host is found among `hosts`.", default=None
    )
    issuer: OrganisationRef | None = field(
        Level.PUBLIC, "The body named on the paper, where it is not that of the house.", default=None
    )
    city: Label | None = field(
        Level.PUBLIC,
        "City of the dateline; left out: for a host where they met, for a counterpart its capital or the issuer's seat.",
        default=None,
    )
    headline: Line | None = field(Level.PUBLIC, "Headline, where the usual one will not do.", default=None)
    notes: list[Line] = field(
        Level.PUBLIC, "Notes to editors; those under `press` are for the house and for joint papers.", many=True
    )
    languages: list[Tag] = field(
        Level.PUBLIC, "Languages of its papers, the main one first; left out: those of the round.", many=True
    )
    order: Id | None = field(
        Level.PUBLIC,
        "How its papers order the parties: the name of a file in templates/orders/; left out: as agreed in a joint paper, "
        "as the round and the house say in others.",
        default=None,
    )
    number: str | None = field(Level.PUBLIC, "Number under which this paper is issued.", default=None)
    contacts: list[Contact] = field(Level.PUBLIC, "Whom the press may ask; left out: nobody is named.", many=True)
    first_person: bool = field(Level.PUBLIC, "True where the paper says “we”.", default=False)
    papers: list[Id] = field(
        Level.PUBLIC, "Document types written in this voice; left out: all that can be.", many=True
    )
