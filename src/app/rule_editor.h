// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/client.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QTableView;

namespace sesame::app {

class PlainLabel;
class RuleForm;
class RuleModel;
class RuleSetDesk;

/// The rule table: what a phrase does, per contact. Rules that others made for this user are shown, not
/// changed.
class RuleEditor : public QWidget {
    Q_OBJECT

  public:
    RuleEditor(client::Client& client, const desktop::InstalledPrograms& programs, QWidget* parent = nullptr);
    void choose(client::ContactId contact);
    /// The form for a new rule for this contact.
    void addFor(client::ContactId contact);

  private:
    QWidget* makeOwnPage();
    QWidget* makeTheirsPage();
    QTableView* makeTable(RuleModel* model, const char* objectName, const QString& name);
    void fillContacts();
    void follow();
    void openForm(const std::optional<client::RuleView>& edited);
    void save(RuleForm& form, client::ContactId who, const std::optional<RuleId>& id);
    void remove();
    std::optional<client::ContactId> contact() const;
    std::optional<client::RuleView> chosenRule() const;
    std::optional<client::RuleView> ruleOf(const RuleId& id) const;

    client::Client& client_;
    const desktop::InstalledPrograms& programs_;
    QList<std::pair<QString, qlonglong>> people_;  // of whom one can be chosen
    QComboBox* contacts_;
    RuleModel* own_;
    RuleModel* theirs_;
    QTableView* ownTable_;
    QPushButton* add_;
    QPushButton* edit_;
    QPushButton* remove_;
    PlainLabel* problem_;
    RuleSetDesk* sets_;
};

}  // namespace sesame::app
