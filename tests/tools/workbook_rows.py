#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""What openpyxl makes of a workbook, in the reader's form: `workbook_rows.py FILE.xlsx` prints each sheet as
"# name" and each row that is not blank as "4: a|b". `workbook_rows.py --make FILE.xlsx` writes a workbook of
every kind of cell."""
import datetime
import decimal
import sys

import openpyxl


def number(value):
    if isinstance(value, int) or value.is_integer():
        return str(int(value)) if abs(value) < 1e15 else "%.17g" % value
    return format(decimal.Decimal(repr(value)), "f")


def clock(seconds):
    whole, fraction = divmod(round(seconds * 1000), 1000)
    text = "%02d:%02d:%02d" % (whole // 3600, whole // 60 % 60, whole % 60)
    return text + (".%03d" % fraction).rstrip("0") if fraction else text


def text_of(cell):
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.timedelta):
        return clock(value.total_seconds())
    if isinstance(value, datetime.datetime):
        seconds = (value - value.replace(hour=0, minute=0, second=0, microsecond=0)).total_seconds()
        return value.date().isoformat() + ("T" + clock(seconds) if seconds else "")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.time):
        return clock(value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6)
    if isinstance(value, (int, float)):
        if "%" in cell.number_format:
            return number(float("%.15g" % (value * 100))) + "%"
        return number(value)
    return str(value)


def print_rows(path):
    workbook = openpyxl.load_workbook(path, data_only=True)
    for sheet in workbook.worksheets:
        print("# " + sheet.title)
        for row in sheet.iter_rows():
            cells = [text_of(cell) for cell in row]
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                before = [""] * (row[0].column - 1)
                print("%d: %s" % (row[0].row, "|".join(before + cells)))


def make(path):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Every kind"
    day = datetime.date(2025, 9, 1)
    cells = [
        ("text", None), ("  blanks  ", None), ("two\nlines", None), ("Zoë 😀 <&>", None), ("4-11", "@"),
        (201123456789, None), (0, None), (-12.5, "0.00"), (0.1 + 0.2, None), (123456789012345, None),
        (1e-5, None), (0.945, "0.0%"), (0.57, "0%"), (1, "0%"), (True, None), (False, None), ("#N/A", None),
        (day, "dd/mm/yyyy"), (day, "[$-809]dd mmmm yyyy;@"), (datetime.datetime(2025, 9, 1, 8, 30), "d/m/yy h:mm"),
        (datetime.time(8, 30), "h:mm"), (datetime.timedelta(hours=26, minutes=30), "[h]:mm:ss"),
        (datetime.date(1900, 1, 31), "yyyy-mm-dd"), (1234.5, "£#,##0.00"), (None, "dd/mm/yyyy"), ("last", None),
    ]
    for row, (value, code) in enumerate(cells, 1):
        cell = sheet.cell(row, 1 + row % 3, value)
        if code:
            cell.number_format = code
    sheet.merge_cells("E1:G3")
    sheet["E1"] = "merged"
    other = workbook.create_sheet("Other 'one'")
    other.sheet_state = "hidden"
    other["AB40"] = "far away"
    workbook.save(path)


if __name__ == "__main__":
    if sys.argv[1] == "--make":
        make(sys.argv[2])
    else:
        print_rows(sys.argv[1])
