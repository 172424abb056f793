// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/shares.h"

#include <QFrame>

class QPushButton;

namespace sesame::app {

class PlainLabel;

/// "Anna may see and take what is in “Photos” · 12 minutes left · files taken so far: 3. [Show] [Stop]": for
/// one share of this computer, as long as it runs.
class ShareBar : public QFrame {
    Q_OBJECT

  public:
    explicit ShareBar(QWidget* parent = nullptr);
    void follow(const client::HostedShareView& share, const QDateTime& now);

  Q_SIGNALS:
    void stopWanted();
    void showWanted();

  private:
    PlainLabel* who_;
    PlainLabel* state_;
    QPushButton* show_;
    QPushButton* stop_;
};

}  // namespace sesame::app
