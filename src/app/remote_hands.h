// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/remote/viewer.h"
#include "sesame/trigger/command.h"

#include <QHash>
#include <QObject>
#include <QPoint>
#include <memory>

class QKeyEvent;

namespace sesame::app {

/// The helper's mouse and keyboard on the other desktop: says what happened in this window to the viewer, as
/// far as the level goes, and knows what is held down over there. (The host checks the level as well.)
class RemoteHands : public QObject {
  public:
    ~RemoteHands() override { endTurn(); }
    void setViewer(std::shared_ptr<remote::Viewer> viewer);
    void setLevel(trigger::RemoteLevel level);
    trigger::RemoteLevel level() const { return level_; }

    void press(const QKeyEvent& event);
    void release(const QKeyEvent& event);
    /// A finished text of an input method.
    void type(const QString& text);
    /// A key by itself, down and up, with others held meanwhile.
    void stroke(const QList<desktop::KeySymbol>& chord);

    void point(QPoint at, Qt::MouseButtons buttons);
    void wheel(QPoint at, QPoint angleDelta);

    /// Lets go of every key and button.
    void releaseAll();

  private:
    bool types() const { return viewer_ && level_ >= trigger::RemoteLevel::Control; }
    bool points() const { return viewer_ && level_ >= trigger::RemoteLevel::Point; }
    void click(unsigned wheelButton, int times);
    /// Everything that one turn of the event loop brings goes there as one.
    remote::Viewer& gathered();
    void endTurn();

    std::shared_ptr<remote::Viewer> viewer_;
    trigger::RemoteLevel level_ = trigger::RemoteLevel::Look;
    QHash<quint32, desktop::KeySymbol> held_;  // by the key's own number: its symbol may change meanwhile
    QPoint at_;
    unsigned buttons_ = 0;
    QPoint turned_;  // wheel, not yet a whole step
    bool gathering_ = false;
};

}  // namespace sesame::app
