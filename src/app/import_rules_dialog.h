// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/rule_sets.h"

#include <QDialog>

class QPushButton;

namespace sesame::app {

class PlainLabel;
class SetRows;

/// What a file would make of the rules for one contact, row by row. Nothing is saved before "Save".
class ImportRulesDialog : public QDialog {
    Q_OBJECT

  public:
    ImportRulesDialog(client::RuleSets& sets, const client::ContactView& receiver, client::RuleSet set,
                      QWidget* parent = nullptr);

  private:
    void pickedChanged(int row);
    void count();
    void save();
    client::RuleSets& sets_;
    const client::ContactId receiver_;
    const client::RuleSet set_;
    SetRows* rows_;
    PlainLabel* count_;
    PlainLabel* problem_;
    QPushButton* save_;
};

}  // namespace sesame::app
