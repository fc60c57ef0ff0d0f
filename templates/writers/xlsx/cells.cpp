// SPDX-License-Identifier: MPL-2.0
#include "templates/odf/times.hpp"
#include "templates/writers/looks/units.hpp"
#include "templates/writers/xlsx/cell_text.hpp"
#include "templates/writers/xlsx/sheet.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <variant>

namespace termbook::writers::xlsx {

namespace {

struct Nothing {};
/// What a cell holds, as the sheet format sees it.
using Result = std::variant<Nothing, double, bool, std::string>;

/// Excel reads `_x0041_` in a text as the letter of that number: such a text's own underscore is written as
/// one.
std::string escaped(const std::string& text) {
    constexpr std::size_t length = 7;
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto word = std::string_view(text).substr(at, length);
        const bool escape = word.size() == length && word.starts_with("_x") && word.back() == '_' &&
                            word.find_first_not_of("0123456789abcdefABCDEF", 2) == length - 1;
        out += escape ? std::string("_x005F_") : std::string(1, text[at]);
    }
    return out;
}

class CellWriter {
  public:
    CellWriter(Book& book, Sheet& sheet, pugi::xml_node cell, const CellPlace& place)
        : m_book(book), m_sheet(sheet), m_cell(cell), m_place(place), m_look(look_of(book, cell, place)),
          m_format(nullptr), m_row(static_cast<lxw_row_t>(place.row)),
          m_column(static_cast<lxw_col_t>(place.column)) {}

    void write() {
        const auto runs = read_text(m_cell, m_look.letters, m_book.styles);
        // A break inside the text shows only where text may wrap.
        for (const auto& run : runs)
            m_look.wrapped = m_look.wrapped || run.text.find('\n') != std::string::npos;
        m_format = m_book.formats.cell(m_look);
        merge();
        const Result result = value(runs);
        link(runs);
        if (!formula(result)) plain(result, runs);
        note();
    }

  private:
    /// A value whose style has no format for it shows in the usual one of its type, a link in blue, as in
    /// LibreOffice.
    static Look look_of(Book& book, pugi::xml_node cell, const CellPlace& place) {
        Look look = book.styles.cell_look(place.style);
        const std::string_view type = cell.attribute("office:value-type").value();
        if (look.number_format.empty()) {
            if (type == "percentage")
                look.number_format = "0.00%";
            else if (type == "date")
                look.number_format = "dd/mm/yyyy";
            else if (type == "time")
                look.number_format = "hh:mm:ss";
        }
        constexpr Colour blue = 0x0000FF;
        if (!look.letters.colour && cell.child("text:p").child("text:a")) look.letters.colour = blue;
        return look;
    }

    lxw_worksheet* sheet() const { return m_sheet.worksheet; }
    std::string where() const { return place_of(m_sheet, m_place.column, m_place.row); }

    void merge() {
        const auto span = [&](const char* name, std::int32_t room) {
            return static_cast<std::int32_t>(std::clamp(m_cell.attribute(name).as_int(1), 1, room));
        };
        const auto wide = span("table:number-columns-spanned", most_columns - m_place.column);
        const auto tall = span("table:number-rows-spanned", most_rows - m_place.row);
        if (wide == 1 && tall == 1) return;
        constexpr std::int64_t most_merged = 100'000; // each cell under a merge is written
        if (std::int64_t{wide} * tall > most_merged) {
            m_book.lose(where(), "a merge of more than 100,000 cells", "its cells were left apart");
            return;
        }
        worksheet_merge_range(sheet(), m_row, m_column,
                              static_cast<lxw_row_t>(m_row + static_cast<lxw_row_t>(tall) - 1),
                              static_cast<lxw_col_t>(m_column + wide - 1), "", m_format);
    }

    Result value(const std::vector<Run>& runs) const {
        const std::string_view type = m_cell.attribute("office:value-type").value();
        const bool error = std::string_view(m_cell.attribute("calcext:value-type").value()) == "error";
        if (error && m_cell.attribute("table:formula")) return Nothing{};
        std::optional<double> number;
        if (type == "float" || type == "percentage" || type == "currency")
            number = to_number(m_cell.attribute("office:value").value());
        else if (type == "date")
            number = odf::to_serial_date(m_cell.attribute("office:date-value").value());
        else if (type == "time")
            number = odf::to_days(m_cell.attribute("office:time-value").value());
        else if (type == "boolean")
            return m_cell.attribute("office:boolean-value").as_bool();
        if (number) return *number;
        if (type == "string" && !m_cell.child("text:p"))
            return std::string(m_cell.attribute("office:string-value").value());
        auto text = plain_text(runs);
        if (text.empty() && type.empty()) return Nothing{};
        return text;
    }

    bool formula(const Result& result) {
        const auto formula = m_cell.attribute("table:formula");
        if (!formula) return false;
        const auto text = excel_formula(m_book, formula.value(), where());
        if (!text) return false;
        const std::string code = "=" + *text;
        if (const int wide = m_cell.attribute("table:number-matrix-columns-spanned").as_int(); wide > 0)
            return array_formula(code, result, wide);
        if (const auto* number = std::get_if<double>(&result))
            worksheet_write_formula_num(sheet(), m_row, m_column, code.c_str(), m_format, *number);
        else if (const auto* truth = std::get_if<bool>(&result);
                 truth != nullptr && !m_look.number_format.empty())
            worksheet_write_formula_num(sheet(), m_row, m_column, code.c_str(), m_format, *truth ? 1 : 0);
        else // an empty result is worked out again wherever the file is opened
            worksheet_write_formula_str(
                sheet(), m_row, m_column, code.c_str(), m_format,
                std::holds_alternative<std::string>(result) ? std::get<std::string>(result).c_str() : "");
        return true;
    }

    bool array_formula(const std::string& code, const Result& result, int wide) {
        const auto* number = std::get_if<double>(&result);
        if (number == nullptr) {
            m_book.lose(where(), "an array formula whose result is not a number",
                        "its result was written in its place");
            return false;
        }
        const int tall = std::max(1, m_cell.attribute("table:number-matrix-rows-spanned").as_int(1));
        const auto last_row = static_cast<lxw_row_t>(std::min(m_place.row + tall, most_rows) - 1);
        const auto last_column = static_cast<lxw_col_t>(std::min(m_place.column + wide, most_columns) - 1);
        worksheet_write_array_formula_num(sheet(), m_row, m_column, last_row, last_column, code.c_str(),
                                          m_format, *number);
        return true;
    }

    void plain(const Result& result, const std::vector<Run>& runs) {
        if (const auto* number = std::get_if<double>(&result))
            worksheet_write_number(sheet(), m_row, m_column, *number, m_format);
        else if (const auto* truth = std::get_if<bool>(&result))
            worksheet_write_boolean(sheet(), m_row, m_column, *truth, m_format);
        else if (const auto* text = std::get_if<std::string>(&result))
            string(*text, runs);
        else
            worksheet_write_blank(sheet(), m_row, m_column, m_format);
    }

    void string(const std::string& text, const std::vector<Run>& runs) {
        const bool rich = runs.size() > 1 || (runs.size() == 1 && runs[0].letters != m_look.letters);
        const auto failure =
            rich ? rich_string(runs)
                 : worksheet_write_string(sheet(), m_row, m_column, escaped(text).c_str(), m_format);
        if (failure == LXW_NO_ERROR) return;
        m_book.lose(where(), "text of more than 32,767 letters",
                    "the text was left out; split it over several cells");
        worksheet_write_blank(sheet(), m_row, m_column, m_format);
    }

    lxw_error rich_string(const std::vector<Run>& runs) {
        std::vector<lxw_rich_string_tuple> tuples;
        auto texts = runs; // the library asks for letters it may change
        for (auto& run : texts)
            run.text = escaped(run.text);
        for (auto& run : texts)
            tuples.push_back({m_book.formats.run(run.letters), run.text.data()});
        if (tuples.size() == 1) { // the library takes two runs or more
            Look look = m_look;
            look.letters = runs[0].letters;
            return worksheet_write_string(sheet(), m_row, m_column, texts[0].text.c_str(),
                                          m_book.formats.cell(look));
        }
        std::vector<lxw_rich_string_tuple*> pointers;
        for (auto& tuple : tuples)
            pointers.push_back(&tuple);
        pointers.push_back(nullptr);
        return worksheet_write_rich_string(sheet(), m_row, m_column, pointers.data(), m_format);
    }

    /// The library writes a link with a text of its own; the cell itself is written over that.
    void link(const std::vector<Run>& runs) {
        const auto linked =
            std::find_if(runs.begin(), runs.end(), [](const Run& run) { return !run.link.empty(); });
        if (linked == runs.end()) return;
        std::string target = linked->link;
        if (target.starts_with('#')) {
            target.erase(0, 1);
            const auto area = parse_area(target);
            const auto* sheet_linked = m_book.find_sheet(area ? area->sheet : target);
            if (sheet_linked == nullptr) {
                m_book.lose(where(), "a link to a place that is not in the document", "the text was kept");
                return;
            }
            target = "internal:" + quoted_sheet(sheet_linked->excel_name) + "!" +
                     (area ? cells_of(*area, false) : "A1");
        }
        if (worksheet_write_url_opt(sheet(), m_row, m_column, target.c_str(), m_format, "link", nullptr) !=
            LXW_NO_ERROR)
            m_book.lose(where(), "a link that is too long or of a kind an .xlsx file does not know",
                        "the text was kept");
    }

    void note() {
        const auto annotation = m_cell.child("office:annotation");
        if (!annotation) return;
        const auto text = plain_text(read_text(annotation, {}, m_book.styles));
        std::string author = annotation.child_value("dc:creator");
        lxw_comment_options options{};
        options.author = author.data();
        options.visible = annotation.attribute("office:display").as_bool() ? LXW_COMMENT_DISPLAY_VISIBLE
                                                                           : LXW_COMMENT_DISPLAY_DEFAULT;
        if (text.empty()) return;
        worksheet_write_comment_opt(sheet(), m_row, m_column, escaped(text).c_str(), &options);
    }

    Book& m_book;
    Sheet& m_sheet;
    pugi::xml_node m_cell;
    const CellPlace& m_place;
    Look m_look;
    lxw_format* m_format;
    lxw_row_t m_row;
    lxw_col_t m_column;
};

} // namespace

void write_cell(Book& book, Sheet& sheet, pugi::xml_node cell, const CellPlace& place) {
    CellWriter(book, sheet, cell, place).write();
}

} // namespace termbook::writers::xlsx
