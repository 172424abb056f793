// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/rule_sets.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace sesame::app {

class ChooseRulesForm;
class PlainLabel;

/// Rules of one contact into a file: which of them, under which name, and where. Never keys.
class ExportRulesDialog : public QDialog {
    Q_OBJECT

  public:
    ExportRulesDialog(const client::RuleSet& all, const QList<client::SetRowView>& rows,
                      QWidget* parent = nullptr);

  private:
    void choosePlace();
    void save();
    void follow();
    ChooseRulesForm* form_;
    QLineEdit* path_;
    PlainLabel* problem_;
    QPushButton* save_;
};

}  // namespace sesame::app
