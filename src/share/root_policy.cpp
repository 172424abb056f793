// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/root_policy.h"

#include "sesame/places/path_policy.h"

#include <algorithm>
#include <array>

namespace sesame::share {
namespace {

constexpr std::array<std::string_view, 13> kSystemPlaces = {"/bin",   "/boot",  "/dev",  "/etc",  "/lib",
                                                            "/lib32", "/lib64", "/proc", "/sbin", "/sys",
                                                            "/usr",   "/var",   "/run"};
// Where removable disks are.
constexpr std::string_view kDisks = "/run/media";
constexpr std::string_view kHomes = "/home";

bool isOfTheSystem(const std::string& path) {
    return !places::liesIn(path, kDisks) &&
           std::any_of(kSystemPlaces.begin(), kSystemPlaces.end(),
                       [&](std::string_view place) { return places::liesIn(path, place); });
}

}  // namespace

Status checkRoot(const std::string& path, const Boundaries& boundaries) {
    SESAME_TRY_ASSIGN(const auto parts, places::componentsOf(path));
    const bool somebodysHome = parts.size() == 2 && places::liesIn(path, kHomes);
    if (parts.size() < 2 || somebodysHome || places::liesIn(boundaries.home, path))
        return Error{ErrorCode::Refused, "too much to share at once"};
    if (isOfTheSystem(path))
        return Error{ErrorCode::Refused, "a place of the system"};
    for (const std::string& secret : boundaries.secret)
        if (places::liesIn(path, secret) || places::liesIn(secret, path))
            return Error{ErrorCode::Refused, "a place that holds secrets"};
    if (std::any_of(parts.begin(), parts.end(), [](const std::string& part) { return isWithheldName(part); }))
        return Error{ErrorCode::Refused, "a place that holds secrets"};
    return {};
}

}  // namespace sesame::share
