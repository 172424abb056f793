// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/play_feed.h"

namespace sesame::media {
namespace {

constexpr std::size_t kMostAhead = std::size_t{24} << 20;  // bytes
constexpr std::size_t kLeastSounds =
    8;  // so many are taken in any case: a film may store its sound far behind

}  // namespace

PlayFeed::PlayFeed(std::string path, std::vector<std::string> arguments)
    : path_(std::move(path)), arguments_(std::move(arguments)), thread_([this](const std::stop_token& stop) {
          work(stop);
          const std::lock_guard lock(mutex_);
          done_ = true;
      }) {
}

void PlayFeed::work(const std::stop_token& stop) {
    const auto file = openRegular(path_);
    if (!file)
        return;
    auto child = ReaderChild::start(*file, arguments_);
    if (!child)
        return;
    while (true) {
        const auto header = child->read(kPlayHeader, stop);
        if (!header)
            return;
        const auto frame = decodeHeader(*header);
        if (!frame)
            return;
        auto content = child->read(frame->length, stop);
        if (!content || !store({*frame, std::move(*content)}, stop))
            return;
    }
}

bool PlayFeed::store(Piece piece, const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    if (!taken_.wait(lock, stop, [this] { return bytes_ < kMostAhead || sounds_.size() < kLeastSounds; }))
        return false;
    readable_ = true;
    bytes_ += piece.content.size();
    (piece.frame.kind == PlayFrame::Kind::Sound ? sounds_ : pictures_).push_back(std::move(piece));
    return true;
}

std::optional<PlayFeed::Piece> PlayFeed::takeSound(std::uint32_t dueMs) {
    const std::lock_guard lock(mutex_);
    if (sounds_.empty() || sounds_.front().frame.ms > dueMs)
        return std::nullopt;
    Piece out = std::move(sounds_.front());
    sounds_.pop_front();
    bytes_ -= out.content.size();
    taken_.notify_one();
    return out;
}

std::optional<PlayFeed::Piece> PlayFeed::takePicture(std::uint32_t dueMs) {
    const std::lock_guard lock(mutex_);
    std::optional<Piece> out;
    while (!pictures_.empty() && pictures_.front().frame.ms <= dueMs) {
        out = std::move(pictures_.front());
        pictures_.pop_front();
        bytes_ -= out->content.size();
    }
    taken_.notify_one();
    return out;
}

bool PlayFeed::atEnd() const {
    const std::lock_guard lock(mutex_);
    return done_ && sounds_.empty() && pictures_.empty();
}

bool PlayFeed::readable() const {
    const std::lock_guard lock(mutex_);
    return readable_;
}

}  // namespace sesame::media
