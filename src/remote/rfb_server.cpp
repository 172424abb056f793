// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/rfb_server.h"

#include "sesame/base/descriptor.h"

#include <rfb/rfb.h>
#include <sys/select.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>

namespace sesame::remote {
namespace {

// The viewer's half of the greeting, said in its place so that nobody waits for it.
constexpr std::string_view kGreeting = "RFB 003.008\n\x01\x01";

constexpr int kBytesPerPixel = 4;
constexpr int kLosslessLevel = 1;  // the library's only one that compresses
constexpr int kPhotoQuality = 80;
constexpr int kMostCursor = 128;
constexpr int kMostWidth = 2048;  // of one rectangle: what the library takes
// Room for what one step of encoding writes, so that the library never waits for us.
constexpr int kPipeBytes = 1024 * 1024;

rfbPixelFormat serverFormat() {
    rfbPixelFormat format{};
    format.bitsPerPixel = 32;
    format.depth = 24;
    format.trueColour = 1;
    format.redMax = format.greenMax = format.blueMax = 255;
    format.redShift = 16;
    format.greenShift = 8;
    return format;
}

void put16(Bytes& out, int value) {
    out.push_back(static_cast<std::byte>(value >> 8));
    out.push_back(static_cast<std::byte>(value));
}
void put32(Bytes& out, std::int32_t value) {
    put16(out, value >> 16);
    put16(out, value);
}
void putHeader(Bytes& out, const desktop::Rect& area, std::uint32_t encoding) {
    put16(out, area.x);
    put16(out, area.y);
    put16(out, area.width);
    put16(out, area.height);
    put32(out, static_cast<std::int32_t>(encoding));
}

std::uint16_t bigEndian(const ByteArray<20>& bytes, std::size_t at) {
    return static_cast<std::uint16_t>(std::to_integer<unsigned>(bytes[at]) << 8 |
                                      std::to_integer<unsigned>(bytes[at + 1]));
}

/// Removes the part that no viewer needs to know about.
desktop::CursorShape clipped(const desktop::CursorShape& shape) {
    desktop::CursorShape out;
    out.size = {std::min(shape.size.width, kMostCursor), std::min(shape.size.height, kMostCursor)};
    out.hot = {std::clamp(shape.hot.x, 0, std::max(0, out.size.width - 1)),
               std::clamp(shape.hot.y, 0, std::max(0, out.size.height - 1))};
    for (int y = 0; y < out.size.height; ++y) {
        const auto row = shape.argb.begin() + std::ptrdiff_t{y} * shape.size.width;
        out.argb.insert(out.argb.end(), row, row + out.size.width);
    }
    return out;
}

/// Colours of a premultiplied pixel as they are without its transparency.
std::uint32_t opaque(std::uint32_t argb) {
    const std::uint32_t alpha = argb >> 24;
    if (alpha == 0 || alpha == 255)
        return argb & 0xffffff;
    std::uint32_t out = 0;
    for (const int shift : {16, 8, 0})
        out |= std::min<std::uint32_t>(255, (argb >> shift & 0xff) * 255 / alpha) << shift;
    return out;
}

class LibVncServer final : public RfbServer {
  public:
    static Result<std::unique_ptr<RfbServer>> create(const desktop::Pixels& picture) {
        auto server = std::unique_ptr<LibVncServer>(new LibVncServer);
        SESAME_TRY(server->open(picture));
        return std::unique_ptr<RfbServer>(std::move(server));
    }
    ~LibVncServer() override {
        if (screen_ != nullptr)
            rfbScreenCleanup(screen_);  // its client too
    }
    LibVncServer(const LibVncServer&) = delete;
    LibVncServer& operator=(const LibVncServer&) = delete;

    Status setPixelFormat(const PixelFormatMessage& message) override {
        constexpr std::size_t kAt = 4;
        const auto& bytes = message.bytes;
        rfbPixelFormat& format = client_->format;
        format.bitsPerPixel = std::to_integer<std::uint8_t>(bytes[kAt]);
        format.depth = std::to_integer<std::uint8_t>(bytes[kAt + 1]);
        format.bigEndian = bytes[kAt + 2] != std::byte{0};
        format.trueColour = 1;
        format.redMax = bigEndian(bytes, kAt + 4);
        format.greenMax = bigEndian(bytes, kAt + 6);
        format.blueMax = bigEndian(bytes, kAt + 8);
        format.redShift = std::to_integer<std::uint8_t>(bytes[kAt + 10]);
        format.greenShift = std::to_integer<std::uint8_t>(bytes[kAt + 11]);
        format.blueShift = std::to_integer<std::uint8_t>(bytes[kAt + 12]);
        return said(rfbSetTranslateFunction(client_) != 0);
    }

    void setEncodings(const EncodingsMessage& message) override {
        const auto has = [&](std::uint32_t encoding) {
            return std::ranges::find(message.encodings, static_cast<std::int32_t>(encoding)) !=
                   message.encodings.end();
        };
        abilities_ = {.tight = has(rfbEncodingTight),
                      .copyRect = has(rfbEncodingCopyRect),
                      .cursor = has(rfbEncodingRichCursor),
                      .pointerPosition = has(rfbEncodingPointerPos),
                      .desktopSize = has(rfbEncodingNewFBSize),
                      .extendedDesktopSize = has(rfbEncodingExtDesktopSize),
                      .lastRect = has(rfbEncodingLastRect)};
        for (std::uint32_t level = rfbEncodingQualityLevel0; level <= rfbEncodingQualityLevel9; ++level)
            abilities_.jpeg = abilities_.jpeg || has(level);
        client_->enableLastRectEncoding = abilities_.lastRect ? TRUE : FALSE;
    }

    const Abilities& abilities() const override { return abilities_; }

    void setPicture(const desktop::Pixels& picture) override {
        // The library only reads it: it draws a cursor only when it composes updates itself.
        screen_->frameBuffer = reinterpret_cast<char*>(const_cast<std::uint32_t*>(picture.data));
        screen_->width = picture.size.width;
        screen_->height = picture.size.height;
        screen_->paddedWidthInBytes = picture.stride * kBytesPerPixel;
    }

    void begin() override {
        if (abilities_.lastRect)
            beginMessage(0xffff);
    }

    Status encode(const desktop::Rect& area, Fidelity fidelity) override {
        const int width = std::min(area.width, kMostWidth);
        const int rows = kMostPixels / width;
        for (int y = 0; y < area.height; y += rows)
            for (int x = 0; x < area.width; x += width)
                SESAME_TRY(encodeStep({area.x + x, area.y + y, std::min(width, area.width - x),
                                       std::min(rows, area.height - y)},
                                      fidelity));
        return {};
    }

    Status copy(const desktop::Rect& to, desktop::Point from) override {
        beginAlone(1);
        putHeader(output_, to, rfbEncodingCopyRect);
        put16(output_, from.x);
        put16(output_, from.y);
        return {};
    }

    Status cursor(const desktop::CursorShape& whole) override {
        const desktop::CursorShape shape = clipped(whole);
        beginAlone(1);
        putHeader(output_, {shape.hot.x, shape.hot.y, shape.size.width, shape.size.height},
                  rfbEncodingRichCursor);
        const std::size_t count = shape.argb.size();
        std::vector<std::uint32_t> colours(count);
        std::ranges::transform(shape.argb, colours.begin(), opaque);
        // The library's row functions may write a whole word for each pixel.
        std::vector<std::uint32_t> translated(count);
        const int width = shape.size.width;
        (*client_->translateFn)(client_->translateLookupTable, &screen_->serverFormat, &client_->format,
                                reinterpret_cast<char*>(colours.data()),
                                reinterpret_cast<char*>(translated.data()), width * kBytesPerPixel, width,
                                shape.size.height);
        const ByteView pixels =
            std::as_bytes(std::span(translated)).first(count * (client_->format.bitsPerPixel / 8));
        output_.insert(output_.end(), pixels.begin(), pixels.end());
        for (int y = 0; y < shape.size.height; ++y)
            for (int x = 0; x < width; x += 8) {
                unsigned mask = 0;
                for (int bit = 0; bit < 8 && x + bit < width; ++bit)
                    if (shape.argb[(static_cast<std::size_t>(y) * width) + x + bit] >> 24 >= 128)
                        mask |= 0x80U >> bit;
                output_.push_back(static_cast<std::byte>(mask));
            }
        return {};
    }

    Status pointer(desktop::Point at) override {
        beginAlone(1);
        putHeader(output_, {at.x, at.y, 0, 0}, rfbEncodingPointerPos);
        return {};
    }

    Status resize(std::span<const desktop::Monitor> monitors) override {
        const desktop::Size size{screen_->width, screen_->height};
        const desktop::Rect whole{0, 0, size.width, size.height};
        if (abilities_.extendedDesktopSize) {
            beginAlone(1);
            putHeader(output_, whole, rfbEncodingExtDesktopSize);
            putScreens(monitors);
        } else if (size != told_) {
            if (!abilities_.desktopSize)
                return Error{ErrorCode::Refused, "the viewer cannot change its size"};
            beginAlone(1);
            putHeader(output_, whole, rfbEncodingNewFBSize);
        }
        told_ = size;
        return {};
    }

    Status end() override {
        if (abilities_.lastRect)
            putHeader(output_, {}, rfbEncodingLastRect);
        return {};
    }

    Bytes& output() override { return output_; }

  private:
    LibVncServer() = default;

    Status open(const desktop::Pixels& picture) {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0)
            return Error{ErrorCode::Io, "socket pair"};
        Descriptor theirs(ends[1]);
        own_ = Descriptor(ends[0]);
        ::setsockopt(theirs.get(), SOL_SOCKET, SO_SNDBUF, &kPipeBytes, sizeof kPipeBytes);
        if (theirs.get() >= FD_SETSIZE)  // the library keeps it in an fd_set
            return Error{ErrorCode::Full, "too many open files"};
        rfbLogEnable(0);
        screen_ =
            rfbGetScreen(nullptr, nullptr, picture.size.width, picture.size.height, 8, 3, kBytesPerPixel);
        if (screen_ == nullptr)
            return Error{ErrorCode::Full, "no memory"};
        screen_->serverFormat = serverFormat();
        screen_->desktopName = "Sesame";
        screen_->alwaysShared = 1;
        setPicture(picture);
        told_ = picture.size;
        if (::send(own_.get(), kGreeting.data(), kGreeting.size(), MSG_NOSIGNAL) !=
            static_cast<ssize_t>(kGreeting.size()))
            return Error{ErrorCode::Io, "socket pair"};
        rfbNewClientConnection(screen_, theirs.release());
        client_ = screen_->clientHead;
        for (int step = 0; client_ != nullptr && step < 3; ++step)
            rfbProcessClientMessage(client_);
        if (client_ == nullptr || client_->state != rfbClientRec::RFB_NORMAL)
            return Error{ErrorCode::Unavailable, "no greeting"};
        drain();
        return {};
    }

    Status encodeStep(const desktop::Rect& area, Fidelity fidelity) {
        if (!abilities_.tight) {
            beginAlone(1);
            return finishStep(rfbSendRectEncodingRaw(client_, area.x, area.y, area.width, area.height) != 0);
        }
        const bool photo = fidelity == Fidelity::Photo && abilities_.jpeg && client_->format.bitsPerPixel > 8;
        client_->tightCompressLevel = kLosslessLevel;
        client_->turboQualityLevel = photo ? kPhotoQuality : -1;
        client_->turboSubsampLevel = 1;  // half the colour resolution in both directions
        if (!abilities_.lastRect)
            beginMessage(rfbNumCodedRectsTight(client_, area.x, area.y, area.width, area.height));
        return finishStep(rfbSendRectEncodingTight(client_, area.x, area.y, area.width, area.height) != 0);
    }

    Status finishStep(bool done) {
        Status status = said(done && rfbSendUpdateBuf(client_) != 0);
        drain();
        return status;
    }

    static Status said(bool done) {
        if (!done)
            return Error{ErrorCode::Unavailable, "LibVNCServer gave up"};
        return {};
    }

    /// A viewer that cannot be told "that was the last" gets every rectangle as an update of its own.
    void beginAlone(int rectangles) {
        if (!abilities_.lastRect)
            beginMessage(rectangles);
    }
    void beginMessage(int rectangles) {
        output_.push_back(std::byte{rfbFramebufferUpdate});
        output_.push_back(std::byte{0});
        put16(output_, rectangles);
    }

    void putScreens(std::span<const desktop::Monitor> monitors) {
        const std::size_t count = std::min<std::size_t>(monitors.size(), 16);
        output_.push_back(static_cast<std::byte>(count));
        output_.insert(output_.end(), 3, std::byte{0});
        for (std::size_t i = 0; i < count; ++i) {
            const desktop::Rect& area = monitors[i].area;
            put32(output_, static_cast<std::int32_t>(i + 1));
            for (const int value : {area.x, area.y, area.width, area.height})
                put16(output_, value);
            put32(output_, 0);
        }
    }

    /// Takes what the library has written.
    void drain() {
        while (true) {
            const ssize_t got = ::recv(own_.get(), scratch_.data(), scratch_.size(), 0);
            if (got <= 0)
                return;
            output_.insert(output_.end(), scratch_.begin(), scratch_.begin() + got);
            if (static_cast<std::size_t>(got) < scratch_.size())
                return;
        }
    }

    Descriptor own_;
    rfbScreenInfoPtr screen_ = nullptr;
    rfbClientPtr client_ = nullptr;
    Abilities abilities_;
    desktop::Size told_;  // the size that the viewer knows
    Bytes scratch_ = Bytes(256UL * 1024);
    Bytes output_;
};

}  // namespace

Result<std::unique_ptr<RfbServer>> RfbServer::create(const desktop::Pixels& picture) {
    return LibVncServer::create(picture);
}

}  // namespace sesame::remote
