// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/share/shared_folder.h"

#include "share/beneath.h"
#include "share/file_version.h"
#include "share/root_policy.h"

#include "sesame/places/path_policy.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <memory>
#include <optional>

namespace sesame::share {
namespace {

constexpr std::size_t kMaxBelowBytes = 4095;

Result<struct stat> statOf(const Descriptor& object) {
    struct stat info {};
    if (::fstat(object.get(), &info) != 0)
        return Error{ErrorCode::Io, "not readable"};
    return info;
}

std::string selfPath(const Descriptor& object) {
    return "/proc/self/fd/" + std::to_string(object.get());
}

/// The kernel's own word for how the object was reached; its name is marked once it is gone.
bool isStillNamed(const Descriptor& object, std::string_view below) {
    std::array<char, PATH_MAX> target{};
    const ssize_t length = ::readlink(selfPath(object).c_str(), target.data(), target.size());
    if (length <= 0)
        return false;
    const std::string_view reached(target.data(), static_cast<std::size_t>(length));
    return reached.size() > below.size() && reached.ends_with(below) &&
           reached[reached.size() - below.size() - 1] == '/';
}

std::int64_t nanoseconds(const timespec& time) {
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

std::uint64_t versionFrom(const struct stat& info) {
    return versionOf(info.st_dev, info.st_ino, static_cast<std::uint64_t>(info.st_size),
                     nanoseconds(info.st_mtim));
}

std::optional<std::string> canonical(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    return real ? std::optional<std::string>(real.get()) : std::nullopt;
}

/// Places that do not exist yet stay as they are.
Boundaries canonical(const Boundaries& boundaries) {
    Boundaries out{canonical(boundaries.home).value_or(boundaries.home), {}};
    for (const std::string& secret : boundaries.secret)
        out.secret.push_back(canonical(secret).value_or(secret));
    return out;
}

std::string lastName(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

}  // namespace

bool isWithheldName(std::string_view name) {
    return name.empty() || name.front() == '.' || name.size() > NAME_MAX || places::isSecretFolder(name) ||
           places::isSecretFile(name);
}

Status OpenedFile::checkUnchanged() const {
    SESAME_TRY_ASSIGN(const auto now, statOf(descriptor));
    if (versionFrom(now) != version)
        return Error{ErrorCode::Changed, "the file changed while it was read"};
    return {};
}

Result<SharedFolder> SharedFolder::open(const std::string& path, const Boundaries& boundaries) {
    SESAME_TRY(places::componentsOf(path));
    const auto real = canonical(path);
    if (!real)
        return Error{ErrorCode::NotFound, "no such file or folder"};
    SESAME_TRY(checkRoot(*real, canonical(boundaries)));
    SESAME_TRY_ASSIGN(auto object, openWithoutLinks(*real, O_PATH));
    SESAME_TRY_ASSIGN(const auto info, statOf(object));
    SharedFolder out;
    out.path_ = *real;
    out.fingerprint_ = std::to_string(info.st_dev) + ':' + std::to_string(info.st_ino);
    if (S_ISDIR(info.st_mode)) {
        out.root_ = std::move(object);
        return out;
    }
    out.onlyFile_ = lastName(*real);
    out.onlyInode_ = info.st_ino;
    const std::string folder = real->substr(0, real->rfind('/'));
    SESAME_TRY_ASSIGN(out.root_, openWithoutLinks(folder, O_PATH | O_DIRECTORY));
    SESAME_TRY(out.openFile(out.onlyFile_));
    return out;
}

std::string SharedFolder::name() const {
    return lastName(path_);
}

Status SharedFolder::checkBelow(const std::string& below) const {
    if (below.size() > kMaxBelowBytes || below.find('\0') != std::string::npos)
        return Error{ErrorCode::Malformed, "not a path"};
    if (isFile())
        return below.empty() || below == onlyFile_ ? Status() : Error{ErrorCode::NotFound, "no such file"};
    for (std::string_view rest = below; !rest.empty();) {
        const std::size_t end = std::min(rest.find('/'), rest.size());
        // The same answer as for what is not there.
        if (isWithheldName(rest.substr(0, end)))
            return Error{ErrorCode::NotFound, "no such file"};
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

Result<Descriptor> SharedFolder::resolve(const std::string& below, int flags) const {
    SESAME_TRY(checkBelow(below));
    return openBeneath(root_, below.empty() ? "." : below, flags);
}

// The object is looked at before it is opened: opening a device can already do something. A second name of a
// secret file may be put in the folder and taken away again at any moment; so the count of names comes first,
// then the question whether the name it was reached by still stands. Between the two every removal that had
// begun must be over: the kernel lowers the count a moment before the name is gone.
Result<OpenedFile> SharedFolder::openFile(const std::string& below) const {
    SESAME_TRY_ASSIGN(const Descriptor object, resolve(below, O_PATH));
    SESAME_TRY_ASSIGN(const auto info, statOf(object));
    if (!S_ISREG(info.st_mode) || (isFile() && info.st_ino != onlyInode_))
        return Error{ErrorCode::Refused, "not a regular file"};
    if (info.st_nlink != 1)
        return Error{ErrorCode::Refused, "a file that has another name elsewhere"};
    SESAME_TRY(awaitRemovals(below));
    if (!isStillNamed(object, below))
        return Error{ErrorCode::Changed, "moved meanwhile"};
    Descriptor file(::open(selfPath(object).c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (!file)
        return Error{ErrorCode::Refused, "not readable"};
    return OpenedFile{std::move(file), static_cast<std::uint64_t>(info.st_size),
                      nanoseconds(info.st_mtim) / 1'000'000, versionFrom(info)};
}

// Reading a folder takes the lock that a removal in it holds to its end.
Status SharedFolder::awaitRemovals(const std::string& below) const {
    const std::size_t slash = below.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : below.substr(0, slash);
    SESAME_TRY_ASSIGN(const auto fd, openBeneath(root_, folder, O_RDONLY | O_DIRECTORY));
    std::array<std::byte, 512> entries{};
    if (::syscall(SYS_getdents64, fd.get(), entries.data(), entries.size()) < 0)
        return Error{ErrorCode::Refused, "not a readable folder"};
    return {};
}

Result<Descriptor> SharedFolder::openFolder(const std::string& below) const {
    if (isFile())
        return Error{ErrorCode::NotFound, "no such folder"};
    return resolve(below, O_RDONLY | O_DIRECTORY);
}

}  // namespace sesame::share
