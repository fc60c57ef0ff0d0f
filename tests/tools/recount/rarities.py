# SPDX-License-Identifier: MPL-2.0
"""Adds to a sample trust what it has none of: groups that few systems export, assessments that schools have had no
results of since 2023, a school whose attendance is known by totals only, and a zip archive. Values go by a pupil's place
in the list."""
import csv
import zipfile
from itertools import cycle

PROFILE = """<profile version="1" key="more-groups" title="Further groups" loads="pupil-table">
  <column field="upn" required="yes"><header>UPN</header></column>
  <column field="year"><header>Year</header></column>
  <column field="plac" required="yes"><header>Adopted from care</header></column>
  <column field="service"><header>Forces family</header></column>
  <column field="disabled"><header>Disability</header></column>
  <column field="prior"><header>Attainment on entry</header></column>
</profile>
"""
# Of lengths that have no divisor in common, so that every answer meets every other.
ADOPTED = "No", "No", "No", "Yes"
FORCES = "N", "N", "Y", "N", "N"
DISABLED = "False", "True", "False", "False", "False", "False", "False"
BANDS = "Low", "Middle", "High", "Middle", "", "High", "Low", "Middle", "Middle"
JUDGEMENTS = "EXS", "GDS", "WTS", "EXS", "PKF", "EXS", "A"
SCORES = "104", "EXS", "EXS", "WTS", "GDS"
PROGRESS = "-0.35", "0.12", "1.04", "", "-1.5", "0", "0.67"
KEY_STAGE_1 = ["UPN", "KS1 Reading", "KS1 Writing", "KS1 Maths"], "2", (JUDGEMENTS, JUDGEMENTS[1:], SCORES)
PROGRESS_8 = ["UPN", "Progress 8 score"], "11", (PROGRESS,)


def write_table(path, header, pupils, columns):
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(header)
        table.writerows(zip(pupils, *(cycle(column) for column in columns)))


def leave_totals_only(folder):
    """Of a list with totals and a Common Transfer File with marks the first stays."""
    next(folder.glob("*_CTF_*.xml")).unlink()


def zip_up(folder):
    with zipfile.ZipFile(folder / "exports.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.glob("*.csv")):
            archive.write(path, path.name)
            path.unlink()


def move_up(folder, leavers, newcomers):
    """Last year's Year 6 comes to the secondary school, in place of pupils whom no other export knows."""
    moved = dict(zip(newcomers, leavers))
    for path in folder.glob("*.*"):
        data = path.read_bytes()
        for newcomer, leaver in moved.items():
            data = data.replace(newcomer.encode(), leaver.encode())
        path.write_bytes(data)
    return moved


def of_year_group(school, name, group):
    return sorted(upn for upn, enrolment in school.years[name].enrolments.items() if enrolment.year == group)


def bands(year, pupils):
    """None of those whom key stage 2 gives a band."""
    return ["" if year.enrolments[upn].year == "7" else band for upn, band in zip(pupils, cycle(BANDS))]


def add_rarities(folder, years, schools):
    primary, secondary = list(schools.values())[0], list(schools.values())[-1]
    moved = move_up(folder / "exports" / secondary.folder, of_year_group(primary, min(years), "6"),
                    of_year_group(secondary, max(years), "7"))
    (folder / "profiles").mkdir()
    (folder / "profiles" / "more-groups.xml").write_text(PROFILE, encoding="utf-8")
    for school in schools.values():
        for name, year in school.years.items():
            exports = folder / "exports" / school.folder
            exports = exports if name == max(years) else exports / name.replace("/", "-")
            pupils = sorted(year.enrolments)
            write_table(exports / f"more groups {max(year.made)}.csv",
                        ["UPN", "Year", "Adopted from care", "Forces family", "Disability", "Attainment on entry"],
                        [moved.get(upn, upn) for upn in pupils],
                        ([year.enrolments[upn].year or "" for upn in pupils], ADOPTED, FORCES, DISABLED,
                         bands(year, pupils)))
            for title, (header, group, columns) in (("KS1", KEY_STAGE_1), ("progress", PROGRESS_8)):
                taking = [upn for upn in pupils if year.enrolments[upn].year == group]
                if taking and name == min(years):
                    write_table(exports / f"{title} {max(year.made)}.csv", header, taking, columns)
    leave_totals_only(folder / "exports" / "castle-hill" / "2024-25")
    zip_up(folder / "exports" / "deepdale" / "2024-25")
