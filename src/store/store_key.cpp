// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store_key.h"

#include "sesame/crypto/aead.h"
#include "sesame/crypto/hash.h"

#include <algorithm>

namespace sesame::store {
namespace {

// With its NUL. NOLINTNEXTLINE(bugprone-string-constructor)
constexpr std::string_view kMagic("Sesame store 1\n", 16);
constexpr std::string_view kDerivation = "sesame store key v1";
constexpr std::size_t kNamed = 32;  // magic and salt

crypto::Key derive(const crypto::Key& userKey, ByteView salt) {
    Bytes input = toBytes(asBytes(kDerivation));
    input.insert(input.end(), salt.begin(), salt.end());
    ByteArray<32> derived = crypto::keyedHash(userKey.view(), input);
    crypto::Key key(derived);
    crypto::wipe(derived);
    return key;
}

}  // namespace

StoreKey StoreKey::make(const crypto::Key& userKey, crypto::Random& random) {
    StoreHeader header;
    const std::span all(header);
    std::ranges::copy(asBytes(kMagic), header.begin());
    random.fill(all.subspan(kMagic.size(), kNamed - kMagic.size()));
    crypto::Key key = derive(userKey, all.subspan(kMagic.size(), kNamed - kMagic.size()));
    std::ranges::copy(crypto::seal(key, {}, all.first(kNamed), random), all.subspan(kNamed).begin());
    return {std::move(key), header};
}

Result<StoreKey> StoreKey::fromHeader(const crypto::Key& userKey, const StoreHeader& header) {
    const std::span all(header);
    if (!std::ranges::equal(all.first(kMagic.size()), asBytes(kMagic)))
        return Error{ErrorCode::Malformed, "no database of this program"};
    crypto::Key key = derive(userKey, all.subspan(kMagic.size(), kNamed - kMagic.size()));
    if (!crypto::open(key, all.subspan(kNamed), all.first(kNamed)))
        return Error{ErrorCode::Refused, "wrong database key"};
    return StoreKey(std::move(key), header);
}

}  // namespace sesame::store
