// SPDX-License-Identifier: MPL-2.0
#include "templates/odf/package.hpp"

#include "core/diagnostics/error.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>
#include <string>

namespace termbook::odf {
namespace {

using ::testing::HasSubstr;

std::string error_of(const std::string& bytes) {
    try {
        read_package(bytes);
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

/// Every place where `from` stands, both in a member's header and in the directory.
std::string replaced(std::string bytes, const std::string& from, const std::string& to) {
    for (auto at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + to.size()))
        bytes.replace(at, from.size(), to);
    return bytes;
}

const std::string two = write_package({{"first.xml", "stored as it is"}, {"other.xml", "the second member"}});

RC_GTEST_PROP(Package, members_come_back_as_they_went_in, (const std::string& a, const std::string& b)) {
    const auto members = read_package(write_package({{"a", a}, {"folder/b", b}}));
    RC_ASSERT(members.at("a") == a);
    RC_ASSERT(members.at("folder/b") == b);
}

TEST(Package, an_archive_cut_short_anywhere_is_refused) {
    for (std::size_t size = 0; size < two.size(); ++size)
        EXPECT_THAT(error_of(two.substr(0, size)), HasSubstr("found a zip archive")) << size;
}

TEST(Package, two_members_of_one_name_are_refused) {
    EXPECT_THAT(error_of(replaced(two, "other.xml", "first.xml")),
                HasSubstr("two members named 'first.xml'"));
}

TEST(Package, a_path_that_leads_outside_is_refused) {
    EXPECT_THAT(error_of(replaced(two, "other.xml", "../er.xml")), HasSubstr("leads outside the package"));
    EXPECT_THAT(error_of(replaced(two, "other.xml", "/ther.xml")), HasSubstr("leads outside the package"));
    EXPECT_THAT(error_of(replaced(two, "other.xml", "a\\her.xml")), HasSubstr("leads outside the package"));
}

TEST(Package, data_that_was_damaged_is_refused_with_its_member) {
    EXPECT_THAT(error_of(replaced(two, "stored as it is", "stored as it was")), HasSubstr("found"));
    EXPECT_THAT(error_of(replaced(two, "stored as it is", "stored as it Is")),
                HasSubstr("damaged data in the member 'first.xml'"));
}

TEST(Package, an_encrypted_member_is_refused_with_the_remedy) {
    auto bytes = two;
    const auto directory = bytes.find("PK\x01\x02");
    bytes[directory + 8] = static_cast<char>(bytes[directory + 8] | 1);
    EXPECT_THAT(error_of(bytes),
                HasSubstr("the encrypted member 'first.xml'; expected a package without a password; save"));
}

TEST(Package, members_that_overlap_are_refused) {
    auto bytes = two;
    const auto first = bytes.find("PK\x01\x02");
    const auto second = bytes.find("PK\x01\x02", first + 4);
    bytes.replace(second + 42, 4, bytes.substr(first + 42, 4)); // both members begin at one place
    EXPECT_THAT(error_of(bytes), HasSubstr("members that overlap"));
}

TEST(Package, a_member_that_blows_up_beyond_reason_is_refused) {
    EXPECT_THAT(error_of(write_package({{"mimetype", "x"}, {"content.xml", std::string(40'000'000, ' ')}})),
                HasSubstr("the member 'content.xml', which blows up more than 500 times"));
}

} // namespace
} // namespace termbook::odf
