"""Ways of words into a Word file: real papers with parts changed or added."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping

from fontTools.fontBuilder import FontBuilder

from tests.release.picture_ways import jpeg_exif, png_text
from tests.release.samples import Way, clean

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
KEY = "12345678-ABCD-4EF0-9876-0123456789AB"
END = "<w:sectPr"


def parts() -> dict[str, bytes]:
    """The parts of the clean paper."""
    with zipfile.ZipFile(io.BytesIO(clean("docx"))) as file:
        return {name: file.read(name) for name in file.namelist()}


def zipped(contents: Mapping[str, bytes], comment: bytes = b"") -> bytes:
    """Parts as a Word file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in contents.items():
            file.writestr(name, data)
        file.comment = comment
    return out.getvalue()


def body(xml: str) -> bytes:
    """The clean paper with more at the end of its body."""
    found = parts()
    document = found["word/document.xml"].decode()
    at = document.rindex(END)
    found["word/document.xml"] = (document[:at] + xml + document[at:]).encode()
    return zipped(found)


def _body(xml: str) -> Callable[[str], bytes]:
    return lambda words: body(xml.replace("@", words))


def _part(name: str, xml: str) -> Callable[[str], bytes]:
    """The clean paper with another part, or with one replaced."""
    return lambda words: zipped({**parts(), name: xml.replace("@", words).encode()})


def _file(name: str, data: Callable[[str], bytes]) -> Callable[[str], bytes]:
    return lambda words: zipped({**parts(), name: data(words)})


def _run(text: str, before: str = "") -> str:
    return f"<w:r>{before}<w:t>{text}</w:t></w:r>"


def _split(words: str) -> bytes:
    return body(
        "<w:p>" + "".join(_run(each).replace("<w:t>", '<w:t xml:space="preserve">') for each in words) + "</w:p>"
    )


def _symbols(words: str) -> str:
    return "".join(f'<w:r><w:sym w:font="Symbol" w:char="F0{ord(each):02X}"/></w:r>' for each in words)


def _soft(words: str) -> bytes:
    return body(f"<w:p><w:r><w:t>{words[:40]}</w:t><w:softHyphen/><w:t>{words[40:]}</w:t></w:r></w:p>")


def _utf_16(words: str) -> bytes:
    text = f'<?xml version="1.0" encoding="UTF-16"?><w:comments {W}><w:t>{words}</w:t></w:comments>'
    return zipped({**parts(), "word/odd.xml": text.encode("utf-16")})


def _member(change: Callable[[zipfile.ZipInfo, str], None]) -> Callable[[str], bytes]:
    def make(words: str) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
            for name, data in parts().items():
                info = zipfile.ZipInfo(name)
                change(info, words)
                file.writestr(info, data)
        return out.getvalue()

    return make


def _comment(info: zipfile.ZipInfo, words: str) -> None:
    info.comment = words.encode()


def _extra(info: zipfile.ZipInfo, words: str) -> None:
    info.extra = struct.pack("<HH", 0x7A7A, len(words)) + words.encode()


def _unlisted(words: str) -> bytes:
    """A member in front that the directory does not know."""
    hidden = zipped({"old.xml": (words * 3).encode()})
    local = hidden[: hidden.index(b"PK\x01\x02")]
    return local + clean("docx")


def _font(words: str) -> bytes:
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupNameTable({"familyName": words, "styleName": "Regular"})
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def _masked(words: str) -> bytes:
    font, mask = _font(words), bytes.fromhex(KEY.replace("-", ""))[::-1] * 2
    hidden = bytes(each ^ mask[index] for index, each in enumerate(font[:32])) + font[32:]
    table = f'{HEAD}<w:fonts {W}><w:font w:name="Odd"><w:embedRegular w:fontKey="{{{KEY}}}"/></w:font></w:fonts>'
    return zipped({**parts(), "word/fontTable.xml": table.encode(), "word/fonts/font1.odttf": hidden})


def _properties(tag: str) -> str:
    return f"{HEAD}<Properties><{tag}>@</{tag}></Properties>"


def _inner(words: str) -> bytes:
    return body(f"<w:p>{_run(words)}</w:p>")


WAYS = (
    Way("the comment of the archive", "zip-comment", "a.docx", lambda words: zipped(parts(), words.encode())),
    Way("the comment on a member", "zip-member-comment", "a.docx", _member(_comment)),
    Way("the extra field of a member", "zip-extra-field", "a.docx", _member(_extra)),
    Way("the name of a member", "zip-member-name", "a.docx", lambda words: zipped({**parts(), f"word/{words}.xml": b"<a/>"})),
    Way("a member that is no part", "zip-member", "a.docx", _file("word/notes.bin", str.encode)),
    Way("a member that the directory does not name", "zip-unlisted-member", "a.docx", _unlisted),
    Way("before the first member", "zip-before-start", "a.docx", lambda words: words.encode() + clean("docx")),
    Way("after the end", "zip-after-end", "a.docx", lambda words: clean("docx") + words.encode()),
    Way("the words", "word-text", "a.docx", _inner),
    Way("a letter a run", "word-text", "a.docx", _split),
    Way("a soft hyphen", "word-text", "a.docx", _soft),
    Way("white letters", "word-text", "a.docx", _body('<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>@</w:t></w:r></w:p>')),
    Way("hidden words", "word-hidden", "a.docx", _body("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>@</w:t></w:r></w:p>")),
    Way("words inserted", "word-inserted", "a.docx", _body('<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>@</w:t></w:r></w:ins></w:p>')),
    Way("words deleted", "word-deleted", "a.docx", _body('<w:p><w:del w:id="1" w:author="A"><w:r><w:delText>@</w:delText></w:r></w:del></w:p>')),
    Way("words moved", "word-moved", "a.docx", _body('<w:p><w:moveFrom w:id="1" w:author="A"><w:r><w:t>@</w:t></w:r></w:moveFrom></w:p>')),
    Way("the author of a change", "word-author", "a.docx", _body('<w:p><w:ins w:id="1" w:author="@"><w:r><w:t>x</w:t></w:r></w:ins></w:p>')),
    Way("a text box", "word-text-box", "a.docx", _body("<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>@</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>")),
    Way("what older programs are shown", "word-fallback", "a.docx", _body("<w:p><mc:AlternateContent><mc:Fallback><w:r><w:t>@</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>")),
    Way("a formula", "word-formula", "a.docx", _body("<w:p><m:oMath><m:r><m:t>@</m:t></m:r></m:oMath></w:p>")),
    Way("small words above others", "word-ruby", "a.docx", _body("<w:p><w:ruby><w:rt><w:r><w:t>@</w:t></w:r></w:rt></w:ruby></w:p>")),
    Way("the instruction of a field", "word-field", "a.docx", _body("<w:p><w:r><w:instrText>DOCVARIABLE @</w:instrText></w:r></w:p>")),
    Way("the instruction of a simple field", "word-field", "a.docx", _body('<w:p><w:fldSimple w:instr="QUOTE @"/></w:p>')),
    Way("the name of a bookmark", "word-bookmark", "a.docx", _body('<w:bookmarkStart w:id="7" w:name="@"/>')),
    Way("the tip of a link", "word-link", "a.docx", _body('<w:p><w:hyperlink w:tooltip="@"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>')),
    Way("the words that stand for a picture", "word-alternative", "a.docx", _body('<w:p><w:r><w:drawing><wp:docPr id="9" name="n" descr="@"/></w:drawing></w:r></w:p>')),
    Way("the tag of a content control", "word-content-control", "a.docx", _body('<w:sdt><w:sdtPr><w:tag w:val="@"/></w:sdtPr></w:sdt>')),
    Way("the description of a table", "word-table-description", "a.docx", _body('<w:tbl><w:tblPr><w:tblDescription w:val="@"/></w:tblPr></w:tbl>')),
    Way("the id of an editing session", "word-revision-id", "a.docx", _body('<w:p w:rsidR="@"/>')),
    Way("an attribute", "xml-attribute", "a.docx", _body('<w:p w:odd="@"/>')),
    Way("a comment of XML", "xml-comment", "a.docx", _body("<!-- @ -->")),
    Way("a processing instruction", "xml-instruction", "a.docx", _body("<?note @?>")),
    Way("text outside of words", "xml-text", "a.docx", _body("<w:p><odd>@</odd></w:p>")),
    Way("text as CDATA", "xml-text", "a.docx", _body("<w:p><w:r><w:t><![CDATA[@]]></w:t></w:r></w:p>")),
    Way("text as entities", "word-text", "a.docx", lambda words: body("<w:p>" + _run("".join(f"&#{ord(each)};" for each in words)) + "</w:p>")),
    Way("an entity that is declared", "xml-entity", "a.docx", _part("word/odd.xml", f'{HEAD}<!DOCTYPE a [<!ENTITY b "@">]><a>&b;</a>')),
    Way("a document type", "xml-declaration", "a.docx", _part("word/odd.xml", f'{HEAD}<!DOCTYPE a PUBLIC "@" "x"><a/>')),
    Way("a part in UTF-16", "xml-text", "a.docx", _utf_16),
    Way("a comment", "word-comment", "a.docx", _part("word/comments.xml", f"{HEAD}<w:comments {W}><w:comment>{_run('@')}</w:comment></w:comments>")),
    Way("the list of authors", "word-people", "a.docx", _part("word/people.xml", f'{HEAD}<w15:people><w15:person w15:author="x">@</w15:person></w15:people>')),
    Way("a footnote", "word-footnote", "a.docx", _part("word/footnotes.xml", f"{HEAD}<w:footnotes {W}>{_run('@')}</w:footnotes>")),
    Way("an endnote", "word-endnote", "a.docx", _part("word/endnotes.xml", f"{HEAD}<w:endnotes {W}>{_run('@')}</w:endnotes>")),
    Way("a running head", "word-header", "a.docx", _part("word/header9.xml", f"{HEAD}<w:hdr {W}>{_run('@')}</w:hdr>")),
    Way("letters of a symbol font", "word-text", "a.docx", lambda words: body("<w:p>" + _symbols(words) + "</w:p>")),
    Way("a running foot", "word-footer", "a.docx", _part("word/footer9.xml", f"{HEAD}<w:ftr {W}>{_run('@')}</w:ftr>")),
    Way("a building block", "word-glossary", "a.docx", _part("word/glossary/document.xml", f"{HEAD}<w:glossaryDocument {W}>{_run('@')}</w:glossaryDocument>")),
    Way("the name of a style", "word-style-name", "a.docx", _part("word/styles2.xml", f'{HEAD}<w:styles {W}><w:style><w:name w:val="@"/></w:style></w:styles>')),
    Way("a numbering", "word-numbering", "a.docx", _part("word/numbering2.xml", f'{HEAD}<w:numbering {W}><w:lvlText w:val="@"/></w:numbering>')),
    Way("a variable of the document", "word-document-variable", "a.docx", _part("word/settings2.xml", f'{HEAD}<w:settings {W}><w:docVar w:name="x" w:val="@"/></w:settings>')),
    Way("a mail merge", "word-mail-merge", "a.docx", _part("word/settings2.xml", f'{HEAD}<w:settings {W}><w:query w:val="@"/></w:settings>')),
    Way("a field of a form", "word-form-field", "a.docx", _body('<w:p><w:r><w:fldChar><w:ffData w:val="@"/></w:fldChar></w:r></w:p>')),
    Way("the author", "word-core-properties", "a.docx", _part("docProps/core.xml", f"{HEAD}<cp:coreProperties><dc:creator>@</dc:creator></cp:coreProperties>")),
    Way("the company", "word-app-properties", "a.docx", _part("docProps/app.xml", HEAD + "<Properties><Company>@</Company></Properties>")),
    Way("a property of one's own", "word-custom-properties", "a.docx", _part("docProps/custom.xml", _properties("vt:lpwstr"))),
    Way("data stored in the file", "word-custom-xml", "a.docx", _part("customXml/item1.xml", f"{HEAD}<b><c>@</c></b>")),
    Way("the target of a relationship", "word-relationship", "a.docx", _part("word/_rels/odd.xml.rels", f'{HEAD}<Relationships><Relationship Id="r" Target="https://example.org/@"/></Relationships>')),
    Way("the list of parts", "word-content-type", "a.docx", _part("odd/[Content_Types].xml", f'{HEAD}<Types><Override PartName="/@"/></Types>')),
    Way("the theme", "word-theme", "a.docx", _part("word/theme/theme9.xml", f"{HEAD}<a:theme><a:t>@</a:t></a:theme>")),
    Way("the list of fonts", "word-font-table", "a.docx", _part("word/fontTable.xml", f"{HEAD}<w:fonts {W}>@</w:fonts>")),
    Way("the name inside a masked font", "word-font", "a.docx", _masked),
    Way("settings for the web", "word-web-settings", "a.docx", _part("word/webSettings.xml", f"{HEAD}<w:webSettings {W}>@</w:webSettings>")),
    Way("a chart", "word-drawing", "a.docx", _part("word/charts/chart1.xml", f"{HEAD}<c:chart><a:t>@</a:t></c:chart>")),
    Way("what a camera noted", "word-picture", "a.docx", _file("word/media/image9.jpeg", jpeg_exif)),
    Way("a picture with a text", "word-picture", "a.docx", _file("word/media/image9.png", png_text)),
    Way("the small picture of the first page", "word-thumbnail", "a.docx", _file("docProps/thumbnail.jpeg", jpeg_exif)),
    Way("an embedded Word file", "word-embedded", "a.docx", _file("word/embeddings/old.docx", _inner)),
    Way("an embedded object in UTF-16", "word-embedded", "a.docx", _file("word/embeddings/ole1.bin", lambda words: b"\xd0\xcf\x11\xe0\0\0" + words.encode("utf-16-le"))),
    Way("an HTML page that Word takes in", "word-chunk", "a.docx", _part("word/afchunk1.html", "<html><body><p>@</p></body></html>")),
)  # fmt: skip
