// SPDX-License-Identifier: MPL-2.0
#include "connectors/registry.hpp"

#include "connectors/mis/ctf.hpp"
#include "connectors/mis/mark_rows.hpp"
#include "connectors/mis/pupil_table.hpp"
#include "connectors/readers/csv_reader.hpp"
#include "connectors/readers/xml_reader.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <memory>

namespace termbook {

namespace {

using TableLoader = std::uint64_t (*)(readers::RowReader&, const RecognisedTable&, const ExportFile&, Intake&,
                                      std::optional<Date>&);

template<TableLoader load_rows>
Loaded load_table(const ExportFile& file, const Recognised& recognised, Intake& intake) {
    auto source = readers::open_file(file.path, file.name);
    source->keep_sha256();
    readers::CsvReader rows(std::move(source));
    Loaded loaded;
    loaded.rows = load_rows(rows, *recognised.table, file, intake, loaded.as_at);
    loaded.sha256 = rows.source().sha256().value_or("");
    return loaded;
}

Loaded load_ctf_file(const ExportFile& file, const Recognised&, Intake& intake) {
    const auto source = readers::open_file(file.path, file.name);
    source->keep_sha256();
    Loaded loaded;
    loaded.rows = load_ctf(*source, file, intake, loaded.as_at);
    loaded.sha256 = source->sha256().value_or("");
    return loaded;
}

constexpr Connector table[] = {
    {"pupil-table", "Pupils, a row each, perhaps with totals of attendance", load_table<load_pupil_table>},
    {"ctf", "Common Transfer File", load_ctf_file},
    {"mark-rows", "Attendance marks, a row each", load_table<load_mark_rows>},
};

/// The first bytes of a file, which tell its kind.
std::string first_bytes(const std::filesystem::path& path, const std::string& name) {
    std::array<char, 4> bytes{};
    const auto source = readers::open_file(path, name);
    const std::size_t size = source->read(bytes);
    return {bytes.data(), size};
}

/// Stops at the root element: it alone tells what an XML export is.
class RootElement : public readers::XmlHandler {
  public:
    struct Found {
        std::string name;
        SourcePos pos;
    };
    void start_element(std::string_view name, const readers::XmlAttributes&,
                       const readers::XmlPlace& place) override {
        throw Found{std::string(name), place.pos()};
    }
    void end_element(std::string_view, const readers::XmlPlace&) override {}
    void text(std::string_view, const readers::XmlPlace&) override {}
};

Recognised recognise_xml(const std::filesystem::path& path, const std::string& name,
                         const std::vector<const Profile*>& profiles) {
    const auto source = readers::open_file(path, name);
    RootElement root;
    try {
        readers::read_xml(*source, root);
    } catch (const RootElement::Found& found) {
        for (const Profile* profile : profiles)
            if (!profile->root.empty() && profile->root == found.name)
                return {profile, std::nullopt, fmt::format("the root element is <{}>", found.name)};
        throw Error(found.pos, fmt::format("XML whose root element is <{}>", found.name), "<CTfile>",
                    "export a Common Transfer File, or a CSV");
    }
    throw Error({name, 0, 0, {}}, "XML without an element", "<CTfile>", "export it again");
}

Recognised recognise_csv(const std::filesystem::path& path, const std::string& name,
                         const std::vector<const Profile*>& profiles) {
    std::vector<const Profile*> of_tables;
    std::copy_if(profiles.begin(), profiles.end(), std::back_inserter(of_tables),
                 [](const Profile* profile) { return profile->root.empty(); });
    readers::CsvReader rows(readers::open_file(path, name));
    try {
        RecognisedTable found = recognise_table(rows, of_tables);
        std::string why = found.why;
        const Profile* profile = found.profile;
        return {profile, std::move(found), std::move(why)};
    } catch (const Error& error) {
        if (!error.pos().file.empty()) throw;
        throw error.at({name, error.pos().line, 0, {}});
    }
}

} // namespace

std::span<const Connector> connectors() {
    return table;
}

std::size_t reading_order(const Profile& profile) {
    const auto all = connectors();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Connector& each) { return each.id == profile.loads; });
    if (found == all.end())
        throw Error({}, fmt::format("the profile '{}' with loads=\"{}\"", profile.key, profile.loads),
                    "pupil-table, mark-rows or ctf", "correct the profile");
    return static_cast<std::size_t>(found - all.begin());
}

Recognised recognise(const std::filesystem::path& path, const std::string& name,
                     const std::vector<const Profile*>& profiles) {
    const std::string start = first_bytes(path, name);
    if (start.empty()) throw Error({name, 0, 0, {}}, "an empty file", "an export", "export it again");
    if (start.starts_with("PK"))
        throw Error({name, 0, 0, {}}, "a workbook or a zip archive", "CSV or CTF",
                    "save the sheet as CSV UTF-8, or unpack the archive");
    const std::string_view without_mark =
        start.starts_with("\xEF\xBB\xBF") ? std::string_view(start).substr(3) : std::string_view(start);
    const bool utf16_xml = start.starts_with(std::string_view("\xFF\xFE<\0", 4)) ||
                           start.starts_with(std::string_view("\xFE\xFF\0<", 4));
    if (without_mark.starts_with("<") || utf16_xml) return recognise_xml(path, name, profiles);
    return recognise_csv(path, name, profiles);
}

Loaded load(const ExportFile& file, const Recognised& recognised, Intake& intake) {
    return connectors()[reading_order(*recognised.profile)].load(file, recognised, intake);
}

} // namespace termbook
