// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/local_address.h"

#include <QNetworkInterface>

namespace sesame::client {

QString reachableAddress() {
    for (const QNetworkInterface& card : QNetworkInterface::allInterfaces()) {
        const auto flags = card.flags();
        if (!(flags & QNetworkInterface::IsUp) || !(flags & QNetworkInterface::IsRunning) ||
            (flags & QNetworkInterface::IsLoopBack))
            continue;
        for (const QNetworkAddressEntry& entry : card.addressEntries()) {
            const QHostAddress address = entry.ip();
            // Link-local addresses need an interface name that means nothing elsewhere; IPv6 ones change
            // often.
            if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLinkLocal())
                return address.toString();
        }
    }
    return {};
}

}  // namespace sesame::client
