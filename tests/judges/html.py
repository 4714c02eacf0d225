"""A judge of HTML: axe-core in a headless Chromium, and an HTML5 parser's view of the same page.

Run by hand or in CI: `python -m tests.judges.html PAGE…`. It needs `chromium` (Debian: apt-get install chromium) and
`npm`, which fetches axe-core into a cache once.
"""

from __future__ import annotations

import html as entities
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

AXE = "axe-core@4.11"
CACHE = Path.home() / ".cache" / "dialogue-reporting" / "axe"
_RUN = """<script>%s</script><script>
axe.run(document, {resultTypes: ["violations"]}).then(found => {
  const answer = document.createElement("pre");
  answer.id = "axe-answer";
  answer.textContent = JSON.stringify(found.violations);
  document.body.append(answer);
});</script></body>"""


def violations(page: bytes) -> list[str]:
    """What axe-core finds wrong with a page, one line a rule; its best practices count too.

    Raises:
        RuntimeError: the browser gave no answer.
    """
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page.decode("utf-8"))
    text = text.replace("</body>", _RUN % _axe())  # the policy allows no script, and axe is one
    dom = _dumped(text)
    if not (answer := re.search(r'<pre id="axe-answer">(.*?)</pre>', dom, re.DOTALL)):
        raise RuntimeError("axe-core gave no answer")
    found: list[dict[str, Any]] = json.loads(entities.unescape(answer[1]))
    return [f"{each['id']} ({each['impact']}): {each['help']}: {each['nodes'][0]['html'][:120]}" for each in found]


def _dumped(text: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(text, "utf-8")
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
        command += ["--virtual-time-budget=20000", "--dump-dom", page.as_uri()]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=90).stdout


def _axe() -> str:
    if not _axe_file().exists():
        subprocess.run(["npm", "install", "--silent", "--prefix", CACHE, AXE], check=True, timeout=120)
    return _axe_file().read_text("utf-8").replace("</script", "<\\/script")


def _axe_file() -> Path:
    return CACHE / "node_modules" / "axe-core" / "axe.min.js"


def main(pages: list[str]) -> int:
    """Print the findings of each page; the answer is 1 if there are any."""
    total = 0
    for page in pages:
        for line in violations(Path(page).read_bytes()):
            total += 1
            print(f"{page}: {line}")
    return int(bool(total))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
