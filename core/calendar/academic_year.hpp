// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/date.hpp"

#include <string>
#include <vector>

namespace termbook {

enum class Season { autumn, spring, summer };

/// A term as the trust keeps it. Trusts with six terms say which season each belongs to.
struct Term {
    std::string name;
    Season season{Season::autumn};
    Date from;
    Date to;
};

struct AcademicYear {
    std::string name; ///< "2025/26"
    Date from;
    Date to;
    std::vector<Term> terms; ///< in order of time

    bool contains(Date date) const { return from <= date && date <= to; }
};

} // namespace termbook
