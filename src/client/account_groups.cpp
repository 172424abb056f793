// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/account_groups.h"

#include "client/qt_text.h"

#include "sesame/wire/limits.h"

#include <QPointer>
#include <algorithm>
#include <map>

namespace sesame::client {
namespace {

namespace pb = wire::pb;

constexpr int kMostGroupHistory = 1000;
constexpr std::size_t kIdsInOneRead = 400;

}  // namespace

AccountGroups::AccountGroups(Ledger& ledger, AccountKeeper& account, ContactBook& contacts,
                             ContactRequests& requests, GroupConversation& conversation, GroupBook& book,
                             Outbox& outbox, HubConnection& hub, RuleBook& rules, InvitationBook& invitations,
                             HelpFlow& help, Diary& diary, Events& events, crypto::Random& random,
                             const Clock& clock)
    : ledger_(ledger),
      account_(account),
      contacts_(contacts),
      requests_(requests),
      conversation_(conversation),
      book_(book),
      outbox_(outbox),
      hub_(hub),
      rules_(rules),
      invitations_(invitations),
      help_(help),
      diary_(diary),
      random_(random),
      clock_(clock) {
    connect(&events, &Events::groupChanged, this, &Groups::changed);
    connect(&events, &Events::groupMessageAdded, this, &Groups::messageAdded);
    connect(&events, &Events::groupMessageChanged, this, &Groups::messageChanged);
}

Status AccountGroups::post(const store::ContactRecord& to, Content::Body body) {
    return outbox_.post(to, {random_.messageId(), clock_.wallMs(), std::move(body)});
}

Status AccountGroups::refuse(const store::ContactRecord& from, const char* why) {
    SESAME_TRY(diary_.record("group-refused", from, why));
    return Error{ErrorCode::Refused, why};
}

Result<GroupBook::Group> AccountGroups::joined(const GroupId& id) const {
    SESAME_TRY_ASSIGN(auto group, book_.get(id));
    if (!group.isJoined())
        return Error{ErrorCode::Refused, "not in this group"};
    return group;
}

// Founding and joining.

Result<GroupId> AccountGroups::found(const QString& name, const QList<ContactId>& members) {
    if (!account_.registered())
        return Error{ErrorCode::NotFound, "no account"};
    std::vector<store::ContactRecord> contacts;
    for (const ContactId id : members) {
        SESAME_TRY_ASSIGN(auto contact, contacts_.get(id));
        contacts.push_back(std::move(contact));
    }
    return book_.found(toStd(name.trimmed()), contacts);
}

Status AccountGroups::add(const GroupId& group, ContactId member) {
    SESAME_TRY_ASSIGN(const auto contact, contacts_.get(member));
    return book_.add(group, contact);
}

Status AccountGroups::remove(const GroupId& group, const QString& handle) {
    return book_.remove(group, toStd(handle));
}

Status AccountGroups::rename(const GroupId& group, const QString& name) {
    return book_.rename(group, toStd(name.trimmed()));
}

Status AccountGroups::end(const GroupId& group) {
    return book_.end(group);
}

Status AccountGroups::answer(const GroupId& group, bool yes, quint64 version) {
    return book_.answer(group, yes, version);
}

Status AccountGroups::leave(const GroupId& group) {
    return book_.leave(group);
}

QList<GroupView> AccountGroups::all() const {
    QList<GroupView> out;
    for (const auto& group : book_.all())
        out.append(view(group));
    return out;
}

std::optional<GroupView> AccountGroups::group(const GroupId& id) const {
    const auto group = book_.get(id);
    return group ? std::optional(view(*group)) : std::nullopt;
}

GroupView AccountGroups::view(const GroupBook::Group& group) const {
    const store::GroupRecord& record = group.record;
    const PublicIdentity& self = account_.identity().publicKey();
    GroupView out;
    out.id = record.id;
    out.name = toQt(record.name);
    out.state = record.state;
    out.version = record.version;
    out.own = record.founder == self;
    out.since = QDateTime::fromMSecsSinceEpoch(record.sinceMs);
    if (const Member* own = group.list.find(self))
        out.members.append(GroupMemberView{
            account_.name(), toQt(own->handle), {}, true, out.own, group.isJoined(), QString()});
    for (const auto& one : book_.reach(group)) {
        GroupMemberView member;
        member.handle = toQt(one.member.handle);
        member.name = one.contact ? ContactBook::nameOf(*one.contact) : member.handle;
        const bool known = one.contact && one.contact->state != ContactState::Declined;
        member.contact = known ? one.contact->id : ContactId();
        member.founder = one.member.key == group.list.founder;
        member.joined = one.joined;
        member.words = one.gap != nullptr ? wording::groupGap(one.gap, member.name) : QString();
        if (member.founder)
            out.founder = member.name;
        out.members.append(member);
    }
    if (out.own)
        out.founder = account_.name();
    const auto unread = ledger_.store().groupUnread(record.id);
    out.unread = unread ? *unread : 0;
    if (const auto last = conversation_.last(record.id)) {
        out.lastText = last->text;
        out.lastTime = last->time;
    }
    return out;
}

// What is said.

Result<MessageId> AccountGroups::say(const GroupId& id, const std::string& text) {
    SESAME_TRY_ASSIGN(const auto group, joined(id));
    const GroupTextContent body{id, group.record.version, group.hash, random_.messageId(), text};
    store::GroupMessageRecord row;
    row.id = body.textId;
    row.group = id;
    row.kind = MessageKind::Text;
    row.sentMs = clock_.wallMs();
    row.text = text;
    const Status sent = ledger_.transact([&]() -> Status {
        std::vector<store::GroupCopyRecord> copies;
        for (const auto& one : book_.reach(group)) {
            store::GroupCopyRecord copy;
            copy.handle = one.member.handle;
            copy.contact = one.contact ? one.contact->id : ContactId();
            if (one.gap != nullptr) {
                copy.reason = one.gap;
            } else {
                copy.mail = random_.messageId();
                copy.delivery = Delivery::Sending;
                SESAME_TRY(outbox_.post(*one.contact, {copy.mail, row.sentMs, body}));
            }
            copies.push_back(std::move(copy));
        }
        SESAME_TRY(conversation_.add(row, std::move(copies)));
        return {};
    });
    if (!sent)
        return sent.error();
    return body.textId;
}

Result<MessageId> AccountGroups::sendText(const GroupId& id, const QString& text, const Composition& how) {
    const std::string words = toStd(text);
    if (text.trimmed().isEmpty() || words.size() > wire::kMaxTextBytes)
        return Error{ErrorCode::Malformed, "empty or too long"};
    SESAME_TRY_ASSIGN(const auto group, joined(id));
    for (const auto& one : book_.reach(group))
        if (one.contact)
            typed_(one.contact->id, words);
    SESAME_TRY_ASSIGN(const MessageId sent, say(id, words));
    static_cast<void>(judge(group, sent, words, how.msSincePaste));
    return sent;
}

// Only for what was given to this user in this very group, each by one helper (I1, S19).
Status AccountGroups::judge(const GroupBook::Group& group, const MessageId& message, const std::string& text,
                            qint64 msSincePaste) {
    std::vector<store::ContactRecord> helpers;
    for (const auto& one : book_.reach(group))
        if (one.gap == nullptr)
            helpers.push_back(*one.contact);
    switch (help_.collectInGroup(group.record.id, helpers, message, text, msSincePaste)) {
        case HelpFlow::HeardInGroup::Several:
            return conversation_.notice(group.record.id, GroupNotice::SeveralAsked);
        case HelpFlow::HeardInGroup::PastedTooFast:
            return conversation_.notice(group.record.id, GroupNotice::PastedTooFast);
        case HelpFlow::HeardInGroup::Nothing:
        case HelpFlow::HeardInGroup::Begun:
            break;
    }
    return {};
}

Status AccountGroups::retry(const MessageId& message) {
    SESAME_TRY_ASSIGN(const auto row, ledger_.store().groupMessage(message));
    if (!row || row->sender.value != 0 || row->kind != MessageKind::Text)
        return Error{ErrorCode::NotFound, "no such message"};
    SESAME_TRY_ASSIGN(const auto group, joined(row->group));
    const GroupTextContent body{row->group, group.record.version, group.hash, row->id, row->text};
    SESAME_TRY_ASSIGN(const auto copies, ledger_.store().groupCopies(row->order));
    bool any = false;
    const Status done = ledger_.transact([&]() -> Status {
        for (const auto& one : book_.reach(group)) {
            const auto copy = std::find_if(copies.begin(), copies.end(), [&](const auto& known) {
                return known.handle == one.member.handle && known.delivery == Delivery::Failed;
            });
            if (copy == copies.end() || one.gap != nullptr)
                continue;
            any = true;
            SESAME_TRY(conversation_.setDelivery(copy->mail, Delivery::Sending));
            SESAME_TRY(outbox_.post(*one.contact, {copy->mail, row->sentMs, body}));
        }
        return {};
    });
    if (!done)
        return done.error();
    return any ? Status() : Error{ErrorCode::NotFound, "no copy has failed"};
}

QList<GroupMessageView> AccountGroups::history(const GroupId& group, qint64 beforeOrder, int limit) const {
    return conversation_.history(group, beforeOrder, std::clamp(limit, 0, kMostGroupHistory));
}

QList<GroupMessageView> AccountGroups::search(const QString& words, int limit) const {
    return conversation_.search(toStd(words), std::clamp(limit, 0, kMostGroupHistory));
}

std::optional<GroupMessageView> AccountGroups::awaited(const GroupId& id) const {
    std::optional<GroupMessageView> newest;
    const auto group = joined(id);
    if (!group)
        return newest;
    // With a key that this user has not looked at, or after they left, nobody asks anything.
    for (const auto& one : book_.reach(*group))
        if (one.gap == nullptr)
            for (auto& waiting : conversation_.awaited(id, one.contact->id))
                if (!newest || waiting.order > newest->order)
                    newest = std::move(waiting);
    return newest;
}

Status AccountGroups::markRead(const GroupId& id) {
    SESAME_TRY_ASSIGN(const auto group, book_.get(id));
    return ledger_.transact([&]() -> Status {
        SESAME_TRY_ASSIGN(const auto read, ledger_.store().markGroupRead(id, INT64_MAX));
        if (read.empty())
            return {};
        ledger_.afterCommit([this, id] { Q_EMIT changed(id); });
        if (!group.isJoined())
            return {};
        std::map<ContactId, std::vector<MessageId>> bySender;
        for (const auto& message : read)
            bySender[message.sender].push_back(message.mail);
        for (const auto& [sender, mails] : bySender) {
            SESAME_TRY_ASSIGN(const auto contact, contacts_.get(sender));
            if (!book_.isTogether(contact, id))
                continue;
            for (std::size_t at = 0; at < mails.size(); at += kIdsInOneRead) {
                const auto begin = mails.begin() + static_cast<std::ptrdiff_t>(at);
                const auto end =
                    mails.begin() + static_cast<std::ptrdiff_t>(std::min(at + kIdsInOneRead, mails.size()));
                SESAME_TRY(post(contact, ReadContent{{begin, end}}));
            }
        }
        return {};
    });
}

// Help.

QString AccountGroups::whyNot(ContactId receiver, const RuleId& id) const {
    const auto signedRule = rules_.current(receiver, id);
    const auto rule = signedRule ? trigger::openRule(*signedRule) : Result<trigger::Rule>(signedRule.error());
    if (!rule)
        return {};
    if (rule->media)
        return wording::noFilesInGroups();
    return rule->judgedAt == trigger::JudgePlace::Receiver ? QString() : wording::notRecognisedInGroups();
}

Result<MessageId> AccountGroups::invite(const GroupId& id, ContactId receiverId, const RuleId& rule) {
    SESAME_TRY_ASSIGN(const auto group, joined(id));
    SESAME_TRY_ASSIGN(const auto receiver, contacts_.get(receiverId));
    if (!book_.isTogether(receiver, id))
        return Error{ErrorCode::Refused, "not in this group with them"};
    if (!whyNot(receiverId, rule).isEmpty())
        return Error{ErrorCode::Refused, "not recognised in a group"};
    MessageId sent;
    const Status done = ledger_.transact([&]() -> Status {
        SESAME_TRY_ASSIGN(sent, invitations_.invite(receiverId, rule, id));
        for (const auto& one : book_.reach(group))
            if (one.gap == nullptr && one.contact->id != receiverId)
                SESAME_TRY(post(*one.contact, GroupAskedContent{id, receiver.identity}));
        return {};
    });
    if (!done)
        return done.error();
    return sent;
}

void AccountGroups::meet(const GroupId& id, const QString& handle, QObject* context, const Met& then) {
    const auto group = book_.get(id);
    const Member* found = group ? group->list.find(toStd(handle)) : nullptr;
    const auto answer = [context = QPointer(context), then](const Result<ContactId>& contact) {
        if (context)
            QMetaObject::invokeMethod(
                context.data(), [then, contact] { then(contact); }, Qt::QueuedConnection);
    };
    if (found == nullptr)
        return answer(Error{ErrorCode::NotFound, "no such member"});
    pb::ClientFrame frame;
    frame.mutable_fetch_prekeys()->set_handle(found->handle);
    hub_.request(std::move(frame), [self = QPointer(this), member = *found,
                                    answer](const Result<pb::HubFrame>& bundle) {
        if (!self)
            return;
        if (!bundle)
            return answer(bundle.error());
        const auto key = bundle->has_prekey_bundle()
                             ? PublicIdentity::from(asBytes(bundle->prekey_bundle().identity_key()))
                             : Result<PublicIdentity>(Error{ErrorCode::NotFound, "no such account"});
        if (!key)
            return answer(key.error());
        if (*key != member.key)
            return answer(Error{ErrorCode::Changed, "the hub knows another key than the founder signed"});
        InvitationLink link;
        link.hub = self->account_.hub();
        link.handle = link.name = toQt(member.handle);
        link.identity = member.key;
        answer(self->requests_.add(link));
    });
}

// What other clients say.

bool AccountGroups::received(const store::ContactRecord& from, const Content& content, Status& done) {
    if (const auto* list = std::get_if<GroupMembershipContent>(&content.body))
        done = book_.received(from, *list);
    else if (const auto* answer = std::get_if<GroupAnswerContent>(&content.body))
        done = book_.received(from, *answer);
    else if (const auto* text = std::get_if<GroupTextContent>(&content.body))
        done = received(from, content, *text);
    else if (const auto* leave = std::get_if<GroupLeaveContent>(&content.body))
        done = book_.received(from, *leave);
    else if (const auto* invitation = std::get_if<GroupInvitationContent>(&content.body))
        done = received(from, content, *invitation);
    else if (const auto* asked = std::get_if<GroupAskedContent>(&content.body))
        done = received(from, *asked);
    else
        return false;
    return true;
}

// Shown, and nothing else comes of it (I1, S04).
Status AccountGroups::received(const store::ContactRecord& from, const Content& content,
                               const GroupTextContent& body) {
    const auto group = book_.get(body.group);
    if (!group || !book_.isTogether(from, body.group))
        return refuse(from, "a text from outside the group");
    if (body.version == group->record.version && body.membershipHash != group->hash) {
        SESAME_TRY(conversation_.notice(body.group, GroupNotice::OtherList, from.handle));
        return refuse(from, "another list of members");
    }
    store::GroupMessageRecord row;
    row.id = body.textId;
    row.group = body.group;
    row.sender = from.id;
    row.kind = MessageKind::Text;
    row.sentMs = content.sentMs;
    row.text = body.text;
    row.mail = content.id;
    SESAME_TRY(conversation_.add(std::move(row)));
    return {};
}

Status AccountGroups::received(const store::ContactRecord& from, const Content& content,
                               const GroupInvitationContent& body) {
    if (!book_.isTogether(from, body.group))
        return refuse(from, "an invitation from outside the group");
    return invitations_.received(from, content, {body.rule, body.expiresMs}, body.group);
}

Status AccountGroups::received(const store::ContactRecord& from, const GroupAskedContent& body) {
    const auto group = book_.get(body.group);
    if (!group || !book_.isTogether(from, body.group))
        return refuse(from, "news from outside the group");
    const Member* receiver = group->list.find(body.receiver);
    if (receiver == nullptr || body.receiver == from.identity ||
        body.receiver == account_.identity().publicKey())
        return refuse(from, "about nobody else in the group");
    return conversation_.notice(body.group, GroupNotice::Asked, receiver->handle, from.id);
}

}  // namespace sesame::client
