// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace termbook {

/// What a list calls an exclusion.
enum class ExclusionWord {
    suspension,
    lunchtime, ///< a suspension of half a day
    exclusion, ///< permanent
    none,      ///< neither: within the school, or a move
};

enum class IncidentOutcome {
    stands,
    cancelled,
    pending, ///< not decided yet
};

/// Phrases and what they come to, folded.
template<typename Meaning>
class Phrases {
  public:
    void add(std::string phrase, Meaning meaning) {
        m_phrases.insert_or_assign(std::move(phrase), std::move(meaning));
    }

    /// The meaning of a folded text that is a phrase; else of the longest phrase of at least `shortest`
    /// letters that stands in it as words.
    std::optional<Meaning> find(std::string_view text, std::size_t shortest) const {
        if (const auto whole = m_phrases.find(text); whole != m_phrases.end()) return whole->second;
        const auto* best = longest_in(text, shortest);
        return best ? std::optional(best->second) : std::nullopt;
    }

  private:
    using Entries = std::map<std::string, Meaning, std::less<>>;

    static bool stands_in(std::string_view text, std::string_view phrase) {
        const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
        for (auto at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
            const std::size_t end = at + phrase.size();
            if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end])))
                return true;
        }
        return false;
    }

    const typename Entries::value_type* longest_in(std::string_view text, std::size_t shortest) const {
        const typename Entries::value_type* best = nullptr;
        for (const auto& entry : m_phrases)
            if (entry.first.size() >= shortest && (!best || entry.first.size() > best->first.size()) &&
                stands_in(text, entry.first))
                best = &entry;
        return best;
    }

    Entries m_phrases;
};

/// What systems write in lists of suspensions and exclusions.
struct IncidentWords {
    Phrases<ExclusionWord> kinds;
    Phrases<IncidentOutcome> outcomes;
    Phrases<std::string> reasons; ///< each as pages write it

    std::optional<ExclusionWord> kind(std::string_view text) const;
    std::optional<IncidentOutcome> outcome(std::string_view text) const;
    /// A reason as pages write it; another text as it is.
    std::string reason(std::string_view text) const;
    /// Whether a text is a reason and nothing besides.
    bool is_reason(std::string_view text) const;
};

/// Reads a file of <incident-words>. Throws Error with the place when it is none.
IncidentWords read_incident_words(std::string bytes, const std::string& name);

/// Those that come with Termbook.
const IncidentWords& known_incident_words();

} // namespace termbook
