// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/Session.h>

#include <cstdint>
#include <filesystem>
#include <string>

namespace termbook::test {

/// The file of a store, opened beside Termbook by plain SQL.
class OpenedStore {
  public:
    explicit OpenedStore(const std::filesystem::path& workspace) : m_session(opened(workspace)) {}

    void run(const std::string& statement) { m_session << statement, Poco::Data::Keywords::now; }

    std::int64_t number(const std::string& query) {
        std::int64_t value = 0;
        m_session << query, Poco::Data::Keywords::into(value), Poco::Data::Keywords::now;
        return value;
    }

    std::string text(const std::string& query) {
        std::string value;
        m_session << query, Poco::Data::Keywords::into(value), Poco::Data::Keywords::now;
        return value;
    }

  private:
    static Poco::Data::Session opened(const std::filesystem::path& workspace) {
        Poco::Data::SQLite::Connector::registerConnector();
        return {Poco::Data::SQLite::Connector::KEY, (workspace / "captures.sqlite").string()};
    }

    Poco::Data::Session m_session;
};

} // namespace termbook::test
