// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/careful_window.h"

#include "sesame/client/rule_sets.h"

namespace sesame::app {

class PlainLabel;
class PlainPassage;
class SetRows;

/// "Anna offers you 5 phrases": all of them with what they do, and one Yes or No for the whole. As careful as
/// the question of consent.
class OfferWindow : public CarefulWindow {
    Q_OBJECT

  public:
    explicit OfferWindow(const Clock& clock, QWidget* parent = nullptr);
    void ask(const client::OfferView& offer, const QList<client::SetRowView>& rows);
    void close();

  Q_SIGNALS:
    void answered(const sesame::MessageId& offer, bool yes);

  protected:
    void fitTo(int wide) override;
    void answer(bool yes) override;

  private:
    OfferWindow(std::unique_ptr<consent::CalmPress> press, const Clock& clock, QWidget* parent);
    std::unique_ptr<consent::CalmPress> press_;
    PlainPassage* sentence_;
    PlainLabel* problem_;
    SetRows* rows_;
    MessageId offer_;
};

}  // namespace sesame::app
