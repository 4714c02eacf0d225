"""Documents for the PDF bench: a press release of two pages and a pack of some sixty, with fresh words for each seed.

Fresh words matter: a cache that only wins because the same text comes twice would win nothing in an office.
"""

from __future__ import annotations

from datetime import date
from random import Random  # noqa: TID251  # fresh words, the same for the same seed

from reporting.document.document import Document, Properties

SYLLABLES = (
    "ba",
    "cor",
    "den",
    "el",
    "fi",
    "gra",
    "hu",
    "in",
    "jo",
    "ka",
    "lor",
    "mi",
    "na",
    "ost",
    "pre",
    "qui",
    "ra",
    "sel",
    "tor",
    "un",
    "ver",
    "wi",
    "xe",
    "yar",
    "zon",
)


class Words:
    """Sentences of invented words, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311  # no secret

    def word(self) -> str:
        return "".join(self._random.choice(SYLLABLES) for _ in range(self._random.choice((1, 2, 2, 3, 4))))

    def words(self, number: int) -> str:
        return " ".join(self.word() for _ in range(number))

    def sentence(self, number: int = 16) -> str:
        return self.words(number).capitalize() + "."

    def paragraph(self, sentences: int = 4) -> str:
        said = " ".join(self.sentence(self._random.randint(9, 22)) for _ in range(sentences))
        return f"<p>{said} <strong>{self.words(3)}</strong> {self.sentence()}</p>"

    def number(self) -> int:
        return self._random.randint(100, 99_999)


def press_release(seed: int) -> Document:
    """Two pages: headings, lists, a table, links, notes."""
    words = Words(seed)
    items = "".join(f"<li>{words.sentence()}</li>" for _ in range(4))
    body = "".join(f"<h2>{words.words(4).capitalize()}</h2>{words.paragraph()}{words.paragraph()}" for _ in range(3))
    return _document(
        f"""<p class="running-head">Bench</p>
<header class="masthead"><p>{words.words(4).capitalize()}</p><p>Press release</p></header>
<h1>{words.words(8).capitalize()}</h1>
<p class="dateline">{words.words(2).capitalize()}, 21 October 2031</p>
<p class="lead">{words.sentence(30)}</p>{body}{_table(words, 8)}
<p>{words.sentence()}{_call(1)}</p>{_note(words, 1)}<ul>{items}</ul>{words.paragraph()}
<address class="contacts">{words.words(2).title()}<br><a href="mailto:press@example.org">press@example.org</a></address>
""",
        words,
    )


def pack(seed: int, parts: int = 24) -> Document:
    """A cover, contents and parts of two to three pages each, with a table and a note in each."""
    words = Words(seed)
    titles = [words.words(4).capitalize() for _ in range(parts)]
    contents = "".join(f'<li><a href="#part-{n}">{title}</a></li>' for n, title in enumerate(titles))
    tabs = "".join(_tab(words, n, title) for n, title in enumerate(titles))
    return _document(
        f"""<p class="marking">Restricted</p><p class="running-head">{words.words(5)}</p>
<section class="cover"><h1>{words.words(6).capitalize()}</h1><p>{words.words(4)}</p></section>
<nav role="doc-toc"><h2>Contents</h2><ol>{contents}</ol></nav>{tabs}""",
        words,
    )


def _tab(words: Words, number: int, title: str) -> str:
    text = "".join(words.paragraph() for _ in range(5))
    clauses = "".join(f"<li><p>{words.sentence(28)}</p></li>" for _ in range(5))
    return f"""<section class="tab" id="part-{number}"><h2>{title}</h2>{text}
<h3>{words.words(3).capitalize()}</h3><p>{words.sentence()}{_call(number)}</p>{_note(words, number)}
{_table(words, 18)}{text}<ol class="clauses">{clauses}</ol></section>"""


def _table(words: Words, rows: int) -> str:
    body = "".join(
        f'<tr><th scope="row">{words.words(2)}</th><td>{words.words(7)}</td><td class="number">{words.number()}</td></tr>'
        for _ in range(rows)
    )
    return f"""<table><caption>{words.words(4).capitalize()}</caption>
<thead><tr><th scope="col">{words.word()}</th><th scope="col">{words.word()}</th><th scope="col">{words.word()}</th></tr></thead>
<tbody>{body}</tbody></table>"""


def _call(number: int) -> str:
    return f'<a role="doc-noteref" href="#note-{number}">{number + 1}</a>'


def _note(words: Words, number: int) -> str:
    return f'<aside role="doc-footnote" id="note-{number}"><p>{words.sentence(20)}</p></aside>'


def _document(body: str, words: Words) -> Document:
    properties = Properties(
        title=words.words(5).capitalize(), language="en", author="Bench", created=date(2031, 10, 21)
    )
    return Document(f'<article lang="en">{body}</article>', properties)


def values_of(document: Document) -> dict[str, list[dict[str, str]]]:
    """What such a document would have been drafted from: one value for each paragraph, item and cell of its text."""
    texts = (" ".join(element.text_content().split()) for element in document.tree().iter("p", "li", "td", "th"))
    return {"facts": [{"text": text} for text in texts]}


def paths_of(values: dict[str, list[dict[str, str]]]) -> list[str]:
    """The paths of all of them, as a paper reads them."""
    return [f"facts[{number}].text" for number in range(len(values["facts"]))]
