// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/functions/date_format.hpp"

#include "templates/formulas/evaluation/dates.hpp"

#include <cmath>
#include <fmt/format.h>
#include <vector>

namespace termbook::formulas {

namespace {

/// A run of one letter, or text that stands for itself (letter 0). Minutes are `n`, to tell them from months.
struct Piece {
    char letter{0};
    std::size_t length{0};
    std::string text;
};

constexpr std::string_view letters = "dmyhs";

/// An `m` beside hours or seconds is minutes.
void tell_minutes(std::vector<Piece>& pieces) {
    char before = 0;
    Piece* month = nullptr; // the last `m`, which a following `s` makes minutes
    for (auto& piece : pieces) {
        if (piece.letter == 0) continue;
        if (piece.letter == 'm' && before == 'h') piece.letter = 'n';
        if (piece.letter == 's' && month != nullptr) month->letter = 'n';
        month = piece.letter == 'm' ? &piece : nullptr;
        before = piece.letter;
    }
}

bool is_known(const Piece& piece) {
    switch (piece.letter) {
    case 'd':
    case 'm':
        return piece.length <= 4;
    case 'y':
        return piece.length == 2 || piece.length == 4;
    case 'h':
    case 'n':
    case 's':
        return piece.length <= 2;
    default:
        return true;
    }
}

std::optional<std::vector<Piece>> read_pieces(std::string_view code) {
    constexpr std::string_view plain = " /-.,:";
    std::vector<Piece> pieces;
    bool any = false;
    for (std::size_t at = 0; at < code.size();) {
        const char c = code[at] >= 'A' && code[at] <= 'Z' ? static_cast<char>(code[at] + 32) : code[at];
        if (letters.find(c) != std::string_view::npos) {
            const auto end = code.find_first_not_of(code[at], at);
            const std::size_t length = (end == std::string_view::npos ? code.size() : end) - at;
            pieces.push_back({.letter = c, .length = length, .text = {}});
            at += length;
            any = true;
        } else if (c == '"') {
            const auto end = code.find('"', at + 1);
            if (end == std::string_view::npos) return std::nullopt;
            pieces.push_back(
                {.letter = 0, .length = 0, .text = std::string(code.substr(at + 1, end - at - 1))});
            at = end + 1;
        } else if (plain.find(c) != std::string_view::npos) {
            pieces.push_back({.letter = 0, .length = 0, .text = std::string(1, c)});
            ++at;
        } else {
            return std::nullopt;
        }
    }
    tell_minutes(pieces);
    for (const auto& piece : pieces)
        if (!is_known(piece)) return std::nullopt;
    if (!any) return std::nullopt;
    return pieces;
}

/// "7", "07", "Jul", "July" by the length.
std::string named(int number, std::string_view name, std::size_t length) {
    if (length <= 2) return fmt::format("{:0{}}", number, length);
    return std::string(length == 3 ? name.substr(0, 3) : name);
}

std::string show(const Piece& piece, const Day& day, long seconds) {
    switch (piece.letter) {
    case 'd':
        return named(day.day, weekday_name(day.weekday), piece.length);
    case 'm':
        return named(day.month, month_name(day.month), piece.length);
    case 'y':
        return piece.length == 2 ? fmt::format("{:02}", day.year % 100) : fmt::format("{:04}", day.year);
    case 'h':
        return fmt::format("{:0{}}", seconds / 3600, piece.length);
    case 'n':
        return fmt::format("{:0{}}", seconds / 60 % 60, piece.length);
    case 's':
        return fmt::format("{:0{}}", seconds % 60, piece.length);
    default:
        return piece.text;
    }
}

} // namespace

bool can_format_date(std::string_view code) {
    return read_pieces(code).has_value();
}

std::optional<std::string> format_date(std::string_view code, double serial) {
    const auto pieces = read_pieces(code);
    if (!pieces) return std::nullopt;
    constexpr long seconds_a_day = 86400;
    double whole = std::floor(serial);
    long seconds = std::lround((serial - whole) * seconds_a_day);
    if (seconds == seconds_a_day) {
        seconds = 0;
        ++whole;
    }
    const auto day = to_day(whole);
    if (!day) return std::nullopt;
    std::string text;
    for (const auto& piece : *pieces)
        text += show(piece, *day, seconds);
    return text;
}

} // namespace termbook::formulas
