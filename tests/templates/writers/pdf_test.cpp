// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/pdf.hpp"

#include "core/diagnostics/error.hpp"
#include "templates/writers/process.hpp"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>
#include <string>
#include <unistd.h>

namespace termbook::writers {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class Pdf : public ::testing::Test {
  protected:
    Pdf() : m_folder(fs::temp_directory_path() / fmt::format("termbook-pdf-test-{}", ::getpid())) {
        fs::create_directories(m_folder);
    }
    ~Pdf() override {
        ::unsetenv("TERMBOOK_SOFFICE");
        fs::remove_all(m_folder);
    }

    /// A stand-in for soffice that runs these lines.
    void soffice(const std::string& lines) const {
        std::ofstream(m_folder / "soffice") << "#!/bin/sh\n" << lines;
        fs::permissions(m_folder / "soffice", fs::perms::owner_all);
        ::setenv("TERMBOOK_SOFFICE", (m_folder / "soffice").c_str(), 1);
    }

    std::string failure(std::chrono::seconds limit) const {
        try {
            write_pdf(document(), m_folder / "report.pdf", limit);
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::output);
            EXPECT_FALSE(fs::exists(m_folder / "report.pdf"));
            return error.what();
        }
        return "no error";
    }

    static odf::Document document() {
        return odf::Document::read(fs::path(TERMBOOK_SOURCE_DIR) /
                                   "tests/templates/writers/cases/cells.fods");
    }

    std::string content(const std::string& name) const {
        std::ifstream file(m_folder / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    fs::path m_folder;
};

using PdfOffice = Pdf;

TEST_F(PdfOffice, a_document_becomes_a_PDF) {
    if (!pdf_available()) GTEST_SKIP() << "needs soffice";
    write_pdf(document(), m_folder / "report.pdf");
    EXPECT_THAT(content("report.pdf"), StartsWith("%PDF-"));
}

TEST_F(PdfOffice, a_PDF_is_tagged_for_screen_readers) {
    if (!pdf_available()) GTEST_SKIP() << "needs soffice";
    const auto pdfinfo = find_program("pdfinfo");
    if (!pdfinfo) GTEST_SKIP() << "needs pdfinfo";
    write_pdf(document(), m_folder / "report.pdf");
    const auto command = fmt::format("'{}' '{}' > '{}' 2>&1", pdfinfo->string(),
                                     (m_folder / "report.pdf").string(), (m_folder / "info").string());
    ASSERT_EQ(std::system(command.c_str()), 0);
    EXPECT_THAT(content("info"), ::testing::ContainsRegex("Tagged: +yes"));
}

TEST_F(Pdf, without_soffice_the_error_names_what_to_install) {
    ::setenv("TERMBOOK_SOFFICE", "/nowhere/soffice", 1);
    EXPECT_FALSE(pdf_available());
    EXPECT_THAT(failure(std::chrono::seconds(1)),
                AllOf(HasSubstr("found no soffice"),
                      HasSubstr("install libreoffice-calc-nogui or choose .ods or .xlsx")));
}

TEST_F(Pdf, without_a_folder_for_temporary_files_the_error_names_TMPDIR) {
    soffice("exit 0\n");
    const char* before = std::getenv("TMPDIR");
    const std::string kept = before ? before : "";
    ::setenv("TMPDIR", "/nowhere", 1);
    const std::string said = failure(std::chrono::seconds(1));
    kept.empty() ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", kept.c_str(), 1);
    EXPECT_THAT(said,
                AllOf(HasSubstr("found no folder for temporary files"), HasSubstr("set TMPDIR to one")));
}

TEST_F(Pdf, one_failure_is_tried_again_on_a_fresh_profile) {
    soffice(fmt::format("if [ -e '{0}/seen' ]; then for a; do :; done; "
                        "while [ \"$1\" != --outdir ]; do shift; done; printf '%s' '%PDF-second' > "
                        "\"$2/document.pdf\"; exit 0; fi\n"
                        "touch '{0}/seen'; exit 1\n",
                        m_folder.string()));
    write_pdf(document(), m_folder / "report.pdf", std::chrono::seconds(10));
    EXPECT_EQ(content("report.pdf"), "%PDF-second");
}

TEST_F(Pdf, an_office_that_hangs_is_ended_with_all_it_started) {
    soffice(fmt::format("(sleep 3; touch '{}/still-there') & sleep 60\n", m_folder.string()));
    const auto start = std::chrono::steady_clock::now();
    EXPECT_THAT(failure(std::chrono::seconds(1)),
                HasSubstr("made no PDF in two attempts; expected one within 1 seconds"));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(30));
    ::sleep(4);
    EXPECT_FALSE(fs::exists(m_folder / "still-there"));
}

TEST_F(Pdf, the_profile_is_private_and_follows_no_links_and_runs_no_macros) {
    soffice(
        fmt::format("for a; do case \"$a\" in -env:UserInstallation=file://*) cp "
                    "\"${{a#*file://}}/user/registrymodifications.xcu\" '{}/settings';; esac; done; exit 1\n",
                    m_folder.string()));
    failure(std::chrono::seconds(10));
    const auto settings = content("settings");
    EXPECT_THAT(settings, HasSubstr("\"DisableMacrosExecution\" oor:op=\"fuse\"><value>true<"));
    EXPECT_THAT(settings, HasSubstr("\"BlockUntrustedRefererLinks\" oor:op=\"fuse\"><value>true<"));
}

} // namespace
} // namespace termbook::writers
