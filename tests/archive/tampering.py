"""Everything that somebody could do to a package, as a table, and flips of single bits by chance."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random  # noqa: TID251 - seeded: the same seed flips the same bits

from reporting.archive.verify import Difference, differences

Change = Callable[[Path], object]


def flips_unseen(package: Path, seal: str | None, count: int, seed: int) -> list[str]:
    """Flips that nobody would notice, of so many at random places; the package is left as it was."""
    random, unseen = Random(seed), []  # noqa: S311 - no secret
    files = [path for path in sorted(package.rglob("*")) if path.is_file()]
    for number in range(count):
        # Every other flip hits a small file, which a choice by size would hardly ever hit.
        weights = None if number % 2 else [path.stat().st_size for path in files]
        path = random.choices(files, weights)[0]
        whole = path.read_bytes()
        at, bit = random.randrange(len(whole)), random.randrange(8)
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :])
        found = differences(package, seal)
        path.write_bytes(whole)
        if path.relative_to(package).as_posix() not in {each.path for each in found}:
            unseen.append(f"{path}: bit {bit} of byte {at}, found {found}")
    return unseen


def changes(package: Path) -> Iterator[tuple[str, Change]]:
    """What can be done to each file and folder of a package, by what it is called."""
    for path in sorted(package.rglob("*")):
        name = path.relative_to(package)
        if path.is_dir():
            yield f"add to {name}", lambda copy, name=name: _write(copy / name / "more.txt")  # type: ignore[misc]
            yield f"hide in {name}", lambda copy, name=name: _write(copy / name / ".hidden")  # type: ignore[misc]
            yield f"empty folder in {name}", lambda copy, name=name: (copy / name / "more").mkdir()  # type: ignore[misc]
            continue
        yield f"remove {name}", lambda copy, name=name: (copy / name).unlink()  # type: ignore[misc]
        yield f"rename {name}", lambda copy, name=name: _rename(copy / name)  # type: ignore[misc]
        yield f"link {name}", lambda copy, name=name: _link(copy / name)  # type: ignore[misc]
        yield f"copy {name}", lambda copy, name=name: _copy(copy / name)  # type: ignore[misc]
        yield f"empty {name}", lambda copy, name=name: (copy / name).write_bytes(b"")  # type: ignore[misc]
        yield f"lengthen {name}", lambda copy, name=name: _lengthen(copy / name)  # type: ignore[misc]
    yield "add beside", lambda copy: _write(copy / "more.txt")
    yield "fetch.txt", lambda copy: (copy / "fetch.txt").write_text("http://example.org/x 5 data/x\n", "utf-8")
    yield "a folder for a link", _link_folder


def unseen(package: Path, seal: str | None, scratch: Path) -> list[str]:
    """Changes that nobody would notice."""
    missed = []
    for number, (name, change) in enumerate(changes(package)):
        copy = scratch / str(number)
        shutil.copytree(package, copy)
        change(copy)
        if not differences(copy, seal):
            missed.append(name)
        shutil.rmtree(copy)
    return missed


def closed_anew(bag: Path) -> None:
    """Writes all manifests of a bag as if it had just been closed."""
    for prefix, files in (
        ("", sorted(path for path in (bag / "data").rglob("*") if path.is_file())),
        ("tag", sorted(p for p in bag.iterdir() if p.is_file() and not p.name.startswith("tagmanifest-"))),
    ):
        for algorithm in ("sha256", "sha512"):
            lines = (
                f"{hashlib.new(algorithm, path.read_bytes()).hexdigest()}  {path.relative_to(bag).as_posix()}\n"
                for path in sorted(files, key=lambda path: path.relative_to(bag).as_posix())
            )
            (bag / f"{prefix}manifest-{algorithm}.txt").write_text("".join(lines), "utf-8")


def paths(found: list[Difference]) -> list[str]:
    """The files that differences are about, each once, in order."""
    return list(dict.fromkeys(each.path for each in found))


def _write(path: Path) -> None:
    path.write_text("more", "utf-8")


def _rename(path: Path) -> None:
    path.rename(path.with_name(f"{path.name}~"))


def _link(path: Path) -> None:
    """A link to the very same bytes, which lie outside of the package."""
    with tempfile.NamedTemporaryFile(delete=False) as real:
        real.write(path.read_bytes())
    path.unlink()
    path.symlink_to(real.name)


def _copy(path: Path) -> None:
    shutil.copy(path, path.with_name(f"copy-of-{path.name}"))


def _lengthen(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


def _link_folder(copy: Path) -> None:
    inner = next(path for path in sorted(copy.iterdir()) if path.is_dir())
    aside = copy.with_name(f"{copy.name}-aside")
    shutil.rmtree(aside, ignore_errors=True)
    inner.rename(aside)
    inner.symlink_to(aside, target_is_directory=True)
