"""The schemas that editors read, judged by jsonschema, and the pages made from the model."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reporting.records.kinds import KINDS, SCHEMAS, kind_of
from reporting.records.pages.reference_page import records_page
from reporting.records.pages.schema import json_schema, schema_text
from reporting.records.reading.reader import read_yaml
from reporting.records.reading.tree import Map, Seq, Value
from reporting.workspace import Folder
from tests.support.complete import complete

ROOT = Path(__file__).parents[2]
SAMPLE = Folder(ROOT)
RECORDS = [path for path in SAMPLE.paths("data") if kind_of(path)]
NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,8})\Z")


def as_an_editor_reads(value: Value, *, is_plain: bool = False) -> Any:
    """A tree with plain digits as numbers, as YAML 1.2 has them."""
    if isinstance(value, Map):
        return {key: as_an_editor_reads(each, is_plain=value.is_plain(key)) for key, each in value.items()}
    if isinstance(value, Seq):
        return [as_an_editor_reads(each, is_plain=value.is_plain(index)) for index, each in enumerate(value)]
    return int(value) if is_plain and isinstance(value, str) and NUMBER.match(value) else value


def faults(kind: str, text: bytes) -> list[str]:
    tree = as_an_editor_reads(read_yaml(text, "record.yaml").value)
    return [error.message for error in Draft202012Validator(json_schema(kind)).iter_errors(tree)]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_each_schema_is_one(kind: str) -> None:
    schema = json_schema(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"].endswith(f"/{kind}.json")


@pytest.mark.parametrize("path", RECORDS)
def test_every_sample_record_passes(path: str) -> None:
    kind = kind_of(path)
    assert kind is not None
    assert faults(kind.name, SAMPLE.read(path)) == []


@pytest.mark.parametrize("path", RECORDS)
def test_every_sample_record_points_to_its_schema(path: str) -> None:
    kind = kind_of(path)
    assert kind is not None
    first = SAMPLE.read(path).decode().split("\n", 1)[0]
    match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert match, f"{path} begins with {first!r}"
    assert (ROOT / path).parent.joinpath(match[1]).resolve() == ROOT / "data" / "schema" / f"{kind.name}.json"


@pytest.mark.parametrize("path", [path for path in SAMPLE.paths("templates/markings") if path.endswith(".yaml")])
def test_every_scheme_of_markings_passes_and_points_to_its_schema(path: str) -> None:
    text = SAMPLE.read(path)
    assert faults("markings", text) == []
    assert text.startswith(b"# yaml-language-server: $schema=../../data/schema/markings.json\n")


@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if not kind.is_register])
def test_a_record_with_every_key_passes_and_with_one_more_fails(kind: str) -> None:
    text = complete(kind).text
    assert faults(kind, text.encode()) == []
    assert faults(kind, f"{text}weather: fine\n".encode()) != []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("round", "number: 1\nstate: held\nstart: 2024-05-16\n"),
        ("round", "number: one\nstate: held\nstart: 2024-05-16\nparties: []\n"),
        ("round", "number: 1\nstate: hold\nstart: 2024-05-16\nparties: []\n"),
        ("round", "number: 1\nstate: held\nstart: 2024-05-16\nparties: [AR]\n"),
        ("round", "number: 1\nstate: held\nstart: 2024-05-16\nparties: []\ntitle: {english: Words}\n"),
        ("round", "number: 1\nstate: held\nstart: 2024-05-16\nparties: []\naudience: secret\n"),
        ("people", "Ana Sol: {given: Ana, family: Sol}\n"),
        ("people", "a-sol: {given: Ana}\n"),
        ("glossary", "UN: United Nations\n"),
    ],
)
def test_a_broken_record_fails(kind: str, text: str) -> None:
    assert faults(kind, text.encode()) != []


def test_descriptions_end_in_the_level() -> None:
    fields = json_schema("briefing")["properties"]
    assert fields["scene_setter"]["description"].endswith("— restricted")
    assert json_schema("round")["$defs"]["Outcome"]["properties"]["text"]["description"].endswith("— public")


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_committed_schemas_are_current(kind: str) -> None:
    written = (ROOT / "data" / "schema" / f"{kind}.json").read_text("utf-8")
    assert json.loads(written) == json_schema(kind), "run `reporting schema`"
    assert written == schema_text(kind)


def test_the_reference_of_records_is_current() -> None:
    page = (ROOT / "docs" / "records.md").read_text("utf-8")
    assert page == records_page(), "run `reporting schema --markdown > docs/records.md`"
