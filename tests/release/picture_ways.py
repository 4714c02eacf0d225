"""Ways of words into pictures and colour profiles."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, PngImagePlugin

from tests.release.samples import Way


def _png(chunks: bytes = b"", end: bytes = b"") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "navy").save(out, "PNG")
    data = out.getvalue()
    return data[:33] + chunks + data[33:] + end


def chunk(kind: bytes, body: bytes) -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_text(words: str) -> bytes:
    """A PNG with a comment."""
    return _png(chunk(b"tEXt", b"Comment\0" + words.encode()))


def _jpeg(segment: bytes = b"", end: bytes = b"") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "navy").save(out, "JPEG")
    data = out.getvalue()
    return data[:2] + segment + data[2:] + end


def segment(marker: int, body: bytes) -> bytes:
    """One segment of a JPEG."""
    return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2, "big") + body


def jpeg_exif(words: str) -> bytes:
    """A JPEG with a description by the camera."""
    exif = Image.Exif()
    exif[0x010E] = words
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "navy").save(out, "JPEG", exif=exif)
    return out.getvalue()


def _exif_comment(words: str) -> bytes:
    exif = Image.Exif()
    exif[0x9C9C] = words.encode("utf-16-le")
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "navy").save(out, "JPEG", exif=exif)
    return out.getvalue()


def _tiff(words: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "navy").save(out, "TIFF", tiffinfo={270: words})
    return out.getvalue()


def _gif(words: str) -> bytes:
    out = io.BytesIO()
    Image.new("P", (4, 4)).save(out, "GIF", comment=words.encode())
    return out.getvalue()


def _webp(words: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "WEBP", xmp=f"<x:xmpmeta>{words}</x:xmpmeta>".encode())
    return out.getvalue()


def icc(words: str) -> bytes:
    """A colour profile with a description in UTF-16, as version 4 has them."""
    text = words.encode("utf-16-be")
    tag = b"mluc\0\0\0\0" + struct.pack(">II", 1, 12) + b"enUS" + struct.pack(">II", len(text), 28) + text
    head = bytes(36) + b"acsp" + bytes(88)
    return head + struct.pack(">I", 1) + b"desc" + struct.pack(">II", 144, len(tag)) + tag


def _international(words: str) -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Note", words, lang="en", zip=True)
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


WAYS = (
    Way("a comment", "png-text", "a.png", png_text),
    Way("a packed comment", "png-packed-text", "a.png", lambda words: _png(chunk(b"zTXt", b"Comment\0\0" + zlib.compress(words.encode())))),
    Way("an international comment", "png-international-text", "a.png", lambda words: _png(chunk(b"iTXt", b"Note\0\0\0en\0\0" + words.encode()))),
    Way("an international comment, packed", "png-international-text", "a.png", _international),
    Way("what a camera noted", "png-exif", "a.png", lambda words: _png(chunk(b"eXIf", b"II*\0" + words.encode("utf-16-le")))),
    Way("a colour profile", "png-icc", "a.png", lambda words: _png(chunk(b"iCCP", b"P\0\0" + zlib.compress(icc(words))))),
    Way("a chunk of one's own", "png-other", "a.png", lambda words: _png(chunk(b"prVt", words.encode()))),
    Way("after the end", "png-after-end", "a.png", lambda words: _png(end=words.encode())),
    Way("a comment", "jpeg-comment", "a.jpg", lambda words: _jpeg(segment(0xFE, words.encode()))),
    Way("what a camera noted", "jpeg-exif", "a.jpg", jpeg_exif),
    Way("what a camera noted, in UTF-16", "jpeg-exif", "a.jpg", _exif_comment),
    Way("metadata", "jpeg-xmp", "a.jpg", lambda words: _jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>" + words.encode() + b"</x>"))),
    Way("a caption for the press", "jpeg-iptc", "a.jpg", lambda words: _jpeg(segment(0xED, b"Photoshop 3.0\08BIM\x04\x04\0\0" + words.encode()))),
    Way("a colour profile", "jpeg-icc", "a.jpg", lambda words: _jpeg(segment(0xE2, b"ICC_PROFILE\0\1\1" + icc(words)))),
    Way("a segment of one's own", "jpeg-other", "a.jpg", lambda words: _jpeg(segment(0xEB, words.encode()))),
    Way("after the end", "jpeg-after-end", "a.jpg", lambda words: _jpeg(end=words.encode())),
    Way("a comment", "gif-comment", "a.gif", _gif),
    Way("metadata", "webp-metadata", "a.webp", _webp),
    Way("a tag", "tiff-tags", "a.tif", _tiff),
    Way("a colour profile", "icc", "a.icc", icc),
)  # fmt: skip
