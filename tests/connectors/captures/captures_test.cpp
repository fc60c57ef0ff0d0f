// SPDX-License-Identifier: MPL-2.0
#include "connectors/captures/reading.hpp"
#include "connectors/captures/writing.hpp"
#include "core/diagnostics/error.hpp"
#include "tests/connectors/captures/opened_store.hpp"
#include "tests/connectors/temporary_folder.hpp"

#include <Poco/Data/DataException.h>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class CapturesTest : public testing::Test {
  protected:
    CapturesTest() {
        m_trust.calendar = Calendar({{"2025/26", day("2025-09-01"), day("2026-08-31"), {}}});
        School& school = m_trust.schools.emplace_back();
        school.urn = "100001";
        m_captures.sources = {
            {{"exports/a.csv", "aa", 30, day("2025-12-11")}, {"exports/b.csv", "bb", 4, {}}}};
        add("attendance.rate period=autumn@2025/26 school=100001");
    }

    static Date day(const char* text) { return *parse_iso_date(text); }

    CapturedFigure& add(const std::string& mark) {
        CapturedFigure figure;
        figure.mark = mark;
        figure.figure = "attendance.rate";
        figure.school = "100001";
        figure.year = "2025/26";
        figure.period = "autumn@2025/26";
        figure.from = day("2025-09-01");
        figure.to = day("2025-12-19");
        figure.split = "year";
        figure.unit = "percent";
        figure.status = "ok";
        figure.value = 100.0 / 3;
        figure.numerator = 1;
        figure.denominator = 3;
        figure.pupils = 7;
        figure.definition = "0123456789abcdef";
        figure.threshold = 6;
        figure.schools_with = 1;
        figure.schools_asked = 2;
        figure.left_out = {"one thing", "another"};
        m_captures.add(figure);
        return m_captures.figures.back();
    }

    Captured write(const std::string& by = "A. Clerk", const char* on = "2025-12-12") const {
        return write_captures(m_folder.path(), {0, day(on) + std::chrono::seconds{5}, by, "1.2"}, m_captures);
    }

    Captures read() {
        m_trust.captures = {};
        m_trust.issues = {};
        read_captures(m_folder.path(), m_trust);
        return m_trust.captures;
    }

    /// What reading, and writing, is refused for.
    std::string refusal(ErrorKind kind = ErrorKind::refused) {
        std::string said;
        try {
            read();
            ADD_FAILURE() << "was read";
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), kind);
            said = error.what();
        }
        EXPECT_THROW(write(), Error);
        EXPECT_THAT(said, testing::StartsWith("captures.sqlite: found "));
        return said;
    }

    TemporaryFolder m_folder;
    Trust m_trust;
    Captures m_captures;
};

TEST_F(CapturesTest, what_is_read_is_what_was_written) {
    CapturedFigure& withheld = add("attendance.rate period=autumn@2025/26 school=100001 year=4");
    withheld.status = "suppressed";
    withheld.value = {};
    withheld.numerator = withheld.denominator = withheld.pupils = {};
    withheld.left_out.clear();
    EXPECT_EQ(write().added, 2u);
    const Captures back = read();
    EXPECT_EQ(back.file, "captures.sqlite");
    ASSERT_THAT(back.runs, SizeIs(1));
    EXPECT_EQ(back.runs[0].number, 1);
    EXPECT_EQ(back.runs[0].at, day("2025-12-12") + std::chrono::seconds{5});
    EXPECT_EQ(back.runs[0].by, "A. Clerk");
    EXPECT_EQ(back.runs[0].version, "1.2");
    ASSERT_THAT(back.figures, SizeIs(2));
    for (const CapturedFigure& was : m_captures.figures) {
        const CapturedFigure* is = back.find(was.mark);
        ASSERT_TRUE(is) << was.mark;
        EXPECT_EQ(is->figure, was.figure);
        EXPECT_EQ(is->school, was.school);
        EXPECT_EQ(is->year, was.year);
        EXPECT_EQ(is->period, was.period);
        EXPECT_EQ(is->from, was.from);
        EXPECT_EQ(is->to, was.to);
        EXPECT_EQ(is->split, was.split);
        EXPECT_EQ(is->unit, was.unit);
        EXPECT_EQ(is->status, was.status);
        EXPECT_EQ(is->value, was.value) << "to the last bit";
        EXPECT_EQ(is->numerator, was.numerator);
        EXPECT_EQ(is->denominator, was.denominator);
        EXPECT_EQ(is->pupils, was.pupils);
        EXPECT_EQ(is->definition, was.definition);
        EXPECT_EQ(is->threshold, was.threshold);
        EXPECT_EQ(is->schools_with, was.schools_with);
        EXPECT_EQ(is->schools_asked, was.schools_asked);
        EXPECT_EQ(is->left_out, was.left_out);
        EXPECT_EQ(back.sources[is->sources], m_captures.sources[was.sources]);
        EXPECT_THAT(is->digest, SizeIs(64));
    }
}

TEST_F(CapturesTest, more_rows_than_are_read_at_once_all_come_back) {
    constexpr int figures = 10'000;
    for (int i = 1; i < figures; ++i)
        add(fmt::format("attendance.rate class={} period=autumn@2025/26 school=100001", i)).numerator = i;
    write();
    const Captures back = read();
    ASSERT_THAT(back.figures, SizeIs(figures));
    EXPECT_EQ(back.find("attendance.rate class=9999 period=autumn@2025/26 school=100001")->numerator, 9999);
    EXPECT_TRUE(m_trust.issues.empty());
}

TEST_F(CapturesTest, the_same_figures_of_the_same_exports_add_nothing) {
    EXPECT_EQ(write().number, 1);
    m_captures.sources[0][0].file = "exports/renamed.csv";
    m_captures.sources[0][0].as_at = day("2025-12-13");
    const Captured again = write("B. Other");
    EXPECT_EQ(again.added, 0u);
    EXPECT_EQ(again.known, 1u);
    EXPECT_EQ(again.number, 0);
    EXPECT_THAT(read().runs, SizeIs(1));
}

TEST_F(CapturesTest, changed_exports_are_captured_anew_and_the_last_capture_wins) {
    write();
    m_captures.sources[0][0].sha256 = "cc";
    m_captures.figures[0].numerator = 2;
    EXPECT_EQ(write().number, 2);
    m_captures.sources[0][0].sha256 = "aa";
    m_captures.figures[0].numerator = 1;
    EXPECT_EQ(write().number, 3) << "the exports of the first capture, put back";
    const Captures back = read();
    ASSERT_THAT(back.figures, SizeIs(1));
    EXPECT_EQ(back.figures[0].numerator, 1);
    EXPECT_EQ(back.runs[back.figures[0].capture].number, 3);
    EXPECT_EQ(test::OpenedStore(m_folder.path()).number("SELECT count(*) FROM figure"), 3);
}

TEST_F(CapturesTest, nothing_that_was_captured_can_be_changed_or_taken_away) {
    write();
    test::OpenedStore store(m_folder.path());
    for (const char* table : {"capture", "source_set", "source", "figure"}) {
        EXPECT_THROW(store.run(fmt::format("DELETE FROM {}", table)), Poco::Data::DataException) << table;
        EXPECT_THROW(store.run(fmt::format("UPDATE {} SET rowid = rowid", table)), Poco::Data::DataException)
            << table;
    }
    EXPECT_THROW(
        store.run("INSERT INTO figure SELECT NULL, capture, mark, edition, figure, school, year, "
                  "period, period_from, period_to, split, unit, status, value, numerator, "
                  "denominator, pupils, definition, threshold, schools_with, schools_asked, left_out, "
                  "source_set, digest FROM figure"),
        Poco::Data::DataException)
        << "an edition of a mark is there once";
    EXPECT_THROW(
        store.run("INSERT INTO figure SELECT NULL, capture, mark, edition + 1, figure, school, year, "
                  "period, period_from, period_to, split, unit, 'suppressed', value, numerator, "
                  "denominator, pupils, definition, threshold, schools_with, schools_asked, left_out, "
                  "source_set, digest FROM figure"),
        Poco::Data::DataException)
        << "what is withheld has no counts";
    EXPECT_EQ(store.text("PRAGMA integrity_check"), "ok");
}

TEST_F(CapturesTest, figures_of_other_years_and_schools_are_left_unread_and_said) {
    add("of another year").year = "2019/20";
    CapturedFigure& elsewhere = add("of another school");
    elsewhere.school = "999999";
    write();
    EXPECT_THAT(read().figures, SizeIs(1));
    ASSERT_THAT(m_trust.issues.issues(), SizeIs(2));
    EXPECT_EQ(
        to_string(m_trust.issues.issues()[0]),
        "captures.sqlite: found figures of 2019/20; expected a <year> of termbook.xml; add it to have them "
        "read");
    EXPECT_THAT(to_string(m_trust.issues.issues()[1]), HasSubstr("found figures of the school 999999"));
}

TEST_F(CapturesTest, a_figure_that_contradicts_itself_is_not_read) {
    write();
    test::OpenedStore(m_folder.path())
        .run("INSERT INTO figure SELECT NULL, capture, mark, edition + 1, figure, school, year, period, "
             "period_from, period_to, split, unit, status, value, numerator, 0, pupils, definition, "
             "threshold, "
             "schools_with, schools_asked, left_out, source_set, digest FROM figure");
    EXPECT_EQ(read().figures.at(0).denominator, 3);
    ASSERT_THAT(m_trust.issues.issues(), SizeIs(1));
    EXPECT_THAT(to_string(m_trust.issues.issues()[0]), HasSubstr("found figures that do not add up"));
}

TEST_F(CapturesTest, without_a_store_nothing_is_read_and_none_is_made) {
    EXPECT_THAT(read().figures, IsEmpty());
    EXPECT_THAT(list_captures(m_folder.path()), IsEmpty());
    EXPECT_FALSE(std::filesystem::exists(m_folder.path() / "captures.sqlite"));
}

TEST_F(CapturesTest, an_empty_file_is_what_a_run_leaves_that_was_stopped_at_once) {
    m_folder.write("captures.sqlite", "");
    EXPECT_THAT(read().figures, IsEmpty());
    EXPECT_EQ(write().added, 1u);
}

TEST_F(CapturesTest, the_list_tells_each_run_by_period) {
    add("pupils.roll period=year@2025/26 school=trust").period = "year@2025/26";
    m_captures.figures.back().school = "trust";
    write();
    const auto all = list_captures(m_folder.path());
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[0].period, "autumn@2025/26");
    EXPECT_EQ(all[0].schools, 1);
    EXPECT_EQ(all[1].schools, 0);
    EXPECT_EQ(all[1].figures, 1);
    EXPECT_EQ(all[1].run.by, "A. Clerk");
}

TEST_F(CapturesTest, a_text_file_is_refused_by_name) {
    m_folder.write("captures.sqlite", "mark,value\nattendance.rate,95\n");
    EXPECT_THAT(refusal(), HasSubstr("a file that is no SQLite database; expected figures kept by"));
}

TEST_F(CapturesTest, a_folder_is_refused_by_name) {
    m_folder.write("captures.sqlite/a", "");
    EXPECT_THAT(refusal(), HasSubstr("found a folder"));
}

TEST_F(CapturesTest, a_database_of_something_else_is_refused_by_name_and_left_as_it_is) {
    test::OpenedStore(m_folder.path()).run("CREATE TABLE recipe (name TEXT)");
    EXPECT_THAT(refusal(), HasSubstr("an SQLite database of something else"));
    EXPECT_EQ(test::OpenedStore(m_folder.path()).number("SELECT count(*) FROM sqlite_master"), 1);
}

TEST_F(CapturesTest, captures_of_a_newer_version_are_refused_with_both_versions) {
    write();
    test::OpenedStore(m_folder.path()).run("PRAGMA user_version = 7");
    EXPECT_THAT(refusal(),
                HasSubstr("captures of version 7, written by a newer Termbook; expected version 1"));
}

TEST_F(CapturesTest, a_broken_store_is_refused_by_name) {
    for (int i = 0; i < 500; ++i)
        add(fmt::format("attendance.rate class={} period=autumn@2025/26 school=100001", i));
    write();
    const auto path = m_folder.path() / "captures.sqlite";
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 3);
    EXPECT_THAT(refusal(), HasSubstr("a broken store"));
}

} // namespace termbook
