// SPDX-License-Identifier: MPL-2.0
#pragma once

namespace termbook::captures {

/// Raised with every change of the tables; a store of a higher version is refused.
inline constexpr int schema_version = 1;

/// "TbCp" in the header of the file: tells captures from other SQLite files.
inline constexpr int application_id = 0x54624370;

/// The tables of a store. Rows are only ever added: a figure captured anew is another edition of its mark.
/// Dates are ISO texts, times UTC; `value` is unrounded.
inline constexpr const char* schema[] = {
    R"(CREATE TABLE capture (
         id INTEGER PRIMARY KEY,
         captured_at TEXT NOT NULL,
         captured_by TEXT NOT NULL,
         termbook TEXT NOT NULL))",
    R"(CREATE TABLE source_set (
         id INTEGER PRIMARY KEY,
         digest TEXT NOT NULL UNIQUE))",
    R"(CREATE TABLE source (
         source_set INTEGER NOT NULL REFERENCES source_set,
         position INTEGER NOT NULL,
         file TEXT NOT NULL,
         sha256 TEXT NOT NULL,
         rows INTEGER NOT NULL,
         as_at TEXT,
         PRIMARY KEY (source_set, position)))",
    R"(CREATE TABLE figure (
         id INTEGER PRIMARY KEY,
         capture INTEGER NOT NULL REFERENCES capture,
         mark TEXT NOT NULL,
         edition INTEGER NOT NULL,
         figure TEXT NOT NULL,
         school TEXT NOT NULL,
         year TEXT NOT NULL,
         period TEXT NOT NULL,
         period_from TEXT NOT NULL,
         period_to TEXT NOT NULL,
         split TEXT NOT NULL,
         unit TEXT NOT NULL,
         status TEXT NOT NULL,
         value REAL,
         numerator INTEGER,
         denominator INTEGER,
         pupils INTEGER,
         definition TEXT NOT NULL,
         threshold INTEGER NOT NULL,
         schools_with INTEGER NOT NULL,
         schools_asked INTEGER NOT NULL,
         left_out TEXT NOT NULL,
         source_set INTEGER NOT NULL REFERENCES source_set,
         digest TEXT NOT NULL,
         UNIQUE (mark, edition),
         CHECK (status = 'ok' OR (value IS NULL AND numerator IS NULL AND denominator IS NULL
                                  AND pupils IS NULL))))",
};

/// Each is kept from being changed, and from losing rows.
inline constexpr const char* tables[] = {"capture", "source_set", "source", "figure"};

} // namespace termbook::captures
