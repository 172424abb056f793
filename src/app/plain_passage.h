// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace sesame::app {

/// Plain text that may be long or without a single space: wraps anywhere, is as high as it needs to be up to
/// `mostLines`, then scrolls. Can be selected, not changed.
class PlainPassage : public QPlainTextEdit {
    Q_OBJECT

  public:
    explicit PlainPassage(int mostLines, QWidget* parent = nullptr);
    void setPassage(const QString& text);
    /// Relative to the text size of the app, but at least `leastPoints`.
    void setScale(double scale, bool bold = false, double leastPoints = 0);
    /// Takes the height that this width needs; by itself it does so only once it is shown.
    void fitTo(int width);

    QSize sizeHint() const override { return {320, heightFor(width())}; }
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void adoptFont();
    int heightFor(int width) const;
    int mostLines_;
    double scale_ = 1.0;
    bool bold_ = false;
    double leastPoints_ = 0;
};

}  // namespace sesame::app
