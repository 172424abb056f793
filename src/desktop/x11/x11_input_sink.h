// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/x11/spare_keys.h"
#include "desktop/x11/x11_hands.h"

#include <map>
#include <variant>

namespace sesame::desktop {

/// Types and points through XTEST. A symbol that the keyboard layout has is made with its own key, at once;
/// any other borrows an unused one, which takes some milliseconds (see SpareKeys). No call waits for that:
/// the symbol and what follows it are put off, in order, and LocalInput::poll() of the same hands goes on
/// with them. One thread.
class X11InputSink final : public InputSink {
  public:
    /// What would be put off beyond this is refused as Full.
    static constexpr std::size_t kMostPutOff = 4096;

    explicit X11InputSink(std::shared_ptr<X11Hands> hands);
    /// Waits a moment when keys are lent: the last symbols must still mean something when the program that
    /// got them looks.
    ~X11InputSink() override;
    X11InputSink(const X11InputSink&) = delete;
    X11InputSink& operator=(const X11InputSink&) = delete;

    /// Refused for symbols that are none, or that no key may make here.
    Status key(KeySymbol symbol, bool down) override;
    Status pointer(Point at, unsigned buttons) override;
    void releaseAll() override;
    bool hitsOwnWindow(Point at) override;
    bool ownWindowHasKeyboard() override;

  private:
    using Key = KeyboardMap::Key;
    struct Press {
        KeySymbol symbol;
        bool borrows = false;
    };
    struct Release {
        KeySymbol symbol;
    };
    struct Pointing {
        Point at;
        unsigned buttons;
    };
    using Step = std::variant<Press, Release, Pointing>;

    Status take(Step step);
    Status enqueue(const Step& step);
    void goOn();
    void borrowAhead();
    void wakeWhenDue();
    Result<std::optional<KeyboardMap::Stroke>> strokeFor(KeySymbol symbol);
    /// False when it has to wait.
    bool carryOut(Step& step);
    bool press(Press& press);
    void strike(const KeyboardMap::Stroke& stroke, KeySymbol symbol);
    void release(KeySymbol symbol);
    void point(const Pointing& step);
    void put(Key key, bool down);
    void releaseLent();
    void takeBack(bool all);

    std::shared_ptr<X11Hands> hands_;
    SpareKeys spares_;
    std::vector<Key> unused_;  // those that may be lent
    std::map<Key, KeySymbol> held_;
    unsigned buttons_ = 0;
    std::deque<Step> steps_;
    bool givingBack_ = false;  // lent keys lose their meaning as soon as they have rested
};

}  // namespace sesame::desktop
