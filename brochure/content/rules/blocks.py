"""Sections and blocks: each block of one kind, each id once, each lead a block that is there."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any
from unicodedata import normalize

from brochure.content.problems import missing_key, quoted, unknown_key
from brochure.content.rules.known import Known
from brochure.content.shape import Item, UnclearBlock, keys_of
from brochure.diagnostics import Diagnostic
from brochure.document.blocks import BLOCK_TYPES
from brochure.document.text import ID_PATTERN

SENTENCE_KINDS = frozenset({"text", "quote"})
SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def unclear_block(known: Known, block: UnclearBlock) -> Iterator[Diagnostic]:
    """A block must say exactly one kind; a misspelled kind is told at its key."""
    values, path = known.values, block.path
    keys = list(block.value) if isinstance(block.value, dict) else []
    if keys and "id" not in keys:
        yield missing_key(values, (*path, "id"))
    near = [key for key in keys if key != "id" and get_close_matches(key.lower(), BLOCK_TYPES, 1)]
    if len(block.kinds) > 1:
        first, second = block.kinds[:2]
        span = values.keys[(*path, second)]
        yield Diagnostic.of("content/block-of-two-kinds", span, first=first, second=second)
    elif near:
        yield unknown_key(values, (*path, near[0]), BLOCK_TYPES)
    else:
        kinds = quoted(BLOCK_TYPES)
        yield Diagnostic.of("content/block-without-kind", values.place(path), kinds=kinds)


def id_rule(known: Known, item: Item) -> Iterator[Diagnostic]:
    """Ids become anchors of the page: of a plain form, and each only once in a file."""
    name, span = item.value.get("id"), known.values.place((*item.path, "id"))
    if not isinstance(name, str) or "id" not in keys_of(item.model):
        return
    if not re.fullmatch(ID_PATTERN, name):
        yield Diagnostic.of("content/id-form", span, id=name, near=_as_id(name))
    elif name in known.ids:
        yield Diagnostic.of("content/id-twice", span, id=name, first=known.ids[name].line)
    else:
        known.ids[name] = known.values.place(item.path)


def section_rule(known: Known, section: Item) -> Iterator[Diagnostic]:
    """`lead` and `poster` name a block of the section that has a sentence."""
    named = _sentences(section.value.get("blocks"))
    fitting = [name for name, has_sentence in named.items() if has_sentence]
    for key in ("lead", "poster"):
        name = section.value.get(key)
        if not isinstance(name, str) or named.get(name):
            continue
        code = "content/lead-without-sentence" if name in named else "content/lead-missing"
        near = quoted(get_close_matches(name, fitting, 1) or fitting[:8]) or "–"
        span = known.values.place((*section.path, key))
        yield Diagnostic.of(code, span, key=key, id=name, near=near)


def _sentences(blocks: Any) -> dict[str, bool]:
    """The ids of a section's blocks, and whether a sentence can be taken from each."""
    return {
        block["id"]: bool(SENTENCE_KINDS & block.keys())
        for block in (blocks if isinstance(blocks, list) else ())
        if isinstance(block, dict) and isinstance(block.get("id"), str)
    }


def _as_id(name: str) -> str:
    """A name as its id could be written: `Über uns` → `ueber-uns`."""
    plain = normalize("NFD", name.lower().translate(SPELLED_OUT)).encode("ascii", "ignore")
    made = re.sub(r"[^a-z0-9]+", "-", plain.decode()).strip("-")[:40]
    return made if made[:1].isalpha() else f"id-{made}".rstrip("-")
