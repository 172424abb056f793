// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/share_bridge.h"

#include "client/qt_text.h"

#include "sesame/places/honest_text.h"

#include <QDir>

namespace sesame::client {

ShareBridge::ShareBridge(const std::string& ownData) : boundaries_{toStd(QDir::homePath()), {ownData}} {
}

Result<consent::ResolvedTarget> ShareBridge::find(const std::string& path) const {
    SESAME_TRY_ASSIGN(const auto folder, share::SharedFolder::open(path, boundaries_));
    return consent::ResolvedTarget{places::shownText(folder.path()), folder.path(), folder.fingerprint()};
}

Status ShareBridge::begin(const consent::Grant&) {
    return Error{ErrorCode::Unavailable, "this client cannot share yet"};
}

}  // namespace sesame::client
