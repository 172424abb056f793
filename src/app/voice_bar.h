// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/voice_draft.h"

#include <QFrame>

class QProgressBar;
class QPushButton;

namespace sesame::app {

class PlainLabel;

/// A voice message while it is spoken: to whom, how long, whether the microphone hears, Send and Discard. It
/// stays with the person for whom it was begun, whatever conversation is looked at meanwhile.
class VoiceBar : public QFrame {
    Q_OBJECT

  public:
    /// Goes on with what was begun in `draft`, which outlives this.
    explicit VoiceBar(VoiceDraft& draft, QWidget* parent = nullptr);

    /// Does nothing while one is being spoken. A problem() is told instead where it cannot begin.
    void begin(client::ContactId to, const QString& name);

  Q_SIGNALS:
    /// A new file of this computer.
    void spoken(sesame::client::ContactId to, const QString& path);
    void problem(const QString& sentence);

  private:
    void follow();
    void finish();
    void discard();
    void end();
    VoiceDraft& draft_;
    PlainLabel* words_;
    PlainLabel* time_;
    QProgressBar* level_;
    QPushButton* send_;
    QPushButton* discard_;
};

}  // namespace sesame::app
