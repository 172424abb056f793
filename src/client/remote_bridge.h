// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/execute/remote_port.h"

namespace sesame::client {

/// Lets the executors' thread begin a help session. No client can hold one yet.
class RemoteBridge final : public execute::RemotePort {
  public:
    Result<std::string> screen() const override {
        return Error{ErrorCode::Unavailable, "help sessions are not there yet"};
    }
    Status begin(const consent::Grant&) override {
        return Error{ErrorCode::Unavailable, "help sessions are not there yet"};
    }
};

}  // namespace sesame::client
