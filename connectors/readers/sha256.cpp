// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/sha256.hpp"

#include <Poco/Crypto/DigestEngine.h>

#include <utility>

namespace termbook::readers {

namespace {

constexpr std::size_t batch_bytes = std::size_t{1} << 20;

} // namespace

struct Sha256::Engine {
    Poco::Crypto::DigestEngine digest{"SHA256"};
};

Sha256::Sha256() : m_engine(std::make_unique<Engine>()) {}

Sha256::~Sha256() {
    stop_worker();
}

void Sha256::add(std::string_view bytes) {
    while (!bytes.empty()) {
        if (m_filling.capacity() < batch_bytes) m_filling.reserve(batch_bytes);
        const auto part = bytes.substr(0, batch_bytes - m_filling.size());
        m_filling.insert(m_filling.end(), part.begin(), part.end());
        bytes.remove_prefix(part.size());
        if (m_filling.size() == batch_bytes) hand_over();
    }
}

void Sha256::hand_over() {
    if (!m_worker.joinable()) m_worker = std::thread([this] { work(); });
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_has_waiting; });
    m_waiting.swap(m_filling);
    m_has_waiting = true;
    lock.unlock();
    m_changed.notify_all();
    m_filling.clear();
}

void Sha256::work() {
    std::vector<char> batch;
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_has_waiting || m_stop; });
        if (!m_has_waiting) return;
        batch.swap(m_waiting);
        m_has_waiting = false;
        lock.unlock();
        m_changed.notify_all();
        try {
            m_engine->digest.update(batch.data(), batch.size());
        } catch (...) {
            const std::lock_guard guard(m_mutex);
            m_failure = std::current_exception();
        }
        batch.clear();
        lock.lock();
    }
}

void Sha256::stop_worker() {
    if (!m_worker.joinable()) return;
    {
        const std::lock_guard guard(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_worker.join();
}

std::string Sha256::finish() {
    if (!m_result.empty()) return m_result;
    stop_worker();
    if (m_failure) std::rethrow_exception(m_failure);
    m_engine->digest.update(m_filling.data(), m_filling.size());
    m_result = Poco::DigestEngine::digestToHex(m_engine->digest.digest());
    return m_result;
}

} // namespace termbook::readers
