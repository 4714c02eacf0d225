"""Styles of a letterhead and of the house in one part: the letterhead's where it has one of that name, else the house's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from reporting.writers.word.letterhead.borrowed import W
from reporting.writers.word.parts.markup import DECLARED, NAMESPACES, attribute
from reporting.writers.word.styles.named import role_styles

REFERENCE = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val=")([^"]+)"')
OPENING = re.compile(r'(w:styleId=")([^"]+)"')
NAME = re.compile(r'<w:name w:val="[^"]*"/>')


@dataclass(frozen=True, slots=True)
class Merged:
    """A styles part and the identifiers that its styles have there."""

    xml: str
    ids: Mapping[str, str]
    """Identifiers of the house's styles to those in the part, where they differ."""

    def applied(self, xml: str) -> str:
        """The XML with every style under its identifier in the part."""
        return REFERENCE.sub(self._replaced, xml) if self.ids else xml

    def _replaced(self, found: re.Match[str]) -> str:
        return f'{found[1]}{self.ids.get(found[2], found[2])}"'


def unknown_styles(letterhead: bytes, names: Mapping[str, str]) -> dict[str, list[str]]:
    """Names in a style map that the letterhead does not have, each with those it has."""
    known = {name.casefold(): name for _, name, _ in _styles(etree.fromstring(letterhead))}
    return {name: sorted(known.values()) for name in names.values() if name.casefold() not in known}


def renamed(ours: str, names: Mapping[str, str]) -> str:
    """The house's styles under the names that a style map gives them."""
    for role, name in names.items():
        for key in role_styles(role):
            at = ours.find(f'w:styleId="{key}"')
            if at >= 0:
                ours = ours[:at] + NAME.sub(lambda _, name=name: _name(name), ours[at:], count=1)  # type: ignore[misc]
    return ours


def merged(letterhead: bytes, ours: str, names: Mapping[str, str], language: str) -> Merged:
    """The letterhead's styles, with those of the house that it lacks.

    Args:
        letterhead: its styles part.
        ours: the house's.
        names: name of the style that stands for each role, where it is not the usual one.
        language: `w:lang` of the document.
    """
    root = etree.fromstring(letterhead)
    wanted = {key: name.casefold() for role, name in names.items() for key in role_styles(role)}
    theirs = {(kind, name.casefold()): key for kind, name, key in _styles(root)}
    taken = {key for _, _, key in _styles(root)}
    ids: dict[str, str] = {}
    lacking: list[etree._Element] = []
    for style in etree.fromstring(ours.encode()).iterchildren(f"{W}style"):
        kind, name, key = _style(style)
        found = theirs.get((kind, wanted.get(key, name.casefold())))
        if found is None:
            lacking.append(style)
            found = f"House{key}" if key in taken else key
        ids[key] = found
    return _joined(root, lacking, {key: found for key, found in ids.items() if key != found}, language)


def _joined(root: etree._Element, lacking: list[etree._Element], ids: dict[str, str], language: str) -> Merged:
    found = Merged("", ids)
    has_default = {each.get(f"{W}type") for each in root.iterchildren(f"{W}style") if each.get(f"{W}default") == "1"}
    for style in lacking:
        own = etree.tostring(style, encoding="unicode", with_tail=False)
        text = OPENING.sub(lambda match: f'{match[1]}{ids.get(match[2], match[2])}"', found.applied(own))
        added = etree.fromstring(text)
        if added.get(f"{W}type") in has_default and f"{W}default" in added.attrib:
            del added.attrib[f"{W}default"]
        root.append(added)
    _speak(root, language)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    return Merged(etree.tostring(root, encoding="unicode"), ids)


def _speak(root: etree._Element, language: str) -> None:
    """Sets the language that text has where nothing else is said."""
    w = {"w": NAMESPACES["w"]}
    defaults = root.find(f"{W}docDefaults")
    if defaults is None:
        defaults = etree.Element(f"{W}docDefaults", nsmap=w)
        root.insert(0, defaults)
    holder = defaults
    for name in ("rPrDefault", "rPr"):
        inner = holder.find(f"{W}{name}")
        if inner is None:
            inner = etree.Element(f"{W}{name}", nsmap=w)
            holder.insert(0, inner)
        holder = inner
    following = [each for each in holder if each.tag in (f"{W}eastAsianLayout", f"{W}specVanish", f"{W}oMath")]
    at = holder.index(following[0]) if following else len(holder)
    holder.insert(at, etree.fromstring(f"<x {DECLARED}>{language}</x>")[0])


def _styles(root: etree._Element) -> list[tuple[str, str, str]]:
    return [_style(style) for style in root.iterchildren(f"{W}style")]


def _style(style: etree._Element) -> tuple[str, str, str]:
    """Type, name and identifier."""
    name = style.find(f"{W}name")
    shown = "" if name is None else name.get(f"{W}val", "")
    return style.get(f"{W}type", "paragraph"), shown, style.get(f"{W}styleId", "")


def _name(name: str) -> str:
    return f'<w:name w:val="{attribute(name)}"/>'
