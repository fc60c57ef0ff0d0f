// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/pdf.hpp"

#include "core/diagnostics/error.hpp"
#include "templates/writers/ods.hpp"
#include "templates/writers/process.hpp"
#include "templates/writers/whole_file.hpp"

#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <system_error>

namespace termbook::writers {

namespace {

namespace fs = std::filesystem;

/// Settings of the throw-away profile: no macros, no links followed, formulas left as they are filled.
constexpr std::string_view settings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
)";

/// Tagged: a screen reader then finds the tables, their rows and headings.
constexpr auto export_filter = R"(pdf:calc_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}})";

[[noreturn]] void fail_in_temporary(const fs::path& folder, const std::string& what) {
    throw Error({folder.string(), 0, 0, ""}, what, "a folder for temporary files with room for the document",
                "set TMPDIR to one, or free space", ErrorKind::output);
}

/// A folder nobody else can read, gone with its owner.
class PrivateFolder {
  public:
    PrivateFolder() {
        std::error_code failure;
        std::string name = (fs::temp_directory_path(failure) / "termbook-pdf-XXXXXX").string();
        if (!failure && ::mkdtemp(name.data()) == nullptr) failure = {errno, std::generic_category()};
        if (failure)
            throw Error({name, 0, 0, ""},
                        fmt::format("no folder for temporary files ({})", failure.message()),
                        "a TMPDIR that can be written", "set TMPDIR to one", ErrorKind::output);
        m_path = name;
    }
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;
    ~PrivateFolder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    const fs::path& path() const { return m_path; }

  private:
    fs::path m_path;
};

std::optional<fs::path> find_soffice() {
    if (const char* named = std::getenv("TERMBOOK_SOFFICE"); named != nullptr && *named != '\0') {
        std::error_code ignored;
        return fs::is_regular_file(named, ignored) ? std::optional<fs::path>(named) : std::nullopt;
    }
    if (auto program = find_program("soffice")) return program;
    return find_program("libreoffice");
}

/// A path as a file URL, where anything but plain letters is escaped.
std::string file_url(const fs::path& path) {
    std::string url = "file://";
    for (const unsigned char c : path.string()) {
        const bool plain =
            std::isalnum(c) || std::string_view("/-_.~").find(static_cast<char>(c)) != std::string_view::npos;
        url += plain ? std::string(1, static_cast<char>(c)) : fmt::format("%{:02X}", c);
    }
    return url;
}

/// What LibreOffice reads. The place that cannot be written is not the one that the PDF was asked for.
fs::path write_source(const odf::Document& document, const fs::path& folder) {
    auto ods = folder / "document.ods";
    try {
        write_ods(document, ods);
    } catch (const Error& error) {
        fail_in_temporary(folder, error.found());
    }
    return ods;
}

/// One attempt, in a folder of its own, with a fresh profile; the PDF's path, or none.
std::optional<fs::path> convert(const fs::path& soffice, const fs::path& ods, const fs::path& folder,
                                std::chrono::seconds limit) {
    std::error_code failure;
    fs::create_directories(folder / "profile/user", failure);
    std::ofstream profile(folder / "profile/user/registrymodifications.xcu", std::ios::binary);
    if (failure || !(profile << settings).flush())
        fail_in_temporary(folder, "a folder that takes no settings for LibreOffice");
    const auto status =
        run_program({soffice.string(), "-env:UserInstallation=" + file_url(folder / "profile"), "--headless",
                     "--norestore", "--nologo", "--nodefault", "--convert-to", export_filter, "--outdir",
                     folder.string(), ods.string()},
                    limit);
    auto pdf = folder / ods.filename().replace_extension(".pdf");
    std::error_code ignored;
    const bool written = status == 0 && fs::is_regular_file(pdf, ignored) && fs::file_size(pdf, ignored) > 0;
    return written ? std::optional(std::move(pdf)) : std::nullopt;
}

} // namespace

bool pdf_available() {
    return find_soffice().has_value();
}

void write_pdf(const odf::Document& document, const fs::path& path, std::chrono::seconds limit) {
    const auto soffice = find_soffice();
    if (!soffice)
        throw Error({path.string(), 0, 0, ""}, "no soffice", "LibreOffice, which writes the PDF",
                    "install libreoffice-calc-nogui or choose .ods or .xlsx", ErrorKind::output);
    const PrivateFolder folder;
    const auto ods = write_source(document, folder.path());
    auto pdf = convert(*soffice, ods, folder.path() / "first", limit);
    if (!pdf) pdf = convert(*soffice, ods, folder.path() / "second", limit);
    if (!pdf)
        throw Error({path.string(), 0, 0, ""}, "a LibreOffice that made no PDF in two attempts",
                    fmt::format("one within {} seconds, and room for it in {}", limit.count(),
                                folder.path().parent_path().string()),
                    "set TMPDIR to a folder with room, or choose .ods, and open it in LibreOffice to see why",
                    ErrorKind::output);
    std::ifstream file(*pdf, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    write_whole_file(path, bytes);
}

} // namespace termbook::writers
