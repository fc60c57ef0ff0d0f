#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Compares two .xlsx files by what a reader of the sheets sees: ours first, LibreOffice's own second.

Prints one line a difference; the exit status is 1 if there is any. What differs for a good reason is taken out by
the functions under "Accepted", each with its reason.
"""
import re
import sys
import warnings
import zipfile
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

# --- Accepted ---------------------------------------------------------------------------------------------------


def accepted_height(ours, theirs, measured):
    """A height that follows from the content: LibreOffice writes what it measured and marks it as not custom. Ours
    writes none, or an estimate where text breaks into lines, which must not be too low."""
    return theirs is None and (ours is None or measured is None or ours >= measured - 0.75)


def accepted_colour(colour):
    """Text without a colour of its own: LibreOffice writes nothing or black, the library writes theme colour 1 (the
    window's text); both show black."""
    if colour is None or (colour.type == "theme" and colour.theme == 1):
        return "000000"
    if colour.type == "indexed":
        return {64: "000000", 65: "ffffff", 8: "000000", 9: "ffffff"}.get(colour.indexed, f"i{colour.indexed}")
    return colour.rgb[-6:].lower() if colour.type == "rgb" else f"theme{colour.theme}"


def accepted_shade(ours, theirs):
    """LibreOffice writes colours by a palette of 56, and takes a near one that is there already."""
    if not all(isinstance(x, str) and re.fullmatch("[0-9a-f]{6}", x) for x in (ours, theirs)):
        return ours
    near = all(abs(int(ours[i:i + 2], 16) - int(theirs[i:i + 2], 16)) <= 16 for i in (0, 2, 4))
    return theirs if near else ours


def accepted_header(ours, theirs):
    """Where a header shows the document's title, LibreOffice writes the field for the file's name; ours the title."""
    return theirs if ours and theirs == "&F" else ours


def accepted_result(ours, theirs, formula):
    """A result that the sheet format cannot take from us (an error, a truth without a format) is left empty and is
    worked out on opening. LibreOffice leaves none out."""
    return bool(formula) and ours in (None, "") and isinstance(theirs, (str, bool)) and (theirs is True or theirs is False or theirs[:1] in ("#", ""))


def accepted_empty(ours, theirs):
    """LibreOffice forgets the style of an empty cell whose style rests on a named one; ours keeps it."""
    if ours is None or ours.value is not None:
        return False
    return theirs is None or (theirs.value is None and fill_of(theirs.fill) is None and side(theirs.border.bottom) is None)


def accepted_rule(ours, theirs):
    """The library writes any rank but 1 as 10, so ours marks the same cells by a formula. LibreOffice forgets the
    colour of a conditional border and the borders that the style has from its parent, and gives averages a formula
    that says nothing."""
    if theirs["rank"] and theirs["rank"][2] != 1 and re.search("LARGE|SMALL", str(ours["formulas"])):
        for key in ("type", "rank", "formulas"):
            ours[key] = theirs[key]
    if theirs["average"]:
        ours["formulas"] = theirs["formulas"]
    if ours["look"] and theirs["look"] and not theirs["look"]["border"]:
        ours["look"]["border"] = theirs["look"]["border"]
    if ours["look"] and theirs["look"] and theirs["look"]["border"] and ours["look"]["border"]:
        black = tuple(line and (line[0], "000000") for line in ours["look"]["border"])
        if black == theirs["look"]["border"]:
            ours["look"]["border"] = black


def accepted_warning(text):
    """openpyxl does not know the extension that holds the colours of data bars; LibreOffice's own files have it too."""
    return "xtension is not supported" in text


def accepted_margin(ours, theirs):
    """The room of a header: LibreOffice writes the height of its letters, ours the header's own least height."""
    return theirs if theirs <= ours <= theirs + 0.2 else ours


def accepted_print_area(ours, theirs):
    """LibreOffice forgets in .xlsx that a sheet is not printed; ours prints its last cell, which is empty."""
    return theirs if re.fullmatch(r"\W*XFD1048576\W*", ours) else ours


def accepted_font(place, rich):
    """The runs of a rich text carry their own fonts; LibreOffice gives the cell the first run's, ours the style's."""
    return place.split("!")[1] in rich


# --- What is compared -------------------------------------------------------------------------------------------


def format_code(code):
    """Codes that show the same: quotes, escapes and case of letters that are codes do not matter."""
    code = re.sub(r'"([^"]*)"', lambda m: "".join("\\" + c for c in m.group(1)), code)
    code = re.sub(r"\\([ :/(),+$£€.'-])", r"\1", code)
    code = re.sub(r"\[\$-[0-9A-Fa-f]+\]", "", code)
    code = re.sub(r"\[\$(.[^\]-]*)-[0-9A-Fa-f]+\]", r"\1", code)
    code = code.replace("_-", "").upper().replace(";@", "")
    return "GENERAL" if code in ("", "GENERAL") else code


def side(line):
    style = line.style if line is not None else None
    return (style, accepted_colour(line.color)) if style else None


def font_of(cell):
    font = cell.font
    return {"name": font.name, "size": font.sz, "bold": bool(font.b), "italic": bool(font.i), "strike": bool(font.strike),
            "underline": font.u, "script": font.vertAlign if font.vertAlign != "baseline" else None,
            "colour": accepted_colour(font.color)}


def fill_of(fill):
    if fill.fill_type in (None, "none"):
        return None
    return (fill.fill_type, accepted_colour(fill.fgColor if fill.fill_type == "solid" else fill.bgColor))


def alignment_of(alignment):
    across = alignment.horizontal if alignment.horizontal != "general" else None
    down = alignment.vertical if alignment.vertical != "bottom" else None
    return (across, down, bool(alignment.wrap_text), bool(alignment.shrink_to_fit), alignment.textRotation or 0,
            round(alignment.indent or 0))


def style_of(cell):
    border = cell.border
    diagonal = side(border.diagonal) if border.diagonalUp or border.diagonalDown else None
    return {"font": font_of(cell), "number format": format_code(cell.number_format), "fill": fill_of(cell.fill),
            "border": tuple(side(x) for x in (border.left, border.right, border.top, border.bottom)),
            "diagonal": (diagonal, bool(border.diagonalUp), bool(border.diagonalDown)) if diagonal else None,
            "alignment": alignment_of(cell.alignment),
            "protection": (cell.protection.locked, cell.protection.hidden)}


def normal(formula):
    """Quotes that a sheet's name need not have, and blanks, say nothing."""
    if hasattr(formula, "text"):
        formula = f"{{{formula.ref}}}{formula.text}"
    if not isinstance(formula, str):
        return formula
    return re.sub(r"'([A-Za-z_][A-Za-z0-9_]*)'!", r"\1!", formula).replace(" ", "").lstrip("=").replace("{=", "{")


def close(a, b):
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return isinstance(a, bool) == isinstance(b, bool) and abs(a - b) <= 1e-12 * max(1, abs(a), abs(b))
    return a == b


class Comparison:
    def __init__(self):
        self.differences = 0

    def same(self, place, what, ours, theirs):
        if ours == theirs:
            return
        if isinstance(ours, dict) and isinstance(theirs, dict):
            for key in sorted(set(ours) | set(theirs), key=str):
                self.same(place, f"{what} {key}", ours.get(key), theirs.get(key))
            return
        self.differences += 1
        print(f"{place}: {what}: ours {ours!r}, LibreOffice's {theirs!r}")


def is_formula(value):
    return hasattr(value, "text") or (isinstance(value, str) and value.startswith("="))


def column_cells(sheet, column):
    """The style that a column gives to cells that are not there."""
    for letter, dimension in sheet.column_dimensions.items():
        if dimension.min is not None and dimension.min <= column <= dimension.max:
            return dimension
    return None


class Cells:
    """A sheet's cells, where a cell that is not there looks as its column says."""

    def __init__(self, sheet):
        self.sheet = sheet
        self.columns = {}

    def style(self, row, column):
        cell = self.sheet._cells.get((row, column))
        if cell is not None:
            return style_of(cell)
        if column not in self.columns:
            dimension = column_cells(self.sheet, column)
            self.columns[column] = style_of(dimension if dimension is not None else self.sheet.parent_default)
        return self.columns[column]


def compare_cells(out, name, ours, theirs, our_values, their_values, rich):
    for sheet in (ours, theirs):
        sheet.parent_default = sheet.column_dimensions["XFD"]
    looks = Cells(ours), Cells(theirs)
    covered = {cell for merged in theirs.merged_cells.ranges for cell in list(merged.cells)[1:]}
    for row, column in sorted(set(ours._cells) | set(theirs._cells)):
        place = f"{name}!{get_column_letter(column)}{row}"
        a, b = ours.cell(row, column) if (row, column) in ours._cells else None, theirs._cells.get((row, column))
        a_value, b_value = a.value if a is not None else None, b.value if b is not None else None
        if (row, column) in covered or accepted_empty(a, b):
            continue
        styles = looks[0].style(row, column), looks[1].style(row, column)
        styles[0]["font"]["colour"] = accepted_shade(styles[0]["font"]["colour"], styles[1]["font"]["colour"])
        if accepted_font(place, rich):
            styles[0]["font"] = styles[1]["font"]
        out.same(place, "style", *styles)
        if is_formula(a_value) or is_formula(b_value):
            out.same(place, "formula", normal(a_value), normal(b_value))
        a_result = our_values._cells[row, column].value if (row, column) in our_values._cells else None
        b_result = their_values._cells[row, column].value if (row, column) in their_values._cells else None
        if not close(a_result, b_result) and not accepted_result(a_result, b_result, is_formula(a_value)):
            out.same(place, "value", a_result, b_result)
        if a is not None and b is not None:
            link = [(x.hyperlink.target or x.hyperlink.location) if x.hyperlink else None for x in (a, b)]
            out.same(place, "link", normal(link[0]), normal(link[1]))
            note = [x.comment.text.strip() if x.comment else None for x in (a, b)]
            out.same(place, "note", *note)




MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def custom_heights(path):
    """Row heights that a person set, by sheet; openpyxl does not tell them from measured ones."""
    with zipfile.ZipFile(path) as package:
        parts = sorted((x for x in package.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", x)),
                       key=lambda x: int(re.search(r"\d+", x)[0]))
        for part in parts:
            rows = ElementTree.fromstring(package.read(part)).iter(MAIN + "row")
            yield {int(x.get("r")): float(x.get("ht")) for x in rows if x.get("ht") and x.get("customHeight") in ("1", "true")}


def rich_cells(path):
    """The cells whose text has letters of several kinds, by sheet, with the runs."""
    with zipfile.ZipFile(path) as package:
        strings = ElementTree.fromstring(package.read("xl/sharedStrings.xml")).findall(MAIN + "si")
        parts = sorted((x for x in package.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", x)),
                       key=lambda x: int(re.search(r"\d+", x)[0]))
        for part in parts:
            found = {}
            for cell in ElementTree.fromstring(package.read(part)).iter(MAIN + "c"):
                runs = strings[int(cell.findtext(MAIN + "v"))].findall(MAIN + "r") if cell.get("t") == "s" else []
                if runs:
                    found[cell.get("r")] = [run_of(run) for run in runs]
            yield found


def run_of(run):
    look = run.find(MAIN + "rPr")
    if look is None:
        return (run.findtext(MAIN + "t"),)
    value = lambda tag: look.find(MAIN + tag).get("val", "1") if look.find(MAIN + tag) is not None else None
    colour = look.find(MAIN + "color")
    shown = colour.get("rgb", "ff000000")[-6:].lower() if colour is not None else "000000"
    raised = value("vertAlign") if value("vertAlign") != "baseline" else None
    return (run.findtext(MAIN + "t"), value("rFont"), float(value("sz") or 0), value("b") in ("1", "true"), value("i") in ("1", "true"), raised, shown)


def digit_width(book):
    """Pixels of a digit of the default font, in which widths are counted."""
    font = book._fonts[0]
    return {"Calibri": 0.507, "Arial": 0.556, "Times New Roman": 0.5}[font.name] * font.sz * 96 / 72


def columns_of(sheet):
    found = {}
    for dimension in sheet.column_dimensions.values():
        if dimension.min is None or dimension.width is None:
            continue
        for column in range(dimension.min, min(dimension.max, 64) + 1):
            found[column] = (dimension.width * digit_width(sheet.parent), bool(dimension.hidden), dimension.outlineLevel or 0)
    return found


def compare_columns(out, name, ours, theirs):
    a, b = columns_of(ours), columns_of(theirs)
    for column in sorted(set(a) & set(b)):
        out.same(f"{name}!{get_column_letter(column)}", "hidden, outline", a[column][1:], b[column][1:])
        if abs(a[column][0] - b[column][0]) > max(1.5, b[column][0] / 150) and not a[column][1]:
            out.same(f"{name}!{get_column_letter(column)}", "width in pixels", a[column][0], b[column][0])


def compare_rows(out, name, ours, theirs, our_heights, their_heights):
    last = max((r for r, _ in theirs._cells), default=0)
    for row in range(1, last + 1):
        a, b = ours.row_dimensions[row], theirs.row_dimensions[row]
        heights = our_heights.get(row), their_heights.get(row)
        out.same(f"{name}!{row}", "hidden, outline", (bool(a.hidden), a.outlineLevel), (bool(b.hidden), b.outlineLevel))
        if None not in heights and abs(heights[0] - heights[1]) <= 0.75:
            continue
        if not accepted_height(*heights, b.height):
            out.same(f"{name}!{row}", "height", *heights)


def dxf_of(style):
    if style is None:
        return None
    font = style.font
    border = style.border
    return {"bold": bool(font.b) if font else False, "italic": bool(font.i) if font else False,
            "colour": accepted_colour(font.color) if font and font.color else None,
            "fill": accepted_colour(style.fill.bgColor) if style.fill else None,
            "border": tuple(side(x) for x in (border.left, border.right, border.top, border.bottom)) if border else None,
            "number format": format_code(style.numFmt.formatCode) if style.numFmt else None}


def scale_of(scale):
    if scale is None:
        return None
    points = tuple((point.type, float(point.val) if re.fullmatch(r"-?[0-9.]+", str(point.val)) else None) if point.type not in ("min", "max")
                   else (point.type, None) for point in scale.cfvo)
    colours = getattr(scale, "color", None)
    colours = colours if isinstance(colours, (list, tuple)) else [colours] if colours is not None else []
    return (points, tuple(accepted_colour(x) for x in colours), getattr(scale, "iconSet", None))


def conditions_of(sheet):
    found = {}
    for entry in sheet.conditional_formatting:
        for rule in sorted(entry.rules, key=lambda x: x.priority):
            bottom = ("bottom" if rule.bottom else "top", bool(rule.percent), rule.rank) if rule.type == "top10" else None
            average = (rule.aboveAverage is not False, bool(rule.equalAverage)) if rule.type == "aboveAverage" else None
            text = rule.text if rule.type in ("containsText", "notContainsText", "beginsWith", "endsWith") else None
            formulas = None if text is not None or rule.type in ("timePeriod", "containsErrors", "notContainsErrors") else tuple(normal(x) for x in rule.formula)
            for cells in str(entry.sqref).split():  # LibreOffice joins equal rules of several ranges
                found.setdefault(cells, []).append(
                    {"type": rule.type, "operator": rule.operator if rule.type == "cellIs" else None, "formulas": formulas,
                     "rank": bottom, "average": average, "text": text, "period": rule.timePeriod, "look": dxf_of(rule.dxf),
                     "scale": scale_of(rule.colorScale), "bar": scale_of(rule.dataBar), "icons": scale_of(rule.iconSet)})
    return found


def compare_conditions(out, name, ours, theirs):
    a, b = conditions_of(ours), conditions_of(theirs)
    for ranges in sorted(set(a) | set(b)):
        out.same(f"{name}!{ranges}", "number of rules", len(a.get(ranges, [])), len(b.get(ranges, [])))
        for place, (one, other) in enumerate(zip(a.get(ranges, []), b.get(ranges, []))):
            accepted_rule(one, other)
            out.same(f"{name}!{ranges}", f"rule {place + 1}", one, other)


def page_of(sheet):
    setup, margins = sheet.page_setup, sheet.page_margins
    fits = bool(sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage)
    page = {"paper": str(setup.paperSize), "landscape": setup.orientation == "landscape",
            "fit": (setup.fitToWidth if setup.fitToWidth is not None else 1, setup.fitToHeight if setup.fitToHeight is not None else 1) if fits else None,
            "scale": None if fits else setup.scale or 100,
            "print area": normal(str(sheet.print_area or "")).replace("$", ""), "rows": sheet.print_title_rows, "columns": sheet.print_title_cols,
            "centred": (bool(sheet.print_options.horizontalCentered), bool(sheet.print_options.verticalCentered)),
            "grid": bool(sheet.print_options.gridLines), "first page": (setup.firstPageNumber if setup.useFirstPageNumber else None) or 1}
    for edge in ("left", "right", "top", "bottom"):
        page[f"margin {edge}"] = round(getattr(margins, edge), 2)
    for edge, band in (("header", sheet.oddHeader), ("footer", sheet.oddFooter)):
        page[f"margin {edge}"] = round(getattr(margins, edge), 2) if band.left.text or band.center.text or band.right.text else None
    for band in ("oddHeader", "oddFooter"):
        for part in ("left", "center", "right"):
            item = getattr(getattr(sheet, band), part)
            page[f"{band} {part}"] = header_of(item)
    return page


def header_of(item):
    """A part of a header; openpyxl knows a colour in capitals, and leaves LibreOffice's in the text."""
    text = ((item.text if item else None) or "").replace("&[Page]", "&P").replace("&[Pages]", "&N")
    colours = [item.color] if item and item.color else re.findall("&K([0-9a-f]{6})", text)
    return {"text": re.sub("&K[0-9a-f]{6}", "", text), "colour": colours[0].lower() if colours else None}


# Panes, zoom and gridlines are not compared: soffice --convert-to opens no window and so forgets them.
def filters_of(sheet):
    """LibreOffice writes a database range as a table, whose filter is its own."""
    return {x for x in [sheet.auto_filter.ref, *(table.ref for table in sheet.tables.values())] if x}


def sheet_of(sheet):
    protection = sheet.protection
    return {"state": sheet.sheet_state, "tab": accepted_colour(sheet.sheet_properties.tabColor) if sheet.sheet_properties.tabColor else None,
            "protected": bool(protection.sheet), "may select locked": not protection.selectLockedCells if protection.sheet else None,
            "may insert rows": not protection.insertRows if protection.sheet else None,
            "merges": sorted(str(x) for x in sheet.merged_cells.ranges), "filter": filters_of(sheet)}


def validations_of(sheet):
    found = {}
    for rule in sheet.data_validations.dataValidation:
        for cells in str(rule.sqref).split():
            found[cells] = {"type": rule.type, "operator": (rule.operator or "between") if rule.type not in ("list", "custom") else None,
                            "first": normal(rule.formula1), "second": normal(rule.formula2) if rule.operator in (None, "between", "notBetween") and rule.type != "list" else None, "input": (rule.promptTitle, rule.prompt) if rule.prompt else None,
                            "error": (rule.errorTitle, rule.error) if rule.error else None, "kind": rule.errorStyle or "stop", "list": not rule.showDropDown}
    return found


def names_of(book):
    names = {("", name): one_cell(normal(defined.attr_text)) for name, defined in book_names(book)}
    return {key: text for key, text in names.items() if not key[1].startswith("_xlnm")}


def one_cell(text):
    """LibreOffice writes a range of one cell as its first and its last."""
    return re.sub(r"(\$[A-Z]+\$[0-9]+):\1$", r"\1", text)


def book_names(book):
    listed = book.defined_names
    items = listed.definedName if hasattr(listed, "definedName") else listed.values()
    for defined in items:
        yield (f"{defined.localSheetId}/{defined.name}" if defined.localSheetId is not None else defined.name), defined


def properties_of(book):
    properties = book.properties
    found = {"title": properties.title, "subject": properties.subject, "creator": properties.creator, "keywords": (properties.keywords or "").replace(",", ""),
             "description": properties.description}
    return {key: text or None for key, text in found.items()}


def compare(our_path, their_path):
    out = Comparison()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        ours, our_values = load_workbook(our_path), load_workbook(our_path, data_only=True)
    for warning in caught:
        if not accepted_warning(str(warning.message)):
            out.same(our_path, "warning", str(warning.message), None)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs, their_values = load_workbook(their_path), load_workbook(their_path, data_only=True)
    out.same("workbook", "sheets", ours.sheetnames, theirs.sheetnames)
    out.same("workbook", "names", names_of(ours), names_of(theirs))
    out.same("workbook", "properties", properties_of(ours), properties_of(theirs))
    out.same("workbook", "shown first", ours.active.title, theirs.active.title)
    heights = list(custom_heights(our_path)), list(custom_heights(their_path))
    rich = list(rich_cells(our_path)), list(rich_cells(their_path))
    for place, name in enumerate(ours.sheetnames):
        if name not in theirs.sheetnames:
            continue
        out.same(name, "runs", rich[0][place], rich[1][place])
        a, b = ours[name], theirs[name]
        compare_cells(out, name, a, b, our_values[name], their_values[name], rich[1][place])
        compare_columns(out, name, a, b)
        compare_rows(out, name, a, b, heights[0][place], heights[1][place])
        compare_conditions(out, name, a, b)
        pages = page_of(a), page_of(b)
        pages[0]["print area"] = accepted_print_area(pages[0]["print area"], pages[1]["print area"])
        for edge in ("margin top", "margin bottom"):
            pages[0][edge] = accepted_margin(pages[0][edge], pages[1][edge])
        for part in (x for x in pages[0] if x.startswith("odd")):
            pages[0][part]["text"] = accepted_header(pages[0][part]["text"], pages[1][part]["text"])
        out.same(name, "page", *pages)
        out.same(name, "sheet", sheet_of(a), sheet_of(b))
        out.same(name, "validations", validations_of(a), validations_of(b))
    return out.differences


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: compare_xlsx.py OURS THEIRS")
    found = compare(sys.argv[1], sys.argv[2])
    print(f"{found} differences")
    sys.exit(1 if found else 0)
