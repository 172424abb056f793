// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>

namespace sesame::app {

/// One window per data directory: a second start only raises the first one (S44). What it may hand over is
/// the word "raise" and one invitation link, which fills a field and does nothing by itself.
class SingleInstance : public QObject {
    Q_OBJECT

  public:
    static constexpr qsizetype kMaxLine = 4200;

    explicit SingleInstance(const QString& directory, QObject* parent = nullptr);
    /// True when another one runs here; it has been told.
    bool raiseOther(const QString& link);
    void listen();

  Q_SIGNALS:
    void raised(const QString& link);

  private:
    void read();
    QString name_;
    QLocalServer server_;
};

}  // namespace sesame::app
