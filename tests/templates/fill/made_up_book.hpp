// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/error.hpp"
#include "core/figures/catalogue.hpp"
#include "templates/fill/figure_book.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace termbook::fill {

/// Figures as a text states them, for tests of the fill:
///
///     members school a=Ashwell b=Birch          the members of a dimension, _ for a blank
///     members year school=a : 1=Year_1          … within a scope
///     answer attendance.rate school=a = 945/1000      a rate; 12 a count; c, x or z no value
///     target attendance.rate 95
///     since attendance.rate school=a = 2025-10-01
///     field trust.name = Sample Trust
class MadeUpBook final : public FigureBook {
  public:
    static MadeUpBook parse(std::istream& input) {
        MadeUpBook book;
        for (std::string line; std::getline(input, line);)
            if (!line.empty()) book.read(line);
        return book;
    }

    static MadeUpBook read_file(const std::filesystem::path& path) {
        std::ifstream input(path);
        if (!input) throw std::runtime_error("no " + path.string());
        return parse(input);
    }

    /// Members of one dimension, each with an attendance rate and a name, as many as asked for.
    static MadeUpBook of_size(std::size_t schools) {
        MadeUpBook book;
        book.m_members["school"];
        for (std::size_t i = 0; i < schools; ++i) {
            const auto key = std::to_string(i + 1);
            book.add_member("school", "", key, "School " + key);
            book.m_answers["attendance.rate school=" + key] = std::to_string(900 + i % 100) + "/1000";
        }
        return book;
    }

    FigureAnswer answer(const FigureRequest& request) const override {
        check(request);
        FigureAnswer answer;
        answer.request = request;
        answer.definition = definition_of(m_answers.at(plain(request).mark()));
        answer.title = "Made up";
        answer.unit = request.against.empty() ? answer.definition->unit : Unit::points;
        answer.who = "somebody";
        answer.period.name = "Autumn term 2025/26";
        answer.schools_asked = answer.schools_with = 1;
        answer.sources.push_back({"exports/register.csv", "0f", 1000, make_date(2025, 12, 19)});
        set_value(answer, m_answers.at(plain(request).mark()));
        if (const auto target = standing(request).target; !request.against.empty() && answer.value)
            answer.value = *answer.value - target->value;
        return answer;
    }

    void check(const FigureRequest& request) const override {
        if (!m_answers.contains(plain(request).mark()))
            throw Error({}, "'" + plain(request).mark() + "'", "a figure of the made-up trust",
                        "correct the selectors");
    }

    std::vector<Member> members(std::string_view dimension, const Selectors& scope) const override {
        std::string narrowed(dimension);
        for (const auto& [name, value] : scope)
            narrowed += " " + name + "=" + value;
        for (const auto& key : {narrowed, std::string(dimension)})
            if (const auto found = m_members.find(key); found != m_members.end()) return found->second;
        throw Error({}, "'" + std::string(dimension) + "'", "a dimension of the made-up trust", "correct it");
    }

    Fields fields(const Selectors&) const override { return m_fields; }

    Standing standing(const FigureRequest& request) const override {
        const auto target = m_targets.find(request.figure);
        if (target == m_targets.end()) return {};
        Standing standing{Target{target->second, true}, {}};
        FigureAnswer answer;
        set_value(answer, m_answers.at(plain(request).mark()));
        if (!answer.value) return standing;
        const double gap = *answer.value - target->second;
        standing.status = gap >= 0   ? TargetStatus::on_track
                          : gap > -1 ? TargetStatus::close
                                     : TargetStatus::off_track;
        return standing;
    }

    std::optional<Period> off_target_since(const FigureRequest& request) const override {
        const auto since = m_since.find(request.mark());
        if (since == m_since.end()) return std::nullopt;
        Period month;
        month.from = *parse_iso_date(since->second);
        return month;
    }

  private:
    static FigureRequest plain(FigureRequest request) {
        request.against.clear();
        return request;
    }

    /// The same words whatever the catalogue says, so that what is expected stays when it learns better ones.
    static const FigureDefinition* definition_of(const std::string& value) {
        static constexpr FigureDefinition rate{"",    "Made up",          Unit::percent, "some",
                                               "all", "Some out of all.", Basis::totals, nullptr};
        static constexpr FigureDefinition count{"", "Made up",        Unit::count,   "some",
                                                "", "Some, counted.", Basis::totals, nullptr};
        const bool is_count =
            value.find('/') == std::string::npos && value.size() > 0 && value[0] >= '0' && value[0] <= '9';
        return is_count ? &count : &rate;
    }

    static void set_value(FigureAnswer& answer, const std::string& text) {
        answer.status = text == "c"   ? FigureStatus::suppressed
                        : text == "x" ? FigureStatus::no_data
                        : text == "z" ? FigureStatus::not_applicable
                                      : FigureStatus::ok;
        if (answer.status != FigureStatus::ok) return;
        const auto slash = text.find('/');
        answer.numerator = std::stoll(text.substr(0, slash));
        answer.value = static_cast<double>(*answer.numerator);
        if (slash == std::string::npos) return;
        answer.denominator = std::stoll(text.substr(slash + 1));
        answer.value =
            100.0 * static_cast<double>(*answer.numerator) / static_cast<double>(*answer.denominator);
    }

    void add_member(const std::string& dimension, const std::string& scope, const std::string& key,
                    const std::string& name) {
        m_members[dimension + scope].push_back(
            {{{dimension, key}}, {{dimension + ".key", key}, {dimension + ".name", name}}});
    }

    void read(const std::string& line) {
        std::istringstream words(line);
        std::string kind;
        std::string subject;
        words >> kind >> subject;
        std::string rest;
        std::getline(words >> std::ws, rest);
        if (kind == "members") return read_members(subject, rest);
        if (kind == "target") {
            m_targets[subject] = std::stod(rest);
            return;
        }
        const auto equals = rest.rfind("= ");
        if (equals == std::string::npos) throw std::runtime_error("cannot read " + line);
        auto& holder = kind == "answer" ? m_answers : m_since;
        const auto selectors = equals == 0 ? "" : " " + rest.substr(0, equals - 1);
        if (kind == "field")
            m_fields[subject] = rest.substr(equals + 2);
        else
            holder[subject + selectors] = rest.substr(equals + 2);
    }

    void read_members(const std::string& dimension, std::string rest) {
        std::string scope;
        if (const auto colon = rest.find(" :"); colon != std::string::npos) {
            scope = " " + rest.substr(0, colon);
            rest.erase(0, colon + 2);
        }
        m_members[dimension + scope];
        std::istringstream words(rest);
        for (std::string word; words >> word;) {
            const auto equals = word.find('=');
            auto name = word.substr(equals + 1);
            std::replace(name.begin(), name.end(), '_', ' ');
            add_member(dimension, scope, word.substr(0, equals), name);
        }
    }

    std::map<std::string, std::vector<Member>> m_members;
    std::map<std::string, std::string> m_answers;
    std::map<std::string, std::string> m_since;
    std::map<std::string, double> m_targets;
    Fields m_fields;
};

} // namespace termbook::fill
