"""Verifying what is archived: a package, one file, or a whole archive by its catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from reporting.archive.checking.strays import strays
from reporting.archive.checking.surroundings import (
    archive_of,
    package_around,
    package_beside,
    path_of,
    payload_of,
    straight,
)
from reporting.archive.checking.verdict import Asked, Verdict, legible
from reporting.archive.holdings.catalogue import NAME, Catalogue, Entry, breaks, load_catalogue
from reporting.archive.holdings.contradictions import contradictions
from reporting.archive.holdings.store import read_about
from reporting.archive.layouts.table import LAYOUTS
from reporting.archive.proofs.extra import MISSING
from reporting.archive.proofs.signatures import judged_copies, judged_signature
from reporting.archive.proofs.stamps import judged
from reporting.archive.verify import differences, kind_of
from reporting.problems import EnvironmentFailed, Failed, Place, Problem


def verify(path: Path, asked: Asked) -> Verdict:
    """Compares something archived with what was noted of it.

    Raises:
        Failed: it is nothing that can be verified [A024].
        EnvironmentFailed: this machine lacks what papers are made with.
    """
    verdict = Verdict()
    # An archive first: somebody could make a bag of it, which holds what he likes.
    if path.is_dir() and (path / NAME).is_file():
        _verify_archive(path, asked, verdict)
    elif path.is_dir() and kind_of(path):
        _verify_package(path, asked, verdict, rebuild=asked.rebuild is not False)
    elif path.name == NAME and path.is_file():
        _verify_archive(path.parent, asked, verdict)
    elif path.is_file() and (package := package_around(path)):
        _verify_member(straight(path), package, asked, verdict)
    elif path.is_file() and (package := package_beside(path)):
        _verify_copy(path, package, asked, verdict)
    elif path.is_file():
        _verify_file(path, asked, verdict)
    else:
        hint = "name a package (the folder with bagit.txt or METS.xml), a file, or catalogue.jsonl"
        raise Failed(Problem("A024", "is no package, no catalogue and no file", Place(str(path)), hint))
    return legible(verdict)


def _verify_package(package: Path, asked: Asked, verdict: Verdict, *, rebuild: bool) -> None:
    verdict.problems += _fixity(package, asked, verdict.told)
    if not verdict.problems:
        _judge_copies(package, asked, verdict)
    if rebuild and not verdict.problems:
        _rebuild(package, asked, verdict)


def _judge_copies(package: Path, asked: Asked, verdict: Verdict) -> None:
    """Signed copies that the catalogue knows of."""
    _sort(verdict, _copies(package, asked))


def _copies(package: Path, asked: Asked) -> Iterator[str | Problem]:
    archive = archive_of(package, asked.archive)
    for line in load_catalogue(archive).signed(path_of(package, archive)) if archive else []:
        files = line.value.get("files")
        yield from judged_copies(package, files if isinstance(files, dict) else {}, asked.authority)


def _sort(verdict: Verdict, found: Iterable[str | Problem]) -> None:
    for each in found:
        if isinstance(each, Problem):
            verdict.problems.append(each)
        else:
            verdict.told.append(each)


def _fixity(package: Path, asked: Asked, told: list[str]) -> list[Problem]:
    """Every file of a package against its manifests, and the package against the catalogue."""
    archive = archive_of(package, asked.archive)
    if archive is not None:
        found, seal = _catalogued(package, archive, asked, told)
    else:
        found, seal = [], None
        if asked.head:
            sentence = f"there is no {NAME} in which the head could be found"
            found.append(Problem("A022", sentence, Place(str(package)), "name the archive with --archive"))
    kept = asked.seal.lower() if asked.seal is not None else seal
    if seal is not None and kept != seal:
        found.append(Problem("A023", "has another seal in the catalogue than was kept elsewhere", Place(str(package))))
    off = _off(package, kept)
    if not off:
        count = sum(1 for each in package.rglob("*") if each.is_file())
        against = "its manifests and its seal" if kept else "its own manifests only; its seal is not known here"
        told.append(f"{package}: {count} files as they were closed, by {against}")
    return [*found, *off]


def _catalogued(package: Path, archive: Path, asked: Asked, told: list[str]) -> tuple[list[Problem], str | None]:
    """What is wrong with the catalogue and a package's line, and the seal that the line has."""
    try:
        catalogue, path = load_catalogue(archive), path_of(package, archive)
    except Failed as failed:
        return list(failed.problems), None
    found = _broken(catalogue, str(archive / NAME), asked, told)
    line = catalogue.packages().get(path)
    if line is None:
        return [*found, Problem("A023", "has no line in the catalogue", Place(str(package)))], None
    told.append(_line_told(catalogue, line.number, path, asked.head))
    return found, str(line.value.get("sha256"))


def _broken(catalogue: Catalogue, file: str, asked: Asked, told: list[str]) -> list[Problem]:
    """Where chain or lines of a catalogue do not hold; tells how far a head that was kept elsewhere vouches."""
    head = asked.head.lower() if asked.head is not None else None
    found = [*breaks(catalogue, file, head), *contradictions(catalogue, file)]
    at = next((entry.number for entry in catalogue.entries if entry.sha256 == head), None)
    if at is not None:
        after = len(catalogue.entries) - at
        later = f"; {_counted(after, 'line')} after it {'was' if after == 1 else 'were'} added since" if after else ""
        told.append(f"{file}: the head that was kept is that of line {at}{later}")
    return found


def _line_told(catalogue: Catalogue, number: int, path: str, head: str | None) -> str:
    by = catalogue.replaced_by(path)
    at = next((entry.number for entry in catalogue.entries if entry.sha256 == head), number)
    later = "; the head that was kept is older and says nothing of it" if at < number else ""
    return f"line {number} of {len(catalogue.entries)} of the catalogue{f'; replaced by {by}' if by else ''}{later}"


def _off(package: Path, seal: str | None) -> list[Problem]:
    return [
        Problem("A020", each.what, Place(f"{package}/{each.path}".rstrip("/"))) for each in differences(package, seal)
    ]


def _rebuild(package: Path, asked: Asked, verdict: Verdict) -> None:
    from reporting.archive.checking.rebuild import rebuild

    rebuilt = rebuild(payload_of(package), jobs=asked.jobs)
    below = f"{package}/{LAYOUTS[read_about(package).layout].payload}"
    for each in rebuilt.problems:
        place = Place(f"{below}{each.place.file}") if each.place else Place(str(package))
        verdict.problems.append(Problem(each.code, each.sentence, place, each.hint))
    counts = [
        (rebuilt.same_bytes, "byte for byte"),
        (rebuilt.same_words, "word for word, with other versions or without their letterhead"),
    ]
    told = ", ".join(f"{count} {how}" for count, how in counts if count)
    if told:
        verdict.told.append(f"papers made again from views and templates: {told}")


def _verify_archive(root: Path, asked: Asked, verdict: Verdict) -> None:
    if asked.seal is not None:
        raise Failed(Problem("A024", "is an archive, and a seal is of one package", Place(str(root)), "use --head"))
    try:
        catalogue, file = load_catalogue(root), str(root / NAME)
    except Failed as failed:
        verdict.problems += failed.problems
        return
    found = _broken(catalogue, file, asked, verdict.told)
    verdict.problems += found
    if not found:
        verdict.told.append(
            f"{file}: {_counted(len(catalogue.entries), 'line')}, each follows from the one before; head {catalogue.head}"
        )
    packages = catalogue.packages()
    whole = sum(_verify_listed(root / path, line, asked, verdict) for path, line in packages.items())
    _sort(verdict, judged(root, asked.authority))
    for path, what in strays(root, catalogue):
        verdict.problems.append(Problem("A023", what, Place(f"{root}/{path}")))
    verdict.told.append(f"{whole} of {_counted(len(packages), 'package')} as closed")


def _verify_listed(package: Path, line: Entry, asked: Asked, verdict: Verdict) -> bool:
    """A package of which the catalogue has a line; gives whether it is as it was."""
    if not package.is_dir():
        verdict.problems.append(Problem("A023", "is in the catalogue and not in the archive", Place(str(package))))
        return False
    off = _off(package, str(line.value.get("sha256")))
    verdict.problems += off
    if not off:
        _judge_copies(package, asked, verdict)
    if asked.rebuild and not off:
        _rebuild(package, asked, verdict)
    return not off


def _verify_member(path: Path, package: Path, asked: Asked, verdict: Verdict) -> None:
    """One file: its own differences, and those of whatever vouches for it."""
    file = f"{package}/{path.relative_to(package).as_posix()}"
    for each in _fixity(package, asked, verdict.told):
        about = each.place.file if each.place else ""
        if each.code != "A020" or about in {str(package), file} or "manifest-" in about or about.endswith("METS.xml"):
            verdict.problems.append(each)
    if not verdict.problems:
        verdict.told.append(f"{path}: as it was when {package.name} was closed")


def _verify_copy(path: Path, package: Path, asked: Asked, verdict: Verdict) -> None:
    """One signed copy, with all that is beside it, and the package that it is a copy of."""
    verdict.problems += _fixity(package, asked, verdict.told)
    if verdict.problems:
        return
    found = list(_copies(package, asked))
    _sort(verdict, found)
    if not found:
        verdict.problems.append(Problem("A033", "has no line in the catalogue", Place(str(path))))


def _verify_file(path: Path, asked: Asked, verdict: Verdict) -> None:
    """A file that lies in no package: a PDF with a signature."""
    data = path.read_bytes()
    found = judged_signature(data, str(path), asked.authority) if data.startswith(b"%PDF-") else []
    if any(isinstance(each, Problem) and each.code == MISSING.code for each in found):
        raise EnvironmentFailed(MISSING)
    if not found:
        hint = "name a file inside of a package, or a signed PDF"
        raise Failed(Problem("A024", "lies in no package and has no signature", Place(str(path)), hint))
    _sort(verdict, found)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
