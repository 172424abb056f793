// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/execute/own_file.h"

#include "execute/found_file.h"

#include <sys/stat.h>

namespace sesame::execute {
namespace {

Status openWith(const Result<desktop::InstalledProgram>& program, const std::string& path,
                desktop::Launcher& launcher) {
    if (!program)
        return program.error();
    const std::vector<std::string> argv = program->argvFor(path);
    if (argv.empty())
        return Error{ErrorCode::NotFound, program->id + " takes no file"};
    SESAME_TRY(launcher.start(argv));
    return {};
}

}  // namespace

Status openOwnFile(const std::string& path, const std::string& place,
                   const desktop::InstalledPrograms& programs, desktop::Launcher& launcher) {
    const Places places = Places::from({place}, {});
    SESAME_TRY_ASSIGN(const FoundFile file, inspectFile(path, places));
    const auto program = programs.defaultFor(path);
    // Finding the application takes a moment; look once more, at the very last.
    SESAME_TRY_ASSIGN(const FoundFile again, inspectFile(path, places));
    if (again.fingerprint != file.fingerprint)
        return Error{ErrorCode::Changed, "the file is another one now"};
    return openWith(program, path, launcher);
}

Status showOwnFolder(const std::string& path, const desktop::InstalledPrograms& programs,
                     desktop::Launcher& launcher) {
    struct stat info {};
    if (::lstat(path.c_str(), &info) != 0)
        return Error{ErrorCode::NotFound, "no such folder"};
    if (!S_ISDIR(info.st_mode))
        return Error{ErrorCode::Refused, "no folder"};
    return openWith(programs.defaultFor(path), path, launcher);
}

}  // namespace sesame::execute
