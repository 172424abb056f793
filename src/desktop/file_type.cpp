// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/desktop/file_type.h"

#include <QMimeDatabase>
#include <algorithm>
#include <array>

namespace sesame::desktop {
namespace {

/// Types whose opening means running; more special ones inherit from these in the database.
constexpr std::array<std::string_view, 20> kRunning = {"application/x-executable",
                                                       "application/x-sharedlib",
                                                       "application/x-shellscript",
                                                       "application/x-desktop",
                                                       "application/java-archive",
                                                       "application/x-java-archive",
                                                       "application/x-java",
                                                       "application/x-java-jnlp-file",
                                                       "application/x-ms-dos-executable",
                                                       "application/x-msdownload",
                                                       "application/vnd.microsoft.portable-executable",
                                                       "application/x-msi",
                                                       "application/x-pie-executable",
                                                       "application/vnd.appimage",
                                                       "application/x-ms-shortcut",
                                                       "application/x-deb",
                                                       "application/vnd.debian.binary-package",
                                                       "application/x-rpm",
                                                       "application/vnd.flatpak.ref",
                                                       "application/x-mswinurl"};

constexpr std::array<std::string_view, 5> kRunningHeads = {"#!",
                                                           "\x7F"
                                                           "ELF",
                                                           "MZ", "[Desktop Entry]", "\xEF\xBB\xBF#!"};

void addWithAncestors(const QMimeType& type, std::vector<std::string>& out) {
    out.push_back(type.name().toStdString());
    for (const QString& alias : type.aliases())
        out.push_back(alias.toStdString());
    for (const QString& ancestor : type.allAncestors())
        out.push_back(ancestor.toStdString());
}

}  // namespace

FileType fileType(const std::string& fileName, ByteView head) {
    const QMimeDatabase database;
    const QByteArray data(reinterpret_cast<const char*>(head.data()), static_cast<qsizetype>(head.size()));
    const QMimeType type = database.mimeTypeForFileNameAndData(QString::fromStdString(fileName), data);
    FileType out{type.name().toStdString(), {}, false};
    addWithAncestors(type, out.ancestors);
    std::vector<std::string> suspects = out.ancestors;
    // A harmless ending must not hide what the content says, nor the other way round.
    addWithAncestors(database.mimeTypeForData(data), suspects);
    for (const QMimeType& byName : database.mimeTypesForFileName(QString::fromStdString(fileName)))
        addWithAncestors(byName, suspects);
    const auto isRunning = [](const std::string& name) {
        return std::find(kRunning.begin(), kRunning.end(), name) != kRunning.end();
    };
    out.runsCode = std::any_of(suspects.begin(), suspects.end(), isRunning) ||
                   std::any_of(kRunningHeads.begin(), kRunningHeads.end(),
                               [&](std::string_view start) { return asText(head).starts_with(start); });
    return out;
}

}  // namespace sesame::desktop
