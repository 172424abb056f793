// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/file_download.h"

namespace sesame::client {
namespace {

namespace pb = wire::pb;

constexpr int kSoonMs = 20;

}  // namespace

FileDownload::FileDownload(ParcelEnds ends, share::ParcelTerms terms, Place place)
    : ParcelConnection(std::move(ends), std::move(terms), pb::OpenParcel::FETCHES),
      place_(std::move(place)),
      soon_(this) {
    soon_.setSingleShot(true);
    connect(&soon_, &QTimer::timeout, this, &FileDownload::confirm);
}

void FileDownload::begin() {
    auto opened = share::ArrivingFile::open(place_.folder, place_.name, place_.origin, terms().clone());
    if (!opened)
        return fail(opened.error());
    file_.emplace(*std::move(opened));
    // What an earlier run did not sync may not be confirmed either.
    if (const auto synced = file_->sync(); !synced)
        return fail(synced.error());
    next_ = confirmed_ = file_->taken();
    open(next_);
}

void FileDownload::stateCame(const pb::ParcelState& state) {
    report({share::contentIn(next_, terms().size),
            state.missing() ? FileProgress::Wait::Peer : FileProgress::Wait::None});
}

void FileDownload::pieceCame(const pb::ParcelPiece& piece) {
    if (!file_ || file_->isWhole())
        return;
    // The hub has lost its place; from ours it goes on anew.
    if (piece.offset() != next_)
        return end(FileEnd::Lost);
    if (const auto added = file_->add(asBytes(piece.sealed())); !added)
        return fail(added.error());
    next_ += piece.sealed().size();
    report({share::contentIn(next_, terms().size), FileProgress::Wait::None});
    if (file_->isWhole() || file_->taken() >= confirmed_ + kConfirmed)
        confirm();
    else
        soon_.start(kSoonMs);
}

void FileDownload::confirm() {
    if (isOver() || file_->taken() == confirmed_)
        return;
    if (const auto synced = file_->sync(); !synced)
        return fail(synced.error());
    confirmed_ = file_->taken();
    pb::ClientFrame frame;
    frame.mutable_parcel_taken()->set_offset(confirmed_);
    send(std::move(frame));
    if (file_->isWhole())
        finish();
}

void FileDownload::finish() {
    if (isOver())
        return;
    if (file_->isBehind()) {
        if (const auto read = file_->catchUp(); !read)
            return fail(read.error());
        // In pieces, so that other transfers go on meanwhile.
        QMetaObject::invokeMethod(
            this, [this] { finish(); }, Qt::QueuedConnection);
        return;
    }
    const auto path = file_->finish();
    if (!path)
        return fail(path.error());
    end(FileEnd::Saved, *path);
}

void FileDownload::fail(const Error& error) {
    switch (error.code) {
        case ErrorCode::Full:
            return end(FileEnd::DiskFull);
        case ErrorCode::Refused:
        case ErrorCode::Malformed:
            // What is there may not be theirs either.
            share::ArrivingFile::drop(place_.folder, terms().id);
            return end(FileEnd::Tampered);
        default:
            return end(FileEnd::DiskFails);
    }
}

}  // namespace sesame::client
