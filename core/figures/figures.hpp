// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/disclosure/audience.hpp"
#include "core/figures/figure.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace termbook {

class Pack;
struct Trust;

/// What a mark like `{{school.name}}` shows.
using Field = std::variant<std::string, double, Date>;
using Fields = std::map<std::string, Field, std::less<>>;

/// One value of a dimension: a school, a year group, a term …
struct Member {
    Selectors selectors; ///< what a block sets for the marks inside it: {"year": "4"}
    Fields fields;       ///< {"year.name": "Year 4", "year.key": "4"}
};

/// A figure's target, as the workspace states it.
struct Target {
    double value{0};
    bool at_least{true}; ///< otherwise at most
};

/// Where a figure stands against its target; "close" is off target by less than one point.
enum class TargetStatus { on_track, close, off_track };

/// "On track", "Close", "Off track".
std::string_view to_string(TargetStatus status);

struct FigureOptions {
    Audience audience{Audience::governors};
    std::string school; ///< URN of the school that marks without a `school` mean; empty: the whole trust
    std::string
        period; ///< what marks without a `period` mean; empty: the latest year with data, to its last session
    /// What is shown to the same readers besides; it must outlive the figures. Null: figures are judged one
    /// by one.
    Pack* pack{nullptr};
};

/// Answers for every figure of one loaded trust, which must outlive it. What has been counted is kept.
class Figures {
  public:
    Figures(const Trust& trust, FigureOptions options);
    ~Figures();
    Figures(Figures&&) noexcept;

    /// The figure asked for. Throws Error (without a place) for an unknown figure, selector or value, with
    /// what is known and the nearest spelling.
    FigureAnswer answer(const FigureRequest& request) const;

    /// What can be told to be wrong about a request without counting: the same errors as `answer`.
    void check(const FigureRequest& request) const;

    /// The members of a dimension within a scope, in the order people list them. Throws Error for an unknown
    /// dimension. What a figure cannot be asked for is left out where it is said which (`figure`): codes are
    /// those of possible sessions, of which a percentage is a share, and for a count those of sessions that
    /// were not possible, too; types are those of the incidents that it counts.
    std::vector<Member> members(std::string_view dimension, const Selectors& scope,
                                const FigureDefinition* figure = nullptr) const;

    /// The fields of what the scope selects (its school, year group …), and `trust.name`, `period.name`,
    /// `period.from`, `period.to`, `as_at`, and `disclosure.note`: from whom how much is withheld.
    Fields fields(const Selectors& scope) const;

    /// The target of a figure, if there is one.
    std::optional<Target> target(const FigureRequest& request) const;

    /// Where the figure stands; none without a value or a target.
    std::optional<TargetStatus> target_status(const FigureRequest& request) const;

    /// Since when the figure is off its target: the first of the months up to the end of the period, without
    /// a break, at whose end the figure so far, counted from the start of the period, was off target. None
    /// when it is on target now, or when no month is known.
    std::optional<Period> off_target_since(const FigureRequest& request) const;

    const FigureOptions& options() const;

    /// What marks may repeat over, and select by: for `check` and for messages.
    static const std::vector<std::string_view>& dimensions();
    static const std::vector<std::string_view>& selector_names();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace termbook
