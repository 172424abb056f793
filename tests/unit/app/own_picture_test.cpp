// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/own_picture.h"

#include "asked_dialog.h"

#include "sesame/trigger/settings_schema.h"

#include <gtest/gtest.h>

#include <QPixmap>
#include <algorithm>

namespace sesame::app {
namespace {

using test::AskedDialog;

QImage painted(const QString& name) {
    OwnPicture picture;
    picture.show(name);
    return picture.grab().toImage();
}

// S26
TEST(OwnPicture, S26_IsInEveryQuestion) {
    AskedDialog world;
    world.dialog_.setOwnPicture(QStringLiteral("boat/2"));
    world.ask();
    const auto* shown = world.dialog_.findChild<OwnPicture*>();
    ASSERT_TRUE(shown && shown->isVisible());
    EXPECT_EQ(shown->accessibleName(), QStringLiteral("a boat on green"));
    const auto inside = shown->rect().adjusted(8, 8, -8, -8);  // within the round corners
    const QRect place(shown->mapTo(&world.dialog_, inside.topLeft()), inside.size());
    EXPECT_EQ(world.dialog_.grab(place).toImage(), painted(QStringLiteral("boat/2")).copy(inside));
}

// S26
TEST(OwnPicture, S26_IsReachedByNoRule) {
    EXPECT_TRUE(std::ranges::none_of(trigger::allowedSettings(), [](const auto& setting) {
        return setting.key == OwnPicture::setting().toStdString();
    }));
}

TEST(OwnPicture, IsAnotherEachTimeAndHasWords) {
    QString before;
    for (int i = 0; i < 500; ++i) {
        const auto name = OwnPicture::drawn(before);
        EXPECT_NE(name, before);
        EXPECT_FALSE(OwnPicture::words(name).isEmpty()) << name.toStdString();
        before = name;
    }
}

TEST(OwnPicture, IsPaintedFarFromAnyOther) {
    EXPECT_NE(painted(QStringLiteral("boat/2")), painted(QStringLiteral("boat/3")));
    EXPECT_NE(painted(QStringLiteral("boat/2")), painted(QStringLiteral("cup/2")));
}

TEST(OwnPicture, IsEmptyForANameThatIsNone) {
    for (const auto* name : {"", "boat", "boat/", "boat/6", "boat/-1", "ship/1", "../boat/1", "boat/1/1"}) {
        EXPECT_EQ(painted(QLatin1String(name)), painted({})) << name;
        EXPECT_TRUE(OwnPicture::words(QLatin1String(name)).isEmpty()) << name;
    }
}

}  // namespace
}  // namespace sesame::app
