"""Broken files out of sound ones: the same number gives the same file, on every machine."""

import re
import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
from random import Random
from xml.sax.saxutils import escape

from app.exchange.kinds import ImportKind
from tests.exchange.bombs import ods_members, ods_rows, xlsx_members, xlsx_rows
from tests.exchange.files import LOCATIONS, NOTES, ROLL

ROWS = {
    ImportKind.PLACES: [
        ["prison_id", "path_hierarchy", "parent_path", "location_type", "status", "max_capacity"],
        ["TST", "B", "", "WING", "ACTIVE", ""],
        ["TST", "B-1", "B", "LANDING", "ACTIVE", ""],
        ["TST", "B-1-001", "B-1", "CELL", "ACTIVE", "2"],
    ],
    ImportKind.ROLL: [
        ["Innsattnr", "Navn", "Født", "Språk", "Celle", "Status"],
        ["T1", "Ås, Bo", "1.2.1990", "polsk", "A-1", "dom"],
        ["T2", "Moe", "1990-02-28", "PREF_WRITE:POL", "", "varetekt"],
    ],
    ImportKind.CONVERSATIONS: [
        ["CASE_NOTE_ID", "PRISONER_NO", "CONTACT_TIME", "STAFF_ID", "CASE_NOTE_TEXT"],
        ["1", "T1", "2026-11-20 10:00:00", "77", "Snakket om arbeid."],
        ["2", "T2", "2026-10-25 02:30", "77", "Snakket om besøk."],
    ],
}
KINDS = tuple(ImportKind)
_BITS: Sequence[bytes] = (
    *(b'"', b'""', b",", b";", b"\t", b"\n", b"\r", b"\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00"),
    *(b"\xe5", b"\xc3\xa5", b"\x81", b"-", b"31.02.2020", b"9999-12-31", b"0001-01-01", b"sep=;\n"),
    *(b"{0}", b"=1+1", b"PREF_WRITE:", b"|", b":", b"x" * 200, b"\xe2\x80\xa8", b"\xed\xa0\x80"),
    *(b"1e309", b"-1", b"99999999999999999999", b" ", b"\xc2\xa0", b"%", b"\\", b"'"),
)
_TAGS: Sequence[bytes] = (
    *(b"<", b">", b"/>", b"&", b"&amp;", b"&#0;", b"&#x10FFFF;", b"&lt;", b"]]>", b"<!--", b"-->"),
    *(b"<![CDATA[", b"<!DOCTYPE x>", b"<?x?>", b' t="s"', b' t="b"', b' t="d"', b' t="e"'),
    *(b' r="A0"', b' r="ZZ9"', b' r="A1"', b' s="9"', b"<v>1e308</v>", b"<v>-7</v>", b"<f>1</f>"),
    *(b'<c r="B2"><v>5</v></c>', b"</row>", b"<row>", b"</c>", b"<is>", b"<t>", b"<text:p>"),
    *(b' table:number-columns-repeated="3"', b' table:number-rows-repeated="9"'),
    *(b' office:value-type="date"', b' office:value-type="float"', b' office:value="x"'),
    *(b' office:date-value="2020-02-30"', b"</table:table-row>", b"<table:covered-table-cell/>"),
)
_XLSX_TAGS: Sequence[bytes] = (
    *(b' t="s"', b' t="b"', b' t="d"', b' t="e"', b' t="n"', b' t="str"', b' s="9"', b' s="-1"'),
    *(b' r="C7"', b' r="A0"', b' r="1"', b' r="XFE1"', b' r=""', b' spans="1:9"', b' ht="x"'),
    *(b"><v>5</v", b"><v>1e308</v", b"><v>NaN</v", b"><v></v", b"><f>1+1</f", b"><x/"),
)
_ODS_TAGS: Sequence[bytes] = (
    *(b' table:number-columns-repeated="3"', b' table:number-columns-repeated="-1"'),
    *(b' table:number-columns-repeated="0"', b' table:number-rows-repeated="9"'),
    *(b' table:number-rows-repeated="x"', b' office:value="1e400"', b' office:value="x"'),
    *(b' office:boolean-value="true"', b' office:date-value="2020-02-30"', b"><text:s/"),
    *(b' office:time-value="PT25H"', b"><text:p>x</text:p", b"><table:covered-table-cell/"),
)
# Rare: each may take the reader to its limits, which ends its process.
_HUGE: Sequence[bytes] = (
    *(b"x" * 40_000, b",\n" * 20_000, b' r="XFD1048576"', b' r="A99999999"'),
    *(b' table:number-columns-repeated="16384"', b' table:number-rows-repeated="1048576"'),
)
_HUGE_ONE_IN = 4_000
_DEFLATED_ONE_IN = 8
_TEXT = re.compile(rb"<(?:t|text:p)>([^<]*)<")
_ELEMENT = re.compile(
    rb"<c .*?</c>|<row .*?</row>|<table:table-cell.*?</table:table-cell>"
    rb"|<table:table-row>.*?</table:table-row>",
    re.DOTALL,
)


def mutated(name: str, number: int) -> tuple[ImportKind, bytes]:
    """Return the broken file of this format and number, and what it is to be read as."""
    chance = Random(number)
    kind = KINDS[number % len(KINDS)]
    return kind, _FORMATS[name](chance, kind)


def sound(name: str) -> list[tuple[ImportKind, bytes]]:
    """Return the files of a format that the broken ones are made of."""
    if name == "csv":
        return [(kind, seed) for kind in KINDS for seed in _CSV_SEEDS[kind]]
    members = {"xlsx": _XLSX, "ods": _ODS}[name]
    return [(kind, packed(members[kind])) for kind in KINDS]


def _csv(chance: Random, kind: ImportKind) -> bytes:
    return _broken(chance, chance.choice(_CSV_SEEDS[kind]), _BITS)


def _xlsx(chance: Random, kind: ImportKind) -> bytes:
    return _archive(chance, _XLSX[kind], "xl/worksheets/sheet1.xml", _XLSX_TAGS)


def _ods(chance: Random, kind: ImportKind) -> bytes:
    return _archive(chance, _ODS[kind], "content.xml", _ODS_TAGS)


def _archive(
    chance: Random, members: Mapping[str, bytes], content: str, tags: Sequence[bytes]
) -> bytes:
    """Change texts and attributes in most archives, break the XML or the archive in some."""
    made = dict(members)
    how = chance.random()
    if how < 0.35:
        made[content] = _other_texts(chance, made[content])
    elif how < 0.65:
        made[content] = _other_attributes(chance, made[content], tags)
    elif how < 0.8:
        made[content] = _broken(chance, made[content], _TAGS)
    elif how < 0.9:
        name = chance.choice(tuple(made))
        made[name] = _broken(chance, made[name], _TAGS)
    data = packed(made, deflated=chance.randrange(_DEFLATED_ONE_IN) == 0)
    return _broken(chance, data, _BITS) if how >= 0.9 else data


def _other_texts(chance: Random, content: bytes) -> bytes:
    """Put something else into one or two cells; what XML has no room for is taken out."""
    for _change in range(chance.randint(1, 2)):
        at = chance.choice([found.start(1) for found in _TEXT.finditer(content)])
        end = content.index(b"<", at)
        text = _broken(chance, content[at:end], _BITS).decode("utf-8", "ignore")
        kept = "".join(letter for letter in text if letter >= " " or letter in "\t\n\r")
        content = content[:at] + escape(kept).encode() + content[end:]
    return content


def _other_attributes(chance: Random, content: bytes, tags: Sequence[bytes]) -> bytes:
    """Give one or two elements something more, or put one there twice, or take one out."""
    for _change in range(chance.randint(1, 2)):
        found = chance.choice(list(_ELEMENT.finditer(content)))
        match chance.randrange(6):
            case 0:
                content = content[: found.start()] + content[found.end() :]
            case 1:
                content = content[: found.end()] + found[0] + content[found.end() :]
            case _other:
                at = found.start() + found[0].index(b" " if b" " in found[0] else b">")
                content = content[:at] + chance.choice(tags) + content[at:]
    return content


def _broken(chance: Random, sound: bytes, bits: Sequence[bytes]) -> bytes:
    """Put a few things in, take some out, turn some round."""
    data = bytearray(sound)
    for _change in range(chance.choice((1, 1, 1, 2, 2, 3, 5))):
        at = chance.randrange(len(data) + 1)
        length = chance.randrange(12)
        match chance.randrange(8):
            case 0:
                data[at : at + length] = b""
            case 1:
                data[at:at] = data[at : at + 4 * length]
            case 2:
                data[at : at + 1] = bytes((chance.randrange(256),))
            case 3:
                del data[at + chance.randrange(1, 200) :]
            case _other:
                data[at : at + length] = chance.choice(bits)
    if chance.randrange(_HUGE_ONE_IN) == 0:
        at = chance.randrange(len(data) + 1)
        data[at:at] = chance.choice(_HUGE)
    return bytes(data)


def packed(members: Mapping[str, bytes], *, deflated: bool = False) -> bytes:
    """Return an archive, ten times as fast as ``zipfile`` makes one."""
    body, directory = bytearray(), bytearray()
    for name, content in members.items():
        title, crc = name.encode(), zlib.crc32(content)
        kept = zlib.compress(content, 1)[2:-4] if deflated else content
        sizes = (8 if deflated else 0, 0, 0, crc, len(kept), len(content), len(title), 0)
        directory += struct.pack("<4s4B4HL2L5H2L", *_central(sizes, len(body))) + title
        body += struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, *sizes) + title + kept
    end = (b"PK\x05\x06", 0, 0, len(members), len(members), len(directory), len(body), 0)
    return bytes(body + directory) + struct.pack("<4s4H2LH", *end)


def _central(sizes: tuple[int, ...], offset: int) -> tuple[object, ...]:
    method, clock, day, crc, kept, whole, title, extra = sizes
    return (
        *(b"PK\x01\x02", 20, 0, 20, 0, 0, method, clock, day, crc, kept, whole),
        *(title, extra, 0, 0, 0, 0, offset),
    )


def _lines(rows: list[list[str]], separator: str, encoding: str) -> bytes:
    quoted = [[f'"{value}"' if separator in value else value for value in row] for row in rows]
    return "\n".join(separator.join(row) for row in quoted).encode(encoding)


def _escaped(rows: list[list[str]]) -> list[list[str]]:
    return [[value.replace("&", "&amp;") for value in row] for row in rows]


_REAL = {
    ImportKind.PLACES: LOCATIONS,
    ImportKind.ROLL: ROLL,
    ImportKind.CONVERSATIONS: NOTES,
}
_CSV_SEEDS = {
    kind: (
        _lines(rows, ",", "utf-8"),
        _lines(rows, ";", "cp1252"),
        b"\n".join(_REAL[kind].splitlines()[:4]),
    )
    for kind, rows in ROWS.items()
}
_XLSX = {kind: xlsx_members(xlsx_rows(_escaped(rows))) for kind, rows in ROWS.items()}
_ODS = {kind: ods_members(ods_rows(_escaped(rows))) for kind, rows in ROWS.items()}
_FORMATS: dict[str, Callable[[Random, ImportKind], bytes]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "ods": _ods,
}
FORMATS = tuple(_FORMATS)
