// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/server_check.h"
#include "remote/shown_picture.h"

#include <memory>

namespace sesame::remote {

/// Where the host's bytes come from.
class HostBytes {
  public:
    virtual ~HostBytes() = default;
    /// Waits for at least one byte that was not taken yet. None: there will be no more.
    virtual ByteView next() = 0;
    virtual void take(std::size_t bytes) = 0;
};

/// What a decoder found in the host's bytes. Called from within PictureDecoder::begin() and step().
class PictureNews {
  public:
    virtual ~PictureNews() = default;
    /// An update is whole; what it painted is in ShownPicture::pixels().
    virtual void updated(const std::vector<ServerCheck::Painted>& painted) = 0;
    /// The picture has a new size; the host wants to be asked anew for all of it.
    virtual void resized(desktop::Size size) = 0;
    virtual void cursor(desktop::CursorShape shape) = 0;
    virtual void pointer(desktop::Point at) = 0;
};

/// Decodes what a host says, with LibVNCClient. The library gets bytes only after ServerCheck has accepted
/// them, never sees a socket, and sends nothing. One connection, one thread.
class PictureDecoder {
  public:
    PictureDecoder(HostBytes& bytes, ShownPicture& picture, PictureNews& news);
    ~PictureDecoder();
    PictureDecoder(const PictureDecoder&) = delete;
    PictureDecoder& operator=(const PictureDecoder&) = delete;

    /// Reads the greeting. False: no more bytes, or none that a host says; then it is of no use any more.
    bool begin();
    /// Reads one message.
    bool step();

  private:
    class Library;
    std::unique_ptr<Library> library_;
};

}  // namespace sesame::remote
