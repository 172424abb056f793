// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/unit_layout.h"

#include "sesame/crypto/aead.h"

namespace sesame::store {
namespace {

constexpr std::int64_t sealed(std::int64_t size) {
    return size + static_cast<std::int64_t>(crypto::kSealOverhead);
}

constexpr std::int64_t kPage = kPageSize;
// Sizes in SQLite's write-ahead log format.
constexpr std::int64_t kLogHeader = 32;
constexpr std::int64_t kFrameHeader = 24;
constexpr std::int64_t kFrame = kFrameHeader + kPage;
constexpr std::int64_t kSealedFrame = sealed(kFrameHeader) + sealed(kPage);

Unit pageUnit(std::int64_t logical) {
    const std::int64_t index = logical / kPage;
    return {UnitRole::Page, static_cast<std::uint64_t>(index), index * kPage,
            kHeaderSize + index * sealed(kPage), kPageSize};
}

Unit logUnit(std::int64_t logical) {
    if (logical < kLogHeader)
        return {UnitRole::LogHeader, 0, 0, 0, kLogHeader};
    const std::int64_t index = (logical - kLogHeader) / kFrame;
    Unit unit{UnitRole::FrameHeader, static_cast<std::uint64_t>(index), kLogHeader + index * kFrame,
              sealed(kLogHeader) + index * kSealedFrame, kFrameHeader};
    if (logical >= unit.logical + kFrameHeader) {
        unit.role = UnitRole::FramePage;
        unit.logical += kFrameHeader;
        unit.physical += sealed(kFrameHeader);
        unit.size = kPageSize;
    }
    return unit;
}

std::int64_t logSize(std::int64_t physicalSize) {
    const std::int64_t rest = physicalSize - sealed(kLogHeader);
    if (rest < 0)
        return 0;
    const std::int64_t tail = rest % kSealedFrame >= sealed(kFrameHeader) ? kFrameHeader : 0;
    return kLogHeader + rest / kSealedFrame * kFrame + tail;
}

}  // namespace

Unit UnitLayout::unitAt(std::int64_t logical) const {
    return kind_ == FileKind::Main ? pageUnit(logical) : logUnit(logical);
}

std::int64_t UnitLayout::logicalSize(std::int64_t physicalSize) const {
    if (kind_ == FileKind::Log)
        return logSize(physicalSize);
    return physicalSize < kHeaderSize ? 0 : (physicalSize - kHeaderSize) / sealed(kPage) * kPage;
}

}  // namespace sesame::store
