// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/xml/xml_root.hpp"

#include "connectors/readers/xml/xml_reader.hpp"
#include "core/diagnostics/error.hpp"

namespace termbook::readers {

namespace {

/// Stops at the root element.
class Root : public XmlHandler {
  public:
    void start_element(std::string_view name, const XmlAttributes&, const XmlPlace& place) override {
        throw XmlRoot{std::string(name), place.pos()};
    }
    void end_element(std::string_view, const XmlPlace&) override {}
    void text(std::string_view, const XmlPlace&) override {}
};

} // namespace

XmlRoot read_xml_root(ByteSource& source) {
    Root root;
    try {
        read_xml(source, root);
    } catch (const XmlRoot& found) {
        return found;
    }
    throw Error(source.place(), "XML without an element", "an XML document", "export it again");
}

} // namespace termbook::readers
