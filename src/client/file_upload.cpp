// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/file_upload.h"

namespace sesame::client {
namespace {

namespace pb = wire::pb;

FileEnd endOf(const Error& error) {
    return error.code == ErrorCode::Io ? FileEnd::DiskFails : FileEnd::Gone;
}

}  // namespace

FileUpload::FileUpload(ParcelEnds ends, share::ParcelTerms terms, std::string path, share::FileState promised,
                       crypto::Random& random)
    : ParcelConnection(std::move(ends), std::move(terms), pb::OpenParcel::SENDS),
      path_(std::move(path)),
      promised_(promised),
      random_(random),
      total_(share::sealedSize(promised.size)) {
}

void FileUpload::begin() {
    open(0);
}

// Only when something of it is wanted: what lies at the hub already needs the file no more.
bool FileUpload::openFile() {
    auto opened = share::SentFile::open(path_, promised_, terms().clone(), random_);
    if (!opened) {
        end(endOf(opened.error()));
        return false;
    }
    file_.emplace(*std::move(opened));
    return true;
}

void FileUpload::stateCame(const pb::ParcelState& state) {
    stored_ = std::min<std::uint64_t>(state.stored(), total_);
    full_ = state.full();
    if (state.has_resume_at()) {
        next_ = state.resume_at();
        const bool known = next_ == total_ || next_ == total_ - share::kSealedDigest ||
                           (next_ < total_ - share::kSealedDigest && next_ % share::kSealedChunk == 0);
        if (!known)
            return end(FileEnd::Lost);
    }
    report({share::contentIn(stored_, promised_.size),
            full_ ? FileProgress::Wait::Hub : FileProgress::Wait::None});
    if (stored_ == total_)
        return end(FileEnd::Stored);
    pump();
}

void FileUpload::pump() {
    while (!isOver() && !full_ && next_ < total_ && next_ < stored_ + kWindow) {
        if (!file_ && !openFile())
            return;
        if (file_->isBehind(next_)) {
            if (const auto read = file_->catchUp(); !read)
                return end(endOf(read.error()));
            // In pieces, so that other transfers go on meanwhile.
            QMetaObject::invokeMethod(
                this, [this] { pump(); }, Qt::QueuedConnection);
            return;
        }
        const auto sealed = file_->sealedAt(next_);
        if (!sealed)
            return end(endOf(sealed.error()));
        pb::ClientFrame frame;
        frame.mutable_parcel_piece()->set_offset(next_);
        frame.mutable_parcel_piece()->set_sealed(toString(*sealed));
        next_ += sealed->size();
        send(std::move(frame));
    }
}

}  // namespace sesame::client
