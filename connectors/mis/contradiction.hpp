// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

namespace termbook {

/// Takes `seen` where nothing was known; says whether the two contradict each other.
template<typename Value>
bool contradicts(Value& known, const Value& seen, const Value& nothing) {
    if (seen == nothing || seen == known) return false;
    if (known != nothing) return true;
    known = seen;
    return false;
}

template<typename Value>
bool contradicts(std::optional<Value>& known, const std::optional<Value>& seen) {
    return contradicts(known, seen, std::optional<Value>{});
}

} // namespace termbook
