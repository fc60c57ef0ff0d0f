#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Does to a filled attendance report in LibreOffice what people do to one: sorts its year groups, inserts rows and
columns, deletes a year group, copies a block and a sheet.

Writes disturbed.ods and, for the same done to the report as a workbook (.xlsx) that is opened, saved and opened again,
through_xlsx.ods. Starts an office of its own, on a profile and a pipe of its own, and ends it.
"""
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.table import TableSortField

SHEET = "Year groups"
START_SECONDS = 120


def named(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


class Office:
    """An office that ends with the block it is used in."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="termbook-office-")
        pipe = "termbook" + os.path.basename(self.folder.name).rsplit("-", 1)[1]
        profile = uno.systemPathToFileUrl(os.path.join(self.folder.name, "profile"))
        self.process = subprocess.Popen(
            ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nologo",
             f"--accept=pipe,name={pipe};urp"], start_new_session=True, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        try:
            self.desktop = self.connect(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except BaseException:
            self.__exit__()
            raise
        return self

    def connect(self, address):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(START_SECONDS * 4):
            try:
                context = resolver.resolve(address)
                return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            except NoConnectException:
                if self.process.poll() is not None:
                    break
                time.sleep(0.25)
        raise RuntimeError("soffice did not start")

    def __exit__(self, *_):
        os.killpg(self.process.pid, 9)
        self.process.wait()
        self.folder.cleanup()

    def open(self, path):
        return self.desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, named(Hidden=True))


FILTERS = {".ods": "calc8", ".xlsx": "Calc MS Excel 2007 XML"}


def save(document, path):
    document.storeToURL(uno.systemPathToFileUrl(path), named(FilterName=FILTERS[os.path.splitext(path)[1]]))


def year_rows(sheet, column=0):
    """The heading of the table of year groups, and the row after its last."""
    heading = next(row for row in range(200) if sheet.getCellByPosition(column, row).String == "Year group")
    after = next(row for row in range(heading, 200) if sheet.getCellByPosition(column, row).String.startswith("All"))
    return heading, after


def sort_year_groups(sheet, left, ascending):
    heading, after = year_rows(sheet, left)
    rows = sheet.getCellRangeByPosition(left, heading + 1, left + 7, after - 1)
    by_attendance = TableSortField(Field=1, IsAscending=ascending)
    fields = uno.Any("[]com.sun.star.table.TableSortField", (by_attendance,))
    before = [line[0] for line in rows.DataArray]
    rows.sort(named(SortFields=fields, ContainsHeader=False, IsSortColumns=False))
    if [line[0] for line in rows.DataArray] == before:
        raise RuntimeError("the sort moved no row")


def disturb(document):
    sheet = document.Sheets.getByName(SHEET)
    sort_year_groups(sheet, 0, True)
    sheet.Rows.insertByIndex(year_rows(sheet)[0], 3)
    sheet.Columns.insertByIndex(0, 2)
    sheet.Rows.insertByIndex(0, 1)
    heading, after = year_rows(sheet, 2)
    sheet.Rows.removeByIndex(heading + 2, 1)
    # With its heading, two columns further right and well below everything.
    block = sheet.getCellRangeByPosition(2, heading, 9, after - 2).RangeAddress
    sheet.copyRange(sheet.getCellByPosition(4, 120).CellAddress, block)
    document.Sheets.copyByName(SHEET, "A copy", 1)
    sort_year_groups(document.Sheets.getByName("A copy"), 2, False)


def main(report, folder):
    with Office() as office:
        document = office.open(report)
        disturb(document)
        save(document, os.path.join(folder, "disturbed.ods"))
        document.close(True)

        document = office.open(report)
        save(document, os.path.join(folder, "before.xlsx"))
        document.close(True)
        document = office.open(os.path.join(folder, "before.xlsx"))
        disturb(document)
        save(document, os.path.join(folder, "after.xlsx"))
        document.close(True)
        document = office.open(os.path.join(folder, "after.xlsx"))
        save(document, os.path.join(folder, "through_xlsx.ods"))
        document.close(True)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: disturb_report.py REPORT.ods FOLDER")
    main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]))
