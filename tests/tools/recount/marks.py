# SPDX-License-Identifier: MPL-2.0
"""The marks to compare: every figure with every group, year group, period and school, though not all with all."""
from itertools import chain

from attendance import POSSIBLE
from counting import OK, TRUST
from figures import FIGURES, INCIDENTS, RESULTS, STAFF
from groups import COMPLEMENT, GROUPS

WORDS = ("ytd", "year", "autumn", "spring", "summer")
OTHER_PERIODS = ("term2@2025/26", "month:2025-10", "week:2026-W05", "month:2025-05", "week:2025-W27")


def mark_of(figure, period, school, **selectors):
    parts = [figure, *(f'{name}="{value}"' if " " in value else f"{name}={value}"
                       for name, value in selectors.items()), f"period={period}", f"school={school}"]
    return " ".join(parts)




class Marks:
    def __init__(self, counting):
        self.counting = counting
        self.schools = [TRUST, *counting.schools]
        self.periods = [f"{word}@{year}" for year in counting.years for word in WORDS]
        exported = [year for school in counting.schools.values() for year in school.years.values()]
        self.codes = sorted({mark for year in exported for marks in year.marks.values() for mark in marks.values()}
                            & set(POSSIBLE))
        self.subjects = sorted({(stage, subject) for year in exported for results in year.results.values()
                                for stage, subject, *_ in results if subject})
        self.types = sorted({(each.kind, each.type) for year in exported for incidents in year.incidents.values()
                             for each in incidents})
        self.year_groups = sorted({enrolment.year for year in exported for enrolment in year.enrolments.values()
                                   if enrolment.year}, key=lambda group: int(group) if group.isdigit() else 0)
        self.groups = [key for group in GROUPS for key in (group, COMPLEMENT + group)]

    def variants(self, figure):
        """A figure with each code or each subject that it can be asked for with."""
        wants = FIGURES[figure].wants
        if wants == "code":
            return [{"code": code} for code in self.codes]
        if wants == "subject":
            return [{"subject": subject} for stage, subject in self.subjects if figure.startswith(stage + ".")]
        return [{}]

    def schools_with(self, figure, what):
        """Those that have the figure at all, so that asking for it with a group is asking for something."""
        found = [school for school in self.schools if any(
            self.counting.answer(mark_of(figure, f"year@{year}", school, **what)).status == OK
            for year in self.counting.years)]
        return found or self.schools

    def periods_of(self, figure):
        """Statutory results are of a year as a whole: whichever period of it is asked for, they are the same."""
        return self.periods[::4] if FIGURES[figure].basis == RESULTS and "tracker" not in figure else self.periods

    def all(self):
        return list(dict.fromkeys(chain.from_iterable(
            chain(self.plain(figure), self.by_kind(figure), self.by_pupils(figure)) for figure in FIGURES)))

    def plain(self, figure):
        for what in self.variants(figure):
            for i, school in enumerate(self.schools):
                for period in (*self.periods, OTHER_PERIODS[i]):
                    yield mark_of(figure, period, school, **what)

    def by_kind(self, figure):
        """Incidents of a type, and of a weekday; schools take turns."""
        kind = FIGURES[figure].basis
        if kind not in INCIDENTS:
            return
        choices = [{"type": type_of} for of, type_of in self.types if of == kind]
        choices += [{"weekday": day} for day in ("monday", "wednesday", "friday")]
        for i, choice in enumerate(choices):
            for j, period in enumerate(self.periods):
                yield mark_of(figure, period, self.schools[(i + j) % len(self.schools)], **choice)

    def by_pupils(self, figure):
        """Each group and each year group with each period, each gap, and each group with a year group. Schools, codes
        and subjects take turns."""
        if FIGURES[figure].basis == STAFF:
            yield from (mark_of(figure, self.periods[0], TRUST, **choice) for choice in ({"group": "pp"}, {"year": "4"}))
            return
        asked = [(school, what) for what in self.variants(figure) for school in self.schools_with(figure, what)]
        choices = [*({"group": group} for group in self.groups), *({"year": year} for year in self.year_groups)]
        for i, choice in enumerate(choices):
            for j, period in enumerate(self.periods_of(figure)):
                school, what = asked[(i + j) % len(asked)]
                yield mark_of(figure, period, school, **what, **choice)
        for i, group in enumerate(GROUPS):
            school, what = asked[i % len(asked)]
            yield mark_of(figure, self.periods[i % len(self.periods)], school, **what, gap=group)
        for i, group in enumerate(self.groups):
            school, what = asked[i % len(asked)]
            yield mark_of(figure, self.periods[i % len(self.periods)], school, **what, group=group,
                          year=self.year_groups[i % len(self.year_groups)])
