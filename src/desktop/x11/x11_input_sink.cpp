// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/x11_input_sink.h"

#include <chrono>
#include <thread>

namespace sesame::desktop {
namespace {

/// RFC 6143 has eight, X11 counts them from one.
constexpr unsigned kButtons = 8;

}  // namespace

X11InputSink::X11InputSink(std::shared_ptr<X11Hands> hands)
    : hands_(std::move(hands)), unused_(hands_->keyboard.map().unusedKeys()) {
    spares_.reset(unused_);
    hands_->goOn = [this] { goOn(); };
}

X11InputSink::~X11InputSink() {
    releaseAll();
    hands_->goOn = nullptr;
    if (spares_.lent() && hands_->connection->alive())
        std::this_thread::sleep_for(std::chrono::milliseconds(SpareKeys::kRestMs / 2));
    takeBack(true);
    hands_->sleep();
    hands_->connection->finish();
    hands_->rouse();
}

Status X11InputSink::key(KeySymbol symbol, bool down) {
    if (isRefusedSymbol(symbol))
        return Error{ErrorCode::Refused, "no key makes this symbol here"};
    return take(down ? Step(Press{symbol}) : Step(Release{symbol}));
}

Status X11InputSink::pointer(Point at, unsigned buttons) {
    return take(Pointing{at, buttons});
}

Status X11InputSink::take(Step step) {
    if (!hands_->connection->alive())
        return Error{ErrorCode::Unavailable, "the X server went away"};
    givingBack_ = false;
    if (auto* press = std::get_if<Press>(&step)) {
        SESAME_TRY_ASSIGN(const auto stroke, strokeFor(press->symbol));
        press->borrows = !stroke;
        if (press->borrows && (isModifierSymbol(press->symbol) || !spares_.exist()))
            return Error{ErrorCode::Refused, "no key makes this symbol here"};
    }
    SESAME_TRY(enqueue(step));
    goOn();
    hands_->rouse();
    return {};
}

Status X11InputSink::enqueue(const Step& step) {
    // Of several movements only the last counts.
    const auto* pointing = std::get_if<Pointing>(&step);
    const auto* before = steps_.empty() ? nullptr : std::get_if<Pointing>(&steps_.back());
    if (pointing && before && pointing->buttons == before->buttons)
        steps_.pop_back();
    if (steps_.size() >= kMostPutOff)
        return Error{ErrorCode::Full, "too much to type at once"};
    steps_.push_back(step);
    return {};
}

void X11InputSink::goOn() {
    borrowAhead();
    while (!steps_.empty() && carryOut(steps_.front()))
        steps_.pop_front();
    if (givingBack_)
        takeBack(false);
    hands_->injector.flush();
    wakeWhenDue();
}

void X11InputSink::borrowAhead() {
    const std::int64_t now = hands_->clock.bootMs();
    for (const Step& step : steps_) {
        const auto* press = std::get_if<Press>(&step);
        if (!press || !press->borrows)
            continue;
        const KeySymbol symbol = plainSymbol(press->symbol);
        const auto loan = spares_.lend(symbol, now);
        if (!loan)
            break;
        if (loan->fresh)
            hands_->keyboard.assign(loan->key, symbol);
    }
    // Their releases may wait behind a stroke that waits for them.
    if (!steps_.empty() && spares_.exist() && spares_.allHeld())
        releaseLent();
}

void X11InputSink::wakeWhenDue() {
    if (!steps_.empty() || (givingBack_ && spares_.lent()))
        hands_->wakeIn(spares_.dueInMs(hands_->clock.bootMs()));
    else
        hands_->sleep();
}

Result<std::optional<KeyboardMap::Stroke>> X11InputSink::strokeFor(KeySymbol symbol) {
    hands_->pump();
    SESAME_TRY_ASSIGN(const bool another, hands_->keyboard.refresh());
    if (another)
        spares_.reset(unused_ = hands_->keyboard.map().unusedKeys());
    SESAME_TRY_ASSIGN(const KeyboardMap::State state, hands_->keyboard.state());
    std::vector<Key> held;
    for (const auto& [key, name] : held_)
        held.push_back(key);
    return hands_->keyboard.map().strokeFor(symbol, state, held);
}

bool X11InputSink::carryOut(Step& step) {
    if (auto* pressing = std::get_if<Press>(&step))
        return press(*pressing);
    if (const auto* releasing = std::get_if<Release>(&step))
        release(releasing->symbol);
    else
        point(std::get<Pointing>(step));
    return true;
}

bool X11InputSink::press(Press& press) {
    if (!press.borrows) {
        const auto stroke = strokeFor(press.symbol);
        // The answer may have brought a press of the person here: theirs comes first, and ours is dropped
        // (S28).
        if (hands_->interrupted())
            return true;
        if (stroke && *stroke)
            strike(**stroke, press.symbol);
        // Modifiers or the layout have changed since it came: it borrows a key after all.
        press.borrows = stroke && !*stroke && spares_.exist();
        return !press.borrows;
    }
    if (hands_->interrupted())
        return true;
    const auto key = spares_.pressable(plainSymbol(press.symbol), hands_->clock.bootMs());
    if (key)
        strike({*key}, press.symbol);
    return key.has_value();
}

void X11InputSink::strike(const KeyboardMap::Stroke& stroke, KeySymbol symbol) {
    const bool again = held_.contains(stroke.key);
    if (again && isModifierSymbol(symbol))
        return;
    for (const Key key : stroke.letGo)
        hands_->injector.key(key, false);
    for (const Key key : stroke.press)
        hands_->injector.key(key, true);
    // A second press of a held key repeats it.
    if (again)
        put(stroke.key, false);
    put(stroke.key, true);
    held_[stroke.key] = symbol;
    for (const Key key : stroke.press)
        hands_->injector.key(key, false);
    for (const Key key : stroke.letGo)
        hands_->injector.key(key, true);
}

void X11InputSink::release(KeySymbol symbol) {
    auto found =
        std::find_if(held_.begin(), held_.end(), [&](const auto& each) { return each.second == symbol; });
    // Shift may have gone up since: then the same key is released under another name.
    if (found == held_.end())
        found = std::find_if(held_.begin(), held_.end(), [&](const auto& each) {
            return hands_->keyboard.map().makes(each.first, symbol);
        });
    if (found == held_.end())
        return;
    put(found->first, false);
    held_.erase(found);
}

void X11InputSink::put(Key key, bool down) {
    hands_->injector.key(key, down);
    spares_.used(key, down, hands_->clock.bootMs());
}

void X11InputSink::point(const Pointing& step) {
    if (hands_->interrupted())
        return;
    hands_->injector.moveTo(step.at);
    for (unsigned button = 0; button < kButtons; ++button) {
        const bool down = (step.buttons >> button & 1) != 0;
        if (down != ((buttons_ >> button & 1) != 0))
            hands_->injector.button(static_cast<std::uint8_t>(button + 1), down);
    }
    buttons_ = step.buttons;
}

void X11InputSink::releaseAll() {
    steps_.clear();
    spares_.abandon();
    for (const auto& [key, symbol] : held_)
        put(key, false);
    held_.clear();
    for (unsigned button = 0; button < kButtons; ++button)
        if ((buttons_ >> button & 1) != 0)
            hands_->injector.button(static_cast<std::uint8_t>(button + 1), false);
    buttons_ = 0;
    givingBack_ = true;
    goOn();
}

void X11InputSink::releaseLent() {
    for (const Key key : unused_)
        if (held_.erase(key) > 0)
            put(key, false);
}

void X11InputSink::takeBack(bool all) {
    for (const Key key : spares_.takeBack(hands_->clock.bootMs(), all))
        hands_->keyboard.assign(key, 0);
}

bool X11InputSink::hitsOwnWindow(Point at) {
    const bool own = hands_->owner.isOwnAt(at);
    hands_->rouse();
    return own;
}

bool X11InputSink::ownWindowHasKeyboard() {
    const bool own = hands_->owner.hasKeyboard();
    hands_->rouse();
    return own;
}

}  // namespace sesame::desktop
