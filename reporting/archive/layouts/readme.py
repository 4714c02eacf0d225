"""README.txt: what a package is, for somebody who has nothing but the package."""

from __future__ import annotations

from collections.abc import Collection

from reporting.archive.package.about import About

WHAT = {
    "papers/": "the papers, one file a language and format",
    "source/documents/": "each paper as one HTML text without looks: what all its formats say",
    "source/views/": "the facts that each paper was made from, as JSON: all that these readers may see of the record",
    "source/templates/": "templates, labels, type descriptions, theme and style sheets that made the papers",
    "source/letterheads/": "what Word papers wear: names of styles, and of a letterhead its SHA-256",
    "source/release/": "who cleared the papers, and what was released against the gate and why, in each language",
    "source/made-with.json": "versions of the program and its libraries, SHA-256 of each font",
    "about.json": "what stands above, for programs",
}
FORMATS = {
    "pdf": "PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1); fonts are inside",
    "docx": "Office Open XML (ISO/IEC 29500), for Word and LibreOffice",
    "html": "one HTML page with its style sheet inside",
    "txt": "plain text in UTF-8",
}
BAG = """\
1. Every file, on any system that has sha512sum (or shasum -a 512). In this folder:

       sha512sum --check --quiet manifest-sha512.txt
       sha512sum --check --quiet tagmanifest-sha512.txt
       sha256sum tagmanifest-sha512.txt

   The first two print nothing where all is as it was. The third prints the seal: the catalogue of the archive
   (catalogue.jsonl) has the same number in the line of this bag. A bag that somebody changed and closed anew has
   another seal.

2. Also whether anything was added, with Python 3 (3.9 or newer) and nothing else:

       python3 verify.py --seal SEAL

   Who could change the bag could change verify.py as well: where that is to be feared, take it from another bag.

The folder is a bag after RFC 8493 (BagIt 1.0): data/ holds the files, the manifests their hashes.
"""
EARK = """\
1. METS.xml lists every file with its size and SHA-512. The seal of the package is the SHA-256 of METS.xml:

       sha256sum METS.xml

   The catalogue of the archive (catalogue.jsonl) has the same number in the line of this package.

2. All files at once, with Python 3 (3.9 or newer) and nothing else:

       python3 documentation/verify.py --seal SEAL

The folder is an information package after E-ARK CSIP 2.2: METS.xml describes it, PREMIS in metadata/preservation.
"""
CHECKS = {"bagit": BAG, "eark": EARK}


def readme_of(about: About, payload: str, paths: Collection[str]) -> str:
    """The whole text.

    Args:
        about: what the package says of itself.
        payload: the folder that papers and sources lie in, with a slash at its end.
        paths: of the files below it.
    """
    return "\n".join(
        [
            *_head(about),
            *_papers(about),
            *_folders(about, payload, paths),
            *_check(about),
            *_again(about),
        ]
    )


def _head(about: About) -> list[str]:
    rows = [
        ("Title", about.title),
        ("Issued by", about.issuer),
        ("Readers", about.audience),
        ("Held", about.start if about.end == about.start else f"{about.start} to {about.end}"),
        ("Issued", about.issued),
        ("Closed", about.closed),
        ("Identifier", about.identifier),
        ("File plan", about.file_plan),
        ("Series number", about.series_number),
        ("Other numbers", ", ".join(about.identifiers)),
        ("Kept", about.retention),
        ("Open from", about.open_on),
        ("Replaces", about.replaces),
    ]
    return [*(f"{label + ':':<15}{value}" for label, value in rows if value), ""]


def _papers(about: About) -> list[str]:
    lines = ["THE PAPERS", ""]
    for paper in about.papers:
        pages = f", {paper.pages} page{'' if paper.pages == 1 else 's'}" if paper.pages else ""
        lines += [f"papers/{paper.name}.{{{','.join(paper.formats)}}}", f"    {paper.title} ({paper.language}{pages})"]
    used = {name for paper in about.papers for name in paper.formats}
    return [*lines, "", *(f".{name:<5} {FORMATS[name]}" for name in FORMATS if name in used), ""]


def _folders(about: About, payload: str, paths: Collection[str]) -> list[str]:
    lines = ["WHAT LIES WHERE", "", f"Below {payload}"]
    rows = {name: what for name, what in WHAT.items() if any(path.startswith(name) for path in paths)}
    if about.replaces:
        rows["corrigendum/"] = "what the version before said wrongly, and why"
    return [*lines, *(f"    {name:<24}{what}" for name, what in rows.items()), ""]


def _check(about: About) -> list[str]:
    return ["IS IT AS IT WAS?", "", *CHECKS[about.layout].splitlines(), ""]


def _again(about: About) -> list[str]:
    return [
        "MAKING THE PAPERS AGAIN",
        "",
        f"They were made by {about.program}. `reporting verify FOLDER` makes them once more from source/views",
        "and source/templates: byte for byte with the versions in source/made-with.json, word for word with others.",
        "Nothing of this is needed to read them.",
        "",
    ]
