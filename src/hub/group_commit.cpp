// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/group_commit.h"

#include <algorithm>
#include <iterator>

namespace sesame::hub {
namespace {

// Nobody waits for these; this long, so that they travel with other changes, and no longer, so that a crash
// brings back few.
constexpr auto kLaterDelay = std::chrono::milliseconds(100);
constexpr std::size_t kLaterPile = 1'000;
// With a disk that refuses, the oldest are dropped beyond this: those mails are then delivered once more.
constexpr std::size_t kLaterLimit = 20'000;
constexpr std::size_t kMaxChanges = 4'096;
// Changes wait while these are answered, so that questions alone cannot keep mail from the disk.
constexpr std::size_t kMaxQuestions = 64;

/// The oldest of a queue, `most` at most.
std::deque<GroupCommit::WorkPtr> takeSome(std::deque<GroupCommit::WorkPtr>& queue, std::size_t most) {
    const auto end = queue.begin() + static_cast<std::ptrdiff_t>(std::min(most, queue.size()));
    std::deque<GroupCommit::WorkPtr> out(std::move_iterator(queue.begin()), std::move_iterator(end));
    queue.erase(queue.begin(), end);
    return out;
}

}  // namespace

GroupCommit::GroupCommit(MailTables tables) : tables_(std::move(tables)), thread_([this] { run(); }) {
}

GroupCommit::~GroupCommit() {
    close();
}

void GroupCommit::put(std::deque<WorkPtr> Batch::*queue, WorkPtr work, bool wake) {
    std::unique_lock lock(mutex_);
    if (closed_) {
        lock.unlock();
        return work->finish(Error{ErrorCode::Cancelled, "the store is closed"});
    }
    (waiting_.*queue).push_back(std::move(work));
    wake = wake || asleep_ || waiting_.later.size() >= kLaterPile;
    lock.unlock();
    if (wake)
        ready_.notify_one();
}

void GroupCommit::change(WorkPtr work) {
    put(&Batch::changes, std::move(work), true);
}

void GroupCommit::changeLater(WorkPtr work) {
    put(&Batch::later, std::move(work), false);
}

void GroupCommit::ask(WorkPtr work) {
    put(&Batch::questions, std::move(work), true);
}

void GroupCommit::close() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
    }
    ready_.notify_one();
    std::call_once(joined_, [this] { thread_.join(); });
}

GroupCommit::Batch GroupCommit::waitForBatch() {
    std::unique_lock lock(mutex_);
    const auto urgent = [this] {
        return closed_ || !waiting_.changes.empty() || !waiting_.questions.empty() ||
               waiting_.later.size() >= kLaterPile;
    };
    // Awake for a while after each batch: acknowledgements follow mail soon, and need not wake this thread
    // then.
    if (!ready_.wait_for(lock, kLaterDelay, urgent) && waiting_.later.empty()) {
        asleep_ = true;
        ready_.wait(lock, [&] { return urgent() || !waiting_.later.empty(); });
        asleep_ = false;
        ready_.wait_for(lock, kLaterDelay, urgent);
    }
    Batch batch;
    batch.later.swap(waiting_.later);
    batch.questions = takeSome(waiting_.questions, kMaxQuestions);
    batch.changes = takeSome(waiting_.changes, kMaxChanges);
    return batch;
}

void GroupCommit::run() {
    while (true) {
        Batch batch = waitForBatch();
        if (batch.empty())
            return;
        process(std::move(batch));
    }
}

void GroupCommit::process(Batch batch) {
    const Status committed = commitChanges(batch);
    for (auto& work : batch.changes)
        work->finish(committed);
    for (auto& work : batch.questions) {
        work->apply(tables_);
        work->finish({});
    }
    if (!committed)
        keepForLater(std::move(batch.later));
}

Status GroupCommit::commitChanges(Batch& batch) {
    if (batch.changes.empty() && batch.later.empty())
        return {};
    Status committed = applyAndCommit(batch);
    if (!committed) {
        tables_.rollBack();
        ++statistics_.failures;
        return committed;
    }
    ++statistics_.commits;
    statistics_.changes += batch.changes.size() + batch.later.size();
    return {};
}

Status GroupCommit::applyAndCommit(Batch& batch) {
    SESAME_TRY(tables_.begin());
    for (auto* queue : {&batch.later, &batch.changes}) {
        for (auto& work : *queue) {
            if (!work->apply(tables_))
                return Error{ErrorCode::Full, "the disk is full or fails"};
        }
    }
    return tables_.commit();
}

void GroupCommit::keepForLater(std::deque<WorkPtr> later) {
    const std::lock_guard lock(mutex_);
    if (closed_)
        return;
    std::move(waiting_.later.begin(), waiting_.later.end(), std::back_inserter(later));
    while (later.size() > kLaterLimit)
        later.pop_front();
    waiting_.later = std::move(later);
}

}  // namespace sesame::hub
