// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/events.h"
#include "client/ledger.h"

#include <QStringList>

namespace sesame::client {

/// The settings of this client, each with its default, and the places where files may be opened. One thread.
class ClientSettings {
  public:
    ClientSettings(Ledger& ledger, Events& events) : ledger_(ledger), events_(events) {}

    QString value(const QString& key) const;
    /// Malformed for a value that one of our own settings cannot have.
    Status set(const QString& key, const QString& value);

    QStringList allowedPlaces() const;
    Status setAllowedPlaces(const QStringList& directories);

  private:
    Ledger& ledger_;
    Events& events_;
};

}  // namespace sesame::client
