// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/frame_check.h"

#include "sesame/base/parcel_id.h"
#include "sesame/base/tag.h"
#include "sesame/wire/frame.h"
#include "sesame/wire/limits.h"
#include "sesame/wire/parcel_limits.h"

#include <algorithm>

namespace sesame::hub {
namespace {

using Frame = pb::ClientFrame;

constexpr std::size_t kMinHandleBytes = 3;
constexpr std::size_t kKeyBytes = 32;
constexpr std::size_t kSignatureBytes = 64;
constexpr int kMaxTags = 1'024;  // how many are kept, the store says
constexpr int kMaxItems = static_cast<int>(wire::kMaxMailsPerFrame);

bool areIds(const google::protobuf::RepeatedPtrField<std::string>& ids) {
    return !ids.empty() && ids.size() <= kMaxItems &&
           std::all_of(ids.begin(), ids.end(), [](const auto& id) { return id.size() == MessageId::kSize; });
}

bool check(const pb::Register& body) {
    return isHandle(body.handle()) && body.identity_key().size() == kKeyBytes &&
           body.signature().size() == kSignatureBytes;
}

bool check(const pb::LogIn& body) {
    return isHandle(body.handle()) && body.signature().size() == kSignatureBytes;
}

bool check(const pb::PublishPrekeys& body) {
    const auto& fixed = body.signed_prekey();
    if (body.has_signed_prekey() &&
        (fixed.public_key().size() != kKeyBytes || fixed.signature().size() != kSignatureBytes))
        return false;
    return body.one_time_size() <= static_cast<int>(wire::kMaxOneTimePrekeys) &&
           std::all_of(body.one_time().begin(), body.one_time().end(),
                       [](const auto& key) { return key.public_key().size() == kKeyBytes; });
}

bool check(const pb::SendMail& body) {
    return body.mails_size() > 0 && body.mails_size() <= kMaxItems &&
           std::all_of(body.mails().begin(), body.mails().end(), [](const pb::Mail& mail) {
               return isHandle(mail.peer()) && mail.message_id().size() == MessageId::kSize &&
                      !mail.sealed().empty() && mail.sealed().size() <= wire::kMaxSealedBytes &&
                      (mail.tag().empty() || mail.tag().size() == PhraseTag::kSize);
           });
}

bool check(const pb::PublishTags& body) {
    return isHandle(body.peer()) && body.tags_size() <= kMaxTags &&
           std::all_of(body.tags().begin(), body.tags().end(), [](const pb::PublishedTag& one) {
               return one.tag().size() == PhraseTag::kSize && one.reference().size() == TagReference::kSize;
           });
}

bool check(const pb::WatchPresence& body) {
    return body.handles_size() <= kMaxWatched &&
           std::all_of(body.handles().begin(), body.handles().end(),
                       [](const auto& handle) { return isHandle(handle); });
}

bool check(const pb::JoinRelay& body) {
    return isHandle(body.handle()) && isHandle(body.peer()) && body.stream_id().size() == StreamId::kSize &&
           body.signature().size() == kSignatureBytes;
}

bool check(const pb::OpenParcel& body) {
    const bool hasSide = body.side() == pb::OpenParcel::SENDS || body.side() == pb::OpenParcel::FETCHES;
    return hasSide && isHandle(body.handle()) && isHandle(body.peer()) &&
           body.parcel_id().size() == ParcelId::kSize && body.from() <= wire::kMaxParcelBytes &&
           body.signature().size() == kSignatureBytes;
}

bool check(const pb::ParcelPiece& body) {
    return !body.sealed().empty() && body.sealed().size() <= wire::kMaxParcelPieceBytes &&
           body.offset() <= wire::kMaxParcelBytes;
}

bool checkBody(const Frame& frame) {
    switch (frame.body_case()) {
        case Frame::kRegister:
            return check(frame.register_());
        case Frame::kLogIn:
            return check(frame.log_in());
        case Frame::kPublishPrekeys:
            return check(frame.publish_prekeys());
        case Frame::kFetchPrekeys:
            return isHandle(frame.fetch_prekeys().handle());
        case Frame::kSendMail:
            return check(frame.send_mail());
        case Frame::kAcknowledgeMail:
            return frame.acknowledge_mail().sequences_size() > 0;
        case Frame::kQueryWaiting:
            return isHandle(frame.query_waiting().peer()) && areIds(frame.query_waiting().message_ids());
        case Frame::kSetBlocked:
            return isHandle(frame.set_blocked().handle());
        case Frame::kWatchPresence:
            return check(frame.watch_presence());
        case Frame::kJoinRelay:
            return check(frame.join_relay());
        case Frame::kOpenParcel:
            return check(frame.open_parcel());
        case Frame::kParcelPiece:
            return check(frame.parcel_piece());
        case Frame::kParcelTaken:
            return frame.parcel_taken().offset() <= wire::kMaxParcelBytes;
        case Frame::kDropParcel:
            return true;
        case Frame::kPublishTags:
            return check(frame.publish_tags());
        case Frame::BODY_NOT_SET:
            return false;
    }
    return false;
}

}  // namespace

bool isHandle(std::string_view text) {
    return text.size() >= kMinHandleBytes && text.size() <= wire::kMaxHandleBytes &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
           });
}

Result<pb::ClientFrame> readClientFrame(ByteView bytes) {
    pb::ClientFrame frame;
    SESAME_TRY(wire::parse(bytes, frame, wire::kMaxFrameBytes));
    if (frame.version() != wire::kProtocolVersion)
        return Error{ErrorCode::Refused, "protocol version"};
    if (!checkBody(frame))
        return Error{ErrorCode::Malformed, "frame breaks a limit"};
    return frame;
}

}  // namespace sesame::hub
