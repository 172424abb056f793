// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/damage.h"
#include "support/wake.h"

#include "sesame/desktop/screen_source.h"

#include <mutex>

namespace sesame::test {

/// A screen in memory, which the test paints and a source of its own shows. Thread-safe: the test may paint
/// while another thread looks. Sources share what it holds, so they may outlive it.
class FakeScreen {
  public:
    using Rect = desktop::Rect;
    explicit FakeScreen(desktop::Size size = {640, 480}) : state_(std::make_shared<State>()) { resize(size); }

    /// One colour, 0xRRGGBB.
    void paint(const Rect& area, std::uint32_t colour) {
        paint(area, [=](desktop::Point) { return colour; });
    }
    /// The colour of each pixel, asked for in coordinates of the screen.
    template <typename Colour, typename = std::enable_if_t<std::is_invocable_v<Colour, desktop::Point>>>
    void paint(const Rect& area, Colour colour) {
        const std::lock_guard lock(state_->mutex);
        const Rect inside = area.common(state_->whole());
        for (int y = inside.y; y < inside.bottom(); ++y)
            for (int x = inside.x; x < inside.right(); ++x)
                state_->pixels[state_->index({x, y})] = colour(desktop::Point{x, y});
        state_->changed.damage.add(inside);
        state_->wake.set();
    }
    /// The desktop says that this area changed, though no pixel did.
    void overstate(const Rect& area) {
        change([&](State& state) { state.changed.damage.add(area); });
    }
    /// Everything turns black; one monitor covers it all.
    void resize(desktop::Size size) {
        change([&](State& state) {
            state.size = size;
            state.pixels.assign(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height),
                                0);
            state.monitors = {{"fake", state.whole(), true}};
            state.changed.resized = true;
            state.changed.monitors = true;
            state.changed.damage = {};
            state.changed.damage.add(state.whole());
        });
    }
    void setMonitors(std::vector<desktop::Monitor> monitors) {
        change([&](State& state) {
            state.monitors = std::move(monitors);
            state.changed.monitors = true;
        });
    }
    void setCursor(desktop::CursorShape cursor) {
        change([&](State& state) {
            state.cursor = std::move(cursor);
            state.changed.cursor = true;
        });
    }
    void movePointer(desktop::Point at) {
        change([&](State& state) { state.changed.pointer = at; });
    }
    /// The desktop goes away for good.
    void vanish() {
        change([](State& state) { state.gone = true; });
    }

    std::uint32_t at(desktop::Point point) const {
        const std::lock_guard lock(state_->mutex);
        return state_->pixels[state_->index(point)];
    }
    desktop::Size size() const {
        const std::lock_guard lock(state_->mutex);
        return state_->size;
    }
    /// How often poll() was called: an idle screen must cost nothing.
    int polls() const {
        const std::lock_guard lock(state_->mutex);
        return state_->polls;
    }
    std::unique_ptr<desktop::ScreenSource> open() const { return std::make_unique<Source>(state_); }

  private:
    struct State {
        mutable std::mutex mutex;
        Wake wake;
        desktop::Size size;
        std::vector<std::uint32_t> pixels;
        std::vector<desktop::Monitor> monitors;
        desktop::CursorShape cursor{{1, 1}, {}, {0xFF000000}};
        bool gone = false;
        int polls = 0;
        struct {
            desktop::Damage damage;
            bool resized = false;
            bool monitors = false;
            bool cursor = false;
            std::optional<desktop::Point> pointer;
        } changed;

        Rect whole() const { return {0, 0, size.width, size.height}; }
        std::size_t index(desktop::Point at) const {
            return static_cast<std::size_t>(at.y) * static_cast<std::size_t>(size.width) +
                   static_cast<std::size_t>(at.x);
        }
    };

    class Source final : public desktop::ScreenSource {
      public:
        explicit Source(std::shared_ptr<State> state) : state_(std::move(state)) {
            const std::lock_guard lock(state_->mutex);
            // As with a real desktop, a new source knows the present and is told of what comes after.
            state_->changed = {};
            state_->wake.clear();
            meet();
        }
        int descriptor() const override { return state_->wake.descriptor(); }
        Result<Changes> poll() override {
            const std::lock_guard lock(state_->mutex);
            ++state_->polls;
            if (state_->gone)
                return Error{ErrorCode::Unavailable, "the fake screen is gone"};
            state_->wake.clear();
            auto& changed = state_->changed;
            Changes out{changed.damage.take(state_->whole()), changed.resized, changed.monitors,
                        changed.cursor, changed.pointer};
            changed = {};
            meet();
            return out;
        }
        Status capture(std::span<const Rect> areas) override {
            const std::lock_guard lock(state_->mutex);
            if (state_->gone)
                return Error{ErrorCode::Unavailable, "the fake screen is gone"};
            if (size_ != state_->size)
                return Error{ErrorCode::Changed, "the fake screen has another size now"};
            for (const Rect& area : areas) {
                const Rect inside = area.common(state_->whole());
                const auto first = static_cast<std::ptrdiff_t>(state_->index({0, inside.y}));
                const auto last = static_cast<std::ptrdiff_t>(state_->index({0, inside.bottom()}));
                std::copy(state_->pixels.begin() + first, state_->pixels.begin() + last,
                          captured_.begin() + first);
            }
            return {};
        }
        desktop::Pixels pixels() const override { return {captured_.data(), size_, size_.width}; }
        std::vector<desktop::Monitor> monitors() const override { return monitors_; }
        desktop::CursorShape cursor() const override { return cursor_; }

      private:
        void meet() {
            if (size_ != state_->size)
                captured_.assign(state_->pixels.size(), 0);
            size_ = state_->size;
            monitors_ = state_->monitors;
            cursor_ = state_->cursor;
        }
        std::shared_ptr<State> state_;
        desktop::Size size_;
        std::vector<std::uint32_t> captured_;
        std::vector<desktop::Monitor> monitors_;
        desktop::CursorShape cursor_;
    };

    template <typename Change>
    void change(Change what) {
        const std::lock_guard lock(state_->mutex);
        what(*state_);
        state_->wake.set();
    }
    std::shared_ptr<State> state_;
};

}  // namespace sesame::test
