"""Nothing but the paper's own pictures gets into the file, and nothing is fetched."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from reporting.writers.pdf.values import Pdf
from tests.support.samples import small
from tests.writers.pdf_house import VIEW, written

SECRET = b"a secret of the machine"


def codes(pdf: Pdf) -> list[str]:
    return [problem.code for problem in pdf.problems]


def streams(pdf: Pdf) -> bytes:
    with pikepdf.open(io.BytesIO(pdf.data)) as file:
        return b"".join(
            item.read_bytes()
            for item in file.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") != "/Image"
        )


@pytest.fixture
def secret(tmp_path: Path) -> str:
    path = tmp_path / "secret.txt"
    path.write_bytes(SECRET)
    return path.as_uri()


@pytest.mark.parametrize(
    "source", ["{secret}", "http://127.0.0.1:9/x.png", "data:image/png;base64,AAAA", "../../x.png", "//host/x.png"]
)
def test_a_picture_that_the_paper_does_not_hold_is_missing(source: str, secret: str) -> None:
    pdf = written(small(f'<p><img src="{source.format(secret=secret)}" alt="A"></p>'))
    assert "W020" in codes(pdf)
    assert SECRET not in streams(pdf)


@pytest.mark.parametrize(
    "css",
    [
        "p {{ background: url({secret}) }}",
        "@import '{secret}';",
        "@font-face {{ font-family: X; src: url({secret}) }} p {{ font-family: X }}",
        "p::before {{ content: url({secret}) }}",
        "li {{ list-style-image: url(https://example.org/x.png) }}",
        "@page {{ background: url({secret}) }}",
    ],
)
def test_a_style_sheet_cannot_fetch(css: str, secret: str) -> None:
    pdf = written(small("<p>Text</p><ul><li>Item</li></ul>"), css=css.format(secret=secret))
    assert SECRET not in streams(pdf)
    # An @import after other rules is not even read: W019.
    assert {"W019", "W021"} & {*codes(pdf)}


def test_a_refusal_is_told_for_every_paper(secret: str) -> None:
    for _ in range(2):
        assert codes(written(small(), css=f"h1 {{ background: url({secret}) }}")) == ["W021"]


def test_a_drawing_cannot_fetch(secret: str) -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="{secret}" width="9" height="9"/></svg>'
    document = replace(small('<p><img src="d.svg" alt="A"></p>'), images={"d.svg": drawing.encode()})
    pdf = written(document)
    assert SECRET not in streams(pdf)
    assert "W021" in codes(pdf)


def test_entities_in_a_drawing_are_not_read(secret: str) -> None:
    drawing = (
        f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{secret}">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        "<text>&x;</text></svg>"
    )
    pdf = written(replace(small('<p><img src="d.svg" alt="A"></p>'), images={"d.svg": drawing.encode()}))
    assert "W011" in codes(pdf)
    assert SECRET not in streams(pdf)


def test_a_link_cannot_attach_a_file(secret: str) -> None:
    pdf = written(small(f'<p><a rel="attachment" href="{secret}">here</a></p>'))
    assert SECRET not in streams(pdf)


def test_only_what_is_given_is_embedded_once_with_its_type() -> None:
    with pikepdf.open(io.BytesIO(written(small(), attachments=(VIEW,)).data)) as pdf:
        assert list(pdf.attachments) == ["view.json"]
        assert pdf.attachments["view.json"].get_file().read_bytes() == VIEW.data
        assert len(pdf.Root.AF) == 1
        assert str(pdf.Root.AF[0].AFRelationship) == "/Source"
        assert str(pdf.Root.AF[0].EF.F.Subtype) == "/application/json"


def test_two_papers_with_pictures_of_the_same_name_keep_their_own() -> None:
    def picture(colour: tuple[int, int, int]) -> bytes:
        out = io.BytesIO()
        Image.new("RGB", (4, 4), colour).save(out, "PNG")
        return out.getvalue()

    one, two = ({"p.png": picture(colour)} for colour in ((255, 0, 0), (0, 0, 255)))
    document = small('<p><img src="p.png" alt="A" width="40"></p>')
    pdfs = [written(replace(document, images=images)) for images in (one, two, one)]
    assert pdfs[0].data == pdfs[2].data != pdfs[1].data
