"""Texts that mean harm, or look like it, to some program between a record and its reader."""

from __future__ import annotations

from typing import Final

ACCEPTED: Final = (
    *("<b>bold</b>", "<script>alert(1)</script>", "</p></article>", "<img src=x onerror=alert(1)>", "<!-- comment -->"),
    *("<![CDATA[x]]>", "&lt;b&gt;", "&amp;amp;", "&#x41;&#65;", "&nbsp;&eacute;", "&xxe;", "<?xml version='1.0'?>"),
    *(
        "<!DOCTYPE x [<!ENTITY a 'b'>]>",
        "<w:p><w:r/></w:p>",
        "]]>",
        "a < b > c & d",
        "\"quoted\" 'single'",
        "<a href='x",
    ),
    *(
        "{{ round }}",
        "{% include 'x' %}",
        "{# hidden #}",
        "{{ ''.__class__ }}",
        "${jndi:ldap://x}",
        "#(x) %[y] $(z) `w`",
    ),
    *(
        "{{7*7}}",
        "{%raw%}",
        "%(name)s %s %n %d",
        "{0} {name!r}",
        "\\begin[x] \\input /etc/passwd",
    ),
    *("</style><style>*{ display: none }", "x; } body { color: red", "url(file:///etc/passwd)", "expression(alert(1))"),
    *("@import 'x'; content: counter(page)", "\\0041 \\a", "javascript:alert(1)", "data:text/html;base64,PGI+"),
    *("../../etc/passwd", "/etc/passwd", "C:\\Windows\\system32\\cmd.exe", "\\\\server\\share", "file:///etc/shadow"),
    *(
        "con",
        "nul.txt",
        "~/.ssh/id",
        "$HOME",
        "a/b\\c:d*e?f|g",
        "-rf --help",
        "; rm x",
        "' OR 1=1 --",
        "=cmd()",
        "@SUM(1)",
    ),
    *(
        "MERGEFIELD x",
        "{ PAGE }",
        'HYPERLINK "x"',
        "_Toc123",
        "REF bookmark \\h",
        "%PDF-1.7",
        "(string) Tj",
        "<< /JS (x) >>",
    ),
    *(
        "x" * 400,
        "Donaudampfschifffahrtsgesellschaftskapitän" * 8,
        "word " * 200,
        "a-b-" * 100,
        "1" * 300,
        "https://" + "x" * 200,
    ),
    *("e\u0301 and é", "Ａ full width", "ﬁ ligature", "Ǆ Ǳ titles", "½ ¼ ²", "ß ẞ", "İ ı i I", "Ω Ω Å Å", "Σίσυφος"),
    *("Орёл и ёж", "Қазақстан Тоҷикистон", "Türkmenistan Özbekiston", "Łódź Ħal Għaxaq", "naïve façade", "№ 5 § 6 ¶"),
    *("— – ‒ ‐ −", "“a” ‘b’ «c» „d“", "… ‰ € £ ¥", "° ′ ″ × ÷ ±", "a\u00a0b\u202fc", "non\u2011breaking", "† ‡ • ·"),
    *(
        "None",
        "null",
        "true",
        "NaN",
        "1e999",
        "undefined",
        "NULL\\0",
        "\\u0000",
        "%00",
        "0x41",
        "[TBC",
        "^caret^ ~tilde~",
    ),
)
"""Printed as they are."""
REFUSED: Final = (
    *(
        "a\\0b",
        "a\\x07b",
        "a\\eb",
        "a\\x7fb",
        "a\\x85b",
        "a\\x9fb",
        "a\\uFFFEb",
        "a\\uFFFFb",
        "a\\uFDD0b",
        "a\\U0001FFFFb",
    ),
    *(
        "a\\u202Eb",
        "a\\u202Ab",
        "a\\u202Db",
        "a\\u2066b",
        "a\\u2069b",
        "a\\u2028b",
        "a\\u2029b",
        "a\\uFEFFb",
        "a\\uFFF9b",
    ),
    *("a\\uD800b", "a\\uDFFFb", "a\\uD83D\\uDE00b", "a\\U000E0041b", "a\\U000E0001b", "a\\u206Ab"),
)
"""Escapes between quotation marks of YAML, which bring in what nobody can see; refused at their line."""
WITHOUT_GLYPH: Final = ("😀", "👩‍👩‍👧‍👦", "漢字", "ひらがな", "한국어", "𝔘𝔫𝔦", "\ue000", "ᚠᛇᚻ", "𓀀", "🇪🇺")
"""No font of the house has them; refused where the paper is made."""
