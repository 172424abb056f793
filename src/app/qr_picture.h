// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace sesame::app {

/// A text as a QR code, black on white with the quiet zone that cameras need.
class QrPicture : public QWidget {
    Q_OBJECT

  public:
    explicit QrPicture(QWidget* parent = nullptr);
    void show(const QString& text);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QImage modules_;  // one pixel a module
};

}  // namespace sesame::app
