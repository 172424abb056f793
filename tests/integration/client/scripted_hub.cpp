// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/scripted_hub.h"

#include "client/qt_text.h"
#include "client/session_shelf.h"

#include "sesame/wire/frame.h"
#include "sesame/wire/limits.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

namespace sesame::client {

namespace pb = wire::pb;

ScriptedHub::ScriptedHub(std::int64_t nowMs)
    : nowMs_(nowMs),
      server_(QStringLiteral("scripted"), QWebSocketServer::SecureMode),
      identity_(crypto::Identity::generate(random)),
      prekey_(crypto::generatePrekey(1, random)),
      other_{"second-abc234", crypto::Identity::generate(random), crypto::generatePrekey(1, random), {}} {
    // The real hub makes the certificate.
    { const test::HubProcess real(directory_.path()); }
    const auto read = [this](const char* name) {
        QFile file(QString::fromStdString((directory_.path() / name).string()));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QSslCertificate certificate(read("certificate.pem"));
    fingerprint_ = QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex());
    const QByteArray key = read("certificate-key.pem");
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(certificate);
    tls.setPrivateKey(QSslKey(key, QSsl::Ec).isNull() ? QSslKey(key, QSsl::Rsa) : QSslKey(key, QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    server_.setSslConfiguration(tls);
    if (!server_.listen(QHostAddress::LocalHost))
        throw std::runtime_error("cannot listen");
    connect(&server_, &QWebSocketServer::newConnection, this, &ScriptedHub::greet);
}

QString ScriptedHub::url() const {
    return QStringLiteral("wss://127.0.0.1:") + QString::number(server_.serverPort());
}

void ScriptedHub::greet() {
    std::unique_ptr<QWebSocket> come(server_.nextPendingConnection());
    if (come->requestUrl().path() == QLatin1String("/v1/relay")) {
        relays.push_back(std::move(come));
        return;
    }
    client_ = std::move(come);
    connect(client_.get(), &QWebSocket::binaryMessageReceived, this, &ScriptedHub::received);
    pb::HubFrame frame;
    frame.mutable_challenge()->set_nonce(std::string(32, 'n'));
    send(frame);
}

void ScriptedHub::send(const pb::HubFrame& frame) {
    pb::HubFrame out = frame;
    out.set_version(1);
    if (client_)
        client_->sendBinaryMessage(toQtBytes(wire::serialise(out)));
}

void ScriptedHub::answer(std::uint64_t request, pb::HubFrame frame) {
    frame.set_request(request);
    send(frame);
}

void ScriptedHub::received(const QByteArray& bytes) {
    pb::ClientFrame frame;
    if (!wire::parse(view(bytes), frame, wire::kMaxFrameBytes))
        return;
    pb::HubFrame reply;
    if (frame.has_register_()) {
        receiver_ = *PublicIdentity::from(asBytes(frame.register_().identity_key()));
        receiverHandle_ = frame.register_().handle();
        reply.mutable_welcome()->set_most_tags(mostTags);
    } else if (frame.has_log_in()) {
        reply.mutable_welcome()->set_one_time_prekeys_left(50);
        reply.mutable_welcome()->set_most_tags(mostTags);
    } else if (frame.has_publish_prekeys()) {
        receiverKeys_.MergeFrom(frame.publish_prekeys());
        reply.mutable_done();
    } else if (frame.has_fetch_prekeys()) {
        if (refusedBundles-- > 0)
            reply.mutable_refusal()->set_code(bundleRefusal);
        else
            *reply.mutable_prekey_bundle() = bundleOf(frame.fetch_prekeys().handle());
    } else if (frame.has_publish_tags()) {
        published = frame.publish_tags();
        if (tagsEnd)
            reply.mutable_refusal()->set_code(*tagsEnd);
        else
            reply.mutable_done();
    } else if (frame.has_query_waiting()) {
        reply.mutable_still_waiting();
    } else if (frame.has_send_mail()) {
        for (const auto& mail : frame.send_mail().mails()) {
            ++taken;
            if (!mail.tag().empty())
                tags[*MessageId::from(asBytes(mail.message_id()))] = mail.tag();
            hear(mail);
            reply.mutable_mail_accepted()->add_message_ids(mail.message_id());
        }
    } else {
        acknowledged += static_cast<std::size_t>(frame.acknowledge_mail().sequences_size());
        reply.mutable_done();
    }
    answer(frame.request(), reply);
}

pb::PrekeyBundle ScriptedHub::bundleOf(const std::string& handle) const {
    const bool current = handle == handle_;
    const crypto::Identity& identity = current ? identity_ : other_.identity;
    const crypto::PrekeyPair& prekey = current ? prekey_ : other_.prekey;
    pb::PrekeyBundle out;
    out.set_handle(handle);
    out.set_identity_key(toString(identity.publicKey().view()));
    out.mutable_signed_prekey()->set_id(prekey.id);
    out.mutable_signed_prekey()->set_public_key(toString(prekey.publicKey.view()));
    out.mutable_signed_prekey()->set_signature(toString(crypto::signPrekey(identity, prekey.publicKey)));
    return out;
}

// Without a one-time prekey, so that the first message can be replayed (S02).
crypto::PrekeyBundle ScriptedHub::receiverBundle() const {
    crypto::PrekeyBundle out;
    const auto& key = receiverKeys_.signed_prekey();
    out.identity = receiver_;
    out.signedPrekeyId = key.id();
    out.signedPrekey = *crypto::AgreementPublic::from(asBytes(key.public_key()));
    out.signedPrekeySignature = *toArray<64>(asBytes(key.signature()));
    return out;
}

void ScriptedHub::changeIdentity() {
    identity_ = crypto::Identity::generate(random);
    session_.reset();
}

void ScriptedHub::changeAccount() {
    std::swap(handle_, other_.handle);
    std::swap(identity_, other_.identity);
    std::swap(prekey_, other_.prekey);
    std::swap(session_, other_.session);
}

pb::Mail ScriptedHub::sealed(const MessageId& id, ByteView content) {
    if (!session_)
        session_ = *crypto::Session::initiate(identity_, receiver_, receiverBundle(), random);
    const Bytes associated = SessionShelf::associated(id, helper(), receiver_);
    pb::Mail mail;
    mail.set_peer(handle_);
    mail.set_message_id(toString(id.view()));
    mail.set_sealed(toString(session_->encrypt(content, associated, random)));
    return mail;
}

MessageId ScriptedHub::sayBytes(const MessageId& id, ByteView content) {
    deliver(sealed(id, content));
    return id;
}

MessageId ScriptedHub::say(const Content::Body& body) {
    const MessageId id = random.messageId();
    return sayBytes(id, encode({id, nowMs_, body}));
}

void ScriptedHub::deliver(pb::Mail mail) {
    mail.set_sequence(++lastSequence);
    delivered.push_back(mail);
    pb::HubFrame frame;
    *frame.mutable_mail_delivery()->add_mails() = mail;
    send(frame);
}

void ScriptedHub::hear(const pb::Mail& mail) {
    const auto id = MessageId::from(asBytes(mail.message_id()));
    if (!session_ || !id || mail.peer() != handle_)
        return;
    const auto plain =
        session_->decrypt(asBytes(mail.sealed()), SessionShelf::associated(*id, receiver_, helper()), random);
    const auto content = plain ? decode(*plain) : Result<Content>(plain.error());
    if (content)
        heard.push_back(*content);
}

}  // namespace sesame::client
