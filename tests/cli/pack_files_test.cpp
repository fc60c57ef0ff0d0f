// SPDX-License-Identifier: MPL-2.0
// The files that list templates: what is wrong with one is said at its line, by `check` as by `build`.
#include "tests/cli/running/command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook::test {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class PackFiles : public testing::Test {
  protected:
    PackFiles() {
        m_folder.file("termbook.xml", R"(<termbook version="1"><trust name="T"/>
<school urn="100001" name="Ashwell" phase="primary"/><school urn="100002" name="Brookfield" phase="primary"/>
<year name="2025/26" from="2025-09-01" to="2026-08-31"/></termbook>)");
        m_folder.file("exports/pupils.csv", "UPN,School,Year\nX1,100001,4\nX2,100002,4\n");
        page("one", "A page", "{{pupils.roll}}");
        page("other", "A page", "{{school.name}}");
        page("third", "Another page", "{{school.name}}");
    }

    void page(const std::string& name, const std::string& title, const std::string& cell) const {
        const std::string spaces = R"( xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0")"
                                   R"( xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0")"
                                   R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0")"
                                   R"( xmlns:dc="http://purl.org/dc/elements/1.1/")";
        m_folder.file(
            "templates/" + name + ".fods",
            "<office:document" + spaces +
                R"( office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">)"
                "<office:meta><dc:title>" +
                title +
                R"(</dc:title></office:meta><office:body><office:spreadsheet><table:table table:name="P">)"
                R"(<table:table-row><table:table-cell office:value-type="string"><text:p>)" +
                cell +
                "</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>"
                "</office:body></office:document>");
    }

    void pack(const std::string& content) const { m_folder.file("templates/ours.xml", content); }

    Outcome run(std::vector<std::string> arguments) const {
        arguments.insert(arguments.end(), {"--workspace", m_folder.path().string()});
        return termbook(arguments);
    }

    void expect_refused(const std::string& said) const {
        for (const std::string command : {"check", "build"}) {
            const Outcome refused = run({command, "ours"});
            EXPECT_EQ(refused.status, 3) << command;
            EXPECT_THAT(refused.err, HasSubstr("templates/ours.xml:" + said)) << command;
        }
    }

    std::vector<std::string> built() const { return files_below(m_folder.path() / "packs"); }

    const Folder m_folder;
};

} // namespace

TEST_F(PackFiles, of_another_version_are_refused) {
    pack(R"(<pack version="2"><template name="one"/></pack>)");
    expect_refused("1:2: found another version; expected version=\"1\"");
    pack(R"(<pack><template name="one"/></pack>)");
    expect_refused("1:2: found <pack> without version");
}

TEST_F(PackFiles, that_name_an_unknown_template_or_format_are_refused_at_its_line) {
    pack("<pack version=\"1\">\n<template name=\"one\"/>\n<template name=\"otter\"/>\n</pack>");
    expect_refused("3:2: found no template or pack 'otter'");
    pack("<pack version=\"1\">\n<template name=\"one\" as=\"ods,docx\"/>\n</pack>");
    expect_refused("2:2: found the format 'docx'; expected xlsx, ods, fods or pdf");
}

TEST_F(PackFiles, whose_documents_would_have_one_name_are_refused_before_any_is_written) {
    pack(
        R"(<pack version="1"><template name="third"/><template name="one"/><template name="other"/></pack>)");
    const Outcome twice = run({"build", "ours", "--school", "all"});
    EXPECT_EQ(twice.status, 3);
    EXPECT_THAT(twice.err, AllOf(HasSubstr("Ashwell A page 2025-26.xlsx: found two documents of this name"),
                                 HasSubstr("templates/one.fods for 100001"),
                                 HasSubstr("templates/other.fods for 100001"), HasSubstr("another title")));
    EXPECT_TRUE(built().empty());
    pack(R"(<pack version="1"><template name="third"/><template name="one"/></pack>)");
    EXPECT_EQ(run({"build", "ours", "--school", "all", "--as", "ods,fods"}).status, 0);
    EXPECT_EQ(built().size(), 8U);
    EXPECT_EQ(run({"build", "ours", "--as", "ods,ods"}).status, 2);
}

TEST_F(PackFiles, name_documents_by_titles_whose_marks_are_filled) {
    page("one", "Roll of {{school.name}} ({{pupils.roll}})", "x");
    EXPECT_EQ(run({"build", "one", "--school", "all"}).status, 0);
    EXPECT_THAT(built(), testing::ElementsAre("Ashwell Roll of Ashwell (c) 2025-26.xlsx",
                                              "Brookfield Roll of Brookfield (c) 2025-26.xlsx"));
    page("one", "{{#if pupils.rol}}x{{/if}}", "x");
    EXPECT_EQ(run({"build", "one"}).status, 3);
}

TEST_F(PackFiles, and_templates_are_checked_for_the_trust_and_for_a_school) {
    page("one", "A page", "{{#if school.phase = primary}}{{pupils.roll}}{{/if}}");
    const Outcome school_only = run({"check", "one"});
    EXPECT_EQ(school_only.status, 0) << school_only.out;
    EXPECT_THAT(school_only.out,
                AllOf(HasSubstr("  for the trust: "), HasSubstr("school.phase"),
                      HasSubstr("  every mark resolves for a school\n"), Not(HasSubstr("for a school: "))));
    EXPECT_EQ(run({"check", "one", "--strict"}).status, 1);
    EXPECT_EQ(run({"build", "one", "--school", "100001"}).status, 0);
    EXPECT_EQ(run({"build", "one", "--school", "trust"}).status, 3);
    page("one", "A page", "{{school.phase}}{{pupils.rol}}");
    const Outcome neither = run({"check", "one"});
    EXPECT_EQ(neither.status, 3);
    EXPECT_THAT(neither.out, AllOf(HasSubstr("did you mean 'pupils.roll'?"), HasSubstr("  for the trust: ")));
}

} // namespace termbook::test
