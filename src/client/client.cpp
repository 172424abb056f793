// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/client/client.h"

#include "client/client_parts.h"
#include "client/qt_text.h"

#include "sesame/crypto/safety_number.h"
#include "sesame/trigger/answer_word.h"
#include "sesame/wire/limits.h"

#include <QDir>
#include <QFileInfo>

namespace sesame::client {
namespace {

constexpr int kMostHistory = 1000;

Status makePrivateDirectory(const QString& directory) {
    if (!QDir().mkpath(directory) ||
        !QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return Error{ErrorCode::Io, "cannot make the data directory"};
    return {};
}

Result<HubAddress> addressIn(const QString& hub, const QString& fingerprint) {
    if (!InvitationLink::looksLikeOne(hub))
        return HubAddress::parse(hub, fingerprint);
    SESAME_TRY_ASSIGN(const auto link, InvitationLink::parse(hub));
    return link.hub;
}

}  // namespace

Client::Client(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {
    const Events* events = &parts_->events;
    connect(events, &Events::accountCreated, this, &Client::accountCreated);
    connect(events, &Events::connectionChanged, this, &Client::connectionChanged);
    connect(events, &Events::contactChanged, this, &Client::contactChanged);
    connect(events, &Events::messageAdded, this, &Client::messageAdded);
    connect(events, &Events::messageChanged, this, &Client::messageChanged);
    connect(events, &Events::rulesChanged, this, &Client::rulesChanged);
    connect(events, &Events::nearAsked, this, &Client::nearAsked);
    connect(events, &Events::wishAsked, this, &Client::wishAsked);
    connect(events, &Events::choiceAsked, this, &Client::choiceAsked);
    connect(events, &Events::consentAsked, this, &Client::consentAsked);
    connect(events, &Events::consentClosed, this, &Client::consentClosed);
    connect(events, &Events::settingChanged, this, &Client::settingChanged);
    connect(events, &Events::settingsPageRequested, this, &Client::settingsPageRequested);
    connect(events, &Events::problem, this, &Client::problem);
}

Client::~Client() {
    blockSignals(true);  // whoever listens may be half gone as well
    parts_->helpSessions->shutDown();
    parts_->shares->shutDown();
    parts_->files->shutDown();
    // The others hear now that help is over, and need not wait for what will not come back.
    parts_->outbox->sendNow();
    parts_->hub.flush();
    parts_->hub.disconnect();
    parts_->hub.close();
}

Result<std::unique_ptr<Client>> Client::open(const QString& directory, const crypto::Key& databaseKey,
                                             const QString& keyProtection, const Environment& environment) {
    SESAME_TRY(makePrivateDirectory(directory));
    const QString path = QFileInfo(directory).absoluteFilePath();
    SESAME_TRY_ASSIGN(auto store,
                      store::ClientStore::open(toStd(path + QStringLiteral("/client.db")), databaseKey));
    auto parts = std::make_unique<Parts>(std::move(store), environment, keyProtection, toStd(path));
    SESAME_TRY(parts->open());
    return std::unique_ptr<Client>(new Client(std::move(parts)));
}

Status Client::createAccount(const QString& name, const QString& hub, const QString& hubFingerprint) {
    SESAME_TRY_ASSIGN(const HubAddress address, addressIn(hub, hubFingerprint));
    const QString link = InvitationLink::looksLikeOne(hub) ? hub : QString();
    SESAME_TRY(parts_->account.begin(name.trimmed(), address, link));
    parts_->hub.open(address);
    return {};
}

std::optional<AccountView> Client::account() const {
    const AccountKeeper& account = parts_->account;
    if (!account.registered())
        return std::nullopt;
    return AccountView{account.name(), account.handle(), account.hub().url,
                       toQt(account.identity().publicKey().hex()), parts_->protection};
}

ConnectionState Client::connection() const {
    return parts_->account.begun() ? parts_->hub.state() : ConnectionState::NoAccount;
}

QString Client::connectionProblem() const {
    return wording::connection(parts_->hub.problem());
}

void Client::connectNow() {
    parts_->connectNow();
}

Status Client::moveHub(const QString& hub, const QString& hubFingerprint) {
    SESAME_TRY_ASSIGN(const HubAddress address, addressIn(hub, hubFingerprint));
    if (!parts_->account.begun())
        return Error{ErrorCode::NotFound, "no account"};
    if (address == parts_->account.hub())
        return {};
    SESAME_TRY(parts_->account.moveHub(address));
    parts_->hub.open(address);
    return {};
}

Status Client::setPublicHub(const QString& hub, const QString& hubFingerprint) {
    SESAME_TRY_ASSIGN(const HubAddress address, HubAddress::parse(hub, hubFingerprint));
    return parts_->account.setPublicHub(address);
}

QString Client::invitationLink() const {
    return parts_->account.registered() ? parts_->account.invitation().format() : QString();
}

Result<ContactId> Client::addContact(const QString& text) {
    SESAME_TRY_ASSIGN(const auto link, InvitationLink::parse(text));
    if (!parts_->account.registered())
        return Error{ErrorCode::NotFound, "no account"};
    return parts_->requests->add(link);
}

Status Client::acceptContact(ContactId id) {
    return parts_->requests->accept(id);
}

Status Client::declineContact(ContactId id) {
    return parts_->requests->decline(id);
}

Status Client::setBlocked(ContactId id, bool blocked) {
    SESAME_TRY_ASSIGN(const auto contact, parts_->contacts->get(id));
    if (blocked) {
        Status ended = parts_->ledger.transact([&]() -> Status {
            SESAME_TRY(parts_->sets->voidAll(contact));
            return parts_->invitations->voidAll(contact);
        });
        if (!ended)
            return ended;
    }
    SESAME_TRY(parts_->requests->setBlocked(id, blocked));
    parts_->tags->blockChanged(id);
    return {};
}

Status Client::renameContact(ContactId id, const QString& ownName) {
    return parts_->contacts->rename(id, ownName);
}

Status Client::acknowledgeKey(ContactId id) {
    Status done = parts_->ledger.transact([&]() -> Status {
        SESAME_TRY_ASSIGN(const auto contact, parts_->contacts->get(id));
        SESAME_TRY(parts_->invitations->voidAll(contact));
        SESAME_TRY(parts_->sets->voidAll(contact));
        SESAME_TRY(parts_->contacts->acknowledgeKey(id));
        SESAME_TRY(parts_->hubJudge->forget(id));
        SESAME_TRY_ASSIGN(const auto known, parts_->contacts->get(id));
        SESAME_TRY(parts_->tags->follow(known));
        return parts_->outbox->unseal(contact, [&](MessageId message) -> std::optional<Content> {
            const auto row = parts_->ledger.store().message(id, Direction::Outgoing, message);
            // A copy for a member of a group was for the key that the founder signed.
            if (!row || !*row)
                static_cast<void>(parts_->groupConversation.setDelivery(message, Delivery::Failed,
                                                                        failure::kKeyChanged, id));
            return row && *row ? parts_->again(**row) : std::nullopt;
        });
    });
    if (done)
        parts_->inbox->openHeld(id);
    return done;
}

Status Client::setVerified(ContactId id, bool verified) {
    return parts_->contacts->setVerified(id, verified);
}

Result<QString> Client::safetyNumber(ContactId id) const {
    SESAME_TRY_ASSIGN(const auto contact, parts_->contacts->get(id));
    return toQt(crypto::safetyNumber(parts_->account.identity().publicKey(), contact.identity).digits);
}

Result<QStringList> Client::safetyWords(ContactId id) const {
    SESAME_TRY_ASSIGN(const auto contact, parts_->contacts->get(id));
    QStringList out;
    for (const auto& word :
         crypto::safetyNumber(parts_->account.identity().publicKey(), contact.identity).words)
        out.append(toQt(word));
    return out;
}

QList<ContactView> Client::contacts() const {
    QList<ContactView> out;
    for (const auto& contact : parts_->contacts->all())
        out.append(parts_->contacts->view(contact));
    return out;
}

std::optional<ContactView> Client::contact(ContactId id) const {
    const auto found = parts_->contacts->get(id);
    return found ? std::optional(parts_->contacts->view(*found)) : std::nullopt;
}

Result<MessageId> Client::sendText(ContactId to, const QString& text, const Composition& how) {
    const std::string words = toStd(text);
    if (text.trimmed().isEmpty() || words.size() > wire::kMaxTextBytes)
        return Error{ErrorCode::Malformed, "empty or too long"};
    parts_->helpSessions->typed(to, words);
    parts_->shares->typed(to, words);
    SESAME_TRY_ASSIGN(const auto contact, parts_->contacts->get(to));
    if (contact.state != ContactState::Accepted)
        return Error{ErrorCode::Refused, "not an accepted contact"};
    const auto wish = parts_->wishes->waiting(to);
    SESAME_TRY_ASSIGN(const MessageId sent, parts_->say(contact, words));
    const auto yes = wish ? trigger::answerWord(words) : std::nullopt;
    if (yes && parts_->wishes->answer(*wish, *yes))
        return sent;
    if (!parts_->help->collect(to, sent, words, how.msSincePaste))
        parts_->meant->collect(to, words);
    return sent;
}

Status Client::retry(const MessageId& failed) {
    SESAME_TRY_ASSIGN(const auto row, parts_->ledger.store().message(failed));
    if (!row || row->direction != Direction::Outgoing)
        return Error{ErrorCode::NotFound, "no such message"};
    const auto content = parts_->again(*row);
    if (!content)
        return Error{ErrorCode::Expired, "it does not matter any more"};
    SESAME_TRY_ASSIGN(const auto contact, parts_->contacts->get(row->contact));
    // Sent once more, but not judged once more: only a fresh message can grant (S15).
    return parts_->ledger.transact([&]() -> Status {
        SESAME_TRY(parts_->ledger.store().requeue(failed));
        parts_->conversation.announceChange(failed);
        return parts_->outbox->post(contact, *content);
    });
}

QList<MessageView> Client::history(ContactId contact, qint64 beforeOrder, int limit) const {
    return parts_->conversation.history(contact, beforeOrder, std::clamp(limit, 0, kMostHistory));
}

std::optional<MessageView> Client::awaited(ContactId id) const {
    const auto contact = parts_->contacts->get(id);
    const bool waits = contact && ContactBook::mayAsk(*contact) && !parts_->help->isUnderWay(id);
    return waits ? parts_->conversation.awaited(id) : std::nullopt;
}

QList<MessageView> Client::search(const QString& words, int limit) const {
    return parts_->conversation.search(toStd(words), std::clamp(limit, 0, kMostHistory));
}

Status Client::markRead(ContactId id) {
    SESAME_TRY_ASSIGN(const auto contact, parts_->contacts->get(id));
    SESAME_TRY_ASSIGN(const auto last, parts_->ledger.store().lastMessage(id));
    if (!last)
        return {};
    return parts_->ledger.transact([&]() -> Status {
        SESAME_TRY_ASSIGN(const auto read, parts_->ledger.store().markRead(id, last->order));
        if (read.empty())
            return {};
        parts_->ledger.afterCommit([this, id] { Q_EMIT parts_->events.contactChanged(id); });
        if (contact.state != ContactState::Accepted)
            return {};
        constexpr std::size_t kIdsInOne = 400;
        for (std::size_t at = 0; at < read.size(); at += kIdsInOne) {
            const auto begin = read.begin() + static_cast<std::ptrdiff_t>(at);
            const auto end =
                read.begin() + static_cast<std::ptrdiff_t>(std::min(at + kIdsInOne, read.size()));
            SESAME_TRY(parts_->outbox->post(
                contact, {parts_->environment.random.messageId(), parts_->environment.clock.wallMs(),
                          ReadContent{{begin, end}}}));
        }
        return {};
    });
}

Result<RuleId> Client::saveRule(ContactId receiver, const std::optional<RuleId>& id, const QString& phrase,
                                const trigger::Command& command, std::optional<trigger::RuleProblem>* problem,
                                const RuleTerms& terms) {
    SESAME_TRY_ASSIGN(const auto contact, parts_->contacts->get(receiver));
    RuleId saved;
    const Status done = parts_->ledger.transact([&]() -> Status {
        SESAME_TRY_ASSIGN(saved, parts_->rules->save(receiver, id, toStd(phrase), command, terms, problem));
        SESAME_TRY(parts_->tags->follow(contact));
        return parts_->invitations->voidOlder(contact, Direction::Outgoing);
    });
    if (!done)
        return done.error();
    return saved;
}

void Client::recognise(const QString& path, QObject* context,
                       const Environment::MediaRecognised& then) const {
    parts_->recognise(path, context, then);
}

Status Client::removeRule(ContactId receiver, const RuleId& id) {
    SESAME_TRY_ASSIGN(const auto contact, parts_->contacts->get(receiver));
    return parts_->ledger.transact([&]() -> Status {
        SESAME_TRY(parts_->rules->remove(receiver, id));
        SESAME_TRY(parts_->tags->follow(contact));
        return parts_->invitations->voidOlder(contact, Direction::Outgoing);
    });
}

QList<RuleView> Client::rules(ContactId contact, Direction direction) const {
    return parts_->rules->views(contact, direction);
}

Result<MessageId> Client::invite(ContactId receiver, const RuleId& rule) {
    SESAME_TRY_ASSIGN(const auto contact, parts_->contacts->get(receiver));
    if (!parts_->rules->current(receiver, rule) && parts_->sets->isOnlyOffered(receiver, rule))
        return Error{ErrorCode::Refused, "offered, and not accepted yet"};
    MessageId sent;
    const Status done = parts_->ledger.transact([&]() -> Status {
        SESAME_TRY(parts_->tags->accompany(contact, rule));
        SESAME_TRY_ASSIGN(sent, parts_->invitations->invite(receiver, rule));
        return {};
    });
    if (!done)
        return done.error();
    parts_->sendKeyOf(contact, rule);
    return sent;
}

bool Client::hubRecognises() const {
    return parts_->tags->hubRecognises();
}

Status Client::withdrawInvitation(const MessageId& invitation) {
    return parts_->invitations->withdraw(invitation);
}

Status Client::answerWish(const MessageId& wish, bool yes) {
    return parts_->wishes->answer(wish, yes);
}

Status Client::pressInvitation(const MessageId& invitation, bool yes) {
    SESAME_TRY_ASSIGN(const auto press, parts_->help->press(invitation));
    if (!yes)
        return parts_->help->pressedNo(press);
    const std::string words = toStd(wording::yes());
    const auto& group = press.open.record.group;
    SESAME_TRY_ASSIGN(const MessageId said,
                      group ? parts_->groups->say(*group, words) : parts_->say(press.helper, words));
    parts_->help->pressedYes(press, said);
    return {};
}

Status Client::answerMeant(quint64 question, int option) {
    return parts_->meant->answer(question, option);
}

Status Client::answerNear(quint64 question, bool yes) {
    return parts_->help->answerNear(question, yes);
}

Status Client::answerChoice(quint64 question, int index) {
    return parts_->help->answerChoice(question, index);
}

Status Client::answerConsent(quint64 question, bool yes, const ConsentChoice& choice) {
    return parts_->desk->answer(question, yes, choice);
}

consent::Gate& Client::gate() {
    return parts_->desk->gate();
}

std::optional<ConsentView> Client::openConsent() const {
    return parts_->desk->open();
}

HelpSessions& Client::sessions() {
    return *parts_->helpSessions;
}

Files& Client::files() {
    return *parts_->files;
}

RuleSets& Client::sets() {
    return *parts_->sets;
}

Groups& Client::groups() {
    return *parts_->groups;
}

Shares& Client::shares() {
    return *parts_->shares;
}

consent::AuditLog& Client::audit() {
    return parts_->diary->log();
}

QString Client::setting(const QString& key) const {
    return parts_->settings.value(key);
}

Status Client::setSetting(const QString& key, const QString& value) {
    return parts_->setSetting(key, value);
}

QStringList Client::allowedPlaces() const {
    return parts_->settings.allowedPlaces();
}

Status Client::setAllowedPlaces(const QStringList& directories) {
    return parts_->settings.setAllowedPlaces(directories);
}

QString Client::describe(const trigger::Command& command) {
    return wording::command(command);
}

QString Client::describe(const trigger::RuleProblem& problem) {
    return wording::rule(problem);
}

QString Client::describe(trigger::MediaKind kind) {
    return wording::media(kind);
}

}  // namespace sesame::client
