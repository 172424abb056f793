// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/parcel_files.h"

#include "sesame/base/clock.h"

#include <hub.pb.h>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

namespace sesame::hub {

/// What parcels may take.
struct ParcelLimits {
    std::uint64_t bytes = 1024UL * 1024 * 1024;     ///< of one sender's parcels, lying here
    std::int64_t keepMs = 14LL * 24 * 3600 * 1000;  ///< one that does not move is forgotten then
    std::size_t parcels = 1'000;                    ///< of one sender
    std::size_t ends = 16;                          ///< connections of one account
};

/// Sealed files on their way, each from one account to another. To a receiver who keeps pace they go straight
/// by, through memory; else what its sender has appended and its receiver has not taken yet lies here,
/// bounded for each sender. A thread of its own does everything; what others
/// call returns at once. Outlived by the ledger.
class ParcelShelf {
  public:
    /// A connection to one parcel. Called on the shelf's thread; must not block.
    class End {
      public:
        virtual ~End() = default;
        virtual void said(const wire::pb::ParcelState& state) = 0;
        virtual void given(std::uint64_t offset, ByteView piece) = 0;
        /// The bytes of one append() are no longer in memory.
        virtual void settled(std::size_t bytes) = 0;
        /// The parcel is no more.
        virtual void over() = 0;
        virtual void refused(wire::pb::Refusal::Code code) = 0;
    };
    using EndPtr = std::shared_ptr<End>;
    struct Place {
        ParcelKey key;
        AccountId recipient{};
        auto operator<=>(const Place&) const = default;
    };
    struct Statistics {
        std::atomic<std::int64_t> parcels{0};
        std::atomic<std::int64_t> bytes{0};
        std::atomic<std::uint64_t> stored{0};
        std::atomic<std::uint64_t> taken{0};
        std::atomic<std::uint64_t> expired{0};
    };

    /// Bytes given to a receiver from a file that it has not confirmed.
    static constexpr std::uint64_t kWindow = 1024UL * 1024;
    /// Bytes that may go straight by and be unconfirmed: of one parcel, somewhat more than a client sends
    /// ahead; and of all.
    static constexpr std::size_t kMostPassing = 3UL * 1024 * 1024;
    static constexpr std::size_t kMostPassingInAll = 64UL * 1024 * 1024;
    /// A receiver who has not confirmed a piece after so long does not keep pace.
    static constexpr std::int64_t kPaceMs = 1'000;
    /// So long a sender waits for a receiver who has come and finds something in files: from there on all can
    /// go straight by.
    static constexpr std::int64_t kCatchUpMs = 2'000;

    /// Blocks until it is known what lies in `folder`.
    static Result<std::unique_ptr<ParcelShelf>> open(const std::filesystem::path& folder,
                                                     ParcelLedger& ledger, ParcelLimits limits,
                                                     const Clock& clock);
    ~ParcelShelf();

    /// The sender is here. An earlier connection of theirs to it is over.
    void send(const Place& place, EndPtr end);
    /// The receiver is here, and has everything below `from` on its own disk.
    void fetch(const Place& place, std::uint64_t from, EndPtr end);
    void append(const Place& place, std::uint64_t offset, Bytes bytes, EndPtr end);
    void taken(const Place& place, std::uint64_t offset, EndPtr end);
    void drop(const Place& place, EndPtr end);
    void leave(const Place& place, EndPtr end);
    /// Finishes what was handed in. Not from an End.
    void close();

    const ParcelLimits& limits() const { return limits_; }
    const Statistics& statistics() const { return statistics_; }

  private:
    struct Parcel;
    using Job = std::function<void()>;
    static constexpr std::int64_t kPaceLookMs = 250;

    ParcelShelf(ParcelFiles files, ParcelLedger& ledger, ParcelLimits limits, const Clock& clock);
    Status load();
    std::int64_t lookMs() const;
    void run();
    void post(Job job);

    Parcel* find(const Place& place);
    Parcel& begin(const Place& place, std::uint64_t at);
    bool admit(AccountId account, const EndPtr& end);
    void dismiss(AccountId account, const End* end);
    void replace(EndPtr& current, AccountId account, const EndPtr& end);
    void startSending(const Place& place, const EndPtr& end);
    void startFetching(const Place& place, std::uint64_t from, const EndPtr& end);
    void add(const Place& place, std::uint64_t offset, Bytes bytes, const End* end);
    bool file(Parcel& parcel, std::uint64_t offset, ByteView bytes);
    bool passes(const Parcel& parcel, std::size_t bytes) const;
    void pass(Parcel& parcel, std::uint64_t offset, Bytes bytes);
    void arrived(Parcel& parcel, std::uint64_t offset);
    bool keep(Parcel& parcel);
    bool holds(const Parcel& parcel) const;
    void lookAtPace();
    void letGo(Parcel& parcel);
    void rewind(Parcel& parcel, std::uint64_t at);
    void take(Parcel& parcel, std::uint64_t offset);
    void give(Parcel& parcel);
    void tell(const Parcel& parcel, bool resume);
    void flush();
    void flushed(const ParcelKey& key, std::uint64_t epoch, std::uint64_t until, const Status& written);
    void failed(Parcel& parcel, ErrorCode code);
    void record(Parcel& parcel);
    void lighten(AccountId sender, std::uint64_t bytes);
    void forget(const ParcelKey& key);
    void expire();

    ParcelFiles files_;
    ParcelLedger& ledger_;
    const ParcelLimits limits_;
    const Clock& clock_;
    Statistics statistics_;

    // Of the shelf's thread.
    std::map<ParcelKey, std::unique_ptr<Parcel>> parcels_;
    std::map<Place, std::pair<EndPtr, std::uint64_t>> early_;
    std::map<AccountId, std::uint64_t> loads_;
    std::map<AccountId, std::size_t> counts_;
    std::map<AccountId, std::set<const End*>> ends_;
    std::set<ParcelKey> written_;
    std::set<ParcelKey> passing_;
    std::set<ParcelKey> held_;
    std::size_t passingBytes_ = 0;
    std::uint64_t lastEpoch_ = 0;
    std::int64_t lookedMs_ = 0;

    std::mutex mutex_;
    std::condition_variable ready_;
    std::vector<Job> jobs_;
    bool closed_ = false;
    std::thread thread_;
};

}  // namespace sesame::hub
