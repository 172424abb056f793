// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/control.h"

#include "share/frame.h"

#include "sesame/wire/frame.h"

#include <algorithm>
#include <climits>

namespace sesame::share {
namespace {

using Body = pb::ShareFrame;

bool isFolder(const std::string& path) {
    return path.empty() || isPathBelow(path);
}

bool check(const pb::ShareHello& body, Side from) {
    if (from == Side::Client)
        return true;
    return body.level() >= 1 && body.level() <= 3 && isPathBelow(body.name()) &&
           body.name().size() <= NAME_MAX;
}

bool check(const pb::ListFolder& body) {
    return isFolder(body.folder()) && body.order() <= 2 && body.search().size() <= kMaxSearchBytes;
}

bool check(const pb::PageOfListing& body) {
    return body.count() > 0 && body.count() <= kMaxPageEntries;
}

bool check(const pb::FolderEntries& body) {
    return body.entries_size() <= kMaxPageEntries &&
           std::all_of(body.entries().begin(), body.entries().end(),
                       [](const pb::FolderEntry& entry) { return isPathBelow(entry.name()); });
}

bool check(const pb::OfferFiles& body) {
    const auto size = static_cast<std::size_t>(body.files_size());
    return size <= kMaxOutstanding &&
           std::all_of(body.files().begin(), body.files().end(),
                       [](const pb::OfferedFile& file) { return isPathBelow(file.path()); }) &&
           std::all_of(body.folders().begin(), body.folders().end(),
                       [](const std::string& path) { return isPathBelow(path); });
}

bool check(const pb::WantFiles& body) {
    const auto size = static_cast<std::size_t>(body.files_size());
    return size > 0 && size <= kMaxOutstanding;
}

bool mayCome(Body::BodyCase body, Side from) {
    switch (body) {
        case Body::kList:
        case Body::kPage:
        case Body::kTake:
        case Body::kPut:
            return from == Side::Client;
        case Body::kListed:
        case Body::kEntries:
        case Body::kRefusal:
            return from == Side::Server;
        case Body::BODY_NOT_SET:
            return false;
        default:
            return true;
    }
}

bool checkBody(const Body& frame, Side from) {
    switch (frame.body_case()) {
        case Body::kHello:
            return check(frame.hello(), from);
        case Body::kList:
            return check(frame.list());
        case Body::kPage:
            return check(frame.page());
        case Body::kEntries:
            return check(frame.entries());
        case Body::kTake:
            return isFolder(frame.take().path());
        case Body::kPut:
            return frame.put().id().size() == kPutIdBytes;
        case Body::kOffer:
            return check(frame.offer());
        case Body::kWant:
            return check(frame.want());
        default:
            return true;
    }
}

}  // namespace

Result<pb::ShareFrame> readControl(ByteView bytes, Side from) {
    pb::ShareFrame frame;
    SESAME_TRY(wire::parse(bytes, frame, kMaxControlBytes));
    if (!mayCome(frame.body_case(), from) || !checkBody(frame, from))
        return Error{ErrorCode::Malformed, "a frame that breaks a limit"};
    return frame;
}

bool isPathBelow(std::string_view path) {
    if (path.empty() || path.size() > kMaxPathBytes || path.find('\0') != std::string_view::npos)
        return false;
    while (true) {
        const std::size_t end = std::min(path.find('/'), path.size());
        const std::string_view part = path.substr(0, end);
        if (part.empty() || part == "." || part == ".." || part.size() > NAME_MAX)
            return false;
        if (end == path.size())
            return true;
        path.remove_prefix(end + 1);
    }
}

pb::ShareReason reasonOf(Ending ending) {
    return static_cast<pb::ShareReason>(ending);
}

// A later version may know more reasons.
Ending endingOf(pb::ShareReason reason) {
    const bool known = pb::ShareReason_IsValid(reason) && reason != pb::SHARE_REASON_UNSPECIFIED;
    return known ? static_cast<Ending>(reason) : Ending::Failed;
}

Ending endingOf(const Error& error) {
    switch (error.code) {
        case ErrorCode::NotFound:
        case ErrorCode::Refused:
            return Ending::NotFound;
        case ErrorCode::Changed:
            return Ending::Changed;
        case ErrorCode::Full:
            return Ending::Full;
        case ErrorCode::Cancelled:
            return Ending::Cancelled;
        default:
            return Ending::Failed;
    }
}

const char* name(Ending ending) {
    switch (ending) {
        case Ending::Done:
            return "done";
        case Ending::Cancelled:
            return "cancelled";
        case Ending::NotFound:
            return "not found";
        case Ending::NotAllowed:
            return "not allowed";
        case Ending::Changed:
            return "changed";
        case Ending::Full:
            return "full";
        case Ending::Busy:
            return "busy";
        case Ending::Expired:
            return "expired";
        case Ending::Failed:
            return "failed";
    }
    return "unknown";
}

}  // namespace sesame::share
