// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/hand_motion.h"
#include "desktop/panic_keys.h"
#include "support/wake.h"

#include "sesame/desktop/shared_desktop.h"

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <utility>

namespace sesame::test {

/// What a fake desktop was made to do, in order.
struct Injected {
    enum class Kind : std::uint8_t { Key, Pointer, ReleaseAll };
    Kind kind = Kind::Key;
    desktop::KeySymbol symbol = 0;
    bool down = false;
    desktop::Point at{};
    unsigned buttons = 0;
    bool operator==(const Injected&) const = default;

    static Injected key(desktop::KeySymbol symbol, bool down) { return {Kind::Key, symbol, down}; }
    static Injected pointer(desktop::Point at, unsigned buttons) {
        return {Kind::Pointer, 0, false, at, buttons};
    }
    static Injected releaseAll() { return {Kind::ReleaseAll}; }
};

/// A desktop's mouse and keyboard in memory: records what a session injects, and plays the person who sits
/// there. Thread-safe: the test plays while another thread polls.
class FakeHands {
  public:
    FakeHands() : state_(std::make_shared<State>()) {}

    std::vector<Injected> injected() const {
        const std::lock_guard lock(state_->mutex);
        return state_->injected;
    }
    /// Waits until that many events have come; false when they do not.
    bool waitForInjected(std::size_t count,
                         std::chrono::milliseconds patience = std::chrono::seconds(20)) const {
        std::unique_lock lock(state_->mutex);
        return state_->more.wait_for(lock, patience, [&] { return state_->injected.size() >= count; });
    }
    void forget() {
        const std::lock_guard lock(state_->mutex);
        state_->injected.clear();
    }
    /// Whether a key or button is held down by the session.
    bool holdsAnything() const {
        const std::lock_guard lock(state_->mutex);
        return !state_->held.empty() || state_->buttons != 0;
    }

    /// Where the pointer is.
    desktop::Point pointer() const {
        const std::lock_guard lock(state_->mutex);
        return state_->pointer;
    }

    /// The person at the desktop presses or releases a key, or moves the mouse: the act follows by itself.
    void press(desktop::KeySymbol symbol, bool down) {
        const std::lock_guard lock(state_->mutex);
        if (down)
            state_->tell(desktop::LocalInput::Act::Key);
        if (state_->panic.key(symbol, kindOf(symbol), down, state_->clock->bootMs()))
            state_->tell(desktop::LocalInput::Act::Panic);
    }
    void move(desktop::Point by) {
        const std::lock_guard lock(state_->mutex);
        const std::int64_t now = state_->clock->bootMs();
        state_->pointer = {state_->pointer.x + by.x, state_->pointer.y + by.y};
        if (state_->motion.moved(by, now))
            state_->tell(desktop::LocalInput::Act::Move);
        if (state_->shake.moved(by, now))
            state_->tell(desktop::LocalInput::Act::Panic);
    }
    /// The person does just this.
    void act(desktop::LocalInput::Act act) {
        const std::lock_guard lock(state_->mutex);
        state_->tell(act);
    }
    void setWantsTick(bool wants) {
        const std::lock_guard lock(state_->mutex);
        state_->wantsTick = wants;
        state_->wake.set();
    }
    void setOwnWindow(desktop::Rect area) {
        const std::lock_guard lock(state_->mutex);
        state_->ownWindow = area;
    }
    void setOwnWindowHasKeyboard(bool has) {
        const std::lock_guard lock(state_->mutex);
        state_->ownKeyboard = has;
    }
    /// The desktop goes away for good.
    void vanish() {
        const std::lock_guard lock(state_->mutex);
        state_->gone = true;
        state_->wake.set();
    }

    desktop::SharedDesktop::Hands open() const {
        static const SystemClock clock;
        return open(clock);
    }
    desktop::SharedDesktop::Hands open(const Clock& clock) const {
        const std::lock_guard lock(state_->mutex);
        state_->clock = &clock;
        return {std::make_unique<Sink>(state_), std::make_unique<Local>(state_)};
    }

  private:
    static desktop::PanicKeys::Kind kindOf(desktop::KeySymbol symbol) {
        using Kind = desktop::PanicKeys::Kind;
        switch (symbol) {
            case 0xFF1B:
                return Kind::Escape;
            case 0xFFE3:
                return Kind::Control;
            case 0xFFE9:
                return Kind::Alt;
            default:
                return Kind::Other;
        }
    }
    struct State {
        mutable std::mutex mutex;
        std::condition_variable more;
        Wake wake;
        std::vector<Injected> injected;
        std::map<desktop::KeySymbol, bool> held;
        unsigned buttons = 0;
        std::vector<desktop::LocalInput::Act> acts;
        bool wantsTick = false;
        const Clock* clock = nullptr;
        desktop::Point pointer;
        desktop::PanicKeys panic;
        desktop::HandMotion motion;
        desktop::MouseShake shake;
        desktop::Rect ownWindow;
        bool ownKeyboard = false;
        bool gone = false;

        void tell(desktop::LocalInput::Act act) {
            acts.push_back(act);
            wake.set();
        }
        Status record(Injected what) {
            if (gone)
                return Error{ErrorCode::Unavailable, "the fake desktop is gone"};
            injected.push_back(what);
            more.notify_all();
            return {};
        }
    };

    class Sink final : public desktop::InputSink {
      public:
        explicit Sink(std::shared_ptr<State> state) : state_(std::move(state)) {}
        ~Sink() override { releaseAll(); }
        Status key(desktop::KeySymbol symbol, bool down) override {
            const std::lock_guard lock(state_->mutex);
            if (down)
                state_->held[symbol] = true;
            else
                state_->held.erase(symbol);
            return state_->record(Injected::key(symbol, down));
        }
        Status pointer(desktop::Point at, unsigned buttons) override {
            const std::lock_guard lock(state_->mutex);
            state_->buttons = buttons;
            state_->pointer = at;
            return state_->record(Injected::pointer(at, buttons));
        }
        void releaseAll() override {
            const std::lock_guard lock(state_->mutex);
            state_->held.clear();
            state_->buttons = 0;
            static_cast<void>(state_->record(Injected::releaseAll()));
        }
        bool hitsOwnWindow(desktop::Point at) override {
            const std::lock_guard lock(state_->mutex);
            return state_->ownWindow.contains(at);
        }
        bool ownWindowHasKeyboard() override {
            const std::lock_guard lock(state_->mutex);
            return state_->ownKeyboard;
        }

      private:
        std::shared_ptr<State> state_;
    };

    class Local final : public desktop::LocalInput {
      public:
        explicit Local(std::shared_ptr<State> state) : state_(std::move(state)) {}
        int descriptor() const override { return state_->wake.descriptor(); }
        Result<std::vector<Act>> poll() override {
            const std::lock_guard lock(state_->mutex);
            if (state_->gone)
                return Error{ErrorCode::Unavailable, "the fake desktop is gone"};
            state_->wake.clear();
            if (state_->panic.tick(state_->clock->bootMs()))
                state_->acts.push_back(Act::Panic);
            return std::exchange(state_->acts, {});
        }
        bool wantsTick() const override {
            const std::lock_guard lock(state_->mutex);
            return state_->wantsTick || state_->panic.waits();
        }

      private:
        std::shared_ptr<State> state_;
    };

    std::shared_ptr<State> state_;
};

}  // namespace sesame::test
