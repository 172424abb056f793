// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/session.h"

namespace sesame::hub {
namespace {

PrekeyUpload uploadOf(const pb::PublishPrekeys& body) {
    PrekeyUpload upload;
    if (body.has_signed_prekey()) {
        const auto& key = body.signed_prekey();
        upload.signedPrekey = SignedPrekey{key.id(), *toArray<32>(asBytes(key.public_key())),
                                           *toArray<64>(asBytes(key.signature()))};
    }
    for (const auto& key : body.one_time())
        upload.oneTime.push_back({key.id(), *toArray<32>(asBytes(key.public_key()))});
    return upload;
}

pb::HubFrame frameOf(const std::string& handle, const PublishedBundle& bundle) {
    pb::HubFrame frame;
    auto& body = *frame.mutable_prekey_bundle();
    body.set_handle(handle);
    body.set_identity_key(toString(bundle.identity.view()));
    body.mutable_signed_prekey()->set_id(bundle.signedPrekey.id);
    body.mutable_signed_prekey()->set_public_key(toString(bundle.signedPrekey.key));
    body.mutable_signed_prekey()->set_signature(toString(bundle.signedPrekey.signature));
    if (bundle.oneTime) {
        body.mutable_one_time()->set_id(bundle.oneTime->id);
        body.mutable_one_time()->set_public_key(toString(bundle.oneTime->key));
    }
    return frame;
}

std::vector<PublishedTag> tagsIn(const pb::PublishTags& body) {
    std::vector<PublishedTag> out;
    for (const auto& one : body.tags())
        out.push_back({*PhraseTag::from(asBytes(one.tag())), *TagReference::from(asBytes(one.reference()))});
    return out;
}

}  // namespace

void Session::publishPrekeys(std::uint64_t request, const pb::PublishPrekeys& body) {
    hub_.store.publishPrekeys(account_.id, uploadOf(body),
                              [self = shared_from_this(), request](const Result<void>& result) {
                                  self->answerDone(request, result);
                              });
}

void Session::fetchPrekeys(std::uint64_t request, const pb::FetchPrekeys& body) {
    if (!isAllowed(request, Allowance::Spending::PrekeyFetch))
        return;
    hub_.store.takeBundle(
        account_.id, body.handle(),
        [self = shared_from_this(), request, handle = body.handle()](const Result<PublishedBundle>& bundle) {
            if (bundle)
                self->answer(request, frameOf(handle, *bundle));
            else
                self->answerDone(request, bundle.error());
        });
}

void Session::setBlocked(std::uint64_t request, const pb::SetBlocked& body) {
    hub_.store.setBlocked(account_.id, body.handle(), body.blocked(),
                          [self = shared_from_this(), request, handle = body.handle(),
                           blocked = body.blocked()](const Result<void>& result) {
                              if (result)
                                  self->hub_.presence.setBlocked(self->account_.handle, self.get(), handle,
                                                                 blocked);
                              if (!result && result.error().code == ErrorCode::Refused)
                                  return self->refuse(request, pb::Refusal::HUB_FULL);
                              self->answerDone(request, result);
                          });
}

void Session::watchPresence(std::uint64_t request, const pb::WatchPresence& body) {
    hub_.presence.watch(account_.handle, this, {body.handles().begin(), body.handles().end()});
    answerDone(request, {});
}

void Session::publishTags(std::uint64_t request, const pb::PublishTags& body) {
    if (!isAllowed(request, Allowance::Spending::TagTable))
        return;
    hub_.store.publishTags(account_.id, body.peer(), tagsIn(body),
                           [self = shared_from_this(), request](const Result<PublishOutcome>& outcome) {
                               if (!outcome)
                                   return self->answerDone(request, outcome.error());
                               switch (*outcome) {
                                   case PublishOutcome::NoSuchAccount:
                                       return self->refuse(request, pb::Refusal::NO_SUCH_ACCOUNT);
                                   case PublishOutcome::Blocked:
                                       return self->refuse(request, pb::Refusal::BLOCKED);
                                   case PublishOutcome::TooMany:
                                       return self->refuse(request, pb::Refusal::TOO_MANY_TAGS);
                                   case PublishOutcome::Stored:
                                       return self->answerDone(request, {});
                               }
                           });
}

}  // namespace sesame::hub
