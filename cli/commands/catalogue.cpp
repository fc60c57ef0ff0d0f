// SPDX-License-Identifier: MPL-2.0
#include "cli/commands/commands.hpp"

#include "cli/figures_page.hpp"
#include "cli/table.hpp"
#include "core/figures/catalogue.hpp"

#include <iostream>
#include <utility>

namespace termbook::cli {

ExitStatus catalogue_page() {
    std::cout << figures_page();
    return done;
}

ExitStatus catalogue(TableFormat format) {
    Table table({"figure", "title", "unit", "counted", "out of", "definition"});
    for (const FigureDefinition& figure : termbook::catalogue()) {
        std::string key(figure.key);
        if (figure.needs_code) key += " code=…";
        if (figure.needs_subject) key += " subject=…";
        table.add({std::move(key), std::string(figure.title), std::string(to_string(figure.unit)),
                   std::string(figure.numerator), std::string(figure.denominator),
                   std::string(figure.definition)});
    }
    table.print(format);
    return done;
}

} // namespace termbook::cli
