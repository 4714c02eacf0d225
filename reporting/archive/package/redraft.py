"""What a package is made again from: its views and templates alone, and nothing of the workspace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reporting.archive.package.letterheads import office_from_files
from reporting.archive.package.views import material_from_json
from reporting.build.making.jobs import Job, drafting_job
from reporting.build.making.material import Material
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

    def job(self, name: str, identifier: str, formats: tuple[str, ...] = ()) -> Job:
        """The work of making a paper once more; without formats it is drafted and not written.

        Raises:
            ValueError, KeyError, TypeError: what it was made from is not in the package, or not as it was written.
        """
        kind, material = self.material(name)
        return replace(
            drafting_job(name, kind, material, identifier),
            formats=formats,
            looks=dict.fromkeys(("pdf", "docx", "html", "txt"), ""),
            office=office_from_files(kind.name, self.files),
        )
