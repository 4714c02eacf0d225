"""Workspaces on disk for tests of building: the starter's records, with templates of a few lines."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from reporting.build.planning.report import Order, Outcome, Report, Status
from reporting.build.walk import build
from reporting.workspace import Folder

ROOT = Path(__file__).parents[2]
STARTER = ROOT / "reporting" / "starter"

NOTICE = """\
{#- A comment. -#}
<article lang="{{ paper.language }}">
<h1>{{ dialogue.name }}, {{ round.start | date }}</h1>
<ul>{% for topic in round.topics %}<li>{{ topic.title }}</li>{% endfor %}</ul>
{% if not round.topics %}<p>Nothing.</p>{% endif %}
</article>
"""
TALK = """\
<article lang="{{ paper.language }}">
<p class="marking">{{ paper.marking }}</p>
<h1>For the talks</h1>
{{ briefing.scene_setter }}
</article>
"""
TEMPLATES = {
    "notice/type.yaml": "title: {en: Notice}\naudience: public\nformats: [html, txt]\n",
    "notice/en.html.j2": NOTICE,
    "talk/type.yaml": (
        "title: {en: Talk}\naudience: restricted\nformats: [html, txt]\nparts: [briefing]\nneeds: [briefing]\n"
        "dated_by: start\n"
    ),
    "talk/en.html.j2": TALK,
}
FIRST, SECOND = "data/dialogues/lake-dialogue/01-port-orla", "data/dialogues/lake-dialogue/02-sennick"


def small_workspace(folder: Path) -> Folder:
    """The starter's records with two document types, a public notice and a restricted talk, in HTML and text."""
    root, shipped = folder / "workspace", folder / "shipped"
    shutil.copytree(STARTER / "data", root / "data")
    shutil.copytree(ROOT / "templates" / "house", shipped / "house")
    shutil.copytree(ROOT / "templates" / "words", shipped / "words")
    for template in shipped.rglob("*.j2"):
        template.unlink()
    for path, text in TEMPLATES.items():
        write(root / "templates", path, text)
    return Folder(root, shipped)


def starter_workspace(folder: Path) -> Folder:
    """The starter as `reporting init` makes it, with the house's own templates."""
    shutil.copytree(STARTER / "data", folder / "workspace" / "data")
    return Folder(folder / "workspace")


def write(root: Path, path: str, text: str) -> None:
    """Puts a file there."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


def change(workspace: Folder, path: str, old: str, new: str) -> None:
    """Changes one thing in a file, which has to be there once."""
    text = (workspace.root / path).read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    (workspace.root / path).write_text(text.replace(old, new), "utf-8")


class Quiet:
    """A teller that keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[Outcome] = []

    def wait(self) -> None:
        pass

    def begin(self, papers: int) -> None:
        pass

    def tell(self, outcome: Outcome) -> None:
        self.told.append(outcome)


def built(workspace: Folder, order: Order | None = None, **named: object) -> Report:
    """A build in this very process."""
    return build(Folder(workspace.root, workspace.shipped), replace(order or Order(jobs=0), **named), Quiet())  # type: ignore[arg-type]


def with_status(report: Report, status: Status) -> dict[str, str]:
    """Papers of a status with the reason."""
    return {outcome.name: outcome.reason for outcome in report.outcomes if outcome.status is status}


def bytes_of(root: Path, suffixes: Iterable[str] = (".pdf", ".docx", ".html", ".txt")) -> dict[str, bytes]:
    """Every paper under a folder by its path, hidden files left out."""
    kinds = tuple(suffixes)
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.suffix in kinds and not path.name.startswith(".")
    }
