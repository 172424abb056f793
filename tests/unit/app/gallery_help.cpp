// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery_help.h"

#include "app/consent_dialog.h"
#include "app/hosted_help.h"
#include "app/remote_form.h"
#include "app/rule_form.h"
#include "app/viewed_help.h"
#include "app/viewer_window.h"
#include "sample_help.h"
#include "support/fake_desktop.h"

#include <QApplication>
#include <QImage>

namespace sesame::app::test {
namespace {

using client::Pause;
using trigger::RemoteLevel;

FakeHelpSessions& sessions() {
    static FakeHelpSessions all;
    return all;
}

void paintPicture(const QString& file) {
    const auto image = QImage(file).convertToFormat(QImage::Format_RGB32);
    if (image.isNull())
        return;
    auto& viewer = *sessions().picture;
    viewer.resize({image.width(), image.height()});
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            viewer.fill({x, y, 1, 1}, image.pixel(x, y));
}

void showConsent(const Clock& clock, bool rise) {
    static consent::Gate gate(clock);
    gate.offer({});
    auto* dialog = new ConsentDialog(gate, clock);
    dialog->setOwnPicture(QStringLiteral("boat/2"));
    client::ConsentView question;
    question.question = 1;
    question.helperName = QStringLiteral("Anna Becker");
    question.knownSince = QDateTime::currentDateTime().addDays(-200);
    question.verified = true;
    question.sentence =
        rise ? QStringLiteral("Anna Becker now wants to use your mouse and keyboard.")
             : QStringLiteral("Anna Becker wants to see your screen and use your mouse and keyboard.");
    question.target = QStringLiteral("Screen of 1920×1080");
    question.remote = trigger::RemoteControl{RemoteLevel::Control, 60};
    question.rise = rise;
    dialog->ask(question);
}

void showBanner(const QString& kind, const Clock& clock) {
    auto view = hosted(kind == QLatin1String("look")    ? RemoteLevel::Look
                       : kind == QLatin1String("point") ? RemoteLevel::Point
                                                        : RemoteLevel::Control);
    view.helperName = QStringLiteral("Anna Becker");
    if (kind == QLatin1String("paused"))
        view.pause = Pause::User;
    if (kind == QLatin1String("private"))
        view.pause = Pause::Private;
    view.localHand = kind == QLatin1String("hand");
    view.goOnAsked = kind == QLatin1String("goon");
    view.connected = kind != QLatin1String("waiting");
    auto* help = new HostedHelp(
        sessions(), clock, [](const QWidget&) { return HelpBanners::Sight::Whole; },
        [] { return std::make_unique<FakePressWatch>(); }, qApp);
    Q_UNUSED(help);
    sessions().host(view);
    if (kind == QLatin1String("point"))
        Q_EMIT sessions().pointed(QPoint(500, 400), false);
    if (kind == QLatin1String("long")) {
        view.helperName = QStringLiteral("A very long name that somebody chose 李明李明李明李明李明李明");
        sessions().host(view);
        Q_EMIT sessions().pointed(QPoint(1200, 780), true);
    }
}

void showViewer(const QString& kind) {
    auto view = viewed(kind == QLatin1String("look")    ? RemoteLevel::Look
                       : kind == QLatin1String("point") ? RemoteLevel::Point
                                                        : RemoteLevel::Control);
    view.monitors = {{"A", {0, 0, 800, 600}, true}, {"B", {800, 0, 800, 600}, false}};
    if (kind == QLatin1String("paused"))
        view.pause = Pause::Private;
    if (kind == QLatin1String("look"))
        view.asked = RemoteLevel::Point;
    view.localHand = kind == QLatin1String("hand");
    paintPicture(QString::fromLocal8Bit(qgetenv("SESAME_GALLERY_PICTURE")));
    new ViewedHelp(sessions(), qApp);
    sessions().view(view);
    if (kind == QLatin1String("ended")) {
        view.ended = client::SessionEnd::Stopped;
        sessions().view(view);
    }
    if (kind == QLatin1String("full"))
        for (auto* window : QApplication::topLevelWidgets())
            if (auto* viewer = qobject_cast<ViewerWindow*>(window))
                viewer->setFull(true);
}

void showRule() {
    static const sesame::test::FakePrograms programs;
    client::RuleView rule;
    rule.phrase = QStringLiteral("请你看看我的屏幕");
    rule.command = trigger::RemoteControl{RemoteLevel::Point, 30};
    auto* form = new RuleForm(rule, {}, programs);
    form->show();
}

}  // namespace

bool showHelpPage(const QString& page, const Clock& clock) {
    if (page == QLatin1String("remote") || page == QLatin1String("rise"))
        showConsent(clock, page == QLatin1String("rise"));
    else if (page.startsWith(QLatin1String("banner-")))
        showBanner(page.section(QLatin1Char('-'), 1), clock);
    else if (page.startsWith(QLatin1String("viewer-")))
        showViewer(page.section(QLatin1Char('-'), 1));
    else if (page == QLatin1String("rule"))
        showRule();
    else
        return false;
    return true;
}

}  // namespace sesame::app::test
