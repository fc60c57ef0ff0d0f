// SPDX-License-Identifier: MPL-2.0
// Writes a workspace of 12 schools with a row for each pupil and session, and the same as plain files for the
// peers. usage: make_marks FOLDER PUPILS DAYS [shuffled]
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr int schools = 12;
constexpr std::string_view check_letters = "ABCDEFGHJKLMNPQRTUVWXYZ";
constexpr std::string_view rare_codes[] = {"M", "C", "S", "E",  "G",  "N", "O", "U", "B", "V",
                                           "P", "W", "X", "C1", "Y3", "D", "T", "R", "Q", "K"};

struct Pupil {
    std::string upn;
    int school;
    int year;
};

using Random = std::mt19937_64;

std::vector<Pupil> make_pupils(int count, Random& random) {
    std::vector<Pupil> pupils;
    for (int i = 0; i < count; ++i)
        pupils.push_back({fmt::format("{}{:012}", check_letters[random() % check_letters.size()],
                                      200'000'000'000U + static_cast<std::uint64_t>(i) * 7919),
                          static_cast<int>(random() % schools), static_cast<int>(random() % 15) - 1});
    return pupils;
}

std::vector<std::string> school_days(int count) {
    using namespace std::chrono;
    std::vector<std::string> days;
    for (sys_days day = 2025y / September / 2; static_cast<int>(days.size()) < count;
         day += std::chrono::days{1}) {
        const weekday of_week{day};
        if (of_week == Saturday || of_week == Sunday) continue;
        const year_month_day date{day};
        days.push_back(fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())));
    }
    return days;
}

std::string_view code(bool morning, Random& random) {
    const auto chance = random() % 1000;
    if (chance < 915) return morning ? "/" : "\\";
    if (chance < 930) return "L";
    if (chance < 965) return "I";
    return rare_codes[random() % std::size(rare_codes)];
}

std::string year_text(int year) {
    if (year < 0) return "N";
    return year == 0 ? "R" : std::to_string(year);
}

void write_settings(const std::filesystem::path& folder) {
    std::ofstream out(folder / "termbook.xml");
    out << "<termbook version=\"1\">\n  <trust name=\"Bench Trust\"/>\n";
    for (int school = 0; school < schools; ++school)
        out << fmt::format("  <school urn=\"{}\" name=\"S{:02}\" phase=\"all-through\"/>\n", 100001 + school,
                           school);
    out << "  <year name=\"2025/26\" from=\"2025-09-01\" to=\"2026-08-31\"/>\n</termbook>\n";
}

void write_pupils(const std::filesystem::path& file, const std::vector<Pupil>& pupils) {
    std::ofstream out(file);
    out << "UPN,School,YearGroup\n";
    for (const Pupil& pupil : pupils)
        out << fmt::format("{},S{:02},{}\n", pupil.upn, pupil.school, year_text(pupil.year));
}

void write_marks(const std::filesystem::path& file, std::vector<Pupil> pupils,
                 const std::vector<std::string>& days, bool shuffled, Random& random) {
    std::ofstream out(file);
    out << "UPN,Date,Session,Code\n";
    const auto session = [&](const Pupil& pupil, const std::string& day, bool morning) {
        out << pupil.upn << ',' << day << (morning ? ",AM," : ",PM,") << code(morning, random) << '\n';
    };
    if (!shuffled) {
        for (const Pupil& pupil : pupils)
            for (const std::string& day : days)
                for (const bool morning : {true, false})
                    session(pupil, day, morning);
        return;
    }
    for (const std::string& day : days)
        for (const bool morning : {true, false}) {
            std::shuffle(pupils.begin(), pupils.end(), random);
            for (const Pupil& pupil : pupils)
                session(pupil, day, morning);
        }
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        fmt::print(stderr, "usage: make_marks FOLDER PUPILS DAYS [shuffled]\n");
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    std::filesystem::create_directories(folder / "exports");
    Random random(20250901);
    const auto pupils = make_pupils(std::stoi(argv[2]), random);
    write_settings(folder);
    write_pupils(folder / "exports" / "pupils.csv", pupils);
    write_marks(folder / "exports" / "marks.csv", pupils, school_days(std::stoi(argv[3])), argc > 4, random);
}
