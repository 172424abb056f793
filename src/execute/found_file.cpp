// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "execute/found_file.h"

#include "sesame/base/descriptor.h"
#include "sesame/desktop/file_type.h"
#include "sesame/places/path_policy.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <memory>

namespace sesame::execute {
namespace {

constexpr std::size_t kHeadBytes = 16384;

std::vector<std::string> canonical(const std::vector<std::string>& directories) {
    std::vector<std::string> out;
    for (const std::string& directory : directories) {
        const std::unique_ptr<char, decltype(&std::free)> real(realpath(directory.c_str(), nullptr),
                                                               &std::free);
        if (real && directory.starts_with('/'))
            out.emplace_back(real.get());
    }
    return out;
}

Error openError() {
    if (errno == ENOENT)
        return {ErrorCode::NotFound, "no such file"};
    const bool link = errno == ELOOP || errno == ENOTDIR;
    return {ErrorCode::Refused, link ? "something on the way is not a plain folder" : "not readable"};
}

/// The object itself, not yet opened for reading: opening a device can already do something.
Result<Descriptor> walk(const std::string& place, const std::vector<std::string>& below) {
    Descriptor at(::open(place.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    for (std::size_t i = 0; at && i < below.size(); ++i) {
        const int kind = i + 1 < below.size() ? O_DIRECTORY : 0;
        at = Descriptor(::openat(at.get(), below[i].c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC | kind));
    }
    if (!at)
        return openError();
    return at;
}

Result<Bytes> readHead(const Descriptor& object) {
    const std::string self = "/proc/self/fd/" + std::to_string(object.get());
    const Descriptor file(::open(self.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (!file)
        return openError();
    Bytes head(kHeadBytes);
    const ssize_t got = ::read(file.get(), head.data(), head.size());
    if (got < 0)
        return Error{ErrorCode::Io, "not readable"};
    head.resize(static_cast<std::size_t>(got));
    return head;
}

std::string fingerprintOf(const struct stat& info) {
    std::string out;
    for (const auto number : {static_cast<std::int64_t>(info.st_dev), static_cast<std::int64_t>(info.st_ino),
                              static_cast<std::int64_t>(info.st_size), std::int64_t{info.st_mtim.tv_sec},
                              std::int64_t{info.st_mtim.tv_nsec}, std::int64_t{info.st_ctim.tv_sec},
                              std::int64_t{info.st_ctim.tv_nsec}})
        out += std::to_string(number) + ':';
    return out;
}

Status checkContent(const std::string& name, const struct stat& info, const Bytes& head) {
    const desktop::FileType type = desktop::fileType(name, head);
    if (type.runsCode)
        return Error{ErrorCode::Refused, "a program or script"};
    // Without an extension only the mode tells a script that has no first line from a note.
    const bool mayRun = (info.st_mode & (S_IXUSR | S_IXGRP | S_IXOTH)) != 0;
    const bool tellsNothing = name.find('.') == std::string::npos || type.name == "application/octet-stream";
    if (mayRun && tellsNothing)
        return Error{ErrorCode::Refused, "marked as a program"};
    return {};
}

Result<std::string> placeOf(const std::string& path, const Places& places) {
    for (const std::string& secret : places.secret)
        if (places::liesIn(path, secret))
            return Error{ErrorCode::Refused, "a place that holds secrets"};
    for (const std::string& place : places.allowed)
        if (places::liesIn(path, place))
            return place;
    return Error{ErrorCode::Refused, "outside the places that are allowed"};
}

}  // namespace

Places Places::from(const std::vector<std::string>& allowed, const std::vector<std::string>& secret) {
    return {canonical(allowed), canonical(secret)};
}

Result<FoundFile> inspectFile(const std::string& path, const Places& places) {
    SESAME_TRY(places::componentsOf(path));
    SESAME_TRY_ASSIGN(const std::string place, placeOf(path, places));
    SESAME_TRY_ASSIGN(const auto below, places::checkPathBelow(path, place));
    SESAME_TRY_ASSIGN(const Descriptor object, walk(place, below));
    struct stat info {};
    if (fstat(object.get(), &info) != 0)
        return Error{ErrorCode::Io, "not readable"};
    if (S_ISLNK(info.st_mode))
        return Error{ErrorCode::Refused, "a symbolic link"};
    if (!S_ISREG(info.st_mode))
        return Error{ErrorCode::Refused, "not a regular file"};
    SESAME_TRY_ASSIGN(const Bytes head, readHead(object));
    SESAME_TRY(checkContent(below.back(), info, head));
    return FoundFile{path, fingerprintOf(info)};
}

}  // namespace sesame::execute
