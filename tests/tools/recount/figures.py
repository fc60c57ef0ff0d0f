# SPDX-License-Identifier: MPL-2.0
"""The figures: what one pupil, or one member of staff, adds to numerator and denominator.

None: the exports say nothing of them. Counts have no denominator.
"""
from dataclasses import dataclass
from fractions import Fraction

import attendance
import conduct
import results
from conduct import BEHAVIOUR, EXCLUSION, SUSPENSION

TOTALS, MARKS, ROLL, RESULTS, STAFF = "totals", "marks", "roll", "results", "staff"
PERCENT, COUNT, SCORE, DAYS = "percent", "count", "score", "days"
YEAR_OF_STAGE = {"eyfs": "R", "phonics": "1", "ks1": "2", "mtc": "4", "ks2": "6", "ks4": "11"}
STATUTORY_YEARS = {None, *(str(year) for year in range(1, 12))}  # no year group exported: counted


@dataclass
class Figure:
    basis: str
    unit: str
    count: callable
    wants: str = ""  # a selector that it cannot do without
    none_in: tuple = ()  # years that have no such figure
    years: set = None  # whom it counts where no year group is asked for; everybody

    def __post_init__(self):
        if self.basis in (TOTALS, MARKS):
            self.years = STATUTORY_YEARS


@dataclass
class Record:
    """What the exports tell of one pupil in a period."""
    enrolment: object
    sessions: object
    results: list
    incidents: list
    period: object
    year: object
    selectors: dict = None  # of what is counted: code, subject, type, weekday

    def on_january_roll(self):
        return int(self.enrolment.on_roll(self.year.january_census))

    def result(self, stage, subject=""):
        return next((result for of, what, result, _ in self.results if (of, what) == (stage, subject)), None)


def share_of_sessions(number):
    return Figure(TOTALS, PERCENT, lambda r: (number(r.sessions), r.sessions.possible))


def share_of_codes(codes):
    return Figure(MARKS, PERCENT, lambda r: (r.sessions.number(codes), r.sessions.possible))


def sessions(number, basis=TOTALS):
    return Figure(basis, COUNT, lambda r: (number(r.sessions), 0))


def missing_much(percent):
    """Of their own possible sessions: absent / possible >= percent / 100."""
    def count(r):
        possible = r.sessions.possible
        return int(possible > 0 and Fraction(r.sessions.absent, possible) >= Fraction(percent, 100)), int(possible > 0)
    return Figure(TOTALS, PERCENT, count)


def of_code(r):
    return r.sessions.by_code[r.selectors["code"]]


def moved(day_of, as_share):
    def count(r):
        day = day_of(r.enrolment)
        return int(day is not None and day in r.period), r.on_january_roll() if as_share else 0
    return Figure(ROLL, PERCENT if as_share else COUNT, count)


def share(stage, subject, reached):
    """Eligible pupils who reached it. Who was absent is eligible."""
    def count(r):
        result = r.result(stage, r.selectors.get("subject", subject))
        if result is None:
            return None
        return (0, 0) if result == results.NOT_ELIGIBLE else (int(reached(result)), 1)
    return count


def share_of_all(stage, subjects, reached):
    def count(r):
        found = [r.result(stage, subject) for subject in subjects]
        if None in found:
            return None
        eligible = [result for result in found if result != results.NOT_ELIGIBLE]
        return (int(all(map(reached, eligible))), 1) if eligible else (0, 0)
    return count


def mean(stage, subject=""):
    def count(r):
        result = r.result(stage, r.selectors.get("subject", subject))
        if result is None:
            return None
        return (result, 1) if isinstance(result, Fraction) else (0, 0)
    return count


def reaching(score, *judgements):
    return lambda result: result >= score if isinstance(result, Fraction) else result in judgements


EXPECTED, HIGHER = results.EXPECTED, results.HIGHER
AT_AGE = (EXPECTED, HIGHER)
KS2_EXPECTED, KS2_HIGHER = reaching(100, EXPECTED, HIGHER), reaching(110, HIGHER)
READING_WRITING_MATHS = ("reading", "writing", "maths")
GOOD_LEVEL = ("communication", "physical", "psed", "literacy", "maths")


def judged(result):
    return result in AT_AGE


def share_of_judged(result):
    """Points and scores alone are no judgement."""
    if result is None or isinstance(result, Fraction):
        return None
    return (0, 0) if result == results.NOT_ELIGIBLE else (int(judged(result)), 1)


def above_average(r):
    """Of a scaled score; absent pupils have none and are eligible, judgements of teachers are no score."""
    result = r.result("ks2", r.selectors["subject"])
    if isinstance(result, Fraction):
        return int(result > 100), 1
    return {results.NOT_ELIGIBLE: (0, 0), results.ABSENT: (0, 1)}.get(result)


def good_level(r):
    if r.result("eyfs", "gld") is not None:
        return share("eyfs", "gld", judged)(r)
    return share_of_all("eyfs", GOOD_LEVEL, judged)(r)


def judgements(r):
    """Of a tracker, in the subject, in the order of their days."""
    return [result for _, _, result, _ in
            sorted((each for each in r.results if each[:2] == ["tracker", r.selectors["subject"]]),
                   key=lambda each: each[3])]


def last_judgement(r):
    return share_of_judged((judgements(r) or [None])[-1])


def progress(r):
    found = judgements(r)
    if len(found) < 2 or not all(isinstance(each, Fraction) for each in (found[0], found[-1])):
        return None
    return found[-1] - found[0], 1


def of_results(unit, count, wants="", **further):
    return Figure(RESULTS, unit, count, wants, **further)


def happened(r, kind):
    wanted = r.selectors
    return [each for each in r.incidents if each.kind == kind and each.stands
            and wanted.get("type", each.type) == each.type
            and wanted.get("weekday", each.on.strftime("%A").lower()) == each.on.strftime("%A").lower()]


def of_incidents(kind, unit, number, below=lambda r: 0):
    return Figure(kind, unit, lambda r: (number(happened(r, kind)), below(r)))


def any_of(incidents):
    return int(bool(incidents))


def staff_attendance(available, lost):
    return None if available is None or lost is None or lost > available else (available - lost, available)


FIGURES = {
    "attendance.rate": share_of_sessions(lambda s: s.attended),
    "attendance.absence": share_of_sessions(lambda s: s.absent),
    "attendance.authorised": share_of_sessions(lambda s: s.authorised),
    "attendance.unauthorised": share_of_sessions(lambda s: s.unauthorised),
    "attendance.present": share_of_codes(attendance.PRESENT),
    "attendance.aea": share_of_codes(attendance.AEA),
    "attendance.reason": Figure(MARKS, PERCENT, lambda r: (of_code(r), r.sessions.possible), "code"),
    "attendance.late": share_of_codes(attendance.LATE),
    "attendance.persistent": missing_much(10),
    "attendance.severe": missing_much(50),
    "attendance.pupils": sessions(lambda s: int(s.possible > 0)),
    "attendance.possible": sessions(lambda s: s.possible),
    "attendance.attended": sessions(lambda s: s.attended),
    "attendance.absent": sessions(lambda s: s.absent),
    "attendance.sessions": Figure(MARKS, COUNT, lambda r: (of_code(r), 0), "code"),
    "attendance.missing": sessions(lambda s: s.number(attendance.MISSING), MARKS),
    "pupils.roll": Figure(ROLL, COUNT, lambda r: (int(r.enrolment.on_roll(r.period.last)), 0)),
    "pupils.joiners": moved(lambda enrolment: enrolment.joined, False),
    "pupils.leavers": moved(lambda enrolment: enrolment.left, False),
    "mobility.joiners": moved(lambda enrolment: enrolment.joined, True),
    "mobility.leavers": moved(lambda enrolment: enrolment.left, True),
    "eyfs.gld": of_results(PERCENT, good_level),
    "phonics.expected": of_results(PERCENT, share("phonics", "", reaching(32, EXPECTED, HIGHER))),
    "mtc.mean": of_results(SCORE, mean("mtc")),
    "mtc.full-marks": of_results(PERCENT, share("mtc", "", reaching(25))),
    "ks1.expected": of_results(PERCENT, lambda r: share_of_judged(r.result("ks1", r.selectors["subject"])), "subject"),
    "ks2.expected": of_results(PERCENT, share("ks2", "", KS2_EXPECTED), "subject"),
    "ks2.higher": of_results(PERCENT, share("ks2", "", KS2_HIGHER), "subject"),
    "ks2.rwm": of_results(PERCENT, share_of_all("ks2", READING_WRITING_MATHS, KS2_EXPECTED)),
    "ks2.rwm-higher": of_results(PERCENT, share_of_all("ks2", READING_WRITING_MATHS, KS2_HIGHER)),
    "ks2.above-average": of_results(PERCENT, above_average, "subject"),
    "ks2.score": of_results(SCORE, mean("ks2"), "subject"),
    "tracker.expected": of_results(PERCENT, last_judgement, "subject"),
    "tracker.progress": of_results(SCORE, progress, "subject"),
    "ks4.attainment8": of_results(SCORE, mean("ks4", "attainment8")),
    "ks4.progress8": of_results(SCORE, mean("ks4", "progress8"), none_in=("2024/25", "2025/26")),
    "ks4.basics": of_results(PERCENT, share_of_all("ks4", ("english", "maths"), reaching(4))),
    "ks4.basics-strong": of_results(PERCENT, share_of_all("ks4", ("english", "maths"), reaching(5))),
    "suspensions.rate": of_incidents(SUSPENSION, PERCENT, len, Record.on_january_roll),
    "suspensions.count": of_incidents(SUSPENSION, COUNT, len),
    "suspensions.pupils": of_incidents(SUSPENSION, PERCENT, any_of, Record.on_january_roll),
    "suspensions.sessions": of_incidents(SUSPENSION, COUNT, lambda found: sum(each.sessions for each in found)),
    "exclusions.rate": of_incidents(EXCLUSION, PERCENT, len, Record.on_january_roll),
    "exclusions.count": of_incidents(EXCLUSION, COUNT, len),
    "behaviour.incidents": of_incidents(BEHAVIOUR, COUNT, len),
    "behaviour.pupils": of_incidents(BEHAVIOUR, PERCENT, any_of, lambda r: 1),
    "staff.attendance": Figure(STAFF, PERCENT, staff_attendance),
    "staff.days-lost": Figure(STAFF, DAYS, lambda available, lost: None if lost is None else (lost, 0)),
}
for name, figure in FIGURES.items():
    if (stage := name.split(".")[0]) in YEAR_OF_STAGE:
        figure.years = {None, YEAR_OF_STAGE[stage]}
INCIDENTS = (SUSPENSION, EXCLUSION, BEHAVIOUR)
