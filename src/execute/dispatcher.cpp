// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/execute/dispatcher.h"

#include "execute/im_settings.h"
#include "execute/launch_program.h"
#include "execute/open_file.h"
#include "execute/remote_control.h"
#include "execute/share_folder.h"

namespace sesame::execute {

struct Dispatcher::Executors {
    explicit Executors(const Machine& given)
        : machine(given),
          launchProgram(machine),
          openFile(machine),
          imSettings(machine),
          remoteControl(machine),
          shareFolder(machine) {}

    Executor& of(const trigger::Command& command) {
        if (std::holds_alternative<trigger::LaunchProgram>(command))
            return launchProgram;
        if (std::holds_alternative<trigger::OpenFile>(command))
            return openFile;
        if (std::holds_alternative<trigger::RemoteControl>(command))
            return remoteControl;
        if (std::holds_alternative<trigger::ShareFolder>(command))
            return shareFolder;
        return imSettings;
    }

    Machine machine;
    LaunchProgramExecutor launchProgram;
    OpenFileExecutor openFile;
    ImSettingsExecutor imSettings;
    RemoteControlExecutor remoteControl;
    ShareFolderExecutor shareFolder;
};

Dispatcher::Dispatcher(const Machine& machine) : executors_(std::make_unique<Executors>(machine)) {
}
Dispatcher::~Dispatcher() = default;

Result<Resolution> Dispatcher::resolve(const trigger::Command& command, std::stop_token stop) {
    return executors_->of(command).resolve(command, std::move(stop));
}

Outcome Dispatcher::run(const consent::Grant& grant, std::stop_token stop) {
    return executors_->of(grant.scope().command).run(grant, std::move(stop));
}

}  // namespace sesame::execute
