// SPDX-License-Identifier: MPL-2.0
// Turns a row of the DfE's attendance file into a workspace whose exports add up to it:
//   make_exports FILE "Rutland" Primary OUT_DIR --shape arbor --zip
#include "connectors/profiles/attendance_codes_file.hpp"
#include "core/diagnostics/error.hpp"
#include "tests/tools/make_exports/dfe_row.hpp"
#include "tests/tools/make_exports/shapes.hpp"
#include "tests/tools/make_exports/spread.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <string>
#include <vector>

using namespace termbook;

int main(int argc, char** argv) {
    CLI::App app("Pupils' exports that add up to a row of the DfE's attendance file");
    std::string file;
    std::string area;
    std::string phase;
    std::string folder;
    std::string shape = "ctf";
    app.add_option("FILE", file, "the DfE's CSV")->required();
    app.add_option("AREA", area, "a local authority, as the file writes it")->required();
    app.add_option("PHASE", phase, "Primary, Secondary, Special or Total")->required();
    app.add_option("OUT_DIR", folder, "the workspace to write")->required();
    bool zipped = false;
    std::vector<std::string> names;
    for (const make_exports::Shape& each : make_exports::all_shapes())
        names.emplace_back(each.name);
    app.add_option("--shape", shape, "the system's dialect, and the shape of attendance")
        ->check(CLI::IsMember(names));
    app.add_flag("--zip", zipped, "all exports in one archive");
    CLI11_PARSE(app, argc, argv);
    try {
        const AttendanceCodes codes = national_attendance_codes();
        const auto row = make_exports::read_dfe_row(file, area, phase);
        const auto school = make_exports::spread(row.sessions, area + " " + phase, phase, codes);
        make_exports::write_workspace(folder, school, *make_exports::find_shape(shape), codes,
                                      zipped ? make_exports::Packing::zipped : make_exports::Packing::plain);
        fmt::print("{} pupils with {} possible sessions\n", school.pupils.size(), row.possible);
        return 0;
    } catch (const Error& error) {
        fmt::print(stderr, "{}\n", error.what());
        return error.kind() == ErrorKind::output ? 4 : 3;
    }
}
