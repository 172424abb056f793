// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas.h"
#include "remote/moves.h"
#include "remote/pieces.h"
#include "remote/restless_tiles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace sesame;
using namespace sesame::remote;
using namespace std::chrono_literals;
using desktop::Point;
using desktop::Rect;
using test::Canvas;
using testing::ElementsAre;
using testing::IsEmpty;

/// A viewer that has all of the canvas.
SentPicture known(const Canvas& canvas) {
    SentPicture sent(canvas.size());
    sent.sent(canvas.pixels(), canvas.whole());
    return sent;
}

TEST(TileGrid, CoversAllOfAPictureOfAnySize) {
    const TileGrid grid({100, 33});
    EXPECT_EQ(grid.count(), 4 * 2);
    EXPECT_EQ(grid.area(3), (Rect{96, 0, 4, 32}));
    EXPECT_EQ(grid.area(7), (Rect{96, 32, 4, 1}));
    EXPECT_EQ(grid.grown({31, 31, 2, 1}), (Rect{0, 0, 64, 32}));
    EXPECT_EQ(grid.touched({500, 500, 10, 10}), Rect{});
}

TEST(SentPicture, KnowsNothingAtFirst) {
    const Canvas canvas({64, 64});
    SentPicture sent(canvas.size());
    EXPECT_FALSE(sent.knowsAll());
    EXPECT_THAT(sent.changed(canvas.pixels(), canvas.whole()), ElementsAre(0, 1, 2, 3));
    EXPECT_EQ(sent.difference(canvas.pixels(), 0), (Rect{0, 0, 32, 32}));
    sent.sent(canvas.pixels(), canvas.whole());
    EXPECT_TRUE(sent.knowsAll());
    EXPECT_FALSE(sent.hasSuspects(canvas.whole()));
}

TEST(SentPicture, FindsTheSmallestAreaThatDiffers) {
    Canvas canvas({64, 64});
    SentPicture sent = known(canvas);
    canvas.fill({40, 7, 3, 5}, 0xff);
    canvas.fill({50, 30, 1, 1}, 0xff);
    sent.suspect({0, 0, 64, 32});
    EXPECT_THAT(sent.changed(canvas.pixels(), canvas.whole()), ElementsAre(1));
    EXPECT_EQ(sent.difference(canvas.pixels(), 1), (Rect{40, 7, 11, 24}));
}

TEST(SentPicture, ForgetsASuspicionThatWasNone) {
    const Canvas canvas({64, 64});
    SentPicture sent = known(canvas);
    sent.suspect(canvas.whole());
    EXPECT_TRUE(sent.hasSuspects(canvas.whole()));
    EXPECT_THAT(sent.changed(canvas.pixels(), canvas.whole()), IsEmpty());
    EXPECT_FALSE(sent.hasSuspects(canvas.whole()));
}

TEST(SentPicture, LooksOnlyAtWhatIsWanted) {
    Canvas canvas({64, 64});
    SentPicture sent = known(canvas);
    canvas.fill(canvas.whole(), 0xff);
    sent.suspect(canvas.whole());
    EXPECT_THAT(sent.changed(canvas.pixels(), {0, 0, 32, 64}), ElementsAre(0, 2));
    EXPECT_TRUE(sent.hasSuspects({32, 0, 32, 32}));
}

TEST(SentPicture, CopiesAsTheViewerDoes) {
    for (const Point from : {Point{10, 10}, Point{30, 10}, Point{10, 30}, Point{30, 30}}) {
        Canvas canvas({96, 96});
        canvas.text();
        SentPicture sent = known(canvas);
        const Rect to{20, 20, 50, 50};
        canvas.copy(to, from);
        EXPECT_FALSE(sent.has(canvas.pixels(), canvas.whole(), {0, 0}));
        sent.copied(to, from);
        EXPECT_TRUE(sent.has(canvas.pixels(), canvas.whole(), {0, 0}));
    }
}

TEST(Pieces, JoinsWhatLiesTogether) {
    const TileGrid grid({128, 96});
    std::vector<Part> all;
    for (int tile = 0; tile < grid.count(); ++tile)
        all.push_back({tile, grid.area(tile)});
    const auto pieces = joined(grid, all, 64 * 1024);
    ASSERT_EQ(pieces.size(), 1U);
    EXPECT_EQ(pieces[0].area, grid.whole());
    EXPECT_EQ(pieces[0].tiles.size(), 12U);
}

TEST(Pieces, LeavesApartWhatWouldCarryTooMuchAlong) {
    const TileGrid grid({128, 96});
    const auto pieces =
        joined(grid, {{0, {0, 0, 2, 30}}, {1, {60, 30, 2, 1}}, {11, grid.area(11)}}, 64 * 1024);
    EXPECT_EQ(pieces.size(), 3U);
}

TEST(Pieces, AreNotLargerThanAllowed) {
    const TileGrid grid({640, 480});
    std::vector<Part> all;
    for (int tile = 0; tile < grid.count(); ++tile)
        all.push_back({tile, grid.area(tile)});
    std::int64_t sum = 0;
    for (const Piece& piece : joined(grid, all, 64 * 1024)) {
        EXPECT_LE(piece.area.area(), 64 * 1024);
        sum += piece.area.area();
    }
    EXPECT_EQ(sum, grid.whole().area());
}

class MovesTest : public testing::Test {
  protected:
    MovesTest() { canvas_.text(); }
    Moves find(SentPicture& sent) {
        return finder_.find(canvas_.pixels(), sent, sent.changed(canvas_.pixels(), canvas_.whole()));
    }
    /// Applies what is found, and says how many pixels are still wrong.
    std::int64_t wrongAfterMoves(SentPicture& sent) {
        sent.suspect(canvas_.whole());
        const Moves moves = find(sent);
        for (const Move& move : moves.all)
            sent.copied(move.to, move.from);
        for (const int tile : moves.explained)
            EXPECT_TRUE(sent.difference(canvas_.pixels(), tile).isEmpty());
        std::int64_t wrong = 0;
        for (int tile = 0; tile < sent.grid().count(); ++tile)
            wrong += sent.difference(canvas_.pixels(), tile).area();
        return wrong;
    }
    Canvas canvas_{{640, 480}};
    MoveFinder finder_;
};

TEST_F(MovesTest, FindsScrolling) {
    for (const int by : {1, 3, 17, 40, 120, -40, -1}) {
        SentPicture sent = known(canvas_);
        canvas_.scroll({20, 30, 600, 400}, by);
        EXPECT_LE(wrongAfterMoves(sent), 600 * std::abs(by) + 600 * 32) << by;
    }
}

TEST_F(MovesTest, FindsWhatIsDragged) {
    Canvas window({200, 150});
    window.text(77);
    canvas_.paste({100, 100}, window);
    Point at{100, 100};
    for (const Point by : {Point{7, 5}, Point{-13, 4}, Point{40, -31}, Point{0, 9}, Point{-8, 0}}) {
        SentPicture sent = known(canvas_);
        canvas_.text();
        at = {at.x + by.x, at.y + by.y};
        canvas_.paste(at, window);
        EXPECT_LE(wrongAfterMoves(sent), 200 * 150 / 2) << by.x << ',' << by.y;
    }
}

// What lies beside the picture in memory may look like what moved in, and is not to be read.
TEST_F(MovesTest, StaysInsideThePicture) {
    const Rect part{128, 96, 320, 256};
    const auto seen = [&](Point at) {
        return desktop::Pixels{&canvas_.at(at), {part.width, part.height}, canvas_.size().width};
    };
    for (const Point by : {Point{0, -40}, Point{0, 40}, Point{-40, 0}, Point{40, 0}}) {
        SentPicture sent({part.width, part.height});
        sent.sent(seen({part.x + by.x, part.y + by.y}), sent.grid().whole());
        sent.suspect(sent.grid().whole());
        const desktop::Pixels now = seen({part.x, part.y});
        const Moves moves = MoveFinder().find(now, sent, sent.changed(now, sent.grid().whole()));
        EXPECT_FALSE(moves.all.empty());
        for (const Move& move : moves.all) {
            EXPECT_TRUE(sent.grid().whole().contains(move.to)) << by.x << ',' << by.y;
            EXPECT_TRUE(
                sent.grid().whole().contains({move.from.x, move.from.y, move.to.width, move.to.height}));
        }
    }
}

TEST_F(MovesTest, FindsNothingInAVideo) {
    SentPicture sent = known(canvas_);
    canvas_.noise(canvas_.whole(), 1);
    sent.suspect(canvas_.whole());
    EXPECT_THAT(find(sent).all, IsEmpty());
}

TEST_F(MovesTest, DoesNotSearchForALetter) {
    SentPicture sent = known(canvas_);
    canvas_.fill({100, 100, 8, 12}, 0);
    sent.suspect(canvas_.whole());
    EXPECT_THAT(find(sent).all, IsEmpty());
}

class RestlessTilesTest : public testing::Test {
  protected:
    RestlessTilesTest() { canvas_.noise({0, 0, 32, 32}, 1); }
    void play(int tile, int frames) {
        for (int i = 0; i < frames; ++i)
            tiles_.changed(tile, now_ += 33ms);
    }
    Canvas canvas_{{64, 32}};
    RestlessTiles tiles_{TileGrid(canvas_.size())};
    RestlessTiles::Time now_{1h};
};

TEST_F(RestlessTilesTest, KnowsAVideo) {
    EXPECT_FALSE(tiles_.isVideo(canvas_.pixels(), 0, {0, 0, 32, 32}));
    play(0, RestlessTiles::kChanges);
    EXPECT_FALSE(tiles_.isVideo(canvas_.pixels(), 0, {0, 0, 32, 32}));
    play(0, 1);
    EXPECT_TRUE(tiles_.isVideo(canvas_.pixels(), 0, {0, 0, 32, 32}));
}

TEST_F(RestlessTilesTest, TakesNoTextForAVideo) {
    canvas_.text();
    play(0, 100);
    EXPECT_FALSE(tiles_.isVideo(canvas_.pixels(), 0, {0, 0, 32, 32}));
}

TEST_F(RestlessTilesTest, TakesNoSlideShowForAVideo) {
    for (int i = 0; i < 20; ++i)
        tiles_.changed(0, now_ += RestlessTiles::kPause);
    EXPECT_FALSE(tiles_.isVideo(canvas_.pixels(), 0, {0, 0, 32, 32}));
}

// Otherwise a video on a slow line would go without loss, which takes several times as much of it.
TEST_F(RestlessTilesTest, AVideoThatWaitsForTheLineIsStillOne) {
    play(0, 10);
    const auto since = now_ + 33ms;
    for (int i = 0; i < 20; ++i)
        tiles_.waits(0, now_ += 33ms);
    EXPECT_EQ(tiles_.waitsSince(0), since);
    play(0, 1);
    EXPECT_TRUE(tiles_.isVideo(canvas_.pixels(), 0, {0, 0, 32, 32}));
    EXPECT_EQ(tiles_.waitsSince(0), RestlessTiles::Time::max());
}

TEST_F(RestlessTilesTest, AStillPictureThatWaitsForTheLineIsNoVideo) {
    for (int i = 0; i < 20; ++i)
        tiles_.waits(0, now_ += 33ms);
    play(0, 1);
    EXPECT_FALSE(tiles_.isVideo(canvas_.pixels(), 0, {0, 0, 32, 32}));
}

TEST_F(RestlessTilesTest, NamesRoughTilesOnceTheyRest) {
    play(0, 10);
    tiles_.sent({0, 0, 32, 32}, true);
    const auto rests = now_ + RestlessTiles::kPause;
    EXPECT_EQ(tiles_.nextDue(canvas_.whole()), rests);
    EXPECT_THAT(tiles_.due(canvas_.whole(), rests - 1ms), IsEmpty());
    EXPECT_THAT(tiles_.due(canvas_.whole(), rests), ElementsAre(0));
    EXPECT_THAT(tiles_.due({32, 0, 32, 32}, rests), IsEmpty());
    tiles_.sent({0, 0, 16, 32}, false);
    EXPECT_THAT(tiles_.due(canvas_.whole(), rests), ElementsAre(0)) << "half of it is still rough";
    tiles_.sent({0, 0, 32, 32}, false);
    EXPECT_THAT(tiles_.due(canvas_.whole(), rests), IsEmpty());
    EXPECT_EQ(tiles_.nextDue(canvas_.whole()), std::nullopt);
}

TEST_F(RestlessTilesTest, ACopyOfARoughTileIsRough) {
    tiles_.sent({0, 0, 32, 32}, true);
    tiles_.copied({40, 0, 10, 10}, {0, 0}, now_);
    EXPECT_THAT(tiles_.due(canvas_.whole(), now_ + RestlessTiles::kPause), ElementsAre(0, 1));
}

}  // namespace
