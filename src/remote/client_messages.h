// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"
#include "sesame/desktop/geometry.h"
#include "sesame/desktop/input_sink.h"

#include <cstdint>
#include <variant>
#include <vector>

namespace sesame::remote {

struct KeyMessage {
    desktop::KeySymbol symbol = 0;
    bool down = false;
    bool operator==(const KeyMessage&) const = default;
};
struct PointerMessage {
    desktop::Point at;
    unsigned buttons = 0;
    bool operator==(const PointerMessage&) const = default;
};
/// This part of the desktop is wanted from now on; all of it anew, unless incremental.
struct UpdateRequest {
    desktop::Rect area;
    bool incremental = false;
    bool operator==(const UpdateRequest&) const = default;
};
/// SetPixelFormat as it came, checked.
struct PixelFormatMessage {
    ByteArray<20> bytes{};
    bool operator==(const PixelFormatMessage&) const = default;
};
struct EncodingsMessage {
    std::vector<std::int32_t> encodings;
    bool operator==(const EncodingsMessage&) const = default;
};
using ClientMessage =
    std::variant<KeyMessage, PointerMessage, UpdateRequest, PixelFormatMessage, EncodingsMessage>;

/// Takes the viewer's bytes apart (RFC 6143, version 3.8, no password) before anything else looks at them. It
/// knows the messages that a help session needs; text of a clipboard and the like is skipped, however long,
/// and what has no known length ends the session. Keeps at most one message of at most kMostBytes.
class ClientMessages {
  public:
    static constexpr std::size_t kMostEncodings = 256;
    static constexpr std::size_t kMostBytes = 4 + 4 * kMostEncodings;

    /// Adds the messages that are complete now. Malformed when the viewer does not speak as it should; call
    /// it no more then.
    Status take(ByteView bytes, std::vector<ClientMessage>& messages);
    /// The viewer has said hello.
    bool greeted() const { return stage_ == Stage::Normal; }

  private:
    enum class Stage : std::uint8_t { Version, Security, Init, Normal };
    Result<std::size_t> needed() const;
    Result<std::size_t> neededNormal() const;
    Status handle(std::vector<ClientMessage>& messages);
    Status handleNormal(std::vector<ClientMessage>& messages);

    Stage stage_ = Stage::Version;
    Bytes buffer_;                 // the beginning of a message
    std::uint64_t skippable_ = 0;  // bytes of the present message that nobody wants
};

}  // namespace sesame::remote
