"""PREMIS as the Data Dictionary 3.0 and its schema order it.

No registry of packages carries premis-v3-0.xsd, and tests ask no web site; so the part of it that packages use stands here.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from reporting.archive.close import Closing, close
from reporting.archive.premis import PREMIS
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
def premis(closed_once: Path, tmp_path_factory: pytest.TempPathFactory) -> etree._Element:
    """The PREMIS file of a package."""
    folder = tmp_path_factory.mktemp("premis")
    closing = Closing(SECOND_ROUND, jobs=0, layout="eark", to=folder, audiences=frozenset({"public"}))
    report = close(Office(closed_once).workspace, closing, Quiet())
    file = folder / report.packages[0].path / "metadata" / "preservation" / "premis.xml"
    return etree.fromstring(file.read_bytes())


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
