// SPDX-License-Identifier: MPL-2.0
#include "connectors/recognise.hpp"

#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace termbook {

namespace {

using Profiles = std::vector<const Profile*>;

Profiles of_tables(const Profiles& profiles) {
    Profiles found;
    std::copy_if(profiles.begin(), profiles.end(), std::back_inserter(found),
                 [](const Profile* profile) { return profile->root.empty(); });
    return found;
}

/// Counts the rows that look like a table's as they pass.
class WatchedRows : public readers::RowReader {
  public:
    explicit WatchedRows(readers::RowReader& rows) : m_rows(rows) {}

    bool next(readers::Row& row) override {
        if (!m_rows.next(row)) return false;
        const auto filled = std::count_if(row.cells.begin(), row.cells.end(),
                                          [](std::string_view cell) { return !cell.empty(); });
        m_wide_rows += filled > 1;
        ++m_read;
        return true;
    }
    std::uint32_t column_of(std::size_t index) const override { return m_rows.column_of(index); }

    bool look_like_data() const { return m_wide_rows > 1; }
    bool none() const { return m_read == 0; }

  private:
    readers::RowReader& m_rows;
    int m_wide_rows{0};
    int m_read{0};
};

/// One workbook, sheet by sheet.
class SheetRecognition {
  public:
    SheetRecognition(const ExportFile& file, const ExportForm& form, const Profiles& profiles,
                     IssueLog& issues)
        : m_file(file), m_form(form), m_profiles(profiles), m_issues(issues) {}

    std::vector<Recognised> recognise() {
        const auto& sheets = m_form.workbook->sheets();
        // As long as one reader is there, the texts that all sheets refer to are held.
        const auto first = m_form.workbook->rows(0);
        for (std::size_t i = 0; i < sheets.size(); ++i)
            look_at(i, sheets[i]);
        if (m_found.empty() && m_refusal) throw *m_refusal;
        if (m_found.empty())
            throw Error({m_file.name, 0, 0, {}}, "an empty workbook", "a header and rows below it",
                        "export it again");
        for (const std::string& sheet : m_unread)
            m_issues.add({{m_file.name, 0, 0, {}, sheet},
                          "a sheet with rows whose columns no profile knows",
                          "columns as of pupils or attendance",
                          "its rows are not counted; rename its columns if they should be",
                          1,
                          {}});
        return std::move(m_found);
    }

  private:
    void look_at(std::size_t index, const readers::SheetName& sheet) {
        const auto rows = m_form.workbook->rows(index);
        WatchedRows watched(*rows);
        try {
            RecognisedTable table = recognise_table(watched, m_profiles);
            const Profile* profile = table.profile;
            std::string why =
                fmt::format("sheet '{}'{}: {}", sheet.name, sheet.hidden ? " (hidden)" : "", table.why);
            m_found.push_back({profile, std::move(table), std::move(why), index, sheet.name});
        } catch (const Error& error) {
            if (!error.pos().file.empty()) throw;
            if (watched.none()) return;
            if (!m_refusal) m_refusal = error.at({m_file.name, error.pos().line, 0, {}, sheet.name});
            if (watched.look_like_data()) m_unread.push_back(sheet.name);
        }
    }

    const ExportFile& m_file;
    const ExportForm& m_form;
    const Profiles& m_profiles;
    IssueLog& m_issues;
    std::vector<Recognised> m_found;
    std::optional<Error> m_refusal; ///< of the first sheet that has rows
    std::vector<std::string> m_unread;
};

Recognised recognise_xml(const readers::XmlRoot& root, const Profiles& profiles) {
    for (const Profile* profile : profiles)
        if (!profile->root.empty() && profile->root == root.name)
            return {profile, std::nullopt, fmt::format("the root element is <{}>", root.name), 0, {}};
    throw Error(root.pos, fmt::format("XML whose root element is <{}>", root.name),
                "<CTfile> of a Common Transfer File, or <SuperStarReport> of the CommandReporter of SIMS",
                "export one of them, or a CSV");
}

Recognised recognise_rows(const ExportFile& file, const ExportForm& form, const Profiles& profiles) {
    const auto rows = open_rows(file, form, 0);
    try {
        RecognisedTable found = recognise_table(*rows, profiles);
        std::string why = found.why;
        const Profile* profile = found.profile;
        return {profile, std::move(found), std::move(why), 0, {}};
    } catch (const Error& error) {
        if (!error.pos().file.empty()) throw;
        throw error.at({file.name, error.pos().line, 0, {}});
    }
}

} // namespace

std::vector<Recognised> recognise(const ExportFile& file, const Profiles& profiles, IssueLog& issues) {
    using Kind = ExportForm::Kind;
    const ExportForm form = find_form(file);
    if (form.kind == Kind::xml) return {recognise_xml(*form.root, profiles)};
    const Profiles tables = of_tables(profiles);
    if (form.kind == Kind::workbook) return SheetRecognition(file, form, tables, issues).recognise();
    return {recognise_rows(file, form, tables)};
}

} // namespace termbook
