"""The ledgers stay true: what they name is there, and what is there they name."""

import ast
import importlib
import os
import re
import tomllib
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont

from brochure.diagnostics.messages import codes
from brochure.layout.fonts import use_only
from brochure.pdf.tags.rules import RULES

ROOT = Path(__file__).resolve().parents[3]
CASES = ROOT / "tests/pdf/tags/cases"
STATUSES = {"built-in", "checked", "author", "not-applicable", "gap"}
KEYS = {"says", "says_de", "how", "status", "where", "proof", "verapdf", "note", "confirmed"}
TABLE_5 = "ISO_32005"
GAPS = {
    "8.2.5.29-mathml": "a Formula has words, but no MathML",
}
"""What nobody sees to yet; whoever closes one takes it from here and from the ledger."""


FINDINGS = {"/".join(code.split("/")[:2]) for code in codes()}
"""Codes of findings, without their variants."""


@cache
def ledger(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((ROOT / f"brochure/pdf/ledger/{name}.toml").read_text("utf-8"))


LEDGERS = ("matterhorn-1.1", "pdf-ua-2", "beyond", "print", "text", "ua", "appearance", "layout")
ROWS = [(id_, row) for name in LEDGERS for id_, row in ledger(name).items()]
ROW_IDS = [id_ for id_, _ in ROWS]


def test_matterhorn_has_its_rows() -> None:
    counted = Counter(row["how"] for row in ledger("matterhorn-1.1").values())
    assert counted == {"machine": 87, "human": 48, "none": 2}
    checkpoints = {id_.partition("-")[0] for id_ in ledger("matterhorn-1.1")}
    assert checkpoints == {f"{number:02}" for number in range(1, 32)}


@pytest.mark.parametrize("row", [row for _, row in ROWS], ids=ROW_IDS)
def test_row_is_whole(row: dict[str, Any]) -> None:
    assert row.keys() <= KEYS
    assert row["says"] and row["status"] in STATUSES
    if row["status"] in ("built-in", "checked"):
        assert row.get("where") and (row.get("proof") or row.get("verapdf"))
    else:
        assert row.get("proof") or row.get("note") or row["status"] == "author"
    if row["status"] == "checked":
        assert any("/" in where for where in row["where"]), "which finding tells it?"


def test_rows_that_reports_show_are_told_in_german_too() -> None:
    rows = ledger("matterhorn-1.1").values()
    assert all(row["says_de"] and row["says_de"] != row["says"] for row in rows)


def test_gaps_are_those_we_know() -> None:
    assert {id_ for id_, row in ROWS if row["status"] == "gap"} == GAPS.keys()


@pytest.mark.parametrize("where", sorted({w for _, row in ROWS for w in row.get("where", ())}))
def test_where_is_there(where: str) -> None:
    module, _, path = where.partition(":")
    if not path:
        assert where in FINDINGS
        return
    use_only(ROOT / "fonts")  # before a module brings the engine in
    found = importlib.import_module(module)
    for name in path.split("."):
        found = getattr(found, name)


@pytest.mark.parametrize("proof", sorted({p for _, row in ROWS for p in row.get("proof", ())}))
def test_proof_is_there(proof: str) -> None:
    file, _, name = proof.partition("::")
    if name:
        tree = ast.parse((ROOT / file).read_text("utf-8"))
        assert name in {item.name for item in ast.walk(tree) if isinstance(item, ast.FunctionDef)}
    elif "/" in proof:
        assert (ROOT / proof).exists()
    else:
        assert (CASES / f"{proof}.html").is_file()


def told_by_checks() -> Iterator[str]:
    """Every code of a finding that a file of the room of checks tells."""
    for check in (ROOT / "brochure/check").glob("*/*.py"):
        yield from set(re.findall(r'"([a-z]+/[a-z0-9-]+)"', check.read_text("utf-8"))) & FINDINGS


@pytest.mark.parametrize("code", sorted(set(told_by_checks())))
def test_every_check_stands_in_a_ledger(code: str) -> None:
    assert code in {where for _, row in ROWS for where in row.get("where", ())}


@pytest.mark.parametrize("role", RULES)
def test_every_rule_stands_in_a_ledger(role: str) -> None:
    rule = RULES[role]
    name = f"{rule.__module__}:{rule.__name__}"
    assert any(name in row.get("where", ()) for _, row in ROWS)


def rules_of(profile: str) -> Iterator[tuple[str, str]]:
    """Specification and clause-test of each rule of a veraPDF profile."""
    jars = sorted((ROOT / ".cache/verapdf/lib").glob("core-1*.jar"))
    if not jars and not os.environ.get("CI"):
        pytest.skip("veraPDF is not here; `make verapdf` fetches it")
    with zipfile.ZipFile(jars[0]) as jar:
        tree = ElementTree.fromstring(jar.read(f"org/verapdf/pdfa/validation/{profile}.xml"))
    for rule in tree.iterfind("{*}rules/{*}rule/{*}id"):
        yield rule.attrib["specification"], f"{rule.attrib['clause']}-{rule.attrib['testNumber']}"


def claimed(*names: str) -> set[str]:
    return {rule for n in names for row in ledger(n).values() for rule in row.get("verapdf", ())}


def test_every_rule_of_verapdf_for_ua_1_has_its_row() -> None:
    assert {rule for _, rule in rules_of("PDFUA-1")} == claimed("matterhorn-1.1", "beyond")


def test_every_rule_of_verapdf_for_ua_2_has_its_row() -> None:
    found = {"table-5" if s == TABLE_5 else rule for s, rule in rules_of("PDFUA-2-ISO32005")}
    assert found == claimed("pdf-ua-2")


FONTS = sorted((ROOT / "fonts").rglob("*.ttf"))


@pytest.mark.parametrize("file", FONTS, ids=lambda path: path.stem)
def test_the_fonts_may_be_embedded(file: Path) -> None:
    """OS/2 fsType 0: installable, the widest permission (OpenType specification, OS/2)."""
    with TTFont(file) as font:
        assert font["OS/2"].fsType == 0
