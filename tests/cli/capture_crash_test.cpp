// SPDX-License-Identifier: MPL-2.0
// What was said to be captured is there once, whoever captures beside it and however a capture ends.
#include "tests/cli/made_up_years.hpp"
#include "tests/cli/running/started_command.hpp"
#include "tests/connectors/captures/opened_store.hpp"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <iterator>
#include <optional>
#include <random>
#include <regex>
#include <thread>

namespace termbook::test {

namespace {

namespace fs = std::filesystem;

/// What a run said that it had captured, with a name of its own.
struct Acknowledged {
    std::int64_t figures{0};
    std::int64_t capture{0};
};

std::optional<Acknowledged> acknowledged(const std::string& said) {
    static const std::regex words("captured ([0-9]+) as capture ([0-9]+)");
    std::smatch found;
    if (!std::regex_search(said, found, words)) return std::nullopt;
    return Acknowledged{std::stoll(found[1]), std::stoll(found[2])};
}

/// How often a capture is killed: 40 times, or as often as TERMBOOK_KILLS says (1000 before a release).
int kills() {
    const char* asked = std::getenv("TERMBOOK_KILLS");
    return asked ? std::max(1, std::atoi(asked)) : 40;
}

std::int64_t figures_in(OpenedStore& store, const std::string& where) {
    return store.number("SELECT count(*) FROM figure JOIN capture ON capture = capture.id WHERE " + where);
}

/// Captures one term after the exports have changed, run after run, so that each has all figures to write.
class KilledCaptures {
  public:
    KilledCaptures() {
        capture().wait();
        OpenedStore store(m_years.path());
        m_first = store.number("SELECT count(*) FROM figure");
        const auto from = std::chrono::steady_clock::now();
        capture().wait();
        m_whole_run =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - from);
        m_figures = store.number("SELECT count(*) FROM figure") - m_first;
    }

    /// Starts a run and kills it: one at any moment from its start to a little after its end, the next while
    /// it writes, the next when it has just written.
    void kill_one() {
        StartedCommand run = capture();
        if (m_killed % 3 == 0) {
            sleep_up_to(m_whole_run * 11 / 10);
        } else {
            wait_for_journal(true);
            if (m_killed % 3 == 2) wait_for_journal(false);
            sleep_up_to(m_killed % 3 == 2 ? std::chrono::milliseconds{2} : m_whole_run / 2);
        }
        run.kill();
        run.wait();
        ++m_killed;
        if (std::filesystem::exists(journal())) ++m_in_the_middle;
        check(acknowledged(run.said()));
    }

    int killed() const { return m_killed; }
    int killed_in_the_middle() const { return m_in_the_middle; } ///< with a journal left behind
    int acknowledged_runs() const { return m_acknowledged; }
    int unheard_runs() const { return m_unheard; } ///< written, and killed before they could say so
    std::int64_t figures() const { return m_figures; }

    /// Every run stands in the store whole and once, as many as were seen to be written.
    void expect_nothing_lost() const {
        OpenedStore store(m_years.path());
        const int runs = 2 + m_acknowledged + m_unheard;
        EXPECT_EQ(store.number("SELECT count(*) FROM capture"), runs);
        EXPECT_EQ(store.number("SELECT count(*) FROM figure"), m_first + (runs - 1) * m_figures);
        EXPECT_EQ(store.number("SELECT count(*) - count(DISTINCT mark || edition) FROM figure"), 0);
        EXPECT_EQ(store.number("SELECT max(edition) FROM figure"), runs);
    }

  private:
    StartedCommand capture() {
        m_years.export_again(++m_runs);
        return StartedCommand(
            {"capture", "--period", "autumn@2025/26", "--by", name(), "--workspace", m_years.path().string()},
            m_folder.path() / "said");
    }

    void sleep_up_to(std::chrono::microseconds most) {
        std::uniform_int_distribution<std::int64_t> moment(0, most.count());
        std::this_thread::sleep_for(std::chrono::microseconds{moment(m_random)});
    }

    /// The journal is there from the first row written to the last.
    void wait_for_journal(bool there) const {
        const auto end = std::chrono::steady_clock::now() + 4 * m_whole_run;
        while (std::filesystem::exists(journal()) != there && std::chrono::steady_clock::now() < end)
            std::this_thread::sleep_for(std::chrono::microseconds{100});
    }

    std::filesystem::path journal() const { return m_years.path() / "captures.sqlite-journal"; }

    std::string name() const { return fmt::format("run {}", m_runs); }

    void check(const std::optional<Acknowledged>& said) {
        OpenedStore store(m_years.path());
        ASSERT_EQ(store.text("PRAGMA integrity_check"), "ok") << name();
        const auto figures = figures_in(store, fmt::format("captured_by = '{}'", name()));
        if (said) {
            ++m_acknowledged;
            EXPECT_EQ(said->figures, m_figures) << name();
            EXPECT_EQ(figures, m_figures) << name();
            EXPECT_EQ(figures_in(store, fmt::format("capture = {}", said->capture)), m_figures) << name();
        } else if (figures > 0) {
            ++m_unheard;
            EXPECT_EQ(figures, m_figures) << name() << " was written in part";
        }
    }

    const MadeUpYears m_years;
    const Folder m_folder;
    std::mt19937 m_random{20'251'212};
    std::chrono::microseconds m_whole_run{0};
    std::int64_t m_first{0};   ///< figures of the first run
    std::int64_t m_figures{0}; ///< of each run after it: those that rest on what is exported again
    int m_runs{0};
    int m_killed{0};
    int m_in_the_middle{0};
    int m_acknowledged{0};
    int m_unheard{0};
};

/// The sample trust, without a store: its figures are thousands, more than SQLite holds back until the end.
class FirstCapture {
  public:
    FirstCapture() {
        fs::copy(sample_trust() / "exports", m_folder.path() / "exports", fs::copy_options::recursive);
        // Without a threshold there is nothing to solve: the time goes into writing.
        std::ifstream settings(sample_trust() / "termbook.xml");
        const std::string text{std::istreambuf_iterator<char>(settings), {}};
        std::ofstream(m_folder.path() / "termbook.xml")
            << std::regex_replace(text, std::regex("threshold=\"[0-9]+\""), "threshold=\"0\"");
    }

    const fs::path& path() const { return m_folder.path(); }

    StartedCommand start(const std::string& by) const {
        return StartedCommand({"capture", "--by", by, "--workspace", path().string()}, path() / by);
    }

    /// Waits until rows stand in the file, and its first page, which SQLite writes last, does not.
    bool is_half_written() const {
        const auto end = std::chrono::steady_clock::now() + std::chrono::minutes{2};
        while (std::chrono::steady_clock::now() < end) {
            std::error_code none;
            if (fs::file_size(path() / "captures.sqlite", none) > 4096 && !none) return starts_with_zeros();
            std::this_thread::sleep_for(std::chrono::microseconds{200});
        }
        return false;
    }

  private:
    bool starts_with_zeros() const {
        std::ifstream stream(path() / "captures.sqlite", std::ios::binary);
        return stream.get() == 0;
    }

    const Folder m_folder;
};

} // namespace

TEST(CaptureCrash, a_first_capture_that_was_killed_is_undone_by_the_next) {
    const FirstCapture first;
    StartedCommand killed = first.start("killed");
    ASSERT_TRUE(first.is_half_written());
    killed.kill();
    killed.wait();
    ASSERT_TRUE(fs::exists(first.path() / "captures.sqlite-journal"));
    const Outcome figures = termbook({"figures", "attendance.rate", "--workspace", first.path().string()});
    EXPECT_EQ(figures.err.find("captures.sqlite"), std::string::npos) << figures.err;
    StartedCommand next = first.start("next");
    EXPECT_EQ(next.wait(), 0) << next.said();
    const auto said = acknowledged(next.said());
    ASSERT_TRUE(said) << next.said();
    OpenedStore store(first.path());
    EXPECT_EQ(store.number("SELECT count(*) FROM figure"), said->figures);
    EXPECT_EQ(store.text("SELECT group_concat(captured_by) FROM capture"), "next");
    EXPECT_EQ(store.text("PRAGMA integrity_check"), "ok");
}

TEST(CaptureCrash, captures_beside_the_first_wait_for_it) {
    const FirstCapture first;
    StartedCommand writing = first.start("first");
    ASSERT_TRUE(first.is_half_written());
    StartedCommand second = first.start("second");
    StartedCommand third = first.start("third");
    for (StartedCommand* run : {&writing, &second, &third})
        EXPECT_EQ(run->wait(), 0) << run->said();
    const auto said = acknowledged(writing.said());
    ASSERT_TRUE(said) << writing.said();
    EXPECT_GT(said->figures, 5000);
    for (StartedCommand* run : {&second, &third})
        EXPECT_NE(run->said().find("nothing new"), std::string::npos) << run->said();
    OpenedStore store(first.path());
    EXPECT_EQ(store.number("SELECT count(*) FROM figure"), said->figures);
    EXPECT_EQ(store.text("PRAGMA integrity_check"), "ok");
}

TEST(CaptureCrash, a_store_stays_whole_however_often_a_capture_is_killed) {
    KilledCaptures captures;
    ASSERT_GT(captures.figures(), 100);
    for (int i = 0; i < kills() && !testing::Test::HasFailure(); ++i)
        captures.kill_one();
    captures.expect_nothing_lost();
    std::cout << fmt::format(
        "killed {}, {} of them in the middle of writing: {} had been acknowledged, {} were "
        "written and not yet acknowledged, {} not written; {} figures each\n",
        captures.killed(), captures.killed_in_the_middle(), captures.acknowledged_runs(),
        captures.unheard_runs(), captures.killed() - captures.acknowledged_runs() - captures.unheard_runs(),
        captures.figures());
    EXPECT_GT(captures.killed_in_the_middle(), 0) << "nothing was tried that matters";
}

TEST(CaptureCrash, captures_at_the_same_time_are_all_there_once) {
    const MadeUpYears years;
    const Folder folder;
    const std::vector<std::string> periods{"autumn@2024/25", "spring@2024/25", "year@2024/25",
                                           "autumn@2025/26", "year@2025/26",   "month:2024-09",
                                           "month:2025-01",  "month:2025-10"};
    std::vector<StartedCommand> runs;
    for (const std::string& period : periods)
        runs.push_back(StartedCommand({"capture", "--period", period, "--workspace", years.path().string()},
                                      folder.path() / fmt::format("said {}", runs.size())));
    std::int64_t all = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        EXPECT_EQ(runs[i].wait(), 0) << runs[i].said();
        const auto said = acknowledged(runs[i].said());
        ASSERT_TRUE(said) << runs[i].said();
        OpenedStore store(years.path());
        EXPECT_EQ(figures_in(store, fmt::format("capture = {}", said->capture)), said->figures);
        EXPECT_EQ(figures_in(store, fmt::format("period = '{}'", periods[i])), said->figures) << periods[i];
        all += said->figures;
    }
    OpenedStore store(years.path());
    EXPECT_EQ(store.number("SELECT count(*) FROM figure"), all);
    EXPECT_EQ(store.number("SELECT count(*) FROM capture"), static_cast<std::int64_t>(periods.size()));
    EXPECT_EQ(store.number("SELECT max(edition) FROM figure"), 1);
    EXPECT_EQ(store.text("PRAGMA integrity_check"), "ok");
}

} // namespace termbook::test
