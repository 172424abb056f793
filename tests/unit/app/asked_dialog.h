// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/consent_dialog.h"
#include "app/yes_button.h"
#include "support/fake_clock.h"

#include <gtest/gtest.h>

#include <QPlainTextEdit>
#include <QTest>

namespace sesame::app::test {

/// A consent dialog over a real gate, beside a window in which somebody is writing.
class AskedDialog {
  public:
    AskedDialog() : gate_(clock_), dialog_(gate_, clock_) {
        writing_.show();
        writing_.setFocus();
        QObject::connect(&dialog_, &ConsentDialog::answered, &dialog_,
                         [this](quint64 question, bool yes, int minutes) {
                             minutes_ = minutes;
                             if (yes && !gate_.yes())
                                 return;
                             if (!yes)
                                 gate_.close(consent::Answer::No);
                             ++(yes ? yes_ : no_);
                             dialog_.close(question);
                         });
    }

    /// Another helper each time, so that no back-off is in the way.
    void ask(client::ConsentView question = {}) {
        consent::GrantScope scope;
        ++asked_;
        scope.helper.value[0] = std::byte(asked_ % 256);
        scope.helper.value[1] = std::byte(asked_ / 256);
        if (gate_.question())
            gate_.close(consent::Answer::Withdrawn);
        ASSERT_EQ(gate_.offer(scope), consent::Gate::Offer::Asked);
        question.question = asked_;
        if (question.helperName.isEmpty())
            question.helperName = QStringLiteral("Anna");
        if (question.sentence.isEmpty())
            question.sentence =
                QStringLiteral("Anna wants to open the program “Calculator” on this computer.");
        if (question.target.isEmpty())
            question.target = QStringLiteral("/usr/share/applications/calculator.desktop");
        dialog_.ask(question);
        QTest::qWait(0);
        while (gate_.question() && !gate_.untilArmed())
            QCoreApplication::processEvents();
    }

    /// Time passes while the dialog's timer runs.
    void wait(int ms) {
        for (; ms > 0; ms -= 50) {
            clock_.advance(std::min(ms, 50));
            dialog_.follow();
        }
    }

    QPushButton* yesButton() { return dialog_.findChild<QPushButton*>(QStringLiteral("yesButton")); }
    QPushButton* noButton() { return dialog_.findChild<QPushButton*>(QStringLiteral("noButton")); }
    void clickYes() { QTest::mouseClick(yesButton(), Qt::LeftButton); }

    sesame::test::FakeClock clock_;
    consent::Gate gate_;
    QPlainTextEdit writing_;
    ConsentDialog dialog_;
    int yes_ = 0;
    int no_ = 0;
    int minutes_ = 0;
    unsigned asked_ = 0;
};

}  // namespace sesame::app::test
