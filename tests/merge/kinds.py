"""The same records as every kind of data file."""

import csv
import json
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from zipfile import ZipFile

from brochure.document.data import Data, Field

DATA = Data(
    file="data.csv",
    key="ort",
    fields={
        "ort": Field(type="text"),
        "plz": Field(type="text"),
        "einwohner": Field(type="integer"),
        "anteil": Field(type="decimal", optional=True),
        "tag": Field(type="date"),
        "offen": Field(type="boolean"),
    },
)
HEADINGS = tuple(DATA.fields)
Row = tuple[str, str, int, float | None, date, bool]
ROWS: Sequence[Row] = (
    ("Hamme", "0176", 52340, 0.125, date(2026, 12, 24), True),
    ("Größe „A“, B", "44777", 7, None, date(2027, 1, 2), False),
)


def as_csv(separator: str = ";", mark: str = ",", encoding: str = "utf-8-sig") -> bytes:
    from io import StringIO

    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(HEADINGS)
    for ort, plz, number, share, day, is_open in ROWS:
        shown = "" if share is None else str(share).replace(".", mark)
        writer.writerow([ort, plz, number, shown, day.isoformat(), "ja" if is_open else "nein"])
    return text.getvalue().encode(encoding)


def as_json() -> bytes:
    rows = [dict(zip(HEADINGS, row, strict=True)) for row in ROWS]
    return json.dumps(rows, default=str).encode()


def as_yaml() -> bytes:
    lines = []
    for ort, plz, number, share, day, is_open in ROWS:
        lines += [f"- ort: '{ort}'", f"  plz: {plz}", f"  einwohner: {number}"]
        lines += [f"  anteil: {share}"] if share is not None else []
        lines += [f"  tag: {day}", f"  offen: {str(is_open).lower()}"]
    return "\n".join(lines).encode()


def as_parquet() -> bytes:
    import pyarrow
    from pyarrow import parquet

    columns = dict(zip(HEADINGS, map(list, zip(*ROWS, strict=True)), strict=True))
    file = BytesIO()
    parquet.write_table(pyarrow.table(columns), file)
    return file.getvalue()


def as_xlsx(rows: Sequence[Sequence[object]] = ROWS) -> bytes:
    """The least that a spreadsheet program would read: one sheet, dates by a style."""
    lines = [f"<row>{''.join(map(_cell, row))}</row>" for row in (HEADINGS, *rows)]
    namespace = "http://schemas.openxmlformats.org/"
    main = f'xmlns="{namespace}spreadsheetml/2006/main"'
    office = f"{namespace}officeDocument/2006/relationships"
    package = f"{namespace}package/2006/"
    relation = '<Relationship Id="{}" Type="' + office + '/{}" Target="{}"/>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}relationships">'
        + relation.format("r1", "officeDocument", "xl/workbook.xml")
        + "</Relationships>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}relationships">'
        + relation.format("r1", "worksheet", "worksheets/sheet1.xml")
        + relation.format("r2", "styles", "styles.xml")
        + "</Relationships>",
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{office}"><sheets>'
        '<sheet name="Tabelle1" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/styles.xml": f'<styleSheet {main}><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f"<worksheet {main}><sheetData>{''.join(lines)}"
        "</sheetData></worksheet>",
    }
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return made.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, bool):
        return f'<c t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date):
        return f'<c s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, int | float):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t>{value}</t></is></c>'
