#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Does in LibreOffice what a person does who has a report of two schools side by side and wants one of five: inserts
three columns between them and copies the first school's column, from its second row on, into those.

Writes by_hand.ods, and as_filled.ods: the report that was filled for five, as LibreOffice saves it. Everything is
computed anew.
"""
import os
import sys

from disturb_report import Office, save

FIRST, NEW, ROWS = 1, 3, 40


def widen(document):
    sheet = document.Sheets.getByIndex(0)
    sheet.Columns.insertByIndex(FIRST + 1, NEW)
    first = sheet.getCellRangeByPosition(FIRST, 1, FIRST, ROWS).RangeAddress
    for column in range(FIRST + 1, FIRST + 1 + NEW):
        sheet.copyRange(sheet.getCellByPosition(column, 1).CellAddress, first)


def main(of_two, of_five, folder):
    with Office() as office:
        for source, change, name in ((of_two, widen, "by_hand.ods"), (of_five, lambda document: None, "as_filled.ods")):
            document = office.open(source)
            change(document)
            document.calculateAll()
            save(document, os.path.join(folder, name))
            document.close(True)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit("usage: insert_columns.py OF_TWO.ods OF_FIVE.ods FOLDER")
    main(*map(os.path.abspath, sys.argv[1:]))
