// SPDX-License-Identifier: MPL-2.0
#include "cli/figures_page.hpp"

#include "connectors/profiles/attendance_codes_file.hpp"
#include "connectors/profiles/result_codes_file.hpp"
#include "core/diagnostics/error.hpp"
#include "core/figures/figures.hpp"
#include "core/figures/groups.hpp"
#include "core/model/trust.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace termbook::cli {

namespace {

/// A key, and what it says.
using Words = std::pair<std::string_view, std::string_view>;

constexpr auto introduction = R"(# Figures

Printed by `termbook catalogue --format markdown`; do not edit it by hand.

A mark asks for a figure: `{{attendance.rate}}`. Selectors narrow it down: `{{attendance.rate year=4 group=pp period=autumn}}`. A value
with blanks stands in quotes: `class="4 Oak"`. `against=` compares, `gap=` is the distance between a group and the other pupils.
)";

constexpr Words domain_titles[] = {
    {"eyfs", "Early years foundation stage"},
    {"mtc", "Multiplication tables check"},
    {"ks1", "Key stage 1"},
    {"ks2", "Key stage 2"},
    {"ks4", "Key stage 4"},
};

/// A value of each selector, to see whether a figure takes it.
constexpr Words sample_values[] = {
    {"school", "100001"}, {"year", "4"},          {"sex", "girls"},     {"group", "pp"},      {"gap", "pp"},
    {"code", "I"},        {"subject", "reading"}, {"type", "Bullying"}, {"period", "autumn"},
};

constexpr Words comparison_words[] = {
    {"target", "what termbook.xml sets with `<target>`"},
    {"national", "the newest figure published for England that is not later"},
    {"local", "the same of the schools' local authority, which termbook.xml names"},
    {"published", "what the DfE published of the school itself for the year"},
    {"trust", "the whole trust, over the same days"},
    {"previous", "the stretch of the same kind before: the term before a term"},
    {"last-year", "the same stretch of the year before"},
};

constexpr Words period_words[] = {
    {"ytd", "the year up to its last dated session; what marks without a period mean"},
    {"year", "the whole academic year"},
    {"autumn, spring, summer", "a season's term or terms"},
    {"term1 … term6", "a term of termbook.xml, in order"},
    {"half1 … half6", "a half term, where termbook.xml has six terms"},
    {"month:2025-10", "a month"},
    {"week:2025-W41", "a week, as ISO 8601 counts them"},
    {"autumn@2024/25", "any of them in another year"},
};

constexpr std::pair<Outcome, std::string_view> outcome_words[] = {
    {Outcome::below, "below the standard"},
    {Outcome::expected, "at the expected standard"},
    {Outcome::higher, "at the higher standard"},
    {Outcome::absent, "eligible without a result: counts against, and in no mean"},
    {Outcome::not_eligible, "counts in no denominator"},
};

constexpr std::pair<SessionClass, std::string_view> class_words[] = {
    {SessionClass::present, "present"},
    {SessionClass::aea, "approved educational activity: counts as attending"},
    {SessionClass::authorised, "authorised absence"},
    {SessionClass::unauthorised, "unauthorised absence"},
    {SessionClass::not_possible, "not a possible session"},
    {SessionClass::not_collected, "not collected"},
    {SessionClass::missing, "a missing mark: counted nowhere, and an issue"},
};

/// What is said of a key; empty where nothing is.
std::string_view find_words(std::span<const Words> all, std::string_view key) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Words& each) { return each.first == key; });
    return found == all.end() ? std::string_view() : found->second;
}

std::string in_cell(std::string_view text) {
    std::string cell;
    for (const char c : text)
        cell += c == '|' ? std::string("\\|") : std::string(1, c);
    return cell;
}

/// A trust with one school, to ask what a figure takes.
Trust any_trust() {
    Trust trust;
    trust.codes = national_attendance_codes();
    trust.calendar =
        Calendar({{"2025/26",
                   *make_date(2025, 9, 1),
                   *make_date(2026, 8, 31),
                   {{"Autumn", Season::autumn, *make_date(2025, 9, 1), *make_date(2025, 12, 19)}}}});
    School& school = trust.schools.emplace_back();
    school.urn = find_words(sample_values, "school");
    return trust;
}

/// The mark with only the selectors that the figure cannot do without.
FigureRequest bare_request(const FigureDefinition& figure) {
    FigureRequest request{std::string(figure.key), {}, {}};
    if (figure.needs_code) request.selectors["code"] = find_words(sample_values, "code");
    if (figure.needs_subject) request.selectors["subject"] = find_words(sample_values, "subject");
    return request;
}

bool takes(const Figures& figures, FigureRequest request, std::string_view selector) {
    const std::string_view value = find_words(sample_values, selector);
    request.selectors.try_emplace(std::string(selector), value.empty() ? "Oak" : value);
    try {
        figures.check(request);
        return true;
    } catch (const Error&) {
        return false;
    }
}

std::string selectors_taken(const Figures& figures, const FigureDefinition& figure) {
    std::vector<std::string> taken;
    for (const std::string_view name : Figures::selector_names())
        if (takes(figures, bare_request(figure), name)) taken.push_back(fmt::format("`{}`", name));
    return fmt::format("{}", fmt::join(taken, ", "));
}

std::string figure_entry(const Figures& figures, const FigureDefinition& figure) {
    std::string entry = fmt::format("\n### {} (`{}`)\n\n{}\n\n", figure.title, figure.key, figure.definition);
    entry += fmt::format("- unit: {}\n", to_string(figure.unit));
    entry += fmt::format("- counted: {}", figure.numerator);
    if (!figure.denominator.empty()) entry += fmt::format(" ÷ {}", figure.denominator);
    entry += fmt::format("\n- needs: {}\n", exports_wanted(figure.basis));
    if (!figure.published_until.empty())
        entry += fmt::format("- national figures: none since {}\n", figure.published_until);
    entry += fmt::format("- takes: {}\n", selectors_taken(figures, figure));
    entry += fmt::format("- example: `{{{{{}}}}}`\n", bare_request(figure).mark());
    return entry;
}

std::string domain_title(std::string_view domain) {
    if (const auto title = find_words(domain_titles, domain); !title.empty()) return std::string(title);
    std::string title(domain);
    title.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(title.front())));
    return title;
}

std::string figure_entries() {
    const Trust trust = any_trust();
    const Figures figures(trust, {});
    std::string text;
    std::string_view last;
    for (const FigureDefinition& figure : termbook::catalogue()) {
        const std::string_view domain = figure.key.substr(0, figure.key.find('.'));
        if (domain != last) text += fmt::format("\n## {}\n", domain_title(domain));
        last = domain;
        text += figure_entry(figures, figure);
    }
    return text;
}

std::string group_table() {
    std::string text =
        "\n## Groups\n\n`group=pp` are the pupils of a group, `group=not-pp` all others of whom the "
        "exports say, `group=pp,send` those of both.\n\n"
        "| key | group | others (`not-…`) | who |\n| --- | --- | --- | --- |\n";
    for (const GroupDefinition& group : groups())
        text +=
            fmt::format("| `{}` | {} | {} | {} |\n", group.key, group.title, group.others, group.definition);
    return text;
}

std::string word_table(std::string_view title, std::string_view first, std::span<const Words> rows) {
    std::string text = fmt::format("\n## {}\n\n| {} | means |\n| --- | --- |\n", title, first);
    for (const auto& [key, words] : rows)
        text += fmt::format("| `{}` | {} |\n", key, words);
    return text;
}

std::string comparison_table() {
    std::vector<Words> rows;
    for (const std::string_view key : comparisons())
        rows.emplace_back(key, find_words(comparison_words, key));
    return word_table("Comparisons", "`against=`", rows);
}

std::string dimension_list() {
    std::vector<std::string> names;
    for (const std::string_view name : Figures::dimensions())
        names.push_back(fmt::format("`{}`", name));
    return fmt::format("\n## Dimensions\n\n`{{{{#each …}}}}` in a template and `--by` of `termbook figures` "
                       "repeat over: {}.\n",
                       fmt::join(names, ", "));
}

std::string code_table() {
    std::string text = "\n## Attendance codes\n\n| mark | | counts as |\n| --- | --- | --- |\n";
    const AttendanceCodes codes = national_attendance_codes();
    for (const AttendanceCode& code : codes.codes()) {
        std::string_view counts;
        for (const auto& [known, words] : class_words)
            if (known == code.counts_as) counts = words;
        text += fmt::format("| `{}` | {}{} | {} |\n", in_cell(code.code), code.title,
                            code.until ? fmt::format(" (until {})", long_text(*code.until)) : "", counts);
    }
    return text;
}

/// What may stand in exports for a result of a stage.
std::string letters_of(Stage stage) {
    const ResultCodes& codes = national_result_codes();
    std::string text;
    if (const auto scores = codes.scores(stage, {}))
        text +=
            fmt::format("| {} | {:g} to {:g} | the score |\n", to_string(stage), scores->least, scores->most);
    for (const auto& [outcome, words] : outcome_words) {
        std::vector<std::string> marks;
        for (const ResultCode& row : codes.codes())
            if (row.stage == stage && row.outcome == outcome) marks.push_back(fmt::format("`{}`", row.mark));
        if (!marks.empty())
            text += fmt::format("| {} | {} | {} |\n", to_string(stage), fmt::join(marks, ", "), words);
    }
    return text;
}

std::string letter_table() {
    std::string text =
        "\n## Scores, letters and judgements in results\n\nWhat stands in an export for a result, and what "
        "it comes to.\n\n| stage | in the export | counts as |\n| --- | --- | --- |\n";
    for (const Stage stage :
         {Stage::eyfs, Stage::phonics, Stage::mtc, Stage::ks1, Stage::ks2, Stage::ks4, Stage::tracker})
        text += letters_of(stage);
    return text;
}

} // namespace

std::string figures_page() {
    return introduction + figure_entries() + group_table() + comparison_table() +
           word_table("Periods", "`period=`", period_words) + dimension_list() + code_table() +
           letter_table();
}

} // namespace termbook::cli
