// SPDX-License-Identifier: MPL-2.0
#include "templates/odf/document.hpp"
#include "templates/odf/embedded.hpp"
#include "templates/odf/flat_form.hpp"
#include "templates/odf/manifest.hpp"
#include "templates/odf/package.hpp"
#include "templates/odf/tree.hpp"

#include <utility>
#include <vector>

namespace termbook::odf {

namespace {

using Members = std::vector<std::pair<std::string, std::string>>;

std::string package_of(Members members, const std::map<std::string, std::string>& parts) {
    members.insert(members.begin(), {"mimetype", spreadsheet_type});
    members.insert(members.end(), parts.begin(), parts.end());
    members.emplace_back("META-INF/manifest.xml", manifest_of(members));
    return write_package(members);
}

} // namespace

std::string to_package(const Document& document) {
    if (!document.m_flat) {
        Members members{{"content.xml", to_xml(document.m_content)},
                        {"styles.xml", to_xml(document.m_styles)},
                        {"meta.xml", to_xml(document.m_meta)}};
        if (document.m_settings.document_element())
            members.emplace_back("settings.xml", to_xml(document.m_settings));
        return package_of(std::move(members), document.m_parts);
    }
    pugi::xml_document content, styles, meta, settings;
    const Roots roots{
        content.append_child("office:document-content"), styles.append_child("office:document-styles"),
        meta.append_child("office:document-meta"), settings.append_child("office:document-settings")};
    spread(document.m_content.document_element(), roots);
    auto parts = document.m_parts;
    pull_out(roots.content, parts);
    pull_out(roots.styles, parts);
    return package_of({{"content.xml", to_xml(content)},
                       {"styles.xml", to_xml(styles)},
                       {"meta.xml", to_xml(meta)},
                       {"settings.xml", to_xml(settings)}},
                      parts);
}

std::string to_flat(const Document& document) {
    if (document.m_flat) return to_xml(document.m_content);
    pugi::xml_document flat;
    auto root = flat.append_child("office:document");
    declare_namespaces(root);
    root.append_attribute("office:mimetype") = spreadsheet_type;
    gather(root, {document.m_content.document_element(), document.m_styles.document_element(),
                  document.m_meta.document_element(), document.m_settings.document_element()});
    put_in(root, document.m_parts);
    return to_xml(flat);
}

} // namespace termbook::odf
