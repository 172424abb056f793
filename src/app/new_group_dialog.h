// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/groups.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace sesame::app {

class PeopleList;
class PlainLabel;

/// A group as it was thought of so far.
struct GroupDraft {
    QString name;
    QList<client::ContactId> members;
};

/// "New group…": its name, and who is asked to join.
class NewGroupDialog : public QDialog {
    Q_OBJECT

  public:
    /// `people`: those who may be asked.
    explicit NewGroupDialog(const QList<client::ContactView>& people, QWidget* parent = nullptr);
    GroupDraft draft() const;
    void fill(const GroupDraft& draft);
    void showProblem(const QString& sentence);

  Q_SIGNALS:
    void wanted(const sesame::app::GroupDraft& group);

  private:
    void follow();
    QLineEdit* name_;
    PeopleList* people_;
    PlainLabel* problem_;
    QPushButton* make_;
};

}  // namespace sesame::app
