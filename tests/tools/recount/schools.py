# SPDX-License-Identifier: MPL-2.0
"""A folder that `termbook sample` made -> its schools, with what was exported of each in each year."""
import re
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

import attendance
import conduct
import lists
import periods
import results
import tables


@dataclass
class Enrolment:
    year: str = None
    joined: date = None
    left: date = None
    prior: str = None
    flags: dict = field(default_factory=dict)

    def on_roll(self, day):
        return (not self.joined or self.joined <= day) and (not self.left or self.left > day)


@dataclass
class SchoolYear:
    """What a school's exports say of one academic year, by UPN."""
    enrolments: dict = field(default_factory=lambda: defaultdict(Enrolment))
    marks: dict = field(default_factory=lambda: defaultdict(dict))
    totals: dict = field(default_factory=dict)
    results: dict = field(default_factory=lambda: defaultdict(list))
    incidents: dict = field(default_factory=lambda: defaultdict(list))
    logs: dict = field(default_factory=lambda: defaultdict(list))  # kind: the days on which its lists were made
    staff: conduct.Staff = field(default_factory=conduct.Staff)
    made: list = field(default_factory=list)  # the days on which lists of pupils were made

    last_session: date = None  # the last day with a mark

    def add_mark(self, upn, session, mark):
        self.marks[upn].setdefault(session, mark)
        self.last_session = max(self.last_session or session[0], session[0])


@dataclass
class Pupil:
    born: date = None
    sex: str = None


class School:
    def __init__(self, element, years):
        self.urn, self.folder = element.get("urn"), element.get("folder")
        self.calendar = years
        self.years = {name: SchoolYear() for name in years}
        self.pupils = defaultdict(Pupil)
        self.ids = {}

    def note_pupil(self, year, said):
        pupil, enrolment = self.pupils[said["upn"]], year.enrolments[said["upn"]]
        pupil.born = pupil.born or said["born"]
        pupil.sex = pupil.sex or said["sex"]
        for name in ("year", "joined", "left", "prior"):
            if getattr(enrolment, name) is None:
                setattr(enrolment, name, said[name])
        enrolment.flags = said["flags"] | enrolment.flags  # what came first holds
        if said.get("id"):
            self.ids[said["id"]] = said["upn"]
        if said["totals"]:
            year.totals.setdefault(said["upn"], said["totals"])

    def read_ctf(self, year, root):
        for said in lists.ctf_records(root):
            self.note_pupil(year, said)
            if said["attendance"] is not None:
                for session, mark in attendance.marks_of_string(said["attendance"]):
                    year.add_mark(said["upn"], session, mark)

    def read_marks(self, year, rows):
        for row in rows:
            session = (date.fromisoformat(row["date"]), int(row["period"] == "AFTERNOON"))
            year.add_mark(self.ids[row["student_id"]], session, row["raw_mark"] or attendance.MISSING[0])

    def read_table(self, name, year_name, header, rows):
        year = self.years[year_name]
        made = made_on(name)
        if "raw_mark" in header:
            self.read_marks(year, rows)
        elif conduct.is_staff(header):
            year.staff.read(header, rows)
        elif conduct.is_incidents(header):
            conduct.read_incidents(self, year_name, header, rows, made)
        elif results.is_results(header):
            for upn, *result in results.results_of(header, rows, self.calendar[year_name]):
                year.results[upn].append(result)
        elif "upn" in header:
            year.made.append(made)
            for said in lists.list_records(header, rows):
                self.note_pupil(year, said)


def made_on(name):
    """Files are named for the day on which they were made."""
    iso, british = re.search(r"\d{4}-\d\d-\d\d", name), re.search(r"(\d\d)-(\d\d)-(\d{4})", name)
    if iso:
        return date.fromisoformat(iso[0])
    return date(*(int(part) for part in reversed(british.groups()))) if british else None


def give_bands(years, schools):
    """Prior attainment where no band was exported: the mean score of reading and maths at key stage 2, of an earlier
    year, at whichever school."""
    scores = defaultdict(dict)
    for school in schools:
        for name, year in school.years.items():
            for upn, found in year.results.items():
                of_stage = {subject: result for stage, subject, result, _ in found if stage == "ks2"}
                both = [of_stage.get(subject) for subject in ("reading", "maths")]
                if all(isinstance(score, Fraction) for score in both):
                    scores[upn][name] = sum(both) / len(both)
    for school in schools:
        for name, year in school.years.items():
            for upn, enrolment in year.enrolments.items():
                earlier = [each for each in scores.get(upn, ()) if years[each].first < years[name].first]
                if enrolment.prior is None and earlier:
                    score = scores[upn][max(earlier)]
                    enrolment.prior = "low" if score < 100 else "middle" if score < 110 else "high"


def read_trust(folder):
    settings = ElementTree.parse(folder / "termbook.xml").getroot()
    years = periods.read_years(settings)
    schools = {}
    for element in settings.iter("school"):
        school = schools[element.get("urn")] = School(element, years)
        exports = list(tables.exports_below(folder / "exports" / school.folder))
        # Lists of pupils first: marks may go by numbers that only a list explains; and lists go before CTFs.
        exports.sort(key=lambda each: (each[2] is None, "raw_mark" in (each[2] or ())))
        for place, name, header, content in exports:
            year = str(place).replace("-", "/") if str(place) != "." else max(years)
            assert year in years, f"a folder of no year: {place}"
            if header is None:
                school.read_ctf(school.years[year], content)
            else:
                school.read_table(name, year, header, content)
    give_bands(years, schools.values())
    return years, schools
