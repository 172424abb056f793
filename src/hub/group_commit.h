// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/mail_tables.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace sesame::hub {

/// The one thread that touches the tables. Whatever was handed in while the last transaction went to disk
/// shares the next one, so the cost of a sync is divided by the load. Thread-safe.
class GroupCommit {
  public:
    /// One change or question. `apply` runs once inside (a change) or after (a question) the transaction;
    /// `finish` runs once, after the commit, and tells the result.
    class Work {
      public:
        virtual ~Work() = default;
        /// False: the tables failed, and the whole transaction has to be undone.
        virtual bool apply(MailTables& tables) = 0;
        virtual void finish(const Status& commit) = 0;
    };
    using WorkPtr = std::unique_ptr<Work>;

    struct Statistics {
        std::atomic<std::uint64_t> commits{0};
        std::atomic<std::uint64_t> changes{0};
        std::atomic<std::uint64_t> failures{0};
    };

    explicit GroupCommit(MailTables tables);
    ~GroupCommit();

    void change(WorkPtr work);
    /// A change that nobody waits for: goes with the next transaction, or by itself a little later.
    void changeLater(WorkPtr work);
    void ask(WorkPtr work);
    /// Finishes everything handed in, then refuses with Cancelled. Not from a callback.
    void close();

    const Statistics& statistics() const { return statistics_; }

  private:
    struct Batch {
        std::deque<WorkPtr> changes, later, questions;
        bool empty() const { return changes.empty() && later.empty() && questions.empty(); }
    };

    void run();
    Batch waitForBatch();
    void put(std::deque<WorkPtr> Batch::*queue, WorkPtr work, bool wake);
    Status commitChanges(Batch& batch);
    Status applyAndCommit(Batch& batch);
    void process(Batch batch);
    void keepForLater(std::deque<WorkPtr> later);

    MailTables tables_;
    Statistics statistics_;
    std::mutex mutex_;
    std::condition_variable ready_;
    Batch waiting_;
    bool closed_ = false;
    /// The thread waits without an end in sight, so that anything has to wake it.
    bool asleep_ = false;
    std::once_flag joined_;
    std::thread thread_;
};

}  // namespace sesame::hub
