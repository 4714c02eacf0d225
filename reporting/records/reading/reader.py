"""YAML bytes become a tree with places, and nothing else.

The parser's *events* are read one by one, and each is weighed before anything is built from it: a file of
brackets, aliases or merge keys cannot make the reader slow, deep or wrong. What YAML has beyond texts, maps
and sequences (anchors, tags, merge keys, several documents) is refused, all of it in one run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError

from reporting.problems import Checked, Place
from reporting.records.reading import characters
from reporting.records.reading.decoding import decoded
from reporting.records.reading.findings import Findings
from reporting.records.reading.syntax import explain, mark_at
from reporting.records.reading.tree import Map, Mark, Seq, Value

MAX_DEPTH: Final = 32
MAX_NODES: Final = 200_000

_TYPED: Final[dict[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_DROPPED: Final = "(dropped)"
"""Stands for a key that was refused, so that its value is read but not kept; known by identity, not by its text."""
_CUT: Final = re.compile(r" #(?<=\S #)")


class _PureParser(Reader, Scanner, Parser):
    """PyYAML's own parser, for machines without libyaml."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def read_yaml(data: bytes, file: str, *, pure: bool = not yaml.__with_libyaml__) -> Checked[Value]:
    """What a YAML file holds, with every finding that did not stop the reading.

    An empty file gives None. Errors among the problems mean that the value lacks what was refused.

    Args:
        data: the file's bytes.
        file: its path from the workspace's root, for the places.
        pure: read with PyYAML's own parser instead of libyaml; slower, with the same rules.

    Raises:
        Failed: the file is too large, too deep, not UTF-8, or not YAML; carries all that was found before.
    """
    text = decoded(data, file)
    return _Reading(text, file).run(pure=pure)


class _Reading:
    """One file on its way from text to tree."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.found = Findings(text, file)
        self.nodes = 0
        self.documents = 0
        self.root: Value = None
        self.top: Map | Seq | None = None
        self.key: str | None = None
        """Key that waits for its value, if `top` is a map."""
        self.above: list[tuple[Map | Seq | None, str | None]] = []
        self.cuts = {match.start() for match in _CUT.finditer(text)}
        self.has_escapes = "\\" in text
        self.isolates = characters.isolates(text)
        """Indices of the isolates that stand in no text as yet."""
        self.has_isolates = bool(self.isolates)

    def run(self, *, pure: bool) -> Checked[Value]:
        text = self.found.look_at_source()
        try:
            for event in events(text, pure=pure):
                _HANDLERS[type(event)](self, event)
                if self.documents > 1:
                    break
        except yaml.YAMLError as error:
            raise self.found.failure(explain(error, text, self.file)) from None
        for index in sorted(self.isolates):
            self.found.refuse("Y008", "a direction isolate stands outside of any text", mark_at(text, index))
        return Checked(self.root, self.found.all())

    def take_scalar(self, event: Any) -> None:
        self._count(event)
        is_escaped = self.has_escapes and event.style == '"'
        if is_escaped:
            self.found.look_at_escaped(event, _mark(event))
        if is_escaped or self.has_isolates:
            self._look_at_isolates(event)
        if self.key is None and type(self.top) is Map:
            self._take_key(event, self.top)
        elif event.style:
            self._put(event.value, event, is_quoted=True)
        else:
            self._put(_TYPED.get(event.value, event.value), event)
            if self.cuts and event.end_mark.index in self.cuts:
                self._warn_of_cut(event)

    def _take_key(self, event: Any, top: Map) -> None:
        key = event.value
        self.key = _DROPPED
        if key == "<<" and not event.style:
            self.found.refuse("Y013", "merge keys (<<) are not allowed", _mark(event))
        elif not key:
            self.found.refuse("Y015", "a key is empty", _mark(event))
        elif key in top.keys_at:
            first = Place(self.file, *top.keys_at[key])
            sentence = f"the key {_short(key)} stands twice in one map, first on line {first.line}"
            self.found.refuse("Y014", sentence, _mark(event), also=(first,))
        else:
            top.keys_at[key] = _mark(event)
            self.key = key

    def take_alias(self, event: Any) -> None:
        self._count_node(event)
        self.found.refuse("Y010", f"references ({_short('*' + event.anchor)}) are not allowed", _mark(event))
        if self.key is None and type(self.top) is Map:
            self.key = _DROPPED
        else:
            self._put(None, event)

    def take_map(self, event: Any) -> None:
        self._open(Map(self.file, _mark(event)), event)

    def take_seq(self, event: Any) -> None:
        self._open(Seq(self.file, _mark(event)), event)

    def _open(self, container: Map | Seq, event: Any) -> None:
        self._count(event)
        if len(self.above) >= MAX_DEPTH:
            hint = "a record is at most ten levels deep: look for stray brackets"
            raise self.found.stop("Y006", f"nested deeper than {MAX_DEPTH} levels", _mark(event), hint=hint)
        key_above = None
        if self.key is None and type(self.top) is Map:
            self.found.refuse("Y015", "a key must be text, not a map or a sequence", _mark(event))
            key_above = _DROPPED
        else:
            self._put(container, event)
        self.above.append((self.top, key_above))
        self.top, self.key = container, None

    def take_end(self, event: Any) -> None:
        self.top, self.key = self.above.pop()

    def take_document(self, event: Any) -> None:
        self.documents += 1
        if event.tags:
            self.found.refuse("Y011", "%TAG directives are not allowed", _mark(event))
        if self.documents > 1:
            self.found.refuse("Y016", "a second document begins here", _mark(event))

    def take_nothing(self, event: Any) -> None:
        """Starts and ends of the stream say nothing that is wanted."""

    def _count(self, event: Any) -> None:
        self._count_node(event)
        if event.anchor:
            self.found.refuse("Y010", f"anchors ({_short('&' + event.anchor)}) are not allowed", _mark(event))
        if event.tag:
            self.found.refuse("Y011", f"tags ({_short(event.tag)}) are not allowed", _mark(event))

    def _count_node(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            hint = "split it into one file for each subject"
            raise self.found.stop("Y004", f"more than {MAX_NODES:,} values in one file", _mark(event), hint=hint)

    def _put(self, value: Value, event: Any, *, is_quoted: bool = False) -> None:
        top, key = self.top, self.key
        if type(top) is Map:
            self.key = None
            if key is not None and key is not _DROPPED:
                top[key] = value
                top.values_at[key] = _mark(event) if value is not None else _mark_of_nothing(event, top.keys_at[key])
                if is_quoted:
                    top.quoted.add(key)
        elif type(top) is Seq:
            if is_quoted:
                top.quoted.add(len(top))
            top.append(value)
            top.items_at.append(_mark(event))
        else:
            self.root = value

    def _look_at_isolates(self, event: Any) -> None:
        if self.isolates:
            self.isolates.difference_update(range(event.start_mark.index, event.end_mark.index))
        if not characters.is_balanced(event.value):
            self.found.refuse("Y008", "a direction isolate is not closed in its paragraph", _mark(event))

    def _warn_of_cut(self, event: Any) -> None:
        mark = event.end_mark.line + 1, event.end_mark.column + 2
        self.found.warn("Y030", "the text ends before this #: what follows is a comment", mark)


def events(text: str, *, pure: bool = not yaml.__with_libyaml__) -> Iterator[yaml.Event]:
    """What the parser meets in a text, with marks.

    Raises:
        yaml.YAMLError: it is no YAML.
    """
    parser: Any = _PureParser(text) if pure else yaml.CLoader(text)
    try:
        while (event := parser.get_event()) is not None:
            yield event
    except (ValueError, OverflowError):  # PyYAML's own parser: escapes beyond Unicode, versions of 5,000 digits
        raise ScannerError(problem="unknown escape", problem_mark=parser.get_mark()) from None


def _mark(event: Any) -> Mark:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _mark_of_nothing(event: Any, key: Mark) -> Mark:
    """Where a null stands, or its key: behind `? key` the parser sees nothing on the next line, which may not be there."""
    is_written = event.start_mark.index < event.end_mark.index
    return _mark(event) if is_written or event.start_mark.line < key[0] else key


def _short(name: str) -> str:
    return f"“{name}”" if len(name) <= 40 else f"“{name[:40]}…”"


_HANDLERS: Final[dict[type[yaml.Event], Callable[[_Reading, Any], None]]] = {
    yaml.ScalarEvent: _Reading.take_scalar,
    yaml.AliasEvent: _Reading.take_alias,
    yaml.MappingStartEvent: _Reading.take_map,
    yaml.SequenceStartEvent: _Reading.take_seq,
    yaml.MappingEndEvent: _Reading.take_end,
    yaml.SequenceEndEvent: _Reading.take_end,
    yaml.DocumentStartEvent: _Reading.take_document,
    yaml.DocumentEndEvent: _Reading.take_nothing,
    yaml.StreamStartEvent: _Reading.take_nothing,
    yaml.StreamEndEvent: _Reading.take_nothing,
}
