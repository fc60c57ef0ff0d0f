// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/register_builder.hpp"
#include "connectors/mis/tables/column_habits.hpp"

#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace termbook {

/// What exports are read into: a trust with its schools, being built.
class Intake {
  public:
    /// Which schools an export may name.
    enum class Schools {
        of_the_trust,
        any, ///< whatever it names is the first: for looking at an export by itself
    };

    explicit Intake(Trust& trust, Schools known = Schools::of_the_trust);

    Trust& trust() { return m_trust; }
    RegisterBuilder& school(std::size_t index) { return m_schools[index]; }
    std::size_t schools() const { return m_schools.size(); }
    /// An export that is looked at by itself has no list of pupils beside it.
    bool is_of_one_export() const { return m_known == Schools::any; }

    /// The school with this URN, LAESTAB, name or folder, capitals and blanks aside.
    RegisterBuilder* find_school(std::string_view text);

    /// The pupil with this UPN in any school; the first school in termbook.xml that has one.
    std::optional<std::pair<RegisterBuilder*, std::size_t>> find_pupil(std::string_view upn);
    bool is_in_several_schools(std::string_view upn) const;

    const PupilIndex& pupils() const { return m_pupils.by_upn; }

  private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using SchoolNames = std::unordered_map<std::string, RegisterBuilder*, TextHash, std::equal_to<>>;

    void name_schools();
    RegisterBuilder* school_named(const std::string& folded);

    Trust& m_trust;
    Schools m_known;
    KnownPupils m_pupils;
    std::deque<RegisterBuilder> m_schools;
    SchoolNames m_names; ///< URNs, names and folders: folded, and as termbook.xml writes them
};

/// The digits of a LAESTAB, a local authority's number with a school's: "8202001", "820/2001", "820 2001";
/// empty for anything else.
std::string laestab_digits(std::string_view text);

/// One file to read, and what is known of it before it is opened.
struct ExportFile {
    std::filesystem::path path;
    std::string name;      ///< relative to the workspace, as messages and Sources say it
    std::size_t source{0}; ///< index into Trust::sources
    RegisterBuilder* school{
        nullptr};               ///< whose folder it lies in, or the trust's only school; null: see the rows
    std::optional<Date> made{}; ///< the day on which it was made, as its name or the system tells
    std::size_t year{0};        ///< the academic year of what does not state its own: see year_is_named
    bool year_is_named{false}; ///< by its folder; else it is the latest that had begun when the file was made
    std::string entry{};       ///< in the zip archive at `path`; empty: the file itself
    std::string sheet{};       ///< of a workbook; empty: it is none
    std::vector<ColumnHabits> habits{}; ///< of its table, by column; empty: not looked at

    SourcePos place(std::uint64_t line, std::uint32_t column, std::string where) const {
        return {name, line, column, std::move(where), sheet};
    }
};

} // namespace termbook
