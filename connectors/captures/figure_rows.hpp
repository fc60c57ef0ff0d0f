// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/model/trust.hpp"

#include <Poco/Data/Session.h>

#include <cstddef>
#include <cstdint>
#include <map>

namespace termbook::captures {

/// Where what has a number in the store stands in Captures.
using Places = std::map<std::int64_t, std::size_t>;

/// Reads the figures of the trust's schools and years into `trust.captures`, whose runs and sources have been
/// read. Others, and rows that contradict themselves, become issues.
void read_figures(Poco::Data::Session& session, const Places& runs, const Places& sources, Trust& trust);

} // namespace termbook::captures
