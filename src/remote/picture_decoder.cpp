// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/picture_decoder.h"

#include <rfb/rfbclient.h>
#include <stdio_ext.h>
#include <sys/time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace sesame::remote {
namespace {

/// The library's JPEG decoders. It makes one for a connection and never frees it, so they are used again, and
/// live as long as the program.
class JpegDecoders {
  public:
    static JpegDecoders& all() {
        static JpegDecoders& decoders = *std::make_unique<JpegDecoders>().release();
        return decoders;
    }
    void* take() {
        const std::lock_guard lock(mutex_);
        if (idle_.empty())
            return nullptr;
        void* const decoder = idle_.back();
        idle_.pop_back();
        return decoder;
    }
    void giveBack(void* decoder) {
        const std::lock_guard lock(mutex_);
        if (decoder != nullptr)
            idle_.push_back(decoder);
    }

  private:
    std::mutex mutex_;
    std::vector<void*> idle_;
};

std::uint32_t* pixelAt(rfbClient* client, int x, int y) {
    return reinterpret_cast<std::uint32_t*>(client->frameBuffer) + std::ptrdiff_t{y} * client->width + x;
}

void fill(rfbClient* client, int x, int y, int width, int height, std::uint32_t colour) noexcept {
    for (int row = y; row < y + height; ++row)
        std::fill_n(pixelAt(client, x, row), width, colour);
}

void bitmap(rfbClient* client, const std::uint8_t* from, int x, int y, int width, int height) noexcept {
    const std::size_t bytes = static_cast<std::size_t>(width) * sizeof(std::uint32_t);
    for (int row = y; row < y + height; ++row, from += bytes)
        std::memcpy(pixelAt(client, x, row), from, bytes);
}

void copy(rfbClient* client, int fromX, int fromY, int width, int height, int x, int y) noexcept {
    const std::size_t bytes = static_cast<std::size_t>(width) * sizeof(std::uint32_t);
    for (int i = 0; i < height; ++i) {
        const int row = y < fromY ? i : height - 1 - i;
        std::memmove(pixelAt(client, x, y + row), pixelAt(client, fromX, fromY + row), bytes);
    }
}

}  // namespace

/// The library plays back a recording: that way it reads from a FILE, which is ours, and writes nothing. The
/// file never reads beyond the end of a message, for the library wants a time before each.
class PictureDecoder::Library {
  public:
    Library(HostBytes& bytes, ShownPicture& picture, PictureNews& news)
        : bytes_(bytes), picture_(picture), news_(news), client_(makeClient()) {
        rfbClientSetClientData(client_, nullptr, this);
        cookie_io_functions_t reading{};
        reading.read = [](void* self, char* out, std::size_t size) noexcept -> ssize_t {
            return static_cast<ssize_t>(static_cast<Library*>(self)->read(out, size));
        };
        client_->vncRec->file = ::fopencookie(this, "r", reading);
        SESAME_ASSERT(client_->vncRec->file != nullptr);
        static_cast<void>(std::setvbuf(client_->vncRec->file, fileBuffer_, _IOFBF, sizeof fileBuffer_));
        __fsetlocking(client_->vncRec->file, FSETLOCKING_BYCALLER);
    }
    ~Library() {
        static_cast<void>(std::fclose(client_->vncRec->file));
        JpegDecoders::all().giveBack(std::exchange(client_->tjhnd, nullptr));
        std::free(client_->rcSource);
        rfbClientCleanup(client_);
    }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    bool begin() {
        if (InitialiseRFBConnection(client_) == FALSE)
            return false;
        client_->width = client_->si.framebufferWidth;
        client_->height = client_->si.framebufferHeight;
        resize();
        return true;
    }

    bool step() {
        timeDue_ = true;
        return HandleRFBServerMessage(client_) != FALSE;
    }

  private:
    static Library& of(rfbClient* client) {
        return *static_cast<Library*>(rfbClientGetClientData(client, nullptr));
    }

    static rfbClient* makeClient() {
        static std::once_flag quiet;
        std::call_once(quiet, [] { rfbEnableClientLogging = FALSE; });
        rfbClient* const client = rfbGetClient(8, 3, 4);
        SESAME_ASSERT(client != nullptr);
        client->format.redShift = 16;
        client->format.greenShift = 8;
        client->format.blueShift = 0;
        client->serverPort = -1;
        client->vncRec = static_cast<rfbVNCRec*>(std::calloc(1, sizeof(rfbVNCRec)));
        SESAME_ASSERT(client->vncRec != nullptr);
        client->vncRec->doNotSleep = TRUE;
        client->tjhnd = JpegDecoders::all().take();
        client->GetPassword = nullptr;
        client->GotFillRect = fill;
        client->GotBitmap = bitmap;
        client->GotCopyRect = copy;
        client->MallocFrameBuffer = [](rfbClient* self) noexcept -> rfbBool {
            of(self).resize();
            return TRUE;
        };
        client->FinishedFrameBufferUpdate = [](rfbClient* self) noexcept { of(self).finish(); };
        client->GotCursorShape = [](rfbClient* self, int x, int y, int width, int height, int) noexcept {
            of(self).takeCursor({x, y}, {width, height});
        };
        client->HandleCursorPos = [](rfbClient* self, int x, int y) noexcept -> rfbBool {
            of(self).news_.pointer({x, y});
            return TRUE;
        };
        return client;
    }

    std::size_t read(char* out, std::size_t size) {
        if (std::exchange(timeDue_, false)) {
            std::memset(out, 0, sizeof(timeval));
            return sizeof(timeval);
        }
        const ByteView next = bytes_.next();
        const std::size_t allowed = check_.accept(next.first(std::min(size, next.size()))).value_or(0);
        std::memcpy(out, next.data(), allowed);
        bytes_.take(allowed);
        return allowed;
    }

    void resize() {
        const desktop::Size size{client_->width, client_->height};
        client_->frameBuffer = reinterpret_cast<std::uint8_t*>(picture_.reserve(size));
        news_.resized(size);
    }

    void finish() {
        if (check_.cursorHidden() && !std::exchange(hidden_, true))
            news_.cursor({});
        news_.updated(check_.painted());
    }

    void takeCursor(desktop::Point hot, desktop::Size size) {
        desktop::CursorShape shape{size, hot, {}};
        const auto pixels = static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
        const auto* colours = reinterpret_cast<const std::uint32_t*>(client_->rcSource);
        shape.argb.resize(pixels);
        for (std::size_t i = 0; i < pixels; ++i)
            shape.argb[i] = client_->rcMask[i] != 0 ? 0xFF000000U | colours[i] : 0;
        // The library forgets it with the next shape.
        std::free(std::exchange(client_->rcMask, nullptr));
        hidden_ = false;
        news_.cursor(std::move(shape));
    }

    HostBytes& bytes_;
    ShownPicture& picture_;
    PictureNews& news_;
    ServerCheck check_;
    rfbClient* const client_;
    char fileBuffer_[16 * 1024];
    bool timeDue_ = false;
    bool hidden_ = false;
};

PictureDecoder::PictureDecoder(HostBytes& bytes, ShownPicture& picture, PictureNews& news)
    : library_(std::make_unique<Library>(bytes, picture, news)) {
}
PictureDecoder::~PictureDecoder() = default;

bool PictureDecoder::begin() {
    return library_->begin();
}
bool PictureDecoder::step() {
    return library_->step();
}

}  // namespace sesame::remote
