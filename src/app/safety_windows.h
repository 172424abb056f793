// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>

namespace sesame::app {

/// Knows whether a window of ours is open in which the user decides something: any dialog, and the
/// question about an offer. While one is, a
/// helper must not reach anything (S24). The consent question and "shall it go on?" are known to the client.
class SafetyWindows : public QObject {
    Q_OBJECT

  public:
    explicit SafetyWindows(QObject* parent = nullptr);
    bool open() const { return !shown_.isEmpty(); }

  Q_SIGNALS:
    void opened(bool open);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void change(const QObject* dialog, bool shown);
    QSet<const QObject*> shown_;
};

}  // namespace sesame::app
