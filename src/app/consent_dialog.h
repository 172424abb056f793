// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/careful_window.h"

#include "sesame/client/views.h"
#include "sesame/consent/gate.h"

namespace sesame::app {

class Avatar;
class DurationChoice;
class PlainLabel;
class PlainPassage;

/// Asks the one question that matters: shall this run here, now? (I3) The gate decides; this window only
/// draws, and reports to it.
class ConsentDialog : public CarefulWindow {
    Q_OBJECT

  public:
    ConsentDialog(consent::Gate& gate, const Clock& clock, QWidget* parent = nullptr);

    /// Shows the question without taking the keyboard. `seed` gives the helper's picture its colour.
    void ask(const client::ConsentView& question, const QString& seed = {});
    /// It is over: answered here or elsewhere, or timed out.
    void close(quint64 question);
    quint64 question() const { return question_; }

  Q_SIGNALS:
    /// `minutes`: the limit that was chosen for a help session or share, else 0. `standingDays`: for which a
    /// share may be opened again without a question, else 0.
    void answered(quint64 question, bool yes, int minutes, int standingDays);
    void blockWanted(sesame::client::ContactId contact);

  protected:
    void fitTo(int wide) override;
    bool shrink() override;
    void answer(bool yes) override;

  private:
    void build();
    QLayout* makePerson();
    QLayout* makeOwnPicture();
    QWidget* makeTarget();
    void fill(const client::ConsentView& question, const QString& seed);
    void setSize(std::size_t step);

    quint64 question_ = 0;
    client::ContactId contact_;
    Avatar* avatar_;
    PlainLabel* name_;
    PlainLabel* known_;
    PlainPassage* sentence_;
    PlainPassage* target_;
    PlainPassage* note_;
    DurationChoice* duration_;
    PlainLabel* calm_;
    QPushButton* block_;
    std::size_t sizeStep_ = 0;
};

}  // namespace sesame::app
