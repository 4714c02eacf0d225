"""Ways of words into HTML and text, and codings that hide them in any file."""

from __future__ import annotations

import base64
import gzip
import html
import json
import quopri
import urllib.parse
import zlib
from collections.abc import Callable

from tests.release.picture_ways import jpeg_exif
from tests.release.samples import ARABIC, CYRILLIC, SECRET, Way, clean
from tests.release.word_ways import _font


def _page(html: str, before: str = "</body>") -> Callable[[str], bytes]:
    """The clean page with more in it."""

    def make(words: str) -> bytes:
        page = clean("html").decode()
        at = page.rindex(before)
        return (page[:at] + html.replace("@", words) + page[at:]).encode()

    return make


def _text(change: Callable[[str], str | bytes]) -> Callable[[str], bytes]:
    """The clean text with more after it."""

    def make(words: str) -> bytes:
        more = change(words)
        return clean("txt") + b"\n" + (more.encode() if isinstance(more, str) else more) + b"\n"

    return make


def _css(words: str) -> str:
    return "".join(f"\\{ord(each):x} " for each in words)


def _tagged(words: str) -> str:
    return "All is well." + "".join(chr(0xE0000 + ord(each)) for each in words)


def _folded(words: str) -> str:
    return "\n".join(words[at : at + 11] for at in range(0, len(words), 11))


def _letters(words: str) -> str:
    return words.translate(str.maketrans("aeopcyx", "аеорсух"))


HEADEND = "</head>"
WAYS = (
    Way("the name of the file", "file-name", f"{SECRET}.txt", lambda words: clean("txt")),
    Way("words split by tags", "html-text", "a.html", lambda words: _page("<p>" + "".join(f"<b>{each}</b>" for each in words) + "</p>")(words)),
    Way("words that are hidden", "html-text", "a.html", _page("<p hidden>@</p>")),
    Way("the title", "html-title", "a.html", _page("<title>@</title>", HEADEND)),
    Way("an attribute", "html-attribute", "a.html", _page('<p lang="@"></p>')),
    Way("a data- attribute", "html-data-attribute", "a.html", _page('<p data-note="@"></p>')),
    Way("the words that stand for a picture", "html-alternative", "a.html", _page('<img alt="@">')),
    Way("a tip", "html-title-attribute", "a.html", _page('<p title="@"></p>')),
    Way("what a screen reader is told", "html-aria", "a.html", _page('<p aria-label="@"></p>')),
    Way("a link", "html-link", "a.html", lambda words: _page(f'<a href="https://example.org/{urllib.parse.quote(words)}">x</a>')(words)),
    Way("metadata", "html-meta", "a.html", _page('<meta name="x" content="@">', HEADEND)),
    Way("an id", "html-id", "a.html", lambda words: _page(f'<p id="{words.replace(" ", "-")}"></p>')(words)),
    Way("a class", "html-class", "a.html", lambda words: _page(f'<p class="{words.replace(" ", "_")}"></p>')(words)),
    Way("a style sheet", "html-style", "a.html", _page("<style>/* @ */</style>", HEADEND)),
    Way("a style sheet with escapes", "html-css-escape", "a.html", lambda words: _page(f'<style>p::after{{content:"{_css(words)}"}}</style>', HEADEND)(words)),
    Way("a script", "html-script", "a.html", _page("<script>let a = '@'</script>")),
    Way("data for search engines", "html-json-ld", "a.html", lambda words: _page(f'<script type="application/ld+json">{json.dumps({"about": words})}</script>')(words)),
    Way("a template", "html-template", "a.html", _page("<template><p>@</p></template>")),
    Way("what browsers without scripts show", "html-noscript", "a.html", _page("<noscript>@</noscript>")),
    Way("a drawing", "html-svg", "a.html", _page("<svg><desc>@</desc></svg>")),
    Way("a comment", "html-comment", "a.html", _page("<!-- @ -->")),
    Way("a processing instruction", "html-instruction", "a.html", _page("<?php @ ?>")),
    Way("the document type", "html-declaration", "a.html", _page("<!DOCTYPE @>")),
    Way("a picture inside an address", "html-data-url", "a.html", lambda words: _page(f'<img src="data:image/jpeg;base64,{base64.b64encode(jpeg_exif(words)).decode()}">')(words)),
    Way("the words", "text", "a.txt", _text(str)),
    Way("lines of eleven letters", "text", "a.txt", _text(_folded)),
    Way("capitals", "text", "a.txt", _text(str.upper)),
    Way("spaced letters", "text", "a.txt", _text(" ".join)),
    Way("letters of another script that look the same", "text", "a.txt", _text(_letters)),
    Way("accents that nobody asked for", "text", "a.txt", _text(lambda words: words.replace("e", "é").replace("o", "ö"))),
    Way("letters in full width", "text", "a.txt", _text(lambda words: "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in words))),
    Way("ligatures and curly quotes", "text", "a.txt", _text(lambda words: words.replace("fi", "ﬁ").replace(" ", "’ ‘"))),
    Way("invisible letters between the others", "text-invisible", "a.txt", _text("\u200b".join)),
    Way("soft hyphens", "text-invisible", "a.txt", _text("\u00ad".join)),
    Way("letters that are tags", "text-tags", "a.txt", _text(_tagged)),
    Way("marks of quotation, each line flowing on", "text-quoted", "a.txt", _text(lambda words: "\n".join(f"> {each} " for each in _folded(words).split("\n")))),
    Way("rules at the margin", "text-margins", "a.txt", _text(lambda words: "\n".join(f"12 {each}" for each in _folded(words).split("\n")))),
    Way("five words of it alone", "text", "a.txt", _text(lambda words: " ".join(words.split()[3:8]))),
    Way("raw bytes", "bytes", "a.bin", lambda words: b"\0\1\2" + words.encode() + b"\0"),
    Way("UTF-8", "utf-8", "a.bin", lambda words: b"\0\1\2" + words.encode() + b"\0", CYRILLIC),
    Way("UTF-16, low byte first", "utf-16-le", "a.bin", lambda words: b"\1\2\3" + words.encode("utf-16-le"), CYRILLIC),
    Way("UTF-16, high byte first", "utf-16-be", "a.bin", lambda words: b"\1\2\3" + words.encode("utf-16-be"), CYRILLIC),
    Way("UTF-32, low byte first", "utf-32-le", "a.bin", lambda words: b"\1\2\3\0" + words.encode("utf-32-le")),
    Way("UTF-32, high byte first", "utf-32-be", "a.bin", lambda words: b"\1\2\3\0" + words.encode("utf-32-be")),
    Way("Windows-1251", "cp1251", "a.bin", lambda words: b"\0\1" + words.encode("cp1251"), CYRILLIC),
    Way("KOI8-R", "koi8-r", "a.bin", lambda words: b"\0\1" + words.encode("koi8-r"), CYRILLIC),
    Way("base 64", "base64", "a.txt", _text(lambda words: base64.b64encode(words.encode()))),
    Way("base 64 in short lines", "base64", "a.txt", _text(lambda words: base64.encodebytes(words.encode() * 2))),
    Way("base 64 of UTF-16", "base64", "a.txt", _text(lambda words: base64.b64encode(words.encode("utf-16-le")))),
    Way("base 64 in the middle of letters", "base64", "a.txt", _text(lambda words: b"x" + base64.b64encode(words.encode()))),
    Way("base 64 twice", "base64", "a.txt", _text(lambda words: base64.b64encode(base64.b64encode(words.encode())))),
    Way("base 32", "base32", "a.txt", _text(lambda words: base64.b32encode(words.encode()))),
    Way("hexadecimal digits", "hexadecimal", "a.txt", _text(lambda words: words.encode().hex())),
    Way("hexadecimal digits with blanks", "hexadecimal", "a.txt", _text(lambda words: words.encode().hex(" "))),
    Way("%-escapes", "percent", "a.txt", _text(lambda words: "".join(f"%{ord(each):02X}" for each in words))),
    Way("entities", "entities", "a.txt", _text(lambda words: "".join(f"&#x{ord(each):x};" for each in words))),
    Way("escapes of JSON", "json-escapes", "a.txt", _text(json.dumps), CYRILLIC),
    Way("escapes of a program", "json-escapes", "a.txt", _text(lambda words: "".join(f"\\x{ord(each):02x}" for each in words))),
    Way("quoted-printable", "quoted-printable", "a.txt", _text(lambda words: quopri.encodestring(words.encode())), CYRILLIC),
    Way("quoted-printable in every letter", "quoted-printable", "a.txt", _text(lambda words: "".join(f"={ord(each):02X}" for each in words))),
    Way("UTF-7", "utf-7", "a.txt", _text(lambda words: words.encode("utf-7")), CYRILLIC),
    Way("hexadecimal digits as a program lists them", "hexadecimal", "a.txt", _text(lambda words: ", ".join(f"0x{each:02x}" for each in words.encode()))),
    Way("%-escapes of old scripts", "percent", "a.txt", _text(lambda words: "".join(f"%u{ord(each):04X}" for each in words)), CYRILLIC),
    Way("%-escapes at the end of a text of five million letters", "percent", "a.txt", _text(lambda words: "so " * 1_700_000 + urllib.parse.quote(words)), CYRILLIC),
    Way("entities with many zeros", "entities", "a.txt", _text(lambda words: "".join(f"&#{ord(each):012};" for each in words))),
    Way("entities without an end", "entities", "a.txt", _text(lambda words: "".join(f"&#{ord(each)}" for each in words))),
    Way("escapes of a newer program", "json-escapes", "a.txt", _text(lambda words: "".join(f"\\u{{{ord(each):x}}}" for each in words))),
    Way("deflated in base 64", "gzip", "a.txt", _text(lambda words: base64.b64encode(zlib.compress(words.encode())))),
    Way("gzip in two members", "gzip", "a.gz", lambda words: gzip.compress(b"Notes.", mtime=0) + gzip.compress(words.encode(), mtime=0)),
    Way("letters with fillers between them", "text", "a.txt", _text("\u3164".join)),
    Way("letters drawn out", "text", "a.txt", _text("\u0640".join), ARABIC),
    Way("letters of a Persian keyboard", "text", "a.txt", _text(lambda words: words.translate(str.maketrans("يك", "یک"))), ARABIC),
    Way("capitals of a Greek keyboard", "text", "a.txt", _text(lambda words: words.upper().translate(str.maketrans("ABEZHIKMNOPTX", "ΑΒΕΖΗΙΚΜΝΟΡΤΧ")))),
    Way("small capitals", "text", "a.txt", _text(lambda words: words.translate(str.maketrans("adeinorty", "ᴀᴅᴇɪɴᴏʀᴛʏ")))),
    Way("a page inside of a page", "html-text", "a.html", lambda words: _page('<iframe srcdoc="' + html.escape("<p>" + "<b></b>".join(words)) + '"></iframe>')(words)),
    Way("gzip", "gzip", "a.gz", lambda words: gzip.compress(words.encode(), mtime=0)),
    Way("the name of a font", "font-names", "a.ttf", _font),
)  # fmt: skip
