// SPDX-License-Identifier: MPL-2.0
// Any bytes are a document or an Error, and the same one in however small pieces they come.
#include "connectors/readers/utf8.hpp"
#include "connectors/readers/xml/xml_reader.hpp"
#include "core/diagnostics/error.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace termbook;
using namespace termbook::readers;

void require(bool holds) {
    if (!holds) std::abort();
}

class Account : public XmlHandler {
  public:
    void start_element(std::string_view name, const XmlAttributes& attributes,
                       const XmlPlace& place) override {
        add('<', name, place);
        attributes.for_each([&](std::string_view key, std::string_view value) {
            add('@', key, place);
            add('=', value, place);
        });
        ++m_level;
        require(m_level <= 256);
    }
    void end_element(std::string_view name, const XmlPlace& place) override {
        add('>', name, place);
        --m_level;
    }
    void text(std::string_view text, const XmlPlace& place) override {
        require(m_level > 0 && !text.empty());
        add('\'', text, place);
    }

    std::string account;

  private:
    void add(char kind, std::string_view text, const XmlPlace& place) {
        require(check_utf8(text).good == text.size());
        account += kind + std::string(text) + '\0' + to_string(place.pos()) + '\0';
    }

    int m_level{0};
};

std::string account_of(std::string_view bytes, std::size_t most_at_once) {
    Account account;
    try {
        const auto source = open_memory(bytes, "fuzz", most_at_once);
        read_xml(*source, account);
        require(source->bytes_read() == bytes.size());
    } catch (const Error& error) {
        require(error.pos().file == "fuzz");
        account.account += error.what();
    }
    return account.account;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string whole = account_of(bytes, size + 1);
    for (const std::size_t most_at_once : {1, 3, 7})
        require(account_of(bytes, most_at_once) == whole);
    return 0;
}
