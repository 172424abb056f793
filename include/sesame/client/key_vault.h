// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/crypto/secret.h"

#include <QObject>
#include <QString>
#include <functional>

namespace sesame::client {

/// Where the key of the client database is kept: the desktop's secret service; or, where there is none, a
/// passphrase (Argon2id); or a key file with mode 0600. What was chosen at first start is written beside the
/// database.
class KeyVault {
  public:
    enum class Protection { SecretService, Passphrase, KeyFile };
    static QString name(Protection protection);  ///< "secret-service", "passphrase", "key-file"

    /// What protects the database in `directory`; nullopt when there is none yet.
    static std::optional<Protection> existing(const QString& directory);

    /// Gets (or, at first start, makes) the key. Neither waits nor spins an event loop; `done` is called
    /// exactly once, in this thread, which needs an event loop: a passphrase takes most of a second. The
    /// secret service is given 5 s; at first start the key file is the fallback, later Unavailable.
    static void fetch(const QString& directory, Protection wanted, const QString& passphrase,
                      const std::function<void(Result<crypto::Key>, Protection)>& done);
};

}  // namespace sesame::client
