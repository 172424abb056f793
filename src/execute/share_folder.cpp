// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "execute/share_folder.h"

#include "execute/file_search.h"
#include "execute/guard.h"

#include "sesame/places/honest_text.h"

namespace sesame::execute {

Result<Resolution> ShareFolderExecutor::resolve(const trigger::Command& command, std::stop_token stop) {
    const auto& share = std::get<trigger::ShareFolder>(command);
    if (share.path.empty() == share.name.empty())
        return Error{ErrorCode::Malformed, "either a path or a name"};
    return share.name.empty() ? byPath(share.path) : byName(share.name, stop);
}

Result<Resolution> ShareFolderExecutor::byPath(const std::string& path) const {
    auto target = machine_.share.find(path);
    if (target)
        return Resolution{{*std::move(target)}, false};
    if (target.error().code == ErrorCode::NotFound)
        return Resolution{};
    return target.error();
}

Result<Resolution> ShareFolderExecutor::byName(const std::string& name, const std::stop_token& stop) const {
    if (!places::isHonestText(name) || name.find('/') != std::string::npos)
        return Error{ErrorCode::Malformed, "not the name of a folder or file"};
    const Places places = Places::from(machine_.allowedPlaces, machine_.secretPlaces);
    const auto inspect = [this](const std::string& path) -> Result<FoundFile> {
        SESAME_TRY_ASSIGN(auto target, machine_.share.find(path));
        return FoundFile{std::move(target.reference), std::move(target.fingerprint)};
    };
    const SearchResult found =
        searchFilesAndFolders(name, places, SearchLimits{}, machine_.clock, stop, inspect);
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "stopped"};
    Resolution out{{}, found.cutShort};
    for (const FoundFile& one : found.files)
        out.targets.push_back({one.path, one.path, one.fingerprint});
    return out;
}

Outcome ShareFolderExecutor::run(const consent::Grant& grant, std::stop_token stop) {
    const consent::ResolvedTarget& shown = grant.scope().target;
    const std::string name = shown.display.substr(shown.display.rfind('/') + 1);
    if (!std::holds_alternative<trigger::ShareFolder>(grant.scope().command))
        return {OutcomeKind::Refused, name, "the grant is for another type of command"};
    if (stop.stop_requested())
        return {OutcomeKind::Failed, name, "stopped"};
    const Status begun = machine_.share.begin(grant);
    return begun ? Outcome{OutcomeKind::Started, name, {}} : failureOf(begun.error(), name);
}

}  // namespace sesame::execute
