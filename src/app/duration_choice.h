// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QButtonGroup;

namespace sesame::app {

/// "For how long?": the receiver may choose less than what was asked for, never more.
class DurationChoice : public QWidget {
    Q_OBJECT

  public:
    explicit DurationChoice(QWidget* parent = nullptr);
    /// The usual times up to this one, which is chosen. 0: there is nothing to choose, and nothing is shown.
    void offer(int minutes);
    int minutes() const;
    /// Longer times as well, for which it may be opened again without a question. Call after offer().
    void offerStanding(bool offered);
    /// Days, or consent::kStandingUntilEnded; 0: only now.
    int standingDays() const;

  private:
    QWidget* makeStanding();

    QBoxLayout* row_;
    QButtonGroup* times_;
    QWidget* standing_;
};

}  // namespace sesame::app
