// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/contact_delegate.h"

namespace sesame::app {

/// Draws a group like a contact, with a sign of several heads.
class GroupDelegate : public ContactDelegate {
    Q_OBJECT

  public:
    using ContactDelegate::ContactDelegate;

  protected:
    ListedRow rowAt(const QModelIndex& index) const override;
};

}  // namespace sesame::app
