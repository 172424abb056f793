// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/standing_page.h"

#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/row_list.h"
#include "app/say.h"
#include "app/share_words.h"
#include "app/time_words.h"

#include <QBoxLayout>
#include <QFrame>
#include <QPushButton>

namespace sesame::app {

using client::Shares;
using client::StandingShareView;

namespace {

constexpr int kPersonLength = 60;

QString untilWords(const StandingShareView& share) {
    if (!share.until.isNull())
        return StandingPage::tr("Until %1").arg(dateWords(share.until));
    return share.hosted ? StandingPage::tr("Until you end it") : StandingPage::tr("Until one of you ends it");
}

QString whoWords(const StandingShareView& share) {
    if (!share.hosted)
        return StandingPage::tr("“%1” of %2", "folder, person")
            .arg(shownName(share.name), oneLine(share.contactName, kPersonLength));
    client::HostedShareView shown;
    shown.helperName = share.contactName;
    shown.path = share.path;
    shown.level = share.level;
    return shareForReceiver(shown);
}

}  // namespace

StandingPage::StandingPage(Shares& shares, QWidget* parent)
    : QWidget(parent),
      shares_(shares),
      words_(new PlainLabel(tr("These people may open these folders and files of yours again without asking "
                               "you, whenever you are both online. You see it each time, and can stop it."),
                            this)),
      nothing_(new PlainLabel(tr("Nobody may open anything of yours without asking you."), this)),
      rows_(new RowList(tr("Shared folders"), this)) {
    setObjectName(QStringLiteral("standingPage"));
    auto* title = new PlainLabel(tr("Shared folders"), this);
    title->setScale(1.4, true);
    words_->setQuiet(true);
    nothing_->setObjectName(QStringLiteral("noStandingShares"));
    nothing_->setQuiet(true);
    rows_->setObjectName(QStringLiteral("standingArea"));
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(18, 16, 18, 16);
    page->setSpacing(12);
    page->addWidget(title);
    page->addWidget(words_);
    page->addWidget(nothing_);
    page->addWidget(rows_, 1);
    connect(&shares_, &Shares::standingChanged, this, &StandingPage::reload);
    reload();
}

void StandingPage::reload() {
    auto rows = makeRows(true);
    words_->setVisible(!rows.isEmpty());
    nothing_->setVisible(rows.isEmpty());
    if (const auto theirs = makeRows(false); !theirs.isEmpty()) {
        auto* words = new PlainLabel(
            tr("These folders and files of others you may open again without asking them:"), this);
        words->setQuiet(true);
        rows << words << theirs;
    }
    rows_->setRows(rows);
}

QList<QWidget*> StandingPage::makeRows(bool hosted) {
    QList<QWidget*> rows;
    for (const auto& share : shares_.standing())
        if (share.hosted == hosted)
            rows.append(makeRow(share));
    return rows;
}

QWidget* StandingPage::makeRow(const StandingShareView& share) {
    auto* row = new QFrame(this);
    row->setObjectName(QStringLiteral("targetFrame"));
    auto* who = new PlainLabel(whoWords(share), row);
    who->setObjectName(QStringLiteral("standingWho"));
    auto* what = new PlainLabel(share.hosted ? shownName(share.path) : shareForHelper(share.level), row);
    what->setObjectName(QStringLiteral("standingPath"));
    if (share.hosted)
        what->setElided();
    auto* until = new PlainLabel(untilWords(share), row);
    until->setObjectName(QStringLiteral("standingUntil"));
    for (auto* quiet : {what, until})
        quiet->setQuiet(true);
    auto* button = new QPushButton(share.hosted ? tr("End") : tr("Give up"), row);
    button->setObjectName(share.hosted ? QStringLiteral("endStandingButton")
                                       : QStringLiteral("giveUpStandingButton"));
    button->setAutoDefault(false);
    button->setProperty("kind", "danger");
    button->setAccessibleName((share.hosted ? tr("End: %1, %2") : tr("Give up: %1, %2"))
                                  .arg(oneLine(share.contactName, kPersonLength), shownName(share.name)));
    connect(button, &QPushButton::clicked, this, [this, share] { end(share); });
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(who);
    texts->addWidget(what);
    texts->addWidget(until);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(14, 10, 14, 10);
    line->setSpacing(14);
    line->addLayout(texts, 1);
    line->addWidget(button);
    return row;
}

void StandingPage::end(const StandingShareView& share) {
    const auto who = oneLine(share.contactName, kPersonLength);
    // To have it again they must be asked; what is one's own can be shared again at any time.
    if (!share.hosted && !confirm(this, tr("Give up"),
                                  tr("Give up “%1” of %2? To open it again later, you have to ask %2 anew.")
                                      .arg(shownName(share.name), who),
                                  tr("Give up")))
        return;
    const auto ended = shares_.endStanding(share.id);
    if (!ended && ended.error().code != ErrorCode::NotFound)
        say(this, tr("Shared folders"), tr("That did not work. Please try again."));
}

}  // namespace sesame::app
