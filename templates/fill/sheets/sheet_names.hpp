// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <set>
#include <string>

namespace termbook::fill {

/// Finds names for sheets that every spreadsheet program takes.
class SheetNames {
  public:
    /// A name that stays as it is.
    void take(const std::string& name);

    /// The nearest to `wanted` that is free: without the characters that Excel forbids ([ ] : * ? / \ become
    /// hyphens, an apostrophe at either end goes), of at most 31 characters, unlike every other name whatever
    /// the case (" (2)" behind it).
    std::string make(const std::string& wanted);

  private:
    std::set<std::string> m_taken{"history"}; ///< in small letters; Excel keeps that one for itself
};

} // namespace termbook::fill
