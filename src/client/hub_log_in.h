// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/account_keeper.h"
#include "hub.pb.h"

namespace sesame::client {

/// The frame that proves who we are on one connection: signed over the hub's nonce, the certificate that we
/// see, and the handle, so that it is worth nothing anywhere else.
wire::pb::ClientFrame logInFrame(const AccountKeeper& account, const std::string& nonce,
                                 const ByteArray<32>& certificate);

}  // namespace sesame::client
