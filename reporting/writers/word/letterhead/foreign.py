"""Word files from elsewhere, looked at before anything reads them: the zip first, then each part as text.

No program of others opens such a file here. A small file can unfold to gigabytes, name files on the reader's disk,
or ask a server for a template each time it is opened.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO

from lxml import etree

from reporting.problems import Failed, Problem

MOST_PARTS = 400
LARGEST_XML = 8 << 20
LARGEST = 40 << 20
"""Bytes of all parts together, unpacked."""
RATIO = 60
"""How often a part of more than a megabyte may be larger than its packed bytes."""
BODY = "word/document.xml"
XML = (".xml", ".rels")
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
WEB = re.compile(r"(?:https?://|mailto:)\S+\Z", re.IGNORECASE)

Parts = Mapping[str, bytes]


def parts_of(data: bytes) -> Parts:
    """The parts of a Word file by name, each within bounds.

    Raises:
        Failed: it is no Word file [W061], or one that is not safe to read [W062].
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            parts = _unpacked(file)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError, RuntimeError):
        raise _no_word_file() from None
    except zipfile.zlib.error:  # type: ignore[attr-defined]  # the module that it unpacks with
        raise _no_word_file() from None
    if BODY not in parts or "[Content_Types].xml" not in parts:
        raise _no_word_file()
    _refuse_macros(parts)
    for name in parts:
        if name.endswith(".rels"):
            _refuse_strangers(name, parts)
    return parts


def tree_of(parts: Parts, name: str) -> etree._Element:
    """A part as a tree; nothing outside of it is asked for.

    Raises:
        Failed: it is not XML in UTF-8 [W061], or declares entities [W062].
    """
    data = parts[name]
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise _unsafe(f"{name} declares entities, with which a short text can unfold without end")
    try:
        data.decode("utf-8-sig")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        return etree.fromstring(data, parser)
    except (UnicodeDecodeError, etree.XMLSyntaxError):
        raise Failed(Problem("W061", f"{name} in it is not XML in UTF-8", hint=SAVE_AGAIN)) from None


def relations(parts: Parts, owner: str) -> dict[str, tuple[str, str, bool]]:
    """What a part leads to, by identifier: the kind, the part's name or the address, whether it is outside."""
    folder, _, name = owner.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels"
    if rels not in parts:
        return {}
    found = {}
    for each in tree_of(parts, rels).iter(RELATION):
        outside = each.get("TargetMode") == "External"
        target = each.get("Target", "")
        kind = each.get("Type", "").rpartition("/")[2]
        found[each.get("Id", "")] = (kind, target if outside else _absolute(folder, target), outside)
    return found


def _unpacked(file: zipfile.ZipFile) -> dict[str, bytes]:
    entries = file.infolist()
    if len(entries) > MOST_PARTS:
        raise _unsafe(f"it has {len(entries):,} parts, more than {MOST_PARTS}")
    names = [entry.filename for entry in entries]
    if len({name.casefold() for name in names}) < len(names) or any(map(_leads_out, names)):
        raise _unsafe("the names of its parts are doubled, or lead out of it")
    parts: dict[str, bytes] = {}
    room = LARGEST
    for entry in entries:
        if entry.flag_bits & 1:
            raise _unsafe("it is encrypted")
        if not entry.is_dir():
            parts[entry.filename] = _read(file, entry, room)
            room -= len(parts[entry.filename])
    return parts


def _read(file: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    """One part; what the zip says of its size is not trusted."""
    most = min(room, LARGEST_XML if entry.filename.endswith(XML) else LARGEST)
    with file.open(entry) as packed:
        data = packed.read(most + 1)
    if len(data) > most or (len(data) > 1 << 20 and len(data) > RATIO * max(entry.compress_size, 1)):
        raise _unsafe(f"{entry.filename} unfolds to more than a Word file needs")
    return data


def _leads_out(name: str) -> bool:
    return name.startswith("/") or any(sign in name for sign in ("..", "\\", ":", "\0"))


def _refuse_macros(parts: Parts) -> None:
    kinds = parts["[Content_Types].xml"]
    if b"macroEnabled" in kinds or any(name.casefold().endswith("vbaproject.bin") for name in parts):
        raise _unsafe("it holds macros")


def _refuse_strangers(rels: str, parts: Parts) -> None:
    """Links to web pages and mail addresses are all that may lead out of it."""
    for each in _outside(tree_of(parts, rels)):
        kind = each.get("Type", "").rpartition("/")[2]
        if kind != "hyperlink" or not WEB.match(each.get("Target", "")):
            what = {"attachedTemplate": "a template", "image": "a picture", "oleObject": "an object"}.get(
                kind, "something"
            )
            hint = "in Word: insert pictures instead of linking them; set Developer > Document Template to Normal"
            raise _unsafe(f"it asks for {what} that lies outside of it", hint)


def _outside(tree: etree._Element) -> Iterator[etree._Element]:
    return (each for each in tree.iter(RELATION) if each.get("TargetMode") == "External")


def _absolute(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    steps: list[str] = []
    for step in f"{folder}/{target}".split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


SAVE_AGAIN = "open it in Word, and save it as “Word Document (.docx)”"


def _no_word_file() -> Failed:
    return Failed(Problem("W061", "the file is no Word document", hint=SAVE_AGAIN))


def _unsafe(why: str, hint: str = SAVE_AGAIN) -> Failed:
    return Failed(Problem("W062", f"the Word file is not safe to read: {why}", hint=hint))
