// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/hub_key.h"

#include "content.pb.h"

#include <set>

namespace sesame::client {
namespace {

constexpr int kMostMarks = 200;  // as many as one helper has rules

}  // namespace

void write(const HubKeyContent& in, wire::pb::HubKey& out) {
    out.set_epoch(in.epoch);
    out.set_key(toString(in.key.bytes));
    for (const HubMark& mark : in.marks) {
        out.add_marks()->set_reference(toString(mark.reference.view()));
        out.mutable_marks()->rbegin()->set_rule_hash(toString(mark.rule.view()));
    }
}

Result<HubKeyContent> read(const wire::pb::HubKey& in) {
    HubKeyContent out;
    out.epoch = in.epoch();
    SESAME_TRY_ASSIGN(out.key.bytes, toArray<32>(asBytes(in.key())));
    if (in.marks_size() > kMostMarks)
        return Error{ErrorCode::Malformed, "too many marks"};
    std::set<TagReference> seen;
    for (const auto& one : in.marks()) {
        HubMark mark;
        SESAME_TRY_ASSIGN(mark.reference, TagReference::from(asBytes(one.reference())));
        SESAME_TRY_ASSIGN(mark.rule, RuleHash::from(asBytes(one.rule_hash())));
        if (!seen.insert(mark.reference).second)
            return Error{ErrorCode::Malformed, "a mark for two rules"};
        out.marks.push_back(mark);
    }
    return out;
}

}  // namespace sesame::client
