// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/settings_bridge.h"

#include "sesame/client/client.h"
#include "sesame/execute/dispatcher.h"

#include <QThreadPool>

namespace sesame::client {

/// The thread of the executors, which may take seconds: one job at a time, answers as queued calls. Called
/// from the client's thread.
class HelpWorker : public QObject {
  public:
    HelpWorker(const Environment& environment, ClientSettings& settings, Events& events,
               execute::RemotePort& remote, execute::SharePort& share, std::string ownData);
    /// Waits for what runs.
    ~HelpWorker() override;

    using Resolved = std::function<void(const Result<execute::Resolution>&)>;
    void resolve(const trigger::Command& command, Resolved resolved);
    using Done = std::function<void(const execute::Outcome&)>;
    void execute(const consent::Grant& granted, Done done);

  private:
    std::shared_ptr<execute::Dispatcher> dispatcher();

    const Environment& environment_;
    ClientSettings& settings_;
    SettingsBridge bridge_;
    execute::RemotePort& remote_;
    execute::SharePort& share_;
    std::string ownData_;
    std::stop_source stop_;
    QThreadPool pool_;
};

}  // namespace sesame::client
