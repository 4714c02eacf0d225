"""Beginnings: the record of a next round, made from the one before, and the files of a new document type."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reporting.drafting.typefiles import types_of
from reporting.problems import Failed, Place, Problem
from reporting.records.model.values import is_safe_id
from reporting.records.nearest import did_you_mean
from reporting.records.reading.reader import read_yaml
from reporting.records.reading.tree import Map, Seq, Value
from reporting.workspace import Workspace

STANDING = ("party_order", "level", "together", "programmes")
"""Keys that the next round takes over as they are."""
LEADING = re.compile(r"(\d{1,6})(?:-|\Z)")
BARE = re.compile(r"[A-Za-z][A-Za-z0-9 ._–’-]*\Z")
TRUTHS = {"true", "false", "null", "yes", "no", "on", "off"}


@dataclass(frozen=True, slots=True)
class Begun:
    """A new file and what it was begun from."""

    path: str
    text: str
    like: str
    """Id of the round that it continues."""
    doubt: str = ""
    """What may be wrong with its id, as a sentence."""


def begun_round(workspace: Workspace, dialogue: str, name: str, like: str | None = None) -> Begun:
    """The record of the next round of a dialogue.

    Raises:
        Failed: there is no such dialogue or round [B011], the id is taken [B012] or not safe [R040], or the round to
            continue cannot be read.
    """
    folder = f"data/dialogues/{dialogue}"
    rounds = _rounds(workspace, dialogue)
    path = f"{folder}/{name}/round.yaml"
    if not is_safe_id(name):
        wanted = "small letters, digits and single hyphens, such as 05-ashgabat"
        raise Failed(Problem("R040", f"“{name}” is not safe as a file name everywhere", hint=wanted))
    if name in rounds:
        raise Failed(Problem("B012", "there is such a round already", Place(path), hint="choose another id"))
    records = {each: _record(workspace, f"{folder}/{each}/round.yaml") for each in rounds}
    last = like if like is not None else max(records, key=lambda each: _number(records[each]))
    if last not in records:
        hint = did_you_mean(last, sorted(records), f"the rounds are {', '.join(sorted(records))}")
        raise Failed(Problem("B011", f"the dialogue has no round “{last}”", Place(folder), hint=hint))
    number = 1 + max(map(_number, records.values()))
    return Begun(path, _text(records[last], number, last), last, _doubt(name, number, rounds))


def _doubt(name: str, number: int, rounds: list[str]) -> str:
    """Why an id may not be meant: it begins with another number than the round has, or with that of another round."""
    given = LEADING.match(name)
    if given is None or int(given[1]) == number:
        return ""
    other = next((each for each in rounds if (own := LEADING.match(each)) and int(own[1]) == int(given[1])), "")
    beside = f", and “{other}” is there already" if other else ""
    return f"“{name}” begins with {int(given[1])}, but this is round {number}{beside}; rename the folder if that is not meant"


def begun_type(workspace: Workspace, name: str, like: str | None = None) -> Iterator[tuple[str, str]]:
    """The files of a new document type by path.

    Raises:
        Failed: there is no document type to copy [B011].
    """
    title = name.replace("-", " ").capitalize()
    if like is None:
        yield f"templates/{name}/type.yaml", TYPE_FILE.format(title=title)
        yield f"templates/{name}/en.html.j2", TEMPLATE
        return
    kinds = types_of(workspace).value
    if like not in kinds:
        hint = did_you_mean(like, sorted(kinds), f"there are {', '.join(sorted(kinds))}")
        raise Failed(Problem("B011", f"there is no document type “{like}”", hint=hint))
    for path in workspace.paths(f"templates/{like}"):
        text = workspace.read(path).decode("utf-8")
        if path.endswith("/type.yaml"):
            text = re.sub(r"^title:.*(\n[ \t]+.*)*", f"title: {{en: {title}}}", text, count=1, flags=re.MULTILINE)
        yield path.replace(f"templates/{like}/", f"templates/{name}/", 1), text


def _rounds(workspace: Workspace, dialogue: str) -> list[str]:
    paths = workspace.paths("data/dialogues")
    dialogues = sorted({path.split("/")[2] for path in paths if path.count("/") > 2})
    if dialogue not in dialogues:
        hint = did_you_mean(dialogue, dialogues, f"there are {', '.join(dialogues)}")
        raise Failed(Problem("B011", f"there is no dialogue “{dialogue}”", hint=hint))
    found = [
        path.split("/")[3] for path in paths if re.fullmatch(rf"data/dialogues/{dialogue}/[^/]+/round\.yaml", path)
    ]
    if not found:
        hint = "write its first round by hand; `reporting schema` lets your editor help"
        raise Failed(
            Problem("B011", "the dialogue has no round to begin from", Place(f"data/dialogues/{dialogue}"), hint)
        )
    return found


def _record(workspace: Workspace, path: str) -> Map:
    checked = read_yaml(workspace.read(path), path)
    if not checked.is_sound or not isinstance(checked.value, Map):
        raise Failed(checked.problems or Problem("R001", "the record is empty", Place(path)))
    return checked.value


def _number(record: Map) -> int:
    number = record.get("number")
    return int(number) if isinstance(number, str) and number.isdecimal() else 0


def _text(record: Map, number: int, like: str) -> str:
    lines = [
        "# yaml-language-server: $schema=../../../schema/round.json",
        f"# Begun from {like}: parties, subjects and standing data are carried over. What belongs to one day is empty.",
        "",
    ]
    lines += ["illustrative: true"] if record.get("illustrative") is True else []
    lines += [f"number: {number}", "state: planned", "start:                # fill in: first day, such as 2031-10-09"]
    lines += _venue(record)
    lines += ["# chairs:             # fill in: [{person: an id of people.yaml, party: an id}]"]
    lines += ["parties:              # fill in who leads each delegation", *_parties(record)]
    lines += [f"{key}: {flow(record[key])}" for key in STANDING if key in record]
    lines += _topics(record, like)
    lines += _press(record)
    return "\n".join([*lines, ""])


def _venue(record: Map) -> list[str]:
    mode = record.get("mode", "in-person")
    lines = [f"mode: {mode}"]
    if mode in ("video", "written"):
        return lines
    return [
        *lines,
        "place:",
        "  city:               # fill in",
        "  # country:          # fill in: an id of countries.yaml",
        "# invitation_by:      # fill in: an id of countries.yaml or organisations.yaml",
        "# hosts:              # fill in: [{person: an id of people.yaml, party: an id}]",
    ]


def _parties(record: Map) -> list[str]:
    lines: list[str] = []
    parties = record.get("parties")
    for each in parties if isinstance(parties, Seq) else ():
        if isinstance(each, Map) and "party" in each:
            lines.append(f"  - party: {flow(each['party'])}")
            lines += [f"    capacity: {flow(each['capacity'])}"] if "capacity" in each else []
            lines.append("    # head:           # fill in: an id of people.yaml")
    return lines


def _topics(record: Map, like: str) -> list[str]:
    topics = record.get("topics")
    kept = [each for each in topics if isinstance(each, Map)] if isinstance(topics, Seq) else []
    if not kept:
        return ["topics:               # fill in"]
    lines = [
        f"topics:               # carried over from {like}: look through, and fill in `context` where there is news"
    ]
    for each in kept:
        standing = {key: each[key] for key in ("id", "title") if key in each}
        lines.append("  - {" + ", ".join(f"{key}: {flow(value)}" for key, value in standing.items()) + "}")
    return lines


def _press(record: Map) -> list[str]:
    press = record.get("press")
    kept = {key: press[key] for key in ("city", "contacts") if key in press} if isinstance(press, Map) else {}
    lines = [f"  {key}: {flow(value)}" for key, value in kept.items()]
    return [
        *(["press:", *lines] if lines else []),
        "# press number, embargo, outcomes, quotes and next: fill in when they are known",
    ]


def flow(value: Value) -> str:
    """A value as YAML on one line."""
    if isinstance(value, Map):
        return "{" + ", ".join(f"{key}: {flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, Seq):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, str):
        is_bare = BARE.match(value) and value == value.strip() and value.lower() not in TRUTHS
        return value if is_bare else json.dumps(value, ensure_ascii=False)
    return "null" if value is None else str(value).lower()


TYPE_FILE = """\
# What this document type says of itself.
title: {{en: {title}}}
audience: internal              # its ceiling: public, partners, internal or restricted
formats: [pdf, docx, html, txt]
states: [planned, held, published]
dated_by: start                 # the day that it carries: issued or start
# parts: [statement, briefing, previous, earlier, commitments]     what it asks for besides the round
# needs: [statement]            without these there is no such paper
# pages: 2                      a longer paper gets a warning
"""
TEMPLATE = """\
{#- What the paper says. `reporting check` knows every field, and says which one is above the ceiling of the type. -#}
{% extends "house/base.html.j2" %}

{% block title %}{{ paper.title }}: {{ dialogue.name }}{% endblock %}

{% block body %}
<h1>{{ paper.title }}</h1>
<p class="lead">{{ dialogue.name }}, {{ round.number | ordinal }} round, {{ round.start | dates(round.end) }}{% if round.place %}, {{ round.place.city }}{% endif %}</p>
<h2>Parties</h2>
<ul>
{% for delegation in round.parties %}<li>{{ delegation.party.official }}</li>
{% endfor %}
</ul>
{% if round.topics %}
<h2>Subjects</h2>
<ul>
{% for topic in round.topics %}<li>{{ topic.title }}</li>
{% endfor %}
</ul>
{% endif %}
{% endblock %}
"""
