// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/padding.h"

#include "sesame/base/assert.h"

#include <algorithm>
#include <bit>

namespace sesame::crypto {
namespace {

constexpr std::size_t kSmallestBucket = 128;
constexpr std::size_t kBucketStep = 4096;

std::size_t bucketFor(std::size_t size) {
    if (size <= kBucketStep)
        return std::max(kSmallestBucket, std::bit_ceil(size));
    return (size + kBucketStep - 1) / kBucketStep * kBucketStep;
}

}  // namespace

bool isPaddedSize(std::size_t size) {
    return size <= kMaxPaddedBytes && bucketFor(size) == size;
}

Bytes pad(ByteView plain) {
    SESAME_ASSERT(plain.size() < kMaxPaddedBytes);
    Bytes padded(bucketFor(plain.size() + 1));
    const auto end = std::copy(plain.begin(), plain.end(), padded.begin());
    *end = std::byte{0x80};
    return padded;
}

Result<Bytes> unpad(Bytes padded) {
    const auto mark =
        std::find_if(padded.rbegin(), padded.rend(), [](std::byte b) { return b != std::byte{0}; });
    if (!isPaddedSize(padded.size()) || mark == padded.rend() || *mark != std::byte{0x80})
        return Error{ErrorCode::Malformed, "wrong padding"};
    const auto size = static_cast<std::size_t>(padded.rend() - mark) - 1;
    // One plain text has one padded form.
    if (bucketFor(size + 1) != padded.size())
        return Error{ErrorCode::Malformed, "wrong padding"};
    padded.resize(size);
    return padded;
}

}  // namespace sesame::crypto
