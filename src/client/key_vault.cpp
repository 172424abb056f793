// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/client/key_vault.h"

#include "client/key_file.h"
#include "client/qt_text.h"

#include "sesame/crypto/passphrase.h"
#include "sesame/crypto/random.h"

#include <qt6keychain/keychain.h>

#include <QThreadPool>
#include <QTimer>
#include <chrono>

namespace sesame::client {
namespace {

using Protection = KeyVault::Protection;
using Done = std::function<void(Result<crypto::Key>, Protection)>;

constexpr auto kLongestWait = std::chrono::seconds(5);
const QString kService = QStringLiteral("Sesame");

// What the protection file says: which one, and its salt or the name of its entry in the secret service.
struct Note {
    Protection protection;
    std::string argument;
};

QString notePath(const QString& directory) {
    return directory + QStringLiteral("/protection");
}
QString keyPath(const QString& directory) {
    return directory + QStringLiteral("/database.key");
}

Result<Note> readNote(const QString& directory) {
    SESAME_TRY_ASSIGN(const QByteArray content, readPrivateFile(notePath(directory)));
    const QList<QByteArray> words = content.trimmed().split(' ');
    for (const auto one : {Protection::SecretService, Protection::Passphrase, Protection::KeyFile})
        if (QString::fromLatin1(words.value(0)) == KeyVault::name(one))
            return Note{one, words.value(1).toStdString()};
    return Error{ErrorCode::Malformed, "the protection file makes no sense"};
}

Status writeNote(const QString& directory, const Note& note) {
    return writePrivateFile(notePath(directory), KeyVault::name(note.protection).toLatin1() + ' ' +
                                                     QByteArray::fromStdString(note.argument) + '\n');
}

crypto::Key randomKey() {
    crypto::SystemRandom random;
    return crypto::Key(random.bytes<32>());
}

Result<crypto::Key> keyFromHex(std::string_view hex) {
    SESAME_TRY_ASSIGN(Bytes bytes, fromHex(hex));
    SESAME_TRY_ASSIGN(const auto array, toArray<32>(bytes));
    crypto::wipe(bytes);
    return crypto::Key(array);
}

Result<crypto::Key> fromKeyFile(const QString& directory, bool first) {
    if (!first) {
        SESAME_TRY_ASSIGN(const QByteArray content, readPrivateFile(keyPath(directory)));
        return keyFromHex(content.trimmed().toStdString());
    }
    crypto::Key key = randomKey();
    // The key first: a note about a key that is not there would lock the user out.
    SESAME_TRY(writePrivateFile(keyPath(directory), QByteArray::fromStdString(toHex(key.view()))));
    SESAME_TRY(writeNote(directory, {Protection::KeyFile, "-"}));
    return key;
}

Result<crypto::Salt> saltOf(const std::optional<Note>& note) {
    if (!note)
        return crypto::SystemRandom().bytes<sizeof(crypto::Salt)>();
    SESAME_TRY_ASSIGN(const Bytes bytes, fromHex(note->argument));
    return toArray<sizeof(crypto::Salt)>(bytes);
}

// One derivation, on a thread of the pool because it takes most of a second. Lives in the thread that asked,
// where the answer arrives.
class Derivation : public QObject {
  public:
    static void start(const QString& directory, const QString& passphrase, const std::optional<Note>& note,
                      const Done& done) {
        const auto salt = saltOf(note);
        if (!salt)
            return done(salt.error(), Protection::Passphrase);
        auto* self = new Derivation(directory, *salt, !note, done);
        QThreadPool::globalInstance()->start([self, words = toStd(passphrase), salt = *salt]() mutable {
            self->key_ = crypto::deriveKey(words, salt);
            crypto::wipe(std::as_writable_bytes(std::span(words)));
            QMetaObject::invokeMethod(
                self, [self] { self->conclude(); }, Qt::QueuedConnection);
        });
    }

  private:
    Derivation(const QString& directory, const crypto::Salt& salt, bool first, const Done& done)
        : directory_(directory), salt_(salt), first_(first), done_(done) {}
    void conclude() {
        deleteLater();
        if (key_ && first_)
            if (const Status noted = writeNote(directory_, {Protection::Passphrase, toHex(salt_)}); !noted)
                key_ = noted.error();
        done_(std::move(key_), Protection::Passphrase);
    }

    QString directory_;
    crypto::Salt salt_;
    bool first_;
    Done done_;
    Result<crypto::Key> key_ = Error{ErrorCode::Unavailable, "not derived yet"};
};

// One question to the secret service with a time-out of our own, since it may wait for ever when it is
// locked.
class Question : public QObject {
  public:
    using Answer = std::function<void(bool ok, const QByteArray& data)>;
    static void ask(QKeychain::Job* job, Answer answer) { new Question(job, std::move(answer)); }

  private:
    Question(QKeychain::Job* job, Answer answer) : answer_(std::move(answer)) {
        job->setAutoDelete(true);
        connect(job, &QKeychain::Job::finished, this, [this](QKeychain::Job* finished) {
            auto* read = qobject_cast<QKeychain::ReadPasswordJob*>(finished);
            conclude(finished->error() == QKeychain::NoError, read ? read->binaryData() : QByteArray());
        });
        QTimer::singleShot(kLongestWait, this, [this] { conclude(false, {}); });
        job->start();
    }
    void conclude(bool ok, const QByteArray& data) {
        if (!answer_)
            return;
        const Answer answer = std::exchange(answer_, nullptr);
        deleteLater();
        answer(ok, data);
    }
    Answer answer_;
};

void readFromService(const Note& note, const Done& done) {
    auto* job = new QKeychain::ReadPasswordJob(kService);
    job->setKey(toQt(note.argument));
    Question::ask(job, [done](bool ok, const QByteArray& data) {
        done(ok ? keyFromHex(data.toStdString())
                : Result<crypto::Key>(Error{ErrorCode::Unavailable, "the secret service does not answer"}),
             Protection::SecretService);
    });
}

void storeInService(const QString& directory, const Done& done) {
    crypto::SystemRandom random;
    const std::string entry = "database-" + toHex(random.bytes<8>());
    const std::string hex = toHex(randomKey().view());
    auto* job = new QKeychain::WritePasswordJob(kService);
    job->setKey(toQt(entry));
    job->setBinaryData(QByteArray::fromStdString(hex));
    Question::ask(job, [directory, entry, hex, done](bool ok, const QByteArray&) {
        if (ok && writeNote(directory, {Protection::SecretService, entry}))
            done(keyFromHex(hex), Protection::SecretService);
        else
            done(fromKeyFile(directory, true), Protection::KeyFile);
    });
}

}  // namespace

QString KeyVault::name(Protection protection) {
    switch (protection) {
        case Protection::SecretService:
            return QStringLiteral("secret-service");
        case Protection::Passphrase:
            return QStringLiteral("passphrase");
        case Protection::KeyFile:
            return QStringLiteral("key-file");
    }
    return {};
}

std::optional<Protection> KeyVault::existing(const QString& directory) {
    const auto note = readNote(directory);
    return note ? std::optional(note->protection) : std::nullopt;
}

void KeyVault::fetch(const QString& directory, Protection wanted, const QString& passphrase,
                     const Done& done) {
    const auto note = readNote(directory);
    if (!note && note.error().code != ErrorCode::NotFound)
        return done(note.error(), wanted);
    const std::optional<Note> known = note ? std::optional(*note) : std::nullopt;
    switch (known ? known->protection : wanted) {
        case Protection::KeyFile:
            return done(fromKeyFile(directory, !known), Protection::KeyFile);
        case Protection::Passphrase:
            return Derivation::start(directory, passphrase, known, done);
        case Protection::SecretService:
            return known ? readFromService(*known, done) : storeInService(directory, done);
    }
}

}  // namespace sesame::client
