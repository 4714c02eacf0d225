"""PDF/A-3a and PDF/UA-1, by judges from outside; and the judges are known to bite."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from reporting.document.document import Document
from tests.judges import listened, verapdf
from tests.support.judges import absent
from tests.support.samples import all_elements, small
from tests.writers.pdf_house import VIEW, written


def russian() -> Document:
    body = """<p class="marking">Для служебного пользования</p><p class="lead">Участники встретились.</p>
<table><thead><tr><th scope="col">Страна</th></tr></thead><tbody><tr><td>Астрене</td></tr></tbody></table>"""
    document = small(body, title="Сообщение для печати")
    return replace(document, properties=replace(document.properties, language="ru"))


def dari() -> Document:
    document = small("<p>اشتراک‌کنندگان با هم دیدار کردند.</p><ul><li>یک</li></ul>", title="اعلامیه مشترک")
    return replace(document, properties=replace(document.properties, language="fa-AF"))


def with_all_properties() -> Document:
    """Every property filled, and names in more languages."""
    document = all_elements()
    return replace(
        document, properties=replace(document.properties, titles={"fr": "Dossier", "ru": "Папка", "fa-AF": "پرونده"})
    )


PAPERS: dict[str, Callable[[], Document]] = {
    "all elements": all_elements,
    "small": small,
    "russian": russian,
    "dari": dari,
    "all properties": with_all_properties,
    "long table": lambda: small(
        "<table><thead><tr><th scope='col'>A</th></tr></thead><tbody>"
        + "<tr><td>b</td></tr>" * 120
        + "</tbody></table>"
    ),
}


def without_mark_info(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem" and "/Lang" in item:
            del item["/Lang"]


def without_alternative_text(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure":
            del item["/Alt"]


def without_mark_of_pdfua(pdf: pikepdf.Pdf) -> None:
    xmp = pdf.Root.Metadata.read_bytes().replace(b"<pdfuaid:part>1</pdfuaid:part>", b"")
    pdf.Root.Metadata = pdf.make_stream(xmp, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)


def with_a_heading_left_out(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/H2":
            item["/S"] = pikepdf.Name("/P")


def without_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


FAULTS: dict[Callable[[pikepdf.Pdf], None], set[str]] = {
    without_mark_info: {"3a", "ua1"},
    without_language: {"ua1"},
    without_alternative_text: {"ua1"},
    without_mark_of_pdfua: {"ua1"},
    with_a_heading_left_out: {"ua1"},
    without_output_intent: {"3a"},
}


def spoilt(data: bytes, spoil: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        spoil(pdf)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every paper and every spoilt paper, on disk."""
    folder = tmp_path_factory.mktemp("papers")
    made = {name: written(paper(), attachments=(VIEW,)).data for name, paper in PAPERS.items()}
    made |= {fault.__name__: spoilt(made["all elements"], fault) for fault in FAULTS}
    for name, data in made.items():
        (folder / f"{name}.pdf").write_bytes(data)
    return {name: folder / f"{name}.pdf" for name in made}


@pytest.fixture(scope="module")
def verdicts(files: dict[str, Path]) -> dict[str, list[verapdf.Verdict]]:
    """What veraPDF says of all of them, in one Java process."""
    if reason := verapdf.why_not():
        absent(reason)
    found: dict[str, list[verapdf.Verdict]] = {name: [] for name in files}
    for verdict in verapdf.judge(list(files.values())):
        found[Path(verdict.file).stem].append(verdict)
    return found


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_is_pdfa_3a_and_pdfua_1(name: str, verdicts: dict[str, list[verapdf.Verdict]]) -> None:
    assert [(v.flavour, v.failures) for v in verdicts[name]] == [("3a", []), ("ua1", [])]
    assert all(verdict.conforms and verdict.checks > 100 for verdict in verdicts[name])


@pytest.mark.parametrize(("fault", "flavours"), FAULTS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_the_judge_bites(
    fault: Callable[[pikepdf.Pdf], None], flavours: set[str], verdicts: dict[str, list[verapdf.Verdict]]
) -> None:
    assert flavours <= {verdict.flavour for verdict in verdicts[fault.__name__] if not verdict.conforms}


def test_what_verapdf_lets_pass_is_right_too(files: dict[str, Path]) -> None:
    assert listened.errors([files[name] for name in PAPERS]) == []


def test_outloud_bites(files: dict[str, Path]) -> None:
    assert any("without_alternative_text" in error for error in listened.errors([files["without_alternative_text"]]))
