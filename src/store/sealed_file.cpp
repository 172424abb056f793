// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sealed_file.h"

#include <algorithm>

namespace sesame::store {
namespace {

/// Ties a unit to its place.
ByteArray<9> place(const Unit& unit) {
    ByteArray<9> out;
    out[0] = static_cast<std::byte>(unit.role);
    for (unsigned i = 0; i < 8; ++i)
        out[1 + i] = static_cast<std::byte>(unit.index >> (8 * i));
    return out;
}

bool isPage(const Unit& unit) {
    return unit.role == UnitRole::Page || unit.role == UnitRole::FramePage;
}

}  // namespace

int SealedFile::load(const Unit& unit, Bytes& plain) {
    ByteArray<kPageSize + crypto::kSealOverhead> sealed;
    const std::size_t length = unit.size + crypto::kSealOverhead;
    const int rc = below_.pMethods->xRead(&below_, sealed.data(), static_cast<int>(length), unit.physical);
    if (rc != SQLITE_OK)
        return rc;
    auto opened = crypto::open(key_, std::span(sealed).first(length), place(unit));
    if (!opened)
        return SQLITE_CORRUPT;
    plain = *std::move(opened);
    return SQLITE_OK;
}

int SealedFile::read(std::span<std::byte> out, std::int64_t offset) {
    const Unit first = layout_.unitAt(offset);
    const bool wantsPage = isPage(first) && offset == first.logical && out.size() == first.size;
    Bytes plain;
    while (!out.empty()) {
        const Unit unit = layout_.unitAt(offset);
        const int rc = load(unit, plain);
        if (rc != SQLITE_OK) {
            if (rc != SQLITE_CORRUPT && rc != SQLITE_IOERR_SHORT_READ)
                return rc;
            if (wantsPage)
                return SQLITE_CORRUPT;
            std::ranges::fill(out, std::byte{0});
            return rc == SQLITE_CORRUPT && layout_.kind() == FileKind::Log ? SQLITE_OK
                                                                           : SQLITE_IOERR_SHORT_READ;
        }
        const auto skip = static_cast<std::size_t>(offset - unit.logical);
        const std::size_t count = std::min(unit.size - skip, out.size());
        std::ranges::copy(std::span(plain).subspan(skip, count), out.begin());
        out = out.subspan(count);
        offset += static_cast<std::int64_t>(count);
    }
    return SQLITE_OK;
}

int SealedFile::storeUnit(const Unit& unit, ByteView plain) {
    const Bytes sealed = crypto::seal(key_, plain, place(unit), random_);
    return below_.pMethods->xWrite(&below_, sealed.data(), static_cast<int>(sealed.size()), unit.physical);
}

int SealedFile::fillGapBefore(const Unit& unit) {
    std::int64_t end = 0;
    if (const int rc = size(end); rc != SQLITE_OK)
        return rc;
    const Bytes zeros(kPageSize);
    for (; end < unit.logical; end += static_cast<std::int64_t>(kPageSize)) {
        if (const int rc = storeUnit(layout_.unitAt(end), zeros); rc != SQLITE_OK)
            return rc;
    }
    return SQLITE_OK;
}

int SealedFile::write(ByteView in, std::int64_t offset) {
    while (!in.empty()) {
        const Unit unit = layout_.unitAt(offset);
        if (unit.logical != offset || in.size() < unit.size)
            return SQLITE_IOERR_WRITE;
        if (layout_.kind() == FileKind::Main) {
            if (const int rc = fillGapBefore(unit); rc != SQLITE_OK)
                return rc;
        }
        if (const int rc = storeUnit(unit, in.first(unit.size)); rc != SQLITE_OK)
            return rc;
        in = in.subspan(unit.size);
        offset += static_cast<std::int64_t>(unit.size);
    }
    return SQLITE_OK;
}

int SealedFile::truncate(std::int64_t size) {
    const Unit unit = layout_.unitAt(size);
    if (unit.logical != size)
        return SQLITE_IOERR_TRUNCATE;
    return below_.pMethods->xTruncate(&below_, unit.physical);
}

int SealedFile::size(std::int64_t& out) {
    sqlite3_int64 physical = 0;
    const int rc = below_.pMethods->xFileSize(&below_, &physical);
    out = layout_.logicalSize(physical);
    return rc;
}

}  // namespace sesame::store
