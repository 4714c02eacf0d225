"""Comments on a draft: a range in the text, the words of the comment in a part of their own."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml.html import HtmlElement

from reporting.document.brackets import is_comment
from reporting.writers.word.inlines.inline import change_of
from reporting.writers.word.parts.markup import attribute, on, ppr, val
from reporting.writers.word.writing.html import Fmt, inherited, nodes
from reporting.writers.word.writing.paper import Paper
from reporting.writers.word.writing.runs import Flow

LOOK = f"<w:rPr>{val('rStyle', 'CommentReference')}</w:rPr>"
CAPITAL = re.compile(r"\b\w")


def comment_on(element: HtmlElement, fmt: Fmt, flow: Flow, paper: Paper) -> None:
    """Adds what stands in the element, in the range of each comment that ends it."""
    comments = [child for child in element if is_comment(child)]
    first = len(paper.comments)
    paper.comments += [""] * len(comments)  # keeps their places, for there may be comments within the range
    # LibreOffice 7.4 takes the note of a comment's number for the comment's, and loses the text of other notes.
    numbers = range(paper.all_notes + first + 1, paper.all_notes + len(paper.comments) + 1)
    flow.put("".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers))
    for node in nodes(element):
        if isinstance(node, str) or not is_comment(node):
            paper.inline(node, fmt, flow)
    flow.end_line()
    for at, (number, comment) in enumerate(zip(numbers, comments, strict=True), first):
        paper.comments[at] = written(comment, number, paper)
        call = f'<w:r>{LOOK}<w:commentReference w:id="{number}"/></w:r>'
        flow.put(f'<w:commentRangeEnd w:id="{number}"/>{call}')


def written(comment: HtmlElement, number: int, paper: Paper) -> str:
    """The comment itself: whose it is, of which day, its words."""
    about = change_of(comment, paper)
    fmt = replace(inherited(paper.place.fmt, comment), change=None)
    words = paper.runs.write(paper.flow(comment, fmt), paper.linked)
    properties = {"pStyle": val("pStyle", "CommentText")} | ({"bidi": on("bidi")} if fmt.rtl else {})
    return (
        f'<w:comment w:id="{number}" w:author="{attribute(about.author)}" w:date="{about.date}" '
        f'w:initials="{attribute(initials(about.author))}"><w:p>{ppr(properties)}'
        f"<w:r>{LOOK}<w:annotationRef/></w:r>{words}</w:p></w:comment>"
    )


def initials(author: str) -> str:
    """What Word shows beside a comment.

    >>> initials("Republic of Velmora"), initials("EU"), initials("Пётр Ланской")
    ('RV', 'EU', 'ПЛ')
    """
    if author.isupper() and " " not in author:
        return author
    letters = "".join(CAPITAL.findall(author))
    return "".join(filter(str.isupper, letters)) or letters.upper()
