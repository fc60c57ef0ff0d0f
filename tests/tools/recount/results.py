# SPDX-License-Identifier: MPL-2.0
"""Tables of results -> (pupil, stage, subject, result, day). A result is a Fraction, or what a judgement comes to."""
from fractions import Fraction

BELOW, EXPECTED, HIGHER = "below", "expected", "higher"
ABSENT = "eligible without a result"
NOT_ELIGIBLE = "in no denominator"

COLUMNS = {
    "communication and language": ("eyfs", "communication"),
    "physical development": ("eyfs", "physical"),
    "personal, social and emotional development": ("eyfs", "psed"),
    "eyfs literacy": ("eyfs", "literacy"),
    "eyfs mathematics": ("eyfs", "maths"),
    "gld": ("eyfs", "gld"),
    "phonics mark": ("phonics", ""),
    "mtc score": ("mtc", ""),
    "ks1 reading": ("ks1", "reading"),
    "ks1 writing": ("ks1", "writing"),
    "ks1 maths": ("ks1", "maths"),
    "ks2 reading scaled score": ("ks2", "reading"),
    "ks2 writing ta": ("ks2", "writing"),
    "ks2 maths scaled score": ("ks2", "maths"),
    "ks2 gps scaled score": ("ks2", "gps"),
    "attainment 8 score": ("ks4", "attainment8"),
    "progress 8 score": ("ks4", "progress8"),
    "english best grade": ("ks4", "english"),
    "maths grade": ("ks4", "maths"),
}
SEASONS = ("autumn", "spring", "summer")
SUBJECTS = {
    "communication and language": "communication",
    "physical development": "physical",
    "personal, social and emotional development": "psed",
    "mathematics": "maths",
    "grammar, punctuation and spelling": "gps",
}


def codes(below="", expected="", higher="", absent="", not_eligible=""):
    kinds = ((below, BELOW), (expected, EXPECTED), (higher, HIGHER), (absent, ABSENT), (not_eligible, NOT_ELIGIBLE))
    return {code: kind for words, kind in kinds for code in words.split("|") if code}


CODES = {
    "eyfs": codes("1|emerging", "2|expected", "3|exceeding", "a"),
    "phonics": codes("wt", "wa", "", "a|d", "l|q"),
    "mtc": codes("", "", "", "a|b|j|u", "l|z|x|h|q|naa"),
    "ks1": codes("wts|pkf|blw", "exs", "gds", "a|d"),
    "ks2": codes("wts|pk1|pk2|pk3|pk4|pk5|pk6|pkg|pkf|blw|ns", "exs|as", "gds", "a|b|d|j|n|t|h|u",
                 "l|f|p|q|m|s|x|z"),
    "ks4": codes("u", "", "", "x"),
    "tracker": codes("below|working towards|wts|blw", "expected|at|on track|exs", "above|greater depth|gds"),
}


def meaning(stage, text):
    return CODES[stage].get(text.lower()) or Fraction(text)


def subject_key(text):
    return SUBJECTS.get(text.lower(), text.lower())


def is_results(header):
    return {"assessment", "result"} <= set(header) or {"term", "judgement"} <= set(header) or any(
        name in COLUMNS or tracker_column(name) for name in header)


def tracker_column(name):
    """"maths autumn", or "autumn maths" -> (subject, season)."""
    words = name.split()
    seasons = [word for word in words if word in SEASONS]
    return (" ".join(word for word in words if word not in SEASONS), seasons[0]) if seasons and len(words) > 1 else None


def first_day(year, season):
    """A term's judgement counts from the term's first day on."""
    return next(first for name, first, _ in year.terms if name == season)


def results_of(header, rows, year):
    """Yields pupil, stage, subject, result and, of a tracker, day."""
    for row in rows:
        upn = row["upn"]
        if "judgement" in row:
            assert row.get("academic year", year.name) == year.name
            yield (upn, "tracker", subject_key(row["subject"]), meaning("tracker", row["judgement"]),
                   first_day(year, row["term"].lower()))
        elif "assessment" in row:
            stage = row["assessment"].lower()
            yield upn, stage, subject_key(row["subject"]), meaning(stage, row["result"]), None
        else:
            yield from results_in_columns(upn, row, year)


def results_in_columns(upn, row, year):
    for name, text in row.items():
        if not text:
            continue
        if name in COLUMNS:
            stage, subject = COLUMNS[name]
            yield upn, stage, subject, meaning(stage, text), None
        elif tracker_column(name):
            subject, season = tracker_column(name)
            yield upn, "tracker", subject_key(subject), meaning("tracker", text), first_day(year, season)
