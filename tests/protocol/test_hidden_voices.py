"""Voices that not everybody may know of: a paper for partners speaks in its own, and takes nobody else's for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reporting.build.making.material import Desk, Material
from reporting.build.planning.plan import plan
from reporting.drafting.typefiles import types_of
from reporting.records.levels import Level
from reporting.records.load import load_register
from reporting.workspace import Memory
from tests.protocol.meeting import FILES, ROUND

VOICES = FILES[ROUND].index("voices:")
HOST = "  - {kind: host, issuer: sun-ministry, contacts: [{name: Press desk of Sunders}]}\n"
OTHER = "  - {kind: counterpart, party: SU, issuer: sun-ministry, number: S-3}\n"
JOINT = "  - {kind: joint, first_person: true}\n"


def materials(*voices: str, audience: Level = Level.PARTNERS) -> dict[str, Material]:
    """What the press releases of a round with these voices are made from, by voice, had they these readers."""
    files = {**FILES, ROUND: f"{FILES[ROUND][:VOICES]}voices:\n{''.join(voices)}"}
    workspace = Memory(files, shipped=True)
    loaded = load_register(workspace)
    assert not [each for each in loaded.problems if each.is_error], loaded.problems
    kind = replace(types_of(workspace).value["press-release"], audience=audience, audience_when_published=audience)
    desk = Desk(loaded.value, {kind.name: kind}, None)
    return {paper.voice: desk.material(paper) for paper in plan(loaded.value, desk.types).papers}


def hidden(voice: str, audience: str = "partners") -> str:
    return voice.replace("kind:", f"audience: {audience}, kind:")


@pytest.mark.parametrize(
    "voices", [(hidden(OTHER),), (hidden(HOST), OTHER), (HOST, hidden(OTHER)), (hidden(HOST), hidden(OTHER), JOINT)]
)
def test_a_voice_that_only_partners_may_know_of_has_a_paper_for_them(voices: tuple[str, ...]) -> None:
    voice = materials(*voices)["counterpart-su"].view.data["voice"]
    assert (voice["id"], voice["number"], voice["party"]["id"]) == ("counterpart-su", "S-3", "SU")


def test_one_voice_is_not_taken_for_another_where_one_before_it_is_hidden() -> None:
    common = materials(hidden(HOST), OTHER, JOINT)["counterpart-su"].common
    assert common is not None
    assert {"S-3", "Ministry of Sunders"} <= common
    assert "Press desk of Sunders" not in common


def test_what_a_hidden_voice_says_is_nothing_that_everybody_may_read() -> None:
    common = materials(hidden(HOST), hidden(OTHER), JOINT)["counterpart-su"].common
    assert common is not None
    assert not {"S-3", "counterpart-su", "Ministry of Sunders", "Press desk of Sunders"} & common


def test_voices_are_numbered_among_those_that_the_readers_may_know_of() -> None:
    # The path of a text is kept with the paper; a gap would tell of a voice in between.
    dated = HOST.replace("issuer", "city: Averin, issuer")
    first, second = (
        materials(*before, dated, audience=Level.PUBLIC)["host"].view.data["voice"]["city"].path
        for before in ((), (hidden(OTHER, "restricted"),))
    )
    assert first == second == "round.voices[0].city"
