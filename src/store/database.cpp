// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/store/database.h"

#include "store/connection.h"

#include "sesame/crypto/aead.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace sesame::store {
namespace {

Error systemError(const char* what) {
    const ErrorCode code = errno == ENOSPC || errno == EDQUOT ? ErrorCode::Full : ErrorCode::Io;
    return {code, std::string(what) + ": " + std::strerror(errno)};
}

Status syncDirectoryOf(const std::string& path) {
    const auto slash = path.rfind('/');
    const std::string directory = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    const int fd = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return systemError("open directory");
    const bool synced = ::fsync(fd) == 0;
    Status status = synced ? Status{} : systemError("sync directory");
    ::close(fd);
    return status;
}

Status createAt(const std::string& path, const crypto::Key& key) {
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return systemError("create");
    ::close(fd);
    return Connection::prepareEmpty(path, key);
}

/// A new database appears under its name complete or not at all, and never in the place of another. So a
/// file that is too short to be one is always a damaged one, and is never taken for new.
Status create(const std::string& path, const crypto::Key& key) {
    crypto::SystemRandom random;
    const std::string fresh = path + "." + toHex(random.bytes<8>());
    Status status = createAt(fresh, key);
    if (status && ::link(fresh.c_str(), path.c_str()) != 0 && errno != EEXIST)
        status = systemError("link");
    ::unlink(fresh.c_str());
    return status ? syncDirectoryOf(path) : status;
}

/// Malformed for a file that is too short to have been made by create().
Result<bool> isThere(const std::string& path) {
    constexpr std::int64_t kSmallest = kHeaderSize + kPageSize + crypto::kSealOverhead;
    struct stat info {};
    if (::stat(path.c_str(), &info) == 0) {
        if (info.st_size < kSmallest)
            return Error{ErrorCode::Malformed, "the database file is cut short"};
        return true;
    }
    if (errno == ENOENT)
        return false;
    return systemError("stat");
}

}  // namespace

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {
}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const std::string& path, const crypto::Key& key) {
    crypto::initialise();
    SESAME_TRY_ASSIGN(const bool there, isThere(path));
    if (!there)
        SESAME_TRY(create(path, key));
    SESAME_TRY_ASSIGN(auto connection, Connection::open(path, key));
    return Database(std::move(connection));
}

Status Database::execute(std::string_view sql) {
    return connection_->execute(std::string(sql).c_str());
}

Statement Database::prepare(std::string_view sql) {
    return {*connection_, sql};
}

std::int64_t Database::lastInsertId() const {
    return sqlite3_last_insert_rowid(connection_->handle());
}

int Database::changes() const {
    return sqlite3_changes(connection_->handle());
}

Transaction::Transaction(Database& database)
    : connection_(*database.connection_), begun_(connection_.begin()) {
}

Transaction::~Transaction() {
    if (begun_ && connection_.inTransaction())
        connection_.rollBack();
}

Status Transaction::commit() {
    SESAME_TRY(begun_);
    return connection_.commit();
}

}  // namespace sesame::store
