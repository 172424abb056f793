// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"

#include <QDialog>

namespace sesame::app {

/// Several files fit: which one? Nothing is chosen beforehand, and closing means none.
class ChoiceDialog : public QDialog {
    Q_OBJECT

  public:
    explicit ChoiceDialog(const client::ChoiceView& choice, QWidget* parent = nullptr);

  Q_SIGNALS:
    /// Exactly once. -1: none of them.
    void answered(quint64 question, int index);
};

}  // namespace sesame::app
