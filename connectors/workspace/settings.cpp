// SPDX-License-Identifier: MPL-2.0
#include "connectors/workspace/settings.hpp"

#include "connectors/mis/intake.hpp"
#include "connectors/national/comparators_file.hpp"
#include "connectors/national/local_authorities.hpp"
#include "connectors/profiles/attendance_codes_file.hpp"
#include "connectors/profiles/own_xml.hpp"
#include "connectors/profiles/profile.hpp"
#include "connectors/workspace/target_settings.hpp"
#include "core/letters.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <utility>

namespace termbook {

namespace {

/// Reads one termbook.xml.
class Settings {
  public:
    explicit Settings(const OwnXml& xml) : m_xml(xml) {}

    Trust read() {
        m_xml.only_attributes(m_xml.root(), {"version"});
        if (m_xml.required(m_xml.root(), "version") != "1")
            m_xml.refuse(m_xml.root(), "another version", "version=\"1\"",
                         "use the Termbook it was made for");
        for (const auto node : m_xml.root().children())
            if (node.type() == pugi::node_element) read_element(node);
        if (m_trust.schools.empty()) m_xml.refuse(m_xml.root(), "no <school>", "at least one", "add it");
        if (m_years.empty()) m_xml.refuse(m_xml.root(), "no <year>", "at least one", "add it");
        for (School& school : m_trust.schools)
            if (school.local_authority.empty()) school.local_authority = m_local_authority;
        std::sort(m_years.begin(), m_years.end(),
                  [](const auto& a, const auto& b) { return a.from < b.from; });
        m_trust.calendar = Calendar(std::move(m_years));
        read_targets(m_xml, m_trust); // schools and years may stand below the targets that name them
        m_trust.codes = national_attendance_codes();
        const auto& shipped = shipped_comparators();
        m_trust.comparators.insert(m_trust.comparators.end(), shipped.begin(), shipped.end());
        return std::move(m_trust);
    }

  private:
    void read_element(pugi::xml_node node) {
        const std::string_view name = node.name();
        if (name == "trust") return read_trust(node);
        if (name == "school") return read_school(node);
        if (name == "year") return read_year(node);
        if (name == "target") return; // read_targets reads them
        if (name == "disclosure") return read_disclosure(node);
        if (name == "scaled-score") return read_scaled_score(node);
        if (name == "coverage") return read_coverage(node);
        if (name == "comparator") return m_trust.comparators.push_back(read_comparator(m_xml, node));
        m_xml.refuse_element(node, {"trust", "school", "year", "target", "comparator", "disclosure",
                                    "coverage", "scaled-score"});
    }

    void read_trust(pugi::xml_node node) {
        m_xml.only_attributes(node, {"name", "local-authority"});
        m_trust.name = m_xml.required(node, "name");
        m_local_authority = local_authority(node);
    }

    /// Its code; empty where the element does not say.
    std::string local_authority(pugi::xml_node node) const {
        const std::string text = node.attribute("local-authority").value();
        if (text.empty()) return {};
        if (auto code = find_local_authority(text)) return *code;
        const std::string nearest = nearest_local_authority(text);
        m_xml.refuse(node, fmt::format("local-authority=\"{}\"", text),
                     "the code or the name of a local authority in England, such as 857 or Rutland",
                     nearest.empty() ? "correct it" : fmt::format("did you mean '{}'?", nearest));
    }

    Phase phase(pugi::xml_node node) const {
        const std::string_view text = node.attribute("phase").value();
        const auto phase = parse_phase(text);
        if (!phase)
            m_xml.refuse(node, fmt::format("phase=\"{}\"", text),
                         "primary, secondary, special or all-through", "correct it");
        return *phase;
    }

    /// "8202001" or "820/2001".
    std::string laestab(pugi::xml_node node) const {
        const std::string text = node.attribute("laestab").value();
        const std::string digits = laestab_digits(text);
        if (digits.empty() && !text.empty())
            m_xml.refuse(node, fmt::format("laestab=\"{}\"", text), "seven digits, as 8202001", "correct it");
        return digits;
    }

    void read_school(pugi::xml_node node) {
        m_xml.only_attributes(node, {"urn", "laestab", "name", "phase", "folder", "local-authority"});
        School school;
        school.local_authority = local_authority(node);
        school.urn = m_xml.required(node, "urn");
        school.laestab = laestab(node);
        school.name = m_xml.required(node, "name");
        school.folder = node.attribute("folder").value();
        if (node.attribute("phase")) school.phase = phase(node);
        if (m_trust.school(school.urn))
            m_xml.refuse(node, fmt::format("the URN {} twice", school.urn), "a URN for each school",
                         "correct one");
        for (const School& other : m_trust.schools)
            if (!school.laestab.empty() && other.laestab == school.laestab)
                m_xml.refuse(node, fmt::format("the LAESTAB {} twice", school.laestab), "one for each school",
                             "correct one");
        for (const School& other : m_trust.schools)
            if (folded_header(other.name) == folded_header(school.name))
                m_xml.refuse(node, "two schools of one name", "names that tell schools apart",
                             "add the place to one of them");
        m_trust.schools.push_back(std::move(school));
    }

    Date date(pugi::xml_node node, const char* attribute) const {
        const std::string text = m_xml.required(node, attribute);
        const auto date = parse_iso_date(text);
        if (!date)
            m_xml.refuse(node, fmt::format("{}=\"{}\"", attribute, text),
                         "a day of the calendar, as 2025-09-01", "correct it");
        return *date;
    }

    void read_year(pugi::xml_node node) {
        m_xml.only_attributes(node, {"name", "from", "to"});
        AcademicYear year{m_xml.required(node, "name"), date(node, "from"), date(node, "to"), {}};
        if (year.to < year.from)
            m_xml.refuse(node, "a year that ends before it begins", "from before to", "correct it");
        if (year.to - year.from > std::chrono::days{400})
            m_xml.refuse(node, "a year of more than 400 days", "an academic year", "correct its dates");
        for (const AcademicYear& other : m_years)
            if (other.name == year.name || (year.from <= other.to && other.from <= year.to))
                m_xml.refuse(node, "a year that another <year> already covers", "years that do not overlap",
                             "correct their names or dates");
        for (const auto term : node.children())
            if (term.type() == pugi::node_element) read_term(term, year);
        m_years.push_back(std::move(year));
    }

    void read_term(pugi::xml_node node, AcademicYear& year) const {
        if (std::string_view(node.name()) != "term") m_xml.refuse_element(node, {"term"});
        m_xml.only_attributes(node, {"name", "season", "from", "to"});
        Term term{m_xml.required(node, "name"), season(node), date(node, "from"), date(node, "to")};
        if (term.to < term.from || !year.contains(term.from) || !year.contains(term.to))
            m_xml.refuse(node, "a term that is not within its year",
                         fmt::format("dates from {} to {}", iso_text(year.from), iso_text(year.to)),
                         "correct them");
        if (!year.terms.empty() && term.from <= year.terms.back().to)
            m_xml.refuse(node, "a term that begins before the one above it ends", "terms in order of time",
                         "correct their dates");
        year.terms.push_back(std::move(term));
    }

    /// Of six terms each says its season; of three the name does.
    Season season(pugi::xml_node node) const {
        const char* attribute = node.attribute("season") ? "season" : "name";
        const std::string word = lower(node.attribute(attribute).value());
        for (const auto& [name, season] : season_names)
            if (word.starts_with(name)) return season;
        m_xml.refuse(node, fmt::format("a term without a season ({}=\"{}\")", attribute, word),
                     "season=\"autumn\", \"spring\" or \"summer\"", "add it");
    }

    double number(pugi::xml_node node, const char* attribute) const {
        const std::string text = m_xml.required(node, attribute);
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
            m_xml.refuse(node, fmt::format("{}=\"{}\"", attribute, text), "a number", "correct it");
        return value;
    }

    void read_disclosure(pugi::xml_node node) {
        m_xml.only_attributes(node, {"threshold"});
        m_trust.disclosure_threshold = whole_number(node, "threshold", 1000);
    }

    void read_scaled_score(pugi::xml_node node) {
        m_xml.only_attributes(node, {"average"});
        m_trust.average_scaled_score = whole_number(node, "average", 120);
    }

    void read_coverage(pugi::xml_node node) {
        m_xml.only_attributes(node, {"at-least"});
        m_trust.coverage_percent = whole_number(node, "at-least", 100);
    }

    int whole_number(pugi::xml_node node, const char* attribute, int most) const {
        const double value = number(node, attribute);
        if (value < 0 || value > most || value != static_cast<int>(value))
            m_xml.refuse(node, fmt::format("{}=\"{}\"", attribute, value),
                         fmt::format("a whole number from 0 to {}", most), "correct it");
        return static_cast<int>(value);
    }

    const OwnXml& m_xml;
    Trust m_trust;
    std::string m_local_authority; ///< of schools that do not say their own
    std::vector<AcademicYear> m_years;
};

} // namespace

Trust parse_settings(std::string bytes, const std::string& name) {
    const OwnXml xml(std::move(bytes), name, "termbook");
    return Settings(xml).read();
}

Trust read_settings(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw Error({file.string(), 0, 0, {}}, "no file that can be read", "a workspace's termbook.xml",
                    "name the workspace with --workspace, or make one with `termbook init DIR`");
    return parse_settings({std::istreambuf_iterator<char>(stream), {}}, file.string());
}

} // namespace termbook
