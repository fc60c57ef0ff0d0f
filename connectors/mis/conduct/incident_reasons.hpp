// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace termbook {

/// A longer reason is a report of what happened, in which somebody may be named.
inline constexpr std::size_t longest_reason = 80;

/// In so many rows of an export a text is a word of a list, whatever it looks like.
inline constexpr std::size_t rows_of_listed_reason = 6;

/// What the reasons of a list look like, for messages.
std::string listed_reasons();

/// Whether a reason that systems do not know, met in so many rows of an export, may be somebody's account of
/// what happened rather than one of a list: it has many words, or digits or brackets (of a class), or is long
/// and was met once only.
bool may_be_account(std::string_view reason, std::size_t rows);

} // namespace termbook
