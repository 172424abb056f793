// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace sesame::app {

/// The Yes of the consent dialog. Until it is alive it shows a calm, slowly filling line, and a press on it
/// does nothing at all.
class YesButton : public QPushButton {
    Q_OBJECT

  public:
    explicit YesButton(const QString& text, QWidget* parent = nullptr);
    /// `part` runs from 0 to 1 and is 1 only when the gate is armed.
    void setReadiness(double part);
    bool alive() const { return readiness_ >= 1.0; }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    double readiness_ = 0;
};

}  // namespace sesame::app
