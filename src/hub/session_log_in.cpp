// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/parcel_shelf.h"
#include "hub/session.h"

#include "sesame/crypto/identity.h"

namespace sesame::hub {
namespace {

constexpr std::string_view kLogInContext = "sesame login v1";
// A person may find some names taken; a program that tries them all has to connect again and again.
constexpr int kMaxAttempts = 5;

}  // namespace

Bytes logInText(ByteView nonce, ByteView fingerprint, std::string_view handle) {
    Bytes text = toBytes(nonce);
    text.insert(text.end(), fingerprint.begin(), fingerprint.end());
    const ByteView name = asBytes(handle);
    text.insert(text.end(), name.begin(), name.end());
    return text;
}

bool Session::receiveBeforeLogIn(const pb::ClientFrame& frame) {
    if (phase_ == Phase::Unknown && frame.has_register_())
        return registerAccount(frame.request(), frame.register_());
    if (phase_ == Phase::Unknown && frame.has_log_in())
        return logIn(frame.request(), frame.log_in());
    refuse(frame.request(), pb::Refusal::NOT_LOGGED_IN);
    return false;
}

bool Session::isSignedBy(const PublicIdentity& identity, const std::string& handle,
                         const std::string& signature) const {
    const auto bytes = toArray<64>(asBytes(signature));
    return bytes &&
           crypto::verify(identity, kLogInContext, logInText(nonce_, hub_.fingerprint, handle), *bytes);
}

bool Session::registerAccount(std::uint64_t request, const pb::Register& body) {
    const auto identity = PublicIdentity::from(asBytes(body.identity_key()));
    if (!identity || !isSignedBy(*identity, body.handle(), body.signature())) {
        refuse(request, pb::Refusal::BAD_SIGNATURE);
        return false;
    }
    phase_ = Phase::Checking;
    auto done = [self = shared_from_this(), request, key = *identity](Result<Account> account) {
        if (account && account->identity != key)
            account = Error{ErrorCode::Exists, "handle"};
        else if (!account && account.error().code == ErrorCode::NotFound)
            account = Error{ErrorCode::Full, "registration is closed"};
        if (const auto transport = self->transport_.lock())
            transport->post([self, request, account] { self->accountFound(request, account, std::nullopt); });
    };
    if (hub_.registrationOpen)
        hub_.store.registerAccount(body.handle(), *identity, std::move(done));
    else
        hub_.store.findAccount(body.handle(), std::move(done));
    return true;
}

bool Session::logIn(std::uint64_t request, const pb::LogIn& body) {
    phase_ = Phase::Checking;
    hub_.store.findAccount(body.handle(), [self = shared_from_this(), request,
                                           signature = body.signature()](const Result<Account>& account) {
        if (const auto transport = self->transport_.lock())
            transport->post(
                [self, request, account, signature] { self->accountFound(request, account, signature); });
    });
    return true;
}

void Session::accountFound(std::uint64_t request, const Result<Account>& account,
                           const std::optional<std::string>& signature) {
    if (!account) {
        switch (account.error().code) {
            case ErrorCode::NotFound:
                return refuseLogIn(request, pb::Refusal::NO_SUCH_ACCOUNT);
            case ErrorCode::Exists:
                return refuseLogIn(request, pb::Refusal::HANDLE_TAKEN);
            case ErrorCode::Cancelled:
                return end(pb::Refusal::SHUTTING_DOWN);
            default:
                return refuseLogIn(request, pb::Refusal::HUB_FULL);
        }
    }
    if (signature && !isSignedBy(account->identity, account->handle, *signature)) {
        refuse(request, pb::Refusal::BAD_SIGNATURE);
        if (const auto transport = transport_.lock())
            transport->finish();
        return;
    }
    openMailbox(request, *account);
}

void Session::refuseLogIn(std::uint64_t request, pb::Refusal::Code code) {
    phase_ = Phase::Unknown;
    refuse(request, code);
    if (++attempts_ < kMaxAttempts)
        return;
    if (const auto transport = transport_.lock())
        transport->finish();
}

void Session::openMailbox(std::uint64_t request, const Account& account) {
    hub_.store.mailboxState(account.id, [self = shared_from_this(), request,
                                         account](Result<MailboxState> state) {
        const auto transport = self->transport_.lock();
        if (!transport)
            return;
        if (!state)
            return self->end(pb::Refusal::HUB_FULL);
        transport->post([self, request, account, known = *state] { self->welcome(request, account, known); });
    });
}

void Session::welcome(std::uint64_t request, const Account& account, const MailboxState& state) {
    if (ended_)
        return;
    account_ = account;
    allowance_ = hub_.allowances.of(account.id, hub_.limits.account, hub_.clock.bootMs());
    phase_ = Phase::LoggedIn;
    loggedIn_ = true;
    ++hub_.metrics.logIns;
    ++hub_.metrics.sessions;
    pb::HubFrame frame;
    frame.mutable_welcome()->set_one_time_prekeys_left(state.oneTimePrekeysLeft);
    frame.mutable_welcome()->set_hub_time_ms(hub_.clock.wallMs());
    frame.mutable_welcome()->set_waiting(state.waiting);
    if (hub_.parcels != nullptr)
        frame.mutable_welcome()->set_parcel_bytes(hub_.parcels->limits().bytes);
    frame.mutable_welcome()->set_most_tags(MailStore::kMaxTagsOfPair);
    answer(request, std::move(frame));
    if (const auto replaced = hub_.directory.enter(account.id, shared_from_this()))
        replaced->end(pb::Refusal::REPLACED);
    hub_.presence.enter(account.handle, shared_from_this(), {state.blocked.begin(), state.blocked.end()});
    fetchIfRoom();
}

}  // namespace sesame::hub
