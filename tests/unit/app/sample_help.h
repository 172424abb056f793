// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/help_sessions.h"

#include <map>
#include <vector>

namespace sesame::app::test {

inline client::HostedView hosted(trigger::RemoteLevel level = trigger::RemoteLevel::Look) {
    client::HostedView out;
    out.helper = client::ContactId{1};
    out.helperName = QStringLiteral("Anna");
    out.level = level;
    out.started = QDateTime::currentDateTimeUtc().addSecs(-300);
    out.ends = QDateTime::currentDateTimeUtc().addSecs(25 * 60 + 30);
    out.connected = true;
    return out;
}

inline client::ViewedView viewed(trigger::RemoteLevel level = trigger::RemoteLevel::Look) {
    client::ViewedView out;
    out.receiver = client::ContactId{2};
    out.receiverName = QStringLiteral("Grandma");
    out.level = level;
    out.ends = QDateTime::currentDateTimeUtc().addSecs(25 * 60 + 30);
    out.connected = true;
    return out;
}

/// A picture that the test paints, and a record of what was sent to the other desktop.
class FakeViewer final : public remote::Viewer {
  public:
    explicit FakeViewer(desktop::Size size = {640, 400}) { resize(size); }
    void resize(desktop::Size size) {
        size_ = size;
        pixels_.assign(std::size_t(size.width) * std::size_t(size.height), 0xff204060);
    }
    void fill(desktop::Rect area, std::uint32_t pixel) {
        for (int y = area.y; y < area.y + area.height; ++y)
            for (int x = area.x; x < area.x + area.width; ++x)
                pixels_[std::size_t(y) * std::size_t(size_.width) + std::size_t(x)] = pixel;
    }

    void attach(std::unique_ptr<stream::Stream>) override {}
    void show(desktop::Rect area) override { shown = area; }
    void pointer(desktop::Point at, unsigned buttons) override { pointers.emplace_back(at, buttons); }
    void key(desktop::KeySymbol symbol, bool down) override { keys.emplace_back(symbol, down); }
    void gather(bool on) override { gathering = on; }
    void read(const std::function<void(const desktop::Pixels&)>& reader) const override {
        reader({pixels_.data(), size_, size_.width});
    }
    remote::ViewerFigures figures() const override { return {25, 340, 4200, true}; }
    void stop() override {}

    desktop::Rect shown;
    bool gathering = false;
    std::vector<std::pair<desktop::Point, unsigned>> pointers;
    std::vector<std::pair<desktop::KeySymbol, bool>> keys;

  private:
    desktop::Size size_;
    std::vector<std::uint32_t> pixels_;
};

class FakePressWatch final : public desktop::PressWatch {
  public:
    explicit FakePressWatch(Hand hand = Hand::Device) : hand_(hand) {}
    Hand latest() override { return hand_; }

  private:
    Hand hand_;
};

/// Sessions as the test sets them; notes what was wanted, in words.
class FakeHelpSessions final : public client::HelpSessions {
  public:
    using Hand = desktop::PressWatch::Hand;

    std::optional<client::HostedView> hosted() const override { return session; }
    void stop() override { note(QStringLiteral("stop")); }
    void setPaused(bool paused) override { note(paused ? QStringLiteral("pause") : QStringLiteral("go on")); }
    void lower(trigger::RemoteLevel level) override { note(QStringLiteral("lower %1").arg(int(level))); }
    Status answerGoOn(bool yes, Hand hand) override {
        if (yes && hand == Hand::Program)
            return Error{ErrorCode::Refused, "a program"};
        note(yes ? QStringLiteral("another time") : QStringLiteral("no more"));
        return {};
    }
    void setBannerSeen(bool seen) override { bannerSeen = seen; }
    void safetyWindow(bool open) override {
        note(open ? QStringLiteral("safety open") : QStringLiteral("safety closed"));
    }
    Status giveClipboard(const QString& text) override {
        note(QStringLiteral("give ") + text);
        return {};
    }

    QList<client::ViewedView> viewed() const override {
        QList<client::ViewedView> out;
        for (const auto& [id, view] : others)
            out << view;
        return out;
    }
    std::optional<client::ViewedView> viewed(client::ContactId receiver) const override {
        const auto found = others.find(receiver);
        return found == others.end() ? std::nullopt : std::optional(found->second);
    }
    std::shared_ptr<remote::Viewer> viewer(client::ContactId receiver) const override {
        return others.count(receiver) != 0 ? picture : nullptr;
    }
    Status askLevel(client::ContactId, trigger::RemoteLevel level) override {
        note(QStringLiteral("ask %1").arg(int(level)));
        return {};
    }
    Status leave(client::ContactId) override {
        note(QStringLiteral("leave"));
        return {};
    }
    Status askClipboard(client::ContactId) override {
        note(QStringLiteral("ask clipboard"));
        return {};
    }
    Status offerClipboard(client::ContactId, const QString& text) override {
        note(QStringLiteral("offer ") + text);
        return {};
    }

    void host(const std::optional<client::HostedView>& view) {
        session = view;
        Q_EMIT hostedChanged();
    }
    void view(const client::ViewedView& view) {
        others[view.receiver] = view;
        Q_EMIT viewedChanged(view.receiver);
    }

    std::optional<client::HostedView> session;
    std::map<client::ContactId, client::ViewedView> others;
    std::shared_ptr<FakeViewer> picture = std::make_shared<FakeViewer>();
    QStringList wanted;
    std::optional<bool> bannerSeen;

  private:
    void note(const QString& what) { wanted << what; }
};

}  // namespace sesame::app::test
