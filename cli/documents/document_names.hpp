// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/documents/template_store.hpp"

#include <map>
#include <string>

namespace termbook::cli {

/// The names of what one call writes into a folder: no document may take the place of another.
class DocumentNames {
  public:
    /// Throws Error (usage for what was asked for twice, else refused) when the name is taken: by which
    /// template, of which school. The job must outlive the names.
    void take(const std::string& name, const TemplateJob& job, const std::string& school);

  private:
    struct Taken {
        const TemplateJob* job;
        std::string school;
    };
    std::map<std::string, Taken> m_taken;
};

} // namespace termbook::cli
