#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Makes a sample trust, counts its figures anew, from its exports, and compares them with what `termbook figures` says.

Written from the definitions and without any code of Termbook. Prints what differs, how many answers were compared, and
which figures and groups were not; the exit status is 1 if there is anything of this.
"""
import json
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path

from counting import OK, Counting, parse_mark
from figures import FIGURES
from marks import Marks
from rarities import add_rarities
from schools import read_trust

AT_ONCE = 12_000  # marks on one command line
MOST_SHOWN = 40
PRECISION = Fraction(1, 10**10)  # of percentages and points, which doubles round


def asked(command, folder, marks):
    for start in range(0, len(marks), AT_ONCE):
        part = marks[start:start + AT_ONCE]
        run = subprocess.run([command, "figures", "--workspace", str(folder), "--audience", "staff", "--format", "json",
                              *part], check=True, capture_output=True)
        answers = json.loads(run.stdout, parse_float=Fraction, parse_int=Fraction)
        yield from zip(part, answers, strict=True)


def same(one, other):
    if one is None or other is None:
        return one is other
    return abs(one - other) <= PRECISION


def differences(mark, answer, counted):
    if parse_mark(answer["mark"]) != parse_mark(mark):
        yield f"answered {answer['mark']}"
    if answer["status"] != counted.status:
        yield f"{answer['status']}, counted {counted.status}"
    for name in ("numerator", "denominator"):
        if answer[name] != getattr(counted, name):
            yield f"{name} {answer[name]}, counted {getattr(counted, name)}"
    if not same(answer["value"], counted.value):
        yield f"value {answer['value']}, counted {counted.value}"


def catalogue(command):
    run = subprocess.run([command, "catalogue", "--format", "json"], check=True, capture_output=True)
    return [each["figure"].split()[0] for each in json.loads(run.stdout)]


def main(command, folder, least):
    subprocess.run([command, "sample", str(folder)], check=True, stdout=subprocess.DEVNULL)
    add_rarities(folder, *read_trust(folder))
    counting = Counting(*read_trust(folder))
    marks = Marks(counting)
    differing, compared, valued = 0, 0, Counter()
    for mark, answer in asked(command, folder, marks.all()):
        counted = counting.answer(mark)
        found = list(differences(mark, answer, counted))
        differing += bool(found)
        if found and differing <= MOST_SHOWN:
            print(f"{mark}: {'; '.join(found)}")
        compared += 1
        if counted.status == OK:
            figure, selectors = parse_mark(mark)
            valued.update([figure, selectors.get("group"), selectors.get("gap") and "gap"])
    print(f"{compared} answers compared, {sum(valued[figure] for figure in FIGURES)} of them with a value; "
          f"{differing} differ")
    # A figure that no year of the sample has can have no value in it.
    had = set(counting.years)
    without = [each for each in (*catalogue(command), *marks.groups, "gap")
               if not valued[each] and not (each in FIGURES and had <= set(FIGURES[each].none_in))]
    if without:
        print(f"never compared with a value: {', '.join(without)}")
    if compared < least:
        print(f"fewer than {least} compared")
    return 1 if differing or without or compared < least else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit("usage: recount TERMBOOK NEW_FOLDER AT_LEAST")
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))
