"""`reporting archive`: closing a round, and what is done with the archive afterwards."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reporting.cli.build import AUDIENCES, Screen, cores
from reporting.cli.call import Call, on_option, today
from reporting.cli.options import authority_option, file_option, folder_option, several_option

if TYPE_CHECKING:
    from reporting.archive.close import Closed


class RoundOrCommand(click.Group):
    """A group whose first word may also be a round: that is closed."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command by its name, or `close` for anything with a slash or an option before it."""
        if args and args[0] not in self.commands:
            args = ["close", *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Options before the round are those of closing it."""
        if args and args[0].startswith("-") and args[0] not in ctx.help_option_names:
            args = ["close", *args]
        return super().parse_args(ctx, args)


@click.group(cls=RoundOrCommand, subcommand_metavar="DIALOGUE/ROUND | COMMAND [OPTIONS]")
def archive() -> None:
    """Close a round: a package of its papers for each audience, in archive/.

    `reporting archive DIALOGUE/ROUND` closes it; `reporting archive close --help` lists the options. What is closed is
    never changed: a correction becomes a new version.
    """


to_option = folder_option("--to", "The archive; left out, archive/ of the workspace.")


@archive.command()
@click.argument("round_", metavar="DIALOGUE/ROUND")
@several_option("--audience", "audiences", "Only papers for these.", allowed=AUDIENCES)
@click.option(
    "--layout",
    type=click.Choice(("bagit", "eark")),
    default="bagit",
    help="A BagIt bag, or an E-ARK information package (CSIP 2.2).",
)
@to_option
@click.option(
    "--correction",
    "corrects",
    is_flag=True,
    help="Make a new version of papers that say something else now, with a notice from `corrections:` of the round.",
)
@on_option
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Papers made at once, where some are stale.")
@click.pass_obj
def close(
    call: Call,
    /,
    round_: str,
    audiences: tuple[str, ...],
    on: datetime.date | None,
    **named: Any,
) -> int:
    """Close a round: build what is stale, and put a package for each audience into the archive.

    A package holds the papers in all languages and formats, what they were made from and with, a README.txt and a
    verify.py that needs nothing but Python.
    """
    from reporting.archive.close import Closing
    from reporting.archive.close import close as walk
    from reporting.build.planning.report import Order, Unknown

    jobs = cores() if named["jobs"] is None else named["jobs"]
    order = {**named, "jobs": jobs, "on": on, "otherwise": today(None, None)}
    closing = Closing(_round(round_), frozenset(audiences), **order)
    with Screen(Order()) as screen:
        try:
            report = walk(call.workspace(), closing, screen)
        except Unknown as unknown:
            problem = unknown.problems[0]
            raise click.UsageError(f"{problem.sentence}; {problem.hint}") from None
    for package in report.packages:
        click.echo(_line(report.root.name, package))
    click.echo(f"head of the catalogue: {report.head}")
    return 0


@archive.command()
@file_option("--answer", "The authority's answer; left out, head.tsr in the archive, if it is there.")
@authority_option
@to_option
@click.pass_obj
def timestamp(call: Call, answer: Path | None, authority: Path | None, to: Path | None) -> None:
    """Write the query for a time stamp over the catalogue, or take the authority's answer to it back.

    The stamp (RFC 3161) proves that the catalogue, and with it every package, was there at that time. The query goes
    to an authority by whatever way there is; this command never uses a network.
    """
    from reporting.archive.proofs.stamps import ANSWER, take_answer, write_query

    root = _root(call, to)
    answer = answer or (root / ANSWER if (root / ANSWER).is_file() else None)
    if answer is None:
        query = write_query(root)
        click.echo(
            f"{root.name}/{query.name} written; carry it to the authority, put its answer beside it as {ANSWER}, and run"
        )
        click.echo("  reporting archive timestamp --authority CERTIFICATE.pem")
    elif authority is None:
        raise click.UsageError(f"name the authority's certificate with --authority, so that {answer} can be checked")
    else:
        click.echo(take_answer(root, answer, authority))


@archive.command()
@click.argument("what", metavar="PACKAGE|FILE.pdf", type=click.Path(exists=True, path_type=Path))
@file_option("--key", "Key and certificate as PKCS#12.")
@file_option("--passphrase-file", "Its first line opens the key, or is the PIN of the device; left out, you are asked.")
@file_option("--pkcs11", "Sign with a device: the PKCS#11 library of its maker.", metavar="LIBRARY")
@click.option("--token", metavar="LABEL", default="", help="Name of the device.")
@click.option("--certificate", metavar="LABEL", default="", help="Name of the certificate on the device.")
@click.option("--stamp", metavar="URL", help="Address of a time stamp authority (PAdES B-T instead of B-B).")
@to_option
@click.pass_obj
def sign(call: Call, /, what: Path, stamp: str | None, to: Path | None, **named: Any) -> None:
    """Sign the PDFs of a package, or one PDF (PAdES). Signed copies lie beside, and nothing archived is changed."""
    from reporting.archive.proofs.signing import sign_file, sign_package, stamper_at

    signer, stamper = _signer(**named), stamper_at(stamp) if stamp else None
    if what.is_file():
        click.echo(f"signed {sign_file(what, signer, stamper)}")
        return
    root = _root(call, to)
    path = (
        what.resolve().relative_to(root.resolve()).as_posix() if what.resolve().is_relative_to(root.resolve()) else ""
    )
    for copy in sign_package(root, path, signer, stamper):
        click.echo(f"signed {root.name}/{copy}")


def _signer(key: Path | None, passphrase_file: Path | None, pkcs11: Path | None, token: str, certificate: str) -> Any:
    from reporting.archive.proofs.signing import Token, signer_of, signer_on

    if (key is None) == (pkcs11 is None):
        raise click.UsageError("name a key: --key FILE.p12, or --pkcs11 LIBRARY with --token and --certificate")
    if passphrase_file:
        secret = next(iter(passphrase_file.read_text("utf-8").splitlines()), "")
    else:
        secret = click.prompt("Passphrase or PIN", hide_input=True, default="", show_default=False, err=True)
    return signer_of(key, secret) if key else signer_on(Token(pkcs11 or Path(), token, certificate, secret))


def _root(call: Call, to: Path | None) -> Path:
    from reporting.archive.holdings.store import FOLDER

    return to or call.workspace().root / FOLDER


def _round(name: str) -> str:
    dialogue, _, round_ = name.strip("/").partition("/")
    if not round_ or "/" in round_:
        raise click.UsageError(f"“{name}” is no round; write DIALOGUE/ROUND, such as eu-central-asia/04-bishkek")
    return f"{dialogue}/{round_}"


def _line(root: str, package: Closed) -> str:
    told = {
        "closed": f"{package.papers} paper{'' if package.papers == 1 else 's'}, {package.files} files, "
        f"{package.bytes:,} bytes",
        "adopted": "a run that was ended had left it without a line in the catalogue",
        "unchanged": "the papers say what they said when it was closed",
    }
    return f"{package.state} {root}/{package.path} ({told[package.state]})"
