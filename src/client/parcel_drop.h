// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/parcel_connection.h"

namespace sesame::client {

/// Tells the hub that nobody needs this parcel any more. In the thread of its worker.
class ParcelDrop final : public ParcelConnection {
  public:
    using ParcelConnection::ParcelConnection;

    // As somebody who has all of it, so that nothing is given.
    void begin() override { open(share::sealedSize(terms().size)); }

  private:
    void stateCame(const wire::pb::ParcelState&) override {
        wire::pb::ClientFrame frame;
        frame.mutable_drop_parcel();
        send(std::move(frame));
    }
    void pieceCame(const wire::pb::ParcelPiece&) override {}
};

}  // namespace sesame::client
