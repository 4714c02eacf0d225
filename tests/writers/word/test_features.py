"""What people look for first in a Word file, each feature with a detector of its own over the XML.

A detector is an XPath that gives nothing where the feature is missing. Other tests look closer at most of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from reporting.document.document import Document
from reporting.writers.word.parts.embedding import Face
from reporting.writers.word.writer import write_word
from tests.support.samples import SAMPLES, properties, small
from tests.writers.word_house import THEME, File, file_of, text

BODY, NUMBERS, STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
HEAD = "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table>"
SPANS = '<table><tbody><tr><td colspan="2">a</td></tr><tr><td rowspan="2">b</td><td>c</td></tr><tr><td>d</td></tr></tbody></table>'
NOTE = '<p>a<a role="doc-noteref" href="#n">1</a></p><aside role="doc-footnote" id="n"><p>b</p></aside>'
DARI = '<table class="bilingual"><tbody><tr><td lang="en"><p>a</p></td><td lang="fa-AF" dir="rtl"><p>متن</p></td></tr></tbody></table>'
CONTENTS = '<nav role="doc-toc"><h2>Contents</h2><ol><li><a href="#x">Waters</a></li></ol></nav><h2 id="x">Waters</h2>'
CLAUSES = '<ol class="clauses"><li><p>a</p><ol><li>b<ol type="a"><li>c</li></ol></li></ol></li></ol>'
MORE = '<h2>b</h2><ol class="clauses"><li value="2">d</li></ol>'
COMMENT = '<p>a<span class="comment" data-by="EU" datetime="2031-10-14">b</span></p>'
LOGO = '<img src="emblem.png" alt="A lighthouse">'
DRAWING = '<svg viewBox="0 0 9 9"><title>A square</title><rect x="0" y="0" width="9" height="9"/></svg>'


@dataclass(frozen=True)
class Feature:
    """One row: a piece of HTML and where it must show."""

    html: str
    found: str
    """XPath of what must be there."""
    times: int = 1
    part: str = BODY


FEATURES = {
    "headings are Word's own": Feature("<h2>a</h2>", "//w:pStyle[@w:val='Heading2']"),
    "headings are in the outline": Feature("", "//w:style[w:name/@w:val='heading 2']//w:outlineLvl[@w:val='1']", 1, STYLES),
    "bullets differ by depth": Feature("<ul><li>a<ul><li>b</li></ul></li></ul>", "//w:lvl[w:lvlText/@w:val='–'][@w:ilvl='1']", 1, NUMBERS),
    "numbers are Word's own": Feature("<ol><li>a</li></ol>", "//w:p[.//w:t='a']/w:pPr/w:numPr/w:numId[@w:val='1']"),
    "each list starts again": Feature("<ol><li>a</li></ol><p>b</p><ol><li>c</li></ol>", "//w:startOverride[@w:val='1']", 2, NUMBERS),
    "a list starts where it says": Feature('<ol start="5" type="a"><li>a</li></ol>', "//w:startOverride[@w:val='5']", 1, NUMBERS),
    "a list is lettered where it says": Feature('<ol type="a"><li>a</li></ol>', "//w:lvl[@w:ilvl='0']/w:numFmt[@w:val='lowerLetter']", 1, NUMBERS),
    "a second paragraph has no number": Feature("<ol><li><p>a</p><p>b</p></li></ol>", "//w:p[.//w:t='b']/w:pPr/w:numPr/w:numId[@w:val='0']"),
    "numbering goes on after a heading": Feature('<ol class="clauses"><li>a</li></ol>' + MORE, "//w:numId[@w:val='1']", 2),
    "legal numbers: 1.1": Feature(CLAUSES, "//w:lvl[@w:ilvl='1']/w:lvlText[@w:val='%1.%2']", 1, NUMBERS),
    "legal numbers: (a)": Feature(CLAUSES, "//w:lvl[@w:ilvl='2']/w:lvlText[@w:val='(%3)']", 1, NUMBERS),
    "legal numbers: (i)": Feature('<ol class="clauses"><li>a<ol type="i"><li>b</li></ol></li></ol>', "//w:lvl[@w:ilvl='1']/w:lvlText[@w:val='(%2)']", 1, NUMBERS),
    "head rows repeat": Feature(HEAD, "//w:tr[1]/w:trPr/w:tblHeader"),
    "rows do not break": Feature(HEAD, "//w:trPr/w:cantSplit", 2),
    "cells span columns": Feature(SPANS, "//w:gridSpan[@w:val='2']"),
    "cells span rows": Feature(SPANS, "//w:vMerge", 2),
    "columns have widths": Feature(HEAD, "//w:gridCol[@w:w > 0]", 2),
    "captions of tables": Feature("<table><caption>a</caption><tbody><tr><td>b</td></tr></tbody></table>", "//w:pStyle[@w:val='Caption']"),
    "captions of figures": Feature(f"<figure>{LOGO}<figcaption>a</figcaption></figure>", "//w:pStyle[@w:val='Caption']"),
    "captions count": Feature(f"<figure>{LOGO}<figcaption>Figure 1. a</figcaption></figure>", "//w:instrText[contains(., 'SEQ Figure')]"),
    "references follow": Feature('<p><a href="#x">a</a></p><h2 id="x">a</h2>', "//w:instrText[contains(., 'REF x')]"),
    "pictures say what they show": Feature(f"<p>{LOGO}</p>", "//wp:inline/wp:docPr[@descr='A lighthouse']"),
    "drawings have a picture beside them": Feature(f"<p>{DRAWING}</p>", "//*[local-name()='blip'][@r:embed]//*[local-name()='svgBlip']"),
    "links lead out": Feature('<p><a href="https://a.example/">a</a></p>', "//w:hyperlink[@r:id]"),
    "links lead in": Feature('<p><a href="#x">b</a></p><h2 id="x">a</h2>', "//w:hyperlink[@w:anchor = //w:bookmarkStart/@w:name]"),
    "footnotes are real": Feature(NOTE, "//w:footnote[@w:id='1']//w:footnoteRef", 1, "word/footnotes.xml"),
    "definition lists": Feature("<dl><dt>a</dt><dd>b</dd></dl>", "//w:pStyle[@w:val='DefinitionTerm' or @w:val='Definition']", 2),
    "quotations": Feature("<blockquote><p>a</p></blockquote>", "//w:pStyle[@w:val='Quote']"),
    "boxes": Feature('<aside class="boxed"><p>a</p></aside>', "//w:pPr[w:pBdr and w:shd]"),
    "code": Feature("<pre>a</pre>", "//w:pStyle[@w:val='SourceCode']"),
    "the cover is a section of its own": Feature('<section class="cover"><h2>a</h2></section><p>b</p>', "//w:p/w:pPr/w:sectPr", 2),
    "landscape pages": Feature('<section class="landscape"><p>a</p></section><p>b</p>', "//w:pgSz[@w:orient='landscape']"),
    "columns": Feature('<section class="columns"><p>a</p></section>', "//w:cols[@w:num='2']"),
    "the first page has a head of its own": Feature("", "//w:sectPr[w:titlePg]/w:headerReference[@w:type='first']"),
    "bilingual cells run from the right": Feature(DARI, "//w:tc[2]/w:p[w:pPr/w:bidi]/w:r[w:rPr/w:rtl]"),
    "contents are a field with entries in it": Feature(CONTENTS, "//w:p[w:pPr/w:pStyle/@w:val='TOC1'][.//w:t='Waters'][.//w:instrText[contains(., 'TOC ')]]"),
    "pages in the contents are filled": Feature(CONTENTS, "//w:p[.//w:instrText[contains(., 'PAGEREF x')]]//w:t[.='7']"),
    "runs have their language": Feature('<p>a <span lang="fr">b</span></p>', "//w:r[w:t='b']/w:rPr/w:lang[@w:val='fr-FR']"),
    "paragraphs run from the right": Feature('<p lang="fa-AF" dir="rtl">متن</p>', "//w:p[w:pPr/w:bidi]/w:r/w:rPr[w:rtl and w:lang/@w:bidi='fa-AF']"),
    "page breaks": Feature('<hr class="page-break"><p>a</p>', "//w:pageBreakBefore"),
    "headings stay with what follows": Feature("", "//w:style[@w:styleId='Heading2']//w:keepNext", 1, STYLES),
    "no single lines": Feature("", "//w:docDefaults//w:widowControl", 1, STYLES),
    "changes are tracked": Feature("<p><ins>a</ins><del>b</del></p>", "//w:ins[@w:author][@w:date] | //w:del[@w:author][@w:date]//w:delText[.='b']", 2),
    "comments have a range, an author, a day": Feature(COMMENT, "//w:comment[@w:author='EU'][@w:initials='EU'][@w:date='2031-10-14T00:00:00Z'][.//w:t='b']", 1, "word/comments.xml"),
    "comments are called from the text": Feature(COMMENT, "//w:p[w:commentRangeStart/@w:id = w:commentRangeEnd/@w:id]//w:commentReference"),
    "open text is in brackets, with its author": Feature('<p><span class="bracketed" data-by="EU">a</span></p>', "//w:r[w:rPr/w:rStyle/@w:val='Bracket'][w:t='[EU: ']"),
    "text from the record is marked": Feature('<p data-from="round.a">a</p>', "//w:p[.//w:t='a']/w:bookmarkStart[starts-with(@w:name, 'r_')]"),
    "the document has a language": Feature("", "//w:docDefaults//w:lang[@w:val='en-GB']", 1, STYLES),
    "the document has a title": Feature("", "//*[local-name()='title'][.='A short paper']", 1, "docProps/core.xml"),
    "its author is the issuing body": Feature("", "//*[local-name()='creator'][.='Straits Desk']", 1, "docProps/core.xml"),
}  # fmt: skip


@pytest.mark.parametrize("name", FEATURES)
def test_the_feature_is_there(name: str) -> None:
    feature = FEATURES[name]
    images = {"emblem.png": (SAMPLES / "emblem.png").read_bytes()}
    file = file_of(replace(small(feature.html), images=images), x=7)
    assert len(file.find(feature.found, feature.part)) == feature.times


@pytest.mark.parametrize("name", FEATURES)
def test_its_detector_finds_nothing_in_a_paper_without_it(name: str) -> None:
    feature = FEATURES[name]
    file = file_of(small())
    if feature.html:
        parts = [feature.part] if feature.part in file.names else []
        assert sum(len(file.find(feature.found, part)) for part in parts) < feature.times


MARKED = '<article lang="en"><p class="marking">Restricted</p><p class="running-head">Straits</p><h1>a</h1></article>'


@pytest.mark.parametrize("words", ["Restricted", "Straits", "Page 1 of 1", "DRAFT 2"])
def test_heads_and_feet_hold(words: str) -> None:
    file = file_of(Document(MARKED, properties()))
    edges = [name for name in file.names if name.startswith(("word/header", "word/footer"))]
    shown = "".join(text(file.part(name)) + "".join(file.find("//@string", name)) for name in edges)
    assert words in shown


def test_fonts_are_carried_along_and_have_a_stand_in() -> None:
    faces = [Face("Source Serif 4", "Regular", b"\x00\x01\x00\x00" + bytes(60))]
    file = File(write_word(small(), THEME, faces=faces))
    assert (
        len(
            file.find(
                "//w:font[@w:name='Source Serif 4'][w:altName/@w:val='Cambria']/w:embedRegular", "word/fontTable.xml"
            )
        )
        == 1
    )
    assert len(file.find("//w:embedTrueTypeFonts", "word/settings.xml")) == 1


def test_the_hash_of_the_view_is_a_property_and_the_record_is_nowhere() -> None:
    about = replace(small().properties, view="c0ffee" * 10)
    file = file_of(replace(small(), properties=about))
    assert file.find("//*[@name='View']/*/text()", "docProps/custom.xml") == ["c0ffee" * 10]
    assert "docProps/custom.xml" not in file_of(small()).names
