// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <pugixml.hpp>

namespace termbook::odf {

/// The four roots that a package keeps apart; any of them may be null.
struct Roots {
    pugi::xml_node content;
    pugi::xml_node styles;
    pugi::xml_node meta;
    pugi::xml_node settings;
};

/// Gathers the parts of a package under `flat` (office:document). Where an automatic style of the page styles
/// has the name of another one of the content, it gets a new name.
void gather(pugi::xml_node flat, const Roots& parts);

/// Spreads a flat document over the parts of a package.
void spread(pugi::xml_node flat, const Roots& parts);

} // namespace termbook::odf
