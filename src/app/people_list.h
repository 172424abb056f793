// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace sesame::app {

class PlainLabel;

/// Contacts with a box before each, and a field to find some among many.
class PeopleList : public QWidget {
    Q_OBJECT

  public:
    explicit PeopleList(const QList<client::ContactView>& people, QWidget* parent = nullptr);
    /// In the order of the list, also those that are not in sight.
    QList<client::ContactView> chosen() const;
    void choose(const QList<client::ContactId>& people);

  Q_SIGNALS:
    void changed();

  private:
    void search(const QString& words);
    void count();
    QList<client::ContactView> people_;
    QLineEdit* search_;
    QList<QCheckBox*> boxes_;
    PlainLabel* count_;
};

}  // namespace sesame::app
