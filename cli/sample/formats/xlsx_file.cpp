// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/formats/xlsx_file.hpp"

#include "core/calendar/date.hpp"
#include "core/diagnostics/error.hpp"

#include <Poco/TemporaryFile.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <xlsxwriter.h>

namespace termbook::sample {

namespace {

constexpr std::size_t longest_number = 9;

/// Digits without a leading zero, which a number would lose.
bool is_number(const std::string& text) {
    return !text.empty() && text.size() <= longest_number && (text == "0" || text.front() != '0') &&
           std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= '0' && c <= '9'; });
}

class Sheet {
  public:
    explicit Sheet(const std::string& path)
        : m_book(workbook_new(path.c_str())), m_sheet(workbook_add_worksheet(m_book, "Export")),
          m_date(workbook_add_format(m_book)) {
        format_set_num_format(m_date, "dd/mm/yyyy");
    }

    void add_row(const Cells& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (!cells[i].empty()) add_cell(static_cast<lxw_col_t>(i), cells[i]);
        ++m_row;
    }

    void save() {
        if (workbook_close(m_book) != LXW_NO_ERROR)
            throw Error({}, "a workbook that cannot be written", "a folder for temporary files with room",
                        "make room", ErrorKind::output);
    }

  private:
    void add_cell(lxw_col_t column, const std::string& text) {
        const auto iso = parse_iso_date(text);
        const auto date = iso ? iso : parse_british_date(text);
        if (date) {
            const std::chrono::year_month_day day{*date};
            lxw_datetime when{static_cast<int>(day.year()),
                              static_cast<int>(static_cast<unsigned>(day.month())),
                              static_cast<int>(static_cast<unsigned>(day.day())),
                              0,
                              0,
                              0};
            worksheet_write_datetime(m_sheet, m_row, column, &when, m_date);
        } else if (is_number(text)) {
            worksheet_write_number(m_sheet, m_row, column, std::stod(text), nullptr);
        } else {
            worksheet_write_string(m_sheet, m_row, column, text.c_str(), nullptr);
        }
    }

    lxw_workbook* m_book;
    lxw_worksheet* m_sheet;
    lxw_format* m_date;
    lxw_row_t m_row{0};
};

} // namespace

std::string xlsx_file(const Table& table) {
    const Poco::TemporaryFile file;
    Sheet sheet(file.path());
    for (const Cells& header : table.header)
        sheet.add_row(header);
    for (std::size_t i = 0; i < table.rows; ++i)
        sheet.add_row(table.row(i));
    sheet.save();
    std::ifstream stream(file.path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace termbook::sample
