# SPDX-License-Identifier: MPL-2.0
"""Lists of pupils and Common Transfer Files -> what each says of a pupil in a year."""
import re
from datetime import date, datetime

# What the systems call a column. A header that goes on ("... at any time between ...?") is known by its start.
HEADERS = {
    "upn": ("upn",),
    "id": ("arbor student id",),
    "year": ("year group(s) this academic year", "year group", "year"),
    "born": ("date of birth", "dob"),
    "sex": ("sex", "gender"),
    "joined": ("doa", "admission date", "enrolment date"),
    "left": ("dol", "leaving date"),
    "fsm": ("eligible for free meals", "free school meals", "fsm"),
    "ever6": ("ever 6 fsm",),
    "pp": ("pupil premium indicator", "pupil premium recipient", "pupil premium"),
    "sen": ("sen status code", "sen status"),
    "eal": ("eal",),
    "language": ("mother tongue code",),
    "lac": ("in lea care", "looked after"),
    "plac": ("adopted from care",),
    "service": ("forces family",),
    "disabled": ("disability",),
    "prior": ("attainment on entry",),
    "possible": ("possible sessions", "possible"),
    "authorised": ("authorised absences",),
    "unauthorised": ("unauthorised absences",),
}
YES = {"yes", "y", "t", "true", "1"}
NO = {"no", "n", "f", "false", "0"}
ANSWERS = ("fsm", "ever6", "pp", "eal", "lac", "plac", "service", "disabled")
ENGLISH = {"ENG", "ENB"}
NOT_KNOWN = {"", "NOT", "REF"}


def column_for(field, header):
    for start in HEADERS[field]:
        exact = [name for name in header if name == start]
        longer = [name for name in header if name.startswith(start + " ")] if len(start) > 7 else []
        if exact or longer:
            return (exact or longer)[0]
    return None


def parse_date(text):
    text = text[:10]
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None  # no day of the calendar


def parse_year_group(text):
    found = re.fullmatch(r"(?:y|year)? *(\d+|[rn])(?:eception|ursery)?", text.strip().lower())
    if not found:
        return None
    group = found[1].upper()
    return group if group in "RN" or 1 <= int(group) <= 13 else None


def sen_flags(status):
    """In letters, or in Arbor's words."""
    letter = {"": "N", "sen support": "K", "ehc plan": "E"}.get(status.lower(), status)
    return {"send.k": letter == "K", "send.e": letter == "E"} if letter in ("N", "K", "E") else {}


def language_flags(code):
    return {} if code in NOT_KNOWN else {"eal": code not in ENGLISH}


def list_records(header, rows):
    """Yields what every row of a list of pupils says. Several rows may be of one pupil."""
    columns = {field: column_for(field, header) for field in HEADERS}
    says_no = {field for field in ANSWERS if columns[field]
               and any(row[columns[field]].lower() in NO for row in rows)}
    for row in rows:
        said = {field: row.get(column, "") for field, column in columns.items() if column}
        flags = {}
        for field in ANSWERS:
            answer = said.get(field, "").lower()
            if answer in YES | NO:
                flags[field] = answer in YES
            elif field in said and field not in says_no:
                flags[field] = False  # the column says yes or nothing
        if "sen" in said:
            flags.update(sen_flags(said["sen"]))
        if "eal" not in said and "language" in said:
            flags.update(language_flags(said["language"]))
        totals = [said.get(name, "") for name in ("possible", "authorised", "unauthorised")]
        yield {
            "upn": said["upn"], "id": said.get("id"), "year": parse_year_group(said.get("year", "")),
            "born": parse_date(said.get("born", "")), "sex": said.get("sex", "")[:1].upper() or None,
            "joined": parse_date(said.get("joined", "")), "left": parse_date(said.get("left", "")),
            "prior": said.get("prior", "").lower() or None, "flags": flags,
            "totals": tuple(int(text) for text in totals) if all(totals) else None,
        }


def spell_touches(spell, first, last, start, end):
    began, ended = (parse_date(spell.findtext(name) or "") for name in (start, end))
    return (not began or began <= last) and (not ended or ended >= first)


def ctf_records(root):
    """Yields what a Common Transfer File says of each pupil, and the marks of the year by day and half."""
    as_at = parse_date(root.findtext("Header/DateTime"))
    six_years_before = date(as_at.year - 6, as_at.month, as_at.day)
    pupils = list(root.iter("Pupil"))
    has_meals = any(pupil.find("FSMhistory/FSMinstance") is not None for pupil in pupils)
    has_sen = any(pupil.find("SENhistory/SEN") is not None for pupil in pupils)
    for pupil in pupils:
        flags = language_flags(pupil.findtext("BasicDetails/Languages/Type/Language") or "")
        meals = pupil.findall("FSMhistory/FSMinstance")
        if has_meals:
            for name, first in (("fsm", as_at), ("ever6", six_years_before)):
                flags[name] = any(spell_touches(spell, first, as_at, "FSMstartDate", "FSMendDate") for spell in meals)
        if has_sen:
            spells = [spell for spell in pupil.findall("SENhistory/SEN")
                      if spell_touches(spell, as_at, as_at, "StartDate", "EndDate")]
            flags.update(sen_flags(spells[-1].findtext("SENprovision") if spells else "N"))
        for name, path in (("lac", "LookedAfter/InCare"), ("service", "BasicDetails/ServiceChild")):
            answer = (pupil.findtext(path) or "").lower()
            if answer in YES | NO:
                flags[name] = answer in YES
        yield {
            "upn": pupil.findtext("UPN"), "year": parse_year_group(pupil.findtext("BasicDetails/NCyearActual") or ""),
            "born": parse_date(pupil.findtext("DOB") or ""), "sex": pupil.findtext("Sex") or pupil.findtext("Gender"),
            "joined": None, "left": None, "prior": None, "flags": flags, "totals": None,
            "attendance": pupil.find("Attendance/YearData/AttendSessions"),
        }
