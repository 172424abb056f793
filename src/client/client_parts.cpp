// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/client_parts.h"

#include "client/hub_log_in.h"
#include "client/message_row.h"
#include "client/qt_text.h"
#include "client/wish.h"

#include "sesame/wire/limits.h"

#include <QFileInfo>

namespace sesame::client {
namespace {

namespace pb = wire::pb;

const QString kScreenKeyboard = QStringLiteral("on-screen-keyboard");
constexpr int kNowAndThenMs = 30'000;
constexpr std::int64_t kTellAgainMs = 60'000;
constexpr int kRenewMs = 30'000;

}  // namespace

Client::Parts::Parts(store::ClientStore store, const Environment& theEnvironment, QString theProtection,
                     std::string theDirectory)
    : environment(theEnvironment),
      protection(std::move(theProtection)),
      directory(std::move(theDirectory)),
      ledger(std::move(store)),
      account(ledger, environment.random),
      hub(environment.random,
          [this](const std::string& nonce, const ByteArray<32>& certificate) {
              return logInFrame(account, nonce, certificate);
          }),
      conversation(ledger, events, environment.random, environment.clock),
      groupConversation(ledger, events, conversation, environment.random, environment.clock),
      sessions(ledger, environment.random),
      prekeys(ledger, environment.random, environment.clock),
      settings(ledger, events),
      sentWords(environment.clock),
      remote(environment, events),
      shareBridge(environment, events, directory) {
}

// What arrived and could not be kept was not acknowledged, and comes again on a new connection only; so does
// what the hub said about mail of ours.
void Client::Parts::unwritten(const Error& error) {
    if (hub.state() == ConnectionState::Online && !renewal.isActive())
        renewal.start(kRenewMs);
    const std::int64_t now = environment.clock.bootMs();
    if (unwrittenBootMs && now - *unwrittenBootMs < kTellAgainMs)
        return;
    unwrittenBootMs = now;
    Q_EMIT events.problem(wording::unwritten(error.code));
}

Status Client::Parts::open() {
    ledger.onFailure([this](const Error& error) { unwritten(error); });
    crypto::Random& random = environment.random;
    const Clock& clock = environment.clock;
    const std::string bootId = InvitationTime::bootIdOfThisMachine();
    SESAME_TRY(account.load());
    SESAME_TRY_ASSIGN(diary, Diary::open(ledger, random, clock));
    contacts = std::make_unique<ContactBook>(ledger, events, conversation, *diary, clock);
    outbox = std::make_unique<Outbox>(ledger, account, *contacts, conversation, sessions, hub);
    requests = std::make_unique<ContactRequests>(ledger, account, *contacts, conversation, *diary, *outbox,
                                                 hub, random, clock);
    rules = std::make_unique<RuleBook>(ledger, account, *contacts, conversation, *diary, *outbox, events,
                                       random, clock);
    invitations = std::make_unique<InvitationBook>(ledger, *contacts, conversation, groupConversation, *diary,
                                                   *outbox, *rules, events, random, clock, bootId);
    wishes = std::make_unique<WishBook>(ledger, account, *contacts, conversation, *diary, *outbox, *rules,
                                        *invitations, events, random, clock, bootId);
    judge = std::make_unique<HelperJudge>(account, *diary, *outbox, *invitations, random, clock);
    tags = std::make_unique<TagBook>(ledger, account, *contacts, conversation, *outbox, *rules, hub, random,
                                     clock);
    offers = std::make_unique<OfferBook>(ledger, account, *contacts, conversation, *diary, *outbox, *rules,
                                         random, clock, bootId);
    sets = std::make_unique<AccountSets>(ledger, account, *contacts, *rules, *invitations, *tags, *offers,
                                         random, clock);
    report = std::make_unique<HelpReport>(ledger, *contacts, conversation, *diary, *outbox, *invitations,
                                          random, clock);
    desk = std::make_unique<ConsentDesk>(clock, conversation, *diary, ledger, events, windows);
    sets->trustPresses([this](RuleSets::Hand hand) { return !desk->gate().trace().refuses(pressOf(hand)); });
    worker = std::make_unique<HelpWorker>(environment, settings, events, remote, shareBridge, directory);
    journal = std::make_unique<SessionJournal>(ledger, *contacts, conversation, *diary, clock);
    const SessionContext context{environment, account, *contacts, ledger, *outbox, *journal, windows};
    helpSessions = std::make_unique<AccountSessions>(context, events, *desk, *worker, remote, bootId);
    shares = std::make_unique<AccountShares>(context, conversation, *diary, events, shareBridge, directory,
                                             bootId);
    files = std::make_unique<AccountFiles>(environment, account, *contacts, ledger, conversation, *outbox,
                                           events);
    conversation.describeFiles([this](const store::MessageRecord& row, const QString& peer) {
        auto view = files->view(row.id, peer);
        if (view && row.direction == Direction::Incoming && view->state == FileState::Done)
            view->wantedBack = mediaJudge->waitsFor(row.contact);
        return view;
    });
    watchScreenKeyboard();
    help = std::make_unique<HelpFlow>(environment, account, *contacts, conversation, *diary, *rules,
                                      *invitations, *report, ledger, events, settings, *desk, *worker,
                                      windows, helpSessions->hostedSide(), sentWords);
    openGroups();
    hubJudge = std::make_unique<HubJudge>(ledger, account, *contacts, *invitations, sentWords, *help);
    mediaJudge = std::make_unique<MediaJudge>(environment, account, *contacts, *invitations, *help);
    files->afterSending(
        [this](ContactId to, const MessageId& id, const QString& path) { mediaJudge->sent(to, id, path); });
    outbox->tagWith([this](ContactId to, const MessageId& id) { return hubJudge->tag(to, id); });
    meant = std::make_unique<WishFlow>(*contacts, *diary, *rules, *wishes, events, settings, *desk);
    news = std::make_unique<DeliveryNews>(ledger, *contacts, conversation, groupConversation, *rules, hub);
    inbox = std::make_unique<Inbox>(
        ledger, account, *contacts, conversation, sessions, hub, clock,
        [this](const auto& from, const auto& content) { return handle(from, content); },
        [this](const auto& with) { return outbox->sealWaiting(with); },
        [this](ContactId with) {
            outbox->renewSession(with, {this->environment.random.messageId(),
                                        this->environment.clock.wallMs(), ReadContent()});
        });

    QObject::connect(&hub, &HubConnection::welcomed, &events, [this](const auto& frame) { welcomed(frame); });
    QObject::connect(&hub, &HubConnection::refused, &events, [this](int code) { refused(code); });
    QObject::connect(&hub, &HubConnection::arrived, &events, [this](const auto& frame) { arrived(frame); });
    QObject::connect(&hub, &HubConnection::stateChanged, &events, [this] { connectionChanged(); });
    QObject::connect(&events, &Events::contactsRearranged, &events, [this] { watchPresence(); });
    QObject::connect(&timer, &QTimer::timeout, &events, [this] { nowAndThen(); });
    timer.start(kNowAndThenMs);
    QObject::connect(&renewal, &QTimer::timeout, &events, [this] { hub.open(account.hub()); });
    renewal.setSingleShot(true);

    report->finishCutOff();
    invitations->expire();
    sets->expire();
    SESAME_TRY(files->load());
    files->expire();
    shares->expire();
    if (account.begun())
        hub.open(account.hub());
    return {};
}

void Client::Parts::openGroups() {
    groupBook = std::make_unique<GroupBook>(ledger, account, *contacts, groupConversation, *diary, *outbox,
                                            *invitations, events, environment.random, environment.clock);
    groups = std::make_unique<AccountGroups>(ledger, account, *contacts, *requests, groupConversation,
                                             *groupBook, *outbox, hub, *rules, *invitations, *help, *diary,
                                             events, environment.random, environment.clock);
    invitations->lookAtGroups(
        [this](const auto& contact, const auto& group) { return groupBook->isTogether(contact, group); });
    requests->afterAccepting([this](const auto& contact) { return groupBook->met(contact); });
    outbox->tellOfOthers([this](const MessageId& mail, Delivery delivery, const std::string& why) {
        return groupConversation.setDelivery(mail, delivery, why);
    });
    groups->afterTyping([this](ContactId with, const std::string& text) {
        helpSessions->typed(with, text);
        shares->typed(with, text);
    });
}

// A keyboard on the screen is a program too, and the one with which its user says yes (S25).
void Client::Parts::watchScreenKeyboard() {
    const auto apply = [this] {
        desk->gate().trace().setScreenKeyboard(settings.value(kScreenKeyboard) == QLatin1String("on"));
    };
    apply();
    QObject::connect(&events, &Events::settingChanged, &events, apply);
}

Status Client::Parts::setSetting(const QString& key, const QString& value) {
    if (key == kScreenKeyboard && value == QLatin1String("on") && settings.value(key) != value &&
        desk->gate().trace().happened())
        return Error{ErrorCode::Refused, "a helper has had control"};
    return settings.set(key, value);
}

void Client::Parts::welcomed(const pb::HubFrame& frame) {
    if (!account.registered())
        accountMade();
    account.setForgotten(false);
    publishPrekeys(frame.welcome().one_time_prekeys_left());
    inbox->restart();
    hubJudge->welcomed(frame.welcome().most_tags() != 0);
    requests->tellHub();
    tags->welcomed(frame.welcome().most_tags());
    outbox->restart();
    news->ask();
    watchPresence();
    files->online(frame.welcome().parcel_bytes());
}

void Client::Parts::accountMade() {
    const Status stored = ledger.transact([&]() -> Status {
        SESAME_TRY(account.markRegistered());
        SESAME_TRY_ASSIGN(const QString text, account.takeLinkToAccept());
        if (text.isEmpty())
            return {};
        SESAME_TRY_ASSIGN(const auto link, InvitationLink::parse(text));
        SESAME_TRY(requests->add(link));
        return {};
    });
    if (stored)
        Q_EMIT events.accountCreated();
}

void Client::Parts::refused(int code) {
    // Somebody has this handle with another key; ours is not on the hub yet, so another one does as well.
    if (code == pb::Refusal::HANDLE_TAKEN && !account.registered() && account.chooseAnotherHandle())
        hub.open(account.hub());
    if (code == pb::Refusal::NO_SUCH_ACCOUNT && account.registered() && !account.isForgotten() &&
        prekeys.forgetPublished()) {
        account.setForgotten(true);
        hub.open(account.hub());
    }
}

void Client::Parts::publishPrekeys(std::uint32_t leftAtHub) {
    const auto due = prekeys.due(account.identity(), leftAtHub);
    if (!due || !*due)
        return;
    pb::ClientFrame frame;
    *frame.mutable_publish_prekeys() = **due;
    const std::uint32_t id = (*due)->has_signed_prekey() ? (*due)->signed_prekey().id() : 0;
    hub.request(std::move(frame), [this, id](const Result<pb::HubFrame>& answer) {
        if (answer && answer->has_done() && id != 0)
            static_cast<void>(prekeys.published(id));
    });
}

void Client::Parts::arrived(const pb::HubFrame& frame) {
    switch (frame.body_case()) {
        case pb::HubFrame::kMailDelivery:
            return inbox->deliver(frame.mail_delivery());
        case pb::HubFrame::kMailDelivered:
            return news->delivered(frame.mail_delivered());
        case pb::HubFrame::kMailRecognised:
            return hubJudge->recognised(frame.mail_recognised());
        case pb::HubFrame::kPresence:
            contacts->setOnline(frame.presence().handle(), frame.presence().online());
            if (frame.presence().online())
                outbox->tryAgain();
            return;
        case pb::HubFrame::kMailAccepted:
        case pb::HubFrame::kRefusal:
            return outbox->settle(frame);
        default:
            return;  // what we did not ask for and do not know is left alone (S03)
    }
}

void Client::Parts::connectNow() {
    if (renewal.isActive())
        hub.open(account.hub());
    else
        hub.tryNow();
}

void Client::Parts::connectionChanged() {
    if (hub.state() != ConnectionState::Online) {
        renewal.stop();
        contacts->allOffline();
        files->offline();
    }
    Q_EMIT events.connectionChanged();
}

void Client::Parts::watchPresence() {
    pb::ClientFrame frame;
    frame.mutable_watch_presence();
    for (const auto& handle : contacts->watched())
        frame.mutable_watch_presence()->add_handles(handle);
    hub.send(std::move(frame));
}

void Client::Parts::nowAndThen() {
    invitations->expire();
    sets->expire();
    shares->expire();
    files->expire();
    if (hub.state() != ConnectionState::Online)
        return;
    tags->tellHub();
    // Each key that was handed out and used is gone here too, so our own count is the hub's, or above it.
    if (const auto left = ledger.store().prekeys(true))
        publishPrekeys(static_cast<std::uint32_t>(std::min(left->size(), wire::kMaxOneTimePrekeys)));
}

Status Client::Parts::handle(const store::ContactRecord& from, const Content& content) {
    if (const auto* request = std::get_if<ContactRequestContent>(&content.body))
        return requests->requested(from, *request);
    if (const auto* answer = std::get_if<ContactAnswerContent>(&content.body))
        return requests->answered(from, *answer);
    if (from.state != ContactState::Accepted)
        return Error{ErrorCode::Refused, "not an accepted contact"};
    if (Status done; groups->received(from, content, done))
        return done;
    if (const auto* text = std::get_if<TextContent>(&content.body))
        return act(from, content, *text);
    if (const auto* read = std::get_if<ReadContent>(&content.body))
        return act(from, content, *read);
    if (const auto* update = std::get_if<RuleUpdateContent>(&content.body))
        return act(from, content, *update);
    if (const auto* invitation = std::get_if<InvitationContent>(&content.body))
        return invitations->received(from, content, *invitation);
    if (const auto* answer = std::get_if<InvitationAnswerContent>(&content.body))
        return invitations->answered(from, *answer);
    if (const auto* wish = std::get_if<WishContent>(&content.body))
        return wishes->received(from, content, *wish);
    if (const auto* answer = std::get_if<WishAnswerContent>(&content.body))
        return wishes->answered(from, *answer);
    if (const auto* order = std::get_if<OrderContent>(&content.body))
        return help->ordered(from, *order, trigger::JudgePlace::Helper);
    if (const auto* key = std::get_if<HubKeyContent>(&content.body))
        return hubJudge->received(from, *key);
    if (const auto* outcome = std::get_if<OutcomeContent>(&content.body))
        return report->received(from, content, *outcome);
    if (const auto* offer = std::get_if<ShareOfferContent>(&content.body))
        return shares->received(from, content, *offer);
    if (const auto* offer = std::get_if<FileOfferContent>(&content.body))
        return files->received(from, content, *offer);
    if (const auto* answer = std::get_if<FileAnswerContent>(&content.body))
        return files->received(from, *answer);
    if (const auto* offer = std::get_if<RuleOfferContent>(&content.body))
        return sets->received(from, content, *offer);
    if (const auto* answer = std::get_if<RuleOfferAnswerContent>(&content.body))
        return sets->received(from, *answer);
    if (Status done; shares->receivedStanding(from, content, done))
        return done;
    const auto* leave = std::get_if<SessionLeaveContent>(&content.body);
    if (leave && shares->received(from, *leave))
        return {};
    if (const auto* ended = std::get_if<SessionEndedContent>(&content.body))
        shares->received(from, *ended);
    return helpSessions->received(from, content);
}

// Shown, and as a helper compared with one's own phrases; nothing here comes of what arrives (I1, S04).
Status Client::Parts::act(const store::ContactRecord& from, const Content& content, const TextContent& body) {
    SESAME_TRY(
        conversation.add(messageRow(content, from.id, Direction::Incoming, MessageKind::Text, body.text)));
    return judge->heard(from, content.id, body.text);
}

Status Client::Parts::act(const store::ContactRecord& from, const Content&, const ReadContent& body) {
    for (const MessageId& id : body.messages) {
        SESAME_TRY_ASSIGN(const auto row, ledger.store().message(from.id, Direction::Outgoing, id));
        if (row)
            SESAME_TRY(conversation.setDelivery(id, Delivery::Read));
        else
            SESAME_TRY(groupConversation.setDelivery(id, Delivery::Read, {}, from.id));
    }
    return {};
}

Status Client::Parts::act(const store::ContactRecord& from, const Content&, const RuleUpdateContent& body) {
    for (const auto& rule : body.rules) {
        Status taken = rules->take(from, rule);
        if (!taken && (taken.error().code == ErrorCode::Io || taken.error().code == ErrorCode::Full))
            return taken;
    }
    return invitations->voidOlder(from, Direction::Incoming);
}

std::optional<Content> Client::Parts::again(const store::MessageRecord& row) {
    if (row.kind == MessageKind::Text)
        return Content{row.id, row.sentMs, TextContent{row.text}};
    if (row.kind == MessageKind::File)
        return files->again(row);
    if (row.kind == MessageKind::RuleOffer)
        return offers->again(row.id);
    const auto found = ledger.store().invitation(row.id);
    if (!found || !*found)
        return std::nullopt;
    const store::InvitationRecord& invitation = **found;
    const auto wish = wishOf(invitation);
    if (row.kind == MessageKind::Wish && wish && invitation.state == InvitationState::Asked)
        return Content{row.id, row.sentMs, *wish};
    if (row.kind != MessageKind::Invitation || invitation.state != InvitationState::Open)
        return std::nullopt;
    return Content{
        row.id, row.sentMs,
        InvitationContent{signedRuleOf(invitation.rule, invitation.ruleSignature), invitation.expiresMs}};
}

void Client::Parts::recognise(const QString& path, QObject* context,
                              const Environment::MediaRecognised& then) const {
    if (environment.recogniseMedia)
        return environment.recogniseMedia(path, context, then);
    QMetaObject::invokeMethod(
        context,
        [then] {
            then(Error{ErrorCode::Unavailable, "no file can be read here"});
        },
        Qt::QueuedConnection);
}

void Client::Parts::sendKeyOf(const store::ContactRecord& to, const RuleId& id) {
    const QString path = rules->mediaFile(id);
    const auto signedRule = rules->current(to.id, id);
    const auto rule = signedRule ? trigger::openRule(*signedRule) : Result<trigger::Rule>(signedRule.error());
    if (path.isEmpty() || !rule || !rule->media)
        return;
    // By now another file may lie there, which nobody has chosen to send.
    recognise(path, mediaJudge.get(), [this, to = to.id, path, key = *rule->media](const auto& found) {
        const bool same = found && trigger::compare(key, *found) != trigger::MatchKind::No;
        if (!same || !files->sendBeside(to, path))
            static_cast<void>(
                conversation.notice(to, Notice::KeyFileGone, toStd(QFileInfo(path).fileName())));
    });
}

Result<MessageId> Client::Parts::say(const store::ContactRecord& to, const std::string& text) {
    const Content content{environment.random.messageId(), environment.clock.wallMs(), TextContent{text}};
    const Status sent = ledger.transact([&]() -> Status {
        SESAME_TRY(
            conversation.add(messageRow(content, to.id, Direction::Outgoing, MessageKind::Text, text)));
        return outbox->post(to, content);
    });
    if (!sent)
        return sent.error();
    return content.id;
}

}  // namespace sesame::client
