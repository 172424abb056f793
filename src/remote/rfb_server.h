// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/client_messages.h"

#include "sesame/desktop/screen_source.h"

#include <memory>
#include <span>

namespace sesame::remote {

/// How an area is encoded.
enum class Fidelity : std::uint8_t {
    Exact,
    Photo,  ///< JPEG, where the viewer takes it
};

/// What the viewer said it understands.
struct Abilities {
    bool tight = false;
    bool jpeg = false;
    bool copyRect = false;
    bool cursor = false;
    bool pointerPosition = false;
    bool desktopSize = false;
    bool extendedDesktopSize = false;
    bool lastRect = false;
};

/// One RFB connection as LibVNCServer writes it, from memory to memory: it neither waits nor sees a byte of
/// the viewer's that ClientMessages has not checked. One thread.
class RfbServer {
  public:
    /// Areas larger than this are encoded in several steps, so that one step's output is bounded.
    static constexpr int kMostPixels = 64 * 1024;

    /// The greeting is in output() when this returns. `picture` must stay until setPicture() names another.
    static Result<std::unique_ptr<RfbServer>> create(const desktop::Pixels& picture);
    virtual ~RfbServer() = default;

    virtual Status setPixelFormat(const PixelFormatMessage& format) = 0;
    virtual void setEncodings(const EncodingsMessage& encodings) = 0;
    virtual const Abilities& abilities() const = 0;
    /// Areas are taken from this one from now on. resize() must be in the next update if its size is another.
    virtual void setPicture(const desktop::Pixels& picture) = 0;

    /// Between begin() and end() lies one update. Unavailable when the library gave up; nothing works then.
    virtual void begin() = 0;
    virtual Status encode(const desktop::Rect& area, Fidelity fidelity) = 0;
    virtual Status copy(const desktop::Rect& to, desktop::Point from) = 0;
    virtual Status cursor(const desktop::CursorShape& shape) = 0;
    virtual Status pointer(desktop::Point at) = 0;
    /// The size of the picture, and the monitors. Refused when the viewer cannot follow.
    virtual Status resize(std::span<const desktop::Monitor> monitors) = 0;
    virtual Status end() = 0;

    /// What is to be sent. The caller takes it away.
    virtual Bytes& output() = 0;
};

}  // namespace sesame::remote
