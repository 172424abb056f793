// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace sesame::app {

/// The only label of this module: shows plain text, whatever it looks like (M40), wraps, and follows the text
/// size of the app.
class PlainLabel : public QLabel {
    Q_OBJECT

  public:
    explicit PlainLabel(QWidget* parent = nullptr);
    explicit PlainLabel(const QString& text, QWidget* parent = nullptr);

    /// A word too long for any line may break, instead of making the window wider.
    void setText(const QString& text);
    /// Relative to the text size of the app.
    void setScale(double scale, bool bold = false);
    void setInk(const QColor& ink);
    /// Quieter colour, for what is said beside the point.
    void setQuiet(bool quiet);
    /// One line, cut here where it does not fit; the whole text in the tool tip.
    void setElided(Qt::TextElideMode where = Qt::ElideMiddle);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void adoptFont();
    int lineHeight() const;
    double scale_ = 1.0;
    bool bold_ = false;
    Qt::TextElideMode elided_ = Qt::ElideNone;
};

}  // namespace sesame::app
