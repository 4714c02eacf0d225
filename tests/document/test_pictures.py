"""Pictures from outside: what is seen stays, all else goes, and what reaches further is refused."""

from __future__ import annotations

import io
import struct
import time
import zlib

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from reporting.document.pictures import clean_picture
from reporting.document.refusal import PictureRefused

SECRET = b"zqxwvtrpnm"
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10"'


def photograph() -> Image.Image:
    image = Image.new("RGB", (40, 30))
    image.putdata([(x * 6, y * 8, 90) for y in range(30) for x in range(40)])
    return image


def png(**named: object) -> bytes:
    data = io.BytesIO()
    photograph().save(data, "PNG", **named)
    return data.getvalue()


def jpeg(**named: object) -> bytes:
    data = io.BytesIO()
    photograph().save(data, "JPEG", **named)
    return data.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def sized(width: int, height: int) -> bytes:
    """A PNG that says it is so large, in a few bytes."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


def exif(orientation: int = 1) -> Image.Exif:
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x013B] = SECRET.decode()
    return made


def points(data: bytes) -> object:
    with Image.open(io.BytesIO(data)) as image:
        return image.size, image.mode, image.tobytes()


def texts() -> PngInfo:
    made = PngInfo()
    made.add_text("Author", SECRET.decode())
    made.add_text("Comment", SECRET.decode(), zip=True)
    made.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    return made


FULL = {
    "png with words, EXIF and an end": png(pnginfo=texts(), exif=exif()) + SECRET,
    "png with a profile": png(icc_profile=SECRET * 20),
    "jpeg with EXIF, remark and an end": jpeg(exif=exif(), comment=SECRET) + SECRET,
    "jpeg with a profile, step by step": jpeg(icc_profile=SECRET * 20, progressive=True),
    "jpeg with another picture behind it": jpeg() + jpeg(comment=SECRET),
}


@pytest.mark.parametrize("name", FULL)
def test_what_is_not_seen_goes_and_every_point_stays(name: str) -> None:
    full = FULL[name]
    clean = clean_picture(full)
    assert len(clean) < len(full)
    assert SECRET not in clean
    assert points(clean) == points(full)
    with Image.open(io.BytesIO(clean)) as image:
        assert not {"exif", "comment", "icc_profile", "Author", "xmp", "XML:com.adobe.xmp"} & set(image.info)
    assert clean_picture(clean) == clean


@pytest.mark.parametrize("data", [png(), jpeg(), png(dpi=(300, 300)), jpeg(dpi=(300, 300), quality=30)])
def test_a_plain_picture_keeps_its_points_and_its_size_on_paper(data: bytes) -> None:
    clean = clean_picture(data)
    assert points(clean) == points(data)
    with Image.open(io.BytesIO(clean)) as one, Image.open(io.BytesIO(data)) as other:
        assert one.info.get("dpi") == other.info.get("dpi")


REFUSED = {
    "a PNG of 144 million points in 80 bytes": (sized(12_000, 12_000), "points"),
    "a PNG of 4,294,967,295 points a side": (sized(2**32 - 1, 2**32 - 1), "points"),
    "a PNG without points": (sized(0, 10), "broken"),
    "a PNG cut short": (png()[:-20], "broken"),
    "a PNG with one bit turned": (png()[:60] + bytes([png()[60] ^ 1]) + png()[61:], "broken"),
    "a PNG without a picture": (b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b""), "broken"),
    "a JPEG cut short": (jpeg()[:-20], "broken"),
    "a JPEG without a picture": (b"\xff\xd8\xff\xd9", "broken"),
    "a JPEG on its side": (jpeg(exif=exif(6)), "upright"),
    "a GIF": (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "SVG"),
    "a PDF": (b"%PDF-1.7\n", "PNG, JPEG or SVG"),
    "HTML": (b"<html><img src='file:///etc/passwd'></html>", "PNG, JPEG or SVG"),
    "eleven megabytes": (png() + b"\0" * (11 << 20), "MB"),
    "nothing": (b"", "PNG, JPEG or SVG"),
    "entities that grow": (
        b'<!DOCTYPE s [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + HEAD.encode() + b">&b;</svg>",
        "DOC",
    ),
    "an entity of another file": (
        b'<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + HEAD.encode() + b">&a;</svg>",
        "DOC",
    ),
    "a parameter entity": (b"<!DOCTYPE s SYSTEM 'http://example.org/a.dtd'>" + HEAD.encode() + b"/>", "DOC"),
    "UTF-16": (f"{HEAD}/>".encode("utf-16"), "UTF-8"),
}
DRAWINGS = {
    "a script": "<script>alert(1)</script>",
    "a script on load": '<rect onload="alert(1)"/>',
    "HTML inside": '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
    "a photograph of this disk": '<image href="file:///etc/passwd" width="1" height="1"/>',
    "a photograph in data": '<image xlink:href="data:image/png;base64,AAAA" width="1" height="1"/>',
    "use of another file": '<use href="other.svg#a"/>',
    "use by the older name": '<use xlink:href="http://example.org/a.svg#a"/>',
    "a style with an import": "<style>@import url(file:///etc/passwd);</style>",
    "an attribute with an address": '<rect fill="url(http://example.org/a.svg#b)"/>',
    "an address in quotes": """<rect fill="url( 'file:///etc/passwd' )"/>""",
    "an address with letters escaped": r'<rect style="fill:\75rl(http://example.org/a)"/>',
    "a style attribute with a font": '<rect style="src:local(a);font:x url(a.ttf)"/>',
    "a filter": '<filter id="f"><feGaussianBlur stdDeviation="1e9"/></filter>',
    "a pattern": '<pattern id="p" width="0.0001" height="0.0001"/>',
    "a link": '<a href="https://example.org/">x</a>',
    "an animation": '<animate attributeName="x" from="0" to="1"/>',
    "an element that includes": '<include href="file:///etc/passwd"/>',
    "numbers beyond all paper": '<rect width="1e12" height="9"/>',
    "a path beyond all paper": '<path d="M0 0L9999999999 0"/>',
    "itself": '<g id="a"><use href="#a"/></g>',
    "itself in a circle": '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
    "a thousand million copies": "".join(f'<g id="g{n}">' + f'<use href="#g{n + 1}"/>' * 10 + "</g>" for n in range(9))
    + '<g id="g9"><rect/></g>',
    "hundreds of levels": "<g>" * 200 + "</g>" * 200,
    "thirty thousand elements": "<g/>" * 30_000,
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_sound_picture_is_refused_at_once(name: str) -> None:
    data, word = REFUSED[name]
    started = time.process_time()
    with pytest.raises(PictureRefused) as refused:
        clean_picture(data)
    assert word in f"{refused.value.sentence} {refused.value.hint}"
    assert time.process_time() - started < 1


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_that_does_more_than_to_draw_is_refused_at_once(name: str) -> None:
    started = time.process_time()
    with pytest.raises(PictureRefused):
        clean_picture(f"{HEAD}>{DRAWINGS[name]}</svg>".encode())
    assert time.process_time() - started < 1


def test_a_drawing_of_a_drawing_program_keeps_what_is_seen() -> None:
    drawing = (
        '<?xml version="1.0" encoding="UTF-8"?><!-- made on /home/anna/secret.svg -->'
        f'{HEAD} xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:export-filename="/home/anna/x.png">'
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>'
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/home/anna/x.svg"/>'
        '<inkscape:view zoom="2"/><defs><linearGradient id="a"><stop offset="0" stop-color="#999999"/></linearGradient>'
        '</defs><g inkscape:label="anna"><path d="M0 0l10-10" fill="url(#a)" style="stroke:#1e9e9e;stroke-width:2"/></g>'
        '<use xlink:href="#a"/><text x="1" y="2">Emblem</text></svg>'
    )
    clean = clean_picture(drawing.encode()).decode()
    for gone in ("anna", "inkscape", "rdf", "metadata", "<!--", "include"):
        assert gone not in clean
    for kept in ("M0 0l10-10", "url(#a)", "stroke:#1e9e9e", "#999999", ">Emblem<", 'viewBox="0 0 10 10"', "#a"):
        assert kept in clean
    assert clean_picture(clean.encode()).decode() == clean
