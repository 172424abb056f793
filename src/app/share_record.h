// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/client/shares.h"

#include <QObject>
#include <deque>
#include <map>

namespace sesame::app {

/// One transfer of a share, as a row shows it.
struct ShareTransfer {
    share::TransferNumber number = 0;
    QString name;    ///< as it may be shown
    bool in = true;  ///< towards this computer
    share::Progress progress;
    double bytesPerSecond = 0;
    std::optional<share::Ending> ended;
    bool over = false;  ///< the share ended before it did
    // Of what is taken to this computer.
    std::string path;  ///< below what is shared; raw
    bool isFolder = false;
    QString folder;  ///< where it goes
    QString latest;  ///< the file that arrived last

    bool runs() const { return !ended && !over; }
};

/// A file that moved in a share of this computer.
struct MovedNote {
    client::MovedFile file;
    QDateTime when;
};

/// What moves and has moved in each share while this program runs, whatever windows come and go. For each
/// share only the latest: kMostTransfers that are over, and kMostFiles.
class ShareRecord : public QObject {
    Q_OBJECT

  public:
    static constexpr std::size_t kMostTransfers = 200;
    static constexpr std::size_t kMostFiles = 1000;

    ShareRecord(client::Shares& shares, const Clock& clock, QObject* parent = nullptr);

    /// The oldest first.
    const std::deque<ShareTransfer>& transfers(const client::ShareId& id) const;
    const ShareTransfer* transfer(const client::ShareId& id, share::TransferNumber number) const;
    int running(const client::ShareId& id) const;
    /// The oldest first.
    const std::deque<MovedNote>& files(const client::ShareId& id) const;

    /// A transfer that was begun here.
    void add(const client::ShareId& id, ShareTransfer transfer);
    /// No window shows this share any more, and it is over.
    void forget(const client::ShareId& id);

  Q_SIGNALS:
    void transferChanged(const sesame::client::ShareId& id, sesame::share::TransferNumber number);
    void filesAdded(const sesame::client::ShareId& id, int count);

  private:
    struct Share {
        std::deque<ShareTransfer> transfers;
        std::deque<MovedNote> files;
        struct Pace {
            std::int64_t atMs = 0;
            std::uint64_t bytes = 0;
        };
        std::map<share::TransferNumber, Pace> paces;
    };
    ShareTransfer& at(const client::ShareId& id, share::TransferNumber number);
    void progressed(const client::ShareId& id, const share::Progress& progress);
    void ended(const client::ShareId& id, share::TransferNumber number, share::Ending why);
    void moved(const client::ShareId& id, const std::vector<client::MovedFile>& files);
    void kept(const client::ShareId& id, share::TransferNumber number, const QString& latest);
    void shareOver(const client::ShareId& id);
    void prune(Share& share);

    client::Shares& shares_;
    const Clock& clock_;
    std::map<client::ShareId, Share> all_;
};

}  // namespace sesame::app
