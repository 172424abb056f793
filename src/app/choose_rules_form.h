// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/rule_sets.h"

#include <QWidget>

class QLineEdit;

namespace sesame::app {

class PlainLabel;
class SetRows;

/// A set in the making: its name, and which of the rules for one contact are in it.
class ChooseRulesForm : public QWidget {
    Q_OBJECT

  public:
    ChooseRulesForm(const client::RuleSet& all, const QList<client::SetRowView>& rows,
                    QWidget* parent = nullptr);
    /// Whether it has a name and at least one rule, and no more than `most`.
    bool isComplete(int most) const;
    client::RuleSet chosen() const;

  Q_SIGNALS:
    void changed();

  private:
    void count();
    client::RuleSet all_;
    QLineEdit* name_;
    SetRows* rows_;
    PlainLabel* count_;
};

}  // namespace sesame::app
