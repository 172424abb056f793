// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/shares.h"

#include <QWidget>

namespace sesame::app {

class PlainLabel;
class RowList;

/// Who may open what of this computer again without a question, and what this user may open of others', until
/// when, and a button to end each.
class StandingPage : public QWidget {
    Q_OBJECT

  public:
    explicit StandingPage(client::Shares& shares, QWidget* parent = nullptr);

  private:
    void reload();
    QList<QWidget*> makeRows(bool hosted);
    QWidget* makeRow(const client::StandingShareView& share);
    void end(const client::StandingShareView& share);

    client::Shares& shares_;
    PlainLabel* words_;
    PlainLabel* nothing_;
    RowList* rows_;
};

}  // namespace sesame::app
