// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/csv_dialect.hpp"

#include <cstddef>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace termbook::readers {

/// Where the bytes that matter stand in a block of 64: bit n for byte n.
struct BlockMasks {
    std::uint64_t ends{
        0}; ///< the last byte of what ends a cell: delimiters, LF, and CR without an LF behind it
    std::uint64_t quotes{0};

    friend bool operator==(const BlockMasks&, const BlockMasks&) = default;
};

constexpr std::size_t block_bytes = 64;

/// Scans the block byte by byte: what a BlockScanner gives, without the processor's help. Reads the byte
/// behind the block too, to tell CR from CR LF.
inline BlockMasks scan_block_portable(const char* block, CsvDialect dialect) {
    BlockMasks masks;
    for (std::size_t index = 0; index < block_bytes; ++index) {
        const char byte = block[index];
        const bool ends_cell =
            byte == dialect.delimiter || byte == '\n' || (byte == '\r' && block[index + 1] != '\n');
        masks.ends |= std::uint64_t{ends_cell} << index;
        masks.quotes |= std::uint64_t{byte == dialect.quote} << index;
    }
    return masks;
}

#if defined(__SSE2__)

class BlockScanner {
  public:
    explicit BlockScanner(CsvDialect dialect)
        : m_delimiter(_mm_set1_epi8(dialect.delimiter)), m_quote(_mm_set1_epi8(dialect.quote)) {}

    BlockMasks scan(const char* block) const {
        BlockMasks masks;
        for (int part = 0; part < 4; ++part) {
            const char* from = block + 16 * part;
            const __m128i bytes = load(from);
            const __m128i lone_cr =
                _mm_andnot_si128(_mm_cmpeq_epi8(load(from + 1), m_lf), _mm_cmpeq_epi8(bytes, m_cr));
            const __m128i breaks = _mm_or_si128(_mm_cmpeq_epi8(bytes, m_lf), lone_cr);
            masks.ends |= bits(_mm_or_si128(breaks, _mm_cmpeq_epi8(bytes, m_delimiter))) << (16 * part);
            masks.quotes |= bits(_mm_cmpeq_epi8(bytes, m_quote)) << (16 * part);
        }
        return masks;
    }

  private:
    static __m128i load(const char* from) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)); }
    static std::uint64_t bits(__m128i mask) { return static_cast<std::uint64_t>(_mm_movemask_epi8(mask)); }

    __m128i m_delimiter;
    __m128i m_quote;
    __m128i m_lf{_mm_set1_epi8('\n')};
    __m128i m_cr{_mm_set1_epi8('\r')};
};

#else

class BlockScanner {
  public:
    explicit BlockScanner(CsvDialect dialect) : m_dialect(dialect) {}
    BlockMasks scan(const char* block) const { return scan_block_portable(block, m_dialect); }

  private:
    CsvDialect m_dialect;
};

#endif

} // namespace termbook::readers
