// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/picture_view.h"

#include "sesame/client/help_sessions.h"

#include <QTimer>

class QComboBox;
class QLayout;
class QPushButton;

namespace sesame::app {

class PlainLabel;

/// What the helper can do beside pointing and typing, in words: ask for more, look at it in another way, the
/// copied text, a picture, leave. Says what is wanted; does nothing itself.
class ViewerBar : public QWidget {
    Q_OBJECT

  public:
    explicit ViewerBar(QWidget* parent = nullptr);

    void follow(const client::ViewedView& session, const QDateTime& now);
    /// One sentence for what has just happened; goes away by itself.
    void tell(const QString& sentence);
    void showFigures(const QString& words);
    void takeKeyboard();

  Q_SIGNALS:
    void levelWanted(sesame::trigger::RemoteLevel level);
    void theirTextWanted();
    void ownTextOffered();
    void sizeChosen(sesame::app::PictureView::Size size);
    /// Only this part of their desktop; empty: all of it.
    void partChosen(const QRect& part);
    void fullScreenWanted();
    void pictureWanted();
    void figuresWanted(bool shown);
    void chordWanted(const QList<sesame::desktop::KeySymbol>& chord);
    void leaveWanted();
    /// The keyboard should go back to the picture.
    void keyboardDone();

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    QPushButton* addButton(const QString& words, const char* objectName);
    void addLevels(QLayout* row);
    void addSights(QLayout* row);
    void addTools(QLayout* row);
    void showMonitors(const QList<desktop::Monitor>& monitors);
    void showAsking(const client::ViewedView& session);
    PlainLabel* level_;
    PlainLabel* hand_;
    PlainLabel* news_;
    PlainLabel* figures_;
    QPushButton* askPoint_;
    QPushButton* askControl_;
    QPushButton* text_;
    QPushButton* keys_;
    QComboBox* size_;
    QComboBox* monitor_;
    QPushButton* leave_;
    QList<desktop::Monitor> monitors_;
    std::optional<trigger::RemoteLevel> toldLevel_;
    QTimer newsTime_;
};

}  // namespace sesame::app
