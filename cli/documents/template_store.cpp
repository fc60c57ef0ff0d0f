// SPDX-License-Identifier: MPL-2.0
#include "cli/documents/template_store.hpp"

#include "cli/documents/outputs.hpp"
#include "connectors/profiles/own_xml.hpp"
#include "core/diagnostics/error.hpp"
#include "core/spelling.hpp"
#include "templates/library/library.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>

namespace termbook::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view template_endings[] = {".fods", ".ods", ".ots"};
constexpr std::string_view pack_ending = ".xml";

/// A template or pack that has been found, before it is read.
struct Found {
    std::string name; ///< as messages say it
    std::string bytes;
    bool is_pack{false};
};

std::string read_file(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        throw Error({path.string(), 0, 0, {}}, "a file that cannot be read", "a template",
                    "check its permissions");
    return {std::istreambuf_iterator<char>(stream), {}};
}

bool is_file(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::none) // not: nothing is there
        throw Error({path.string(), 0, 0, {}},
                    fmt::format("a path that cannot be looked at ({})", error.message()), "a template",
                    "check the permissions of its folder, or correct it");
    return fs::is_regular_file(status);
}

std::optional<Found> in_workspace(const fs::path& workspace, const std::string& name) {
    const fs::path folder = workspace / "templates";
    for (const auto ending : template_endings)
        if (const fs::path file = folder / fmt::format("{}{}", name, ending); is_file(file))
            return Found{file.string(), read_file(file), false};
    if (const fs::path file = folder / fmt::format("{}{}", name, pack_ending); is_file(file))
        return Found{file.string(), read_file(file), true};
    return std::nullopt;
}

std::string_view stem(std::string_view file) {
    return file.substr(0, file.rfind('.'));
}

std::optional<Found> shipped(const std::string& name) {
    for (const EmbeddedFile& file : library::embedded_files())
        if (stem(file.name) == name)
            return Found{std::string(file.name), std::string(file.bytes), file.name.ends_with(pack_ending)};
    return std::nullopt;
}

[[noreturn]] void refuse_name(const std::string& what) {
    std::vector<std::string_view> names;
    for (const EmbeddedFile& file : library::embedded_files())
        names.push_back(stem(file.name));
    const auto nearest = nearest_spelling(what, names);
    throw Error(
        {}, fmt::format("no template or pack '{}'", what),
        fmt::format("a file, a name in the workspace's templates, or one of {}", fmt::join(names, ", ")),
        nearest.empty() ? "correct it" : fmt::format("did you mean '{}'?", nearest));
}

Found find(const fs::path& workspace, const std::string& what) {
    if (is_file(what)) return {what, read_file(what), what.ends_with(pack_ending)};
    if (auto own = in_workspace(workspace, what)) return std::move(*own);
    if (auto ours = shipped(what)) return std::move(*ours);
    refuse_name(what);
}

/// What a pack names. That there is no such template is said at its line of the pack.
Found find_member(const fs::path& workspace, const OwnXml& pack, pugi::xml_node node) {
    const std::string name = pack.required(node, "name");
    try {
        return find(workspace, name);
    } catch (const Error& error) {
        throw error.pos().file.empty() ? error.at(pack.place(node)) : error;
    }
}

TemplateJob read_template(const Found& found, std::vector<std::string> formats) {
    odf::Document document = odf::Document::parse(found.bytes, found.name);
    std::string title = document.meta().child("dc:title").text().get();
    if (title.empty()) title = fs::path(found.name).stem().string();
    return {std::move(document), std::move(title), std::move(formats)};
}

std::vector<std::string> split(std::string_view list) {
    std::vector<std::string> parts;
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        parts.emplace_back(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return parts;
}

std::vector<std::string> formats_of(const OwnXml& pack, pugi::xml_node node) {
    auto formats = split(node.attribute("as").value());
    for (const std::string& format : formats)
        if (!is_format(format))
            pack.refuse(node, fmt::format("the format '{}'", format), format_names, "correct it");
    return formats;
}

std::vector<TemplateJob> read_pack(const fs::path& workspace, const Found& found) {
    const OwnXml xml(found.bytes, found.name, "pack");
    xml.only_attributes(xml.root(), {"version", "title"});
    if (xml.required(xml.root(), "version") != "1")
        xml.refuse(xml.root(), "another version", "version=\"1\"", "use the Termbook it was made for");
    std::vector<TemplateJob> jobs;
    for (const auto node : xml.root().children()) {
        if (node.type() != pugi::node_element) continue;
        if (std::string_view(node.name()) != "template") xml.refuse_element(node, {"template"});
        xml.only_attributes(node, {"name", "as"});
        const Found member = find_member(workspace, xml, node);
        if (member.is_pack)
            xml.refuse(node, "a pack within a pack", "a template", "name its templates instead");
        jobs.push_back(read_template(member, formats_of(xml, node)));
    }
    if (jobs.empty()) xml.refuse(xml.root(), "a pack without templates", "<template name=\"…\"/>", "add one");
    return jobs;
}

} // namespace

std::vector<TemplateJob> find_templates(const fs::path& workspace, const std::string& what) {
    const Found found = find(workspace, what);
    if (found.is_pack) return read_pack(workspace, found);
    std::vector<TemplateJob> jobs;
    jobs.push_back(read_template(found, {}));
    return jobs;
}

} // namespace termbook::cli
