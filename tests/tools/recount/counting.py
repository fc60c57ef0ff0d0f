# SPDX-License-Identifier: MPL-2.0
"""Answers a mark by counting: numerator, denominator, value and status, all exact."""
import re
from dataclasses import dataclass
from fractions import Fraction

import groups
from attendance import Sessions
from figures import COUNT, DAYS, FIGURES, INCIDENTS, MARKS, PERCENT, ROLL, STAFF, TOTALS
from figures import Record
from periods import period_of

OK, NO_DATA, NOT_APPLICABLE = "ok", "no-data", "not-applicable"
OF_WHAT = ("code", "subject", "type", "weekday")  # the other selectors say of whom
TRUST = "trust"
COVERAGE_PERCENT = 50  # of a trust's schools that must give data, and of a school's pupils reasons and dates


@dataclass
class Answer:
    status: str
    numerator: Fraction = None
    denominator: Fraction = None
    value: Fraction = None


def parse_mark(mark):
    figure, _, rest = mark.partition(" ")
    return figure, {name: value.strip('"') for name, value in re.findall(r'([a-z]+)=("[^"]*"|\S+)', rest)}


class Counting:
    def __init__(self, years, schools):
        self.years, self.schools = years, schools
        self.members, self.counts, self.records = {}, {}, {}

    def meant(self, school, year, selectors, years):
        """UPNs of those meant, and how many may be: the exports do not say whether they are of the group."""
        keys = selectors["group"].split(",") if "group" in selectors else []
        place = school.urn, year.name, selectors.get("year"), tuple(keys), years and frozenset(years)
        if place in self.members:
            return self.members[place]
        found, not_known = [], 0
        for upn, enrolment in school.years[year.name].enrolments.items():
            if "year" in selectors and enrolment.year != selectors["year"]:
                continue
            if "year" not in selectors and years and enrolment.year not in years:
                continue
            known = [groups.is_of(key, school.pupils[upn], enrolment, year) for key in keys]
            if False in known:
                continue
            if None in known:
                not_known += 1
            else:
                found.append(upn)
        return self.members.setdefault(place, (found, not_known))

    def records_of(self, school, period):
        place = school.urn, period
        if place not in self.records:
            year = school.years[period.year]
            self.records[place] = {upn: Record(
                enrolment, Sessions(year.marks.get(upn, {}), year.totals.get(upn), period),
                [each for each in year.results.get(upn, ()) if each[3] is None or each[3] in period],
                [each for each in year.incidents.get(upn, ()) if each.on in period], period, self.years[period.year])
                for upn, enrolment in year.enrolments.items()}
        return self.records[place]

    def counts_of(self, school, key, selectors, period):
        """What each pupil adds, None for those of whom nothing is known; None if the school gave nothing."""
        what = {name: value for name, value in selectors.items() if name in OF_WHAT}
        place = school.urn, key, tuple(sorted(what.items())), period
        if place not in self.counts:
            self.counts[place] = self.count(school, FIGURES[key], what, period)
        return self.counts[place]

    def count(self, school, figure, what, period):
        year = school.years[period.year]
        made = year.logs.get(figure.basis, []) if figure.basis in INCIDENTS else year.made
        if figure.basis in (ROLL, *INCIDENTS) and not any(day is None or day >= period.first for day in made):
            return None  # no list, or none that was made after the period had begun
        counts, by_totals = {}, 0
        for upn, record in self.records_of(school, period).items():
            record.selectors = what
            sessions = record.sessions
            without_reasons = figure.basis == MARKS and sessions.has_totals
            by_totals += without_reasons
            silent = figure.basis in (TOTALS, MARKS) and not (sessions.has_marks or sessions.has_totals)
            counts[upn] = None if silent or without_reasons else figure.count(record)
        known = sum(count is not None for count in counts.values())
        return None if known * 100 < (known + by_totals) * COVERAGE_PERCENT else counts

    def staff_counts(self, school, figure, period):
        staff = school.years[period.year].staff
        counts = [figure.count(*staff.days(member, period)) for member in staff.members]
        undated = not period.whole_year and any(
            count is None and staff.knows_year_of(member) for member, count in zip(staff.members, counts))
        return [] if undated else [count for count in counts if count is not None]

    def answer(self, mark):
        key, selectors = parse_mark(mark)
        gap = selectors.pop("gap", None)
        if gap is None:
            return self.plain(key, selectors)
        others, group = (self.plain(key, selectors | {"group": side}) for side in (groups.COMPLEMENT + gap, gap))
        for side in (others, group):
            if side.status != OK:
                return Answer(side.status)
        return Answer(OK, value=others.value - group.value)

    def plain(self, key, selectors):
        figure = FIGURES[key]
        of_trust = selectors["school"] == TRUST
        schools = list(self.schools.values()) if of_trust else [self.schools[selectors["school"]]]
        period = period_of(self.years, selectors["period"], lambda year: max(
            (day for school in schools if (day := school.years[year].last_session)), default=None))
        if period.year in figure.none_in:
            return Answer(NOT_APPLICABLE)
        if figure.basis == STAFF and ("group" in selectors or "year" in selectors):
            return Answer(NOT_APPLICABLE)
        added, with_data, without_such, meant, not_known = [], 0, 0, 0, 0
        for school in schools:
            if figure.basis == STAFF:
                found = self.staff_counts(school, figure, period)
                meant += len(found)
            else:
                upns, may_be = self.meant(school, self.years[period.year], selectors, figure.years)
                counts = self.counts_of(school, key, selectors, period) or {}
                found = [counts[upn] for upn in upns if counts.get(upn) is not None]
                without_such += bool(school.years[period.year].enrolments) and not upns and not may_be
                meant, not_known = meant + len(upns), not_known + may_be
            with_data += bool(found)
            added += found
        if with_data == 0:
            nobody = without_such == len(schools) and not not_known
            return Answer(NOT_APPLICABLE if nobody else NO_DATA)
        asked = len(schools) - (without_such if meant else 0)
        if of_trust and with_data * 100 < asked * COVERAGE_PERCENT:
            return Answer(NO_DATA)
        return self.sum_up(figure.unit, added)

    @staticmethod
    def sum_up(unit, added):
        numerator, denominator = (Fraction(sum(parts)) for parts in zip(*added))
        if unit in (COUNT, DAYS):
            return Answer(OK, numerator, None, numerator / 2 if unit == DAYS else numerator)
        if denominator == 0:
            return Answer(NOT_APPLICABLE)
        return Answer(OK, numerator, denominator, numerator / denominator * (100 if unit == PERCENT else 1))
