// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/rule_sets.h"

#include <QWidget>

namespace sesame::app {

class PlainLabel;
class RowList;

/// Who has which set of this user's: offered, accepted, declined; and a button to take an offer back.
class OffersPage : public QWidget {
    Q_OBJECT

  public:
    explicit OffersPage(client::RuleSets& sets, QWidget* parent = nullptr);

  private:
    void reload();
    QWidget* makeRow(const client::OfferView& offer);
    void takeBack(const MessageId& offer);

    client::RuleSets& sets_;
    PlainLabel* words_;
    RowList* rows_;
};

}  // namespace sesame::app
