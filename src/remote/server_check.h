// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"
#include "sesame/desktop/geometry.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sesame::remote {

/// Reads along what a host says in RFB, ahead of the library that decodes it, and refuses everything that is
/// not in the small part of the protocol that a Sesame host speaks (docs/protocol-remote.md) or that goes
/// beyond its bounds (S47): the library knows many more messages and encodings than a viewer ever asks for.
/// One connection, one thread.
class ServerCheck {
  public:
    static constexpr int kMaxSide = 16'384;
    static constexpr std::int64_t kMaxPixels = 32 * 1024 * 1024;  ///< of the whole desktop
    static constexpr int kMaxCursorSide = 256;
    static constexpr int kMaxNameBytes = 256;
    /// How often one update may paint the whole desktop over.
    static constexpr int kMaxCoats = 4;

    /// Reads on where it stopped, at most to the end of a message (the greeting is one), and says how many of
    /// these bytes that was. Nothing: refused, for good; none of these bytes may be used.
    std::optional<std::size_t> accept(ByteView bytes);

    struct Painted {
        desktop::Rect area;
        bool exact = true;  ///< without loss
        bool copied = false;
        desktop::Point from{};  ///< where it was copied from
    };
    /// What the update that is going on, or the one that just ended, has painted so far.
    const std::vector<Painted>& painted() const { return painted_; }
    desktop::Size size() const { return size_; }
    /// The last cursor shape was empty: it is hidden.
    bool cursorHidden() const { return cursorHidden_; }

  private:
    using Step = void (ServerCheck::*)();
    void want(std::size_t bytes, Step then);
    void skip(std::int64_t bytes, Step then);
    void refuse() { refused_ = true; }
    unsigned byteAt(std::size_t at) const { return std::to_integer<unsigned>(header_[at]); }
    unsigned shortAt(std::size_t at) const { return byteAt(at) << 8U | byteAt(at + 1); }
    unsigned longAt(std::size_t at) const { return shortAt(at) << 16U | shortAt(at + 2); }

    void version();
    void securityTypes();
    void securityResult();
    void serverInit();
    void nextMessage();
    void message();
    void update();
    void nextRectangle();
    void rectangle();
    void newSize();
    void cursor();
    bool paint(bool copied);
    void copyRectangle();
    void tightControl();
    void tightFilter();
    void tightPalette();
    void tightBits(int bitsPerPixel);
    void compactLength(Step then);
    void moreLength();
    void tightData();
    void jpegData();
    void jpegMarker();
    void jpegFrame();
    void jpegScan();
    void jpegScanData(ByteView bytes);
    void jpegEnd();
    void inJpeg(std::int64_t bytes, Step then, bool keep);

    bool refused_ = false;
    bool atEnd_ = false;  // of a message
    Bytes header_{};
    std::size_t wanted_ = 12;
    std::uint64_t toSkip_ = 0;
    Step then_ = &ServerCheck::version;

    desktop::Size size_{};
    std::int64_t budget_ = 0;  // pixels that this update may still paint
    unsigned rectanglesLeft_ = 0;
    desktop::Rect area_{};
    std::vector<Painted> painted_{};
    bool cursorHidden_ = false;

    std::int64_t length_ = 0;  // of what follows, or what is left of the JPEG picture
    unsigned lengthBytes_ = 0;
    Step afterLength_ = nullptr;
    unsigned components_ = 0;
    bool inScan_ = false;
    bool afterFf_ = false;
    bool scanEnded_ = false;
};

}  // namespace sesame::remote
