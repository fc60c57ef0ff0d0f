// SPDX-License-Identifier: MPL-2.0
#include "connectors/workspace/inspection.hpp"
#include "tests/connectors/temporary_folder.hpp"

#include <gtest/gtest.h>

namespace termbook {

TEST(Inspection, of_marks_by_a_systems_own_numbers_misses_no_list_of_pupils) {
    const TemporaryFolder folder;
    folder.write("marks.csv",
                 "STUDENT_ID,RAW_MARK,PERIOD,DATE\n17,/,MORNING,2025-09-01\n23,/,MORNING,2025-09-01\n");
    const auto found = inspect_file(folder.path() / "marks.csv", folder.path());
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].report.title, "Arbor attendance marks");
    EXPECT_EQ(found[0].report.rows, 2u);
    EXPECT_TRUE(found[0].issues.empty()) << to_string(found[0].issues.issues().front());
}

} // namespace termbook
