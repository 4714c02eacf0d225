"""An E-ARK package before schemas: METS by those that go along in it, PREMIS by the Data Dictionary 3.0.

No registry of packages carries premis-v3-0.xsd, and tests ask no web site; so the part of it that packages use stands here.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from lxml import etree

import reporting.archive
from reporting.archive.close import Closing, close
from reporting.archive.layouts.eark import CSIP
from reporting.archive.layouts.premis import PREMIS
from tests.archive.support import SECOND_ROUND, Office
from tests.support.starter import Quiet

MODEL = {
    "premis": "(object )*(event )*(agent )*(rights )*",
    "object": "(objectIdentifier )+(preservationLevel )*(significantProperties )*(objectCharacteristics )+(originalName )?"
    "(storage )*(signatureInformation )*(relationship )*(linkingEventIdentifier )*(linkingRightsStatementIdentifier )*",
    "objectIdentifier": "objectIdentifierType objectIdentifierValue ",
    "objectCharacteristics": "(compositionLevel )?(fixity )*(size )?(format )+(creatingApplication )*(inhibitors )*",
    "fixity": "messageDigestAlgorithm messageDigest (messageDigestOriginator )?",
    "format": "(formatDesignation (formatRegistry )?|formatRegistry )(formatNote )*",
    "formatDesignation": "formatName (formatVersion )?",
    "formatRegistry": "formatRegistryName formatRegistryKey (formatRegistryRole )?",
    "event": "eventIdentifier eventType eventDateTime (eventDetailInformation )*(eventOutcomeInformation )*"
    "(linkingAgentIdentifier )*(linkingObjectIdentifier )*",
    "eventIdentifier": "eventIdentifierType eventIdentifierValue ",
    "eventDetailInformation": "(eventDetail )?(eventDetailExtension )*",
    "linkingAgentIdentifier": "linkingAgentIdentifierType linkingAgentIdentifierValue (linkingAgentRole )*",
    "agent": "(agentIdentifier )+(agentName )*(agentType )?(agentVersion )?(agentNote )*",
    "agentIdentifier": "agentIdentifierType agentIdentifierValue ",
}
"""What each element holds, in this order; elements that are not here hold text."""


@pytest.fixture(scope="session")
def package(closed_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An E-ARK package."""
    folder = tmp_path_factory.mktemp("eark")
    closing = Closing(SECOND_ROUND, jobs=0, layout="eark", to=folder, audiences=frozenset({"public"}))
    return folder / close(Office(closed_once).workspace, closing, Quiet()).packages[0].path


@pytest.fixture(scope="session")
def premis(package: Path) -> etree._Element:
    """Its PREMIS file."""
    return etree.fromstring((package / "metadata" / "preservation" / "premis.xml").read_bytes())


def faults(root: etree._Element) -> list[str]:
    """Elements that hold what they may not, or are in no namespace of PREMIS."""
    found = []
    for element in root.iter():
        name = etree.QName(element)
        inside = "".join(f"{etree.QName(kid).localname} " for kid in element)
        model = MODEL.get(name.localname)
        if name.namespace != PREMIS:
            found.append(f"{name} is not of PREMIS")
        elif model is None and (inside or not (element.text or "").strip()):
            found.append(f"{name.localname} holds no text alone")
        elif model is not None and not re.fullmatch(model, inside):
            found.append(f"{name.localname} holds {inside}")
    return found


def test_every_element_holds_what_premis_says_in_its_order(premis: etree._Element) -> None:
    assert faults(premis) == []
    assert premis.get("version") == "3.0"
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", str(each.text)) for each in premis.iter(f"{{{PREMIS}}}eventDateTime"))


def test_each_agent_and_object_that_is_linked_to_is_there(premis: etree._Element) -> None:
    there = {each.text for each in premis.iter(f"{{{PREMIS}}}agentIdentifierValue")}
    assert {each.text for each in premis.iter(f"{{{PREMIS}}}linkingAgentIdentifierValue")} == there


def test_an_element_in_the_wrong_place_is_found(premis: etree._Element) -> None:
    copy = etree.fromstring(etree.tostring(premis))
    characteristics = next(copy.iter(f"{{{PREMIS}}}objectCharacteristics"))
    characteristics.insert(0, characteristics[-1])
    assert faults(copy) == ["objectCharacteristics holds format fixity size "]


def test_its_mets_obeys_the_schemas_that_go_along_and_needs_no_other(package: Path) -> None:
    reading = etree.XMLParser(no_network=True)
    schema = etree.XMLSchema(etree.parse(str(package / "schemas" / "mets1_12.xsd"), reading))
    mets = etree.parse(str(package / "METS.xml"), reading)
    schema.assertValid(mets)
    next(mets.getroot().iter("{http://www.loc.gov/METS/}file")).set("CHECKSUMTYPE", "none")
    assert not schema.validate(mets)


def test_the_csip_attributes_of_its_mets_are_declared_in_its_schemas(package: Path) -> None:
    extension = etree.parse(str(package / "schemas" / "DILCISExtensionMETS.xsd"))
    declared = {each.get("name") for each in extension.getroot().iterchildren("{*}attribute")}
    names = (etree.QName(name) for each in etree.parse(str(package / "METS.xml")).iter("{*}*") for name in each.attrib)
    assert {name.localname for name in names if name.namespace == CSIP} <= declared


def test_each_schema_is_the_one_whose_origin_is_told() -> None:
    folder = Path(reporting.archive.__path__[0]) / "schemas"
    told = re.findall(r"\| `(\S+\.xsd)` \| `([0-9a-f]{64})` \|", (folder / "README.md").read_text("utf-8"))
    there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.xsd")}
    assert dict(told) == there
    assert "Creative Commons CC0 1.0" in (folder / "mets1_12.xsd").read_text("utf-8")
