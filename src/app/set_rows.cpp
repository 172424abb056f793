// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/set_rows.h"

#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/style.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFrame>
#include <algorithm>

namespace sesame::app {
namespace {

constexpr int kPhraseLength = 120;
constexpr int kSentenceLength = 600;

}  // namespace

SetRows::SetRows(Pick pick, Fates fates, const QString& name, QWidget* parent)
    : RowList(name, parent), picks_(pick == Pick::Yes), fatesShown_(fates == Fates::Shown) {
    setObjectName(QStringLiteral("setRows"));
}

void SetRows::showRules(const QList<client::SetRowView>& rows) {
    const auto before = rows.size() == rows_.size() ? picked() : QList<bool>();
    boxes_.clear();
    rows_ = rows;
    QList<QWidget*> made;
    for (int i = 0; i < rows_.size(); ++i) {
        made.append(makeRow(rows_.at(i)));
        if (!picks_)
            continue;
        boxes_.back()->setChecked(before.value(i, true) && client::isGood(rows_.at(i).fate));
        connect(boxes_.back(), &QCheckBox::toggled, this, [this, i] { Q_EMIT pickedChanged(i); });
    }
    setRows(made);
}

QWidget* SetRows::makeRow(const client::SetRowView& row) {
    auto* frame = new QFrame(this);
    frame->setObjectName(QStringLiteral("targetFrame"));
    auto* phrase = new PlainLabel(oneLine(row.phrase, kPhraseLength), frame);
    phrase->setScale(1.1, true);
    auto* command = new PlainLabel(oneLine(row.commandText, kSentenceLength), frame);
    auto* terms = new PlainLabel(oneLine(row.termsText, kSentenceLength), frame);
    terms->setQuiet(true);
    auto* fate = new PlainLabel(oneLine(row.fateText, kSentenceLength), frame);
    fate->setObjectName(QStringLiteral("rowFate"));
    fate->setInk(client::isGood(row.fate) ? color::kAccent : color::kAlarm);
    fate->setVisible(fatesShown_);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    for (auto* label : {phrase, command, terms, fate})
        words->addWidget(label);
    auto* line = new QHBoxLayout(frame);
    line->setContentsMargins(14, 10, 14, 10);
    line->setSpacing(12);
    if (picks_) {
        auto* box = new QCheckBox(frame);
        box->setAccessibleName(phrase->text());
        box->setEnabled(client::isGood(row.fate));
        line->addWidget(box, 0, Qt::AlignTop);
        boxes_.append(box);
    }
    line->addLayout(words, 1);
    return frame;
}

QList<bool> SetRows::picked() const {
    QList<bool> out;
    for (const auto* box : boxes_)
        out << box->isChecked();
    return out;
}

int SetRows::pickedCount() const {
    return int(std::ranges::count_if(boxes_, [](const auto* box) { return box->isChecked(); }));
}

void SetRows::pickAll(bool picked) {
    for (auto* box : boxes_)
        if (box->isEnabled())
            box->setChecked(picked);
}

}  // namespace sesame::app
