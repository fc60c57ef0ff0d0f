// SPDX-License-Identifier: MPL-2.0
// What people really hand in: each is refused or reported with its place and a remedy, and nothing is left
// half done.
#include "tests/cli/running/command.hpp"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <sys/wait.h>

namespace termbook::test {

namespace {

constexpr auto settings = R"(<termbook version="1"><trust name="T"/><school urn="100001" name="A"/>
<year name="2025/26" from="2025-09-01" to="2026-08-31"/></termbook>)";

constexpr auto good_header =
    "UPN,Surname,Forename,DOB,Gender,Reg,Year,Possible,Authorised absences,Unauthorised absences\n";

/// A workspace with one export, which is all that is wrong with it.
class OneExport {
  public:
    OneExport(const std::string& name, const std::string& bytes) {
        m_folder.file("termbook.xml", settings);
        m_folder.file("exports/" + name, bytes);
    }
    Outcome figures() const { return termbook({"figures", "--workspace", path(), "--audience", "staff"}); }
    Outcome inspect() const { return termbook({"inspect", "--workspace", path()}); }
    std::string path() const { return m_folder.path().string(); }

  private:
    Folder m_folder;
};

void expect_refused(const OneExport& workspace, const std::string& place, const std::string& found) {
    const Outcome run = workspace.figures();
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find(place), std::string::npos) << run.err;
    EXPECT_NE(run.err.find(found), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("; expected "), std::string::npos) << run.err;
    EXPECT_TRUE(run.out.empty()) << run.out;
}

std::string row(const std::string& born, const std::string& year) {
    return "A123456789012,Mouse,Minnie," + born + ",F,4A," + year + ",300,10,5\n";
}

} // namespace

TEST(BadInput, a_file_that_no_profile_fits_is_refused) {
    expect_refused({"lunch.csv", "Dish,Price\nPie,2.50\n"}, "exports/lunch.csv", "no profile knows");
}

TEST(BadInput, a_doctype_is_refused_with_its_line) {
    expect_refused({"ctf.xml", "<?xml version=\"1.0\"?>\n<!DOCTYPE CTfile [<!ENTITY a \"b\">]>\n<CTfile/>"},
                   "exports/ctf.xml:2", "DOCTYPE");
}

TEST(BadInput, a_header_without_a_pupil_identifier_is_refused_with_its_line) {
    expect_refused({"sims.csv", "Surname,Forename,DOB,Gender,Reg,Year\nMouse,Minnie,01/02/2016,F,4A,Y4\n"},
                   "exports/sims.csv:1", "without a pupil identifier");
}

TEST(BadInput, a_date_that_is_no_day_is_reported_and_the_pupil_counted) {
    const OneExport workspace("sims.csv", good_header + row("31/02/2016", "Y4"));
    const Outcome run = workspace.inspect();
    EXPECT_EQ(run.status, 0);
    EXPECT_NE(run.out.find("exports/sims.csv:2:28 (DOB): found a date that is no day"), std::string::npos)
        << run.out;
    EXPECT_NE(workspace.figures().out.find("attendance.possible"), std::string::npos);
}

TEST(BadInput, an_impossible_year_group_is_reported_and_the_pupil_counted_without_one) {
    const OneExport workspace("sims.csv", good_header + row("01/02/2016", "Y14"));
    EXPECT_NE(workspace.inspect().out.find("(Year): found the year group 'Y14'"), std::string::npos);
    const Outcome run =
        termbook({"explain", "attendance.rate", "--workspace", workspace.path(), "--audience", "staff"});
    EXPECT_NE(run.out.find("285 of 300"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("1 pupil has no year group: counted"), std::string::npos) << run.out;
}

TEST(BadInput, an_unknown_mark_is_reported_and_counted_nowhere) {
    const OneExport workspace("marks.csv", "UPN,Date,Session,Code\nA123456789012,2025-09-08,AM,/\n"
                                           "A123456789012,2025-09-08,PM,@\n");
    EXPECT_NE(workspace.inspect().out.find("exports/marks.csv:3:29 (Code): found the mark '@'"),
              std::string::npos)
        << workspace.inspect().out;
    const Outcome run =
        termbook({"explain", "attendance.rate", "--workspace", workspace.path(), "--audience", "staff"});
    EXPECT_NE(run.out.find("1 of 1"), std::string::npos) << run.out;
}

TEST(BadInput, no_message_holds_a_pupils_name_number_or_birthday) {
    const OneExport workspace("sims.csv", good_header + row("31/02/2016", "Y14") + row("01/02/2016", "Y4") +
                                              "A123456789012,Mouse,Minnie,x,?,4A,,many,10,5\n");
    const Outcome run = workspace.inspect();
    for (const auto* secret : {"Mouse", "Minnie", "A123456789012", "31/02/2016"})
        EXPECT_EQ(run.out.find(secret), std::string::npos) << secret << " in " << run.out;
}

namespace {

std::string template_with(const std::string& cell) {
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="Overview"><table:table-row><table:table-cell/></table:table-row><table:table-row><table:table-cell/><table:table-cell office:value-type="string"><text:p>)" +
           cell +
           "</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></"
           "office:document>";
}

} // namespace

TEST(BadInput, an_unknown_mark_in_a_template_is_refused_with_sheet_cell_and_nearest_name) {
    const Folder folder;
    const auto file = folder.file("mine.fods", template_with("{{attendance.rat}}"));
    for (const std::string command : {"build", "check"}) {
        const Outcome run = termbook({command, file.string(), "--workspace", sample_trust().string()});
        EXPECT_EQ(run.status, 3) << command;
        const std::string said = run.out + run.err;
        EXPECT_NE(said.find("sheet 'Overview', cell B2"), std::string::npos) << said;
        EXPECT_NE(said.find("did you mean 'attendance.rate'?"), std::string::npos) << said;
    }
}

TEST(BadInput, an_unclosed_block_is_refused_with_its_cell) {
    const Folder folder;
    const auto file = folder.file("mine.fods", template_with("{{#each year}}"));
    const auto output = folder.path() / "out";
    const Outcome run =
        termbook({"build", file.string(), "--workspace", sample_trust().string(), "-o", output.string()});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("sheet 'Overview', cell B2"), std::string::npos) << run.err;
    EXPECT_FALSE(std::filesystem::exists(output));
}

TEST(BadInput, a_template_that_is_no_spreadsheet_is_refused) {
    const Folder folder;
    const auto file = folder.file("mine.ods", "not a document");
    EXPECT_EQ(termbook({"build", file.string(), "--workspace", sample_trust().string()}).status, 3);
    EXPECT_EQ(termbook({"build", "no-such-template", "--workspace", sample_trust().string()}).status, 3);
}

TEST(BadInput, a_path_that_cannot_be_looked_at_is_said_so) {
    const std::string sample = sample_trust().string();
    const std::string too_long(300, 'a');
    const Outcome checked = termbook({"check", too_long + ".ods", "--workspace", sample});
    EXPECT_EQ(checked.status, 3);
    EXPECT_NE(
        checked.err.find("found a path that cannot be looked at (File name too long); expected a template"),
        std::string::npos)
        << checked.err;
    const Outcome built =
        termbook({"build", "attendance-report", "--workspace", sample, "-o", too_long + ".ods"});
    EXPECT_EQ(built.status, 4);
    EXPECT_NE(built.err.find("(File name too long); expected "), std::string::npos) << built.err;
}

TEST(BadInput, a_link_to_itself_is_refused_and_the_rest_goes_on) {
    const Folder folder;
    folder.file("termbook.xml", settings);
    folder.file("exports/sims.csv", good_header + row("01/02/2016", "Y4"));
    std::filesystem::create_symlink("round", folder.path() / "exports" / "round");
    const std::string workspace = folder.path().string();
    const Outcome figures = termbook({"figures", "pupils.roll", "--workspace", workspace});
    EXPECT_EQ(figures.status, 0) << figures.err;
    EXPECT_NE(figures.err.find("refused: exports/round: found Too many levels of symbolic links"),
              std::string::npos)
        << figures.err;
    std::filesystem::remove(folder.path() / "termbook.xml");
    std::filesystem::create_symlink("termbook.xml", folder.path() / "termbook.xml");
    const Outcome inspected =
        termbook({"inspect", (folder.path() / "exports/sims.csv").string(), "--workspace", workspace});
    EXPECT_EQ(inspected.status, 3);
    EXPECT_NE(inspected.err.find("termbook.xml: found "), std::string::npos) << inspected.err;
}

TEST(BadInput, what_permissions_forbid_is_said_as_anything_else_is) {
    const Folder folder;
    folder.file("trust/termbook.xml", settings);
    folder.file("trust/exports/sims.csv", good_header + row("01/02/2016", "Y4"));
    const auto locked = folder.file("trust/exports/locked/marks.csv", "").parent_path();
    const std::string trust = (folder.path() / "trust").string();
    std::filesystem::permissions(folder.path(), std::filesystem::perms::others_exec,
                                 std::filesystem::perm_options::add);
    std::filesystem::permissions(locked, std::filesystem::perms::none);
    const std::string file = (locked / "report.ods").string();
    const auto checked = termbook_as_nobody({"check", file, "--workspace", trust});
    if (!checked) GTEST_SKIP() << "cannot run the command as another user";
    EXPECT_EQ(checked->status, 3);
    EXPECT_NE(checked->err.find("found a path that cannot be looked at (Permission denied)"),
              std::string::npos)
        << checked->err;
    const std::string mine = folder.file("mine.fods", template_with("plain text")).string();
    const auto built = termbook_as_nobody({"build", mine, "--workspace", trust, "-o", file});
    EXPECT_EQ(built->status, 4);
    EXPECT_NE(built->err.find("found a folder that cannot be written (Permission denied)"), std::string::npos)
        << built->err;
    EXPECT_NE(
        built->err.find("refused: exports/locked: found a folder that cannot be opened; expected one that "
                        "can be read; check its permissions"),
        std::string::npos)
        << built->err;
    std::filesystem::permissions(locked, std::filesystem::perms::owner_all); // so that it can be removed
}

TEST(BadInput, a_document_that_grows_too_large_ends_with_4_and_leaves_nothing) {
    const Folder folder;
    const Folder elsewhere;
    const auto said = elsewhere.path() / "said";
    for (const std::string name : {"report.ods", "report.xlsx", "report.pdf"}) {
        const std::string line = "ulimit -f 8; TERMBOOK_SOFFICE=/bin/sh '" TERMBOOK_COMMAND
                                 "' build attendance-report --workspace '" +
                                 sample_trust().string() + "' -o '" + (folder.path() / name).string() +
                                 "' 2>'" + said.string() + "'";
        const int status = std::system(line.c_str());
        EXPECT_TRUE(WIFEXITED(status)) << name;
        EXPECT_EQ(WEXITSTATUS(status), 4) << name;
        std::ifstream stream(said);
        const std::string words{std::istreambuf_iterator<char>(stream), {}};
        EXPECT_NE(words.find("(File too large)"), std::string::npos) << words;
        EXPECT_EQ(words.find("set TMPDIR to one") != std::string::npos, name == "report.pdf") << words;
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(BadInput, an_output_that_cannot_be_written_ends_with_4_and_leaves_nothing) {
    const Folder folder;
    const auto in_the_way = folder.file("taken", "a regular file");
    for (const std::string& output :
         {(in_the_way / "report.ods").string(), (in_the_way / "report.xlsx").string(), in_the_way.string(),
          std::string("/proc/termbook/report.xlsx")}) {
        const Outcome run =
            termbook({"build", "attendance-report", "--workspace", sample_trust().string(), "-o", output});
        EXPECT_EQ(run.status, 4) << output << "\n" << run.err;
        EXPECT_NE(run.err.find("found "), std::string::npos) << run.err;
    }
    EXPECT_EQ(files_below(folder.path()), std::vector<std::string>{"taken"});
}

} // namespace termbook::test
