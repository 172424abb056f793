// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/frame.h"

#include "share/control.h"

#include "sesame/wire/frame.h"

#include <gtest/gtest.h>

namespace sesame::share {
namespace {

void append(Bytes& out, ByteView bytes) {
    out.insert(out.end(), bytes.begin(), bytes.end());
}

Bytes controlFrame(const pb::ShareFrame& frame) {
    const Bytes body = wire::serialise(frame);
    Bytes out;
    append(out, frameHeader(FrameKind::Control, body.size()));
    append(out, body);
    return out;
}

Bytes pieceFrame(std::uint32_t transfer, std::uint32_t file, ByteView bytes,
                 const std::optional<ByteArray<32>>& digest) {
    Bytes out;
    append(out, frameHeader(digest ? FrameKind::LastPiece : FrameKind::Piece,
                            kPieceHeaderBytes + (digest ? kDigestBytes : 0) + bytes.size()));
    append(out, pieceHeader(transfer, file));
    if (digest)
        append(out, *digest);
    append(out, bytes);
    return out;
}

void feed(FrameReader& reader, ByteView bytes) {
    const auto room = reader.room();
    ASSERT_GE(room.size(), bytes.size());
    std::copy(bytes.begin(), bytes.end(), room.begin());
    reader.added(bytes.size());
}

TEST(FrameReader, GivesFramesHoweverTheyAreCut) {
    pb::ShareFrame hello;
    hello.mutable_hello()->set_version(1);
    ByteArray<32> digest{};
    digest.fill(std::byte{9});
    Bytes all = controlFrame(hello);
    append(all, pieceFrame(7, 8, asBytes("bytes"), std::nullopt));
    append(all, pieceFrame(7, 8, asBytes("end"), digest));
    append(all, pieceFrame(7, 9, {}, digest));
    for (std::size_t step = 1; step <= all.size(); ++step) {
        FrameReader reader;
        std::vector<std::string> seen;
        for (std::size_t at = 0; at < all.size(); at += step) {
            feed(reader, ByteView(all).subspan(at, std::min(step, all.size() - at)));
            while (true) {
                const auto frame = reader.peek();
                ASSERT_TRUE(frame);
                if (!*frame)
                    break;
                if (const auto* piece = std::get_if<Piece>(&**frame))
                    seen.push_back(std::to_string(piece->transfer) + std::to_string(piece->file) +
                                   toString(piece->bytes) + (piece->digest == digest ? "!" : ""));
                else
                    seen.emplace_back(readControl(std::get<Control>(**frame).bytes, Side::Client) ? "hello"
                                                                                                  : "bad");
                reader.pop();
            }
        }
        ASSERT_EQ(seen, (std::vector<std::string>{"hello", "78bytes", "78end!", "79!"})) << step;
    }
}

// S40, S47: a frame of no such kind or length is refused before anything of it is kept.
TEST(FrameReader, S47RefusesWhatIsNoFrame) {
    const auto refused = [](std::uint8_t kind, std::uint32_t length) {
        FrameReader reader;
        const std::uint32_t word = length | std::uint32_t{kind} << 24;
        Bytes header;
        for (int i = 0; i < 4; ++i)
            header.push_back(static_cast<std::byte>(word >> (8 * i)));
        feed(reader, header);
        return !reader.peek().has_value();
    };
    for (int kind = 0; kind < 256; ++kind)
        EXPECT_EQ(refused(static_cast<std::uint8_t>(kind), 64), kind == 0 || kind > 3) << kind;
    EXPECT_TRUE(refused(1, 0));
    EXPECT_FALSE(refused(1, kMaxControlBytes));
    EXPECT_TRUE(refused(1, kMaxControlBytes + 1));
    EXPECT_TRUE(refused(2, kPieceHeaderBytes));
    EXPECT_FALSE(refused(2, kPieceHeaderBytes + kMaxPieceBytes));
    EXPECT_TRUE(refused(2, kPieceHeaderBytes + kMaxPieceBytes + 1));
    EXPECT_TRUE(refused(3, kPieceHeaderBytes + kDigestBytes - 1));
    EXPECT_FALSE(refused(3, kPieceHeaderBytes + kDigestBytes));
    EXPECT_TRUE(refused(3, kPieceHeaderBytes + kDigestBytes + kMaxPieceBytes + 1));
}

TEST(IsPathBelow, AcceptsOnlyAWayDown) {
    for (const char* path : {"a", "a/b/c", "...", " ", "-x", ".hidden", "a\nb", "\xFF"})
        EXPECT_TRUE(isPathBelow(path)) << path;
    for (const char* path : {"", "/", "/a", "a/", "a//b", ".", "..", "a/..", "../a", "a/./b"})
        EXPECT_FALSE(isPathBelow(path)) << path;
    EXPECT_FALSE(isPathBelow(std::string("a\0b", 3)));
    EXPECT_FALSE(isPathBelow(std::string(256, 'a')));
    EXPECT_TRUE(isPathBelow(std::string(255, 'a')));
    std::string deep = "a";
    while (deep.size() < kMaxPathBytes - 1)
        deep += "/a";
    EXPECT_TRUE(isPathBelow(deep));
    EXPECT_FALSE(isPathBelow(deep + "/a"));
}

bool accepted(const pb::ShareFrame& frame, Side from) {
    return readControl(wire::serialise(frame), from).has_value();
}

// S47: each side hears only what the other may say, and nothing beyond the limits.
TEST(Control, S47KeepsEachSideToItsWords) {
    pb::ShareFrame list;
    list.mutable_list()->set_request(1);
    EXPECT_TRUE(accepted(list, Side::Client));
    EXPECT_FALSE(accepted(list, Side::Server));
    list.mutable_list()->set_folder("../up");
    EXPECT_FALSE(accepted(list, Side::Client));
    list.mutable_list()->set_folder("down");
    list.mutable_list()->set_order(3);
    EXPECT_FALSE(accepted(list, Side::Client));

    pb::ShareFrame listed;
    listed.mutable_listed();
    EXPECT_TRUE(accepted(listed, Side::Server));
    EXPECT_FALSE(accepted(listed, Side::Client));

    pb::ShareFrame offer;
    offer.mutable_offer()->add_files()->set_path("a/b");
    EXPECT_TRUE(accepted(offer, Side::Server));
    EXPECT_TRUE(accepted(offer, Side::Client));
    offer.mutable_offer()->add_files()->set_path("/etc/passwd");
    EXPECT_FALSE(accepted(offer, Side::Server));
    pb::ShareFrame folders;
    folders.mutable_offer()->add_folders("a/../b");
    EXPECT_FALSE(accepted(folders, Side::Server));

    pb::ShareFrame entries;
    entries.mutable_entries()->add_entries()->set_name("a");
    EXPECT_TRUE(accepted(entries, Side::Server));
    entries.mutable_entries()->add_entries()->set_name("..");
    EXPECT_FALSE(accepted(entries, Side::Server));

    pb::ShareFrame put;
    put.mutable_put()->set_id(std::string(16, 'x'));
    EXPECT_TRUE(accepted(put, Side::Client));
    EXPECT_FALSE(accepted(put, Side::Server));
    put.mutable_put()->set_id("short");
    EXPECT_FALSE(accepted(put, Side::Client));

    pb::ShareFrame hello;
    hello.mutable_hello()->set_version(1);
    EXPECT_TRUE(accepted(hello, Side::Client));
    EXPECT_FALSE(accepted(hello, Side::Server));
    hello.mutable_hello()->set_level(3);
    hello.mutable_hello()->set_name("Photos");
    EXPECT_TRUE(accepted(hello, Side::Server));
    hello.mutable_hello()->set_level(4);
    EXPECT_FALSE(accepted(hello, Side::Server));

    EXPECT_FALSE(accepted(pb::ShareFrame(), Side::Client));
    EXPECT_FALSE(readControl(asBytes("no frame at all"), Side::Client));
}

TEST(Control, TakesReasonsOfLaterVersionsForFailures) {
    EXPECT_EQ(endingOf(static_cast<pb::ShareReason>(77)), Ending::Failed);
    EXPECT_EQ(endingOf(pb::SHARE_REASON_UNSPECIFIED), Ending::Failed);
    for (int reason = 1; reason <= 9; ++reason)
        EXPECT_EQ(reasonOf(endingOf(static_cast<pb::ShareReason>(reason))), reason);
}

}  // namespace
}  // namespace sesame::share
