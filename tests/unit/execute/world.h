// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fake_desktop.h"
#include "support/grants.h"
#include "support/temp_tree.h"

#include "sesame/execute/dispatcher.h"

namespace sesame::test {

inline desktop::InstalledProgram programNamed(const std::string& name) {
    desktop::InstalledProgram out;
    out.id = name + ".desktop";
    out.file = "/usr/share/applications/" + out.id;
    out.name = name;
    out.argv = {name, "--flag"};
    out.fileAt = 2;
    out.fingerprint = "1";
    out.executable = "/usr/bin/" + name;
    return out;
}

/// A receiver's machine: real files, everything else as the test wants it.
struct World {
    World() {
        programs.programs = {programNamed("calculator"), programNamed("viewer")};
        programs.defaultId = "viewer.desktop";
    }

    execute::Dispatcher dispatcher() {
        return execute::Dispatcher(execute::Machine{clock,
                                                    programs,
                                                    windows,
                                                    launcher,
                                                    settings,
                                                    remote,
                                                    share,
                                                    {tree.folder("docs")},
                                                    {tree.folder("docs/own data")}});
    }
    Result<execute::Resolution> resolve(const trigger::Command& command) {
        return dispatcher().resolve(command, {});
    }
    /// Resolves, asks, gets a Yes; what is done in between is up to the test.
    consent::Grant grant(const trigger::Command& command, std::size_t choice = 0) {
        const auto resolution = resolve(command);
        SESAME_ASSERT(resolution && resolution->targets.size() > choice);
        return grantFor(clock, scopeFor(command, resolution->targets[choice]));
    }
    execute::Outcome run(const consent::Grant& given) { return dispatcher().run(given, {}); }
    bool nothingRan() const {
        return launcher.started.empty() && windows.activated.empty() && settings.changes == 0 &&
               settings.pages.empty() && remote.begun.empty() && remote.passed.empty() && share.begun.empty();
    }

    TempTree tree;
    FakeClock clock;
    FakePrograms programs;
    FakeWindows windows{clock};
    FakeLauncher launcher;
    FakeSettings settings;
    FakeRemote remote{clock};
    FakeShare share{clock};
};

}  // namespace sesame::test
