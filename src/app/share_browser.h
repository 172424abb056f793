// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/share_model.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace sesame::app {

class NoticeBar;
class PlainLabel;
class ShareList;
class ShareRecord;
struct ShareTransfer;
class TransferList;

/// What the helper wants to take: one entry, or a whole folder.
struct Taking {
    std::string path;  ///< below what is shared
    std::string name;  ///< raw
    bool isFolder = false;
};

/// The helper's window of one share: what is in it, and what is taken from it or left. Whatever the level
/// does not reach is there, disabled, and says why. Closing it leaves the share; when transfers run it asks
/// first.
class ShareBrowser : public QWidget {
    Q_OBJECT

  public:
    /// As many as can be taken at once one by one; more are taken with their folder.
    static constexpr int kMostAtOnce = 100;

    ShareBrowser(client::Shares& shares, const ShareRecord& record, const client::ViewedShareView& share,
                 QWidget* parent = nullptr);
    void follow(const client::ViewedShareView& share, const QDateTime& now);
    /// Where copies go, once that is known.
    void showPlace(const QString& folder);
    /// A sentence about what was tried, for a while.
    void tell(const QString& sentence);
    /// It was wanted once more, while it runs.
    void pointTo(const ShareTransfer& transfer);
    bool isOver() const { return over_; }

  Q_SIGNALS:
    void takeWanted(const std::vector<sesame::app::Taking>& what);
    void placeWanted();
    void putWanted(const QStringList& paths);
    void stopWanted(sesame::share::TransferNumber number);
    void openWanted(sesame::share::TransferNumber number);
    void showWanted(sesame::share::TransferNumber number);
    /// The window was closed. It is hidden already.
    void left();

  protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void build();
    QWidget* makeHead();
    QWidget* makeButtons();
    QWidget* makeFoot();
    void connectParts();
    void take();
    void takeAll();
    Taking wholeFolder() const;
    void choosePut();
    void paste();
    void showMenu(const QPoint& at);
    void followLevel();
    bool mayPut() const;

    const ShareRecord& record_;
    client::ViewedShareView share_;
    ShareModel* model_;
    PlainLabel* what_;
    PlainLabel* state_;
    NoticeBar* notice_;
    ShareList* list_;
    QPushButton* take_;
    QPushButton* takeAll_;
    QPushButton* put_;
    QPushButton* leave_;
    PlainLabel* news_;
    QWidget* foot_;
    PlainLabel* place_;
    TransferList* transfers_;
    QTimer newsTime_;
    bool wasConnected_ = false;
    bool over_ = false;
};

}  // namespace sesame::app
