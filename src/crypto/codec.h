// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/crypto/secret.h"

#include <algorithm>
#include <cstdint>
#include <optional>

/// The module's own binary encoding: fields of fixed size in order, numbers big-endian.
namespace sesame::crypto {

class Writer {
  public:
    Writer& u8(std::uint8_t value) { return number(value, 1); }
    Writer& u32(std::uint32_t value) { return number(value, 4); }
    Writer& raw(ByteView bytes) {
        out_.insert(out_.end(), bytes.begin(), bytes.end());
        return *this;
    }
    Bytes take() { return std::move(out_); }

  private:
    Writer& number(std::uint32_t value, int bytes);
    Bytes out_;
};

/// Reads past the end give zeros and make failed() true from then on, so that a decoder checks once.
class Reader {
  public:
    explicit Reader(ByteView bytes) : rest_(bytes) {}

    std::uint8_t u8() { return static_cast<std::uint8_t>(number(1)); }
    std::uint32_t u32() { return number(4); }
    /// 0 or 1; anything else is a failure, so that equal meanings have equal bytes.
    bool flag();
    template <std::size_t N>
    ByteArray<N> array() {
        ByteArray<N> out{};
        read(out);
        return out;
    }
    Key key() {
        Key out;
        read(out.mutableView());
        return out;
    }
    ByteView rest() const { return rest_; }
    /// For a field that has the right size but no meaning.
    void fail() { failed_ = true; }
    bool failed() const { return failed_; }
    bool finished() const { return !failed_ && rest_.empty(); }

  private:
    void read(std::span<std::byte> out);
    std::uint32_t number(std::size_t bytes);
    ByteView rest_;
    bool failed_ = false;
};

}  // namespace sesame::crypto
