// SPDX-License-Identifier: MPL-2.0
#include "cli/commands/commands.hpp"

#include "cli/comparing/comparison_report.hpp"
#include "cli/comparing/sides.hpp"
#include "cli/session.hpp"

#include <algorithm>

namespace termbook::cli {

ExitStatus compare(const WorkspaceOptions& workspace, const CompareOptions& options) {
    const Sides sides = open_sides(workspace, options);
    const ComparisonReport report(sides.a.trust, sides.b.trust, options.audience);
    report.print(options);
    if (workspace.strict && !report.all_identical()) return with_issues;
    return std::max(status_of(workspace, sides.a), status_of(workspace, sides.b));
}

} // namespace termbook::cli
