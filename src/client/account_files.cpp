// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/account_files.h"

#include "client/file_download.h"
#include "client/file_upload.h"
#include "client/message_row.h"
#include "client/parcel_drop.h"
#include "client/qt_text.h"

#include "sesame/places/honest_text.h"
#include "sesame/share/sent_file.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace sesame::client {
namespace {

using Answer = FileAnswerContent::Answer;

constexpr int kFileLookMs = 500;
constexpr int kLongestPause = 60;  // looks
/// A transfer that does not move lets others have its turn after this many looks.
constexpr int kTurn = 20;

bool isUnderWay(const store::FileRecord& file) {
    return file.state == FileState::Offered || file.state == FileState::Moving ||
           file.state == FileState::Waiting;
}

QString nameOfFile(const std::string& path) {
    return QFileInfo(toQt(path)).fileName();
}

}  // namespace

AccountFiles::AccountFiles(const Environment& environment, AccountKeeper& account, ContactBook& contacts,
                           Ledger& ledger, Conversation& conversation, Outbox& outbox, Events& events)
    : environment_(environment),
      account_(account),
      contacts_(contacts),
      ledger_(ledger),
      conversation_(conversation),
      outbox_(outbox),
      events_(events),
      feed_(std::make_shared<Feed<AccountFiles>>(*this)) {
    connect(&look_, &QTimer::timeout, this, &AccountFiles::look);
    connect(&events, &Events::contactChanged, this, &AccountFiles::contactChanged);
    look_.setInterval(kFileLookMs);
    worker_.setObjectName(QStringLiteral("files"));
    worker_.start();
}

AccountFiles::~AccountFiles() {
    shutDown();
}

void AccountFiles::shutDown() {
    feed_->cut();
    look_.stop();
    for (auto& [id, transfer] : transfers_)
        release(std::exchange(transfer.line, nullptr));
    worker_.quit();
    worker_.wait();
}

Status AccountFiles::load() {
    SESAME_TRY_ASSIGN(const auto files, ledger_.store().filesUnderWay());
    for (const auto& file : files)
        if (file.state == FileState::Moving)
            transfers_[file.id];
    return {};
}

void AccountFiles::online(std::uint64_t parcelBytes) {
    refusedByHub_ = parcelBytes == 0;
    online_ = true;
    for (auto& [id, transfer] : transfers_) {
        transfer.pause = 0;
        transfer.tries = 0;
    }
    pump();
}

void AccountFiles::offline() {
    online_ = false;
}

// Going out.
Result<MessageId> AccountFiles::send(ContactId to, const QString& path) {
    SESAME_TRY_ASSIGN(const MessageId id, sendBeside(to, path));
    if (sent_)
        sent_(to, id, path);
    return id;
}

Result<MessageId> AccountFiles::sendBeside(ContactId to, const QString& path) {
    const std::string absolute = toStd(QFileInfo(path).absoluteFilePath());
    SESAME_TRY_ASSIGN(const auto state, share::stateOfFile(QDir::cleanPath(toQt(absolute)).toStdString()));
    return offer(to, absolute, toStd(nameOfFile(absolute)), state);
}

Result<MessageId> AccountFiles::offer(ContactId to, const std::string& path, const std::string& name,
                                      const share::FileState& state) {
    SESAME_TRY_ASSIGN(const auto contact, contacts_.get(to));
    if (contact.state != ContactState::Accepted)
        return Error{ErrorCode::Refused, "not an accepted contact"};
    if (online_ && refusedByHub_)
        return Error{ErrorCode::Unavailable, "the hub keeps no files"};
    store::FileRecord file;
    file.id = environment_.random.messageId();
    file.contact = to;
    file.direction = Direction::Outgoing;
    file.state = FileState::Moving;
    file.parcel = ParcelId{environment_.random.bytes<16>()};
    file.key = environment_.random.bytes<32>();
    file.name = name;
    file.size = state.size;
    file.version = state.version;
    file.path = path;
    const std::int64_t now = environment_.clock.wallMs();
    file.expiresMs = now + kKeptMs;
    const Content content{file.id, now,
                          FileOfferContent{file.parcel, file.key, file.name, file.size, file.expiresMs}};
    const Status done = ledger_.transact([&]() -> Status {
        SESAME_TRY(ledger_.store().addFile(file));
        SESAME_TRY(conversation_.add(messageRow(content, to, Direction::Outgoing, MessageKind::File, name)));
        return outbox_.post(contact, content);
    });
    if (!done)
        return done.error();
    want(file.id);
    return file.id;
}

// Coming in.
Status AccountFiles::received(const store::ContactRecord& from, const Content& content,
                              const FileOfferContent& offer) {
    store::FileRecord file;
    file.id = content.id;
    file.contact = from.id;
    file.direction = Direction::Incoming;
    file.state = FileState::Offered;
    file.parcel = offer.parcel;
    file.key = offer.key;
    file.name = offer.name;
    file.size = offer.size;
    file.expiresMs = std::min(offer.expiresMs, environment_.clock.wallMs() + kKeptMs);
    // An id that names another file already is nobody's honest doing.
    SESAME_TRY(ledger_.store().addFile(file));
    SESAME_TRY(
        conversation_.add(messageRow(content, from.id, Direction::Incoming, MessageKind::File, offer.name)));
    return {};
}

Status AccountFiles::received(const store::ContactRecord& from, const FileAnswerContent& answer) {
    SESAME_TRY_ASSIGN(const auto found, ledger_.store().file(answer.file));
    if (!found || found->contact != from.id)
        return {};
    const bool mine = found->direction == Direction::Outgoing;
    // They would wait for ever.
    if (mine && found->state == FileState::Failed && answer.answer == Answer::Wanted)
        return tell(*found, Answer::Gone);
    // One that failed here may be tried again, unless the sender takes it back meanwhile.
    if (!isUnderWay(*found) && (mine || found->state != FileState::Failed))
        return {};
    const auto settle = [&](FileState state, const std::string& reason = {}) {
        ledger_.afterCommit([this, file = *found] {
            stop(file.id);
            if (file.direction == Direction::Incoming && !file.path.empty())
                share::ArrivingFile::drop(file.path, file.parcel);
            dropAtHub(file);
        });
        return move(*found, state, reason);
    };
    switch (answer.answer) {
        case Answer::Wanted:
            if (!mine)
                return {};
            ledger_.afterCommit([this, id = found->id] { want(id); });
            return found->state == FileState::Waiting ? move(*found, FileState::Moving) : Status();
        case Answer::Saved:
            return mine ? settle(FileState::Done) : Status();
        case Answer::Declined:
            return mine ? settle(FileState::Declined) : Status();
        case Answer::Withdrawn:
            return mine ? Status() : settle(FileState::Cancelled);
        case Answer::Gone:
            return mine ? Status() : settle(FileState::Cancelled, file_failure::kGone);
    }
    return {};
}

Status AccountFiles::accept(const MessageId& id, const QString& folder) {
    SESAME_TRY_ASSIGN(auto file, fileOf(id, Direction::Incoming));
    if (file.state != FileState::Offered && file.state != FileState::Failed)
        return Error{ErrorCode::Refused, "it does not wait for an answer"};
    SESAME_TRY_ASSIGN(const auto contact, contacts_.get(file.contact));
    if (!ContactBook::mayAsk(contact))
        return Error{ErrorCode::Refused, "not a contact whose files are taken"};
    if (file.expiresMs <= environment_.clock.wallMs())
        return Error{ErrorCode::Expired, "it is not kept any more"};
    const std::string before = std::exchange(file.path, toStd(QFileInfo(folder).canonicalFilePath()));
    if (file.path.empty())
        return Error{ErrorCode::NotFound, "there is no such folder"};
    const Status done = ledger_.transact([&]() -> Status {
        SESAME_TRY(move(file, FileState::Moving));
        return tell(file, Answer::Wanted);
    });
    if (!done)
        return done.error();
    if (!before.empty() && before != file.path)
        share::ArrivingFile::drop(before, file.parcel);
    want(id);
    transfers_[id].asked = true;
    return {};
}

Status AccountFiles::decline(const MessageId& id) {
    SESAME_TRY_ASSIGN(const auto file, fileOf(id, Direction::Incoming));
    if (file.state != FileState::Offered && file.state != FileState::Moving &&
        file.state != FileState::Failed)
        return Error{ErrorCode::Refused, "it does not wait for an answer"};
    const Status done = ledger_.transact([&]() -> Status {
        SESAME_TRY(move(file, FileState::Declined));
        return tell(file, Answer::Declined);
    });
    if (!done)
        return done.error();
    stop(id);
    if (!file.path.empty())
        share::ArrivingFile::drop(file.path, file.parcel);
    dropAtHub(file);
    return {};
}

Status AccountFiles::cancel(const MessageId& id) {
    SESAME_TRY_ASSIGN(const auto found, ledger_.store().file(id));
    if (!found)
        return Error{ErrorCode::NotFound, "no such file"};
    const store::FileRecord& file = *found;
    if (!isUnderWay(file) || (file.direction == Direction::Incoming && file.state != FileState::Moving))
        return Error{ErrorCode::Refused, "it is not under way"};
    if (file.direction == Direction::Incoming) {
        SESAME_TRY(ledger_.transact([&] { return move(file, FileState::Offered); }));
        stop(id);
        share::ArrivingFile::drop(file.path, file.parcel);
        return {};
    }
    const Status done = ledger_.transact([&]() -> Status {
        SESAME_TRY(move(file, FileState::Cancelled));
        return tell(file, Answer::Withdrawn);
    });
    if (!done)
        return done.error();
    stop(id);
    dropAtHub(file);
    return {};
}

Status AccountFiles::retry(const MessageId& id) {
    SESAME_TRY_ASSIGN(const auto found, ledger_.store().file(id));
    if (!found)
        return Error{ErrorCode::NotFound, "no such file"};
    if (found->state != FileState::Failed)
        return Error{ErrorCode::Refused, "it has not failed"};
    if (found->direction == Direction::Incoming)
        return accept(id, toQt(found->path));
    SESAME_TRY_ASSIGN(const auto state, share::stateOfFile(found->path));
    SESAME_TRY(offer(found->contact, found->path, found->name, state));
    return {};
}

Result<store::FileRecord> AccountFiles::fileOf(const MessageId& id, Direction direction) {
    SESAME_TRY_ASSIGN(auto found, ledger_.store().file(id));
    if (!found || found->direction != direction)
        return Error{ErrorCode::NotFound, "no such file"};
    return *std::move(found);
}

Status AccountFiles::move(store::FileRecord file, FileState state, const std::string& reason) {
    file.state = state;
    file.reason = reason;
    SESAME_TRY(ledger_.store().updateFile(file));
    conversation_.announceChange(file.id);
    // The list of people has the latest words too.
    ledger_.afterCommit([this, contact = file.contact] { Q_EMIT events_.contactChanged(contact); });
    return {};
}

Status AccountFiles::tell(const store::FileRecord& file, Answer answer) {
    SESAME_TRY_ASSIGN(const auto contact, contacts_.get(file.contact));
    if (contact.state != ContactState::Accepted)
        return {};
    return outbox_.post(contact, {environment_.random.messageId(), environment_.clock.wallMs(),
                                  FileAnswerContent{file.id, answer}});
}

std::optional<Content> AccountFiles::again(const store::MessageRecord& row) {
    const auto file = ledger_.store().file(row.id);
    if (!file || !*file || (*file)->direction != Direction::Outgoing || !isUnderWay(**file))
        return std::nullopt;
    return Content{
        row.id, row.sentMs,
        FileOfferContent{(*file)->parcel, (*file)->key, (*file)->name, (*file)->size, (*file)->expiresMs}};
}

void AccountFiles::expire() {
    const auto files = ledger_.store().filesUnderWay();
    if (!files)
        return;
    for (const auto& file : *files) {
        if (file.expiresMs > environment_.clock.wallMs())
            continue;
        if (!ledger_.transact([&] { return move(file, FileState::Expired); }))
            return;
        stop(file.id);
        if (file.direction == Direction::Incoming && !file.path.empty())
            share::ArrivingFile::drop(file.path, file.parcel);
        dropAtHub(file);
    }
}

// The transfers.
ParcelEnds AccountFiles::ends(const std::string& peer) const {
    return {account_.hub(), toStd(account_.handle()), peer, account_.identity().seed().clone()};
}

share::ParcelTerms AccountFiles::terms(const store::FileRecord& file) const {
    return {file.parcel, crypto::Key(file.key), file.size};
}

void AccountFiles::want(const MessageId& id) {
    Transfer& transfer = transfers_[id];
    transfer.tries = 0;
    transfer.pause = 0;
    pump();
}

void AccountFiles::look() {
    for (auto& [id, transfer] : transfers_) {
        transfer.pause = std::max(0, transfer.pause - 1);
        ++transfer.still;
    }
    pump();
}

void AccountFiles::pump() {
    if (transfers_.empty())
        return look_.stop();
    if (!look_.isActive())
        look_.start();
    if (!online_ || refusedByHub_)
        return;
    yieldTurns();
    auto running = static_cast<std::size_t>(std::count_if(
        transfers_.begin(), transfers_.end(), [](const auto& one) { return one.second.line != nullptr; }));
    std::vector<std::pair<int, MessageId>> due;
    for (const auto& [id, transfer] : transfers_)
        if (!transfer.line && transfer.pause == 0)
            due.emplace_back(-transfer.still, id);
    std::sort(due.begin(), due.end());  // whoever has waited longest first
    for (const auto& [still, id] : due) {
        if (running >= kMostTransfers)
            return;
        start(id, transfers_.at(id));
        ++running;
    }
}

void AccountFiles::yieldTurns() {
    if (transfers_.size() <= kMostTransfers)
        return;
    for (auto& [id, transfer] : transfers_) {
        if (!transfer.line || transfer.still < kTurn)
            continue;
        release(std::exchange(transfer.line, nullptr));
        transfer.number = 0;
        transfer.still = 0;
    }
}

void AccountFiles::start(const MessageId& id, Transfer& transfer) {
    const auto file = ledger_.store().file(id);
    if (!file || !*file)
        return;
    const auto contact = contacts_.get((*file)->contact);
    const bool outgoing = (*file)->direction == Direction::Outgoing;
    if (!contact || !ContactBook::mayAsk(*contact)) {
        // What waits for a word about a key goes on after it.
        transfer.pause = kLongestPause;
        return;
    }
    transfer.number = ++lastNumber_;
    transfer.still = 0;
    if (outgoing)
        transfer.line = new FileUpload(ends(contact->handle), terms(**file), (*file)->path,
                                       {(*file)->size, (*file)->version}, environment_.random);
    else
        transfer.line = new FileDownload(ends(contact->handle), terms(**file),
                                         {(*file)->path, (*file)->name, "sesame:" + contact->handle});
    run(
        transfer.line,
        [feed = feed_, id, number = transfer.number](FileProgress progress) {
            feed->post([id, number, progress](AccountFiles& files) { files.moved(id, number, progress); });
        },
        [feed = feed_, id, number = transfer.number](FileEnd why, const std::string& path) {
            feed->post([id, number, why, path](AccountFiles& files) { files.ended(id, number, why, path); });
        });
}

void AccountFiles::run(ParcelConnection* line, std::function<void(FileProgress)> moved,
                       std::function<void(FileEnd, const std::string&)> ended) {
    line->moved = std::move(moved);
    line->ended = std::move(ended);
    line->moveToThread(&worker_);
    connect(&worker_, &QThread::finished, line, &QObject::deleteLater);
    QMetaObject::invokeMethod(
        line, [line] { line->begin(); }, Qt::QueuedConnection);
}

void AccountFiles::release(ParcelConnection* line) {
    if (line)
        line->deleteLater();
}

void AccountFiles::stop(const MessageId& id) {
    const auto found = transfers_.find(id);
    if (found == transfers_.end())
        return;
    release(found->second.line);
    transfers_.erase(found);
}

// Best effort: what the hub does not hear of it forgets by itself later.
void AccountFiles::dropAtHub(const store::FileRecord& file) {
    const auto contact = contacts_.get(file.contact);
    if (!contact || !online_ || refusedByHub_)
        return;
    const bool outgoing = file.direction == Direction::Outgoing;
    auto* line = new ParcelDrop(ends(contact->handle), terms(file),
                                outgoing ? wire::pb::OpenParcel::SENDS : wire::pb::OpenParcel::FETCHES);
    run(
        line, [](FileProgress) {}, [line](FileEnd, const std::string&) { line->deleteLater(); });
}

void AccountFiles::moved(const MessageId& id, std::uint64_t number, FileProgress progress) {
    const auto found = transfers_.find(id);
    if (found == transfers_.end() || found->second.number != number)
        return;
    Transfer& transfer = found->second;
    if (progress.done != transfer.progress.done) {
        transfer.still = 0;
        transfer.tries = 0;
    }
    transfer.progress = progress;
    const auto file = ledger_.store().file(id);
    if (!file || !*file)
        return;
    if ((*file)->direction == Direction::Incoming && progress.wait == FileProgress::Wait::Peer &&
        !std::exchange(transfer.asked, true))
        static_cast<void>(ledger_.transact([&] { return tell(**file, Answer::Wanted); }));
    if (const auto row = ledger_.store().message((*file)->contact, (*file)->direction, id); row && *row)
        Q_EMIT progressed(conversation_.view(**row));
}

void AccountFiles::ended(const MessageId& id, std::uint64_t number, FileEnd why, const std::string& path) {
    const auto found = transfers_.find(id);
    if (found == transfers_.end() || found->second.number != number)
        return;
    release(std::exchange(found->second.line, nullptr));
    auto file = ledger_.store().file(id);
    if (!file || !*file)
        return;
    store::FileRecord record = **file;
    const auto fail = [&](const char* reason) {
        const bool mine = record.direction == Direction::Outgoing;
        stop(id);
        static_cast<void>(ledger_.transact([&]() -> Status {
            SESAME_TRY(move(record, FileState::Failed, reason));
            return mine ? tell(record, Answer::Gone) : Status();
        }));
        // What is sent once more is another parcel.
        if (mine)
            dropAtHub(record);
    };
    switch (why) {
        case FileEnd::Lost:
        case FileEnd::HubFull:
        case FileEnd::Dropped:
            return again(found->second, why);
        case FileEnd::Stored:
            stop(id);
            static_cast<void>(ledger_.transact([&] { return move(record, FileState::Waiting); }));
            return;
        case FileEnd::Saved:
            stop(id);
            record.path = path;
            static_cast<void>(ledger_.transact([&]() -> Status {
                SESAME_TRY(move(record, FileState::Done));
                return tell(record, Answer::Saved);
            }));
            return dropAtHub(record);
        case FileEnd::Gone:
            return fail(file_failure::kGone);
        case FileEnd::Blocked:
            return fail(file_failure::kBlocked);
        case FileEnd::DiskFull:
            return fail(file_failure::kDiskFull);
        case FileEnd::DiskFails:
            return fail(file_failure::kDiskFails);
        case FileEnd::Tampered:
            return fail(file_failure::kTampered);
    }
}

void AccountFiles::again(Transfer& transfer, FileEnd why) {
    transfer.pause =
        why == FileEnd::HubFull ? kLongestPause : std::min(1 << std::min(transfer.tries++, 6), kLongestPause);
}

// Their coming back is the moment to go on.
void AccountFiles::contactChanged(ContactId id) {
    const auto contact = contacts_.get(id);
    const bool here = contact && contacts_.view(*contact).online;
    if (!here) {
        there_.erase(id);
        return;
    }
    if (!there_.insert(id).second)
        return;
    for (auto& [file, transfer] : transfers_)
        transfer.pause = 0;
    pump();
}

std::optional<FileView> AccountFiles::view(const MessageId& id, const QString& peer) {
    const auto file = ledger_.store().file(id);
    if (!file || !*file)
        return std::nullopt;
    const store::FileRecord& record = **file;
    FileView out;
    out.name = toQt(places::shownText(record.name));
    out.size = record.size;
    out.state = record.state;
    if (record.state == FileState::Done || record.direction == Direction::Outgoing)
        out.path = toQt(record.path);
    if (record.state == FileState::Done || record.state == FileState::Waiting)
        out.done = record.size;
    FileProgress::Wait wait = FileProgress::Wait::None;
    if (const auto found = transfers_.find(id); found != transfers_.end()) {
        out.done = found->second.progress.done;
        wait = found->second.progress.wait;
    }
    out.words = wording::file(record, wait, online_, peer);
    return out;
}

}  // namespace sesame::client
