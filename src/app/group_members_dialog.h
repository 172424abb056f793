// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/groups.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace sesame::app {

class PlainLabel;
class RowList;

/// Who is in a group and who cannot be reached; for the founder, how it is changed. Shows values and says
/// what is wanted.
class GroupMembersDialog : public QDialog {
    Q_OBJECT

  public:
    explicit GroupMembersDialog(QWidget* parent = nullptr);
    void show(const client::GroupView& group);
    const client::GroupId& group() const { return group_.id; }

  Q_SIGNALS:
    void meetWanted(const QString& handle);
    void removeWanted(const QString& handle, const QString& name);
    /// `at`: where what can be chosen is to be shown.
    void addWanted(const QPoint& at);
    void renameWanted(const QString& name);
    void leaveWanted();

  private:
    QWidget* makeRow(const client::GroupMemberView& member);
    client::GroupView group_;
    PlainLabel* title_;
    RowList* rows_;
    QLineEdit* name_;
    QPushButton* add_;
    QPushButton* rename_;
    QPushButton* leave_;
};

}  // namespace sesame::app
