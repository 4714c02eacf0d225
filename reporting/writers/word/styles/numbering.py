"""Word's own numbers: a shape (`w:abstractNum`) for each kind of list, a list (`w:num`) for each start at a number."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from reporting.document.numbering import language_at, lettering
from reporting.document.theme import Theme
from reporting.writers.word.parts.markup import attribute, twips

LEVELS = 9
BULLETS = ("\u2022", "\u2013", "\u25aa")
FORMATS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "ru a": "russianLower", "ru A": "russianUpper", "fa a": "arabicAbjad", "fa A": "arabicAbjad",
}  # fmt: skip
STEP = 19.0
"""Indent of one level in points."""
CLAUSE = 28.3
"""Indent of a clause's text in points: room for two digits and a full stop."""
GAP = 5.7
"""Between a number, set flush right as in the PDF, and the text."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and stands."""

    format: str
    text: str
    """`%1.` stands for the first level's number and a full stop."""
    left: float
    """Indent of the text in points."""
    runs_left: bool = False
    """Whether its lines run from right to left."""

    def xml(self, at: int, look: str) -> str:
        hanging = twips(self._hanging())
        # `left` is where lines begin, and `right` where they end; in lines from right to left not every program
        # turns the second round, so that a number flush with the text would lie over it.
        begins = "left" if self.format == "bullet" or self.runs_left else "right"
        return (
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{self.format}"/>'
            f'<w:lvlText w:val="{attribute(self.text)}"/><w:lvlJc w:val="{begins}"/>'
            f'<w:pPr><w:ind w:left="{twips(self.left)}" w:hanging="{hanging}"/></w:pPr>{look}</w:lvl>'
        )

    def _hanging(self) -> float:
        """Where the number stands, counted back from the text."""
        if self.format == "bullet":
            return STEP - 6
        return STEP if self.runs_left else GAP


Shape = tuple[Level, ...]


def facing(shape: Shape, *, rtl: bool) -> Shape:
    """The shape for lists whose lines run from right to left, or as it is."""
    return tuple(replace(level, runs_left=True) for level in shape) if rtl else shape


def left_of(level: int, *, clauses: bool) -> float:
    """Indent of a level's text in points; what is in clauses stands further in."""
    return (CLAUSE if clauses else STEP) + STEP * level


def bullets(*, in_clauses: bool) -> Shape:
    return tuple(Level("bullet", BULLETS[min(at, 2)], left_of(at, clauses=in_clauses)) for at in range(LEVELS))


def counted(kind: str, *, in_clauses: bool) -> Shape:
    """An ordered list of one kind (`1`, `a`, `A`, `i`, `I`, `ru a`) at any depth; all papers print letters in brackets."""
    pattern = "%{}." if kind == "1" else "%{})" if " " in kind else "(%{})"
    return tuple(Level(FORMATS[kind], pattern.format(at + 1), left_of(at, clauses=in_clauses)) for at in range(LEVELS))


def clauses(kinds: tuple[str, ...]) -> Shape:
    """Numbered paragraphs with the kinds of the lists in them: `1.`, then `(i)` or `(a)`, or `1.1` for figures."""
    padded = (*kinds, *["1"] * LEVELS)[:LEVELS]
    return tuple(
        Level(FORMATS[kind], _clause_text(padded, at, kind), left_of(at, clauses=True))
        for at, kind in enumerate(padded)
    )


def _clause_text(kinds: tuple[str, ...], at: int, kind: str) -> str:
    if at == 0:
        return "%1."
    if kind != "1":
        return f"%{at + 1})" if " " in kind else f"(%{at + 1})"
    if all(above == "1" for above in kinds[:at]):
        return ".".join(f"%{level + 1}" for level in range(at + 1))
    return f"%{at + 1}."


class Numbering:
    """The lists of one document."""

    def __init__(self, look: str) -> None:
        self._look = look
        """Run properties of the numbers."""
        self._shapes: dict[tuple[Shape, str], int] = {}
        self._lists: list[tuple[int, int, int]] = []
        """Shape, level and start of each list; its number is its place, counted from 1."""

    def new(self, shape: Shape, level: int, start: int, column: str = "") -> int:
        """The number of a new list that starts at the number given.

        Lists of one shape count together in Word, so that each column of a bilingual paper has shapes of its own.
        """
        key = self._shapes.setdefault((shape, column), len(self._shapes))
        self._lists.append((key, level, start))
        return len(self._lists)

    def xml(self) -> str:
        """The content of the numbering part."""
        shapes = "".join(_abstract(key, shape, self._look) for (shape, _), key in self._shapes.items())
        return shapes + "".join(_list(at, *made) for at, made in enumerate(self._lists, 1))

    def __bool__(self) -> bool:
        return bool(self._lists)


def _abstract(key: int, shape: Shape, look: str) -> str:
    levels = "".join(level.xml(at, look) for at, level in enumerate(shape))
    return f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'


def _list(number: int, key: int, level: int, start: int) -> str:
    override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{key}"/>{override}</w:num>'


class Counter:
    """What a list counts: one of Word's lists, and another one where the count jumps."""

    def __init__(
        self, numbering: Numbering, shape: Shape, level: int, start: int, *, num: int = 0, column: str = ""
    ) -> None:
        self._numbering, self._shape, self._level, self._column = numbering, shape, level, column
        self._num = num or numbering.new(shape, level, start, column)
        self.next = start
        """The number of the next item where nothing else is said."""

    def item(self, wanted: int) -> int:
        """Word's list for an item of the number wanted."""
        if wanted != self.next:
            self._num = self._numbering.new(self._shape, self._level, wanted, self._column)
        self.next = wanted + 1
        return self._num


def clause_kinds(tree: HtmlElement) -> tuple[str, ...]:
    """The kinds of the levels in the paper's clauses, by the first list found on each level."""
    kinds = ["1"]
    found = tree.xpath("//ol[contains(concat(' ', @class, ' '), ' clauses ')]/li/ol")
    while found:
        kinds.append(kind_of(found[0]))
        found = [inner for outer in found for inner in outer.xpath("li/ol")]
    return tuple(kinds[:LEVELS])


def kind_of(ol: HtmlElement) -> str:
    """The kind of an ordered list: its `type`, after the language where that has letters of its own."""
    kind = ol.get("type")
    own = lettering(kind or "1", language_at(ol))
    return f"{own} {kind}" if own else kind if kind in FORMATS else "1"


def number_look(theme: Theme) -> str:
    """Numbers and bullets in the headings' font and ink, upright and regular whatever the text is."""
    family = attribute(theme.fonts["heading"].family)
    return (
        f'<w:rPr><w:rFonts w:ascii="{family}" w:hAnsi="{family}"/><w:b w:val="0"/><w:bCs w:val="0"/>'
        f'<w:i w:val="0"/><w:iCs w:val="0"/><w:color w:val="{theme.colours["ink"][1:]}"/></w:rPr>'
    )
