// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fake_screen.h"
#include "unit/desktop/screen_source_contract.h"

namespace sesame::test {
namespace {

class FakeScreenStage final : public ScreenStage {
  public:
    Result<std::unique_ptr<desktop::ScreenSource>> open() override { return screen_.open(); }
    void paint(desktop::Rect area, std::uint32_t colour) override { screen_.paint(area, colour); }
    void resize(desktop::Size size) override { screen_.resize(size); }
    void splitMonitors() override {
        screen_.setMonitors({{"left", {0, 0, 320, 480}, true}, {"right", {320, 0, 320, 480}, false}});
    }
    void setCursor(desktop::Size size, desktop::Point hot) override {
        const auto pixels = static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
        screen_.setCursor({size, hot, std::vector<std::uint32_t>(pixels, 0xFF000000)});
    }
    void movePointer(desktop::Point at) override { screen_.movePointer(at); }
    void vanish() override { screen_.vanish(); }

  private:
    FakeScreen screen_{kSize};
};

INSTANTIATE_TEST_SUITE_P(Fake, ScreenSourceContract, testing::Values([]() -> std::unique_ptr<ScreenStage> {
                             return std::make_unique<FakeScreenStage>();
                         }));

}  // namespace
}  // namespace sesame::test
