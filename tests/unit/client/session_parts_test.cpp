// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/feed.h"
#include "client/outcome_row.h"
#include "client/picture_news.h"
#include "client/private_watch.h"
#include "client/safety_windows.h"
#include "client/session_time.h"
#include "client/wind_up.h"
#include "support/fake_clock.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <condition_variable>
#include <future>

namespace sesame::client {
namespace {

constexpr std::int64_t kMinute = SessionTime::kMinuteMs;
using Due = SessionTime::Due;

// M17
TEST(SessionTime, M17AsksAfterHalfAnHourAndEndsFiveMinutesLaterUnanswered) {
    test::FakeClock clock;
    SessionTime time(clock, 120);
    clock.advance(30 * kMinute - 1);
    EXPECT_EQ(time.look(), Due::Nothing);
    clock.advance(1);
    EXPECT_EQ(time.look(), Due::Question);
    EXPECT_TRUE(time.asking());
    EXPECT_EQ(time.leftMs(), 5 * kMinute);
    clock.advance(5 * kMinute - 1);
    EXPECT_EQ(time.look(), Due::Nothing);
    clock.advance(1);
    EXPECT_EQ(time.look(), Due::End);
}

TEST(SessionTime, GoesOnForAnotherHalfHourAfterAYes) {
    test::FakeClock clock;
    SessionTime time(clock, 120);
    for (int round = 0; round < 6; ++round) {
        clock.advance(30 * kMinute);
        EXPECT_EQ(time.look(), Due::Question) << round;
        clock.advance(kMinute);
        time.goOn();
        EXPECT_FALSE(time.asking());
        EXPECT_GE(time.leftMs(), 30 * kMinute);
        EXPECT_EQ(time.look(), Due::Nothing);
    }
}

TEST(SessionTime, AsksJustBeforeTheTimeThatWasChosenIsOver) {
    for (const std::uint32_t minutes : {1U, 10U, 30U}) {
        test::FakeClock clock;
        SessionTime time(clock, minutes);
        EXPECT_EQ(time.leftMs(), minutes * kMinute);
        clock.advance(minutes * kMinute - SessionTime::kAheadMs - 1);
        EXPECT_EQ(time.look(), Due::Nothing);
        clock.advance(1);
        EXPECT_EQ(time.look(), Due::Question);
        clock.advance(5 * kMinute);
        EXPECT_EQ(time.look(), Due::End);
    }
}

TEST(SessionTime, EndsWithoutAQuestionWhenNobodyWasThereToBeAsked) {
    test::FakeClock clock;
    SessionTime time(clock, 30);
    clock.advance(8 * 60 * kMinute);
    EXPECT_EQ(time.look(), Due::End);
}

TEST(SafetyWindows, AreCountedAndToldOfBeforeTheFirstAndAfterTheLast) {
    SafetyWindows windows;
    std::vector<bool> told;
    windows.onChange([&](bool open) { told.push_back(open); });
    SafetyWindow first = windows.open();
    EXPECT_EQ(told, std::vector<bool>{true});
    SafetyWindow second = windows.open();
    const SafetyWindow copy = first;
    first.reset();
    second.reset();
    EXPECT_TRUE(windows.anyOpen()) << "one copy is left";
    EXPECT_EQ(told, std::vector<bool>{true});
    const_cast<SafetyWindow&>(copy).reset();
    EXPECT_FALSE(windows.anyOpen());
    EXPECT_EQ(told, (std::vector<bool>{true, false}));
}

TEST(WindUp, IsDoneAtOnceWhereNothingHasToBeWaitedFor) {
    bool stopped = false;
    bool done = false;
    WindUp windUp;
    windUp.begin([&] { stopped = true; }, [&] { done = stopped; });
    windUp.finish();
    EXPECT_TRUE(done);
}

TEST(WindUp, LeavesTheWindowAloneWhileADiskIsSlow) {
    int argc = 1;
    char name[] = "test";
    char* argv[] = {name, nullptr};
    const QCoreApplication application(argc, argv);
    std::promise<void> disk;
    bool done = false;
    WindUp windUp;
    windUp.begin([written = disk.get_future().share()] { written.wait(); },
                 [&] {
                     done = true;
                     QCoreApplication::quit();
                 });
    EXPECT_FALSE(done);
    disk.set_value();
    EXPECT_EQ(QCoreApplication::exec(), 0);
    EXPECT_TRUE(done);
}

TEST(WindUp, WaitsWhereNothingElseIsLeftToDo) {
    std::promise<void> disk;
    int done = 0;
    WindUp windUp;
    windUp.begin([written = disk.get_future().share()] { written.wait(); }, [&] { ++done; });
    disk.set_value();
    windUp.finish();
    windUp.finish();
    EXPECT_EQ(done, 1);
}

TEST(Feed, DropsWhatIsQueuedOnceItIsCut) {
    int argc = 1;
    char name[] = "test";
    char* argv[] = {name, nullptr};
    const QCoreApplication application(argc, argv);
    struct Target : QObject {
        int calls = 0;
    } target;
    Feed<Target> feed(target);
    feed.post([](Target& self) { ++self.calls; });
    QCoreApplication::processEvents();
    EXPECT_EQ(target.calls, 1);
    feed.post([](Target& self) { ++self.calls; });
    feed.cut();
    feed.post([](Target& self) { ++self.calls; });
    QCoreApplication::processEvents();
    EXPECT_EQ(target.calls, 1);
}

TEST(PictureNews, TellsOnceUntilSomebodyLooks) {
    PictureNews news;
    EXPECT_FALSE(news.add({}));
    EXPECT_TRUE(news.add({{0, 0, 10, 10}}));
    EXPECT_FALSE(news.add({{20, 20, 10, 10}}));
    EXPECT_EQ(news.take(), (QList<QRect>{{0, 0, 10, 10}, {20, 20, 10, 10}}));
    EXPECT_TRUE(news.take().isEmpty());
    EXPECT_TRUE(news.add({{1, 1, 1, 1}}));
}

TEST(PictureNews, StaysSmallWhateverHappens) {
    PictureNews news;
    for (int i = 0; i < 10'000; ++i)
        news.add({{i, i, 1, 1}});
    const QList<QRect> areas = news.take();
    EXPECT_LE(areas.size(), 256);
    QRect box;
    for (const QRect& area : areas)
        box |= area;
    EXPECT_EQ(box, QRect(0, 0, 10'000, 10'000));
}

TEST(OutcomeRow, KeepsHowASessionWent) {
    const auto row = sessionRow({}, {SessionEnd::TimeOver, trigger::RemoteLevel::Control, true, 754});
    EXPECT_EQ(row.kind, store::MessageKind::Outcome);
    EXPECT_EQ(row.text, "session-time-over");
    const QString words = outcomeText(row, QStringLiteral("Mum"));
    EXPECT_EQ(words,
              QStringLiteral("You saw the screen of Mum and used mouse and keyboard there for 12 minutes. "
                             "The time was over."));
}

TEST(OutcomeRow, KeepsHowAShareWent) {
    const ShareSummary summary{
        SessionEnd::Stopped, {"Photos; 2026", trigger::ShareLevel::Put, 12, 3'000'000, 1}, true, 59};
    auto row = shareRow({}, summary);
    EXPECT_EQ(row.text, "shared-stopped");
    row.direction = store::Direction::Outgoing;
    EXPECT_EQ(
        outcomeText(row, QStringLiteral("Anna")),
        QStringLiteral("“Photos; 2026” was shared with Anna for less than a minute. Files taken: 12 (3.0 "
                       "MB). Files left: 1. You ended it."));
    row.direction = store::Direction::Incoming;
    EXPECT_TRUE(
        outcomeText(row, QStringLiteral("Mum")).startsWith(QStringLiteral("Mum shared “Photos; 2026”")));
    row.extra = "99;x;-1;;;;";
    EXPECT_FALSE(outcomeText(row, QStringLiteral("Mum")).isEmpty());
    row.extra = "1;1;1";
    EXPECT_EQ(outcomeText(row, QStringLiteral("Mum")), QString());
}

TEST(OutcomeRow, SaysWhoseComputerItWas) {
    using execute::OutcomeKind;
    const trigger::Command program = trigger::LaunchProgram{"Music"};
    const trigger::Command page = trigger::ImSettings{"appearance", {}, {}};
    const trigger::Command setting = trigger::ImSettings{{}, "text-size", "large"};
    const trigger::Command folder = trigger::ShareFolder{"", "Photos", trigger::ShareLevel::Look, 60};
    const auto said = [](const trigger::Command& command, OutcomeKind kind, store::Direction direction) {
        store::MessageRecord row = outcomeRow({}, kind, command, saidTarget(command));
        row.direction = direction;
        return outcomeText(row, QStringLiteral("Mum %1"));
    };
    EXPECT_EQ(said(program, OutcomeKind::NotFound, store::Direction::Incoming),
              QStringLiteral("“Music” was not found on the computer of Mum %1."));
    EXPECT_EQ(said(program, OutcomeKind::Started, store::Direction::Incoming),
              QStringLiteral("“Music” was opened."));
    EXPECT_EQ(
        said(setting, OutcomeKind::Refused, store::Direction::Incoming),
        QStringLiteral("The setting “Text size” may not be changed to “Large” on the computer of Mum %1."));
    for (const auto& command : {program, page, setting, folder})
        for (const OutcomeKind kind : {OutcomeKind::NotFound, OutcomeKind::Refused}) {
            EXPECT_FALSE(
                said(command, kind, store::Direction::Incoming).contains(QStringLiteral("this computer")));
            EXPECT_FALSE(said(command, kind, store::Direction::Outgoing).contains(QStringLiteral("Mum")));
        }
}

TEST(OutcomeRow, SaysNothingWrongForARowThatIsBroken) {
    store::MessageRecord row;
    row.text = "session-stopped";
    for (const char* extra : {"", "1;1", "a;b;c;d", ";;;;;;"}) {
        row.extra = extra;
        EXPECT_EQ(outcomeText(row, QStringLiteral("Mum")), QString());
    }
    row.extra = "99;1;-5";
    EXPECT_FALSE(outcomeText(row, QStringLiteral("Mum")).isEmpty());
}

/// A desktop with one active window, which changes when told.
class OneWindow final : public desktop::Windows {
  public:
    struct State {
        std::mutex mutex;
        std::condition_variable changed;
        std::string title;
        int changes = 0;
        void set(const std::string& newTitle) {
            const std::lock_guard lock(mutex);
            title = newTitle;
            ++changes;
            changed.notify_all();
        }
    };
    explicit OneWindow(State& state) : state_(state) {}
    std::vector<Window> list() const override { return {}; }
    std::optional<Window> active() const override {
        const std::lock_guard lock(state_.mutex);
        seen_ = state_.changes;
        return Window{1, "firefox", state_.title, 0};
    }
    Status activate(const Window&) override { return {}; }
    Status waitForChange(int timeOutMs) override {
        std::unique_lock lock(state_.mutex);
        state_.changed.wait_for(lock, std::chrono::milliseconds(timeOutMs),
                                [&] { return state_.changes != seen_; });
        return {};
    }

  private:
    State& state_;
    mutable int seen_ = 0;
};

// S30
TEST(PrivateWatch, SaysWhenAPrivateWindowComesToTheFrontAndGoes) {
    OneWindow::State state;
    std::mutex mutex;
    std::condition_variable heard;
    std::vector<bool> said;
    const auto until = [&](std::size_t count) {
        std::unique_lock lock(mutex);
        return heard.wait_for(lock, std::chrono::seconds(20), [&] { return said.size() >= count; });
    };
    state.set("Holiday photos");
    PrivateWatch watch([&] { return std::make_unique<OneWindow>(state); },
                       [&](bool inFront) {
                           const std::lock_guard lock(mutex);
                           said.push_back(inFront);
                           heard.notify_all();
                       });
    state.set("KeePassXC");
    ASSERT_TRUE(until(1));
    state.set("Holiday photos");
    ASSERT_TRUE(until(2));
    EXPECT_EQ(said, (std::vector<bool>{true, false}));
    watch.quit();
}

TEST(PrivateWatch, EndsWhereTheDesktopDoesNotSay) {
    class Silent final : public desktop::Windows {
      public:
        std::vector<Window> list() const override { return {}; }
        Status activate(const Window&) override { return {}; }
    };
    PrivateWatch watch([] { return std::make_unique<Silent>(); }, [](bool) { ADD_FAILURE(); });
    PrivateWatch none([] { return nullptr; }, [](bool) { ADD_FAILURE(); });
}

}  // namespace
}  // namespace sesame::client
