// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/layout/linked_ranges.hpp"

#include "core/diagnostics/error.hpp"
#include "templates/formulas/address.hpp"

#include <Poco/Exception.h>
#include <Poco/URI.h>
#include <algorithm>
#include <array>

namespace termbook::fill {

namespace {

enum class Link {
    ranges,     ///< each grows from its first instance to its last
    exact,      ///< grows to exactly the cells that its lines became
    cell,       ///< one cell, or several: each its first instance
    base,       ///< the cell that relative references of the same element start from
    expression, ///< formula text
};

struct LinkAttribute {
    std::string_view name;
    Link link;
};

constexpr std::array<LinkAttribute, 25> table{{
    {"table:base-cell-address", Link::base},
    {"style:base-cell-address", Link::base},
    {"calcext:base-cell-address", Link::base},
    {"table:cell-range-address", Link::ranges},
    {"table:target-range-address", Link::ranges},
    {"table:print-ranges", Link::ranges},
    {"table:source-range-address", Link::ranges},
    {"table:source-cell-range-addresses", Link::ranges},
    {"table:label-cell-range-address", Link::ranges},
    {"table:data-cell-range-address", Link::ranges},
    {"table:condition-source-range-address", Link::ranges},
    {"table:scenario-ranges", Link::ranges},
    {"chart:values-cell-range-address", Link::ranges},
    {"chart:label-cell-address", Link::ranges},
    {"draw:notify-on-update-of-ranges", Link::ranges},
    {"form:source-cell-range", Link::ranges},
    {"calcext:target-range-address", Link::exact},
    {"calcext:data-range", Link::ranges},
    {"table:target-cell-address", Link::cell},
    {"table:end-cell-address", Link::cell},
    {"table:buttons", Link::cell},
    {"form:linked-cell", Link::cell},
    {"table:expression", Link::expression},
    {"table:condition", Link::expression},
    {"style:condition", Link::expression},
}};

const LinkAttribute* find_link(std::string_view name) {
    const auto* const found = std::find_if(table.begin(), table.end(),
                                           [&](const LinkAttribute& each) { return each.name == name; });
    return found == table.end() ? nullptr : found;
}

/// Attributes name the corners of whole rows and columns: `Overview.A1:Overview.XFD2`, not `Overview.1:.2`.
std::string joined(const std::vector<formulas::Reference>& references) {
    std::string text;
    for (auto reference : references) {
        reference.whole_columns = reference.whole_rows = false;
        text += (text.empty() ? "" : " ") + formulas::to_odf_address(reference);
    }
    return text;
}

class Rewriter {
  public:
    explicit Rewriter(const AddressRules& rules) : m_rules(rules) {}

    void walk(pugi::xml_node node) const {
        rewrite(node);
        for (const auto child : node.children())
            if (child.type() == pugi::node_element && std::string_view(child.name()) != "table:table-row")
                walk(child);
    }

  private:
    void rewrite(pugi::xml_node node) const {
        const auto base = base_of(node);
        const bool format_entry = std::string_view(node.name()).starts_with("calcext:");
        for (auto attribute : node.attributes()) {
            const auto* const known = find_link(attribute.name());
            const std::string_view name = attribute.name();
            if (name == "xlink:href" && attribute.value()[0] == '#')
                attribute.set_value(target(attribute.value()).c_str());
            const bool entry_value = format_entry && name == "calcext:value";
            if (known == nullptr && !entry_value) continue;
            const auto link = entry_value ? Link::expression : known->link;
            attribute.set_value(rewritten(attribute.value(), link, base).c_str());
        }
    }

    /// A hyperlink's place in the document: `#Overview.B2`, `#'My sheet'.B2`, or a whole sheet, `#Overview`.
    std::string target(const std::string& link) const {
        constexpr std::string_view top = ".A1";
        std::string place;
        try {
            Poco::URI::decode(link.substr(1), place);
        } catch (const Poco::Exception&) {
            return link;
        }
        const bool whole_sheet = place.find('.') == std::string::npos;
        if (whole_sheet) place = (place.starts_with('\'') ? place : "'" + place + "'").append(top);
        auto rewritten_place = rewritten(place, Link::cell, {});
        if (rewritten_place == place) return link;
        if (whole_sheet && rewritten_place.ends_with(top))
            rewritten_place.erase(rewritten_place.size() - top.size());
        return '#' + rewritten_place;
    }

    static std::optional<formulas::CellRef> base_of(pugi::xml_node node) {
        for (const auto attribute : node.attributes()) {
            const auto* const known = find_link(attribute.name());
            if (known == nullptr || known->link != Link::base) continue;
            try {
                const auto base = formulas::parse_reference(attribute.value());
                return base.first.broken ? std::nullopt : std::optional(base.first);
            } catch (const Error&) {
                return std::nullopt;
            }
        }
        return std::nullopt;
    }

    std::string rewritten(const std::string& text, Link link,
                          const std::optional<formulas::CellRef>& base) const {
        if (link == Link::expression) return m_rules.expression(text, base);
        try {
            auto references = formulas::parse_reference_list(text);
            if (link == Link::exact) return joined(exact(references));
            const auto before = references;
            for (auto& reference : references)
                m_rules.rewrite(reference, link == Link::ranges);
            return references == before ? text : joined(references);
        } catch (const Error&) {
            return text; // no address of this document: a name, or another program's notation
        }
    }

    std::vector<formulas::Reference> exact(const std::vector<formulas::Reference>& ranges) const {
        std::vector<formulas::Reference> grown;
        for (const auto& range : ranges) {
            auto pieces = m_rules.exactly(range);
            std::move(pieces.begin(), pieces.end(), std::back_inserter(grown));
        }
        for (auto& range : grown)
            if (range.last && range.last->column == range.first.column && range.last->row == range.first.row)
                range.last.reset();
        return grown;
    }

    const AddressRules& m_rules;
};

/// As lines grow.
class Growth final : public AddressRules {
  public:
    Growth(const References& references, const Standpoint& from) : m_references(references), m_from(from) {}

    void rewrite(formulas::Reference& reference, bool range) const override {
        m_references.rewrite(reference, range, m_from);
    }
    std::vector<formulas::Reference> exactly(const formulas::Reference& range) const override {
        return m_references.grow_exactly(range, m_from);
    }
    std::string expression(std::string_view text,
                           const std::optional<formulas::CellRef>& base) const override {
        return m_references.rewrite_expression(text, from_base(base));
    }

  private:
    /// Relative references start from the base cell, where that is first shown.
    Standpoint from_base(const std::optional<formulas::CellRef>& base) const {
        if (!base) return m_from;
        const auto sheet = m_references.sheet_of(*base, m_from.sheet);
        if (!sheet) return m_from;
        return {*sheet, first_instance_of(m_references.plans()[*sheet], line_of(*base, m_references.axis()))};
    }

    const References& m_references;
    const Standpoint& m_from;
};

} // namespace

void rewrite_links(pugi::xml_node root, const AddressRules& rules) {
    Rewriter(rules).walk(root);
}

void rewrite_links(pugi::xml_node root, const References& references, const Standpoint& from) {
    if (references.any_growth()) rewrite_links(root, Growth(references, from));
}

} // namespace termbook::fill
