// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/shares.h"

#include <QString>

/// What a share is and how it goes, in plain words. Names of people and files are made safe to show here.
namespace sesame::app {

/// A name or path as it is on somebody's disk, on one line, as it may be shown.
QString shownName(const std::string& raw);
QString shownName(const QString& name);

/// For the receiver: "Anna may see and take what is in “Photos”"
QString shareForReceiver(const client::HostedShareView& share);
/// For the receiver: "files taken so far: 3 (2.9 MB)", "nothing taken so far"
QString movedWords(const client::HostedShareView& share);
/// For the helper: "You see what is in it and can take copies"
QString shareForHelper(trigger::ShareLevel level);
/// For the helper: how it ended.
QString shareEndForHelper(client::SessionEnd end, const QString& receiver);

/// For the helper: why there is no list.
QString refusalWords(share::Ending why, const QString& receiver);
/// Why a transfer ended that is not done; for whoever reads it.
QString transferEndWords(share::Ending why);

/// Why a file that lies on this computer was not opened.
QString openProblem(ErrorCode code);

/// "2.9 MB"
QString sizeWords(quint64 bytes);

}  // namespace sesame::app
