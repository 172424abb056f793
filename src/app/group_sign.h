// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QWidget>

namespace sesame::app {

/// Several heads in a colour that belongs to `seed` (the group's id) and stays.
void paintGroupSign(QPainter& painter, const QRectF& place, const QString& seed);

/// The same as a widget of fixed size.
class GroupSign : public QWidget {
    Q_OBJECT

  public:
    explicit GroupSign(int size, QWidget* parent = nullptr);
    void show(const QString& seed);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString seed_;
};

}  // namespace sesame::app
