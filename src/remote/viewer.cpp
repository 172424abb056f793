// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/remote/viewer.h"

#include "remote/host_line.h"
#include "remote/loss_map.h"
#include "remote/picture_decoder.h"
#include "remote/update_rate.h"
#include "remote/viewer_messages.h"

#include <sys/eventfd.h>

#include <condition_variable>
#include <limits>
#include <thread>

namespace sesame::remote {
namespace {

// The host cuts it down to what it has.
constexpr int kFar = std::numeric_limits<std::uint16_t>::max();
constexpr desktop::Rect kEverything{0, 0, kFar, kFar};

class RfbViewer final : public Viewer, private PictureNews {
  public:
    explicit RfbViewer(ViewerEvents events) : events_(std::move(events)), thread_([this] { run(); }) {}
    ~RfbViewer() override { RfbViewer::stop(); }

    void attach(std::unique_ptr<stream::Stream> stream) override {
        auto line = std::make_shared<HostLine>(std::move(stream), Descriptor(::eventfd(0, EFD_CLOEXEC)));
        const std::lock_guard lock(mutex_);
        if (stopped_)
            return;
        line->send(say::greeting());
        line->send(say::request(area_, false));
        if (line_ != nullptr)
            line_->leave();
        line_ = std::move(line);
        attached_.notify_all();
    }

    void show(desktop::Rect area) override {
        const std::lock_guard lock(mutex_);
        area_ = area.width > 0 && area.height > 0 ? area : kEverything;
        sendLocked(say::request(area_, false));
    }
    void pointer(desktop::Point at, unsigned buttons) override { act(say::pointer(at, buttons)); }
    void key(desktop::KeySymbol symbol, bool down) override { act(say::key(symbol, down)); }
    void gather(bool on) override {
        const std::lock_guard lock(mutex_);
        gathering_ = on;
        if (!on && line_ != nullptr)
            line_->flush();
    }

    void read(const std::function<void(const desktop::Pixels&)>& reader) const override {
        picture_.read(reader);
    }

    ViewerFigures figures() const override {
        const std::lock_guard lock(mutex_);
        ViewerFigures out = rate_.latest(std::chrono::steady_clock::now());
        out.exact = loss_.exact();
        if (line_ != nullptr)
            out.roundTripUs = line_->flow().roundTripUs;
        return out;
    }

    void stop() override {
        {
            const std::lock_guard lock(mutex_);
            stopped_ = true;
            if (line_ != nullptr)
                line_->leave();
            attached_.notify_all();
        }
        if (thread_.joinable())
            thread_.join();
        line_.reset();
    }

  private:
    void run() {
        while (const auto line = nextLine()) {
            serve(*line);
            const stream::Ending why = line->close();
            if (isOver(line))
                tell(events_.stream, false, why);
        }
    }

    std::shared_ptr<HostLine> nextLine() {
        std::unique_lock lock(mutex_);
        attached_.wait(lock, [this] { return stopped_ || line_ != nullptr; });
        return stopped_ ? nullptr : line_;
    }

    // False: another stream is there already, or nobody wants to know.
    bool isOver(const std::shared_ptr<HostLine>& line) {
        const std::lock_guard lock(mutex_);
        if (line_ != line)
            return false;
        line_.reset();
        return !stopped_;
    }

    void serve(HostLine& line) {
        greeted_ = false;
        received_ = 0;
        PictureDecoder decoder(line, picture_, *this);
        if (!decoder.begin())
            return;
        tell(events_.stream, true, stream::Ending::None);
        do
            count(line);
        while (decoder.step());
    }

    void count(const HostLine& line) {
        const std::lock_guard lock(mutex_);
        rate_.received(line.received() - std::exchange(received_, line.received()),
                       std::chrono::steady_clock::now());
    }

    void updated(const std::vector<ServerCheck::Painted>& painted) override {
        if (painted.empty())
            return;
        std::vector<desktop::Rect> areas;
        areas.reserve(painted.size());
        {
            const std::lock_guard lock(mutex_);
            for (const auto& one : painted) {
                loss_.paint(one);
                areas.push_back(one.area);
            }
            rate_.updated(std::chrono::steady_clock::now());
        }
        if (picture_.publish(areas))
            tell(events_.resized, picture_.size());
        tell(events_.changed, std::move(areas));
    }

    // The greeting came with a request of its own.
    void resized(desktop::Size size) override {
        const std::lock_guard lock(mutex_);
        loss_.resize(size);
        if (std::exchange(greeted_, true))
            sendLocked(say::request(area_, false));
    }

    void cursor(desktop::CursorShape shape) override { tell(events_.cursor, std::move(shape)); }
    void pointer(desktop::Point at) override { tell(events_.pointer, at); }

    template <typename Event, typename... What>
    static void tell(const Event& event, What... what) {
        if (event)
            event(std::move(what)...);
    }

    void act(Bytes message) {
        const std::lock_guard lock(mutex_);
        if (line_ == nullptr)
            return;
        if (line_->put(std::move(message)) >= HostLine::kAtOnce || !gathering_)
            line_->flush();
    }
    void sendLocked(Bytes message) {
        if (line_ != nullptr)
            line_->send(std::move(message));
    }

    const ViewerEvents events_;
    ShownPicture picture_;
    std::uint64_t received_ = 0;
    bool greeted_ = false;

    mutable std::mutex mutex_;
    std::condition_variable attached_;
    std::shared_ptr<HostLine> line_;
    bool stopped_ = false;
    bool gathering_ = false;
    desktop::Rect area_ = kEverything;
    mutable LossMap loss_;
    UpdateRate rate_;

    std::thread thread_;
};

}  // namespace

std::unique_ptr<Viewer> Viewer::create(ViewerEvents events) {
    return std::make_unique<RfbViewer>(std::move(events));
}

}  // namespace sesame::remote
