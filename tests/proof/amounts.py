"""How often a proof is tried: at length by `make proof`, shorter where `PROOF=short`, as `.ci/run` has it."""

from __future__ import annotations

import os


def amount(*, short: int, long: int) -> int:
    """The number for this run."""
    return short if os.environ.get("PROOF") == "short" else long
