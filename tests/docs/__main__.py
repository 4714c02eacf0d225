"""`python -m tests.docs`: puts what each command prints into the pages of the manual. Look at the difference before a commit."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from tests.docs.pages import ELIDED, FENCE, ROOT, Block, Desk, in_order, is_as_shown, typed
from tests.docs.test_sessions import PAGES

SECONDS = re.compile(r"\d+\.\d+ s$", re.MULTILINE)


def main(pages: list[str]) -> None:
    """Go through the pages, all of them where none is named."""
    for page in pages or PAGES:
        with tempfile.TemporaryDirectory() as folder:
            PAGES[page](Path(folder) / "here")
            desk = Desk(Path(folder) / "here", Path(folder) / "bin")
            text = (ROOT / page).read_text("utf-8")
            filled = FENCE.sub(lambda match, desk=desk: _filled(desk, match), text)  # type: ignore[misc]
            (ROOT / page).write_text(filled, "utf-8")


def _filled(desk: Desk, match: re.Match[str]) -> str:
    block = Block(match[1], match[2], 0)
    if block.kind != "console":
        desk.follow(block)
        return match[0]
    text = "".join(f"$ {each.command}\n{_answer(desk.type(each.command), each.shown)}" for each in typed(block))
    return f"```console\n{text}```"


def _answer(printed: str, shown: str) -> str:
    """What was printed without its seconds; what the page leaves out by hand stays so while it is right."""
    is_cut = ELIDED in shown.replace(f"{ELIDED} s\n", "")
    if is_cut and is_as_shown(printed, shown):
        return shown
    return SECONDS.sub(f"{ELIDED} s", in_order(printed))


if __name__ == "__main__":
    main(sys.argv[1:])
