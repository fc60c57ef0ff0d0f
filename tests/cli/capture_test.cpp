// SPDX-License-Identifier: MPL-2.0
// Figures that are kept, and come back when the exports are gone.
#include "tests/cli/made_up_years.hpp"
#include "tests/connectors/captures/opened_store.hpp"

#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>

#include <chrono>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

namespace termbook::test {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

/// What `figures` prints of each figure, as JSON, without what it rests on.
std::vector<std::string> figures_of(const Outcome& run) {
    EXPECT_EQ(run.status, 0) << run.err;
    const auto array = Poco::JSON::Parser().parse(run.out).extract<Poco::JSON::Array::Ptr>();
    std::vector<std::string> all;
    for (std::size_t i = 0; i < array->size(); ++i) {
        auto object = array->getObject(static_cast<unsigned>(i));
        object->remove("sources");
        std::ostringstream text;
        object->stringify(text);
        all.push_back(text.str());
    }
    return all;
}

std::vector<std::string> asking_last_year(const std::string& mark, const std::string& period) {
    return {"figures", mark,       "attendance.persistent", "pupils.roll", "--school",
            "all",     "--period", period + "@2024/25",     "--format",    "json"};
}

} // namespace

TEST(Capture, answers_where_no_export_is_left_also_in_days) {
    const Folder folder;
    fs::copy(sample_trust(), folder.path() / "trust", fs::copy_options::recursive);
    const std::string trust = (folder.path() / "trust").string();
    const std::vector<std::string> asked{"staff.days-lost", "--period", "autumn@2025/26", "--workspace",
                                         trust};
    std::vector<std::string> capture{"capture"};
    capture.insert(capture.end(), asked.begin(), asked.end());
    ASSERT_EQ(termbook(capture).status, 0);
    std::vector<std::string> figures{"figures", "--format", "json"};
    figures.insert(figures.end(), asked.begin(), asked.end());
    const auto before = figures_of(termbook(figures));
    fs::remove_all(folder.path() / "trust" / "exports");
    const Outcome after = termbook(figures);
    EXPECT_EQ(figures_of(after), before);
    EXPECT_THAT(before.front(), HasSubstr("\"status\":\"ok\""));
    EXPECT_THAT(after.err, Not(HasSubstr("do not add up")));
}

TEST(Capture, last_years_figures_come_back_when_its_exports_are_gone) {
    const MadeUpYears years;
    for (const std::string period : {"autumn@2024/25", "spring@2024/25", "year@2024/25"})
        ASSERT_EQ(years.run({"capture", "--period", period, "--by", "A. Clerk"}).status, 0);
    const std::vector<std::vector<std::string>> asked = {
        asking_last_year("attendance.rate", "autumn"), asking_last_year("attendance.rate year=3", "spring"),
        asking_last_year("attendance.rate group=pp", "year"),
        asking_last_year("attendance.rate gap=pp", "autumn"), asking_last_year("attendance.rate", "term2")};
    std::vector<std::vector<std::string>> before;
    for (const auto& arguments : asked)
        before.push_back(figures_of(years.run(arguments)));
    years.forget_last_year();
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto after = figures_of(years.run(asked[i]));
        EXPECT_EQ(after, before[i]);
        EXPECT_THAT(after.front(), HasSubstr(R"("status":"ok")"));
    }
    const Outcome said = years.run({"explain", "attendance.rate", "--period", "autumn@2024/25"});
    EXPECT_THAT(said.out, HasSubstr("source       captures.sqlite, captured "));
    EXPECT_THAT(said.out, HasSubstr(" by A. Clerk, 1 rows, as at "));
    EXPECT_THAT(said.out, HasSubstr("source       exports/2024-25/marks.csv, 400 rows"));
}

TEST(Capture, this_year_is_compared_with_the_captured_one_before) {
    const MadeUpYears years;
    const std::vector<std::string> asked{"figures",
                                         "attendance.rate against=last-year",
                                         "attendance.rate against=last-year year=4",
                                         "--school",
                                         "all",
                                         "--period",
                                         "autumn",
                                         "--format",
                                         "json"};
    const auto before = figures_of(years.run(asked));
    ASSERT_EQ(years.run({"capture", "--period", "autumn@2024/25"}).status, 0);
    years.forget_last_year();
    EXPECT_EQ(figures_of(years.run(asked)), before);
    EXPECT_THAT(before.front(), HasSubstr(R"("status":"ok")"));
}

TEST(Capture, a_series_of_terms_goes_on_when_its_exports_are_gone) {
    const MadeUpYears years;
    const std::vector<std::string> asked{"figures",  "attendance.rate", "--by",     "term",
                                         "--period", "year@2024/25",    "--format", "json"};
    const auto before = figures_of(years.run(asked));
    ASSERT_EQ(before.size(), 2U);
    for (const std::string period : {"autumn@2024/25", "spring@2024/25"})
        ASSERT_EQ(years.run({"capture", "--period", period}).status, 0);
    years.forget_last_year();
    EXPECT_EQ(figures_of(years.run(asked)), before);
}

TEST(Capture, the_same_exports_add_nothing_and_changed_ones_another_capture) {
    const MadeUpYears years;
    const Outcome first = years.run({"capture"});
    ASSERT_EQ(first.status, 0) << first.err;
    EXPECT_THAT(first.out, HasSubstr("as capture 1, by "));
    const auto figures = OpenedStore(years.path()).number("SELECT count(*) FROM figure");
    EXPECT_GT(figures, 500);
    const Outcome again = years.run({"capture"});
    EXPECT_EQ(again.status, 0);
    EXPECT_THAT(again.out, HasSubstr("nothing new"));
    EXPECT_EQ(OpenedStore(years.path()).number("SELECT count(*) FROM figure"), figures);
    years.export_again(1);
    EXPECT_THAT(years.run({"capture", "--by", "B. Other"}).out, HasSubstr("as capture 2, by B. Other"));
    const Outcome list = years.run({"capture", "--list", "--format", "csv"});
    EXPECT_THAT(list.out, HasSubstr(",B. Other,autumn@2025/26,2,"));
    EXPECT_THAT(years.run({"inspect"}).out, HasSubstr("captures.sqlite\n  captures    2, the last on "));
}

TEST(Capture, keeps_the_marks_and_packs_that_are_named) {
    const MadeUpYears years;
    ASSERT_EQ(
        years.run({"capture", "attendance.rate gap=pp", "--school", "trust", "--period", "autumn"}).status,
        0);
    OpenedStore store(years.path());
    EXPECT_EQ(store.number("SELECT count(*) FROM figure"), 2);
    EXPECT_EQ(store.number("SELECT count(*) FROM figure WHERE mark = "
                           "'attendance.rate group=not-pp period=autumn@2025/26 school=trust'"),
              1);
    const Outcome pack = years.run({"capture", "governors", "--school", "100001", "--period", "autumn"});
    ASSERT_EQ(pack.status, 0) << pack.err;
    EXPECT_GT(store.number("SELECT count(*) FROM figure WHERE school = '100001'"), 20);
}

TEST(Capture, what_is_withheld_is_kept_as_withheld_and_names_no_pupil) {
    const MadeUpYears years;
    years.settings(15);
    ASSERT_EQ(years.run({"capture"}).status, 0);
    OpenedStore store(years.path());
    EXPECT_GT(store.number("SELECT count(*) FROM figure WHERE status = 'suppressed'"), 100);
    EXPECT_EQ(store.number("SELECT count(*) FROM figure WHERE status = 'suppressed' AND coalesce(value, "
                           "numerator, denominator, pupils) IS NOT NULL"),
              0);
    EXPECT_EQ(store.number("SELECT count(*) FROM figure WHERE pupils > 0 AND pupils < 15"), 0);
    EXPECT_EQ(store.number("SELECT count(*) FROM figure WHERE mark LIKE '%X1%' OR left_out LIKE '%X1%'"), 0);
}

TEST(Capture, a_higher_threshold_withholds_what_was_captured_under_a_lower_one) {
    const MadeUpYears years;
    ASSERT_EQ(years.run({"capture", "--period", "autumn@2024/25"}).status, 0);
    years.forget_last_year();
    years.settings(15);
    const std::vector<std::string> asked{"figures",  "attendance.rate year=3", "--school", "100001",
                                         "--period", "autumn@2024/25"};
    EXPECT_THAT(years.run(asked).out, HasSubstr("suppressed"));
    years.settings(10);
    EXPECT_THAT(years.run(asked).out, Not(HasSubstr("suppressed")));
}

TEST(Capture, figures_of_a_year_that_is_not_configured_are_left_unread_and_said) {
    const MadeUpYears years;
    ASSERT_EQ(years.run({"capture", "--period", "autumn@2024/25"}).status, 0);
    years.forget_last_year();
    years.settings(6, false);
    const Outcome run = years.run({"figures", "attendance.rate", "--strict"});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(run.err, HasSubstr("captures.sqlite: found figures of 2024/25; expected a <year>"));
}

TEST(Capture, is_refused_where_there_is_nothing_to_capture) {
    const MadeUpYears years;
    EXPECT_EQ(years.run({"capture", "attendance.rat"}).status, 2);
    EXPECT_EQ(years.run({"capture", "no-such-pack"}).status, 3);
    EXPECT_EQ(years.run({"capture", "--period", "winter"}).status, 2);
    EXPECT_EQ(years.run({"capture", "--by", "two\nlines"}).status, 2);
    const Outcome none = years.run({"capture", "suspensions.rate"});
    EXPECT_EQ(none.status, 2);
    EXPECT_THAT(none.err, HasSubstr("found no figure of Autumn term 2025/26"));
    EXPECT_FALSE(fs::exists(years.store())) << "nothing was made of what was refused";
}

class BadStore : public testing::Test {
  protected:
    /// `capture` refuses the store with this status; `figures` goes on without it and says why.
    void expect_refused(const std::string& found, int status = 3) const {
        const Outcome capture = m_years.run({"capture"});
        EXPECT_EQ(capture.status, status);
        EXPECT_THAT(capture.err, HasSubstr("termbook: captures.sqlite: found " + found));
        EXPECT_THAT(capture.out, IsEmpty());
        const Outcome figures = m_years.run({"figures", "attendance.rate"});
        EXPECT_EQ(figures.status, 0);
        EXPECT_THAT(figures.err, HasSubstr("issue: captures.sqlite: found " + found));
        EXPECT_THAT(figures.out, HasSubstr("attendance.rate"));
        EXPECT_EQ(m_years.run({"capture", "--list"}).status, status);
    }

    void write(const std::string& bytes) const { std::ofstream(m_years.store(), std::ios::binary) << bytes; }

    /// Lets other users read the workspace, and not write it.
    void open_to_others() const {
        fs::permissions(m_years.path(), fs::perms::others_write, fs::perm_options::remove);
        fs::permissions(m_years.path(), fs::perms::others_read | fs::perms::others_exec,
                        fs::perm_options::add);
    }

    const MadeUpYears m_years;
};

TEST_F(BadStore, that_is_a_text_file_is_refused) {
    write("these are no captures");
    expect_refused("a file that is no SQLite database");
}

TEST_F(BadStore, that_is_a_folder_is_refused) {
    fs::create_directory(m_years.store());
    expect_refused("a folder");
}

TEST_F(BadStore, that_is_newer_is_refused) {
    ASSERT_EQ(m_years.run({"capture"}).status, 0);
    OpenedStore(m_years.path()).run("PRAGMA user_version = 2");
    expect_refused("captures of version 2, written by a newer Termbook");
}

TEST_F(BadStore, that_is_broken_is_refused) {
    ASSERT_EQ(m_years.run({"capture"}).status, 0);
    fs::resize_file(m_years.store(), fs::file_size(m_years.store()) / 2);
    expect_refused("a broken store");
}

TEST_F(BadStore, that_cannot_be_made_ends_a_capture_with_4_at_once) {
    fs::create_symlink(m_years.path() / "termbook.xml" / "below-a-file", m_years.store());
    const auto from = std::chrono::steady_clock::now();
    const Outcome run = m_years.run({"capture"});
    EXPECT_LT(std::chrono::steady_clock::now() - from, std::chrono::seconds{30});
    EXPECT_EQ(run.status, 4);
    EXPECT_THAT(run.err, HasSubstr("captures.sqlite: found a store that cannot be opened (Not a directory); "
                                   "expected a file that can be written; check the permissions"));
    EXPECT_THAT(run.out, IsEmpty());
}

TEST_F(BadStore, that_may_not_be_written_is_read_and_ends_a_capture_with_4) {
    ASSERT_EQ(m_years.run({"capture", "--period", "autumn@2024/25"}).status, 0);
    m_years.forget_last_year();
    open_to_others();
    fs::permissions(m_years.store(), fs::perms::owner_read | fs::perms::others_read);
    const std::string workspace = m_years.path().string();
    const auto capture = termbook_as_nobody({"capture", "--workspace", workspace});
    if (!capture) GTEST_SKIP() << "cannot run the command as another user";
    EXPECT_EQ(capture->status, 4) << capture->err;
    EXPECT_THAT(capture->err, HasSubstr("termbook: captures.sqlite: found a store that is read-only"));
    const auto figures = termbook_as_nobody(
        {"figures", "attendance.rate", "--period", "autumn@2024/25", "--workspace", workspace});
    EXPECT_EQ(figures->status, 0);
    EXPECT_THAT(figures->out, HasSubstr(" ok "));
}

TEST_F(BadStore, whose_folder_may_not_be_written_ends_a_capture_with_4) {
    open_to_others();
    const auto capture = termbook_as_nobody({"capture", "--workspace", m_years.path().string()});
    if (!capture) GTEST_SKIP() << "cannot run the command as another user";
    EXPECT_EQ(capture->status, 4) << capture->err;
    EXPECT_THAT(capture->err, HasSubstr("found a store that cannot be opened (Permission denied)"));
}

} // namespace termbook::test
