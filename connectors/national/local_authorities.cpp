// SPDX-License-Identifier: MPL-2.0
#include "connectors/national/local_authorities.hpp"

#include "connectors/profiles/embedded.hpp"
#include "connectors/profiles/own_xml.hpp"
#include "connectors/profiles/profile.hpp"
#include "core/spelling.hpp"

#include <vector>

namespace termbook {

namespace {

struct LocalAuthority {
    std::string code;
    std::string name;
};

std::vector<LocalAuthority> read_authorities(std::string bytes, const std::string& name) {
    const OwnXml xml(std::move(bytes), name, "local-authorities");
    std::vector<LocalAuthority> all;
    for (const auto node : xml.root().children("authority"))
        all.push_back({xml.required(node, "code"), xml.required(node, "name")});
    return all;
}

const std::vector<LocalAuthority>& authorities() {
    static const std::vector<LocalAuthority> all = [] {
        constexpr std::string_view name = "local-authorities.xml";
        for (const EmbeddedFile& file : profiles::embedded_files())
            if (file.name == name) return read_authorities(std::string(file.bytes), std::string(name));
        throw Error({}, "no table of local authorities", std::string(name), "reinstall Termbook");
    }();
    return all;
}

} // namespace

std::optional<std::string> find_local_authority(std::string_view text) {
    const std::string folded = folded_header(text);
    for (const LocalAuthority& each : authorities())
        if (each.code == folded || folded_header(each.name) == folded) return each.code;
    return std::nullopt;
}

std::string nearest_local_authority(std::string_view name) {
    std::vector<std::string_view> names;
    for (const LocalAuthority& each : authorities())
        names.push_back(each.name);
    return std::string(nearest_spelling(name, names));
}

} // namespace termbook
