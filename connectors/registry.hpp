// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"
#include "connectors/profiles/recognition.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace termbook {

/// What an export is, and how that was told.
struct Recognised {
    const Profile* profile{nullptr};
    std::optional<RecognisedTable> table; ///< of exports that are tables
    std::string why;
};

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

/// Tells what an export is from its first bytes and rows. Throws Error when no profile fits.
Recognised recognise(const std::filesystem::path& path, const std::string& name,
                     const std::vector<const Profile*>& profiles);

/// Reads a recognised export. Throws Error when it cannot be used; issues go to the trust.
Loaded load(const ExportFile& file, const Recognised& recognised, Intake& intake);

} // namespace termbook
