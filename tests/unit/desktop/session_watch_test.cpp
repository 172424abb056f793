// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/desktop/shared_desktop.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <cstdlib>

namespace sesame::desktop {
namespace {

TEST(SessionWatch, SaysNothingWithoutABus) {
    int argc = 0;
    const QCoreApplication application(argc, nullptr);
    setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere", 1);
    setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", 1);
    const auto watch = watchSession([](Away) { FAIL(); });
    QCoreApplication::processEvents();
    EXPECT_TRUE(watch);
}

}  // namespace
}  // namespace sesame::desktop
