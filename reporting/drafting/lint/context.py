"""Where in the HTML each expression of a template is printed: between tags, in an attribute, or where none may be."""

from __future__ import annotations

import re

from jinja2 import nodes

TEXT, QUOTED, TAG, RAW = "text", "quoted", "tag", "raw"
_RAW = ("style", "script")
_STEPS = {
    TEXT: re.compile(r"<!--|<(/?)([a-zA-Z][a-zA-Z0-9]*)"),
    TAG: re.compile(r"[\"']|>"),
    "comment": re.compile(r"-->"),
}


class Position:
    """Follows the HTML of a template from piece to piece, as a browser's reader would."""

    def __init__(self) -> None:
        self.state = TEXT
        self.element = ""
        self.quote = ""

    @property
    def context(self) -> str:
        """What an expression here would be printed into."""
        return RAW if self.state in {"comment", "raw"} else self.state

    def feed(self, text: str) -> None:
        """Go over a piece of HTML."""
        at = 0
        while at < len(text):
            match = self._pattern().search(text, at)
            if match is None:
                return
            self._step(match)
            at = match.end()

    def _pattern(self) -> re.Pattern[str]:
        if self.state == QUOTED:
            return re.compile(self.quote)
        if self.state == "raw":
            return re.compile(rf"</{self.element}\s*>", re.IGNORECASE)
        return _STEPS[self.state]

    def _step(self, match: re.Match[str]) -> None:
        found = match[0]
        if self.state == TEXT:
            self.state = "comment" if found == "<!--" else TAG
            self.element = "" if found == "<!--" or match[1] else match[2].lower()
        elif self.state == TAG:
            self.quote = found
            self.state = QUOTED if found != ">" else "raw" if self.element in _RAW else TEXT
        elif self.state == QUOTED:
            self.state = TAG
        else:
            self.state = TEXT


def contexts(tree: nodes.Template) -> dict[int, str]:
    """The context of each printed expression, by the identity of its node; the branches of a condition follow on."""
    found: dict[int, str] = {}
    position = Position()
    for output in tree.find_all(nodes.Output):
        for each in output.nodes:
            if isinstance(each, nodes.TemplateData):
                position.feed(each.data)
            else:
                found[id(each)] = position.context
    return found
