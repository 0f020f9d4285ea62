"""Reads PDFs through their trees with pdf.js, the reader of Firefox, run in Chromium.

Debian's Node.js is too old for it. `make test` fetches both (`setup/pdfjs.sh`, `setup/system.sh`).
"""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

from tests.readers.element import Element

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / ".cache/pdfjs"
PAGE = Path(__file__).with_name("pdfjs.html")
KINDS = {".html": "text/html", ".mjs": "text/javascript", ".pdf": "application/pdf"}
SECONDS = 120


def is_here() -> bool:
    """Whether a browser and pdf.js are there."""
    return shutil.which("chromium") is not None and LIBRARY.is_dir()


def read(files: Sequence[Path]) -> dict[Path, list[Element]]:
    """The elements of each file, page by page; all files in one browser."""
    named = {f"/{number}.pdf": file for number, file in enumerate(files)}
    answers: Queue[Any] = Queue()
    with _served(named, answers) as address, _browser(address):
        try:
            answer = answers.get(timeout=SECONDS)
        except Empty:
            raise TimeoutError("pdf.js gave no answer") from None
    assert "error" not in answer, answer["error"]
    return {named[name]: [_element(page) for page in pages] for name, pages in answer.items()}


def _element(node: Mapping[str, Any]) -> Element:
    kids = [kid if isinstance(kid, str) else _element(kid) for kid in node["kids"]]
    return Element(node["role"], kids, node.get("alt", ""), node.get("lang", ""))


@contextmanager
def _served(named: Mapping[str, Path], answers: "Queue[Any]") -> Iterator[str]:
    """A server on this machine only, as a page from a file may not start a worker."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, named, answers))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    """Gives the page, the library and the files; takes the answer."""

    def __init__(self, named: Mapping[str, Path], answers: "Queue[Any]", *request: Any) -> None:
        self.named, self.answers = named, answers
        super().__init__(*request)

    def do_GET(self) -> None:
        if self.path == "/files":
            self._send(json.dumps(list(self.named)).encode(), "application/json")
            return
        file = PAGE if self.path == "/" else self.named.get(self.path)
        if self.path.startswith("/pdfjs/"):
            file = LIBRARY / self.path.removeprefix("/pdfjs/")
        if file is None or not file.is_file():
            self.send_error(404)
            return
        self._send(file.read_bytes(), KINDS[file.suffix])

    def do_POST(self) -> None:
        self.answers.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self._send(b"", "text/plain")

    def _send(self, data: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: Any) -> None:
        """The test's output is not the place for it."""


@contextmanager
def _browser(address: str) -> Iterator[None]:
    """Chromium without a window, with a profile of its own that is thrown away."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        words = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        words += ["--no-first-run", f"--user-data-dir={profile}", address]
        browser = subprocess.Popen(
            ["chromium", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            yield
        finally:
            browser.terminate()
            browser.wait(timeout=20)
