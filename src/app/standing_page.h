// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/shares.h"

#include <QWidget>

class QVBoxLayout;

namespace sesame::app {

class PlainLabel;

/// Who may open what of this computer again without a question, until when, and a button to end each.
class StandingPage : public QWidget {
    Q_OBJECT

  public:
    explicit StandingPage(client::Shares& shares, QWidget* parent = nullptr);

  private:
    void reload();
    QWidget* makeRow(const client::StandingShareView& share);
    void end(const client::ShareId& id);

    client::Shares& shares_;
    PlainLabel* words_;
    PlainLabel* nothing_;
    QVBoxLayout* rows_;
    QList<QWidget*> shown_;
};

}  // namespace sesame::app
