"""Files made to take a reader down, and small workbooks to make them of."""

from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_ODS = "urn:oasis:names:tc:opendocument:xmlns:"
_MANIFEST = f'<manifest:manifest xmlns:manifest="{_ODS}manifest:1.0"/>'.encode()


def zipped(members: Mapping[str, bytes], how: int = ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", how) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def xlsx_members(rows: str, before: str = "") -> dict[str, bytes]:
    """The members of the smallest workbook that a reader takes, with these rows as XML."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"/>',
        "_rels/.rels": (
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1"'
            f' Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_SHEET}" xmlns:r="{_DOCUMENT}"><sheets>'
            '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1"'
            f' Type="{_DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
        ),
        "xl/worksheets/sheet1.xml": (
            f'<?xml version="1.0"?>{before}<worksheet xmlns="{_SHEET}">'
            f"<sheetData>{rows}</sheetData></worksheet>"
        ),
    }
    return {name: text.encode() for name, text in parts.items()}


def xlsx_rows(rows: list[list[str]]) -> str:
    """Rows of text as a worksheet has them."""
    return "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{chr(65 + place)}{number}" t="inlineStr"><is><t>{value}</t></is></c>'
            for place, value in enumerate(row)
        )
        + "</row>"
        for number, row in enumerate(rows, 1)
    )


def ods_members(rows: str, before: str = "") -> dict[str, bytes]:
    """The members of the smallest OpenDocument sheet, with these rows as XML."""
    content = (
        f'<?xml version="1.0"?>{before}<office:document-content'
        f' xmlns:office="{_ODS}office:1.0" xmlns:table="{_ODS}table:1.0"'
        f' xmlns:text="{_ODS}text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="A">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": _MANIFEST,
        "content.xml": content.encode(),
    }


def ods_rows(rows: list[list[str]], more: str = "") -> str:
    """Rows of text as an OpenDocument sheet has them; ``more`` goes into every cell."""
    return "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"{more}><text:p>{value}</text:p>'
            "</table:table-cell>"
            for value in row
        )
        + "</table:table-row>"
        for row in rows
    )


def ods(rows: list[list[str]]) -> bytes:
    return zipped(ods_members(ods_rows(rows)))


def _laughs() -> str:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    return f"<!DOCTYPE x [{entities}]>"


def _outside() -> str:
    return '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def _lying_size() -> bytes:
    """A member that says it is ten bytes and inflates to 30 million."""
    data = bytearray(zipped({"xl/workbook.xml": b"0" * 30_000_000}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + offset
        data[at : at + 4] = (10).to_bytes(4, "little")
    return bytes(data)


def _spread() -> bytes:
    """Two cells as far from each other as a sheet allows."""
    rows = (
        f'<row r="{number}"><c r="{cell}{number}"><v>1</v></c></row>'
        for number, cell in ((1, "A"), (1_048_576, "XFD"))
    )
    return zipped(xlsx_members("".join(rows)))


def _repeated() -> bytes:
    row = ods_rows([["a"]], ' table:number-columns-repeated="16384"')
    return zipped(
        ods_members(
            row.replace(
                "<table:table-row>", '<table:table-row table:number-rows-repeated="1048576">'
            )
        )
    )


BOMBS: dict[str, Callable[[], bytes]] = {
    "one big member": lambda: zipped({"xl/workbook.xml": b"0" * 30_000_000}),
    "many members": lambda: zipped(
        {**xlsx_members(""), **{f"x{number}": b"" for number in range(300)}}
    ),
    "more than 200 MiB": lambda: zipped(
        {**{f"x{n}": b"0" * 30_000_000 for n in range(8)}, "pad": bytes(range(256)) * 10_000},
    ),
    "size that lies": _lying_size,
    "archive in an archive": lambda: zipped(
        {"xl/workbook.xml": zipped({"x": b"0" * 10_000_000})}, ZIP_STORED
    ),
    "entities that grow": lambda: zipped(
        xlsx_members(xlsx_rows([["Innsattnr", "Navn"], ["&j;", "x"]]), _laughs())
    ),
    "entities that grow, ods": lambda: zipped(ods_members(ods_rows([["&j;"]]), _laughs())),
    "file from outside": lambda: zipped(ods_members(ods_rows([["&a;"]]), _outside())),
    "cells far apart": _spread,
    "cells repeated": _repeated,
    "macros": lambda: zipped({**xlsx_members(""), "xl/vbaProject.bin": b"x"}),
    "more than 20 MiB": lambda: b"PK\x03\x04" + bytes(21 * 1024 * 1024),
    "one line": lambda: b"a," * 5_000_000,
    "one cell": lambda: b'a,b\n"' + b"x" * 40_000_000,
    "many columns": lambda: b"a," * 600 + b"\n",
    "many rows": lambda: b"a,b\n" + b"1,2\n" * 300_000,
}
