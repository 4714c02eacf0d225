"""Lines that two languages share: running heads, notices and mastheads, titles and properties."""

from __future__ import annotations

from lxml.html import HtmlElement

from reporting.document.direction import direction_of

BETWEEN = " / "
PARTED = " · "
"""Stands between the word of a draft and that of a translation."""
FURNITURE = ("marking", "running-head")


def one_after_another(one: str, two: str) -> str:
    """Both texts, or one where they are alike or one is empty.

    >>> one_after_another("Agenda", "Ordre du jour"), one_after_another("OSCE", "OSCE")
    ('Agenda / Ordre du jour', 'OSCE')
    """
    return BETWEEN.join(dict.fromkeys(each for each in (one, two) if each))


def joined_drafts(one: str, two: str) -> str:
    """The words of a draft in both languages, part by part.

    >>> joined_drafts("Draft 2", "Projet 2"), joined_drafts("Draft 2", "Projet 2 · projet de traduction")
    ('Draft 2 / Projet 2', 'Draft 2 · Projet 2 · projet de traduction')
    """
    here, there = one.split(PARTED), two.split(PARTED)
    if len(here) == len(there):
        return PARTED.join(one_after_another(a, b) for a, b in zip(here, there, strict=True))
    return PARTED.join(dict.fromkeys(filter(None, [*here, *there])))


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
    """Lines in pairs; where one language has more of them, such as one that is a draft translation, all of both."""
    kinds = dict.fromkeys(str(each.get("class")) for each in (*one, *two))
    found: list[HtmlElement] = []
    for kind in kinds:
        here, there = ([each for each in lines if str(each.get("class")) == kind] for lines in (one, two))
        if len(here) == len(there):
            found += [joined_line(a, b, languages) for a, b in zip(here, there, strict=True)]
        else:
            found += [*spoken(here, languages[0]), *spoken(there, languages[1])]
    return found


def spoken(blocks: list[HtmlElement], language: str) -> list[HtmlElement]:
    """The blocks with their language and direction said."""
    for block in blocks:
        block.set("lang", language)
        block.set("dir", direction_of(language))
    return blocks


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
