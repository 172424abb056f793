// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

namespace sesame::cli {

/// Lines from standard input without blocking the event loop. A line over 1 MiB is dropped whole and
/// reported.
class LineReader : public QObject {
    Q_OBJECT

  public:
    LineReader();

  Q_SIGNALS:
    void line(const QByteArray& line);
    void tooLong();
    void ended();

  private:
    void read();
    void takeLines();

    QSocketNotifier notifier_;
    QByteArray buffer_;
    bool skipping_ = false;
};

}  // namespace sesame::cli
