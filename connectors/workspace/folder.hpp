// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/profiles/profile.hpp"
#include "core/calendar/date.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace termbook {

/// Every file below a folder, in the order of their names, but for those that offices and systems leave there
/// for themselves (see is_left_behind). A folder that cannot be opened stands for what is in it; one that is
/// not there holds nothing.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder);

/// The day on which an export was made: the date in its name, which a copy keeps (2026-03-27, 27-03-2026,
/// 20260327), else the day on which the file was last changed, if the system tells.
std::optional<Date> made_on(const std::filesystem::path& file, const std::string& name);

/// The profiles by which a workspace's exports are recognised: those of its `profiles` go before those that
/// Termbook brings.
class KnownProfiles {
  public:
    KnownProfiles() = default; ///< those that Termbook brings
    /// Throws Error with the place when a file of the folder is no profile.
    explicit KnownProfiles(const std::filesystem::path& workspace);

    std::vector<const Profile*> all() const;

  private:
    std::vector<Profile> m_own;
};

} // namespace termbook
