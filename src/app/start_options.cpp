// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start_options.h"

#include <QDir>
#include <QStandardPaths>
#include <array>
#include <utility>

namespace sesame::app {

StartOptions StartOptions::parse(const QStringList& arguments) {
    StartOptions out;
    const std::array<std::pair<QLatin1String, QString*>, 5> valued{
        {{QLatin1String("--data"), &out.directory},
         {QLatin1String("--name"), &out.name},
         {QLatin1String("--hub"), &out.hub},
         {QLatin1String("--fingerprint"), &out.fingerprint},
         {QLatin1String("--invitation"), &out.invitation}}};
    for (auto it = arguments.cbegin(); it != arguments.cend(); ++it) {
        const auto key = it->section(QLatin1Char('='), 0, 0);
        const auto option = std::find_if(valued.begin(), valued.end(),
                                         [&](const auto& candidate) { return candidate.first == key; });
        if (it->startsWith(QLatin1String("sesame:"))) {
            out.invitation = *it;
        } else if (*it == QLatin1String("--version")) {
            out.version = true;
        } else if (*it == QLatin1String("--help") || *it == QLatin1String("-h")) {
            out.help = true;
        } else if (option == valued.end()) {
            out.problem = QStringLiteral("unknown argument: %1").arg(*it);
        } else if (it->contains(QLatin1Char('='))) {
            *option->second = it->section(QLatin1Char('='), 1);
        } else if (std::next(it) != arguments.cend()) {
            *option->second = *++it;
        } else {
            out.problem = QStringLiteral("%1 needs a value").arg(*it);
        }
    }
    if (out.directory.isEmpty())
        out.directory =
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/sesame");
    out.directory = QDir(out.directory).absolutePath();
    return out;
}

QString StartOptions::helpText() {
    return QStringLiteral(
        "Usage: sesame [--data DIR] [--name NAME (--hub URL [--fingerprint HEX] | --invitation LINK)] "
        "[LINK]\n"
        "\n"
        "  --data DIR         where messages and keys are kept\n"
        "  --name NAME        first start: your name\n"
        "  --hub URL          first start: the address of the hub, wss://host:port\n"
        "  --fingerprint HEX  first start: the fingerprint of the hub's certificate\n"
        "  --invitation LINK  first start: an invitation link that somebody sent you\n"
        "  LINK               a sesame: link; opens \"Add contact\" with it\n"
        "  --version, --help\n");
}

}  // namespace sesame::app
