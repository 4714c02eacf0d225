"""What the file says of itself: XMP with both standards' marks, and the same in the old information dictionary."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from xml.sax.saxutils import escape

from weasyprint import VERSION
from weasyprint.pdf.metadata import DocumentMetadata

from reporting.document.document import Properties

CREATOR = "Dialogue Reporting"
PRODUCER = f"WeasyPrint {VERSION}"

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}

Row = tuple[str, str, str]
"""A property's name, the type of its value, and what it says."""

# ISO 19005-3, 6.6.2.3: properties that XMP 2005 does not know are described in the file itself.
UA_SCHEMA = ("PDF/UA identification", "pdfuaid", (("part", "Integer", "Part of ISO 14289 that the file follows"),))
TERMS_SCHEMA = (
    "DCMI terms",
    "dcterms",
    (
        ("issued", "Date", "Day that the paper carries"),
        ("temporal", "Text", "First and last day of the meeting, as a DCMI period"),
    ),
)


def set_metadata(metadata: DocumentMetadata, properties: Properties) -> None:
    """Fills what WeasyPrint writes about the file, from the paper's properties alone."""
    metadata.title = properties.title
    metadata.authors = [properties.author]
    metadata.description = properties.subject or None
    metadata.keywords = list(properties.keywords)
    metadata.generator = CREATOR
    metadata.created = metadata.modified = properties.created.isoformat()
    metadata.lang = properties.language
    metadata.generate_rdf_metadata = lambda *_: rdf(properties)


def rdf(properties: Properties) -> bytes:
    """The paper's properties as RDF (ISO 16684-1), with the marks of PDF/A-3a and PDF/UA-1."""
    said = [
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>",
        _alternatives("dc:title", properties.title, properties.language, properties.titles),
        _items("dc:creator", "Seq", [properties.author]),
        _items("dc:publisher", "Bag", [properties.author]),
        _items("dc:language", "Bag", properties.languages),
        _items("dc:date", "Seq", [properties.created.isoformat()]),
        _plain("dcterms:issued", properties.created.isoformat()),
        _plain("dcterms:temporal", period(properties.event)),
        _alternatives("dc:description", properties.subject, properties.language),
        _items("dc:type", "Bag", [properties.subject] if properties.subject else []),
        _items("dc:subject", "Bag", properties.keywords),
        _plain("dc:identifier", properties.identifier),
        _alternatives("dc:rights", properties.rights, properties.language),
        _plain("xmpRights:Marked", "True" if properties.rights else ""),
        _plain("pdf:Keywords", ", ".join(properties.keywords)),
        _plain("pdf:Producer", PRODUCER),
        _plain("xmp:CreatorTool", CREATOR),
        _plain("xmp:CreateDate", properties.created.isoformat()),
        _plain("xmp:ModifyDate", properties.created.isoformat()),
        _schemas(UA_SCHEMA, TERMS_SCHEMA),
    ]
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""{spaces}>{"".join(said)}</rdf:Description></rdf:RDF>'
    ).encode()


def period(event: Mapping[str, str]) -> str:
    """The days of a meeting as a DCMI period; nothing where they are not known.

    >>> period({"startDate": "2017-06-08", "endDate": "2017-06-09"})
    'start=2017-06-08; end=2017-06-09; scheme=W3C-DTF'
    """
    start = event.get("startDate", "")
    return f"start={start}; end={event.get('endDate', start)}; scheme=W3C-DTF" if start else ""


def _plain(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>" if value else ""


def _items(name: str, kind: str, values: tuple[str, ...] | list[str]) -> str:
    if not values:
        return ""
    return f"<{name}><rdf:{kind}>{''.join(f'<rdf:li>{escape(v)}</rdf:li>' for v in values)}</rdf:{kind}></{name}>"


def _alternatives(name: str, value: str, language: str, others: Mapping[str, str] = MappingProxyType({})) -> str:
    """A text in its language, which stands for any other too, and in those that it is known in besides.

    A bilingual paper's title is in two languages, so that `others` has the part of each.
    """
    if not value:
        return ""
    texts = {
        "x-default": value,
        language: value,
        **dict(sorted(others.items())),
    }
    said = "".join(f'<rdf:li xml:lang="{escape(tag)}">{escape(text)}</rdf:li>' for tag, text in texts.items())
    return f"<{name}><rdf:Alt>{said}</rdf:Alt></{name}>"


def _schemas(*schemas: tuple[str, str, tuple[Row, ...]]) -> str:
    described = "".join(_schema(*each) for each in schemas)
    return f"<pdfaExtension:schemas><rdf:Bag>{described}</rdf:Bag></pdfaExtension:schemas>"


def _schema(name: str, prefix: str, rows: tuple[Row, ...]) -> str:
    described = "".join(
        f'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{row}</pdfaProperty:name>'
        f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
        f"<pdfaProperty:description>{about}</pdfaProperty:description></rdf:li>"
        for row, kind, about in rows
    )
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{name} schema</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{NAMESPACES[prefix]}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{described}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )
