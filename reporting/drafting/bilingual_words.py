"""Lines that two languages share: running heads, notices and mastheads, titles and properties."""

from __future__ import annotations

from itertools import zip_longest

from lxml.html import HtmlElement

from reporting.document.direction import direction_of

BETWEEN = " / "
FURNITURE = ("marking", "running-head")


def one_after_another(one: str, two: str) -> str:
    """Both texts, or one where they are alike or one is empty.

    >>> one_after_another("Agenda", "Ordre du jour"), one_after_another("OSCE", "OSCE")
    ('Agenda / Ordre du jour', 'OSCE')
    """
    return BETWEEN.join(dict.fromkeys(each for each in (one, two) if each))


def furniture_of(one: HtmlElement, two: HtmlElement, languages: tuple[str, str]) -> list[HtmlElement]:
    """Marking, running heads and notices of both, taken out of the articles."""
    return _joined(_taken(one), _taken(two), languages)


def joined_lines(one: HtmlElement, two: HtmlElement, languages: tuple[str, str]) -> HtmlElement:
    """A masthead whose lines stand in both languages."""
    joined = one.makeelement(one.tag, dict(one.attrib))
    joined.extend(_joined(list(one), list(two), languages))
    return joined


def _taken(article: HtmlElement) -> list[HtmlElement]:
    found = [each for each in article.findall("p") if set(FURNITURE).intersection(each.get("class", "").split())]
    for each in found:
        article.remove(each)
    return found


def _joined(one: list[HtmlElement], two: list[HtmlElement], languages: tuple[str, str]) -> list[HtmlElement]:
    return [
        joined_line(a, b, languages) if a is not None and b is not None else a if a is not None else b
        for a, b in zip_longest(one, two)
    ]


def joined_line(one: HtmlElement, two: HtmlElement, languages: tuple[str, str]) -> HtmlElement:
    """A line in both languages; in one where they are alike."""
    if str(one.text_content()).split() == str(two.text_content()).split():
        return one
    line = one.makeelement(one.tag, dict(one.attrib))
    spoken = [_as_span(each, language) for each, language in zip((one, two), languages, strict=True)]
    spoken[0].tail = BETWEEN
    line.extend(spoken)
    return line


def _as_span(line: HtmlElement, language: str) -> HtmlElement:
    span = line.makeelement("span", {"lang": language, "dir": direction_of(language)})
    span.text, span.tail = line.text, None
    span.extend(list(line))
    return span
