// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/prekey_shelf.h"

#include "sesame/wire/limits.h"

#include <algorithm>
#include <charconv>

namespace sesame::client {
namespace {

constexpr const char* kNextId = "prekey.next-id";
constexpr const char* kPublished = "prekey.published";

std::uint32_t number(const std::string& text) {
    std::uint32_t out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

}  // namespace

Result<store::PrekeyRecord> PrekeyShelf::make(bool oneTime) {
    const std::uint32_t id = number(ledger_.text(kNextId)) + 1;
    SESAME_TRY(ledger_.store().setValue(kNextId, asBytes(std::to_string(id))));
    const crypto::PrekeyPair pair = crypto::generatePrekey(id, random_);
    store::PrekeyRecord record;
    record.id = id;
    record.oneTime = oneTime;
    record.publicKey = pair.publicKey.value;
    SESAME_TRY_ASSIGN(record.privateKey, toArray<32>(pair.privateKey.view()));
    record.createdMs = clock_.wallMs();
    SESAME_TRY(ledger_.store().savePrekey(record));
    return record;
}

Result<store::PrekeyRecord> PrekeyShelf::currentSigned() {
    SESAME_TRY_ASSIGN(auto all, ledger_.store().prekeys(false));
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id > b.id; });
    const std::int64_t now = clock_.wallMs();
    for (std::size_t i = 1; i < all.size(); ++i)
        // Its successor's age is how long nobody can have been given it any more.
        if (now - all[i - 1].createdMs > kKeepOldMs)
            SESAME_TRY(ledger_.store().removePrekey(all[i].id, false));
    if (!all.empty() && now - all.front().createdMs < kRotateMs && all.front().createdMs <= now)
        return all.front();
    return make(false);
}

Status PrekeyShelf::addOneTime(std::uint32_t count, wire::pb::PublishPrekeys& out) {
    for (std::uint32_t i = 0; i < count; ++i) {
        SESAME_TRY_ASSIGN(const auto record, make(true));
        auto* one = out.add_one_time();
        one->set_id(record.id);
        one->set_public_key(toString(record.publicKey));
    }
    return {};
}

Result<std::optional<wire::pb::PublishPrekeys>> PrekeyShelf::due(const crypto::Identity& identity,
                                                                 std::uint32_t leftAtHub) {
    wire::pb::PublishPrekeys out;
    const Status made = ledger_.transact([&]() -> Status {
        SESAME_TRY_ASSIGN(const auto current, currentSigned());
        if (number(ledger_.text(kPublished)) != current.id) {
            const crypto::AgreementPublic key{current.publicKey};
            auto* prekey = out.mutable_signed_prekey();
            prekey->set_id(current.id);
            prekey->set_public_key(toString(current.publicKey));
            prekey->set_signature(toString(crypto::signPrekey(identity, key)));
        }
        const auto full = static_cast<std::uint32_t>(wire::kMaxOneTimePrekeys);
        return leftAtHub < kLowWater ? addOneTime(full - leftAtHub, out) : Status();
    });
    if (!made)
        return made.error();
    if (!out.has_signed_prekey() && out.one_time_size() == 0)
        return std::optional<wire::pb::PublishPrekeys>();
    return std::optional(std::move(out));
}

Status PrekeyShelf::forgetPublished() {
    return ledger_.store().removeValue(kPublished);
}

Status PrekeyShelf::published(std::uint32_t signedPrekeyId) {
    return ledger_.store().setValue(kPublished, asBytes(std::to_string(signedPrekeyId)));
}

}  // namespace sesame::client
