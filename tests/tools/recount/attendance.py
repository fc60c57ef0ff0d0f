# SPDX-License-Identifier: MPL-2.0
"""Attendance codes as the DfE has them since August 2024, and a pupil's sessions added up by them."""
from collections import Counter
from datetime import date, timedelta

PRESENT = ("/", "\\", "L")
AEA = ("B", "K", "P", "V", "W")
AUTHORISED = ("C", "C1", "C2", "E", "I", "J1", "M", "R", "S", "T")
UNAUTHORISED = ("G", "N", "O", "U")
POSSIBLE = PRESENT + AEA + AUTHORISED + UNAUTHORISED
LATE = ("L", "U")
NOT_COLLECTED = ("Z", "#")
MISSING = ("-",)
SCHOOL_DAYS = 5


def marks_of_string(sessions):
    """CTF: two marks a school day, Mondays to Fridays; commas where codes have two characters."""
    text = sessions.findtext("AttendanceMarks")
    marks = text.split(",") if "," in text else list(text)
    day = date.fromisoformat(sessions.findtext("AttendanceStartDate"))
    for place, mark in enumerate(marks):
        yield (day, place % 2), mark.strip() or MISSING[0]
        if place % 2:
            day += timedelta(days=1 if day.weekday() < SCHOOL_DAYS - 1 else 3)


class Sessions:
    """What the marks, or else the totals, of one pupil come to in a period."""

    def __init__(self, marks, totals, period):
        self.by_code = Counter(mark for (day, _), mark in marks.items()
                               if day in period and mark not in NOT_COLLECTED)
        self.has_marks = bool(self.by_code)
        self.has_totals = not self.has_marks and totals is not None and period.whole_year
        if self.has_totals:
            self.possible, self.authorised, self.unauthorised = totals
        else:
            self.possible, self.authorised, self.unauthorised = (
                self.number(codes) for codes in (POSSIBLE, AUTHORISED, UNAUTHORISED))
        self.absent = self.authorised + self.unauthorised
        self.attended = self.possible - self.absent

    def number(self, codes):
        return sum(self.by_code[code] for code in codes)
