// SPDX-License-Identifier: MPL-2.0
#include "tests/tools/make_exports/dfe_row.hpp"

#include "connectors/readers/csv_reader.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace termbook::make_exports {

namespace {

template<typename Number>
std::optional<Number> parse(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// The code that a column counts: "I" of "reason_i_authorised_illness"; empty for other columns.
std::string code_of_column(std::string_view column) {
    if (column == "reason_present_am") return "/";
    if (column == "reason_present_pm") return "\\";
    constexpr std::string_view prefix = "reason_";
    if (!column.starts_with(prefix) || column == "reason_present") return {};
    column.remove_prefix(prefix.size());
    std::string code(column.substr(0, column.find('_')));
    std::transform(code.begin(), code.end(), code.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    return code;
}

/// The file as its rows are asked for by column.
class DfeFile {
  public:
    explicit DfeFile(const std::filesystem::path& file)
        : m_name(file.filename().string()), m_rows(readers::open_file(file, m_name)) {
        if (!m_rows.next(m_row))
            throw Error({m_name, 0, 0, {}}, "an empty file", "DfE's attendance file", "");
        m_header.assign(m_row.cells.begin(), m_row.cells.end());
    }

    bool next() { return m_rows.next(m_row); }

    std::string_view cell(std::string_view column) const {
        for (std::size_t i = 0; i < m_header.size() && i < m_row.cells.size(); ++i)
            if (m_header[i] == column) return m_row.cells[i];
        throw Error({m_name, 1, 0, std::string(column)}, "no such column", "a file of pupil attendance", "");
    }

    DfeRow read() const {
        DfeRow row;
        row.area = area();
        row.phase = cell("education_phase");
        row.possible = count("possible_sessions", cell("possible_sessions"));
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < m_header.size() && i < m_row.cells.size(); ++i) {
            const std::string code = code_of_column(m_header[i]);
            if (!code.empty()) sum += row.sessions[code] = count(m_header[i], m_row.cells[i]);
            if (!m_header[i].ends_with("_perc")) continue;
            if (const auto percentage = parse<double>(m_row.cells[i]))
                row.percentages[m_header[i]] = *percentage;
        }
        if (sum != row.possible)
            throw Error(place("possible_sessions"), fmt::format("{} sessions by reason", sum),
                        fmt::format("{}, those that were possible", row.possible), "take another row");
        return row;
    }

    bool is_local_authority() const { return cell("geographic_level") == "Local authority"; }

    std::string area() const {
        for (const std::string_view column : {"la_name", "region_name", "country_name"})
            if (!cell(column).empty() && cell(column) != "z") return std::string(cell(column));
        return {};
    }

  private:
    SourcePos place(std::string_view column) const { return {m_name, m_row.line, 0, std::string(column)}; }

    std::int64_t count(std::string_view column, std::string_view text) const {
        const auto number = parse<std::int64_t>(text);
        if (!number || *number < 0)
            throw Error(place(column), fmt::format("'{}'", text), "a count of sessions", "take another row");
        return *number;
    }

    std::string m_name;
    readers::CsvReader m_rows;
    readers::Row m_row;
    std::vector<std::string> m_header;
};

} // namespace

DfeRow read_dfe_row(const std::filesystem::path& path, const std::string& area, const std::string& phase) {
    DfeFile file(path);
    while (file.next())
        if (file.area() == area && file.cell("education_phase") == phase) return file.read();
    throw Error({path.filename().string(), 0, 0, {}}, fmt::format("no row of {} {}", area, phase),
                "an area and a phase as the file writes them", "correct them");
}

std::vector<DfeRow> usable_dfe_rows(const std::filesystem::path& path) {
    DfeFile file(path);
    std::vector<DfeRow> rows;
    while (file.next()) {
        if (!file.is_local_authority()) continue;
        try {
            rows.push_back(file.read());
        } catch (const Error&) {
            continue; // withheld, or short of its own total: not usable
        }
    }
    std::sort(rows.begin(), rows.end(),
              [](const DfeRow& a, const DfeRow& b) { return a.possible < b.possible; });
    return rows;
}

} // namespace termbook::make_exports
