// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/byte_source.hpp"
#include "core/diagnostics/source_pos.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace termbook::readers {

/// Where the parser stands, worked out only when asked for.
class XmlPlace {
  public:
    virtual ~XmlPlace() = default;
    virtual std::uint64_t line() const = 0;
    /// Of the character, from 1; a byte order mark is one.
    virtual std::uint32_t column() const = 0;
    virtual SourcePos pos() const = 0;
};

/// The attributes of an element in the order they are written.
class XmlAttributes {
  public:
    /// Names and values by turns, then a null pointer.
    explicit XmlAttributes(const char* const* pairs) : m_pairs(pairs) {}

    std::optional<std::string_view> find(std::string_view name) const;

    /// Calls visit(name, value) for each.
    template<class Visit>
    void for_each(Visit visit) const {
        for (const char* const* pair = m_pairs; *pair != nullptr; pair += 2)
            visit(std::string_view(pair[0]), std::string_view(pair[1]));
    }

  private:
    const char* const* m_pairs;
};

/// What is told about a document as it is read. Names are as written, with their prefix. All views last for
/// the call only. An Error thrown without a place is given the one where the parser stands.
class XmlHandler {
  public:
    virtual ~XmlHandler() = default;
    virtual void start_element(std::string_view name, const XmlAttributes& attributes,
                               const XmlPlace& place) = 0;
    /// Of an empty element <a/>, too; `place` is then behind it.
    virtual void end_element(std::string_view name, const XmlPlace& place) = 0;
    /// All the text between two tags in one piece, blanks and CDATA included, comments left out. `place` is
    /// the tag behind it.
    virtual void text(std::string_view text, const XmlPlace& place) = 0;
};

/// Reads XML that somebody else wrote, piece by piece, in memory that does not grow with the file. The source
/// and the handler must outlive it.
///
/// Well-formedness is checked throughout; UTF-8, UTF-16, ISO-8859-1, US-ASCII and Windows-1252 are
/// understood. Throws Error with line and column for what is not well-formed, has a DOCTYPE, is nested deeper
/// than 256, or has a tag or text of more than 16 MB; and what the handler throws.
class XmlStream {
  public:
    XmlStream(ByteSource& source, XmlHandler& handler);
    ~XmlStream();
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;

    /// Reads the next 256 KB and tells the handler what is in them; false once there are none. Not to be
    /// called again after that, or after it has thrown.
    bool read_piece();

  private:
    class Reading;
    std::unique_ptr<Reading> m_reading;
};

/// Reads all of a document so.
void read_xml(ByteSource& source, XmlHandler& handler);

} // namespace termbook::readers
