// SPDX-License-Identifier: MPL-2.0
#include "templates/odf/xml_gate.hpp"

#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <expat.h>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <type_traits>

namespace termbook::odf {

namespace {

constexpr int deepest = 256;
constexpr std::size_t chunk = 1 << 20;

/// What stands in the way, if it is not an error of the XML itself.
struct Refusal {
    std::string found;
    std::string expected;
    std::string remedy;
};

struct Gate {
    XML_Parser parser;
    int depth{0};
    std::optional<Refusal> refusal;
    XML_Size line{0};
    XML_Size column{0};

    void refuse(Refusal why) {
        if (refusal) return;
        refusal = std::move(why);
        line = XML_GetCurrentLineNumber(parser);
        column = XML_GetCurrentColumnNumber(parser) + 1;
        XML_StopParser(parser, XML_FALSE);
    }
};

Gate& gate_of(void* data) {
    return *static_cast<Gate*>(data);
}

void on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    gate_of(data).refuse({"a DOCTYPE", "XML without one", "save the document again with LibreOffice"});
}

void on_declaration(void* data, const XML_Char*, const XML_Char* encoding, int) {
    if (encoding == nullptr) return;
    std::string name = encoding;
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : static_cast<char>(c);
    });
    if (name == "UTF-8" || name == "UTF-16" || name == "US-ASCII") return;
    gate_of(data).refuse(
        {fmt::format("the encoding '{}'", encoding), "UTF-8", "save the document again with LibreOffice"});
}

void on_start(void* data, const XML_Char*, const XML_Char**) {
    Gate& gate = gate_of(data);
    if (++gate.depth > deepest)
        gate.refuse({fmt::format("elements nested more than {} deep", deepest),
                     "a document an office suite would write", "save the document again with LibreOffice"});
}

void on_end(void* data, const XML_Char*) {
    --gate_of(data).depth;
}

} // namespace

void require_well_formed(std::string_view xml) {
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(
        XML_ParserCreate(nullptr), &XML_ParserFree);
    if (!parser) throw std::bad_alloc();
    Gate gate{parser.get(), 0, {}, 0, 0};
    XML_SetUserData(parser.get(), &gate);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
    XML_SetXmlDeclHandler(parser.get(), on_declaration);
    XML_SetElementHandler(parser.get(), on_start, on_end);
    bool last = false;
    for (std::size_t at = 0; !last; at += chunk) {
        const auto piece = xml.substr(std::min(at, xml.size()), chunk);
        last = at + piece.size() >= xml.size();
        if (XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last) != XML_STATUS_ERROR)
            continue;
        if (gate.refusal)
            throw Error({"", gate.line, static_cast<std::uint32_t>(gate.column), ""}, gate.refusal->found,
                        gate.refusal->expected, gate.refusal->remedy);
        throw Error({"", XML_GetCurrentLineNumber(parser.get()),
                     static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(parser.get()) + 1), ""},
                    fmt::format("broken XML ({})", XML_ErrorString(XML_GetErrorCode(parser.get()))),
                    "well-formed XML", "open the document in LibreOffice and save it again");
    }
}

} // namespace termbook::odf
