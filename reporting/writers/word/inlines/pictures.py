"""Pictures in the line, with the text that stands for them."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image
from lxml import etree
from lxml.html import HtmlElement

from reporting.document.text import description_of
from reporting.writers.word.parts.markup import DECORATIVE, attribute
from reporting.writers.word.writing.paper import Paper

UNKNOWN = (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError)
MOST_BYTES = 10 << 20
MOST_PIXELS = 50_000_000
"""A page of A4 at 600 dots to the inch has 35 million."""
EMU = 635
"""English Metric Units in a twentieth of a point."""
CSS_PIXEL = 15
"""Twentieths of a point in a CSS pixel."""


def draw(element: HtmlElement, paper: Paper) -> str:
    """The drawing of `img` or `svg`; nothing, and a problem, where it cannot be drawn."""
    name = element.get("src", "") if element.tag == "img" else own_name(element, paper)
    data = paper.images.get(name)
    if data is not None and (over := too_large(data)):
        hint = (
            f"make it smaller; {MOST_BYTES >> 20} MB and {MOST_PIXELS // 1_000_000} million dots are enough for a page"
        )
        paper.findings.error("W057", f"picture {name!r} is too large: {over}", hint, element)
        return ""
    if data is not None and is_svg(data):
        return draw_vector(element, name, data, paper)
    size = None if data is None else natural_size(data)
    if size is None:
        why = "is not among the paper's pictures" if data is None else "is no picture that Word can show"
        paper.findings.error("W055", f"picture {name!r} {why}", "use a PNG or JPEG file", element)
        return ""
    size = fitted(element, size, paper.room)
    return drawing(paper, name, description_of(element), size)


def draw_vector(element: HtmlElement, name: str, data: bytes, paper: Paper) -> str:
    """An SVG for the programs that know it, and beside it a PNG for the others."""
    still = f"{name}.png"
    try:
        size = fitted(element, vector_size(data), paper.room)
        if still not in paper.images:
            paper.images[still] = rasterised(data, size[0])
    except ValueError as error:
        paper.findings.error("W055", f"picture {name!r} cannot be drawn: {error}", "use a PNG or JPEG file", element)
        return ""
    return drawing(paper, still, description_of(element), size, vector=name)


def rasterised(data: bytes, width: int) -> bytes:
    """The SVG as a PNG of 300 dots to the inch."""
    from resvg_py import svg_to_bytes

    return bytes(
        svg_to_bytes(svg_string=data.decode(), width=max(1, round(width / 1440 * 300)), skip_system_fonts=True)
    )


def is_svg(data: bytes) -> bool:
    return data.lstrip()[:5] in (b"<?xml", b"<svg ", b"<svg>")


def vector_size(data: bytes) -> tuple[int, int]:
    """The size that an SVG has by its own words: `width` and `height`, else its view box in pixels.

    Raises:
        ValueError: it is broken, or has no size.
    """
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        raise ValueError("it is broken") from None
    box = (root.get("viewBox") or "0 0 300 150").replace(",", " ").split()
    sides = [float(side) * CSS_PIXEL for side in box[2:4] if side.replace(".", "", 1).isdigit()]
    if len(sides) != 2 or not all(1 <= side < MOST_PIXELS for side in sides):
        raise ValueError("its view box has no size")
    width = length(root.get("width")) or sides[0]
    return max(1, round(width)), max(1, round(length(root.get("height")) or width * sides[1] / sides[0]))


def natural_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in twentieths of a point; None where Word could not show it."""
    try:
        image = Image.from_blob(data)
        size = max(1, int(image.width) // EMU), max(1, int(image.height) // EMU)
    except (*UNKNOWN, ZeroDivisionError):
        return None
    return size if is_whole(data) else None


@lru_cache(maxsize=64)
def is_whole(data: bytes) -> bool:
    """Whether every line of a picture can be read: what begins well may have been cut off on its way."""
    from PIL import Image as Raster
    from PIL import ImageFile

    # WeasyPrint, where it is loaded in this process, has Pillow take what is cut short.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with Raster.open(BytesIO(data)) as image:
            image.draft(None, (image.width // 8, image.height // 8))
            image.load()
    except Exception:  # noqa: BLE001 - a broken file fails in as many ways as there are decoders
        return False
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    return True


def too_large(data: bytes) -> str:
    """What is too much about a picture, or nothing. Its size is read from its first bytes, before it is unfolded."""
    if len(data) > MOST_BYTES:
        return f"{len(data) / (1 << 20):.0f} MB"
    if is_svg(data):
        return ""
    try:
        image = Image.from_blob(data)
    except (*UNKNOWN, ZeroDivisionError):
        return ""
    dots = image.px_width * image.px_height
    return f"{image.px_width:,} × {image.px_height:,} dots" if dots > MOST_PIXELS else ""


def fitted(element: HtmlElement, size: tuple[int, int], room: int) -> tuple[int, int]:
    """The size asked for by `width` and `height`, never wider than the page."""
    natural_width, natural_height = size
    wanted = length(element.get("width")), length(element.get("height"))
    width = wanted[0] or (natural_width * wanted[1] // natural_height if wanted[1] else natural_width)
    height = wanted[1] or natural_height * width // natural_width
    if width > room:
        width, height = room, max(1, height * room // width)
    return width, height


def length(value: str | None) -> int:
    """An attribute in CSS pixels as twentieths of a point; 0 where it is none."""
    return round(float(value) * CSS_PIXEL) if value and value.replace(".", "", 1).isdigit() else 0


def drawing(paper: Paper, name: str, about: str, size: tuple[int, int], *, vector: str = "") -> str:
    """The picture in the line (ECMA-376-1, 20.4.2.8), marked as decorative where nothing describes it."""
    paper.drawings += 1
    key = paper.relations.picture(name)
    better = VECTOR.format(paper.relations.picture(vector)) if vector else ""
    extent = f'cx="{size[0] * EMU}" cy="{size[1] * EMU}"'
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'{properties(paper.drawings, about)}<a:graphic><a:graphicData uri="{PICTURE}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{paper.drawings}" name="Picture {paper.drawings}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{key}">{better}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


SVG = "http://www.w3.org/2000/svg"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
VECTOR = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{}"/></a:ext></a:extLst>'
)


def properties(number: int, about: str) -> str:
    start = f'<wp:docPr id="{number}" name="Picture {number}"'
    return f'{start} descr="{attribute(about)}"/>' if about else f"{start}>{DECORATIVE}</wp:docPr>"


def own_name(element: HtmlElement, paper: Paper) -> str:
    """Keeps an inline `svg` among the pictures and gives its name."""
    plain = etree.tostring(element, with_tail=False).decode()
    data = plain.replace("viewbox=", "viewBox=").replace(
        "<svg", f'<svg xmlns="{SVG}"' if "xmlns" not in plain else "<svg", 1
    )
    name = f"inline-{len(paper.images)}.svg"
    paper.images[name] = data.encode()
    return name
