"""PREMIS 3 and Dublin Core: what a package's files are, what happened to them, and what they are about."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from reporting.archive.package.about import About

PREMIS = "http://www.loc.gov/premis/v3"
DC, XSI = "http://purl.org/dc/elements/1.1/", "http://www.w3.org/2001/XMLSchema-instance"
P: Any = ElementMaker(namespace=PREMIS, nsmap={"premis": PREMIS, "xsi": XSI})
D: Any = ElementMaker(namespace=DC, nsmap={"dc": DC})
FORMATS = {
    "pdf": ("PDF/A-3a", "fmt/479"),
    "docx": ("Office Open XML, Microsoft Word", "fmt/412"),
    "html": ("HTML5", "fmt/471"),
    "txt": ("Plain text, UTF-8", "x-fmt/111"),
    "json": ("JSON", "fmt/817"),
}
"""Name of each format and its number in PRONOM."""
AGENT = "program"


def premis_of(about: About, payload: Mapping[str, bytes]) -> bytes:
    """An object for each paper and view, the events of making and closing, the program that did both."""
    files = {path: data for path, data in payload.items() if path.rpartition(".")[2] in FORMATS}
    root = P.premis(
        *(_object(path, data) for path, data in sorted(files.items())),
        _event("making", "creation", about.issued, "papers written from one drafted document each", about.program),
        _event("closing", "information package creation", about.closed, f"closed as {about.identifier}", about.program),
        P.agent(
            P.agentIdentifier(P.agentIdentifierType("local"), P.agentIdentifierValue(AGENT)),
            P.agentName(about.program),
            P.agentType("software"),
        ),
        version="3.0",
    )
    return as_xml(root)


def _object(path: str, data: bytes) -> Any:
    name, number = FORMATS[path.rpartition(".")[2]]
    found = P.object(
        P.objectIdentifier(P.objectIdentifierType("local"), P.objectIdentifierValue(path)),
        P.objectCharacteristics(
            P.fixity(
                P.messageDigestAlgorithm("SHA-512"),
                P.messageDigest(hashlib.sha512(data).hexdigest()),
            ),
            P.size(str(len(data))),
            P.format(
                P.formatDesignation(P.formatName(name)),
                P.formatRegistry(P.formatRegistryName("PRONOM"), P.formatRegistryKey(number)),
            ),
        ),
        P.originalName(path),
    )
    found.set(f"{{{XSI}}}type", "premis:file")
    return found


def _event(name: str, kind: str, day: str, detail: str, program: str) -> Any:
    return P.event(
        P.eventIdentifier(P.eventIdentifierType("local"), P.eventIdentifierValue(name)),
        P.eventType(kind),
        P.eventDateTime(day),
        P.eventDetailInformation(P.eventDetail(detail)),
        P.linkingAgentIdentifier(
            P.linkingAgentIdentifierType("local"),
            P.linkingAgentIdentifierValue(AGENT),
            P.linkingAgentRole("executing program"),
        ),
    )


def dublin_core_of(about: About) -> bytes:
    """What the package is about, in Dublin Core's fifteen elements."""
    rows = [
        ("title", about.title),
        ("creator", about.issuer),
        ("date", about.start if about.start == about.end else f"{about.start}/{about.end}"),
        ("date", about.issued),
        ("identifier", about.identifier),
        *(("identifier", each) for each in (about.series_number, *about.identifiers)),
        *(("language", each) for each in about.languages),
        ("type", "Collection"),
        ("description", f"Papers for {about.audience} readers: {', '.join(paper.title for paper in about.papers)}"),
        ("relation", f"File plan {about.file_plan}" if about.file_plan else ""),
        ("relation", f"Replaces {about.replaces}" if about.replaces else ""),
        ("rights", f"Kept: {about.retention}" if about.retention else ""),
        ("rights", f"Open from {about.open_on}" if about.open_on else ""),
    ]
    root = etree.Element("metadata", nsmap={"dc": DC})
    root.extend(D(name, value) for name, value in rows if value)
    return as_xml(root)


def as_xml(root: etree._Element) -> bytes:
    """A file of XML, indented."""
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
