// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/rule_sets.h"

#include <QDialog>

class QProgressBar;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace sesame::app {

class ChooseRulesForm;
class PeopleList;
class PlainLabel;
class SetRows;

/// Offers a set to several people, step by step: which rules, to whom, all of it once more, and how it went
/// for each.
class OfferRulesDialog : public QDialog {
    Q_OBJECT

  public:
    /// `people`: whom it may be offered.
    OfferRulesDialog(client::RuleSets& sets, const client::RuleSet& all,
                     const QList<client::SetRowView>& rows, const QList<client::ContactView>& people,
                     QWidget* parent = nullptr);

  private:
    QWidget* makeStep(const QString& title, QWidget* middle);
    QWidget* makeSummary();
    QWidget* makeResults();
    void follow();
    void forward();
    void summarise();
    void send();
    void sendNext();
    void addResult(const client::ContactView& person, const Result<MessageId>& sent);

    client::RuleSets& sets_;
    const QList<client::SetRowView> all_;
    QStackedWidget* steps_;
    ChooseRulesForm* rules_;
    PeopleList* people_;
    SetRows* summary_;
    PlainLabel* to_;
    QProgressBar* progress_;
    PlainLabel* sentCount_;
    QVBoxLayout* results_;
    QPushButton* cancel_;
    QPushButton* back_;
    QPushButton* next_;
    client::RuleSet set_;
    QList<client::ContactView> chosen_;
    int sent_ = 0;
};

}  // namespace sesame::app
