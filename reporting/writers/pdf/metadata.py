"""What the file says of itself: XMP with both standards' marks, and the same in the old information dictionary."""

from __future__ import annotations

from xml.sax.saxutils import escape

from weasyprint import VERSION
from weasyprint.pdf.metadata import DocumentMetadata

from reporting.document.document import Properties

CREATOR = "Dialogue Reporting"
PRODUCER = f"WeasyPrint {VERSION}"

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}

# ISO 19005-3, 6.6.2.3: properties that XMP 2005 does not know are described in the file itself.
UA_SCHEMA = (
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{NAMESPACES['pdfuaid']}</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
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
        _alternatives("dc:title", properties.title, properties.language),
        _items("dc:creator", "Seq", [properties.author]),
        _items("dc:language", "Bag", [properties.language]),
        _items("dc:date", "Seq", [properties.created.isoformat()]),
        _alternatives("dc:description", properties.subject, properties.language),
        _items("dc:type", "Bag", [properties.subject] if properties.subject else []),
        _items("dc:subject", "Bag", properties.keywords),
        _plain("dc:identifier", properties.identifier),
        _alternatives("dc:rights", properties.rights, properties.language),
        _plain("pdf:Keywords", ", ".join(properties.keywords)),
        _plain("pdf:Producer", PRODUCER),
        _plain("xmp:CreatorTool", CREATOR),
        _plain("xmp:CreateDate", properties.created.isoformat()),
        _plain("xmp:ModifyDate", properties.created.isoformat()),
        UA_SCHEMA,
    ]
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""{spaces}>{"".join(said)}</rdf:Description></rdf:RDF>'
    ).encode()


def _plain(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>" if value else ""


def _items(name: str, kind: str, values: tuple[str, ...] | list[str]) -> str:
    if not values:
        return ""
    return f"<{name}><rdf:{kind}>{''.join(f'<rdf:li>{escape(v)}</rdf:li>' for v in values)}</rdf:{kind}></{name}>"


def _alternatives(name: str, value: str, language: str) -> str:
    if not value:
        return ""
    said = "".join(f'<rdf:li xml:lang="{escape(tag)}">{escape(value)}</rdf:li>' for tag in ("x-default", language))
    return f"<{name}><rdf:Alt>{said}</rdf:Alt></{name}>"
