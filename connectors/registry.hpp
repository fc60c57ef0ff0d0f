// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"
#include "connectors/recognise.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace termbook {

/// What was read of an export.
struct Loaded {
    std::uint64_t rows{0};
    std::optional<Date> as_at; ///< where the export states one
    std::string sha256;
};

/// One way of reading exports into the model. A profile names its connector by `id`.
struct Connector {
    std::string_view id;
    std::string_view title;
    Loaded (*load)(const ExportFile& file, const Recognised& recognised, Intake& intake);
};

/// All connectors, in the order in which exports are read: lists of pupils before the marks that refer to
/// them.
std::span<const Connector> connectors();

/// The place of a profile's connector in that order.
std::size_t reading_order(const Profile& profile);

/// Reads a recognised export, or the sheet of it that was. Throws Error when it cannot be used; issues go to
/// the trust.
Loaded load(const ExportFile& file, const Recognised& recognised, Intake& intake);

} // namespace termbook
