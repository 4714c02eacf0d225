"""A certificate authority in a folder, made by openssl: a root, a time stamp authority and a signer below it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

from tests.support.judges import need

PASSPHRASE = "open sesame"  # noqa: S105 - opens keys that are made for a test
STAMPS = "extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n"
SEALS = "keyUsage=critical,digitalSignature,nonRepudiation\n"
SETTINGS = """\
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
certs = {folder}/root.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


@dataclass(frozen=True, slots=True)
class Authority:
    """Its folder with all keys and certificates."""

    folder: Path

    @property
    def root(self) -> Path:
        """The certificate to trust."""
        return self.folder / "root.pem"

    @property
    def key(self) -> Path:
        """The signer's key and certificate, as PKCS#12."""
        return self.folder / "signer.p12"

    def answer(self, query: Path, answer: Path) -> None:
        """Stamps."""
        openssl("ts", "-reply", "-config", self.folder / "tsa.cnf", "-queryfile", query, "-out", answer)


@contextmanager
def listening(by: Authority, status: int = 200) -> Iterator[str]:
    """The address at which an authority answers queries over HTTP (RFC 3161, 3.4), or fails with a status."""

    class Desk(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query, answer = by.folder / "query.tsq", by.folder / "answer.tsr"
            query.write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
            is_query = self.headers["Content-Type"] == "application/timestamp-query"
            if is_query and status == HTTPStatus.OK:
                by.answer(query, answer)
            self.send_response(status if is_query else HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(answer.read_bytes() if status == HTTPStatus.OK else b"closed")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            """Says nothing."""

    with HTTPServer(("127.0.0.1", 0), Desk) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def openssl(*arguments: str | Path) -> str:
    """What openssl prints; a test that needs it is skipped where it is missing."""
    done = subprocess.run([need("openssl"), *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def authority(folder: Path, name: str = "Test root") -> Authority:
    """A new authority."""
    folder.mkdir(parents=True)
    new = ("-newkey", "rsa:2048", "-noenc")
    openssl(
        "req", "-x509", *new, "-days", "3650", "-subj", f"/CN={name}", "-keyout", folder / "root.key",
        "-out", folder / "root.pem",
    )  # fmt: skip
    for who, extensions in (("tsa", STAMPS), ("signer", SEALS)):
        (folder / "ext").write_text(extensions, "utf-8")
        subject = f"/O=Lake Office/CN={who} of {name}"
        openssl("req", *new, "-subj", subject, "-keyout", folder / f"{who}.key", "-out", folder / f"{who}.csr")
        openssl(
            "x509", "-req", "-in", folder / f"{who}.csr", "-CA", folder / "root.pem", "-CAkey", folder / "root.key",
            "-CAcreateserial", "-days", "3650", "-extfile", folder / "ext", "-out", folder / f"{who}.pem",
        )  # fmt: skip
    openssl(
        "pkcs12", "-export", "-inkey", folder / "signer.key", "-in", folder / "signer.pem", "-certfile",
        folder / "root.pem", "-passout", f"pass:{PASSPHRASE}", "-out", folder / "signer.p12",
    )  # fmt: skip
    (folder / "serial").write_text("01\n", "utf-8")
    (folder / "tsa.cnf").write_text(SETTINGS.format(folder=folder), "utf-8")
    return Authority(folder)
