// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery_share.h"

#include "app/consent_dialog.h"
#include "app/folder_dialog.h"
#include "app/left_files_window.h"
#include "app/rule_form.h"
#include "app/share_bars.h"
#include "app/share_record.h"
#include "app/share_windows.h"
#include "sample_shares.h"
#include "support/fake_desktop.h"

#include "sesame/crypto/random.h"

#include <QApplication>
#include <QBoxLayout>
#include <QPushButton>

namespace sesame::app::test {
namespace {

using trigger::ShareLevel;

FakeShares& shares() {
    static FakeShares all;
    return all;
}

ShareWindows& windows(const Clock& clock) {
    static ShareRecord record(shares(), clock);
    static TakePlaces places{{client::ContactId{2}, QStringLiteral("/tmp")}};
    static crypto::SystemRandom random;
    static const sesame::test::FakePrograms programs;
    static sesame::test::FakeLauncher launcher;
    static ShareWindows all(ShareTools{shares(), record, places, random, programs, launcher});
    return all;
}

void fill() {
    const std::int64_t now = QDateTime::currentMSecsSinceEpoch();
    constexpr std::int64_t kDay = 86'400'000;
    shares().folders[""] = {
        {"2023 圣诞节", true, 0, now - 200 * kDay, 0},
        {"2024 夏天 海边", true, 0, now - 90 * kDay, 0},
        {"Letters & forms", true, 0, now - 3 * kDay, 0},
        {"A very long name of a file that somebody has given to it to see what becomes of "
         "it in a list that has no room for so much.docx",
         false, 48'213, now - kDay, 0},
        {"Rente 2026 <Bescheid>.pdf", false, 1'248'213, now - 3'600'000, 0},
        {"film.mkv", false, 4'711'248'213, now - 40 * kDay, 0},
        {"奶奶的生日.jpg", false, 3'248'213, now - 30 * kDay, 0}};
    for (int i = 0; i < 40; ++i)
        shares().folders[""].push_back({"IMG_" + std::to_string(2000 + i) + ".jpg", false,
                                        std::uint64_t(2'000'000 + i * 31'000), now - (i + 2) * kDay, 0});
    shares().extra.leftOut = 2;
}

void addTransfers() {
    auto& all = shares();
    for (const auto& [path, done, ended] :
         {std::tuple("2024 夏天 海边", 0.31, false), std::tuple("Rente 2026 <Bescheid>.pdf", 1.0, true),
          std::tuple("film.mkv", 0.05, false)}) {
        QWidget* browser = nullptr;
        for (auto* window : QApplication::topLevelWidgets())
            if (window->objectName() == QLatin1String("shareBrowser"))
                browser = window;
        auto* shown = qobject_cast<ShareBrowser*>(browser);
        const std::string name(path);
        Q_EMIT shown->takeWanted({{name, name, false}});
        const auto number = all.lastNumber();
        const std::uint64_t bytes = name == "film.mkv" ? 4'711'248'213 : 321'000'000;
        const std::uint64_t files = name == "film.mkv" || ended ? 1 : 214;
        Q_EMIT all.progressed(shareId(), {number, files, bytes, true, std::uint64_t(double(files) * done),
                                          std::uint64_t(double(bytes) * done), 0, 0});
        if (!ended)
            continue;
        Q_EMIT all.filesKept(shareId(), number, QStringLiteral("/tmp/x.pdf"));
        Q_EMIT all.transferEnded(shareId(), number, share::Ending::Done);
    }
}

void showBrowser(const QString& kind, const Clock& clock) {
    fill();
    if (kind == QLatin1String("many"))
        shares().folders[""] = manyFiles(100'000);
    windows(clock);
    auto view = viewedShare(kind == QLatin1String("look") ? ShareLevel::Look : ShareLevel::Put);
    view.receiverName = QStringLiteral("奶奶 Grandma");
    view.name = QStringLiteral("旅行照片");
    shares().view(view);
    if (kind != QLatin1String("look") && kind != QLatin1String("many"))
        addTransfers();
    if (kind == QLatin1String("interrupted")) {
        view.connected = false;
        shares().view(view);
    }
    if (kind == QLatin1String("ended")) {
        view.ended = client::SessionEnd::Stopped;
        shares().view(view);
    }
}

void showHosted(const QString& kind, const Clock& clock) {
    auto& all = shares();
    const int count = kind == QLatin1String("bars") ? 5 : 1;
    for (int i = 1; i <= count; ++i) {
        auto view = hostedShare(unsigned(i), i % 2 == 1 ? ShareLevel::Put : ShareLevel::Look);
        view.helperName = QStringLiteral("Anna Becker");
        view.path = QStringLiteral("/home/oma/Bilder/旅行照片 %1").arg(i);
        view.taken = i % 2 == 1 ? 3 : 0;
        view.takenBytes = 7'300'000;
        view.put = i == 1 ? 1 : 0;
        all.own[view.id] = view;
    }
    all.waiting = {{"a", "Anleitung.pdf", 1'200'000, 0, QDateTime::currentMSecsSinceEpoch(), "Anna Becker"},
                   {"b", "给奶奶/信.txt", 1'200, 0, QDateTime::currentMSecsSinceEpoch(), "Anna Becker"}};
    auto& shown = windows(clock);
    if (kind == QLatin1String("bars")) {
        auto* place = new QWidget;
        auto* column = new QVBoxLayout(place);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(new ShareBars(all));
        column->addStretch(1);
        place->resize(1020, 500);
        place->show();
    } else if (kind == QLatin1String("left")) {
        shown.openLeftFiles();
    } else {
        std::vector<client::MovedFile> files;
        files.reserve(14);
        for (int i = 0; i < 12; ++i)
            files.push_back({1, true, QStringLiteral("2024 夏天/IMG_%1.jpg").arg(2000 + i), 2'100'000});
        files.push_back({2, false, QStringLiteral("Anleitung.pdf"), 0});
        files.push_back({3, true, QStringLiteral("film.mkv"), 4'711'248'213});
        Q_EMIT all.filesMoved(shareId(), files);
        for (const share::TransferNumber over : {1, 2})
            Q_EMIT all.transferEnded(shareId(), over, share::Ending::Done);
        Q_EMIT all.progressed(shareId(), {3, 1, 4'711'248'213, true, 0, 1'300'000'000, 0, 0});
        shown.openHosted(shareId());
    }
}

void showQuestion(const Clock& clock, bool isLong) {
    static consent::Gate gate(clock);
    gate.offer({});
    auto* dialog = new ConsentDialog(gate, clock);
    dialog->setOwnPicture(QStringLiteral("boat/2"));
    client::ConsentView question;
    question.question = 1;
    question.helperName = QStringLiteral("Anna Becker");
    question.knownSince = QDateTime::currentDateTime().addDays(-200);
    question.sentence = QStringLiteral(
        "Anna Becker wants to get copies of what is in “旅行照片” and leave files for you, for up to 24 "
        "hours. You "
        "can stop at any time.");
    question.target = QStringLiteral("/home/oma/Bilder/旅行照片");
    if (isLong) {
        const auto name = QStringLiteral("重要文件 Important papers of the whole family since 1968");
        question.sentence.replace(QStringLiteral("旅行照片"), name);
        question.target.replace(QStringLiteral("旅行照片"), name);
        question.refusals = 3;
    }
    question.share = trigger::ShareFolder{{}, "旅行照片", ShareLevel::Put, 1440};
    dialog->ask(question);
}

void showForm() {
    static const sesame::test::FakePrograms programs;
    client::RuleView rule;
    rule.phrase = QStringLiteral("打开我的旅行照片吧");
    rule.command = trigger::ShareFolder{{}, "旅行照片", ShareLevel::Take, 60};
    (new RuleForm(rule, {}, programs))->show();
}

}  // namespace

bool showSharePage(const QString& page, const Clock& clock) {
    if (!page.startsWith(QLatin1String("share-")))
        return false;
    const auto kind = page.section(QLatin1Char('-'), 1);
    if (kind == QLatin1String("rule"))
        showForm();
    else if (kind == QLatin1String("consent") || kind == QLatin1String("long"))
        showQuestion(clock, kind == QLatin1String("long"));
    else if (kind == QLatin1String("place"))
        (new FolderDialog(FolderDialog::tr("Which folder?"), downloadsFolder(), QStringLiteral("OK")))
            ->show();
    else if (kind == QLatin1String("bars") || kind == QLatin1String("left") ||
             kind == QLatin1String("hosted"))
        showHosted(kind, clock);
    else
        showBrowser(kind, clock);
    return true;
}

}  // namespace sesame::app::test
