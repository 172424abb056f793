// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hosted_help.h"

#include "app/go_on_question.h"
#include "app/pointer_arrow.h"
#include "app/say.h"
#include "app/tray_sign.h"

#include <QApplication>
#include <QClipboard>

namespace sesame::app {

using client::HelpSessions;
using client::HostedView;

HostedHelp::HostedHelp(HelpSessions& sessions, const Clock& clock, HelpBanners::SightOf sightOf,
                       OpenPressWatch openPressWatch, QObject* parent)
    : QObject(parent),
      sessions_(sessions),
      clock_(clock),
      openPressWatch_(std::move(openPressWatch)),
      banners_(std::move(sightOf)) {
    sound_.setInterval(kSoundMs);
    connect(&sound_, &QTimer::timeout, this, [] { QApplication::beep(); });
    connect(&banners_, &HelpBanners::stopWanted, this, [this] { sessions_.stop(); });
    connect(&banners_, &HelpBanners::pauseWanted, this, [this](bool paused) { sessions_.setPaused(paused); });
    connect(&banners_, &HelpBanners::seenChanged, this, [this](bool seen) { sessions_.setBannerSeen(seen); });
    connect(&sessions_, &HelpSessions::hostedChanged, this, &HostedHelp::follow);
    connect(&sessions_, &HelpSessions::pointed, this, &HostedHelp::point);
    connect(&sessions_, &HelpSessions::clipboardWanted, this, &HostedHelp::giveClipboard);
    connect(&sessions_, &HelpSessions::clipboardOffered, this,
            [](const QString& text) { QApplication::clipboard()->setText(text); });
    follow();
}

HostedHelp::~HostedHelp() = default;

void HostedHelp::follow() {
    const auto session = sessions_.hosted();
    if (!session) {
        end();
        return;
    }
    if (!runs_)
        begin(*session);
    banners_.show(*session);
    if (session->level < trigger::RemoteLevel::Point)
        arrow_.reset();
    askGoOn(*session);
}

void HostedHelp::begin(const HostedView&) {
    runs_ = true;
    sign_ = std::make_unique<TraySign>(tr("Help is running"), tr("Stop the help now"));
    connect(sign_.get(), &TraySign::stopWanted, this, [this] { sessions_.stop(); });
    QApplication::beep();
    sound_.start();
}

void HostedHelp::end() {
    if (!runs_)
        return;
    runs_ = false;
    sound_.stop();
    QApplication::beep();
    banners_.hide();
    arrow_.reset();
    if (goOn_)
        goOn_->close();
    // May be the one whose menu has just called stop().
    sign_.release()->deleteLater();
}

void HostedHelp::askGoOn(const HostedView& session) {
    if (!session.goOnAsked) {
        if (goOn_)
            goOn_->close();
        return;
    }
    if (!goOn_) {
        goOn_ = std::make_unique<GoOnQuestion>(clock_);
        connect(goOn_.get(), &GoOnQuestion::answered, this, [this](bool goOn) {
            const auto taken = sessions_.answerGoOn(goOn, pressWatch_->latest());
            // Refused: the question stays.
            if (taken || taken.error().code != ErrorCode::Refused)
                goOn_->close();
        });
    }
    if (!goOn_->isOpen())
        pressWatch_ = openPressWatch_();
    goOn_->setOwnPicture(ownPicture_);
    goOn_->ask(session);
}

void HostedHelp::point(QPoint at, bool pressed) {
    const auto session = sessions_.hosted();
    if (!session)
        return;
    if (!arrow_)
        arrow_ = std::make_unique<PointerArrow>(session->helperName);
    arrow_->point(at, pressed);
}

void HostedHelp::giveClipboard() {
    const QString text = QApplication::clipboard()->text();
    const auto given = sessions_.giveClipboard(text);
    if (text.isEmpty())
        say(nullptr, QStringLiteral("Sesame"), tr("Nothing is copied, so nothing was handed over."));
    else if (!given)
        say(nullptr, QStringLiteral("Sesame"), tr("The copied text could not be handed over."));
}

}  // namespace sesame::app
