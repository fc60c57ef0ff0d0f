// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>

namespace termbook::writers {

using Colour = std::uint32_t; ///< 0xRRGGBB

/// How letters look. What a style does not say is what the style below it says.
struct Letters {
    std::string font{"Liberation Sans"};
    double size{10}; ///< points
    bool bold{false};
    bool italic{false};
    bool struck{false};
    int underlines{0};            ///< 0, 1 or 2
    int raised{0};                ///< 1: superscript, -1: subscript
    std::optional<Colour> colour; ///< none: the window's

    friend auto operator<=>(const Letters&, const Letters&) = default;
};

/// The line styles that the sheet format has; the numbers are its own.
enum class Line : std::uint8_t {
    none = 0,
    thin = 1,
    medium = 2,
    dashed = 3,
    dotted = 4,
    thick = 5,
    twice = 6,
    hair = 7,
    medium_dashed = 8,
    dash_dot = 9,
    medium_dash_dot = 10,
    dash_dot_dot = 11,
    medium_dash_dot_dot = 12,
};

struct Border {
    Line line{Line::none};
    Colour colour{0};

    friend auto operator<=>(const Border&, const Border&) = default;
};

enum class Across : std::uint8_t { automatic, left, centre, right, justified, filled };
enum class Down : std::uint8_t { bottom, middle, top, justified };

/// How a cell looks once its styles have been put together.
struct Look {
    Letters letters;
    std::optional<Colour> fill;
    std::array<Border, 4> borders; ///< left, right, top, bottom
    Border rising;                 ///< the diagonal from the bottom left
    Border falling;                ///< the diagonal from the top left
    Across across{Across::automatic};
    Down down{Down::bottom};
    bool wrapped{false};
    bool shrunk{false};
    bool stacked{false};
    int rotation{0};  ///< degrees, -90 to 90
    double indent{0}; ///< points
    double above{1};  ///< points kept free above the text, and below it
    double below{1};
    bool locked{true};
    bool formula_hidden{false};
    std::string number_format; ///< the code in the sheet format; empty: general

    friend auto operator<=>(const Look&, const Look&) = default;
};

/// Font families by the names that styles call them (`style:font-name`).
class Fonts {
  public:
    explicit Fonts(pugi::xml_node declarations, pugi::xml_node more = {});
    std::string family(const std::string& name) const;

  private:
    pugi::xml_node m_first;
    pugi::xml_node m_second;
};

/// Lays what a style says (style:text-properties) over what letters look like so far.
void apply_text_properties(Letters& letters, pugi::xml_node properties, const Fonts& fonts);

/// Lays what a cell style says (all its property elements) over a look.
void apply_style(Look& look, pugi::xml_node style, const Fonts& fonts);

} // namespace termbook::writers
