"""outloud over our PDFs: what veraPDF lets pass, such as empty links or unmapped letters."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.support.judges import need

FALSE_ALARMS = {
    "TBL-004": "forgets cells that reach down into the end of a row; veraPDF counts them (7.2-42, 7.2-43)",
    "TBL-010": "holds a small table with heads of columns and of rows for shredded, as it has more heads than data",
    "TAG-002": "holds the running head of a paper of two pages for lost prose; `structure.py` compares all the text",
}
"""Rules of outloud 0.2.1 that are left out, with the reason."""


def errors(files: Sequence[Path]) -> list[str]:
    """Every finding that weighs as an error, as `file: rule: sentence`; skips the test where outloud is missing."""
    skipped = [part for rule in FALSE_ALARMS for part in ("--skip", rule)]
    command = [str(need("outloud")), *map(str, files), "--json", "-", "--fail-on", "never"]
    ran = subprocess.run([*command, *skipped], capture_output=True, text=True, check=True)
    return [
        f"{Path(result['path']).name}: {finding['rule']}: {finding['message']}"
        for result in json.loads(ran.stdout)["results"]
        for finding in result["findings"]
        if finding["severity"] == "error"
    ]
