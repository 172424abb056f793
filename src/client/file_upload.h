// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/parcel_connection.h"

#include "sesame/share/sent_file.h"

namespace sesame::client {

/// Brings a file to the hub, from wherever the hub wants it on. In the thread of its worker.
class FileUpload final : public ParcelConnection {
  public:
    FileUpload(ParcelEnds ends, share::ParcelTerms terms, std::string path, share::FileState promised,
               crypto::Random& random);

    void begin() override;

  private:
    /// Sent and not on the hub's disk yet.
    static constexpr std::uint64_t kWindow = 2048UL * 1024;

    void stateCame(const wire::pb::ParcelState& state) override;
    void pieceCame(const wire::pb::ParcelPiece&) override {}
    void pump();
    bool openFile();

    std::string path_;
    share::FileState promised_;
    crypto::Random& random_;
    std::optional<share::SentFile> file_;
    std::uint64_t total_;
    std::uint64_t next_ = 0;
    std::uint64_t stored_ = 0;
    bool full_ = false;
};

}  // namespace sesame::client
