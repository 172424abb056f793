// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "execute/launch_program.h"

#include "execute/guard.h"
#include "execute/window_match.h"

#include "sesame/places/honest_text.h"

#include <algorithm>
#include <set>

namespace sesame::execute {
namespace {

constexpr int kSliceMs = 200;  // how soon a stop is noticed

consent::ResolvedTarget targetOf(const desktop::InstalledProgram& program) {
    const std::string origin = program.userInstalled ? ", installed by this user" : "";
    return {program.name + " (" + program.id + origin + ")", program.file, program.fingerprint};
}

}  // namespace

Result<Resolution> LaunchProgramExecutor::resolve(const trigger::Command& command, std::stop_token) {
    const auto& launch = std::get<trigger::LaunchProgram>(command);
    if (launch.program.empty() || !places::isHonestText(launch.program))
        return Error{ErrorCode::Malformed, "not a program's name"};
    Resolution out;
    for (const desktop::InstalledProgram& program : machine_.programs.find(launch.program)) {
        if (!places::isHonestText(program.name) || !places::isHonestText(program.id))
            continue;
        out.targets.push_back(targetOf(program));
        break;
    }
    return out;
}

Outcome LaunchProgramExecutor::run(const consent::Grant& grant, std::stop_token stop) {
    const consent::ResolvedTarget& shown = grant.scope().target;
    if (auto refused = refusal<trigger::LaunchProgram>(grant, machine_.clock, shown.display))
        return *refused;
    const auto program = machine_.programs.byFile(shown.reference);
    if (!program)
        return failureOf(program.error(), shown.display);
    if (targetOf(*program) != shown)
        return {OutcomeKind::Expired, program->name, "the program changed after it was shown"};
    if (stop.stop_requested())
        return {OutcomeKind::Failed, program->name, "stopped"};
    if (focusExisting(*program))
        return {OutcomeKind::Focused, program->name, program->id};
    return startAndFocus(*program, stop);
}

bool LaunchProgramExecutor::focusExisting(const desktop::InstalledProgram& program) {
    const auto windows = machine_.windows.list();
    return std::any_of(windows.begin(), windows.end(), [&](const Window& window) {
        return belongsTo(window, program) && machine_.windows.activate(window).has_value();
    });
}

Outcome LaunchProgramExecutor::startAndFocus(const desktop::InstalledProgram& program,
                                             const std::stop_token& stop) {
    std::set<std::uint32_t> before;
    for (const Window& window : machine_.windows.list())
        before.insert(window.id);
    const auto pid = machine_.launcher.start(program.argv);
    if (!pid)
        return failureOf(pid.error(), program.name);
    const std::int64_t endBootMs = machine_.clock.bootMs() + kWindowTimeMs;
    while (!stop.stop_requested() && machine_.clock.bootMs() < endBootMs) {
        for (const Window& window : machine_.windows.list()) {
            const bool ours = belongsTo(window, program) || inSessionOf(window, *pid);
            if (ours && !before.contains(window.id) && machine_.windows.activate(window))
                return {OutcomeKind::Started, program.name, program.id + ", in front"};
        }
        if (!machine_.windows.waitForChange(kSliceMs))
            break;
    }
    return {OutcomeKind::Started, program.name, program.id + ", no window seen"};
}

}  // namespace sesame::execute
