// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/looks/letter_widths.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace termbook::writers {

namespace {

constexpr unsigned char first_letter = ' ';
constexpr unsigned char last_letter = '~';
constexpr double units_an_em = 2048;
using Widths = std::array<std::uint16_t, last_letter - first_letter + 1>;

struct Face {
    double line; ///< from line to line, of the size
    Widths plain;
    Widths bold;
};

/// The advances of Carlito, which are Calibri's.
constexpr Face calibri{
    1.22,
    {463,  667,  821,  1020, 1038, 1464, 1397, 452,  621,  621,  1020, 1020, 511,  627,  517,  791,
     1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 548,  548,  1020, 1020, 1020, 949,
     1831, 1185, 1114, 1092, 1260, 1000, 941,  1292, 1276, 516,  653,  1064, 861,  1751, 1322, 1356,
     1058, 1378, 1112, 941,  998,  1314, 1162, 1822, 1063, 998,  959,  628,  791,  628,  1020, 1020,
     596,  981,  1076, 866,  1076, 1019, 625,  964,  1076, 470,  490,  931,  470,  1636, 1076, 1080,
     1076, 1076, 714,  801,  686,  1076, 925,  1464, 887,  927,  809,  644,  943,  644,  1020},
    {463,  667,  898,  1020, 1038, 1493, 1443, 478,  638,  638,  1020, 1020, 528,  627,  547,  880,
     1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 565,  565,  1020, 1020, 1020, 949,
     1840, 1241, 1148, 1084, 1291, 999,  940,  1305, 1292, 546,  678,  1120, 866,  1790, 1349, 1385,
     1090, 1405, 1153, 968,  1014, 1337, 1211, 1856, 1128, 1064, 979,  665,  880,  665,  1020, 1020,
     615,  1011, 1099, 857,  1099, 1031, 648,  971,  1099, 503,  523,  983,  503,  1666, 1099, 1101,
     1099, 1099, 728,  817,  710,  1099, 969,  1526, 941,  970,  814,  704,  973,  704,  1020}};

/// The advances of Liberation Sans, which are Arial's.
constexpr Face arial{
    1.15,
    {569,  569,  727,  1139, 1139, 1821, 1366, 391,  682,  682,  797,  1196, 569,  682,  569,  569,
     1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 569,  569,  1196, 1196, 1196, 1139,
     2079, 1366, 1366, 1479, 1479, 1366, 1251, 1593, 1479, 569,  1024, 1366, 1139, 1706, 1479, 1593,
     1366, 1593, 1479, 1366, 1251, 1479, 1366, 1933, 1366, 1366, 1251, 569,  569,  569,  961,  1139,
     682,  1139, 1139, 1024, 1139, 1139, 569,  1139, 1139, 455,  455,  1024, 455,  1706, 1139, 1139,
     1139, 1139, 682,  1024, 569,  1139, 1024, 1479, 1024, 1024, 1024, 684,  532,  684,  1196},
    {569,  682,  971,  1139, 1139, 1821, 1479, 487,  682,  682,  797,  1196, 569,  682,  569,  569,
     1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 682,  682,  1196, 1196, 1196, 1251,
     1997, 1479, 1479, 1479, 1479, 1366, 1251, 1593, 1479, 569,  1139, 1479, 1251, 1706, 1479, 1593,
     1366, 1593, 1479, 1366, 1251, 1479, 1366, 1933, 1366, 1366, 1251, 682,  569,  682,  1196, 1139,
     682,  1139, 1251, 1139, 1251, 1139, 682,  1251, 1251, 569,  569,  1139, 569,  1821, 1251, 1251,
     1251, 1251, 797,  1139, 682,  1251, 1139, 1593, 1139, 1139, 1024, 797,  573,  797,  1196}};

bool is_one_of(const std::string& font, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), font) != names.end();
}

const Face& face_of(const Letters& letters) {
    return is_one_of(letters.font, {"Calibri", "Carlito"}) ? calibri : arial;
}

/// What is not known may be wider than Arial.
double allowance(const Letters& letters) {
    constexpr double wider = 1.1;
    return is_one_of(letters.font, {"Calibri", "Carlito", "Arial", "Helvetica", "Liberation Sans"}) ? 1
                                                                                                    : wider;
}

} // namespace

double letter_width(unsigned char byte, const Letters& letters) {
    constexpr unsigned char first_lead = 0xC0;
    constexpr unsigned char first_wide_lead = 0xE3; // Chinese, Japanese, Korean, pictures
    if (byte > last_letter && byte < first_lead) return 0;
    if (byte >= first_wide_lead) return letters.size;
    const auto& face = face_of(letters);
    const auto letter = byte < first_letter ? first_letter : byte > last_letter ? 'o' : byte;
    const auto& widths = letters.bold ? face.bold : face.plain;
    return widths.at(letter - first_letter) / units_an_em * letters.size * allowance(letters);
}

double line_distance(const Letters& letters) {
    return face_of(letters).line * letters.size;
}

} // namespace termbook::writers
