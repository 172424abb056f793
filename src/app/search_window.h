// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/groups.h"

#include <QDialog>
#include <QTimer>
#include <functional>
#include <optional>

class QLineEdit;
class QListWidget;

namespace sesame::app {

class PlainLabel;

/// One message that was looked for, and where it was said.
struct Found {
    QString where;  ///< the contact or the group
    QString who;    ///< who said it, in a group; empty: this user, or in a conversation of two
    QString text;
    QDateTime time;
    std::optional<client::ContactId> contact;
    std::optional<client::GroupId> group;
    qint64 order = 0;
};

/// "Search…": words that were said somewhere, and the messages that have all of them, the newest on top.
class SearchWindow : public QDialog {
    Q_OBJECT

  public:
    static constexpr int kMost = 100;  ///< messages that are shown
    /// Newest first, one more than are shown where there are more.
    using Find = std::function<QList<Found>(const QString& words)>;
    explicit SearchWindow(Find find, QWidget* parent = nullptr);

    QString words() const;
    void setWords(const QString& words);

  Q_SIGNALS:
    void chosen(const sesame::app::Found& found);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void look();
    void choose(int row);
    Find find_;
    QLineEdit* words_;
    QListWidget* list_;
    PlainLabel* count_;
    QTimer pause_;  // while somebody types
    QList<Found> found_;
};

/// The part of a text around the first of the words, so that it is in sight.
QString excerpt(const QString& text, const QString& words);

}  // namespace sesame::app
