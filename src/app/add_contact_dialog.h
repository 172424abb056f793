// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace sesame::app {

class PlainLabel;
class QrPicture;

/// Two ways to find each other: paste the link that the other person sent, or send them the own one.
class AddContactDialog : public QDialog {
    Q_OBJECT

  public:
    explicit AddContactDialog(const QString& ownLink, QWidget* parent = nullptr);
    /// Puts a link in place; the person still has to press "Add".
    void fillLink(const QString& link);
    /// As it is written so far.
    QString link() const;
    void showProblem(const QString& sentence);

  Q_SIGNALS:
    void addWanted(const QString& link);

  private:
    QWidget* makeTheirs();
    QWidget* makeOwn(const QString& link);
    QLineEdit* theirs_;
    QPushButton* add_;
    PlainLabel* problem_;
};

}  // namespace sesame::app
