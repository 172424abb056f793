// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/voice_bar.h"

#include <gtest/gtest.h>

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace sesame::app {
namespace {

QStringList wordsOf(const VoiceBar& bar) {
    QStringList out;
    for (const auto* label : bar.findChildren<QLabel*>())
        out << label->text();
    return out;
}

// The window is made anew while somebody speaks: its text has another size or language now.
TEST(VoiceBar, GoesOnWithWhatIsBeingSpoken) {
    VoiceDraft draft;
    draft.to = client::ContactId{1};
    draft.name = QStringLiteral("Grandma");
    for (int round = 0; round < 2; ++round) {
        QWidget window;
        auto* bar = new VoiceBar(draft, &window);
        auto* column = new QVBoxLayout(&window);
        auto* middle = new QWidget(&window);
        auto* inside = new QVBoxLayout(middle);
        column->addWidget(middle);
        inside->addWidget(bar);
        window.show();
        EXPECT_TRUE(bar->isVisible());
        EXPECT_TRUE(wordsOf(*bar).contains(QStringLiteral("Speak now: a voice message to Grandma")));
    }
    VoiceBar bar(draft);
    Q_EMIT draft.recorder.stopped();
    EXPECT_TRUE(draft.ended);
    EXPECT_TRUE(wordsOf(bar).contains(QStringLiteral("Your voice message to Grandma has ended. Send it?")));
    bar.findChild<QPushButton*>(QStringLiteral("discardVoiceButton"))->click();
    EXPECT_TRUE(bar.isHidden());
    EXPECT_EQ(draft.to, std::nullopt);
    EXPECT_TRUE(VoiceBar(draft).isHidden());
}

}  // namespace
}  // namespace sesame::app
