// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/account_keeper.h"

#include "client/handle_name.h"
#include "client/qt_text.h"

#include "sesame/client/plain_text.h"

namespace sesame::client {
namespace {

constexpr const char* kSeed = "account.seed";
constexpr const char* kName = "account.name";
constexpr const char* kHandle = "account.handle";
constexpr const char* kHub = "account.hub";
constexpr const char* kPublicHub = "account.public-hub";
constexpr const char* kToken = "account.token";
constexpr const char* kRegistered = "account.registered";
constexpr const char* kLink = "account.link-to-accept";

}  // namespace

const crypto::Identity& AccountKeeper::identity() const {
    SESAME_ASSERT(identity_.has_value());
    return *identity_;
}

Result<HubAddress> AccountKeeper::loadHub(const std::string& prefix) {
    return HubAddress::parse(toQt(ledger_.text(prefix)), toQt(ledger_.text(prefix + "-fingerprint")));
}

Status AccountKeeper::load() {
    const Bytes seed = ledger_.bytes(kSeed);
    if (seed.empty())
        return {};
    SESAME_TRY_ASSIGN(const auto seedArray, toArray<32>(seed));
    SESAME_TRY_ASSIGN(auto identity, crypto::Identity::fromSeed(crypto::Secret<32>(seedArray)));
    SESAME_TRY_ASSIGN(hub_, loadHub(kHub));
    if (auto address = loadHub(kPublicHub))
        publicHub_ = *address;
    SESAME_TRY_ASSIGN(token_, toArray<InvitationLink::kTokenBytes>(ledger_.bytes(kToken)));
    name_ = toQt(ledger_.text(kName));
    handle_ = toQt(ledger_.text(kHandle));
    registered_ = !ledger_.bytes(kRegistered).empty();
    identity_ = std::move(identity);
    return {};
}

Status AccountKeeper::begin(const QString& name, const HubAddress& hub, const QString& linkToAccept) {
    if (registered_)
        return Error{ErrorCode::Exists, "there is an account already"};
    if (!isPlainName(name))
        return Error{ErrorCode::Malformed, "not a plain name"};
    // A first address may have been wrong; the key stays the same, since others may be signed by it already.
    const bool fresh = !identity_;
    if (fresh) {
        identity_ = crypto::Identity::generate(random_);
        token_ = random_.bytes<InvitationLink::kTokenBytes>();
    }
    if (fresh || name != name_)
        handle_ = makeHandle(name, random_);
    name_ = name;
    hub_ = hub;
    Status saved = save(linkToAccept);
    if (!saved && fresh)
        identity_.reset();
    return saved;
}

Status AccountKeeper::save(const QString& linkToAccept) {
    return ledger_.transact([&]() -> Status {
        auto& store = ledger_.store();
        SESAME_TRY(store.setValue(kSeed, identity_->seed().view()));
        SESAME_TRY(store.setValue(kName, asBytes(toStd(name_))));
        SESAME_TRY(store.setValue(kHandle, asBytes(toStd(handle_))));
        SESAME_TRY(saveHub(kHub, hub_));
        SESAME_TRY(store.setValue(kLink, asBytes(toStd(linkToAccept))));
        return store.setValue(kToken, token_);
    });
}

Status AccountKeeper::chooseAnotherHandle() {
    handle_ = makeHandle(name_, random_);
    return ledger_.store().setValue(kHandle, asBytes(toStd(handle_)));
}

Status AccountKeeper::markRegistered() {
    SESAME_TRY(ledger_.store().setValue(kRegistered, asBytes("1")));
    ledger_.afterCommit([this] { registered_ = true; });
    return {};
}

Result<QString> AccountKeeper::takeLinkToAccept() {
    const QString link = toQt(ledger_.text(kLink));
    SESAME_TRY(ledger_.store().removeValue(kLink));
    return link;
}

Status AccountKeeper::saveHub(const std::string& prefix, const HubAddress& hub) {
    return ledger_.transact([&]() -> Status {
        SESAME_TRY(ledger_.store().setValue(prefix, asBytes(toStd(hub.url))));
        return ledger_.store().setValue(prefix + "-fingerprint", asBytes(toStd(hub.fingerprintHex())));
    });
}

Status AccountKeeper::moveHub(const HubAddress& hub) {
    SESAME_TRY(saveHub(kHub, hub));
    hub_ = hub;
    return {};
}

Status AccountKeeper::setPublicHub(const HubAddress& hub) {
    SESAME_TRY(saveHub(kPublicHub, hub));
    publicHub_ = hub;
    return {};
}

InvitationLink AccountKeeper::invitation() const {
    return {publicHub_.value_or(hub_), handle_, identity().publicKey(), name_, token_};
}

}  // namespace sesame::client
