// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sealed_vfs.h"

#include "store/sealed_file.h"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <new>

namespace sesame::store {
namespace {

/// What SQLite holds for an open file; the memory of the file below follows it.
struct OpenFile {
    sqlite3_file base;
    std::optional<SealedFile> sealed;
};
constexpr std::size_t kBelowAt = (sizeof(OpenFile) + 15) / 16 * 16;

SealedVfs& self(sqlite3_vfs* vfs) {
    return *static_cast<SealedVfs*>(vfs->pAppData);
}
SealedFile& sealed(sqlite3_file* file) {
    return *reinterpret_cast<OpenFile*>(file)->sealed;
}
sqlite3_file& below(sqlite3_file* file) {
    return *reinterpret_cast<sqlite3_file*>(reinterpret_cast<std::byte*>(file) + kBelowAt);
}

int closeFile(sqlite3_file* file) noexcept {
    const int rc = below(file).pMethods->xClose(&below(file));
    reinterpret_cast<OpenFile*>(file)->~OpenFile();
    return rc;
}
int readFile(sqlite3_file* file, void* out, int count, sqlite3_int64 offset) noexcept {
    return sealed(file).read({static_cast<std::byte*>(out), static_cast<std::size_t>(count)}, offset);
}
int writeFile(sqlite3_file* file, const void* in, int count, sqlite3_int64 offset) noexcept {
    return sealed(file).write({static_cast<const std::byte*>(in), static_cast<std::size_t>(count)}, offset);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) noexcept {
    return sealed(file).truncate(size);
}
int syncFile(sqlite3_file* file, int flags) noexcept {
    return below(file).pMethods->xSync(&below(file), flags);
}
int fileSize(sqlite3_file* file, sqlite3_int64* out) noexcept {
    std::int64_t size = 0;
    const int rc = sealed(file).size(size);
    *out = size;
    return rc;
}
int lockFile(sqlite3_file* file, int level) noexcept {
    return below(file).pMethods->xLock(&below(file), level);
}
int unlockFile(sqlite3_file* file, int level) noexcept {
    return below(file).pMethods->xUnlock(&below(file), level);
}
int checkReserved(sqlite3_file* file, int* out) noexcept {
    return below(file).pMethods->xCheckReservedLock(&below(file), out);
}
// Hints about sizes and mappings speak of the plain file; none of them may reach the one below.
int fileControl(sqlite3_file*, int, void*) noexcept {
    return SQLITE_NOTFOUND;
}
int sectorSize(sqlite3_file* file) noexcept {
    return below(file).pMethods->xSectorSize(&below(file));
}
// A unit is no whole number of sectors, so nothing about atomic writes holds any more. That a write leaves
// its neighbours alone still does.
int deviceTraits(sqlite3_file* file) noexcept {
    return below(file).pMethods->xDeviceCharacteristics(&below(file)) & SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

// Version 1: no shared memory, no memory maps. SQLite then keeps the index of the log in its own memory.
constexpr sqlite3_io_methods kMethods = {1,           closeFile,  readFile,     writeFile,  truncateFile,
                                         syncFile,    fileSize,   lockFile,     unlockFile, checkReserved,
                                         fileControl, sectorSize, deviceTraits, nullptr,    nullptr,
                                         nullptr,     nullptr,    nullptr,      nullptr};

int writeHeader(SealedVfs& vfs, sqlite3_file& file) {
    crypto::SystemRandom random;
    vfs.storeKey().emplace(StoreKey::make(vfs.userKey(), random));
    const StoreHeader& header = vfs.storeKey()->header();
    return file.pMethods->xWrite(&file, header.data(), static_cast<int>(header.size()), 0);
}

/// An empty file is new: Database::open lets nothing that short come here but what it has just created.
int readHeader(SealedVfs& vfs, sqlite3_file& file) {
    sqlite3_int64 size = 0;
    if (const int rc = file.pMethods->xFileSize(&file, &size); rc != SQLITE_OK)
        return rc;
    if (size == 0)
        return writeHeader(vfs, file);
    StoreHeader header;
    const int rc = file.pMethods->xRead(&file, header.data(), static_cast<int>(header.size()), 0);
    if (rc != SQLITE_OK)
        return rc == SQLITE_IOERR_SHORT_READ ? SQLITE_NOTADB : rc;
    auto key = StoreKey::fromHeader(vfs.userKey(), header);
    if (!key)
        return key.error().code == ErrorCode::Refused ? SQLITE_AUTH : SQLITE_NOTADB;
    vfs.storeKey().emplace(*std::move(key));
    return SQLITE_OK;
}

int openSealed(SealedVfs& vfs, const char* path, sqlite3_file* file, FileKind kind, int flags,
               int* outFlags) {
    sqlite3_file& inner = below(file);
    int rc = vfs.below().xOpen(&vfs.below(), path, &inner, flags, outFlags);
    if (rc == SQLITE_OK && kind == FileKind::Main)
        rc = readHeader(vfs, inner);
    if (rc != SQLITE_OK) {
        if (inner.pMethods)
            inner.pMethods->xClose(&inner);
        return rc;
    }
    auto* opened = new (file) OpenFile{};
    opened->sealed.emplace(inner, kind, vfs.storeKey()->key());
    opened->base.pMethods = &kMethods;
    return SQLITE_OK;
}

int openFile(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* outFlags) noexcept {
    constexpr int kTemporary =
        SQLITE_OPEN_TEMP_DB | SQLITE_OPEN_TRANSIENT_DB | SQLITE_OPEN_TEMP_JOURNAL | SQLITE_OPEN_SUBJOURNAL;
    file->pMethods = nullptr;
    if (flags & kTemporary) {
        sqlite3_vfs* memory = sqlite3_vfs_find("memdb");
        return memory->xOpen(memory, nullptr, file, flags, outFlags);
    }
    if (flags & SQLITE_OPEN_MAIN_DB)
        return openSealed(self(vfs), path, file, FileKind::Main, flags, outFlags);
    if (flags & SQLITE_OPEN_WAL)
        return openSealed(self(vfs), path, file, FileKind::Log, flags, outFlags);
    return SQLITE_CANTOPEN;
}

int deleteFile(sqlite3_vfs* vfs, const char* path, int syncDirectory) noexcept {
    sqlite3_vfs& inner = self(vfs).below();
    return inner.xDelete(&inner, path, syncDirectory);
}
int access(sqlite3_vfs* vfs, const char* path, int what, int* out) noexcept {
    // A rollback journal put beside the database would be played back into it.
    if (std::string_view(path).ends_with("-journal")) {
        *out = 0;
        return SQLITE_OK;
    }
    sqlite3_vfs& inner = self(vfs).below();
    return inner.xAccess(&inner, path, what, out);
}
int fullPath(sqlite3_vfs* vfs, const char* path, int size, char* out) noexcept {
    sqlite3_vfs& inner = self(vfs).below();
    return inner.xFullPathname(&inner, path, size, out);
}
int randomness(sqlite3_vfs*, int count, char* out) noexcept {
    crypto::SystemRandom().fill({reinterpret_cast<std::byte*>(out), static_cast<std::size_t>(count)});
    return count;
}
int pause(sqlite3_vfs* vfs, int microseconds) noexcept {
    sqlite3_vfs& inner = self(vfs).below();
    return inner.xSleep(&inner, microseconds);
}
int currentTime(sqlite3_vfs* vfs, double* out) noexcept {
    sqlite3_vfs& inner = self(vfs).below();
    return inner.xCurrentTime(&inner, out);
}
int lastError(sqlite3_vfs* vfs, int size, char* out) noexcept {
    sqlite3_vfs& inner = self(vfs).below();
    return inner.xGetLastError ? inner.xGetLastError(&inner, size, out) : 0;
}

std::string uniqueName() {
    static std::atomic<unsigned> count{0};
    return "sesame-sealed-" + std::to_string(++count);
}

int fileMemory(const sqlite3_vfs& inner) {
    return std::max(static_cast<int>(kBelowAt) + inner.szOsFile, sqlite3_vfs_find("memdb")->szOsFile);
}

}  // namespace

SealedVfs::SealedVfs(crypto::Key userKey)
    : userKey_(std::move(userKey)),
      name_(uniqueName()),
      below_(*sqlite3_vfs_find(nullptr)),
      vfs_(std::make_unique<sqlite3_vfs>()) {
    vfs_->iVersion = 1;
    vfs_->szOsFile = fileMemory(below_);
    vfs_->mxPathname = below_.mxPathname;
    vfs_->zName = name_.c_str();
    vfs_->pAppData = this;
    vfs_->xOpen = openFile;
    vfs_->xDelete = deleteFile;
    vfs_->xAccess = access;
    vfs_->xFullPathname = fullPath;
    vfs_->xRandomness = randomness;
    vfs_->xSleep = pause;
    vfs_->xCurrentTime = currentTime;
    vfs_->xGetLastError = lastError;
    SESAME_ASSERT(sqlite3_vfs_register(vfs_.get(), 0) == SQLITE_OK);
}

SealedVfs::~SealedVfs() {
    sqlite3_vfs_unregister(vfs_.get());
}

}  // namespace sesame::store
