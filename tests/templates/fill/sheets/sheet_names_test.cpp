// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/sheets/sheet_names.hpp"

#include <gtest/gtest.h>
#include <utility>

namespace termbook::fill {
namespace {

TEST(SheetNames, hold_nothing_that_excel_forbids) {
    for (const auto& [wanted, made] : std::initializer_list<std::pair<std::string, std::string>>{
             {"Ashwell", "Ashwell"},
             {"Year 3/4", "Year 3-4"},
             {"[a]:b*c?d/e\\f", "-a--b-c-d-e-f"},
             {" 'St Anne's' ", "St Anne's"},
             {"", "Sheet"},
             {"''", "Sheet"},
             {"a\nb", "a b"},
             {"History", "History (2)"},
             {"St Bartholomew's Church of England Primary", "St Bartholomew's Church of Engl"},
             {std::string(30, 'x') + " y", std::string(30, 'x')},
             {std::string(30, 'x') + "\xF0\x9F\x8F\xABz", std::string(30, 'x')},
             {std::string(29, 'x') + "\xF0\x9F\x8F\xABz", std::string(29, 'x') + "\xF0\x9F\x8F\xAB"},
             {std::string(30, 'x') + "\xC3\xA9z", std::string(30, 'x') + "\xC3\xA9"},
         })
        EXPECT_EQ(SheetNames().make(wanted), made);
}

TEST(SheetNames, are_all_unlike_whatever_the_case) {
    SheetNames names;
    names.take("Front");
    EXPECT_EQ(names.make("FRONT"), "FRONT (2)");
    EXPECT_EQ(names.make("front"), "front (3)");
    EXPECT_EQ(names.make("\xC3\x89"
                         "cole"),
              "\xC3\x89"
              "cole");
    EXPECT_EQ(names.make("\xC3\xA9"
                         "cole"),
              "\xC3\xA9"
              "cole (2)");
    EXPECT_EQ(names.make(std::string(40, 'x')), std::string(31, 'x'));
    EXPECT_EQ(names.make(std::string(40, 'x')), std::string(27, 'x') + " (2)");
}

} // namespace
} // namespace termbook::fill
