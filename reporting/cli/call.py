"""What every command is told: where the workspace is and which day counts as today."""

from __future__ import annotations

import datetime
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reporting.problems import Failed, Problem

if TYPE_CHECKING:
    from reporting.workspace import Folder

DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d\S*(?: \S+)?)?\Z")


@dataclass(frozen=True, slots=True)
class Call:
    """The options that stand before the command."""

    root: Path | None = None
    is_debugging: bool = False

    def workspace(self) -> Folder:
        """The workspace that `--root` names, or that the current folder lies in.

        Raises:
            Failed: there is none.
        """
        from reporting.workspace import HOUSE, Folder, find_workspace

        if self.root is None:
            return find_workspace(Path.cwd())
        if not (self.root / HOUSE).is_file():
            hint = "name the folder that holds data/, or make one with `reporting init DIR`"
            raise Failed(Problem("B002", f"{self.root} is no workspace (no {HOUSE})", hint=hint))
        return Folder(self.root)


class Day(click.ParamType[datetime.date]):
    """A day as YYYY-MM-DD; of a moment, as `release` takes it, the day."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date(*map(int, DAY.match(value).groups()))  # type: ignore[union-attr]
        except (AttributeError, ValueError):
            self.fail(f"“{value}” is no day of the calendar; write 2017-06-08", param, ctx)


on_option = click.option("--on", type=Day(), metavar="DATE", help="The day that counts as today, such as 2017-06-08.")


def today(on: datetime.date | None, as_of: datetime.date | None) -> datetime.date | None:
    """The day that counts as today: `--on`, else `as_of` of the house, else SOURCE_DATE_EPOCH, else none.

    The clock is never asked, so that the same records give the same findings in every year.
    """
    if on or as_of:
        return on or as_of
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.date(1970, 1, 1) + datetime.timedelta(seconds=int(epoch)) if epoch.isdecimal() else None
    except (OverflowError, ValueError):  # more seconds than the calendar has, or than Python reads
        return None
