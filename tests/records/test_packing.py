"""Records and trees that were packed come back as they were, and a thousand rounds take little more room than ten."""

from __future__ import annotations

import tracemalloc

import pytest

from reporting.cli.check import findings
from reporting.records import whole
from reporting.records.kinds import KINDS
from reporting.records.model.base import Node
from reporting.records.reading import trees
from reporting.records.reading.packing import Lately, pack, unpack
from reporting.records.reading.reader import read_yaml
from reporting.records.validated import validated
from reporting.workspace import Memory
from tests.support.complete import complete
from tests.support.desk import SCHEMES
from tests.support.workspaces import workspace_of

FEW, MANY = 50, 150
MOST = 6_000
"""Bytes that each further round may take. Kept as they are, its record and tree take more than a hundred thousand."""


def read(kind: str, path: str) -> tuple[bytes, Node]:
    """A record in which every key of the model stands."""
    data = complete(kind).text.encode()
    record, problems = validated(read_yaml(data, path).value, path, KINDS[kind].model, kind, schemes=SCHEMES)
    assert record is not None, problems
    return data, record


@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if not kind.is_register])
def test_a_record_that_had_to_go_comes_back_equal_with_all_that_was_set(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole, "KEPT", 0)
    known = trees.Trees()
    records = whole.Whole(known)
    first, second = f"a/{kind}.yaml", f"b/{kind}.yaml"
    for path in (first, second):
        data, record = read(kind, path)
        known.keep(path, data, read_yaml(data, path).value)
        records.keep(path, record, len(data))
    assert records[first] is not record
    for path in (first, second, first):
        assert records[path] == record
        assert records[path].model_fields_set == record.model_fields_set
        assert repr(records[path]) == repr(record)


def test_a_file_that_is_no_record_is_missing_among_them() -> None:
    records = whole.Whole(trees.Trees())
    assert records.get("data/house.yaml") is None
    assert "data/house.yaml" not in records


def test_a_tree_that_had_to_go_comes_back_with_its_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trees, "KEPT", 0)
    known = trees.Trees()
    texts = {"a/round.yaml": b"number: 1\n", "b/round.yaml": b"state: held\nnumber: 2\n", "b/house.yaml": b""}
    for path, data in texts.items():
        known.keep(path, data, read_yaml(data, path).value)
    assert {path: known.data(path) for path in known} == texts
    tree = known["b/round.yaml"]
    assert tree == {"state": "held", "number": "2"}
    assert str(tree.value_place("number")) == "b/round.yaml:2:9"
    assert known["b/house.yaml"] is None


@pytest.mark.parametrize("like", [b"", b"number: 1", b"x" * 70_000])
def test_bytes_are_unpacked_as_they_were_packed(like: bytes) -> None:
    for data in (b"", b"number: 2", bytes(range(256)) * 300):
        assert unpack(pack(data, like), like) == data


def test_what_was_asked_for_longest_ago_goes_first_and_the_last_one_stays() -> None:
    lately: Lately[str] = Lately(10)
    assert lately.put("a", "A", 4) == lately.put("b", "B", 4) == []
    assert lately.get("a") == "A"
    assert lately.put("c", "C", 4) == [("b", "B")]
    assert lately.put("c", "D", 4) == []
    assert (lately.get("a"), lately.get("b"), lately.get("c")) == ("A", None, "D")
    assert lately.put("d", "E", 100) == [("a", "A"), ("c", "D")]
    assert lately.get("d") == "E"


def test_the_findings_are_the_same_with_no_room_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {path: text.replace("number: 3", "number: 4", 1) for path, text in workspace_of(8).items()}
    expected = findings(Memory(files), None)
    assert {each.code for each in expected} >= {"R034"}
    for module in (trees, whole):
        monkeypatch.setattr(module, "KEPT", 0)
    assert findings(Memory(files), None) == expected


def test_a_check_takes_little_more_room_for_many_rounds_than_for_few() -> None:
    peak_of_check(1)  # what is made once, such as validators
    assert (peak_of_check(MANY) - peak_of_check(FEW)) / (MANY - FEW) < MOST


def peak_of_check(rounds: int) -> int:
    """Bytes that a check of a workspace took at most, besides its files."""
    workspace = Memory(workspace_of(rounds))
    tracemalloc.start()
    try:
        findings(workspace, None)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
