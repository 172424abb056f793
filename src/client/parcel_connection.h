// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/file_progress.h"
#include "hub.pb.h"

#include "sesame/client/hub_address.h"
#include "sesame/crypto/identity.h"
#include "sesame/share/parcel.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QWebSocket;
QT_END_NAMESPACE

namespace sesame::client {

/// Between whom a parcel goes, and through which hub.
struct ParcelEnds {
    HubAddress hub;
    std::string self;
    std::string peer;
    crypto::Key seed;  ///< of the own identity
};

/// Why a transfer stopped.
enum class FileEnd : std::uint8_t {
    Lost,      ///< the connection: to be tried again
    Stored,    ///< sender: all of it lies at the hub
    Saved,     ///< receiver: it is here
    Dropped,   ///< the hub has forgotten it, as was asked
    Gone,      ///< sender: the file is not there or has changed
    Blocked,   ///< the hub does not allow it
    HubFull,   ///< the disk of the hub; to be tried again
    DiskFull,  ///< ours
    DiskFails,
    Tampered,  ///< not what the sender has sealed
};

/// One connection to the hub for one parcel. Subclasses move the bytes. In the thread of its worker, which
/// has an event loop; its end is told once and is the last thing it does.
class ParcelConnection : public QObject {
  public:
    using Side = wire::pb::OpenParcel::Side;

    ParcelConnection(ParcelEnds ends, share::ParcelTerms terms, Side side);
    ~ParcelConnection() override;

    /// Both are called in the worker's thread. To be set before begin().
    std::function<void(FileProgress)> moved;
    std::function<void(FileEnd, const std::string& path)> ended;

    /// In the worker's thread.
    virtual void begin() = 0;

  protected:
    void open(std::uint64_t from);
    void send(wire::pb::ClientFrame frame);
    /// Told a few times a second at most; at once when what it waits for is another.
    void report(FileProgress progress);
    void end(FileEnd why, const std::string& path = {});
    bool isOver() const { return over_; }
    const share::ParcelTerms& terms() const { return terms_; }

    virtual void stateCame(const wire::pb::ParcelState& state) = 0;
    virtual void pieceCame(const wire::pb::ParcelPiece& piece) = 0;

  private:
    ByteArray<32> fingerprint() const;
    bool pinned() const;
    void received(const QByteArray& bytes);
    void challenged(const std::string& nonce);
    void refused(wire::pb::Refusal::Code code);
    void look();

    ParcelEnds ends_;
    share::ParcelTerms terms_;
    Side side_;
    std::uint64_t from_ = 0;
    std::unique_ptr<QWebSocket> socket_;
    QTimer look_;
    QTimer tell_;
    FileProgress latest_;
    FileProgress::Wait toldWait_ = FileProgress::Wait::None;
    int quiet_ = 0;
    bool joined_ = false;
    bool over_ = false;
};

}  // namespace sesame::client
