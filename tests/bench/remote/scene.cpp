// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happens on the host's screen, by the clock and the same every time. For each frame a line "NUMBER
// NANOSECONDS" on standard output, timed just before it is sent to the X server. Ends when the time is over
// or standard input ends.
//
//     remote-bench-scene DISPLAY calibrate|idle|change|echo|scroll|drag|film|film+echo SECONDS

#include "canvas.h"
#include "clock.h"
#include "marker.h"
#include "pictures.h"

#include <poll.h>
#include <unistd.h>

#include <QGuiApplication>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

namespace sesame::bench {
namespace {

using namespace marker;

class Scene {
  public:
    explicit Scene(Canvas& on) : canvas(on) {}
    virtual ~Scene() = default;
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;
    /// Until the next step; negative: there is none.
    virtual std::int64_t pauseNs() { return -1; }
    /// True when it is a frame that counts.
    virtual bool step() { return false; }
    /// A key or button was pressed. True when it is a frame that counts.
    virtual bool pressed(int key) {
        static_cast<void>(key);
        return false;
    }
    virtual void mark(Kind kind, unsigned frame) {
        for (const Point& at : places(kind, frame))
            canvas.mark(canvas.window(), at.x, at.y, static_cast<std::uint8_t>(frame));
    }

  protected:
    Canvas& canvas;
};

/// A small thing changes now and then.
class Change final : public Scene {
  public:
    using Scene::Scene;
    std::int64_t pauseNs() override { return 60'000'000LL + dice_.below(80) * 1'000'000LL; }
    bool step() override {
        canvas.fill(kChanged.x, kChanged.y, 48, 32, dice_.below(0x1000000));
        return true;
    }

  private:
    Dice dice_;
};

/// An editor: each key writes a letter, a click lights a button up.
class Echo : public Scene {
  public:
    explicit Echo(Canvas& on) : Scene(on) {
        for (char32_t letterOf = 'a'; letterOf <= 'z'; ++letterOf)
            letters_[letterOf - 'a'] = canvas.upload(letter(letterOf, kWidth, kHeight));
        canvas.fill(kEditor.x, kEditor.y, kColumns * kWidth, kRows * kHeight, 0xFFFFFF);
    }
    bool pressed(int key) override {
        if (key == 0) {
            lit_ = !lit_;
            canvas.fill(kEditor.x, kEditor.y - 50, 120, 36, lit_ ? 0x66BB66 : 0xDDDDDD);
            return true;
        }
        const int column = written_ % kColumns;
        const int row = written_ / kColumns % kRows;
        canvas.copy(letters_[key % 26], 0, 0, kEditor.x + column * kWidth, kEditor.y + row * kHeight, kWidth,
                    kHeight);
        ++written_;
        return true;
    }

  private:
    static constexpr int kWidth = 10;
    static constexpr int kHeight = 20;
    static constexpr int kColumns = 40;
    static constexpr int kRows = 10;
    xcb_pixmap_t letters_[26] = {};
    int written_ = 0;
    bool lit_ = false;
};

class Scroll final : public Scene {
  public:
    explicit Scroll(Canvas& on) : Scene(on), page_(canvas.upload(textPage(kPageWidth, kLength))) {}
    std::int64_t pauseNs() override { return 1'000'000'000LL / 30; }
    bool step() override {
        canvas.copy(page_, 0, at_, kPage.x, kPage.y, kPageWidth, kPageHeight);
        at_ = (at_ + kStep) % (kLength - kPageHeight);
        return true;
    }

  private:
    static constexpr int kLength = 6000;
    static constexpr int kStep = 40;
    xcb_pixmap_t page_;
    int at_ = 0;
};

class Drag final : public Scene {
  public:
    explicit Drag(Canvas& on)
        : Scene(on),
          page_(canvas.child(canvas.upload(textPage(kPageWidth, kPageHeight)), kPage.x, kPage.y, kPageWidth,
                             kPageHeight)),
          dragged_(canvas.child(canvas.upload(windowPicture(kDraggedWidth, kDraggedHeight)), dragged(0).x,
                                dragged(0).y, kDraggedWidth, kDraggedHeight)) {}
    std::int64_t pauseNs() override { return 1'000'000'000LL / 60; }
    bool step() override {
        const Point at = dragged(++number_);
        canvas.move(dragged_, at.x, at.y);
        return true;
    }
    void mark(Kind kind, unsigned frame) override {
        const Point corner = dragged(frame);
        for (const Point& at : places(kind, frame))
            canvas.mark(dragged_, at.x - corner.x, at.y - corner.y, static_cast<std::uint8_t>(frame));
    }

  private:
    const xcb_window_t page_;
    const xcb_window_t dragged_;
    unsigned number_ = 0;
};

class Film final : public Echo {
  public:
    Film(Canvas& on, bool counts) : Echo(on), counts_(counts) {
        for (int i = 0; i < kFrames; ++i)
            frames_[i] = canvas.upload(filmFrame(kFilmWidth, kFilmHeight, i));
    }
    std::int64_t pauseNs() override { return 1'000'000'000LL / 30; }
    bool step() override {
        canvas.copy(frames_[number_++ % kFrames], 0, 0, kFilm.x, kFilm.y, kFilmWidth, kFilmHeight);
        return counts_;
    }
    bool pressed(int key) override { return !counts_ && Echo::pressed(key); }

  private:
    static constexpr int kFrames = 60;
    const bool counts_;
    xcb_pixmap_t frames_[kFrames] = {};
    int number_ = 0;
};

std::unique_ptr<Scene> make(const std::string& name, Canvas& canvas) {
    if (name == "change")
        return std::make_unique<Change>(canvas);
    if (name == "echo")
        return std::make_unique<Echo>(canvas);
    if (name == "scroll")
        return std::make_unique<Scroll>(canvas);
    if (name == "drag")
        return std::make_unique<Drag>(canvas);
    if (name == "film" || name == "film+echo")
        return std::make_unique<Film>(canvas, name == "film");
    return std::make_unique<Scene>(canvas);
}

/// False: there is no more.
bool takeLine() {
    char c = 0;
    while (::read(STDIN_FILENO, &c, 1) == 1) {
        if (c == '\n')
            return true;
    }
    return false;
}

void say(const char* word) {
    std::puts(word);
    std::fflush(stdout);
}

/// Runs a scene by the clock.
class Stage {
  public:
    Stage(Canvas& canvas, Scene& scene, Kind kind) : canvas_(canvas), scene_(scene), kind_(kind) {}

    void run(std::int64_t durationNs) {
        const std::int64_t end = nowNs() + durationNs;
        std::int64_t next = nowNs();
        const bool steps = plan(next);
        while (nowNs() < end) {
            if (steps && nowNs() >= next) {
                const bool counts = scene_.step();
                if (counts)
                    mark();
                canvas_.flush();
                plan(next);
            }
            if (!wait(steps ? std::min(next, end) : end))
                return;
            takeEvents();
        }
    }

  private:
    bool plan(std::int64_t& next) {
        const std::int64_t pause = scene_.pauseNs();
        next += pause;
        return pause >= 0;
    }
    void mark() {
        scene_.mark(kind_, ++frame_);
        std::printf("%u %lld\n", frame_, static_cast<long long>(nowNs()));
    }
    bool wait(std::int64_t until) {
        const std::int64_t left = std::max<std::int64_t>(0, until - nowNs());
        const timespec time{left / 1'000'000'000, left % 1'000'000'000};
        pollfd both[] = {{xcb_get_file_descriptor(canvas_.connection()), POLLIN, 0},
                         {STDIN_FILENO, POLLIN, 0}};
        ppoll(both, 2, &time, nullptr);
        return both[1].revents == 0;
    }
    void takeEvents() {
        while (xcb_generic_event_t* event = xcb_poll_for_event(canvas_.connection())) {
            const int type = event->response_type & 0x7F;
            if (type == XCB_KEY_PRESS || type == XCB_BUTTON_PRESS) {
                const auto detail = reinterpret_cast<xcb_key_press_event_t*>(event)->detail;
                if (scene_.pressed(type == XCB_KEY_PRESS ? detail : 0))
                    mark();
                canvas_.flush();
            }
            std::free(event);
        }
    }

    Canvas& canvas_;
    Scene& scene_;
    const Kind kind_;
    unsigned frame_ = 0;
};

}  // namespace
}  // namespace sesame::bench

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fprintf(stderr, "usage: remote-bench-scene DISPLAY SCENE SECONDS\n");
        return 2;
    }
    using namespace sesame::bench;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    Canvas canvas(argv[1]);
    const std::string name = argv[2];
    const auto scene = make(name, canvas);
    const marker::Kind kind = marker::kindOf(name);
    scene->mark(kind, kind == marker::Kind::Calibrate ? marker::kCalibration : 0);
    canvas.settle();
    say("ready");
    if (!takeLine())
        return 0;
    Stage(canvas, *scene, kind).run(static_cast<std::int64_t>(std::atof(argv[3]) * 1e9));
    say("done");
    while (takeLine())
        continue;
    return 0;
}
