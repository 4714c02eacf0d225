"""Every PDF of the sample workspace: both standards at once, and the very words of its document."""

from __future__ import annotations

import io
import json
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from reporting.build.desk import Opened, opened
from reporting.build.planning.plan import Paper
from reporting.build.planning.report import Order
from reporting.document.direction import direction_of
from reporting.document.document import Document
from reporting.drafting.draft import draft
from reporting.drafting.templates import Templates, templates_of
from reporting.workspace import Folder
from tests.judges import listened, verapdf
from tests.judges.structure import (
    heard_notes,
    heard_text,
    heard_tongues,
    read_structure,
    said_notes,
    said_text,
    said_tongues,
)
from tests.support.judges import absent, need


@cache
def pdfs(sample: Path) -> tuple[Path, ...]:
    found = tuple(sorted(sample.rglob("*.pdf")))
    assert found
    return found


def test_every_pdf_is_pdfa_3a_and_pdfua_1(sample: Path) -> None:
    need("javac")
    if reason := verapdf.why_not():
        absent(reason)
    verdicts = verapdf.judge(pdfs(sample))
    assert len(verdicts) == 2 * len(pdfs(sample))
    assert [(verdict.file, verdict.flavour, verdict.failures) for verdict in verdicts if not verdict.conforms] == []


def test_what_verapdf_lets_pass_is_right_too(sample: Path) -> None:
    assert listened.errors(pdfs(sample)) == []


def test_the_tree_of_every_pdf_says_what_its_document_says(sample: Path) -> None:
    documents = drafted(sample.parent)
    assert documents.keys() == {str(paper.relative_to(sample).with_suffix("")) for paper in pdfs(sample)}
    for name, document in documents.items():
        tree = read_structure((sample / f"{name}.pdf").read_bytes())
        said, heard = said_text(document).casefold(), heard_text(tree.root).casefold()
        assert tree.unmarked == (), name
        # In front stand the marking and the words of a draft or of a sample, which are heard once.
        assert heard.endswith(said), name
        assert len(heard) - len(said) < 120 * (1 + name.count("+")), name
        assert heard_notes(tree.root) == said_notes(document), name
        spoken, meant = heard_tongues(tree.root), said_tongues(document)
        own = meant.pop((document.properties.language, direction_of(document.properties.language)))
        assert own <= spoken.pop((document.properties.language, direction_of(document.properties.language))), name
        assert spoken == meant, name


def drafted(root: Path) -> dict[str, Document]:
    """The document of every paper of a workspace by its name under `output/`."""
    desk, templates = opened(Folder(root), Order()), templates_of(Folder(root)).value
    return {paper.name: document_of(desk, paper, templates) for paper in desk.papers}


def document_of(desk: Opened, paper: Paper, templates: Templates) -> Document:
    material = desk.material(paper)
    made = draft(
        desk.types[paper.type],
        material.view,
        templates,
        marking=material.marking,
        enclosures=material.enclosures,
    )
    assert made.document is not None
    return made.document


@pytest.mark.parametrize("audience", ["public", "restricted"])
def test_every_pdf_carries_the_values_that_it_used_and_no_others(sample: Path, audience: str) -> None:
    for paper in (sample / audience).rglob("*.pdf"):
        with pikepdf.open(paper) as pdf:
            assert [str(each.AFRelationship) for each in pdf.Root.AF] == ["/Source"]
            assert list(pdf.attachments) == ["source.json"]
            source = json.loads(pdf.attachments["source.json"].get_file().read_bytes())
        assert sorted(source) == ["about", "language", "paper", "values"]
        assert source["values"]["dialogue.name"]
        assert any(path.startswith("briefing.") for path in source["values"]) is (audience == "restricted")


def test_no_pdf_holds_a_hash_of_what_it_was_made_from(sample: Path) -> None:
    for state in sample.glob("*/.state.json"):
        for key, made in json.loads(state.read_bytes())["papers"].items():
            opened = everything_in((state.parent / f"{key}.pdf").read_bytes())
            assert made["reads"].encode() not in opened
            assert made["document"].encode() not in opened


def everything_in(data: bytes) -> bytes:
    """The file with all its streams unpacked."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    return out.getvalue()
