// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/client/views.h"
#include "sesame/consent/gate.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace sesame::app {

class Avatar;
class PlainLabel;
class PlainPassage;
class YesButton;

/// Asks the one question that matters: shall this run here, now? (I3)
///
/// The gate decides; this window only draws, and reports to the gate whatever happens to it: shown, moved,
/// resized, uncovered, moved to another screen, left, and every key and pointer press anywhere in the app.
/// There is no default button, Esc means No, the window does not take the keyboard from a half-typed message,
/// and Yes needs a press that began on it after it came alive.
class ConsentDialog : public QWidget {
    Q_OBJECT

  public:
    ConsentDialog(consent::Gate& gate, const Clock& clock, QWidget* parent = nullptr);
    ~ConsentDialog() override;

    /// Shows the question without taking the keyboard. `seed` gives the helper's picture its colour.
    void ask(const client::ConsentView& question, const QString& seed = {});
    /// It is over: answered here or elsewhere, or timed out.
    void close(quint64 question);
    quint64 question() const { return question_; }
    /// Draws Yes as the gate has it now. Runs by itself; tests call it after moving their clock.
    void follow();

  Q_SIGNALS:
    void answered(quint64 question, bool yes);
    void blockWanted(sesame::client::ContactId contact);

  protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void moveEvent(QMoveEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void build();
    void fill(const client::ConsentView& question, const QString& seed);
    void placeOnScreen();
    void watchWindow();
    void shownAnew();
    void lost();
    bool deliberate(QObject* watched, QEvent* event) const;
    void answer(bool yes);

    consent::Gate& gate_;
    const Clock& clock_;
    quint64 question_ = 0;
    client::ContactId contact_;
    bool seen_ = false;              // painted since it was last out of sight
    std::int64_t activatedAt_ = -1;  // got the keyboard then, not by a press of ours
    QTimer tick_;
    Avatar* avatar_;
    PlainLabel* name_;
    PlainLabel* known_;
    PlainPassage* sentence_;
    PlainPassage* target_;
    PlainPassage* note_;
    PlainLabel* calm_;
    QPushButton* no_;
    YesButton* yes_;
    QPushButton* block_;
};

}  // namespace sesame::app
