# SPDX-License-Identifier: MPL-2.0
"""Whether a pupil is of a group: True, False, or None where the exports do not say."""

APRIL, AUGUST = 4, 8


def flag(name):
    return lambda pupil, enrolment, year: enrolment.flags.get(name)


def disadvantaged(pupil, enrolment, year):
    """As exported; else free meals in six years, or care now or before, of which silence is a no."""
    flags = enrolment.flags
    if "pp" in flags:
        return flags["pp"]
    if any(flags.get(name) for name in ("ever6", "fsm", "lac", "plac")):
        return True
    return flags.get("ever6")


def special_needs(pupil, enrolment, year):
    known = [enrolment.flags.get(name) for name in ("send.k", "send.e")]
    return True if True in known else None if None in known else False


def sex(letter):
    return lambda pupil, enrolment, year: None if pupil.sex is None else pupil.sex == letter


def band(name):
    return lambda pupil, enrolment, year: None if enrolment.prior is None else enrolment.prior == name


def summer_born(pupil, enrolment, year):
    return None if pupil.born is None else APRIL <= pupil.born.month <= AUGUST


def new_to_school(pupil, enrolment, year):
    return None if enrolment.joined is None else enrolment.joined >= year.first


GROUPS = {
    "pp": disadvantaged, "fsm": flag("fsm"), "send": special_needs, "send.k": flag("send.k"),
    "send.e": flag("send.e"), "eal": flag("eal"), "lac": flag("lac"), "plac": flag("plac"),
    "service": flag("service"), "disabled": flag("disabled"), "girls": sex("F"), "boys": sex("M"),
    "prior.low": band("low"), "prior.middle": band("middle"), "prior.high": band("high"),
    "summer-born": summer_born, "new": new_to_school,
}
COMPLEMENT = "not-"


def is_of(key, pupil, enrolment, year):
    complement = key.startswith(COMPLEMENT)
    known = GROUPS[key.removeprefix(COMPLEMENT)](pupil, enrolment, year)
    return None if known is None else known != complement
