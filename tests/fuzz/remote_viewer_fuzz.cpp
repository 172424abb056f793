// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/loss_map.h"
#include "remote/picture_decoder.h"

#include <algorithm>

namespace {

using namespace sesame;
using namespace sesame::remote;

/// The input, in pieces as a network would cut it.
class Pieces final : public HostBytes {
  public:
    explicit Pieces(ByteView bytes) : bytes_(bytes) {}
    ByteView next() override {
        return bytes_.first(std::min<std::size_t>(bytes_.size(), 1 + bytes_.size() % 700));
    }
    void take(std::size_t bytes) override { bytes_ = bytes_.subspan(bytes); }

  private:
    ByteView bytes_;
};

class Watch final : public PictureNews {
  public:
    explicit Watch(ShownPicture& picture) : picture_(picture) {}
    void updated(const std::vector<ServerCheck::Painted>& painted) override {
        std::vector<desktop::Rect> areas;
        for (const auto& one : painted) {
            loss_.paint(one);
            areas.push_back(one.area);
        }
        static_cast<void>(loss_.exact());
        picture_.publish(areas);
    }
    void resized(desktop::Size size) override {
        SESAME_ASSERT(std::int64_t{size.width} * size.height <= ServerCheck::kMaxPixels);
        loss_.resize(size);
    }
    void cursor(desktop::CursorShape shape) override {
        SESAME_ASSERT(shape.argb.size() <=
                      std::size_t{ServerCheck::kMaxCursorSide} * ServerCheck::kMaxCursorSide);
    }
    void pointer(desktop::Point) override {}

  private:
    ShownPicture& picture_;
    LossMap loss_;
};

}  // namespace

/// S47: what a hostile host may say to a viewer.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Pieces pieces(std::as_bytes(std::span(data, size)));
    ShownPicture picture;
    Watch watch(picture);
    PictureDecoder decoder(pieces, picture, watch);
    if (!decoder.begin())
        return 0;
    while (decoder.step())
        continue;
    return 0;
}
