"""E-ARK CSIP 2.2: one METS.xml that lists every file of the package with its size and SHA-512.

METS.xml
metadata/descriptive/dc.xml  metadata/preservation/premis.xml
documentation/README.txt  documentation/verify.py
schemas/…
representations/rep1/data/…   papers, views, templates: what a bag has in data/
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from importlib.resources import files as resources
from typing import Any
from urllib.parse import quote

from lxml.builder import ElementMaker

from reporting.archive.layouts.premis import as_xml, dublin_core_of, premis_of
from reporting.archive.package.about import About

PAYLOAD = "representations/rep1/data/"
METS, CSIP = "http://www.loc.gov/METS/", "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"
XLINK, XSI = "http://www.w3.org/1999/xlink", "http://www.w3.org/2001/XMLSchema-instance"
PROFILE = "https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-2-0.xml"
SCHEMAS = f"{METS} schemas/mets1_12.xsd {XLINK} schemas/xlink.xsd {CSIP} schemas/DILCISExtensionMETS.xsd"
M: Any = ElementMaker(namespace=METS, nsmap={None: METS, "csip": CSIP, "xlink": XLINK, "xsi": XSI})
DESCRIPTIVE, PRESERVATION = "metadata/descriptive/dc.xml", "metadata/preservation/premis.xml"
GROUPS = {
    "Schemas": "schemas/",
    "Documentation": "documentation/",
    "Representations": PAYLOAD,
}
"""Groups of files as CSIP calls them (CSIP60, CSIP113, CSIP114), and where they lie."""
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "txt": "text/plain",
    "json": "application/json",
    "yaml": "text/plain",
    "css": "text/css",
    "xsd": "application/xml",
    "xml": "application/xml",
    "py": "text/plain",
    "j2": "text/plain",
    "png": "image/png",
    "jpg": "image/jpeg",
    "svg": "image/svg+xml",
}


def folder_of(about: About) -> str:
    """The folder's name, which is the package's identifier as well (CSIPSTR3)."""
    return f"{about.dialogue}_{about.round}_{about.audience}_v{about.version}"


def package_of(about: About, payload: Mapping[str, bytes], tags: Mapping[str, bytes]) -> dict[str, bytes]:
    """All files of a package by path; takes what `bag_of` takes."""
    found = {f"{PAYLOAD}{path}": data for path, data in payload.items()}
    found |= {f"documentation/{path}": data for path, data in tags.items()}
    for each in (resources("reporting") / "archive" / "schemas").iterdir():
        if each.name.endswith(".xsd"):
            found[f"schemas/{each.name}"] = each.read_bytes()
    found[DESCRIPTIVE] = dublin_core_of(about)
    found[PRESERVATION] = premis_of(about, payload)
    return dict(sorted({**found, "METS.xml": _mets(about, found)}.items()))


def _mets(about: About, found: Mapping[str, bytes]) -> bytes:
    groups = {use: sorted(path for path in found if path.startswith(below)) for use, below in GROUPS.items()}
    name = folder_of(about)
    root = M.mets(
        _header(about),
        M.dmdSec(_reference("mdRef", DESCRIPTIVE, found, about, MDTYPE="DC"), **_made(about, "dmd")),
        M.amdSec(
            M.digiprovMD(_reference("mdRef", PRESERVATION, found, about, MDTYPE="PREMIS"), **_made(about, "digiprov")),
            ID="amd",
        ),
        M.fileSec(*(_group(use, paths, found, about) for use, paths in groups.items()), ID="files"),
        _structure(name, groups),
        OBJID=name,
        LABEL=about.title,
        TYPE="Textual works – Digital",
        PROFILE=PROFILE,
    )
    root.set(f"{{{CSIP}}}CONTENTINFORMATIONTYPE", "MIXED")
    root.set(f"{{{XSI}}}schemaLocation", SCHEMAS)
    return as_xml(root)


def _header(about: About) -> Any:
    version = M.note(about.program.rpartition(" ")[2])
    version.set(f"{{{CSIP}}}NOTETYPE", "SOFTWARE VERSION")
    code = M.note(about.issuer)
    code.set(f"{{{CSIP}}}NOTETYPE", "IDENTIFICATIONCODE")
    header = M.metsHdr(
        M.agent(M.name(about.program), version, ROLE="CREATOR", TYPE="OTHER", OTHERTYPE="SOFTWARE"),
        M.agent(M.name(about.issuer), code, ROLE="CREATOR", TYPE="ORGANIZATION"),
        CREATEDATE=_time(about),
        RECORDSTATUS="NEW" if about.version == 1 else "REPLACEMENT",
    )
    header.set(f"{{{CSIP}}}OAISPACKAGETYPE", "SIP")
    return header


def _group(use: str, paths: Iterable[str], found: Mapping[str, bytes], about: About) -> Any:
    group = M.fileGrp(*(_file(path, found, about) for path in paths), USE=use, ID=_id(use))
    if use == "Representations":
        group.set(f"{{{CSIP}}}CONTENTINFORMATIONTYPE", "MIXED")
        group.set("ADMID", "digiprov")
    return group


def _file(path: str, found: Mapping[str, bytes], about: About) -> Any:
    locator = M.FLocat(LOCTYPE="URL")
    _link(locator, path)
    return M.file(locator, ID=_id(path), **_facts(path, found, about))


def _reference(tag: str, path: str, found: Mapping[str, bytes], about: About, **named: str) -> Any:
    reference = M(tag, LOCTYPE="URL", **named, **_facts(path, found, about))
    _link(reference, path)
    return reference


def _facts(path: str, found: Mapping[str, bytes], about: About) -> dict[str, str]:
    return {
        "MIMETYPE": TYPES.get(path.rpartition(".")[2], "application/octet-stream"),
        "SIZE": str(len(found[path])),
        "CREATED": _time(about),
        "CHECKSUM": hashlib.sha512(found[path]).hexdigest(),
        "CHECKSUMTYPE": "SHA-512",
    }


def _made(about: About, name: str) -> dict[str, str]:
    return {"ID": name, "CREATED": _time(about), "STATUS": "CURRENT"}


def _structure(name: str, groups: Mapping[str, Iterable[str]]) -> Any:
    """The one structural map that CSIP wants: a division for the metadata and one for each group (CSIP80)."""
    metadata = M.div(ID="div-metadata", LABEL="Metadata", DMDID="dmd", ADMID="digiprov")
    divisions = [M.div(M.fptr(FILEID=_id(use)), ID=f"div-{_id(use)}", LABEL=use) for use in groups]
    return M.structMap(
        M.div(metadata, *divisions, ID="div-package", LABEL=name), TYPE="PHYSICAL", LABEL="CSIP", ID="structure"
    )


def _link(element: Any, path: str) -> None:
    element.set(f"{{{XLINK}}}type", "simple")
    element.set(f"{{{XLINK}}}href", quote(path))


def _id(path: str) -> str:
    """An identifier that begins with a letter and is derived from the path."""
    return f"ID-{hashlib.sha256(path.encode()).hexdigest()[:24]}"


def _time(about: About) -> str:
    return f"{about.closed}T00:00:00Z"
