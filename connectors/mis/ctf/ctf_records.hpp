// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/xml/xml_reader.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace termbook {

/// A text of a CTF, and the line it ended on.
struct CtfText {
    std::string text;
    std::uint64_t line{0};
};

/// What is read of the header: SourceSchool, and when the file was made.
struct CtfHeader {
    CtfText date_time;
    CtfText la;
    CtfText estab;
    CtfText urn;
    CtfText school_name;
};

/// One YearData or AttendSessions of a pupil.
struct CtfYear {
    CtfText year;
    CtfText la;
    CtfText estab;
    CtfText possible;
    CtfText authorised;
    CtfText unauthorised;
    CtfText start;
    CtfText marks;
};

/// One FSMinstance, or one SEN of a history.
struct CtfSpell {
    CtfText from;
    CtfText to;
    CtfText provision; ///< of a SEN: N, K or E
};

/// One StageAssessment, with the Stage of its KeyStage.
struct CtfAssessment {
    CtfText stage;
    CtfText year;
    CtfText subject;
    CtfText method; ///< TA of a teacher; others are tests
    CtfText component;
    CtfText result;
};

struct CtfPupil {
    std::uint64_t line{0};
    CtfText upn;
    CtfText surname;
    CtfText forename;
    CtfText born;
    CtfText sex;
    CtfText year_group;
    CtfText ethnicity;
    CtfText language; ///< the first one
    CtfText service;
    CtfText in_care;
    std::vector<CtfSpell> meals;
    std::vector<CtfSpell> sen;
    std::vector<CtfYear> years;
    std::vector<CtfAssessment> assessments;
};

/// Takes a CTF apart as it streams by: the header, then pupil after pupil, each given to a function when it
/// is whole.
class CtfRecords : public readers::XmlHandler {
  public:
    CtfRecords(std::function<void(const CtfHeader&, std::uint64_t line)> on_header,
               std::function<void(const CtfPupil&)> on_pupil);

    void start_element(std::string_view name, const readers::XmlAttributes& attributes,
                       const readers::XmlPlace& place) override;
    void end_element(std::string_view name, const readers::XmlPlace& place) override;
    void text(std::string_view text, const readers::XmlPlace& place) override;

  private:
    CtfText* field_of(std::string_view name);
    void end_language();

    std::function<void(const CtfHeader&, std::uint64_t)> m_on_header;
    std::function<void(const CtfPupil&)> m_on_pupil;
    std::vector<std::string> m_path;
    std::string m_text;
    CtfHeader m_header;
    CtfText m_stage; ///< of the KeyStage that is being read
    CtfText m_language;
    CtfText m_language_type;
    CtfPupil m_pupil;
};

} // namespace termbook
