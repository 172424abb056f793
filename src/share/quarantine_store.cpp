// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/quarantine_store.h"

#include "share/beneath.h"
#include "share/folder_names.h"

#include "sesame/wire/frame.h"

#include <fcntl.h>
#include <share.pb.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace sesame::share {
namespace {

namespace pb = wire::pb;

constexpr std::size_t kIdCharacters = 32;
constexpr std::size_t kMaxDescriptionBytes = 8192;
constexpr std::string_view kDescription = ".about";

std::string descriptionOf(const std::string& id) {
    return id + std::string(kDescription);
}

std::uint64_t freeBytes(const Descriptor& folder) {
    struct statvfs info {};
    if (::fstatvfs(folder.get(), &info) != 0)
        return 0;
    return std::uint64_t{info.f_bavail} * info.f_frsize;
}

}  // namespace

bool isQuarantineId(std::string_view name) {
    return name.size() == kIdCharacters &&
           name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Result<std::unique_ptr<Quarantine::Store>> Quarantine::Store::open(const std::string& folder,
                                                                   QuarantineLimits limits,
                                                                   const Clock& clock) {
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return diskError();
    SESAME_TRY_ASSIGN(auto opened, openWithoutLinks(folder, O_RDONLY | O_DIRECTORY));
    SESAME_TRY_ASSIGN(auto partials, PartialFolder::open(opened, "partial"));
    partials.removeOlderThan(kPartialAgeMs, clock.wallMs());
    std::unique_ptr<Store> store(new Store(std::move(opened), std::move(partials), limits, clock));
    store->countAll();
    return store;
}

void Quarantine::Store::countAll() {
    std::vector<std::string> ids = partials_.names();
    forEachName(folder_, [&](const std::string& name) { ids.push_back(name); });
    for (const std::string& id : ids)
        if (isQuarantineId(id))
            recount(id);
}

std::uint64_t Quarantine::Store::bytesOf(const std::string& id) const {
    struct stat info {};
    if (::fstatat(folder_.get(), id.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0)
        return static_cast<std::uint64_t>(info.st_size);
    return partials_.size(id).value_or(0);
}

Status Quarantine::Store::charge(const std::string& id, std::uint64_t bytes) {
    const std::lock_guard lock(mutex_);
    Status fits = checkLimits(id, bytes);
    if (!fits) {
        dropStale();
        fits = checkLimits(id, bytes);
    }
    if (fits)
        count(id, bytes);
    return fits;
}

Status Quarantine::Store::checkLimits(const std::string& id, std::uint64_t bytes) const {
    const std::uint64_t others = bytes_ - chargeOf(id);
    if (bytes > limits_.bytes || others > limits_.bytes - bytes ||
        (!charged_.contains(id) && charged_.size() >= limits_.files))
        return Error{ErrorCode::Full, "the quarantine is full"};
    return hasRoomFor(id, bytes) ? Status() : Error{ErrorCode::Full, "the disk is full"};
}

/// On the disk, beside what others were promised.
bool Quarantine::Store::hasRoomFor(const std::string& id, std::uint64_t bytes) const {
    const std::uint64_t free = freeBytes(folder_);
    if (free < limits_.keptFree)
        return false;
    const std::uint64_t usable = free - limits_.keptFree;
    // Files are looked at one by one only when it is close.
    if (usable >= bytes_ && usable - bytes_ >= bytes)
        return true;
    const std::uint64_t promised = unwritten(id);
    return usable >= promised && usable - promised >= bytes - std::min(bytes, bytesOf(id));
}

/// What was promised for all but this one, and is not there yet.
std::uint64_t Quarantine::Store::unwritten(const std::string& except) const {
    std::uint64_t out = 0;
    for (const std::string& id : holds_.all())
        if (id != except)
            out += chargeOf(id) - std::min(chargeOf(id), bytesOf(id));
    return out;
}

std::uint64_t Quarantine::Store::chargeOf(const std::string& id) const {
    const auto known = charged_.find(id);
    return known == charged_.end() ? 0 : known->second;
}

void Quarantine::Store::count(const std::string& id, std::uint64_t bytes) {
    bytes_ = bytes_ - chargeOf(id) + bytes;
    charged_[id] = bytes;
}

void Quarantine::Store::countAnew(const std::string& id) {
    count(id, bytesOf(id));
    if (!has(id) && !partials_.size(id)) {
        charged_.erase(id);
        left_.erase(id);
    }
}

void Quarantine::Store::dropStale() {
    std::erase_if(left_, [](const auto& one) { return one.second.expired(); });
    for (const std::string& id : partials_.names()) {
        if (!isQuarantineId(id) || holds_.isHeld(id) || left_.contains(id))
            continue;
        partials_.remove(id);
        countAnew(id);
    }
}

void Quarantine::Store::recount(const std::string& id) {
    const std::lock_guard lock(mutex_);
    countAnew(id);
}

void Quarantine::Store::leave(const std::string& id, std::weak_ptr<const void> share) {
    const std::lock_guard lock(mutex_);
    countAnew(id);
    if (partials_.size(id))
        left_[id] = std::move(share);
}

bool Quarantine::Store::has(const std::string& id) const {
    return ::faccessat(folder_.get(), id.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

std::vector<QuarantinedFile> Quarantine::Store::files() const {
    std::vector<QuarantinedFile> out;
    forEachName(folder_, [&](const std::string& name) {
        if (!isQuarantineId(name))
            return;
        if (auto file = describe(name))
            out.push_back(*std::move(file));
    });
    return out;
}

Result<QuarantinedFile> Quarantine::Store::describe(const std::string& id) const {
    if (!isQuarantineId(id) || !has(id))
        return Error{ErrorCode::NotFound, "no such file"};
    SESAME_TRY_ASSIGN(const auto file, openBeneath(folder_, descriptionOf(id), O_RDONLY));
    Bytes bytes(kMaxDescriptionBytes);
    const ssize_t got = ::read(file.get(), bytes.data(), bytes.size());
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    pb::QuarantinedFile about;
    SESAME_TRY(wire::parse(bytes, about, kMaxDescriptionBytes));
    return QuarantinedFile{id,          about.path(), about.size(), about.modified_ms(), about.arrived_ms(),
                           about.from()};
}

Status Quarantine::Store::write(const QuarantinedFile& file) const {
    pb::QuarantinedFile about;
    about.set_path(file.path);
    about.set_size(file.size);
    about.set_modified_ms(file.modifiedMs);
    about.set_arrived_ms(file.arrivedMs);
    about.set_from(file.from);
    const Bytes bytes = wire::serialise(about);
    SESAME_TRY_ASSIGN(const auto out,
                      openBeneath(folder_, descriptionOf(file.id), O_WRONLY | O_CREAT | O_TRUNC, 0600));
    if (::write(out.get(), bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
        return diskError();
    return {};
}

void Quarantine::Store::remove(const std::string& id) {
    if (!isQuarantineId(id))
        return;
    ::unlinkat(folder_.get(), id.c_str(), 0);
    ::unlinkat(folder_.get(), descriptionOf(id).c_str(), 0);
    recount(id);
}

void Quarantine::Store::dropPartial(const std::string& id) {
    partials_.remove(id);
    if (!has(id))
        ::unlinkat(folder_.get(), descriptionOf(id).c_str(), 0);
    recount(id);
}

}  // namespace sesame::share
