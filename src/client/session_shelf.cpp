// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session_shelf.h"

#include <algorithm>

namespace sesame::client {
namespace {

constexpr std::size_t kLengthBytes = 4;

void putLength(Bytes& out, std::size_t length) {
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        out.push_back(static_cast<std::byte>(length >> (8 * i)));
}

std::size_t takeLength(ByteView& in) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        length |= std::to_integer<std::size_t>(in[i]) << (8 * i);
    in = in.subspan(kLengthBytes);
    return length;
}

std::optional<crypto::PrekeyPair> pair(const std::optional<store::PrekeyRecord>& record) {
    if (!record)
        return std::nullopt;
    return crypto::PrekeyPair{record->id, crypto::AgreementPublic{record->publicKey},
                              crypto::Key(record->privateKey)};
}

// Of too many, the oldest that the other side has never answered goes: whoever makes us begin again and again
// does not so get rid of a session that works. The first one seals, and stays.
void keepFew(std::vector<crypto::Session>& sessions) {
    if (sessions.size() <= SessionShelf::kKept)
        return;
    const auto last = std::find_if(sessions.rbegin(), sessions.rend() - 1,
                                   [](const crypto::Session& one) { return !one.answered(); });
    sessions.erase(last != sessions.rend() - 1 ? std::next(last).base() : sessions.end() - 1);
}

}  // namespace

Bytes SessionShelf::associated(const MessageId& id, const PublicIdentity& from, const PublicIdentity& to) {
    Bytes out = toBytes(asBytes("sesame mail v1"));
    for (const ByteView part : {id.view(), from.view(), to.view()})
        out.insert(out.end(), part.begin(), part.end());
    return out;
}

Result<std::vector<crypto::Session>> SessionShelf::load(store::ContactId contact) {
    SESAME_TRY_ASSIGN(const auto stored, ledger_.store().session(contact));
    std::vector<crypto::Session> out;
    ByteView rest = stored ? ByteView(*stored) : ByteView();
    while (rest.size() >= kLengthBytes) {
        const std::size_t length = takeLength(rest);
        if (length > rest.size())
            return Error{ErrorCode::Malformed, "session state is cut off"};
        SESAME_TRY_ASSIGN(auto session, crypto::Session::restore(rest.first(length)));
        out.push_back(std::move(session));
        rest = rest.subspan(length);
    }
    return out;
}

Status SessionShelf::save(store::ContactId contact, const std::vector<crypto::Session>& sessions) {
    Bytes out;
    for (const crypto::Session& session : sessions) {
        Bytes state = session.serialise();
        putLength(out, state.size());
        out.insert(out.end(), state.begin(), state.end());
        crypto::wipe(state);
    }
    Status saved = ledger_.store().saveSession(contact, out);
    crypto::wipe(out);
    return saved;
}

bool SessionShelf::has(store::ContactId contact) {
    const auto stored = ledger_.store().session(contact);
    return stored && *stored && !(*stored)->empty();
}

Status SessionShelf::begin(store::ContactId contact, const crypto::Identity& own,
                           const PublicIdentity& expected, const crypto::PrekeyBundle& bundle) {
    SESAME_TRY_ASSIGN(auto sessions, load(contact));
    SESAME_TRY_ASSIGN(auto session, crypto::Session::initiate(own, expected, bundle, random_));
    sessions.insert(sessions.begin(), std::move(session));
    keepFew(sessions);
    return save(contact, sessions);
}

Result<Bytes> SessionShelf::seal(store::ContactId contact, ByteView plain, ByteView associated) {
    SESAME_TRY_ASSIGN(auto sessions, load(contact));
    if (sessions.empty())
        return Error{ErrorCode::NotFound, "no session yet"};
    Bytes sealed = sessions.front().encrypt(plain, associated, random_);
    SESAME_TRY(save(contact, sessions));
    return sealed;
}

Result<Bytes> SessionShelf::open(store::ContactId contact, const crypto::Identity& own,
                                 const PublicIdentity& peer, ByteView sealed, ByteView associated) {
    SESAME_TRY_ASSIGN(auto sessions, load(contact));
    for (auto session = sessions.begin(); session != sessions.end(); ++session) {
        if (session->peer() != peer)
            continue;
        auto plain = session->decrypt(sealed, associated, random_);
        if (!plain)
            continue;
        if (sessions.front().yieldsTo(*session))
            std::rotate(sessions.begin(), session, session + 1);
        SESAME_TRY(save(contact, sessions));
        return std::move(*plain);
    }
    if (!crypto::Session::isInitial(sealed))
        return Error{ErrorCode::Refused, "no session opens this mail"};
    return accept(contact, std::move(sessions), own, peer, sealed, associated);
}

Result<Bytes> SessionShelf::accept(store::ContactId contact, std::vector<crypto::Session> others,
                                   const crypto::Identity& own, const PublicIdentity& peer, ByteView sealed,
                                   ByteView associated) {
    const auto find = [this](bool oneTime) {
        return [this, oneTime](std::uint32_t id) -> std::optional<crypto::PrekeyPair> {
            const auto record = ledger_.store().prekey(id, oneTime);
            return record ? pair(*record) : std::nullopt;
        };
    };
    SESAME_TRY_ASSIGN(auto accepted, crypto::Session::accept(own, peer, sealed, associated,
                                                             {find(false), find(true)}, random_));
    if (accepted.oneTimePrekeyId)
        SESAME_TRY(ledger_.store().removePrekey(*accepted.oneTimePrekeyId, true));
    SESAME_TRY_ASSIGN(const bool fresh, ledger_.store().rememberInitial(accepted.initialDigest));
    if (!fresh)
        return Error{ErrorCode::Refused, "a first message for the second time"};
    const bool yields = others.empty() || others.front().yieldsTo(accepted.session);
    others.insert(others.begin() + (yields ? 0 : 1), std::move(accepted.session));
    keepFew(others);
    SESAME_TRY(save(contact, others));
    return std::move(accepted.plain);
}

}  // namespace sesame::client
