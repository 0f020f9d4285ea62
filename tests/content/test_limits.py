"""Files made to hurt: each is refused, or read, in a moment."""

import time

import pytest

from brochure.content import read_document
from brochure.diagnostics import Problems

HEAD = b"title: a\ndescription: b\nintroduction:\n  id: a\n  heading: b\n  blocks:\n"
TAIL = b"\nmessages: []\nimprint:\n  id: i\n  heading: c\n"
A_MOMENT = (
    15.0  # seconds of a processor: how busy the machine is does not matter; measured: up to 3
)


def document(blocks: bytes) -> bytes:
    return HEAD + blocks + TAIL


def text(words: bytes) -> bytes:
    return document(b"    - id: b\n      text: '" + words + b"'")


REFUSED = {
    "200 000 brackets": (b"[" * 200_000, "content/too-deep"),
    "200 000 braces": (b"{a: " * 200_000, "content/too-deep"),
    "200 000 dashes": (b"- " * 200_000, "content/too-deep"),
    "200 000 question marks": (b"? " * 200_000, "content/too-deep"),
    "megabytes": (b"a" * 1_000_001, "content/too-large"),
    "zeros": (b"\0" * 1_000_000, "content/encoding-utf-16"),
    "many values": (document(b"    - a\n" * 100_000), "content/too-many-values"),
    "many wrong blocks": (document(b"    - a\n" * 19_000), "content/block-without-kind"),
    "many wrong texts": (document(b"    - {text: 1}\n" * 3_000), "content/missing-key"),
    "many unknown keys": (document(b"    - {txet: 1}\n" * 3_000), "content/missing-key"),
    "the same key": (b"a: 1\n" * 9_000, "content/missing-key"),
    "300 000 accents": (text(b"a" + "\u0335".encode() * 300_000), "content/combining-marks"),
    "nested links": (text(b"[" * 20_000 + b"a" + b"](u)" * 20_000), "content/link-target"),
}
READ = {
    "a long text": document(b"    - id: b\n      text: >-\n" + b"        x\n" * 90_000),
    "open brackets": text(b"[" * 60_000 + b"](#i)"),
    "open links": text(b"[a](http://x" * 15_000),
    "open stars": text(b"](x" + b"*a **a " * 30_000),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    data, code = REFUSED[name]
    started = time.process_time()
    with pytest.raises(Problems) as caught:
        read_document("de.yaml", data, "de", ())
    assert code in {finding.code for finding in caught.value.diagnostics}
    assert time.process_time() - started < A_MOMENT


@pytest.mark.parametrize("name", READ)
def test_read(name: str) -> None:
    started = time.process_time()
    read_document("de.yaml", READ[name], "de", ())
    assert time.process_time() - started < A_MOMENT
