// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/pupils/pupil_row.hpp"

#include "connectors/mis/tables/values.hpp"

#include <fmt/format.h>

namespace termbook {

namespace {

constexpr std::pair<std::string_view, Characteristic> yes_or_no[] = {
    {"pp", Characteristic::pupil_premium},
    {"fsm", Characteristic::free_meals},
    {"ever6", Characteristic::ever6_meals},
    {"lac", Characteristic::looked_after},
    {"eal", Characteristic::eal},
    {"plac", Characteristic::previously_looked_after},
    {"service", Characteristic::service_child},
    {"disabled", Characteristic::disabled},
};

class PupilRow {
  public:
    explicit PupilRow(TableRows& rows) : m_rows(rows) {}

    std::pair<Pupil, Enrolment> read();

  private:
    std::string_view cell(std::string_view field) const { return m_rows.cell(m_rows.column(field)); }

    void report(std::string_view field, std::string found, std::string expected, std::string remedy) {
        m_rows.report(m_rows.column(field), std::move(found), std::move(expected), std::move(remedy));
    }

    template<typename Parse>
    auto read(std::string_view field, Parse parse, std::string_view what, std::string expected,
              std::string remedy) {
        const std::string_view text = cell(field);
        const auto value = parse(text);
        if (!value && !text.empty())
            report(field, fmt::format("{} {}", what, shown(text)), std::move(expected), std::move(remedy));
        return value;
    }

    std::optional<Date> read_date(std::string_view field, std::string_view effect) {
        const DateOrder order = m_rows.habits(m_rows.column(field)).dates;
        const auto date = parse_date(cell(field), order);
        if (!date && !cell(field).empty())
            report(field, date_fault(cell(field), order), "dd/mm/yyyy",
                   fmt::format("{}; correct it in the system and export again", effect));
        return date;
    }

    Enrolment read_enrolment() {
        Enrolment enrolment;
        enrolment.class_name = cell("class");
        enrolment.house = cell("house");
        enrolment.year = parse_year_group(cell("year"));
        if (!enrolment.year)
            report("year",
                   cell("year").empty() ? "no year group"
                                        : fmt::format("the year group {}", shown(cell("year"))),
                   "N, R or 1 to 13",
                   "the pupil is counted without one, unless another export has it; correct it in the system "
                   "and "
                   "export again");
        enrolment.joined = read_date("joined", "the pupil is counted as if there all year");
        enrolment.left = read_date("left", "the pupil is counted as still there");
        enrolment.prior = read("prior", parse_prior_band, "the band", "Low, Middle or High",
                               "the pupil is in no group by prior attainment");
        read_characteristics(enrolment.is);
        return enrolment;
    }

    std::optional<bool> read_answer(std::string_view field) {
        constexpr auto effect = "the pupil is counted neither in nor out of the group";
        if (!cell(field).empty()) return read(field, parse_yes_no, "the answer", "yes or no", effect);
        if (!m_rows.habits(m_rows.column(field)).says_no) return false;
        report(field, "a blank, in a column in which others have a no", "yes or no",
               fmt::format("{}; correct it in the system and export again", effect));
        return std::nullopt;
    }

    void read_characteristics(Characteristics& is) {
        for (const auto& [field, characteristic] : yes_or_no) {
            if (!m_rows.column(field)) continue;
            if (const auto yes = read_answer(field)) is.set(characteristic, *yes);
        }
        if (m_rows.column("sen")) read_sen(is);
        if (!m_rows.column("eal") && m_rows.column("language"))
            if (const auto eal = is_additional_language(cell("language"))) is.set(Characteristic::eal, *eal);
    }

    void read_sen(Characteristics& is) {
        const auto status = cell("sen").empty()
                                ? std::optional(SenStatus::none)
                                : read("sen", parse_sen_status, "the SEN status", "N, K or E",
                                       "the pupil is counted neither in nor out of SEND; correct it");
        if (!status) return;
        is.set(Characteristic::sen_support, *status == SenStatus::support);
        is.set(Characteristic::ehc_plan, *status == SenStatus::plan);
    }

    TableRows& m_rows;
};

std::pair<Pupil, Enrolment> PupilRow::read() {
    Pupil pupil;
    pupil.upn = cell("upn");
    pupil.surname = cell("surname");
    pupil.forename = cell("forename");
    pupil.ethnicity = cell("ethnicity");
    pupil.first_language = cell("language");
    pupil.sex = read("sex", parse_sex, "the sex", "F or M", "the pupil is counted as neither");
    pupil.born = read_date("born", "the pupil is counted without a date of birth");
    return {std::move(pupil), read_enrolment()};
}

} // namespace

std::pair<Pupil, Enrolment> read_pupil_row(TableRows& rows) {
    return PupilRow(rows).read();
}

} // namespace termbook
