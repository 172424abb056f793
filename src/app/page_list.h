// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace sesame::app {

/// The names of pages beside what they show: always as wide as the longest of them, at any text size.
class PageList : public QListWidget {
  public:
    explicit PageList(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
};

}  // namespace sesame::app
