// SPDX-License-Identifier: MPL-2.0
// Turns a row of the DfE's attendance file into a workspace whose exports add up to it:
//   make_exports FILE "Rutland" Primary OUT_DIR --shape ctf|ctf-totals|sims-totals|marks
#include "connectors/profiles/attendance_codes_file.hpp"
#include "core/diagnostics/error.hpp"
#include "tests/tools/make_exports/dfe_row.hpp"
#include "tests/tools/make_exports/shapes.hpp"
#include "tests/tools/make_exports/spread.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

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
    app.add_option("--shape", shape, "what the exports carry")
        ->check(CLI::IsMember({"ctf", "ctf-totals", "sims-totals", "marks"}));
    CLI11_PARSE(app, argc, argv);
    try {
        const AttendanceCodes codes = national_attendance_codes();
        const auto row = make_exports::read_dfe_row(file, area, phase);
        const auto school = make_exports::spread(row.sessions, area + " " + phase, phase, codes);
        make_exports::write_workspace(folder, school, *make_exports::parse_shape(shape), codes);
        fmt::print("{} pupils with {} possible sessions\n", school.pupils.size(), row.possible);
        return 0;
    } catch (const Error& error) {
        fmt::print(stderr, "{}\n", error.what());
        return error.kind() == ErrorKind::output ? 4 : 3;
    }
}
