// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session_content_codec.h"

#include "sesame/places/honest_text.h"
#include "sesame/wire/limits.h"

namespace sesame::client {
namespace {

namespace pb = wire::pb;

constexpr std::size_t kMaxSharedNameBytes = 1024;
constexpr int kMostMonitors = 16;
constexpr int kFarthestPixel = 1 << 16;
constexpr std::int64_t kLongestLeftMs = 24LL * 3600 * 1000;

Error malformed(const char* what) {
    return {ErrorCode::Malformed, what};
}

pb::RemoteControl::Level wireLevel(trigger::RemoteLevel level) {
    return static_cast<pb::RemoteControl::Level>(level);
}
static_assert(static_cast<int>(trigger::RemoteLevel::Look) == pb::RemoteControl::LOOK);
static_assert(static_cast<int>(trigger::RemoteLevel::Control) == pb::RemoteControl::CONTROL);

Result<trigger::RemoteLevel> readLevel(pb::RemoteControl::Level level) {
    if (level < pb::RemoteControl::LOOK || level > pb::RemoteControl::CONTROL)
        return malformed("unknown level");
    return static_cast<trigger::RemoteLevel>(level);
}

static_assert(static_cast<int>(Pause::None) == pb::SessionState::NONE);
static_assert(static_cast<int>(Pause::Unseen) == pb::SessionState::UNSEEN);
static_assert(static_cast<int>(SessionEnd::Stopped) + 1 == pb::SessionEnded::STOPPED);
static_assert(static_cast<int>(SessionEnd::Failed) + 1 == pb::SessionEnded::FAILED);

template <typename Message>
Result<StreamId> sessionOf(const Message& in) {
    return StreamId::from(asBytes(in.session()));
}

bool onAScreen(std::int64_t coordinate) {
    return coordinate >= -kFarthestPixel && coordinate <= kFarthestPixel;
}

Result<desktop::Monitor> readMonitor(const pb::Monitor& in) {
    if (in.name().size() > wire::kMaxNameBytes || !onAScreen(in.x()) || !onAScreen(in.y()) ||
        in.width() == 0 || in.height() == 0 || in.width() > kFarthestPixel || in.height() > kFarthestPixel)
        return malformed("monitor");
    return desktop::Monitor{in.name(),
                            {in.x(), in.y(), static_cast<int>(in.width()), static_cast<int>(in.height())},
                            in.primary()};
}

}  // namespace

void write(const SessionOfferContent& in, pb::Content& out) {
    auto& offer = *out.mutable_session_offer();
    offer.set_session(toString(in.session.view()));
    offer.set_secret(toString(in.secret.bytes));
    offer.set_invitation_id(toString(in.invitation.view()));
    offer.set_rule_hash(toString(in.rule.view()));
    offer.mutable_granted()->set_level(wireLevel(in.granted.level));
    offer.mutable_granted()->set_minutes(in.granted.minutes);
}

void write(const ShareOfferContent& in, pb::Content& out) {
    auto& offer = *out.mutable_share_offer();
    offer.set_session(toString(in.session.view()));
    offer.set_secret(toString(in.secret.bytes));
    offer.set_invitation_id(toString(in.invitation.view()));
    offer.set_rule_hash(toString(in.rule.view()));
    offer.set_level(static_cast<pb::ShareFolder::Level>(in.level));
    offer.set_minutes(in.minutes);
    offer.set_name(in.name);
}

void write(const StandingShareContent& in, pb::Content& out) {
    auto& share = *out.mutable_standing_share();
    share.set_share(toString(in.share.view()));
    if (!in.level)
        return;
    share.set_invitation_id(toString(in.invitation.view()));
    share.set_rule_hash(toString(in.rule.view()));
    share.set_level(static_cast<pb::ShareFolder::Level>(*in.level));
    share.set_until_ms(in.untilMs);
    share.set_name(in.name);
}

void write(const StandingOpenContent& in, pb::Content& out) {
    out.mutable_standing_open()->set_share(toString(in.share.view()));
}

void write(const StandingRefusalContent& in, pb::Content& out) {
    out.mutable_standing_refusal()->set_request_id(toString(in.request.view()));
    out.mutable_standing_refusal()->set_reason(static_cast<pb::StandingRefusal::Reason>(in.reason));
}
static_assert(static_cast<int>(StandingRefusal::Over) == pb::StandingRefusal::OVER);
static_assert(static_cast<int>(StandingRefusal::NotNow) == pb::StandingRefusal::NOT_NOW);

void write(const SessionStateContent& in, pb::Content& out) {
    auto& state = *out.mutable_session_state();
    state.set_session(toString(in.session.view()));
    state.set_number(in.number);
    state.set_level(wireLevel(in.level));
    state.set_pause(static_cast<pb::SessionState::Pause>(in.pause));
    state.set_local_hand(in.localHand);
    state.set_left_ms(in.leftMs);
    state.set_answered(toString(in.answered.view()));
    for (const auto& monitor : in.monitors) {
        auto& one = *state.add_monitors();
        one.set_name(monitor.name);
        one.set_x(monitor.area.x);
        one.set_y(monitor.area.y);
        one.set_width(static_cast<std::uint32_t>(monitor.area.width));
        one.set_height(static_cast<std::uint32_t>(monitor.area.height));
        one.set_primary(monitor.primary);
    }
}

void write(const SessionAskContent& in, pb::Content& out) {
    out.mutable_session_ask()->set_session(toString(in.session.view()));
    out.mutable_session_ask()->set_level(wireLevel(in.level));
}
void write(const SessionLeaveContent& in, pb::Content& out) {
    out.mutable_session_leave()->set_session(toString(in.session.view()));
}
void write(const SessionEndedContent& in, pb::Content& out) {
    out.mutable_session_ended()->set_session(toString(in.session.view()));
    out.mutable_session_ended()->set_reason(
        static_cast<pb::SessionEnded::Reason>(static_cast<int>(in.reason) + 1));
}
void write(const ClipboardAskContent& in, pb::Content& out) {
    out.mutable_clipboard_ask()->set_session(toString(in.session.view()));
}
void write(const ClipboardTextContent& in, pb::Content& out) {
    out.mutable_clipboard_text()->set_session(toString(in.session.view()));
    out.mutable_clipboard_text()->set_text(in.text);
}

Result<Content::Body> read(const pb::SessionOffer& in) {
    SessionOfferContent out;
    SESAME_TRY_ASSIGN(out.session, sessionOf(in));
    SESAME_TRY_ASSIGN(out.secret.bytes, toArray<32>(asBytes(in.secret())));
    SESAME_TRY_ASSIGN(out.invitation, MessageId::from(asBytes(in.invitation_id())));
    SESAME_TRY_ASSIGN(out.rule, RuleHash::from(asBytes(in.rule_hash())));
    SESAME_TRY_ASSIGN(out.granted.level, readLevel(in.granted().level()));
    out.granted.minutes = in.granted().minutes();
    if (out.granted.minutes < trigger::kLeastMinutes || out.granted.minutes > trigger::kMostMinutes)
        return malformed("minutes");
    return Content::Body(out);
}

Result<Content::Body> read(const pb::ShareOffer& in) {
    ShareOfferContent out;
    SESAME_TRY_ASSIGN(out.session, sessionOf(in));
    SESAME_TRY_ASSIGN(out.secret.bytes, toArray<32>(asBytes(in.secret())));
    SESAME_TRY_ASSIGN(out.invitation, MessageId::from(asBytes(in.invitation_id())));
    SESAME_TRY_ASSIGN(out.rule, RuleHash::from(asBytes(in.rule_hash())));
    if (in.level() < pb::ShareFolder::LOOK || in.level() > pb::ShareFolder::PUT)
        return malformed("unknown level");
    if (in.minutes() < trigger::kLeastMinutes || in.minutes() > trigger::kMostShareMinutes)
        return malformed("minutes");
    if (in.name().empty() || in.name().size() > kMaxSharedNameBytes || !places::isHonestText(in.name()))
        return malformed("name");
    out.level = static_cast<trigger::ShareLevel>(in.level());
    out.minutes = in.minutes();
    out.name = in.name();
    return Content::Body(out);
}

Result<Content::Body> read(const pb::StandingShare& in) {
    StandingShareContent out;
    SESAME_TRY_ASSIGN(out.share, StreamId::from(asBytes(in.share())));
    if (in.level() == pb::ShareFolder::UNSPECIFIED)
        return Content::Body(out);
    SESAME_TRY_ASSIGN(out.invitation, MessageId::from(asBytes(in.invitation_id())));
    SESAME_TRY_ASSIGN(out.rule, RuleHash::from(asBytes(in.rule_hash())));
    if (in.level() < pb::ShareFolder::LOOK || in.level() > pb::ShareFolder::PUT)
        return malformed("unknown level");
    if (in.until_ms() < 0)
        return malformed("end");
    if (in.name().empty() || in.name().size() > kMaxSharedNameBytes || !places::isHonestText(in.name()))
        return malformed("name");
    out.level = static_cast<trigger::ShareLevel>(in.level());
    out.untilMs = in.until_ms();
    out.name = in.name();
    return Content::Body(out);
}

Result<Content::Body> read(const pb::StandingOpen& in) {
    SESAME_TRY_ASSIGN(const auto share, StreamId::from(asBytes(in.share())));
    return Content::Body(StandingOpenContent{share});
}

Result<Content::Body> read(const pb::StandingRefusal& in) {
    SESAME_TRY_ASSIGN(const auto request, MessageId::from(asBytes(in.request_id())));
    if (in.reason() < pb::StandingRefusal::OVER || in.reason() > pb::StandingRefusal::NOT_NOW)
        return malformed("unknown reason");
    return Content::Body(StandingRefusalContent{request, static_cast<StandingRefusal>(in.reason())});
}

Result<Content::Body> read(const pb::SessionState& in) {
    SessionStateContent out;
    SESAME_TRY_ASSIGN(out.session, sessionOf(in));
    SESAME_TRY_ASSIGN(out.level, readLevel(in.level()));
    SESAME_TRY_ASSIGN(out.answered, MessageId::from(asBytes(in.answered())));
    if (!pb::SessionState::Pause_IsValid(in.pause()))
        return malformed("unknown pause");
    if (in.left_ms() < 0 || in.left_ms() > kLongestLeftMs || in.monitors_size() > kMostMonitors)
        return malformed("session state");
    out.number = in.number();
    out.pause = static_cast<Pause>(in.pause());
    out.localHand = in.local_hand();
    out.leftMs = in.left_ms();
    for (const auto& monitor : in.monitors()) {
        SESAME_TRY_ASSIGN(auto one, readMonitor(monitor));
        out.monitors.push_back(std::move(one));
    }
    return Content::Body(out);
}

Result<Content::Body> read(const pb::SessionAsk& in) {
    SessionAskContent out;
    SESAME_TRY_ASSIGN(out.session, sessionOf(in));
    SESAME_TRY_ASSIGN(out.level, readLevel(in.level()));
    return Content::Body(out);
}

Result<Content::Body> read(const pb::SessionLeave& in) {
    SESAME_TRY_ASSIGN(const StreamId session, sessionOf(in));
    return Content::Body(SessionLeaveContent{session});
}

Result<Content::Body> read(const pb::SessionEnded& in) {
    SESAME_TRY_ASSIGN(const StreamId session, sessionOf(in));
    if (in.reason() < pb::SessionEnded::STOPPED || in.reason() > pb::SessionEnded::FAILED)
        return malformed("unknown end");
    return Content::Body(
        SessionEndedContent{session, static_cast<SessionEnd>(static_cast<int>(in.reason()) - 1)});
}

Result<Content::Body> read(const pb::ClipboardAsk& in) {
    SESAME_TRY_ASSIGN(const StreamId session, sessionOf(in));
    return Content::Body(ClipboardAskContent{session});
}

// The parser has made sure that a string is UTF-8.
Result<Content::Body> read(const pb::ClipboardText& in) {
    SESAME_TRY_ASSIGN(const StreamId session, sessionOf(in));
    if (in.text().empty() || in.text().size() > wire::kMaxTextBytes)
        return malformed("clipboard size");
    return Content::Body(ClipboardTextContent{session, in.text()});
}

}  // namespace sesame::client
