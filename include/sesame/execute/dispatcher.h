// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/desktop/installed_programs.h"
#include "sesame/desktop/launcher.h"
#include "sesame/desktop/windows.h"
#include "sesame/execute/executor.h"
#include "sesame/execute/remote_port.h"
#include "sesame/execute/settings_port.h"
#include "sesame/execute/share_port.h"

#include <memory>

namespace sesame::execute {

/// What the executors need of the machine. All outlive the dispatcher.
struct Machine {
    const Clock& clock;
    const desktop::InstalledPrograms& programs;
    desktop::Windows& windows;
    desktop::Launcher& launcher;
    SettingsPort& settings;
    RemotePort& remote;
    SharePort& share;
    /// Absolute directories in which files may be opened; secret places inside them are skipped (M38).
    std::vector<std::string> allowedPlaces;
    /// Absolute directories never opened, listed or found, whatever is allowed: above all our own data.
    std::vector<std::string> secretPlaces{};
};

/// The only way to run anything (M8): picks the executor for a command.
class Dispatcher final : public Executor {
  public:
    explicit Dispatcher(const Machine& machine);
    ~Dispatcher() override;
    Result<Resolution> resolve(const trigger::Command& command, std::stop_token stop) override;
    Outcome run(const consent::Grant& grant, std::stop_token stop) override;

  private:
    struct Executors;
    std::unique_ptr<Executors> executors_;
};

}  // namespace sesame::execute
