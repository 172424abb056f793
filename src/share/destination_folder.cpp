// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/destination_folder.h"

#include "share/beneath.h"
#include "share/folder_scan.h"

#include "sesame/share/saved_name.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace sesame::share {
namespace {

constexpr unsigned kMostNumbers = 10'000;
// A disk may keep times coarsely (FAT: two seconds).
constexpr std::int64_t kSameTimeMs = 2'000;

struct Split {
    std::string folder;
    std::string name;
};

Split split(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos)
        return {"", path};
    return {path.substr(0, slash), path.substr(slash + 1)};
}

/// Of all transfers of this program: two shares may bring the same file into one folder.
PartialHolds& holds() {
    static PartialHolds all;
    return all;
}

/// The folder itself, by whatever path.
std::string prefixOf(const Descriptor& folder) {
    struct stat info {};
    ::fstat(folder.get(), &info);
    return std::to_string(info.st_dev) + ':' + std::to_string(info.st_ino) + '/';
}

}  // namespace

DestinationFolder::DestinationFolder(Destination destination, Descriptor root, PartialFolder partials)
    : destination_(std::move(destination)),
      root_(std::move(root)),
      partials_(std::move(partials)),
      holdPrefix_(prefixOf(root_)) {
}

DestinationFolder::~DestinationFolder() {
    DestinationFolder::pause();
}

Result<std::unique_ptr<DestinationFolder>> DestinationFolder::open(const Destination& destination) {
    SESAME_TRY_ASSIGN(auto root, openWithoutLinks(destination.folder, O_RDONLY | O_DIRECTORY));
    SESAME_TRY_ASSIGN(auto partials, PartialFolder::open(root, PartialFolder::kHidden));
    return std::unique_ptr<DestinationFolder>(
        new DestinationFolder(destination, std::move(root), std::move(partials)));
}

Result<Arrivals::Place> DestinationFolder::place(const OfferedFile& file) {
    const std::string partial = PartialFolder::nameOf("", file);
    if (!holds().take(holdOf(partial), this))
        return Error{ErrorCode::Unavailable, "on its way already"};
    if (destination_.resumes && hasArrived(file, savedPath(file.path))) {
        holds().letGo(holdOf(partial), this);
        return Place{true, 0};
    }
    const std::uint64_t there = partials_.size(partial).value_or(0);
    const std::uint64_t offset = there <= file.size ? there : 0;
    if (!hasRoom(root_, file.size - offset))
        return Error{ErrorCode::Full, "the disk is full"};
    return Place{false, offset};
}

/// Under its own name, or under a number if that was taken then.
bool DestinationFolder::hasArrived(const OfferedFile& file, const std::string& saved) const {
    const auto [folder, name] = split(saved);
    for (unsigned number = 1; number < kMostNumbers; ++number) {
        const std::string path = joined(folder, numbered(name, number));
        const auto found = openBeneath(root_, path, O_PATH);
        struct stat info {};
        if (!found || ::fstat(found->get(), &info) != 0)
            return false;
        const std::int64_t modifiedMs = info.st_mtim.tv_sec * 1000 + info.st_mtim.tv_nsec / 1'000'000;
        if (S_ISREG(info.st_mode) && static_cast<std::uint64_t>(info.st_size) == file.size &&
            std::abs(modifiedMs - file.modifiedMs) <= kSameTimeMs)
            return true;
    }
    return false;
}

Status DestinationFolder::makeFolder(const std::string& path) {
    SESAME_TRY(openFolder(savedPath(path)));
    return {};
}

/// Made if it is not there.
Result<Descriptor> DestinationFolder::openFolder(const std::string& saved) const {
    constexpr int kFlags = O_RDONLY | O_DIRECTORY;
    auto folder = openBeneath(root_, saved.empty() ? "." : saved, kFlags);
    if (folder || folder.error().code != ErrorCode::NotFound)
        return folder;
    const auto [above, name] = split(saved);
    SESAME_TRY_ASSIGN(const auto parent, openFolder(above));
    if (::mkdirat(parent.get(), name.c_str(), 0700) != 0 && errno != EEXIST)
        return diskError();
    return openBeneath(parent, name, kFlags);
}

Result<Descriptor> DestinationFolder::openPartial(const OfferedFile& file) {
    return partials_.openFile(PartialFolder::nameOf("", file));
}

void DestinationFolder::dropPartial(const OfferedFile& file) {
    const std::string partial = PartialFolder::nameOf("", file);
    if (!holds().isHeldBy(holdOf(partial), this))
        return;
    partials_.remove(partial);
    holds().letGo(holdOf(partial), this);
}

std::vector<Result<std::string>> DestinationFolder::keep(std::span<const OfferedFile> files) {
    std::vector<std::string> names;
    for (const OfferedFile& file : files)
        names.push_back(PartialFolder::nameOf("", file));
    if (const auto synced = partials_.sync(names); !synced)
        return std::vector<Result<std::string>>(files.size(), synced.error());
    std::vector<Result<std::string>> out;
    for (std::size_t i = 0; i < files.size(); ++i)
        out.push_back(moveIn(names[i], savedPath(files[i].path)));
    // The names too are on disk before anybody is told of them.
    if (::syncfs(root_.get()) != 0)
        return std::vector<Result<std::string>>(files.size(), diskError());
    for (std::size_t i = 0; i < files.size(); ++i)
        if (out[i])
            holds().letGo(holdOf(names[i]), this);
    return out;
}

Result<std::string> DestinationFolder::moveIn(const std::string& partial, const std::string& saved) const {
    const auto [folderName, name] = split(saved);
    SESAME_TRY_ASSIGN(const auto folder, openFolder(folderName));
    SESAME_TRY_ASSIGN(const auto free, partials_.moveToFree(partial, folder, name));
    return destination_.folder + '/' + joined(folderName, free);
}

std::vector<std::string> DestinationFolder::held() const {
    std::vector<std::string> out = holds().heldBy(this);
    for (std::string& hold : out)
        hold.erase(0, holdPrefix_.size());
    return out;
}

void DestinationFolder::pause() {
    for (const std::string& partial : held()) {
        left_.insert(partial);
        holds().letGo(holdOf(partial), this);
    }
}

void DestinationFolder::finish() {
    // Another transfer may have gone on with what this one left.
    for (const std::string& partial : left_)
        holds().take(holdOf(partial), this);
    for (const std::string& partial : held()) {
        partials_.remove(partial);
        holds().letGo(holdOf(partial), this);
    }
    partials_.removeIfEmpty();
}

}  // namespace sesame::share
