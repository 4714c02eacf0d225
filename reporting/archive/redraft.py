"""Drafting once more from a package alone: its views and templates, and nothing of the workspace."""

from __future__ import annotations

from collections.abc import Mapping

from reporting.archive.letterheads import office_from_files
from reporting.archive.views import material_from_json
from reporting.build.material import Material
from reporting.build.worker import Job
from reporting.document.document import Document
from reporting.drafting.draft import draft
from reporting.drafting.templates import Templates, templates_of
from reporting.drafting.typefiles import types_of
from reporting.drafting.types import DocumentType
from reporting.workspace import Memory

TEMPLATES = "source/templates/"


class Redrafting:
    """The templates and types of a package, read once."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Takes the files of the payload, by path."""
        self.files = files
        self.workspace = Memory(
            {
                f"templates/{path.removeprefix(TEMPLATES)}": data
                for path, data in files.items()
                if path.startswith(TEMPLATES)
            }
        )
        self.templates: Templates = templates_of(self.workspace).value
        self.types: Mapping[str, DocumentType] = types_of(self.workspace).value

    def material(self, name: str) -> tuple[DocumentType, Material]:
        """What the paper of that name was made from.

        Raises:
            ValueError, KeyError, TypeError: it is not in the package, or not as it was written.
        """
        return material_from_json(self.files[f"source/views/{name}.json"], self.types)

    def document(self, name: str, identifier: str) -> Document | None:
        """The paper as the package's own templates draft it; None where they cannot."""
        kind, material = self.material(name)
        return draft(
            kind,
            material.view,
            self.templates,
            marking=material.marking,
            identifier=identifier,
            enclosures=material.enclosures,
            common=material.common,
            ink=material.ink,
        ).document

    def job(self, name: str, identifier: str, formats: tuple[str, ...]) -> Job:
        """The work of making a paper once more."""
        kind, material = self.material(name)
        return Job(
            name=name,
            kind=kind,
            view=material.view,
            enclosures=material.enclosures,
            marking=material.marking,
            identifier=identifier,
            formats=formats,
            looks=dict.fromkeys(("pdf", "docx", "html", "txt"), ""),
            intact={},
            office=office_from_files(kind.name, self.files),
            common=material.common,
            ink=material.ink,
        )
