// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/help_banners.h"

#include "sesame/base/clock.h"

namespace sesame::app {

class GoOnQuestion;
class PointerArrow;
class TraySign;

/// Opened anew for every question (S25).
using OpenPressWatch = std::function<std::unique_ptr<desktop::PressWatch>()>;

/// Everything that the receiver sees and hears of a help session on this computer: banners, the helper's
/// arrow, "shall it go on?", sounds, the sign in the tray; and the clipboard, which only this module can
/// reach.
class HostedHelp : public QObject {
    Q_OBJECT

  public:
    HostedHelp(client::HelpSessions& sessions, const Clock& clock, HelpBanners::SightOf sightOf,
               OpenPressWatch openPressWatch, QObject* parent = nullptr);
    ~HostedHelp() override;

    /// For "shall it go on?" (S26).
    void setOwnPicture(const QString& name) { ownPicture_ = name; }
    /// Windows were shown, moved or restacked.
    void lookAtBanners() { banners_.raiseCovered(); }

    static constexpr int kSoundMs = 300'000;

  private:
    void follow();
    void begin(const client::HostedView& session);
    void end();
    void askGoOn(const client::HostedView& session);
    void point(QPoint at, bool pressed);
    void giveClipboard();

    client::HelpSessions& sessions_;
    const Clock& clock_;
    OpenPressWatch openPressWatch_;
    QString ownPicture_;
    std::unique_ptr<desktop::PressWatch> pressWatch_;  // while "shall it go on?" is open
    HelpBanners banners_;
    QTimer sound_;
    bool runs_ = false;
    std::unique_ptr<PointerArrow> arrow_;
    std::unique_ptr<GoOnQuestion> goOn_;
    std::unique_ptr<TraySign> sign_;
};

}  // namespace sesame::app
