"""Adds up pytest's JUnit files and prints one closing line, such as `412 passed, 0 failed, 2 skipped`.

Usage: tally.py FILE...; ends with 1 if a test failed, or if none ran.
"""

from __future__ import annotations

import sys
from xml.etree import ElementTree


def tally(files: list[str]) -> tuple[int, int, int]:
    """How many tests passed, failed (errors count as failures) and were skipped, over all files."""
    suites = [suite for file in files for suite in ElementTree.parse(file).iter("testsuite")]

    def count(name: str) -> int:
        return sum(int(suite.get(name, "0")) for suite in suites)

    failed, skipped = count("failures") + count("errors"), count("skipped")
    return count("tests") - failed - skipped, failed, skipped


def main(files: list[str]) -> int:
    passed, failed, skipped = tally([file for file in files if not file.endswith("*.xml")])
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
