// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "share/folder_scan.h"
#include "share/pace.h"
#include "share/peer_link.h"

#include "sesame/crypto/hash.h"

#include <deque>
#include <map>
#include <memory>
#include <optional>

namespace sesame::share {

/// The files of one transfer on their way out: offered as they are found, sent as they are wanted. An error
/// means that the other side broke the protocol. One thread.
class Outgoing {
  public:
    /// `path` below `source` is a file, or a folder with all that is in it. Offered paths are relative to
    /// that, with `prefix` in front. NotFound when there is nothing at `path`.
    static Result<std::unique_ptr<Outgoing>> begin(TransferNumber number,
                                                   std::shared_ptr<const SharedFolder> source,
                                                   const std::string& path, std::string prefix,
                                                   const Clock& clock, const TransferEvents& events);

    Status wanted(const pb::WantFiles& want);
    Status kept(const pb::FilesKept& kept);
    void end(Ending why);

    /// True: there is more to do at once.
    bool pump(PeerLink& link);
    bool isOver() const { return over_; }

  private:
    struct File {
        std::string path;  ///< below the source
        std::uint64_t size = 0;
        std::uint64_t version = 0;
        std::uint64_t counted = 0;  ///< of its bytes, as done
    };
    /// The one that is being sent.
    struct Leaving {
        std::uint32_t number = 0;
        OpenedFile file;
        crypto::Hasher hasher;
        std::uint64_t offset = 0;  ///< what comes before it is only hashed
        std::uint64_t read = 0;
    };

    Outgoing(TransferNumber number, std::shared_ptr<const SharedFolder> source, std::string base,
             std::string prefix, const Clock& clock, const TransferEvents& events);
    void search(PeerLink& link);
    void offer(const Entry& entry, pb::OfferFiles& offer);
    void endOffers(PeerLink& link);
    bool open(PeerLink& link);
    bool hashBefore();
    bool sendPiece(PeerLink& link);
    void fail(Ending why, PeerLink& link);
    void count(File& file, std::uint64_t bytes);
    void settle(std::uint32_t number);

    TransferNumber number_;
    std::shared_ptr<const SharedFolder> source_;
    std::string base_;
    std::string prefix_;
    const TransferEvents& events_;
    Pace pace_;
    Progress progress_;
    std::optional<FolderScan> scan_;
    std::optional<Entry> only_;  ///< when it is one file
    std::map<std::uint32_t, File> files_;
    std::uint32_t next_ = 0;
    std::deque<pb::WantedFile> wants_;
    std::optional<Leaving> leaving_;
    bool offersEnded_ = false;
    bool over_ = false;
};

}  // namespace sesame::share
