// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/contact_book.h"

#include "client/qt_text.h"

#include "sesame/client/plain_text.h"
#include "sesame/wire/limits.h"

#include <algorithm>
#include <map>

namespace sesame::client {
namespace {

constexpr std::size_t kMostWatched = 1'000;  // a hub takes no longer list (docs/protocol.md)

// Those with whom something was said most recently.
void keepLatest(std::vector<store::ContactRecord>& contacts, store::ClientStore& store) {
    std::map<ContactId, std::int64_t> lastSaid;
    for (const auto& contact : contacts) {
        const auto last = store.lastMessage(contact.id);
        lastSaid[contact.id] = last && *last ? (*last)->order : 0;
    }
    std::ranges::sort(contacts, std::greater<>(), [&](const auto& contact) { return lastSaid[contact.id]; });
    contacts.resize(kMostWatched);
}

}  // namespace

Result<store::ContactRecord> ContactBook::get(ContactId id) {
    SESAME_TRY_ASSIGN(auto found, ledger_.store().contact(id));
    if (!found)
        return Error{ErrorCode::NotFound, "no such contact"};
    return std::move(*found);
}

std::optional<store::ContactRecord> ContactBook::byHandle(const std::string& handle) {
    auto found = ledger_.store().contactByHandle(handle);
    return found ? std::move(*found) : std::nullopt;
}

std::vector<store::ContactRecord> ContactBook::all() {
    auto found = ledger_.store().contacts();
    return found ? std::move(*found) : std::vector<store::ContactRecord>();
}

Result<ContactId> ContactBook::save(const store::ContactRecord& contact) {
    SESAME_TRY_ASSIGN(const ContactId id, ledger_.store().saveContact(contact));
    ledger_.afterCommit([this, id] {
        Q_EMIT events_.contactChanged(id);
        Q_EMIT events_.contactsRearranged();
    });
    return id;
}

Status ContactBook::keyChanged(ContactId id, const PublicIdentity& identity) {
    return ledger_.transact([&]() -> Status {
        SESAME_TRY_ASSIGN(auto contact, get(id));
        if (contact.newIdentity == identity)
            return {};
        contact.newIdentity = identity;
        contact.verified = false;
        SESAME_TRY(save(contact));
        SESAME_TRY(diary_.record("key-changed", contact, identity.hex()));
        return conversation_.notice(id, Notice::KeyChanged);
    });
}

Status ContactBook::acknowledgeKey(ContactId id) {
    return ledger_.transact([&]() -> Status {
        SESAME_TRY_ASSIGN(auto contact, get(id));
        if (!contact.newIdentity)
            return Error{ErrorCode::NotFound, "no changed key"};
        contact.identity = *contact.newIdentity;
        contact.newIdentity.reset();
        contact.verified = false;
        contact.sinceMs = clock_.wallMs();  // somebody new, until proven otherwise (S45)
        SESAME_TRY(save(contact));
        SESAME_TRY(ledger_.store().removeSession(id));
        SESAME_TRY(diary_.record("key-acknowledged", contact, contact.identity.hex()));
        return conversation_.notice(id, Notice::KeyAcknowledged);
    });
}

Status ContactBook::setVerified(ContactId id, bool verified) {
    SESAME_TRY_ASSIGN(auto contact, get(id));
    if (contact.newIdentity)
        return Error{ErrorCode::Refused, "the key has changed"};
    contact.verified = verified;
    SESAME_TRY(save(contact));
    return {};
}

Status ContactBook::rename(ContactId id, const QString& ownName) {
    SESAME_TRY_ASSIGN(auto contact, get(id));
    contact.ownName = toStd(plainLine(ownName, static_cast<int>(wire::kMaxNameBytes)));
    SESAME_TRY(save(contact));
    return {};
}

void ContactBook::setOnline(const std::string& handle, bool online) {
    const QString key = toQt(handle);
    if (online)
        online_.insert(key);
    else
        online_.remove(key);
    if (const auto contact = byHandle(handle))
        Q_EMIT events_.contactChanged(contact->id);
}

void ContactBook::allOffline() {
    const QSet<QString> were = std::exchange(online_, {});
    for (const QString& handle : were)
        if (const auto contact = byHandle(toStd(handle)))
            Q_EMIT events_.contactChanged(contact->id);
}

std::vector<std::string> ContactBook::watched() {
    auto accepted = all();
    std::erase_if(accepted, [](const auto& contact) { return contact.state != ContactState::Accepted; });
    if (accepted.size() > kMostWatched)
        keepLatest(accepted, ledger_.store());
    std::vector<std::string> out;
    out.reserve(accepted.size());
    for (const auto& contact : accepted)
        out.push_back(contact.handle);
    return out;
}

QString ContactBook::nameOf(const store::ContactRecord& contact) {
    return toQt(contact.ownName.empty() ? contact.name : contact.ownName);
}

ContactView ContactBook::view(const store::ContactRecord& contact) {
    ContactView out;
    out.id = contact.id;
    out.name = nameOf(contact);
    out.handle = toQt(contact.handle);
    out.state = contact.state;
    out.online = online_.contains(out.handle);
    out.verified = contact.verified;
    out.keyChanged = contact.newIdentity.has_value();
    out.since = QDateTime::fromMSecsSinceEpoch(contact.sinceMs);
    const auto unread = ledger_.store().unread(contact.id);
    out.unread = unread ? *unread : 0;
    if (const auto last = conversation_.last(contact.id)) {
        out.lastText = last->text;
        out.lastTime = last->time;
    }
    return out;
}

}  // namespace sesame::client
