// SPDX-License-Identifier: MPL-2.0
#include "tests/cli/sample/sample_workspace.hpp"

#include "cli/sample/sample.hpp"
#include "tests/connectors/temporary_folder.hpp"

namespace termbook::test {

const std::filesystem::path& sample_folder() {
    static const TemporaryFolder folder;
    static const std::filesystem::path path = [] {
        write_sample(folder.path());
        return folder.path();
    }();
    return path;
}

const Workspace& sample_workspace() {
    static const Workspace workspace = load_workspace(sample_folder());
    return workspace;
}

} // namespace termbook::test
