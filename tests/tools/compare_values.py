#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Compares the values that two .xlsx files hold, those of formulas as they were last worked out.

Prints one line a difference and how many cells were compared; the exit status is 1 if any differs or there is none.
"""
import sys
import warnings

from openpyxl import load_workbook


def values_of(path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(path, data_only=True)
    return {(sheet.title, cell.coordinate): cell.value for sheet in book for row in sheet.iter_rows() for cell in row
            if cell.value not in (None, "")}


def same(one, other):
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) <= 1e-12 * max(1, abs(one), abs(other))
    return one == other


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: compare_values.py ONE OTHER")
    first, second = (values_of(path) for path in sys.argv[1:])
    differing = [key for key in sorted(set(first) | set(second)) if not same(first.get(key), second.get(key))]
    for key in differing:
        print(f"{key[0]}!{key[1]}: {first.get(key)!r} and {second.get(key)!r}")
    print(f"{len(first)} values, {len(differing)} differ")
    sys.exit(1 if differing or not first else 0)
