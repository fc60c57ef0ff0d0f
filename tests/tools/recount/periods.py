# SPDX-License-Identifier: MPL-2.0
"""The calendar of termbook.xml, and the periods that marks name."""
import calendar
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property


@dataclass
class AcademicYear:
    name: str
    first: date
    last: date
    terms: list = field(default_factory=list)  # (season, first, last)

    def __contains__(self, day):
        return self.first <= day <= self.last

    @cached_property
    def january_census(self):
        """The school census of spring: the third Thursday of January."""
        january = [date(self.first.year + 1, 1, day) for day in range(1, 32)]
        return [day for day in january if day.weekday() == calendar.THURSDAY][2]


@dataclass(frozen=True)
class Period:
    key: str
    year: str
    first: date
    last: date
    whole_year: bool  # figures that exports give for a year only belong to it

    def __contains__(self, day):
        return self.first <= day <= self.last


def read_years(settings):
    years = {}
    for element in settings.iter("year"):
        year = AcademicYear(element.get("name"), *(date.fromisoformat(element.get(end)) for end in ("from", "to")))
        for term in element.iter("term"):
            season = (term.get("season") or term.get("name")).lower()
            year.terms.append((season, *(date.fromisoformat(term.get(end)) for end in ("from", "to"))))
        years[year.name] = year
    return years


def year_of(years, day):
    return next((year for year in years.values() if day in year), None)


def month_or_week(years, key):
    kind, text = key.split(":")
    if kind == "month":
        number, month = (int(part) for part in text.split("-"))
        first, last = date(number, month, 1), date(number, month, calendar.monthrange(number, month)[1])
        year = year_of(years, first)
        return Period(key, year.name, max(first, year.first), min(last, year.last), False)
    first = date.fromisocalendar(*(int(part) for part in text.split("-W")), 1)
    return Period(key, year_of(years, first).name, first, first + timedelta(days=6), False)


def period_of(years, key, last_session):
    """last_session: of the year's name, the last day with a mark of the schools that are meant."""
    if ":" in key:
        return month_or_week(years, key)
    word, name = key.split("@")
    year = years[name]
    if word == "year":
        return Period(key, name, year.first, year.last, True)
    if word == "ytd":
        return Period(key, name, year.first, last_session(name) or year.last, True)
    if word.startswith("term"):
        terms = [year.terms[int(word[4:]) - 1]]
    else:
        terms = [term for term in year.terms if term[0] == word]
    return Period(key, name, terms[0][1], terms[-1][2], False)
