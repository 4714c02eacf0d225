"""The package: parts, relations and properties, saved the same way each time."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.parsers import expat

from docx.image.image import Image
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.opc.pkgwriter import _ContentTypesItem
from docx.package import Package

from reporting.document.document import Properties
from reporting.writers.word.furniture import Edge
from reporting.writers.word.parts.embedding import Face
from reporting.writers.word.parts.markup import DECLARED, HEAD, language_tag, text
from reporting.writers.word.parts.relations import Relations

OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
NOTES = {"footnotes": (CT.WML_FOOTNOTES, RT.FOOTNOTES), "endnotes": (CT.WML_ENDNOTES, RT.ENDNOTES)}
METAFILES = {"emf": (40, b" EMF"), "wmf": (0, b"\xd7\xcd\xc6\x9a")}
"""Drawings of Windows, which letterheads may hold: what their bytes say, and where."""
STAMP = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can hold; the paper's own dates stand in its properties."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the walk wrote, as the XML of each part."""

    body: str
    styles: str
    settings: str
    fonts: str
    numbering: str
    notes: str
    """Footnotes or endnotes; empty where there are none."""
    notes_part: str
    """Name of the part that holds them."""
    comments: str
    """Empty where there are none."""
    theme: str
    edges: list[Edge]
    body_relations: Relations
    note_relations: Relations
    images: dict[str, bytes]
    faces: Sequence[Face]
    """Fonts to embed."""


def packed(parts: Parts, properties: Properties) -> bytes:
    """The file.

    Raises:
        xml.parsers.expat.ExpatError: the writer made XML that is none, which is our fault and never the paper's.
    """
    package = Package()
    document = new_part(
        package, "/word/document.xml", CT.WML_DOCUMENT_MAIN, root("document", f"<w:body>{parts.body}</w:body>")
    )
    package.rels.add_relationship(RT.OFFICE_DOCUMENT, document, "rId1")
    core = new_part(package, "/docProps/core.xml", CT.OPC_CORE_PROPERTIES, core_xml(properties))
    package.rels.add_relationship(RT.CORE_PROPERTIES, core, "rId2")
    if properties.view:
        custom = new_part(package, "/docProps/custom.xml", CT.OFC_CUSTOM_PROPERTIES, custom_xml(properties.view))
        package.rels.add_relationship(RT.CUSTOM_PROPERTIES, custom, "rId3")
    attach(document, "styles", CT.WML_STYLES, RT.STYLES, parts.styles)
    attach(document, "settings", CT.WML_SETTINGS, RT.SETTINGS, parts.settings)
    table = attach(document, "fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, parts.fonts)
    for number, face in enumerate(parts.faces, 1):
        font = Part(PackURI(f"/word/fonts/font{number}.odttf"), OBFUSCATED, face.hidden(), package)
        table.rels.add_relationship(RT.FONT, font, f"rIdF{number}")
    if parts.numbering:
        attach(document, "numbering", CT.WML_NUMBERING, RT.NUMBERING, root("numbering", parts.numbering))
    theme = new_part(package, "/word/theme/theme1.xml", CT.OFC_THEME, parts.theme)
    document.rels.add_relationship(RT.THEME, theme, "rIdTheme")
    media: dict[str, Part] = {}
    if parts.notes:
        notes = root(parts.notes_part, parts.notes)
        part = attach(document, parts.notes_part, *NOTES[parts.notes_part], notes)
        relate(package, part, parts.note_relations, parts.images, media)
    if parts.comments:
        attach(document, "comments", CT.WML_COMMENTS, RT.COMMENTS, root("comments", parts.comments))
    for edge in parts.edges:
        number = 1 + [other for other in parts.edges if other.kind == edge.kind].index(edge)
        part = attach_edge(package, document, edge, number)
        relate(package, part, edge.relations, parts.images, media)
    relate(package, document, parts.body_relations, parts.images, media)
    return saved(package)


def root(name: str, inner: str) -> str:
    tag = {"header": "hdr", "footer": "ftr"}.get(name, name)
    return f"{HEAD}<w:{tag} {DECLARED}>{inner}</w:{tag}>"


def new_part(package: Package | None, name: str, kind: str, xml: str) -> Part:
    """A part of the package, parsed once so that no file leaves here that Word cannot read."""
    data = xml.encode()
    # Without a tree: at 600 pages building one costs as much as packing them. The separator makes it mind prefixes.
    expat.ParserCreate(namespace_separator=" ").Parse(data, True)
    return Part(PackURI(name), kind, data, package)


def attach(document: Part, name: str, kind: str, relation: str, xml: str) -> Part:
    part = new_part(document.package, f"/word/{name}.xml", kind, xml)
    document.rels.add_relationship(relation, part, f"rId{name[0].upper()}{name[1:]}")
    return part


def attach_edge(package: Package, document: Part, edge: Edge, number: int) -> Part:
    kind, relation = (CT.WML_HEADER, RT.HEADER) if edge.kind == "header" else (CT.WML_FOOTER, RT.FOOTER)
    part = new_part(package, f"/word/{edge.kind}{number}.xml", kind, root(edge.kind, edge.xml))
    document.rels.add_relationship(relation, part, edge.key)
    return part


def relate(
    package: Package, part: Part, relations: Relations, images: dict[str, bytes], media: dict[str, Part]
) -> None:
    """Gives the part its relations to addresses and pictures; a picture is stored once."""
    for address, key in relations.links.items():
        part.rels.add_relationship(RT.HYPERLINK, address, key, is_external=True)
    for name, key in relations.pictures.items():
        if name not in media:
            ending, kind = kind_of(images[name])
            media[name] = Part(PackURI(f"/word/media/image{len(media) + 1}.{ending}"), kind, images[name], package)
        part.rels.add_relationship(RT.IMAGE, media[name], key)


def kind_of(data: bytes) -> tuple[str, str]:
    """File ending and content type of a picture."""
    if data.lstrip()[:1] == b"<":
        return "svg", "image/svg+xml"
    for ending, (at, start) in METAFILES.items():
        if data[at : at + len(start)] == start:
            return ending, f"image/x-{ending}"
    image = Image.from_blob(data)
    return image.ext, image.content_type


def core_xml(properties: Properties) -> str:
    """The core properties; every date is the record's."""
    date = f"{properties.created.isoformat()}T00:00:00Z"
    moment = f'xsi:type="dcterms:W3CDTF">{date}'
    values = {
        "dc:title": properties.title,
        "dc:subject": properties.subject,
        "dc:creator": properties.author,
        "cp:keywords": ", ".join(properties.keywords),
        "dc:identifier": properties.identifier,
        "dc:language": language_tag(properties.language),
        "cp:lastModifiedBy": properties.author,
        "cp:contentStatus": properties.draft,
    }
    inner = "".join(f"<{name}>{text(value)}</{name}>" for name, value in values.items() if value)
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{inner}<dcterms:created {moment}</dcterms:created>'
        f"<dcterms:modified {moment}</dcterms:modified></cp:coreProperties>"
    )


CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
PROPERTY = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that custom properties belong to; their numbers begin with 2 (ECMA-376-1, 22.3.2.2)."""


def custom_xml(view: str) -> str:
    """The custom properties: what the paper was made from, as a hash that survives editing and other programs."""
    return (
        f'{HEAD}<Properties xmlns="{CUSTOM}" xmlns:vt="{TYPES}"><property fmtid="{PROPERTY}" pid="2" name="View">'
        f"<vt:lpwstr>{text(view)}</vt:lpwstr></property></Properties>"
    )


def saved(package: Package) -> bytes:
    """The package as a zip: parts by name, one date, one compression."""
    parts = sorted(package.iter_parts(), key=lambda part: part.partname)
    files = [("[Content_Types].xml", _ContentTypesItem.from_parts(parts).blob)]  # type: ignore[no-untyped-call]
    files.append((PACKAGE_URI.rels_uri.membername, package.rels.xml))
    for part in parts:
        files.append((part.partname.membername, part.blob))
        if part.rels:
            files.append((part.partname.rels_uri.membername, part.rels.xml))
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in files:
            file.writestr(zipfile.ZipInfo(name, STAMP), data, zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()
