// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/profiles/own_xml.hpp"
#include "core/model/trust.hpp"

namespace termbook {

/// Reads the <target>s of a termbook.xml: `figure`, `at-least` or `at-most`, and perhaps for whom and when:
/// `school`, `phase`, `year` (group), `group`, `subject`, `period` (or `term`). The trust's schools and
/// calendar must be there. Throws Error with the place; two targets that contradict each other are an issue.
void read_targets(const OwnXml& xml, Trust& trust);

} // namespace termbook
