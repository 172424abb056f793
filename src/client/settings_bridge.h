// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/client_settings.h"

#include "sesame/execute/settings_port.h"

namespace sesame::client {

/// Lets the executors' thread read and change the client's settings: each call runs in the client's thread
/// and is waited for, but not for ever.
class SettingsBridge final : public execute::SettingsPort {
  public:
    SettingsBridge(ClientSettings& settings, Events& events) : settings_(settings), events_(events) {}

    Result<std::string> value(const std::string& key) const override;
    Status set(const std::string& key, const std::string& value) override;
    Status showPage(const std::string& page) override;

  private:
    ClientSettings& settings_;
    Events& events_;
};

}  // namespace sesame::client
