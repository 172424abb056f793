// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/picture_view.h"

#include "sesame/client/help_sessions.h"

#include <QTimer>

class QFrame;
class QPushButton;
class QScrollArea;

namespace sesame::app {

class PlainLabel;
class ViewerBar;

/// The helper's window: the other desktop, and in words how far the help goes and what else can be done. Why
/// a picture stands still is written across it. Closing it leaves the session and asks nothing.
class ViewerWindow : public QWidget {
    Q_OBJECT

  public:
    explicit ViewerWindow(QWidget* parent = nullptr);

    void follow(const client::ViewedView& session, const QDateTime& now);
    void setViewer(std::shared_ptr<remote::Viewer> viewer);
    void pictureResized();
    PictureView& picture() { return *picture_; }
    ViewerBar& bar() { return *bar_; }
    void setFull(bool full);
    bool isFull() const { return full_; }

  Q_SIGNALS:
    /// The window was closed, or "Leave" was pressed. It is hidden already.
    void left();

  protected:
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void build();
    void connectParts();
    QWidget* makeFullBar();
    QString stillWords(const client::ViewedView& session) const;
    void placeCards();
    void followKeyboard();
    void showFigures();
    void savePicture();
    void choosePart(const QRect& part);

    std::shared_ptr<remote::Viewer> viewer_;
    QString receiverName_;
    QString words_;  // on the card
    ViewerBar* bar_;
    QScrollArea* scroll_;
    PictureView* picture_;
    QFrame* card_;
    PlainLabel* cardWords_;
    QWidget* fullBar_;
    PlainLabel* fullWords_;
    QTimer figures_;
    bool full_ = false;
    bool wasMaximised_ = false;
    bool wasConnected_ = false;
    bool sized_ = false;
};

}  // namespace sesame::app
