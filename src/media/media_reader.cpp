// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/media/media_reader.h"

#include "media/media_answer.h"
#include "media/reader_child.h"

#include <QPointer>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace sesame::media {
namespace {

constexpr std::chrono::seconds kPatience{15};

Result<Bytes> askReader(const std::string& path, const std::vector<std::string>& arguments,
                        const std::stop_token& stop) {
    SESAME_TRY_ASSIGN(const Descriptor file, openRegular(path));
    SESAME_TRY_ASSIGN(ReaderChild child, ReaderChild::start(file, arguments));
    return child.readAll(kMostAnswer, std::chrono::steady_clock::now() + kPatience, stop);
}

}  // namespace

// One thread, which also lives as long as each of its children.
class MediaReader::Worker {
  public:
    using Task = std::function<void(const std::stop_token&)>;

    Worker() : thread_([this](const std::stop_token& stop) { work(stop); }) {}

    void add(Task task) {
        {
            const std::lock_guard lock(mutex_);
            tasks_.push_back(std::move(task));
        }
        changed_.notify_one();
    }

  private:
    void work(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        while (changed_.wait(lock, stop, [this] { return !tasks_.empty(); })) {
            const Task task = std::move(tasks_.front());
            tasks_.pop_front();
            lock.unlock();
            task(stop);
            lock.lock();
        }
    }

    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<Task> tasks_;
    std::jthread thread_;
};

MediaReader::MediaReader(QObject* parent) : QObject(parent), worker_(std::make_unique<Worker>()) {
}

MediaReader::~MediaReader() = default;

template <typename Answer>
void MediaReader::ask(const QString& path, std::vector<std::string> arguments, QObject* context,
                      std::function<Result<Answer>(ByteView)> read,
                      std::function<void(Result<Answer>)> then) {
    worker_->add([this, path = path.toStdString(), arguments = std::move(arguments),
                  context = QPointer<QObject>(context), read = std::move(read),
                  then = std::move(then)](const std::stop_token& stop) {
        const auto bytes = askReader(path, arguments, stop);
        auto answer = bytes ? read(*bytes) : Result<Answer>(bytes.error());
        QMetaObject::invokeMethod(
            this,
            [context, then, answer = std::move(answer)] {
                if (context)
                    then(answer);
            },
            Qt::QueuedConnection);
    });
}

void MediaReader::look(const QString& path, int width, int height, QObject* context,
                       const std::function<void(Result<Preview>)>& then) {
    SESAME_ASSERT(width > 0 && height > 0 && width <= kMostPreviewSide && height <= kMostPreviewSide);
    ask<Preview>(
        path, {"look", std::to_string(width), std::to_string(height)}, context,
        [width, height](ByteView bytes) { return previewOf(bytes, width, height); }, then);
}

void MediaReader::print(const QString& path, QObject* context,
                        const std::function<void(Result<trigger::MediaPrint>)>& then) {
    ask<trigger::MediaPrint>(
        path,
        {"print", std::to_string(trigger::kPictureSide), std::to_string(trigger::kFrameSide),
         std::to_string(trigger::kFrameStepMs), std::to_string(trigger::kMostFrames)},
        context, [](ByteView bytes) { return printOf(bytes); }, then);
}

}  // namespace sesame::media
