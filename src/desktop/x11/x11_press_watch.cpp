// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/x11_press_watch.h"

#include <QAbstractEventDispatcher>

namespace sesame::desktop {
namespace {

class BlindPressWatch final : public PressWatch {
  public:
    Hand latest() override { return Hand::Unknown; }
};

}  // namespace

Result<std::unique_ptr<X11PressWatch>> X11PressWatch::open(const char* display) {
    SESAME_TRY_ASSIGN(auto connection, X11Connection::open(display));
    std::unique_ptr<X11PressWatch> watch(new X11PressWatch(std::move(connection)));
    SESAME_TRY(watch->prepare());
    return watch;
}

Status X11PressWatch::prepare() {
    SESAME_TRY(RawInput::select(
        *connection_, XCB_INPUT_XI_EVENT_MASK_RAW_KEY_PRESS | XCB_INPUT_XI_EVENT_MASK_RAW_KEY_RELEASE |
                          XCB_INPUT_XI_EVENT_MASK_RAW_BUTTON_PRESS |
                          XCB_INPUT_XI_EVENT_MASK_RAW_BUTTON_RELEASE |
                          XCB_INPUT_XI_EVENT_MASK_RAW_TOUCH_BEGIN | XCB_INPUT_XI_EVENT_MASK_RAW_TOUCH_END));
    const std::uint32_t mask = XCB_EVENT_MASK_PROPERTY_CHANGE;
    own_ = xcb_generate_id(connection_->get());
    xcb_create_window(connection_->get(), XCB_COPY_FROM_PARENT, own_, connection_->root(), -1, -1, 1, 1, 0,
                      XCB_WINDOW_CLASS_INPUT_ONLY, XCB_COPY_FROM_PARENT, XCB_CW_EVENT_MASK, &mask);
    connection_->finish();
    if (QAbstractEventDispatcher::instance()) {
        notifier_ = std::make_unique<QSocketNotifier>(connection_->descriptor(), QSocketNotifier::Read);
        QObject::connect(notifier_.get(), &QSocketNotifier::activated, [this] { takeIn(); });
    }
    return {};
}

void X11PressWatch::takeIn() {
    while (const auto event = connection_->next()) {
        if (x11Type(*event) == XCB_PROPERTY_NOTIFY)
            now_ = reinterpret_cast<const xcb_property_notify_event_t&>(*event).time;
        else if (RawInput::isDeviceChange(*connection_, *event))
            xtest_.forget();
        else if (const auto act = RawInput::read(*connection_, *event))
            note(*act);
    }
    if (notifier_ && !connection_->alive())
        notifier_->setEnabled(false);
}

void X11PressWatch::note(const RawInput::Act& act) {
    (xtest_.contains(act.device) ? program_ : device_) = act.time;
}

PressWatch::Hand X11PressWatch::latest() {
    // The server tells of everything that it did before it answers.
    xcb_change_property(connection_->get(), XCB_PROP_MODE_APPEND, own_, XCB_ATOM_WM_NAME, XCB_ATOM_STRING, 8,
                        0, nullptr);
    connection_->finish();
    takeIn();
    if (!connection_->alive())
        return Hand::Unknown;
    if (program_ && now_ - *program_ <= kDoubtMs)
        return Hand::Program;
    return device_ && now_ - *device_ <= kHandledMs ? Hand::Device : Hand::Program;
}

std::unique_ptr<PressWatch> openPressWatch() {
    if (auto watch = X11PressWatch::open())
        return *std::move(watch);
    return std::make_unique<BlindPressWatch>();
}

bool isSentPress(const void* event) {
    const auto& any = *static_cast<const xcb_generic_event_t*>(event);
    const int type = x11Type(any);
    return (any.response_type & 0x80) != 0 && type >= XCB_KEY_PRESS && type <= XCB_BUTTON_RELEASE;
}

}  // namespace sesame::desktop
