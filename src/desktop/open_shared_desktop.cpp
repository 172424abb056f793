// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/x11_hands.h"
#include "desktop/x11/x11_screen.h"

namespace sesame::desktop {
namespace {

class X11SharedDesktop final : public SharedDesktop {
  public:
    explicit X11SharedDesktop(const Clock& clock) : clock_(clock) {}
    Result<std::unique_ptr<ScreenSource>> openScreen() override {
        SESAME_TRY_ASSIGN(auto source, X11ScreenSource::open());
        return std::unique_ptr<ScreenSource>(std::move(source));
    }
    Result<Hands> openHands() override { return X11Hands::open(clock_); }

  private:
    const Clock& clock_;
};

}  // namespace

std::unique_ptr<SharedDesktop> openSharedDesktop(const Clock& clock) {
    return std::make_unique<X11SharedDesktop>(clock);
}

}  // namespace sesame::desktop
