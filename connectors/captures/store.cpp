// SPDX-License-Identifier: MPL-2.0
#include "connectors/captures/store.hpp"

#include "connectors/captures/schema.hpp"

#include <Poco/Data/DataException.h>
#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/SQLite/SQLiteException.h>
#include <Poco/Data/Statement.h>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <system_error>
#include <unistd.h>

namespace termbook::captures {

namespace {

namespace fs = std::filesystem;
namespace sqlite = Poco::Data::SQLite;
using namespace Poco::Data::Keywords;

/// As long as another capture may be at work before this one gives up.
constexpr int patience_in_milliseconds = 60'000;

constexpr auto a_store = "figures kept by `termbook capture`";

[[noreturn]] void refuse(std::string found, std::string expected, std::string remedy) {
    throw Error({file_name, 0, 0, {}}, std::move(found), std::move(expected), std::move(remedy));
}

[[noreturn]] void refuse_other_file(std::string found) {
    refuse(std::move(found), a_store,
           fmt::format("move it away, or put the latest copy of the workspace's {} in its place", file_name));
}

[[noreturn]] void refuse_output(std::string found, std::string remedy) {
    throw Error({file_name, 0, 0, {}}, std::move(found), "a file that can be written", std::move(remedy),
                ErrorKind::output);
}

/// Whether SQLite is to say what a file without its header is: the first capture may be writing it, or have
/// been killed at that, and is then rolled back.
bool is_being_made(const fs::path& path, const std::string& start) {
    std::error_code error;
    return fs::exists(path.string() + "-journal", error) ||
           std::all_of(start.begin(), start.end(), [](char c) { return c == '\0'; });
}

void require_sqlite(const fs::path& path) {
    std::error_code error;
    if (!fs::exists(path, error)) return;
    if (!fs::is_regular_file(path, error)) refuse_other_file("a folder, or no regular file");
    constexpr std::string_view magic("SQLite format 3\0", 16);
    std::ifstream stream(path, std::ios::binary);
    if (!stream) refuse("a file that cannot be read", a_store, "check its permissions");
    std::string start(magic.size(), '\0');
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    if (start != magic && !is_being_made(path, start)) refuse_other_file("a file that is no SQLite database");
}

/// Opens a file as SQLite is about to: what the system refuses, Poco would try again for a minute.
void require_openable(const fs::path& path) {
    constexpr int to_write = O_RDWR | O_CREAT | O_CLOEXEC;
    int file = ::open(path.c_str(), to_write, 0644);
    const int reason = errno;
    if (file < 0) file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        refuse_output(
            fmt::format("a store that cannot be opened ({})", std::generic_category().message(reason)),
            "check the permissions of the folder, or choose another workspace");
    ::close(file);
}

/// Calls the work, and says in our words what SQLite could not do.
template<typename Work>
auto in_our_words(Work work) {
    try {
        return work();
    } catch (const sqlite::DBLockedException&) {
        refuse_output("a store that another program has been writing for a minute",
                      "try again when it is done");
    } catch (const sqlite::TableLockedException&) {
        refuse_output("a store that another program has been writing for a minute",
                      "try again when it is done");
    } catch (const sqlite::ReadOnlyException&) {
        refuse_output("a store that is read-only", "check the permissions of the file and its folder");
    } catch (const sqlite::CantOpenDBFileException&) {
        refuse_output("a store that cannot be opened, or its folder not be written",
                      "check the permissions of the file and its folder");
    } catch (const sqlite::DatabaseFullException&) {
        refuse_output("no room on the disk", "free space; nothing was captured");
    } catch (const sqlite::IOErrorException&) {
        refuse_output("a disk that cannot be read or written", "check it; nothing was captured");
    } catch (const Poco::Data::ConnectionFailedException& error) {
        refuse_output(fmt::format("a store that cannot be opened ({})", error.displayText()),
                      "check the permissions of the file and its folder");
    } catch (const sqlite::SQLiteException& error) {
        refuse_other_file(fmt::format("a broken store ({})", error.displayText()));
    }
}

template<typename Value>
Value value_of(Poco::Data::Session& session, const std::string& query) {
    Value value{};
    session << query, into(value), now;
    return value;
}

void run(Poco::Data::Session& session, const std::string& statement) {
    session << statement, now;
}

} // namespace

Store::Store(const fs::path& folder) : m_path(fs::absolute(folder / file_name)) {}

bool Store::is_there(const fs::path& folder) {
    std::error_code error;
    const fs::path path = folder / file_name;
    if (!fs::exists(path, error)) return false;
    return !fs::is_regular_file(path, error) || fs::file_size(path, error) > 0;
}

Poco::Data::Session& Store::session() {
    if (m_session) return *m_session;
    require_sqlite(m_path);
    require_openable(m_path);
    sqlite::Connector::registerConnector();
    m_session = std::make_unique<Poco::Data::Session>(sqlite::Connector::KEY, m_path.string());
    run(*m_session, fmt::format("PRAGMA busy_timeout = {}", patience_in_milliseconds));
    // FULL, and the folder is synchronised as well once the journal has gone from it: what was said to be
    // captured stays captured if the power goes.
    run(*m_session, "PRAGMA synchronous = EXTRA");
    run(*m_session, "PRAGMA foreign_keys = ON");
    return *m_session;
}

bool Store::has_tables() {
    return value_of<int>(session(), "SELECT count(*) FROM sqlite_master") > 0;
}

void Store::require_known_version() {
    if (value_of<int>(session(), "PRAGMA application_id") != application_id)
        refuse_other_file("an SQLite database of something else");
    const int version = value_of<int>(session(), "PRAGMA user_version");
    if (version > schema_version)
        refuse(fmt::format("captures of version {}, written by a newer Termbook", version),
               fmt::format("version {} or lower", schema_version), "install the Termbook that wrote them");
}

void Store::make_tables() {
    for (const char* statement : schema)
        run(session(), statement);
    for (const char* table : tables)
        for (const char* change : {"UPDATE", "DELETE"})
            run(session(), fmt::format("CREATE TRIGGER no_{1}_of_{0} BEFORE {1} ON {0} BEGIN "
                                       "SELECT RAISE(ABORT, 'captures are only added to'); END",
                                       table, change));
    run(session(), fmt::format("PRAGMA application_id = {}", application_id));
    run(session(), fmt::format("PRAGMA user_version = {}", schema_version));
}

void Store::read(const std::function<void(Poco::Data::Session&)>& read) {
    in_our_words([&] {
        run(session(), "BEGIN");
        if (has_tables()) {
            require_known_version();
            read(session());
        }
        run(session(), "COMMIT");
    });
}

void Store::write(const std::function<void(Poco::Data::Session&)>& write) {
    in_our_words([&] {
        // At once, not when the first row is written: two programs that both read first would both have to
        // give way.
        run(session(), "BEGIN IMMEDIATE");
        if (has_tables())
            require_known_version();
        else
            make_tables();
        const auto health = value_of<std::string>(session(), "PRAGMA quick_check(1)");
        if (health != "ok") refuse_other_file("a broken store");
        write(session());
        run(session(), "COMMIT");
    });
}

} // namespace termbook::captures
