// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "execute/open_file.h"

#include "execute/file_search.h"
#include "execute/guard.h"

#include "sesame/places/honest_text.h"

namespace sesame::execute {
namespace {

Places placesOf(const Machine& machine) {
    return Places::from(machine.allowedPlaces, machine.secretPlaces);
}

consent::ResolvedTarget targetOf(const FoundFile& file) {
    return {file.path, file.path, file.fingerprint};
}

std::string baseName(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

}  // namespace

Result<Resolution> OpenFileExecutor::resolve(const trigger::Command& command, std::stop_token stop) {
    const auto& open = std::get<trigger::OpenFile>(command);
    if (open.path.empty() == open.name.empty())
        return Error{ErrorCode::Malformed, "either a path or a name"};
    return open.name.empty() ? byPath(open.path) : byName(open.name, stop);
}

Result<Resolution> OpenFileExecutor::byPath(const std::string& path) const {
    const auto file = inspectFile(path, placesOf(machine_));
    if (file)
        return Resolution{{targetOf(*file)}, false};
    if (file.error().code == ErrorCode::NotFound)
        return Resolution{};
    return file.error();
}

Result<Resolution> OpenFileExecutor::byName(const std::string& name, const std::stop_token& stop) const {
    if (!places::isHonestText(name) || name.find('/') != std::string::npos)
        return Error{ErrorCode::Malformed, "not a file's name"};
    const SearchResult found = searchFiles(name, placesOf(machine_), SearchLimits{}, machine_.clock, stop);
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "stopped"};
    Resolution out{{}, found.cutShort};
    for (const FoundFile& file : found.files)
        out.targets.push_back(targetOf(file));
    return out;
}

Outcome OpenFileExecutor::run(const consent::Grant& grant, std::stop_token stop) {
    const consent::ResolvedTarget& shown = grant.scope().target;
    const std::string name = baseName(shown.display);
    if (auto refused = refusal<trigger::OpenFile>(grant, machine_.clock, name))
        return *refused;
    const Places places = placesOf(machine_);
    const auto file = inspectFile(shown.reference, places);
    if (!file)
        return failureOf(file.error(), name);
    if (targetOf(*file) != shown)
        return {OutcomeKind::Expired, name, "the file changed after it was shown"};
    const auto program = machine_.programs.defaultFor(file->path);
    if (!program)
        return failureOf(program.error(), name);
    const std::vector<std::string> argv = program->argvFor(file->path);
    if (argv.empty())
        return {OutcomeKind::NotFound, name, program->id + " takes no file"};
    // Finding the application takes a moment; look once more, at the very last.
    const auto again = inspectFile(shown.reference, places);
    if (!again || targetOf(*again) != shown)
        return {OutcomeKind::Expired, name, "the file changed after it was shown"};
    if (stop.stop_requested())
        return {OutcomeKind::Failed, name, "stopped"};
    if (const auto pid = machine_.launcher.start(argv); !pid)
        return failureOf(pid.error(), name);
    return {OutcomeKind::Started, name, "opened with " + program->id};
}

}  // namespace sesame::execute
