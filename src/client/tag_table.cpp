// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/tag_table.h"

#include "sesame/trigger/phrase_tag.h"
#include "sesame/wire/frame.h"

#include <journal.pb.h>

#include <algorithm>

namespace sesame::client {
namespace {

constexpr std::size_t kMostBytes = 64UL * 1024;

}  // namespace

TagTable makeTagTable(const std::vector<trigger::Candidate>& rules, std::uint64_t epoch,
                      std::string_view receiver, std::string_view helper, crypto::Random& random) {
    TagTable out;
    out.told.epoch = epoch;
    const crypto::Key key(random.bytes<32>());
    out.told.key = SentSecret(key);
    for (const auto& one : rules) {
        const auto tag = trigger::tagOf(key, receiver, helper, one.rule.phrase);
        if (!tag)
            continue;
        const TagReference reference{random.bytes<TagReference::kSize>()};
        out.told.marks.push_back({reference, one.hash});
        out.rows.push_back({*tag, reference});
    }
    while (out.rows.size() % kTagRowsStep != 0)
        out.rows.push_back(
            {PhraseTag{random.bytes<PhraseTag::kSize>()}, TagReference{random.bytes<TagReference::kSize>()}});
    std::sort(out.rows.begin(), out.rows.end(), [](const auto& a, const auto& b) { return a.tag < b.tag; });
    return out;
}

bool isAbout(const TagTable& table, const std::vector<trigger::Candidate>& rules) {
    std::vector<RuleHash> has, wanted;
    for (const auto& mark : table.told.marks)
        has.push_back(mark.rule);
    for (const auto& one : rules)
        wanted.push_back(one.hash);
    std::sort(has.begin(), has.end());
    std::sort(wanted.begin(), wanted.end());
    return has == wanted;
}

Bytes encode(const TagTable& table) {
    wire::pb::TagTable out;
    write(table.told, *out.mutable_told());
    for (const auto& row : table.rows) {
        auto& one = *out.add_rows();
        one.set_tag(toString(row.tag.view()));
        one.set_reference(toString(row.reference.view()));
    }
    return wire::serialise(out);
}

Result<TagTable> decodeTagTable(ByteView bytes) {
    wire::pb::TagTable in;
    SESAME_TRY(wire::parse(bytes, in, kMostBytes));
    TagTable out;
    SESAME_TRY_ASSIGN(out.told, read(in.told()));
    for (const auto& one : in.rows()) {
        TagTable::Row row;
        SESAME_TRY_ASSIGN(row.tag, PhraseTag::from(asBytes(one.tag())));
        SESAME_TRY_ASSIGN(row.reference, TagReference::from(asBytes(one.reference())));
        out.rows.push_back(row);
    }
    return out;
}

}  // namespace sesame::client
