// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace sesame::app {

class PlainLabel;
class ShareModel;

/// What is in a folder of a share: the way there, a search, and the list, or a sentence instead of it.
class ShareList : public QWidget {
    Q_OBJECT

  public:
    ShareList(ShareModel& model, QString receiverName, QWidget* parent = nullptr);

    /// The name of what is shared, as the beginning of the way.
    void setRoot(const QString& name);
    /// Nothing can be asked any more, or at the moment.
    void setQuiet(bool quiet);
    /// Rows that are chosen, in their order. Of very many only the first `most`, and one more.
    QList<int> chosenRows(int most) const;
    bool everythingChosen() const;

  Q_SIGNALS:
    void chosenChanged();
    /// Double click or Enter on files.
    void takeWanted();
    void menuWanted(const QPoint& globalPosition);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QWidget* makeTop();
    void makeTable();
    void open(const std::string& folder);
    void goUp();
    void activate(const QModelIndex& index);
    void follow();
    /// Instead of the list; nothing: the list.
    void showSentence(const QString& words);
    void showCounts();
    QString insteadOfList() const;

    ShareModel& model_;
    QString receiverName_;
    QString root_;
    QPushButton* up_;
    PlainLabel* way_;
    QLineEdit* search_;
    QStackedWidget* pages_;
    QTableView* table_;
    PlainLabel* sentence_;
    PlainLabel* counts_;
    QTimer searchDelay_;
    QTimer waitDelay_;
};

}  // namespace sesame::app
