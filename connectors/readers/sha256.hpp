// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace termbook::readers {

/// SHA-256 of bytes as they pass. A digest takes longer than scanning a CSV does, so it is worked out on a
/// thread of its own, which starts once there is enough to be worth it; at most two batches of bytes wait for
/// it.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);

    /// 64 lower-case hexadecimal digits. Nothing can be added afterwards; asking again gives the same.
    std::string finish();

  private:
    void hand_over();
    void work();
    void stop_worker();

    struct Engine; // the library's, kept out of this header
    std::unique_ptr<Engine> m_engine;
    std::string m_result;
    std::vector<char> m_filling;

    std::mutex m_mutex; // guards the members below
    std::condition_variable m_changed;
    std::vector<char> m_waiting;
    bool m_has_waiting{false};
    bool m_stop{false};
    std::exception_ptr m_failure;
    std::thread m_worker;
};

} // namespace termbook::readers
