# SPDX-License-Identifier: MPL-2.0
"""Reads what lies in a folder of exports: tables as rows of cells by header, and XML trees of other kinds."""
import csv
import io
import re
import xml.etree.ElementTree as ElementTree
import zipfile


def folded(header):
    return " ".join(header.replace("\u00a0", " ").lower().split())


def decoded(data):
    for encoding in ("utf-8-sig", "windows-1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError("text in no known encoding")


def rows_under_header(rows):
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    header = [folded(cell) for cell in rows[0]]
    return header, [dict(zip(header, (cell.strip() for cell in row))) for row in rows[1:]]


def command_report(root):
    """A record leaves out what is empty, and spells what XML forbids in names as _xHHHH_."""
    def caption(tag):
        return folded(re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), tag))

    rows = [{caption(cell.tag): (cell.text or "").strip() for cell in record} for record in root.iter("Record")]
    header = sorted({name for row in rows for name in row})
    return header, [{name: row.get(name, "") for name in header} for row in rows]


def exports_of(data, name, folder):
    """Yields (folder, name, header, rows) of a table, and (folder, name, None, root) of other XML."""
    if name.endswith(".zip"):
        archive = zipfile.ZipFile(io.BytesIO(data))
        for inner in archive.namelist():
            yield from exports_of(archive.read(inner), inner, folder)
    elif name.endswith(".xml"):
        root = ElementTree.fromstring(data)
        if root.tag == "SuperStarReport":
            yield (folder, name, *command_report(root))
        else:
            yield folder, name, None, root
    else:
        yield (folder, name, *rows_under_header(list(csv.reader(io.StringIO(decoded(data), newline="")))))


def exports_below(folder):
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield from exports_of(path.read_bytes(), path.name, path.parent.relative_to(folder))
