// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewed_shares.h"

#include "app/folder_dialog.h"
#include "app/help_words.h"
#include "app/plain_text.h"
#include "app/say.h"
#include "app/share_record.h"
#include "app/share_words.h"

#include "sesame/execute/own_file.h"
#include "sesame/share/saved_name.h"

#include <QApplication>
#include <QDir>
#include <algorithm>

namespace sesame::app {

using client::ShareId;
using client::Shares;
using client::ViewedShareView;
using share::TransferNumber;

namespace {

constexpr unsigned kMostFolders = 1000;

constexpr int kAskedNameLength = 60;

/// Under an honest name; what comes after the first has a number.
QString folderIn(const QString& place, const std::string& raw, unsigned number) {
    return place + QLatin1Char('/') + QString::fromStdString(share::numbered(share::savedName(raw), number));
}

/// Made below `place`, under a name that is free; empty when it cannot be.
QString makeFolder(const QString& place, const std::string& raw) {
    for (unsigned number = 1; number < kMostFolders; ++number) {
        auto path = folderIn(place, raw, number);
        if (QDir().mkdir(path))
            return path;
        if (!QFileInfo::exists(path))
            return {};
    }
    return {};
}

QString usualPlace(const ViewedShareView& share) {
    return downloadsFolder() + QLatin1Char('/') +
           QString::fromStdString(share::savedName(share.receiverName.toStdString()));
}

QString putProblem(ErrorCode code) {
    switch (code) {
        case ErrorCode::Refused:
            return ViewedShares::tr(
                "This cannot be left: only files of your own home folder, and none that are "
                "hidden or hold secrets.");
        case ErrorCode::NotFound:
            return ViewedShares::tr("That file is not there any more.");
        default:
            return ViewedShares::tr("That did not work. Please try again.");
    }
}

}  // namespace

ViewedShares::ViewedShares(const ShareTools& tools, QObject* parent) : QObject(parent), tools_(tools) {
    time_.setInterval(kTimeLeftMs);
    connect(&time_, &QTimer::timeout, this, &ViewedShares::tellTime);
    connect(&tools_.shares, &Shares::viewedChanged, this, &ViewedShares::follow);
    for (const auto& share : tools_.shares.viewed())
        follow(share.id);
}

ViewedShares::~ViewedShares() = default;

ShareBrowser* ViewedShares::browser(const ShareId& id) const {
    const auto found = browsers_.find(id);
    return found == browsers_.end() ? nullptr : found->second.get();
}

void ViewedShares::bringToFront(client::ContactId receiver) {
    for (const auto& share : tools_.shares.viewed()) {
        auto* shown = share.receiver == receiver ? browser(share.id) : nullptr;
        if (!shown)
            continue;
        if (shown->isMinimized())
            shown->showNormal();
        shown->raise();
        shown->activateWindow();
    }
}

void ViewedShares::follow(const ShareId& id) {
    const auto share = tools_.shares.viewed(id);
    if (!share)
        return;
    auto* shown = browser(id);
    if (!shown && share->ended)
        return;
    if (!shown)
        shown = &open(*share);
    shown->follow(*share, QDateTime::currentDateTimeUtc());
}

ShareBrowser& ViewedShares::open(const ViewedShareView& share) {
    auto made = std::make_unique<ShareBrowser>(tools_.shares, tools_.record, share);
    auto& shown = *made;
    browsers_[share.id] = std::move(made);
    connectBrowser(shown, share);
    if (const auto place = tools_.places.find(share.receiver); place != tools_.places.end())
        shown.showPlace(place->second);
    shown.show();
    time_.start();
    return shown;
}

void ViewedShares::connectBrowser(ShareBrowser& shown, const ViewedShareView& share) {
    connect(&shown, &ShareBrowser::takeWanted, this,
            [this, share](const std::vector<Taking>& what) { take(share, what); });
    connect(&shown, &ShareBrowser::placeWanted, this,
            [this, share] { askPlace(share, tr("Use this folder"), [](const QString&) {}); });
    connect(&shown, &ShareBrowser::putWanted, this,
            [this, id = share.id](const QStringList& paths) { put(id, paths); });
    connect(&shown, &ShareBrowser::stopWanted, this, [this, id = share.id](TransferNumber number) {
        if (!tools_.shares.cancel(id, number))
            QApplication::beep();
    });
    connect(&shown, &ShareBrowser::openWanted, this,
            [this, id = share.id](TransferNumber number) { openTaken(id, number); });
    connect(&shown, &ShareBrowser::showWanted, this,
            [this, id = share.id](TransferNumber number) { showTaken(id, number); });
    connect(&shown, &ShareBrowser::left, this, [this, id = share.id] { leave(id); });
}

void ViewedShares::leave(const ShareId& id) {
    auto node = browsers_.extract(id);
    if (!node.empty())
        node.mapped().release()->deleteLater();  // it is the one that calls
    if (browsers_.empty())
        time_.stop();
    const auto share = tools_.shares.viewed(id);
    if (share && !share->ended && !tools_.shares.leave(id))
        QApplication::beep();
    tools_.record.forget(id);
}

void ViewedShares::take(const ViewedShareView& share, const std::vector<Taking>& what) {
    const auto place = tools_.places.find(share.receiver);
    if (place != tools_.places.end())
        takeTo(share, what, place->second);
    else
        askPlace(share, tr("Copy into this folder"),
                 [this, share, what](const QString& chosen) { takeTo(share, what, chosen); });
}

void ViewedShares::askPlace(const ViewedShareView& share, const QString& action,
                            const std::function<void(const QString& place)>& then) {
    const auto known = tools_.places.find(share.receiver);
    auto* dialog = new FolderDialog(
        tr("Where on your computer shall copies from %1 go?").arg(oneLine(share.receiverName, 60)),
        known == tools_.places.end() ? usualPlace(share) : known->second, action, browser(share.id));
    connect(dialog, &FolderDialog::chosen, this, [this, share, then](const QString& place) {
        tools_.places[share.receiver] = place;
        for (const auto& other : tools_.shares.viewed())
            if (auto* shown = other.receiver == share.receiver ? browser(other.id) : nullptr)
                shown->showPlace(place);
        then(place);
    });
    dialog->open();
}

bool ViewedShares::isBusy(const QString& folder) const {
    const auto goesThere = [&](const ShareTransfer& one) { return one.runs() && one.folder == folder; };
    return std::ranges::any_of(tools_.shares.viewed(), [&](const auto& share) {
        return std::ranges::any_of(tools_.record.transfers(share.id), goesThere);
    });
}

/// Of this file into `place`; null when there is none.
const ShareTransfer* ViewedShares::runningCopy(const ShareId& id, const Taking& file,
                                               const QString& place) const {
    const auto& all = tools_.record.transfers(id);
    const auto found = std::ranges::find_if(all, [&](const ShareTransfer& one) {
        return one.runs() && one.in && !one.isFolder && one.path == file.path && one.folder == place;
    });
    return found == all.end() ? nullptr : &*found;
}

/// The folder below `place` that the latest copy of it went to, if none goes there now; else empty.
QString ViewedShares::earlierCopy(const QString& place, const std::string& name) const {
    QString latest;
    for (unsigned number = 1; number < kMostFolders; ++number) {
        const auto path = folderIn(place, name, number);
        if (!QFileInfo(path).isDir())
            break;
        latest = path;
    }
    return latest.isEmpty() || isBusy(latest) ? QString() : latest;
}

/// Whether copies that are there already are completed; nothing when the user has thought better of it.
std::optional<bool> ViewedShares::askGoOn(const ViewedShareView& share, const std::vector<Taking>& what,
                                          const QString& place) const {
    const auto there = std::ranges::find_if(
        what, [&](const Taking& one) { return one.isFolder && !earlierCopy(place, one.name).isEmpty(); });
    if (there == what.end())
        return false;
    const auto answer =
        choose(browser(share.id), tr("It is there already"),
               tr("“%1” is in your folder from an earlier time. Copy only what is missing there?")
                   .arg(oneLine(shownName(there->name), kAskedNameLength)),
               {tr("Only what is missing"), tr("Everything, into a new folder")});
    return answer < 0 ? std::nullopt : std::optional(answer == 0);
}

void ViewedShares::takeTo(const ViewedShareView& share, const std::vector<Taking>& what,
                          const QString& place) {
    const auto goesOn = askGoOn(share, what, place);
    auto* shown = browser(share.id);  // the question takes its time
    if (!goesOn || !shown)
        return;
    for (const auto& one : what) {
        // A double click means one copy.
        if (const auto* running = one.isFolder ? nullptr : runningCopy(share.id, one, place)) {
            shown->pointTo(*running);
            continue;
        }
        const auto earlier = one.isFolder && *goesOn ? earlierCopy(place, one.name) : QString();
        ShareTransfer transfer;
        transfer.name = shownName(one.name);
        transfer.isFolder = one.isFolder;
        transfer.path = one.path;
        // A tree gets a folder of its own.
        transfer.folder = !earlier.isEmpty() ? earlier : one.isFolder ? makeFolder(place, one.name) : place;
        const auto number =
            transfer.folder.isEmpty()
                ? Result<TransferNumber>(Error{ErrorCode::Io, "no folder"})
                : tools_.shares.take(share.id, one.path, {transfer.folder.toStdString(), !earlier.isEmpty()});
        if (!number) {
            shown->tell(transfer.folder.isEmpty()
                            ? tr("Files cannot be kept there. Please choose another folder.")
                            : tr("That did not work. Please try again."));
            return;
        }
        transfer.number = *number;
        tools_.record.add(share.id, std::move(transfer));
    }
}

void ViewedShares::put(const ShareId& id, const QStringList& paths) {
    auto* shown = browser(id);
    for (const auto& path : paths) {
        const auto number = tools_.shares.put(id, path.toStdString(),
                                              tools_.random.bytes<sizeof(share::ShareClient::PutId)>());
        if (!number) {
            if (shown)
                shown->tell(QStringLiteral("%1: %2").arg(shownName(path.section(QLatin1Char('/'), -1)),
                                                         putProblem(number.error().code)));
            continue;
        }
        ShareTransfer transfer;
        transfer.number = *number;
        transfer.in = false;
        transfer.name = shownName(path.section(QLatin1Char('/'), -1));
        tools_.record.add(id, std::move(transfer));
    }
}

void ViewedShares::openTaken(const ShareId& id, TransferNumber number) {
    const auto* taken = tools_.record.transfer(id, number);
    auto* shown = browser(id);
    if (!taken || !shown)
        return;
    const auto opened = execute::openOwnFile(taken->latest.toStdString(), taken->folder.toStdString(),
                                             tools_.programs, tools_.launcher);
    if (!opened)
        shown->tell(openProblem(opened.error().code));
}

void ViewedShares::showTaken(const ShareId& id, TransferNumber number) {
    const auto* taken = tools_.record.transfer(id, number);
    auto* shown = browser(id);
    if (!taken || !shown)
        return;
    const auto opened = execute::showOwnFolder(taken->folder.toStdString(), tools_.programs, tools_.launcher);
    if (!opened)
        shown->tell(tr("No program on this computer shows folders. It is in %1.").arg(taken->folder));
}

void ViewedShares::tellTime() {
    for (const auto& share : tools_.shares.viewed())
        if (auto* shown = browser(share.id))
            shown->follow(share, QDateTime::currentDateTimeUtc());
}

}  // namespace sesame::app
