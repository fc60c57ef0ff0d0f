// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/xml/command_reporter.hpp"

#include "connectors/readers/row_queue.hpp"
#include "connectors/readers/xml/escaped_text.hpp"
#include "connectors/readers/xml/xml_reader.hpp"
#include "core/diagnostics/error.hpp"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace termbook::readers {

namespace {

constexpr std::string_view report = "SuperStarReport";
constexpr std::string_view failure = "CommandReporterError";
constexpr std::size_t longest_cell = std::size_t{16} << 20;

// Levels of the elements.
constexpr int record_level = 2;
constexpr int cell_level = 3;

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// Columns in the order in which records first have them.
struct Columns {
    std::vector<std::string> names; ///< without their escapes
    std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> by_element;

    void add(std::string_view element) {
        if (by_element.contains(element)) return;
        if (names.size() == most_sheet_columns)
            throw Error({}, "a report of too many columns", "at most 16,384",
                        "leave columns out of the report");
        by_element.emplace(element, names.size());
        append_unescaped(names.emplace_back(), element);
    }
};

/// What both passes go through: the elements of records, and the one that says that there are none.
class RecordHandler : public XmlHandler {
  public:
    void start_element(std::string_view name, const XmlAttributes&, const XmlPlace& place) override {
        ++m_level;
        if (name == failure)
            throw Error({}, "a report that failed in SIMS", "its records",
                        "see the message in the file, and run the report again");
        if (m_level == record_level) m_in_record = name == "Record";
        if (!m_in_record) return;
        if (m_level == record_level) start_record(place);
        if (m_level == cell_level) start_cell(name);
    }
    void end_element(std::string_view, const XmlPlace&) override {
        const int level = m_level--;
        if (!m_in_record) return;
        if (level == cell_level) end_cell();
        if (level == record_level) end_record();
    }
    void text(std::string_view text, const XmlPlace&) override {
        if (m_in_record && m_level >= cell_level) add_text(text);
    }

  private:
    virtual void start_record(const XmlPlace&) {}
    virtual void start_cell(std::string_view element) = 0;
    virtual void add_text(std::string_view) {}
    virtual void end_cell() {}
    virtual void end_record() {}

    int m_level{0};
    bool m_in_record{false};
};

class ColumnFinder : public RecordHandler {
  public:
    Columns columns;

  private:
    void start_cell(std::string_view element) override { columns.add(element); }
};

/// Puts records into rows.
class Records : public RecordHandler {
  public:
    explicit Records(Columns columns) : m_columns(std::move(columns)), m_cells(m_columns.names.size()) {}

    const std::vector<std::string>& names() const { return m_columns.names; }
    RowQueue& rows() { return m_rows; }

  private:
    void start_record(const XmlPlace& place) override { m_rows.begin_row(place.line(), false); }
    void start_cell(std::string_view element) override {
        const auto column = m_columns.by_element.find(element);
        if (column == m_columns.by_element.end())
            throw Error({}, "a file that changed while it was read", "one that nobody writes to",
                        "try again");
        m_column = column->second;
        m_is_further = !m_cells[m_column].empty();
        m_filled.push_back(m_column);
    }
    void add_text(std::string_view text) override {
        std::string& cell = m_cells[m_column];
        if (cell.size() + text.size() > longest_cell)
            throw Error({}, "a text of more than 16 MB", "the values of a table", "export the file again");
        if (m_is_further) cell += ", ";
        m_is_further = false;
        cell += text;
    }
    void end_record() override {
        for (const std::size_t column : m_filled) {
            m_rows.put(column, m_cells[column]);
            m_cells[column].clear();
        }
        m_filled.clear();
        m_rows.end_row();
    }

    Columns m_columns;
    RowQueue m_rows;
    std::vector<std::string> m_cells;  ///< of the record that is read
    std::vector<std::size_t> m_filled; ///< those that it has
    std::size_t m_column{0};
    bool m_is_further{false};
};

class CommandReport : public RowReader {
  public:
    CommandReport(std::unique_ptr<ByteSource> source, Columns columns)
        : m_source(std::move(source)), m_records(std::move(columns)), m_xml(*m_source, m_records),
          m_header(m_records.names().begin(), m_records.names().end()) {}

    bool next(Row& row) override {
        if (!std::exchange(m_header_given, true)) {
            row = {0, m_header};
            return true;
        }
        while (!m_records.rows().pop(row)) {
            if (m_ended) return false;
            m_ended = !m_xml.read_piece();
        }
        return true;
    }
    std::uint32_t column_of(std::size_t) const override { return 0; }

  private:
    std::unique_ptr<ByteSource> m_source;
    Records m_records;
    XmlStream m_xml;
    std::vector<std::string_view> m_header;
    bool m_header_given{false};
    bool m_ended{false};
};

} // namespace

bool is_command_report(std::string_view root) {
    return root == report || root == failure;
}

std::unique_ptr<RowReader> read_command_report(const OpenSource& open) {
    ColumnFinder finder;
    read_xml(*open(), finder);
    return std::make_unique<CommandReport>(open(), std::move(finder.columns));
}

} // namespace termbook::readers
