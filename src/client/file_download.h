// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/parcel_connection.h"

#include "sesame/share/arriving_file.h"

namespace sesame::client {

/// Gets a file from the hub into a folder of this user. In the thread of its worker.
class FileDownload final : public ParcelConnection {
  public:
    /// Where it goes, and under what it may be known there.
    struct Place {
        std::string folder;
        std::string name;
        std::string origin;
    };
    FileDownload(ParcelEnds ends, share::ParcelTerms terms, Place place);

    void begin() override;

  private:
    /// So much is synced and confirmed at once; what is less waits a moment for more.
    static constexpr std::uint64_t kConfirmed = 512UL * 1024;

    void stateCame(const wire::pb::ParcelState& state) override;
    void pieceCame(const wire::pb::ParcelPiece& piece) override;
    void confirm();
    void finish();
    void fail(const Error& error);

    Place place_;
    std::optional<share::ArrivingFile> file_;
    std::uint64_t next_ = 0;       ///< of the sealed parcel
    std::uint64_t confirmed_ = 0;  ///< on our disk, and the hub knows
    QTimer soon_;
};

}  // namespace sesame::client
