// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/share_record.h"

#include "app/share_words.h"

#include <algorithm>

namespace sesame::app {

using client::ShareId;
using client::Shares;
using share::TransferNumber;

namespace {

constexpr std::int64_t kPaceMs = 500;
constexpr double kNewest = 0.5;  // what the latest half second counts for

template <typename Transfers>
auto findTransfer(Transfers& transfers, TransferNumber number) {
    return std::find_if(transfers.begin(), transfers.end(),
                        [number](const ShareTransfer& one) { return one.number == number; });
}

}  // namespace

ShareRecord::ShareRecord(Shares& shares, const Clock& clock, QObject* parent)
    : QObject(parent), shares_(shares), clock_(clock) {
    connect(&shares_, &Shares::progressed, this, &ShareRecord::progressed);
    connect(&shares_, &Shares::transferEnded, this, &ShareRecord::ended);
    connect(&shares_, &Shares::filesMoved, this, &ShareRecord::moved);
    connect(&shares_, &Shares::filesKept, this, &ShareRecord::kept);
    connect(&shares_, &Shares::hostedChanged, this, [this](const ShareId& id) {
        if (!shares_.hosted(id))
            shareOver(id);
    });
    connect(&shares_, &Shares::viewedChanged, this, [this](const ShareId& id) {
        if (const auto share = shares_.viewed(id); share && share->ended)
            shareOver(id);
    });
}

const std::deque<ShareTransfer>& ShareRecord::transfers(const ShareId& id) const {
    static const std::deque<ShareTransfer> kNone;
    const auto found = all_.find(id);
    return found == all_.end() ? kNone : found->second.transfers;
}

const ShareTransfer* ShareRecord::transfer(const ShareId& id, TransferNumber number) const {
    const auto& all = transfers(id);
    const auto found = findTransfer(all, number);
    return found == all.end() ? nullptr : &*found;
}

int ShareRecord::running(const ShareId& id) const {
    const auto& all = transfers(id);
    return int(std::count_if(all.begin(), all.end(), [](const ShareTransfer& one) { return one.runs(); }));
}

const std::deque<MovedNote>& ShareRecord::files(const ShareId& id) const {
    static const std::deque<MovedNote> kNone;
    const auto found = all_.find(id);
    return found == all_.end() ? kNone : found->second.files;
}

void ShareRecord::add(const ShareId& id, ShareTransfer transfer) {
    const auto number = transfer.number;
    auto& share = all_[id];
    share.transfers.push_back(std::move(transfer));
    prune(share);
    Q_EMIT transferChanged(id, number);
}

void ShareRecord::forget(const ShareId& id) {
    all_.erase(id);
}

ShareTransfer& ShareRecord::at(const ShareId& id, TransferNumber number) {
    auto& share = all_[id];
    const auto found = findTransfer(share.transfers, number);
    if (found != share.transfers.end())
        return *found;
    ShareTransfer made;
    made.number = number;
    made.in = false;
    share.transfers.push_back(std::move(made));
    prune(share);
    return share.transfers.back();
}

void ShareRecord::progressed(const ShareId& id, const share::Progress& progress) {
    auto& transfer = at(id, progress.transfer);
    transfer.progress = progress;
    auto& paces = all_[id].paces;
    const auto now = clock_.bootMs();
    const auto [pace, first] = paces.try_emplace(progress.transfer, Share::Pace{now, progress.bytesDone});
    const auto passed = now - pace->second.atMs;
    if (!first && passed >= kPaceMs) {
        const auto bytes = progress.bytesDone - std::min(progress.bytesDone, pace->second.bytes);
        const double latest = double(bytes) * 1000.0 / double(passed);
        transfer.bytesPerSecond = transfer.bytesPerSecond == 0
                                      ? latest
                                      : kNewest * latest + (1 - kNewest) * transfer.bytesPerSecond;
        pace->second = {now, progress.bytesDone};
    }
    Q_EMIT transferChanged(id, progress.transfer);
}

void ShareRecord::ended(const ShareId& id, TransferNumber number, share::Ending why) {
    auto& transfer = at(id, number);
    // The other side may say so once more.
    if (transfer.ended)
        return;
    transfer.ended = why;
    all_[id].paces.erase(number);
    Q_EMIT transferChanged(id, number);
}

void ShareRecord::moved(const ShareId& id, const std::vector<client::MovedFile>& files) {
    auto& notes = all_[id].files;
    const auto now = QDateTime::fromMSecsSinceEpoch(clock_.wallMs());
    const auto added = std::min(files.size(), kMostFiles);
    for (auto file = files.end() - std::ptrdiff_t(added); file != files.end(); ++file)
        notes.push_back({*file, now});
    while (notes.size() > kMostFiles)
        notes.pop_front();
    std::map<TransferNumber, const client::MovedFile*> latest;
    for (const auto& file : files)
        latest[file.transfer] = &file;
    for (const auto& [number, file] : latest) {
        auto& transfer = at(id, number);
        transfer.name = shownName(file->name);
        transfer.in = !file->taken;
        Q_EMIT transferChanged(id, number);
    }
    Q_EMIT filesAdded(id, int(added));
}

void ShareRecord::kept(const ShareId& id, TransferNumber number, const QString& latest) {
    at(id, number).latest = latest;
    Q_EMIT transferChanged(id, number);
}

void ShareRecord::shareOver(const ShareId& id) {
    const auto found = all_.find(id);
    if (found == all_.end())
        return;
    found->second.paces.clear();
    for (auto& transfer : found->second.transfers) {
        if (!transfer.runs())
            continue;
        transfer.over = true;
        Q_EMIT transferChanged(id, transfer.number);
    }
}

void ShareRecord::prune(Share& share) {
    auto& all = share.transfers;
    if (all.size() <= kMostTransfers)
        return;
    const auto old =
        std::find_if(all.begin(), all.end() - 1, [](const ShareTransfer& one) { return !one.runs(); });
    if (old != all.end() - 1)
        all.erase(old);
}

}  // namespace sesame::app
