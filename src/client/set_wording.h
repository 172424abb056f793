// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/rule_book.h"

namespace sesame::client {

/// The row as it is shown. `whose`: whose table it would stand in; Incoming is this user's own, and `peer`
/// the helper. `until`: of a rule that is made already.
SetRowView viewOf(const SetRow& row, const RuleBook::Fit& fit, Direction whose, const QString& peer,
                  const QDateTime& until = {});

OfferView viewOf(const store::OfferRecord& record, const QString& peer);

namespace wording {

/// How it is answered, where it is recognised, and for how long.
QString terms(const RuleTerms& terms, Direction whose, const QString& peer, const QDateTime& until);
QString fate(const RuleBook::Fit& fit);
/// The whole of an offer in one line, for lists.
QString offer(const OfferView& offer);

}  // namespace wording
}  // namespace sesame::client
