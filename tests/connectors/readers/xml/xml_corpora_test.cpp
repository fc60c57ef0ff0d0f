// SPDX-License-Identifier: MPL-2.0
// The W3C's XML conformance suite, where it lies beside the source.
#include "connectors/readers/xml/xml_reader.hpp"
#include "core/diagnostics/error.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

namespace termbook::readers {

namespace {

namespace fs = std::filesystem;

const fs::path suite = fs::path(TERMBOOK_SOURCE_DIR) / "../shared/corpora/xmlconf";

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class Deaf : public XmlHandler {
  public:
    void start_element(std::string_view, const XmlAttributes&, const XmlPlace&) override {}
    void end_element(std::string_view, const XmlPlace&) override {}
    void text(std::string_view, const XmlPlace&) override {}
};

std::optional<std::string> refusal_of(const fs::path& path) {
    try {
        Deaf handler;
        read_xml(*open_file(path, path.filename().string()), handler);
        return std::nullopt;
    } catch (const Error& error) {
        return error.what();
    }
}

struct Case {
    fs::path file;
    std::string type;
    std::string recommendation;
};

class Catalogue : public Deaf {
  public:
    explicit Catalogue(fs::path folder) : m_folder(std::move(folder)) {}
    void start_element(std::string_view name, const XmlAttributes& attributes, const XmlPlace&) override {
        if (name != "TEST") return;
        cases.push_back({m_folder / attributes.find("URI").value(),
                         std::string(attributes.find("TYPE").value()),
                         std::string(attributes.find("RECOMMENDATION").value_or("XML1.0"))});
    }
    std::vector<Case> cases;

  private:
    fs::path m_folder;
};

/// The catalogues are fragments: they get a root element here.
std::vector<Case> cases_in(const fs::path& catalogue) {
    std::string text = bytes_of(suite / catalogue);
    if (text.starts_with("<?xml")) text.erase(0, text.find("?>") + 2);
    text = "<root>" + text + "</root>";
    Catalogue handler((suite / catalogue).parent_path());
    read_xml(*open_memory(text, catalogue.string()), handler);
    return handler.cases;
}

class XmlConformance : public testing::TestWithParam<const char*> {
  protected:
    void SetUp() override {
        if (!fs::exists(suite)) GTEST_SKIP() << "the W3C suite is not here";
    }
};

TEST_P(XmlConformance, what_is_not_well_formed_is_refused_and_what_is_valid_is_read) {
    const auto cases = cases_in(GetParam());
    ASSERT_FALSE(cases.empty());
    for (const Case& one : cases) {
        // XML 1.1 is another language, and names are read by the rules of XML 1.0 before its fifth edition.
        if (one.recommendation != "XML1.0" && one.recommendation != "XML1.0-errata2e") continue;
        const auto refusal = refusal_of(one.file);
        if (one.type == "not-wf") {
            EXPECT_TRUE(refusal) << one.file << " was read";
        } else if (one.type == "valid" && refusal) {
            EXPECT_NE(refusal->find("found a DOCTYPE"), std::string::npos) << *refusal;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Catalogues, XmlConformance,
                         testing::Values("xmltest/xmltest.xml", "sun/sun-valid.xml", "sun/sun-invalid.xml",
                                         "sun/sun-not-wf.xml", "sun/sun-error.xml", "oasis/oasis.xml",
                                         "ibm/ibm_oasis_invalid.xml", "ibm/ibm_oasis_not-wf.xml",
                                         "ibm/ibm_oasis_valid.xml", "japanese/japanese.xml",
                                         "eduni/errata-2e/errata2e.xml", "eduni/errata-3e/errata3e.xml",
                                         "eduni/misc/ht-bh.xml"));

} // namespace

} // namespace termbook::readers
