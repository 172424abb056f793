// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/store/fault_vfs.h"

#include "unit/store/scratch.h"

#include <sqlite3.h>

namespace sesame::test {
namespace {

struct FaultFile {
    sqlite3_file base;
    FaultVfs* faults;
    const char* path;
};
constexpr std::size_t kBelowAt = 32;
static_assert(sizeof(FaultFile) <= kBelowAt);

FaultVfs& faults(sqlite3_file* file) {
    return *reinterpret_cast<FaultFile*>(file)->faults;
}
const char* path(sqlite3_file* file) {
    return reinterpret_cast<FaultFile*>(file)->path;
}
sqlite3_file& below(sqlite3_file* file) {
    return *reinterpret_cast<sqlite3_file*>(reinterpret_cast<std::byte*>(file) + kBelowAt);
}

int closeFile(sqlite3_file* file) {
    return below(file).pMethods->xClose(&below(file));
}
int readFileAt(sqlite3_file* file, void* out, int count, sqlite3_int64 offset) {
    if (const int rc = faults(file).next(FaultVfs::Call::Read, SQLITE_IOERR_READ))
        return rc;
    return below(file).pMethods->xRead(&below(file), out, count, offset);
}
int writeFileAt(sqlite3_file* file, const void* in, int count, sqlite3_int64 offset) {
    const int rc =
        faults(file).next(FaultVfs::Call::Write, faults(file).diskFull() ? SQLITE_FULL : SQLITE_IOERR_WRITE);
    if (rc != SQLITE_OK)
        count /= 2;
    faults(file).wrote(path(file), in, static_cast<std::size_t>(count), static_cast<std::size_t>(offset));
    const int written = below(file).pMethods->xWrite(&below(file), in, count, offset);
    return rc != SQLITE_OK ? rc : written;
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    if (const int rc = faults(file).next(FaultVfs::Call::Truncate, SQLITE_IOERR_TRUNCATE))
        return rc;
    faults(file).truncated(path(file), static_cast<std::size_t>(size));
    return below(file).pMethods->xTruncate(&below(file), size);
}
int syncFile(sqlite3_file* file, int flags) {
    if (const int rc = faults(file).next(FaultVfs::Call::Sync, SQLITE_IOERR_FSYNC))
        return rc;
    faults(file).synced(path(file));
    return below(file).pMethods->xSync(&below(file), flags);
}
int fileSize(sqlite3_file* file, sqlite3_int64* out) {
    return below(file).pMethods->xFileSize(&below(file), out);
}
int lockFile(sqlite3_file* file, int level) {
    return below(file).pMethods->xLock(&below(file), level);
}
int unlockFile(sqlite3_file* file, int level) {
    return below(file).pMethods->xUnlock(&below(file), level);
}
int checkReserved(sqlite3_file* file, int* out) {
    return below(file).pMethods->xCheckReservedLock(&below(file), out);
}
int control(sqlite3_file* file, int what, void* argument) {
    return below(file).pMethods->xFileControl(&below(file), what, argument);
}
int sectorSize(sqlite3_file* file) {
    return below(file).pMethods->xSectorSize(&below(file));
}
int traits(sqlite3_file* file) {
    return below(file).pMethods->xDeviceCharacteristics(&below(file));
}

constexpr sqlite3_io_methods kMethods = {1,        closeFile,  readFileAt, writeFileAt, truncateFile,
                                         syncFile, fileSize,   lockFile,   unlockFile,  checkReserved,
                                         control,  sectorSize, traits,     nullptr,     nullptr,
                                         nullptr,  nullptr,    nullptr,    nullptr};

FaultVfs& self(sqlite3_vfs* vfs) {
    return *static_cast<FaultVfs*>(vfs->pAppData);
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    file->pMethods = nullptr;
    if (const int rc = self(vfs).next(FaultVfs::Call::Open, SQLITE_CANTOPEN))
        return rc;
    const int rc = self(vfs).below().xOpen(&self(vfs).below(), name, &below(file), flags, outFlags);
    if (rc != SQLITE_OK)
        return rc;
    auto* opened = reinterpret_cast<FaultFile*>(file);
    opened->base.pMethods = &kMethods;
    opened->faults = &self(vfs);
    opened->path = name;
    self(vfs).opened(name);
    return SQLITE_OK;
}
int deleteFile(sqlite3_vfs* vfs, const char* name, int syncDirectory) {
    if (const int rc = self(vfs).next(FaultVfs::Call::Delete, SQLITE_IOERR_DELETE))
        return rc;
    self(vfs).removed(name);
    return self(vfs).below().xDelete(&self(vfs).below(), name, syncDirectory);
}

}  // namespace

FaultVfs::FaultVfs() : below_(*sqlite3_vfs_find(nullptr)), vfs_(new sqlite3_vfs(below_)) {
    vfs_->iVersion = 1;
    vfs_->zName = "faults";
    vfs_->pNext = nullptr;
    vfs_->pAppData = this;
    vfs_->szOsFile = below_.szOsFile + static_cast<int>(kBelowAt);
    vfs_->xOpen = openFile;
    vfs_->xDelete = deleteFile;
    sqlite3_vfs_register(vfs_, 1);
}

FaultVfs::~FaultVfs() {
    sqlite3_vfs_unregister(vfs_);
    sqlite3_vfs_register(&below_, 1);
    delete vfs_;
}

void FaultVfs::fail(const Plan& plan) {
    plan_ = plan;
    calls_ = 0;
}

int FaultVfs::next(Call call, int errorCode) {
    if (!plan_.diskFull || call == Call::Write) {
        ++calls_;
        if (plan_.call > 0 && (plan_.onwards ? calls_ >= plan_.call : calls_ == plan_.call))
            return errorCode;
    }
    if (watch_ && (call == Call::Write || call == Call::Sync || call == Call::Truncate))
        watch_();
    return 0;
}

void FaultVfs::opened(const std::string& path) {
    if (!files_.contains(path))
        files_[path].durable = readFile(path);
}

void FaultVfs::wrote(const std::string& path, const void* data, std::size_t size, std::size_t offset) {
    files_[path].pending.push_back({offset, std::string(static_cast<const char*>(data), size), false});
}

void FaultVfs::truncated(const std::string& path, std::size_t size) {
    files_[path].pending.push_back({size, {}, true});
}

void FaultVfs::apply(std::string& content, const Change& change, std::size_t length) {
    if (change.truncates)
        content.resize(std::min(content.size(), change.offset));
    if (change.truncates || length == 0)
        return;
    content.resize(std::max(content.size(), change.offset + length));
    content.replace(change.offset, length, change.data, 0, length);
}

void FaultVfs::synced(const std::string& path) {
    File& file = files_[path];
    for (const Change& change : file.pending)
        apply(file.durable, change, change.data.size());
    file.pending.clear();
}

void FaultVfs::leaveBehind(const std::string& from, const std::string& to, std::mt19937& random) const {
    for (const auto& [path, file] : files_) {
        if (!path.starts_with(from))
            continue;
        std::string content = file.durable;
        for (const Change& change : file.pending) {
            switch (random() % 3) {
                case 0:
                    break;
                case 1:
                    apply(content, change, change.data.size());
                    break;
                default:
                    apply(content, change, std::min<std::size_t>(change.data.size(), random() % 9 * 512));
            }
        }
        writeFile(to + "/" + std::filesystem::path(path).filename().string(), content);
    }
}

}  // namespace sesame::test
