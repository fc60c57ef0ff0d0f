// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/xml/xml_reader.hpp"

#include "connectors/readers/windows_1252.hpp"
#include "core/diagnostics/error.hpp"

#include <Poco/String.h>
#include <exception>
#include <expat.h>
#include <fmt/format.h>
#include <memory>
#include <new>
#include <string>

namespace termbook::readers {

namespace {

constexpr int piece_bytes = 256 * 1024;
constexpr int most_levels = 256;
constexpr std::size_t longest_piece = std::size_t{16} << 20;

/// Expat asks for each encoding that it does not know itself.
int describe_encoding(void*, const char* name, XML_Encoding* encoding) {
    if (Poco::icompare(std::string(name), "windows-1252") != 0 &&
        Poco::icompare(std::string(name), "cp1252") != 0)
        return XML_STATUS_ERROR;
    for (int byte = 0; byte < 256; ++byte) {
        const char16_t character = windows_1252_character(static_cast<unsigned char>(byte));
        encoding->map[byte] = character == 0 ? -1 : character;
    }
    encoding->data = nullptr;
    encoding->convert = nullptr;
    encoding->release = nullptr;
    return XML_STATUS_OK;
}

} // namespace

/// One reading of one document. Its callbacks are called by C code, through which no exception may pass: what
/// is thrown is kept, the parser stopped, and the exception thrown on once the parser has returned.
class XmlStream::Reading final : public XmlPlace {
  public:
    Reading(ByteSource& source, XmlHandler& handler);

    bool parse_piece();

    std::uint64_t line() const override { return XML_GetCurrentLineNumber(m_parser.get()); }
    std::uint32_t column() const override {
        return static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(m_parser.get())) + 1;
    }
    SourcePos pos() const override { return m_source.place(line(), column()); }

  private:
    void check_encoding(const char* declared) const;
    void start(const char* name, const char** attributes);
    void end(const char* name);
    void add_text(std::string_view text);
    void deliver_text();
    void check_progress() const;
    [[noreturn]] void refuse() const;
    template<class Action>
    void guarded(Action action) noexcept;

    ByteSource& m_source;
    XmlHandler& m_handler;
    std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> m_parser;
    std::string m_text;
    int m_level{0};
    bool m_has_utf8_mark{false};
    std::exception_ptr m_failure;
};

template<class Action>
void XmlStream::Reading::guarded(Action action) noexcept {
    if (m_failure) return; // Expat still reports the end of an empty element after it was told to stop.
    try {
        try {
            action();
        } catch (const Error& error) {
            if (error.pos() != SourcePos{}) throw;
            throw error.at(pos());
        }
    } catch (...) {
        m_failure = std::current_exception();
        XML_StopParser(m_parser.get(), XML_FALSE);
    }
}

XmlStream::Reading::Reading(ByteSource& source, XmlHandler& handler)
    : m_source(source), m_handler(handler), m_parser(XML_ParserCreate(nullptr), &XML_ParserFree) {
    if (!m_parser) throw std::bad_alloc();
    XML_Parser parser = m_parser.get();
    XML_SetUserData(parser, this);
    XML_SetElementHandler(
        parser,
        [](void* self, const char* name, const char** attributes) {
            auto& reading = *static_cast<Reading*>(self);
            reading.guarded([&] { reading.start(name, attributes); });
        },
        [](void* self, const char* name) {
            auto& reading = *static_cast<Reading*>(self);
            reading.guarded([&] { reading.end(name); });
        });
    XML_SetCharacterDataHandler(parser, [](void* self, const char* text, int length) {
        auto& reading = *static_cast<Reading*>(self);
        reading.guarded([&] { reading.add_text({text, static_cast<std::size_t>(length)}); });
    });
    XML_SetStartDoctypeDeclHandler(parser, [](void* self, const char*, const char*, const char*, int) {
        static_cast<Reading*>(self)->guarded([] {
            throw Error({}, "a DOCTYPE", "an export without one",
                        "take the DOCTYPE out, or export the file again");
        });
    });
    XML_SetXmlDeclHandler(parser, [](void* self, const char*, const char* encoding, int) {
        auto& reading = *static_cast<Reading*>(self);
        reading.guarded([&] { reading.check_encoding(encoding); });
    });
    XML_SetUnknownEncodingHandler(parser, &describe_encoding, nullptr);
}

/// Expat would believe the declaration, and garble every accented letter of what is UTF-8 by its mark.
void XmlStream::Reading::check_encoding(const char* declared) const {
    if (!m_has_utf8_mark || declared == nullptr || Poco::icompare(std::string(declared), "utf-8") == 0)
        return;
    throw Error({}, "a UTF-8 byte order mark before a declaration of another encoding", "one encoding",
                "export the file again in UTF-8");
}

void XmlStream::Reading::start(const char* name, const char** attributes) {
    deliver_text();
    if (++m_level > most_levels)
        throw Error({}, fmt::format("elements nested more than {} deep", most_levels),
                    "an export of a school system", "export the file again");
    m_handler.start_element(name, XmlAttributes(attributes), *this);
}

void XmlStream::Reading::end(const char* name) {
    deliver_text();
    --m_level;
    m_handler.end_element(name, *this);
}

void XmlStream::Reading::add_text(std::string_view text) {
    if (m_text.size() + text.size() > longest_piece)
        throw Error({}, "a text of more than 16 MB", "the values of a table", "export the file again");
    m_text += text;
}

void XmlStream::Reading::deliver_text() {
    if (m_text.empty()) return;
    m_handler.text(m_text, *this);
    m_text.clear();
}

bool XmlStream::Reading::parse_piece() {
    bool is_last = false;
    auto* const room = static_cast<char*>(XML_GetBuffer(m_parser.get(), piece_bytes));
    if (room == nullptr) throw std::bad_alloc();
    // A piece is always filled: expat's guess at the encoding depends on how many bytes it is first shown.
    std::size_t count = 0;
    while (count != std::size_t{piece_bytes} && !is_last) {
        const std::size_t more = m_source.read({room + count, piece_bytes - count});
        count += more;
        is_last = more == 0;
    }
    if (m_source.bytes_read() == 0)
        throw Error(m_source.place(), "an empty file", "an XML document", "export the file again");
    if (m_source.bytes_read() == count)
        m_has_utf8_mark = std::string_view(room, count).starts_with("\xEF\xBB\xBF");
    const XML_Status status = XML_ParseBuffer(m_parser.get(), static_cast<int>(count), is_last);
    if (m_failure) std::rethrow_exception(m_failure);
    if (status != XML_STATUS_OK) refuse();
    check_progress();
    return !is_last;
}

/// Expat keeps all of a tag, comment or instruction until it has its end, however long that is.
void XmlStream::Reading::check_progress() const {
    const auto done = static_cast<std::uint64_t>(XML_GetCurrentByteIndex(m_parser.get()));
    if (m_source.bytes_read() - done > longest_piece + piece_bytes)
        throw Error(pos(), "a tag or comment of more than 16 MB", "an export of a school system",
                    "export the file again");
}

void XmlStream::Reading::refuse() const {
    const XML_Error code = XML_GetErrorCode(m_parser.get());
    if (code == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
    if (code == XML_ERROR_UNKNOWN_ENCODING)
        throw Error(pos(), "an encoding that is not known here", "UTF-8, UTF-16, ISO-8859-1 or Windows-1252",
                    "export the file again in UTF-8");
    throw Error(pos(), fmt::format("XML that is not well-formed ({})", XML_ErrorString(code)),
                "well-formed XML", "export the file again");
}

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
    for (const char* const* pair = m_pairs; *pair != nullptr; pair += 2)
        if (name == pair[0]) return pair[1];
    return std::nullopt;
}

XmlStream::XmlStream(ByteSource& source, XmlHandler& handler)
    : m_reading(std::make_unique<Reading>(source, handler)) {}
XmlStream::~XmlStream() = default;

bool XmlStream::read_piece() {
    return m_reading->parse_piece();
}

void read_xml(ByteSource& source, XmlHandler& handler) {
    XmlStream stream(source, handler);
    while (stream.read_piece()) {
    }
}

} // namespace termbook::readers
