// SPDX-License-Identifier: MPL-2.0
// CSV files that other projects hold their readers to, where they lie beside the source.
#include "connectors/readers/csv_reader.hpp"
#include "connectors/readers/utf8.hpp"
#include "core/diagnostics/error.hpp"
#include "tests/connectors/readers/read_all.hpp"

#include <Poco/JSON/Parser.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <set>

namespace termbook::readers {

namespace {

namespace fs = std::filesystem;

const fs::path corpora = fs::path(TERMBOOK_SOURCE_DIR) / "../shared/corpora";

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> files_in(const fs::path& folder, const std::string& extension) {
    std::vector<fs::path> files;
    if (!fs::exists(folder)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && entry.path().extension() == extension) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

Rows rows_of(const fs::path& path) {
    CsvReader reader(open_file(path, path.filename().string()));
    return read_all(reader);
}

/// An array of arrays, or of objects by the names in the first row.
Rows expected_rows(const fs::path& json, const std::vector<std::string>& header) {
    Rows rows;
    const auto array = Poco::JSON::Parser().parse(bytes_of(json)).extract<Poco::JSON::Array::Ptr>();
    for (const auto& item : *array) {
        auto& row = rows.emplace_back();
        if (item.type() == typeid(Poco::JSON::Array::Ptr)) {
            for (const auto& cell : *item.extract<Poco::JSON::Array::Ptr>())
                row.push_back(cell.toString());
        } else {
            const auto object = item.extract<Poco::JSON::Object::Ptr>();
            for (const auto& name : header)
                row.push_back(object->getValue<std::string>(name));
        }
    }
    return rows;
}

TEST(CsvCorpora, csv_spectrum_is_read_as_its_json_says) {
    const auto files = files_in(corpora / "csv-spectrum/csvs", ".csv");
    if (files.empty()) GTEST_SKIP() << "csv-spectrum is not here";
    for (const auto& file : files) {
        Rows rows = rows_of(file);
        ASSERT_FALSE(rows.empty()) << file;
        const auto header = rows.front();
        rows.erase(rows.begin());
        const auto json = corpora / "csv-spectrum/json" / file.stem().concat(".json");
        EXPECT_EQ(rows, expected_rows(json, header)) << file;
    }
}

TEST(CsvCorpora, csv_test_data_is_read_as_its_json_says) {
    const auto files = files_in(corpora / "csv-test-data/json", ".json");
    if (files.empty()) GTEST_SKIP() << "csv-test-data is not here";
    // A line with nothing in it is no row to us: exports have them at the end and between titles.
    const std::set<std::string> with_blank_lines = {"all-empty", "empty-one-column"};
    for (const auto& json : files) {
        Rows rows = rows_of(corpora / "csv-test-data/csv" / json.stem().concat(".csv"));
        Rows expected = expected_rows(json, {});
        if (json.stem() == "header-simple" || json.stem() == "header-no-rows") {
            ASSERT_FALSE(rows.empty()) << json;
            expected = expected_rows(json, rows.front());
            rows.erase(rows.begin());
        }
        if (with_blank_lines.count(json.stem().string()) != 0)
            std::erase(expected, std::vector<std::string>{""});
        EXPECT_EQ(rows, expected) << json;
    }
}

TEST(CsvCorpora, csv_test_data_with_an_open_quote_is_refused_with_the_line) {
    const auto file = corpora / "csv-test-data/csv/bad-missing-quote.csv";
    if (!fs::exists(file)) GTEST_SKIP() << "csv-test-data is not here";
    try {
        rows_of(file);
        FAIL() << "was read";
    } catch (const Error& error) {
        EXPECT_EQ(error.pos().line, 2);
    }
}

TEST(CsvCorpora, every_file_of_duckdb_is_read_or_refused_with_its_name) {
    const auto files = files_in(corpora / "duckdb-csv", ".csv");
    if (files.empty()) GTEST_SKIP() << "duckdb-csv is not here";
    std::size_t read = 0;
    for (const auto& file : files) {
        try {
            rows_of(file);
            ++read;
        } catch (const Error& error) {
            EXPECT_EQ(error.pos().file, file.filename().string());
            EXPECT_FALSE(error.remedy().empty());
        }
    }
    EXPECT_GT(read, files.size() * 8 / 10);
}

/// "43 FF" or "43FF" as bytes.
std::string from_hex(std::string hex) {
    std::erase(hex, ' ');
    std::string bytes;
    for (std::size_t at = 0; at + 1 < hex.size(); at += 2)
        bytes += static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16));
    return bytes;
}

TEST(CsvCorpora, utf8_is_told_from_what_is_not_as_utf8tests_says) {
    std::ifstream file(corpora / "utf8tests/utf8tests.txt");
    if (!file) GTEST_SKIP() << "utf8tests is not here";
    std::size_t cases = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        const auto kind = line.find(':') + 1;
        const bool is_valid = line.find("invalid", kind) == std::string::npos;
        const bool is_hex = line.find(" hex:", kind) != std::string::npos;
        const std::string text = line.substr(line.find(':', kind) + 1);
        std::string bytes = is_hex ? from_hex(text.substr(0, text.find(':'))) : text;
        std::erase(bytes, '\0'); // refused for another reason
        EXPECT_EQ(check_utf8(bytes).end == Utf8Check::End::whole, is_valid) << line;
        ++cases;
    }
    EXPECT_GT(cases, 100);
}

} // namespace

} // namespace termbook::readers
