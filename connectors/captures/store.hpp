// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/error.hpp"

#include <Poco/Data/Session.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace termbook::captures {

/// What the store is called, in the workspace's folder.
inline constexpr auto file_name = "captures.sqlite";

/// The SQLite file that captures are kept in. Every error is an Error with the file's name: `refused` for a
/// file that holds no captures, holds broken ones, or those of a newer Termbook; `output` for one that cannot
/// be written.
class Store {
  public:
    /// Opens the store of a workspace's folder; nothing is made of one that is not there until it is written.
    explicit Store(const std::filesystem::path& folder);

    /// False: there is no store, or nothing was ever written into it.
    static bool is_there(const std::filesystem::path& folder);

    /// Calls read(session) on the store as it stands at one moment, whoever writes meanwhile.
    void read(const std::function<void(Poco::Data::Session&)>& read);

    /// Calls write(session) alone among all programs, and keeps what it wrote on the disk, all of it or
    /// nothing. Makes the tables where there are none.
    void write(const std::function<void(Poco::Data::Session&)>& write);

  private:
    Poco::Data::Session& session();
    bool has_tables();
    void require_known_version();
    void make_tables();

    const std::filesystem::path m_path;
    std::unique_ptr<Poco::Data::Session> m_session;
};

} // namespace termbook::captures
