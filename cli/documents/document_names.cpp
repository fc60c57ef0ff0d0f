// SPDX-License-Identifier: MPL-2.0
#include "cli/documents/document_names.hpp"

#include "core/diagnostics/error.hpp"

#include <fmt/format.h>

namespace termbook::cli {

void DocumentNames::take(const std::string& name, const TemplateJob& job, const std::string& school) {
    const auto [known, is_new] = m_taken.try_emplace(name, Taken{&job, school});
    if (is_new) return;
    const Taken& first = known->second;
    const bool one_template = first.job->document.name() == job.document.name();
    const bool one_document = one_template && first.school == school;
    std::string remedy = "give one of them another title (in LibreOffice: File, Properties)";
    if (one_document)
        remedy = "name it, and its format, once";
    else if (one_template)
        remedy = "give the schools different names in termbook.xml";
    throw Error({name, 0, 0, {}},
                fmt::format("two documents of this name, of the template {} for {} and of {} for {}",
                            first.job->document.name(), first.school, job.document.name(), school),
                "a name of its own for each document", std::move(remedy),
                one_document ? ErrorKind::usage : ErrorKind::refused);
}

} // namespace termbook::cli
