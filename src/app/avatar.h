// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QWidget>

namespace sesame::app {

/// A round picture with the initial of `name`, in a colour that belongs to `seed` (the handle) and stays.
void paintAvatar(QPainter& painter, const QRectF& place, const QString& name, const QString& seed);

/// The colour that belongs to `seed`; dark enough for white on it.
QColor avatarColor(const QString& seed);

/// The same as a widget of fixed size.
class Avatar : public QWidget {
    Q_OBJECT

  public:
    explicit Avatar(int size, QWidget* parent = nullptr);
    void show(const QString& name, const QString& seed);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString name_;
    QString seed_;
};

}  // namespace sesame::app
