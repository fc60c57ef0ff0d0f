#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Compares the charts and pictures of two .xlsx files by what they say of themselves: ours first, LibreOffice's own second.

Prints one line a difference; the exit status is 1 if there is any, or if there is no chart. What differs for a good
reason is taken out by the functions under "Accepted", each with its reason.
"""
import posixpath
import re
import sys
import zipfile
from xml.etree import ElementTree

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
X = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
EMUS_A_POINT = 12700

# --- Accepted ---------------------------------------------------------------------------------------------------


def accepted_line(line):
    """LibreOffice writes a hairline as 0 and rounds through hundredths of a millimetre. No line is no line, however
    wide."""
    if line is None or line[0] == "none":
        return line
    return (line[0], None if line[1] is None else max(0.25, round(line[1] * 4) / 4), line[2])


def accepted_colour(colour):
    return colour.lower() if colour else None


def accepted_points(kind, points, series):
    """Outside a pie, where what says nothing gets a colour of its own, a point that says what its series says need not
    be there."""
    return points if kind == "pieChart" else {index: look for index, look in points.items() if look != series}


def accepted_default(value, usual):
    """What is left out means the usual."""
    return usual if value is None else value


def accepted_place(kind, grouping, place):
    """A place for labels that is the usual one of its kind is left out."""
    usual = {"barChart": "outEnd" if grouping == "clustered" else "ctr", "lineChart": "r", "scatterChart": "r",
             "pieChart": "bestFit"}
    return accepted_default(place, usual.get(kind))


def accepted_size(ours, theirs):
    """LibreOffice writes markers a point larger than the document says."""
    if isinstance(ours, tuple) and isinstance(theirs, tuple) and len(ours) == len(theirs) == 3 and ours[1] and theirs[1]:
        return (ours[0], theirs[1], ours[2]) if 0 <= int(theirs[1]) - int(ours[1]) <= 1 else ours
    return ours


def accepted_anchor(ours, theirs):
    """LibreOffice lets every chart move with its first cell, ours says which move and which also grow; what does not
    grow keeps its size, and so reaches less far down where rows without a height are higher. LibreOffice forgets what
    a screen reader is to say."""
    if ours["moves"] != "twoCell":
        ours["end"] = theirs["end"]
    ours["moves"] = theirs["moves"]
    if theirs["alternative"] is None:
        ours["alternative"] = None


def accepted_format(number):
    """A format that follows the cells says nothing. The library lets an axis follow that is given what it would have
    in a chart of 100% anyway."""
    if number is None or (number.get("sourceLinked") == "1" and number.get("formatCode") != "0%"):
        return None
    return number.get("formatCode")


def accepted_crosses(value):
    """Where an axis meets the other: LibreOffice writes zero as a value, ours as the usual place."""
    return "autoZero" if value in (None, "0") else value


def accepted_category_format(kind, code):
    """Formats of categories that are text say nothing."""
    return None if kind == "catAx" else code


# --- What is compared -------------------------------------------------------------------------------------------


def value_of(node, path, usual=None):
    found = node.find(path) if node is not None else None
    return accepted_default(found.get("val") if found is not None else None, usual)


def colour_of(node):
    colour = node.find(f"{A}solidFill/{A}srgbClr") if node is not None else None
    if colour is None:
        return None
    alpha = colour.find(f"{A}alpha")
    return (accepted_colour(colour.get("val")), round(int(alpha.get("val")) / 1000) if alpha is not None else 100)


def fill_of(properties):
    if properties is None:
        return None
    return "none" if properties.find(f"{A}noFill") is not None else colour_of(properties)


def line_of(properties):
    line = properties.find(f"{A}ln") if properties is not None else None
    if line is None:
        return None
    if line.find(f"{A}noFill") is not None:
        return ("none", None, None)
    width = int(line.get("w")) / EMUS_A_POINT if line.get("w") else None
    dashed = line.find(f"{A}prstDash") is not None or line.find(f"{A}custDash") is not None
    return accepted_line((colour_of(line), width, dashed and value_of(line, f"{A}prstDash") != "solid"))


def letters_of(node):
    properties = next(iter([*node.iter(f"{A}rPr"), *node.iter(f"{A}defRPr")]), None) if node is not None else None
    if properties is None:
        return None
    latin = properties.find(f"{A}latin")
    return {"size": properties.get("sz"), "bold": accepted_default(properties.get("b"), "0"),
            "colour": colour_of(properties), "font": latin.get("typeface") if latin is not None else None}


def turned(node):
    body = next(node.iter(f"{A}bodyPr"), None) if node is not None else None
    return accepted_default(body.get("rot"), "0") if body is not None else "0"


def title_of(node):
    if node is None:
        return None
    lines = ["".join(t.text or "" for t in paragraph.iter(f"{A}t")) for paragraph in node.iter(f"{A}p")]
    return {"text": "\n".join(lines), "letters": letters_of(node), "turned": turned(node)}


def normal(formula):
    return re.sub(r"'([A-Za-z_][A-Za-z0-9_]*)'!", r"\1!", formula or "")


def reference_of(node):
    """The range, and what readers that work nothing out are shown for it."""
    if node is None or len(node) == 0:
        return None
    shown = {point.get("idx"): point.findtext(f"{C}v") for point in node.iter(f"{C}pt")}
    return {"range": normal(node[0].findtext(f"{C}f")), "text": node[0].tag == f"{C}strRef",
            "shown": {k: float(v) if re.fullmatch(r"-?[\d.]+(E[-+]?\d+)?", v) else v for k, v in shown.items()}}


def labels_of(kind, grouping, series):
    labels = series.find(f"{C}dLbls")
    shows = {name: value_of(labels, f"{C}show{name}", "0")
             for name in ("Val", "CatName", "SerName", "Percent", "LegendKey")}
    if "1" not in shows.values():
        return None
    return {**shows, "place": accepted_place(kind, grouping, value_of(labels, f"{C}dLblPos")), "separator": labels.findtext(f"{C}separator"),
            "letters": letters_of(labels.find(f"{C}txPr")),
            "format": accepted_format(labels.find(f"{C}numFmt"))}


def marker_of(series):
    marker = series.find(f"{C}marker")
    symbol = value_of(marker, f"{C}symbol", "none")
    if symbol == "none":
        return symbol
    return (symbol, value_of(marker, f"{C}size"), fill_of(marker.find(f"{C}spPr")))


def series_of(kind, grouping, node):
    properties = node.find(f"{C}spPr")
    look = {"line": line_of(properties)} if kind in ("lineChart", "scatterChart") else \
        {"fill": fill_of(properties), "line": line_of(properties)}
    points = {value_of(point, f"{C}idx"): {key: look_of(point.find(f"{C}spPr")) for key, look_of in
                                          (("fill", fill_of), ("line", line_of)) if key in look}
              for point in node.findall(f"{C}dPt")}
    return {"name": reference_of(node.find(f"{C}tx")), "look": look, "points": accepted_points(kind, points, look),
            "categories": reference_of(node.find(f"{C}cat")), "values": reference_of(node.find(f"{C}val")),
            "x": reference_of(node.find(f"{C}xVal")), "y": reference_of(node.find(f"{C}yVal")),
            "marker": marker_of(node) if kind in ("lineChart", "scatterChart") else None,
            "labels": labels_of(kind, grouping, node), "smooth": value_of(node, f"{C}smooth", "0")}


def kinds_of(plot):
    kinds = {}
    for node in plot:
        kind = node.tag.removeprefix(C)
        if not kind.endswith("Chart"):
            continue
        kinds[kind] = {"grouping": value_of(node, f"{C}grouping"), "direction": value_of(node, f"{C}barDir"),
                       "gap": value_of(node, f"{C}gapWidth", "150" if kind == "barChart" else None),
                       "overlap": value_of(node, f"{C}overlap", "0"), "angle": value_of(node, f"{C}firstSliceAng", "0"),
                       "series": {value_of(each, f"{C}idx"): series_of(kind, value_of(node, f"{C}grouping"), each)
                                  for each in node.findall(f"{C}ser")}}
    return kinds


def grid_of(node):
    return None if node is None else line_of(node.find(f"{C}spPr"))


def axis_of(kind, node):
    if value_of(node, f"{C}delete", "0") == "1":
        return "hidden"
    return {"direction": value_of(node, f"{C}scaling/{C}orientation", "minMax"), "least": value_of(node, f"{C}scaling/{C}min"),
            "most": value_of(node, f"{C}scaling/{C}max"), "step": value_of(node, f"{C}majorUnit"),
            "small step": value_of(node, f"{C}minorUnit"), "grid": grid_of(node.find(f"{C}majorGridlines")),
            "small grid": grid_of(node.find(f"{C}minorGridlines")), "title": title_of(node.find(f"{C}title")),
            "format": accepted_category_format(kind, accepted_format(node.find(f"{C}numFmt"))),
            "ticks": value_of(node, f"{C}majorTickMark", "cross"), "small ticks": value_of(node, f"{C}minorTickMark", "cross"),
            "labels": value_of(node, f"{C}tickLblPos", "nextTo"), "line": line_of(node.find(f"{C}spPr")),
            "letters": letters_of(node.find(f"{C}txPr")), "turned": turned(node.find(f"{C}txPr")),
            "meets": accepted_crosses(value_of(node, f"{C}crosses") or value_of(node, f"{C}crossesAt")),
            "between": value_of(node, f"{C}crossBetween")}


def axes_of(plot):
    """By kind, and of a scatter chart by side; LibreOffice does not say of bars that lie where their axes are."""
    found = {}
    for node in plot:
        kind = node.tag.removeprefix(C)
        if kind.endswith("Ax"):
            side = value_of(node, f"{C}axPos") if plot.find(f"{C}catAx") is None else ""
            found[kind + side] = axis_of(kind, node)
    return found


def legend_of(node):
    if node is None:
        return None
    return {"place": value_of(node, f"{C}legendPos", "r"), "letters": letters_of(node.find(f"{C}txPr"))}


def chart_of(root):
    chart = root.find(f"{C}chart")
    plot = chart.find(f"{C}plotArea")
    ground = root.find(f"{C}spPr")
    wall = plot.find(f"{C}spPr")
    return {"title": title_of(chart.find(f"{C}title")), "kinds": kinds_of(plot), "axes": axes_of(plot),
            "legend": legend_of(chart.find(f"{C}legend")), "blanks": value_of(chart, f"{C}dispBlanksAs", "gap"),
            "visible only": value_of(chart, f"{C}plotVisOnly", "0"),
            "ground": (fill_of(ground), line_of(ground)),
            "wall": (fill_of(wall), accepted_default(line_of(wall), ("none", None, None)))}


def related(book, part):
    folder, name = posixpath.split(part)
    path = f"{folder}/_rels/{name}.rels"
    if path not in book.namelist():
        return {}
    return {one.get("Id"): posixpath.normpath(posixpath.join(folder, one.get("Target")))
            for one in ElementTree.fromstring(book.read(path))}


def anchored(book, drawing):
    """What stands on a sheet, by the cell that it begins in."""
    found = {}
    relations = related(book, drawing)
    for anchor in ElementTree.fromstring(book.read(drawing)):
        start, end = anchor.find(f"{X}from"), anchor.find(f"{X}to")
        about = next(anchor.iter(f"{X}cNvPr"))
        chart = next(anchor.iter(f"{C}chart"), None)
        picture = next(anchor.iter(f"{A}blip"), None)
        cells = [(int(at.findtext(f"{X}col")), int(at.findtext(f"{X}row"))) for at in (start, end) if at is not None]
        part = relations[(chart.get(f"{R}id") if chart is not None else picture.get(f"{R}embed"))]
        found.setdefault(cells[0], []).append({
            "end": cells[1:], "moves": anchor.get("editAs", "twoCell"),
            "alternative": about.get("descr") or None,
            "chart": chart_of(ElementTree.fromstring(book.read(part))) if chart is not None else None,
            "picture": len(book.read(part)) if picture is not None else None})
    return found


def drawings_of(path):
    with zipfile.ZipFile(path) as book:
        sheets = sorted(name for name in book.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))
        return {sheet: anchored(book, drawing) for sheet in sheets for drawing in related(book, sheet).values()
                if "/drawings/drawing" in drawing and drawing.endswith(".xml")}


differences = 0


def same(place, ours, theirs):
    global differences
    ours = accepted_size(ours, theirs)
    if isinstance(ours, dict) and isinstance(theirs, dict):
        if "alternative" in ours and "alternative" in theirs:
            accepted_anchor(ours, theirs)
        for key in sorted(set(ours) | set(theirs), key=str):
            same(f"{place} {key}", ours.get(key), theirs.get(key))
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs) and ours and isinstance(ours[0], dict):
        for a, b in zip(ours, theirs):
            same(place, a, b)
    elif ours != theirs:
        differences += 1
        print(f"{place}: ours {ours!r}, LibreOffice's {theirs!r}")


def main():
    ours, theirs = drawings_of(sys.argv[1]), drawings_of(sys.argv[2])
    same("", ours, theirs)
    if not ours:
        print("no chart and no picture")
    return 1 if differences or not ours else 0


if __name__ == "__main__":
    sys.exit(main())
