// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/share_bridge.h"

#include "client/account_shares.h"
#include "client/hand_over.h"
#include "client/qt_text.h"

#include "sesame/places/honest_text.h"

#include <QDir>

namespace sesame::client {
namespace {

consent::ResolvedTarget targetOf(const share::SharedFolder& folder) {
    return {places::shownText(folder.path()), folder.path(), folder.fingerprint()};
}

}  // namespace

ShareBridge::ShareBridge(const Environment& environment, Events& events, const std::string& ownData)
    : environment_(environment), events_(events), boundaries_{toStd(QDir::homePath()), {ownData}} {
}

Result<consent::ResolvedTarget> ShareBridge::find(const std::string& path) const {
    if (!environment_.showsShares)
        return Error{ErrorCode::Unavailable, "shares cannot be seen here"};
    SESAME_TRY_ASSIGN(const auto folder, share::SharedFolder::open(path, boundaries_));
    return targetOf(folder);
}

Status ShareBridge::begin(const consent::Grant& grant) {
    const consent::GrantScope& scope = grant.scope();
    if (!environment_.showsShares)
        return Error{ErrorCode::Unavailable, "shares cannot be seen here"};
    if (!grant.use(environment_.clock))
        return Error{ErrorCode::Expired, "used, or too old"};
    SESAME_TRY_ASSIGN(auto folder, share::SharedFolder::open(scope.target.reference, boundaries_));
    if (targetOf(folder) != scope.target)
        return Error{ErrorCode::Changed, "it is another one than was shown"};
    return handOver(events_, [&]() -> Status {
        return shares_ ? shares_->begin(scope, std::move(folder))
                       : Error{ErrorCode::Cancelled, "the program ends"};
    });
}

}  // namespace sesame::client
