# SPDX-License-Identifier: MPL-2.0
"""Lists of suspensions, permanent exclusions and behaviour incidents, and of staff."""
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import lists
import periods

SUSPENSION, EXCLUSION, BEHAVIOUR = "suspension", "exclusion", "behaviour"
KIND_HEADERS = ("exclusion type", "suspension/exclusion")
DATE_HEADERS = ("start date", "incident date", "incident_date")
TYPE_HEADERS = ("reason", "primary reason", "incident type", "behaviour_type")
STAFF_HEADERS = ("staff id", "staff code", "arbor staff id")
# The codes of the Department for Education, which systems write in place of the words.
REASONS = {
    "PP": "Physical assault against a pupil",
    "PA": "Physical assault against an adult",
    "VP": "Verbal abuse or threatening behaviour against a pupil",
    "VA": "Verbal abuse or threatening behaviour against an adult",
    "OW": "Use or threat of use of an offensive weapon or prohibited item",
    "BU": "Bullying",
    "RA": "Racist abuse",
    "LG": "Abuse against sexual orientation and gender identity",
    "DS": "Abuse relating to disability",
    "SM": "Sexual misconduct",
    "DA": "Drug and alcohol related",
    "DM": "Damage",
    "TH": "Theft",
    "MT": "Inappropriate use of social media or online technology",
    "PH": "Wilful and repeated transgression of protective measures",
    "DB": "Persistent disruptive behaviour",
    "OT": "Other",
}
NOT_STANDING = ("cancelled", "withdrawn", "overturned", "quashed", "reinstated", "not upheld", "pending")


@dataclass
class Incident:
    kind: str
    on: date
    type: str
    sessions: int
    stands: bool


def first_of(names, header):
    return next((name for name in names if name in header), None)


def is_incidents(header):
    return bool(first_of(DATE_HEADERS, header) and first_of(TYPE_HEADERS, header))


def is_staff(header):
    return bool(first_of(STAFF_HEADERS, header))


def half_days(text):
    """"2.5" days, or "2.5 days", in half days."""
    return int(Fraction(text.split()[0]) * 2)


def read_incident(row, kind_column):
    header = row.keys()
    kind = BEHAVIOUR
    if kind_column:
        kind = EXCLUSION if row[kind_column].lower().startswith("perm") else SUSPENSION
    sessions = row.get("sessions", "")
    if kind != SUSPENSION:
        length = 0
    elif sessions:
        length = int(sessions)
    elif row.get("length in days"):
        length = half_days(row["length in days"])
    else:
        length = int(row[kind_column].lower().startswith("lunch"))
    type_of = row[first_of(TYPE_HEADERS, header)]
    outcome = (row.get("outcome") or row.get("review outcome") or "").lower()
    on = lists.parse_date(row[first_of(DATE_HEADERS, header)])
    return Incident(kind, on, REASONS.get(type_of, type_of), length, outcome not in NOT_STANDING)


def read_incidents(school, year_name, header, rows, made):
    """A list speaks of the years of its rows; one without rows says of its own year that there was none."""
    kind_column = first_of(KIND_HEADERS, header)
    kinds = (SUSPENSION, EXCLUSION) if kind_column else (BEHAVIOUR,)
    spoken_of = set() if rows else {year_name}
    for row in rows:
        incident = read_incident(row, kind_column)
        name = periods.year_of(school.calendar, incident.on).name
        school.years[name].incidents[row["upn"]].append(incident)
        spoken_of.add(name)
    for name in spoken_of:
        for kind in kinds:
            school.years[name].logs[kind].append(made)


class Staff:
    """Members of staff in half days: days of a year, or absences one by one."""

    def __init__(self):
        self.members, self.absences, self.absences_listed = set(), defaultdict(list), False
        self.available, self.lost = {}, {}

    def read(self, header, rows):
        number, one_by_one = first_of(STAFF_HEADERS, header), "absence start" in header
        self.absences_listed |= one_by_one
        for row in rows:
            member = row[number]
            self.members.add(member)
            if one_by_one:
                self.absences[member].append((lists.parse_date(row["absence start"]), half_days(row["days lost"])))
                continue
            for column, days in (("days available", self.available), ("days lost", self.lost)):
                if row.get(column):
                    days[member] = half_days(row[column])

    def days(self, member, period):
        """Available and lost in a period, None where the exports do not say. A year's days have no dates."""
        available, lost = None, None
        if period.whole_year:
            available, lost = self.available.get(member), self.lost.get(member)
        if lost is None and self.absences_listed:
            lost = sum(days for first, days in self.absences[member] if first in period)
        return available, lost

    def knows_year_of(self, member):
        return member in self.available or member in self.lost
