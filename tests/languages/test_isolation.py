"""Latin words and figures in a line from right to left: what goes in, what is marked."""

from __future__ import annotations

import pytest

from reporting.languages.isolation import isolated


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("برنامهٔ EU-ACT", "برنامهٔ <bdi>EU-ACT</bdi>"),
        ("برنامهٔ EU-ACT (2015–2020).", "برنامهٔ <bdi>EU-ACT</bdi> (<bdi>2015–2020</bdi>)."),
        ("در BOMCA، CADAP و BOMNAF", "در <bdi>BOMCA</bdi>، <bdi>CADAP</bdi> و <bdi>BOMNAF</bdi>"),
        ("آقای Peter Burian گفت", "آقای <bdi>Peter Burian</bdi> گفت"),
        ("مبلغ EUR 14.5 میلیون", "مبلغ <bdi>EUR 14.5</bdi> میلیون"),
        ("<em>EU</em> است", "<em><bdi>EU</bdi></em> است"),
        ('<a href="https://example.org">example.org</a>', '<a href="https://example.org">example.org</a>'),
        ("<bdi>EU</bdi>", "<bdi>EU</bdi>"),
        ("در ۸ جون ۲۰۱۷", "در ۸ جون ۲۰۱۷"),
        ("قیمت &lt; 5", "قیمت &lt; <bdi>5</bdi>"),
        ("Who?", "<bdi>Who</bdi>?"),
    ],
)
def test_a_run_of_latin_letters_or_figures_is_kept_apart(html: str, marked: str) -> None:
    assert isolated(html) == marked
