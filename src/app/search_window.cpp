// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/search_window.h"

#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/time_words.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>

namespace sesame::app {
namespace {

constexpr int kPauseMs = 150;
constexpr int kMostWords = 200;  // letters
constexpr int kNameLength = 60;
constexpr int kAroundRow = 18;
constexpr int kBefore = 24;  // letters before the first hit
constexpr int kLongestExcerpt = 160;

QString heading(const Found& found) {
    const auto where = oneLine(found.where, kNameLength);
    const auto when = fullWhen(found.time);
    return found.who.isEmpty()
               ? SearchWindow::tr("%1, %2").arg(where, when)
               : SearchWindow::tr("%1, %2, %3").arg(where, oneLine(found.who, kNameLength), when);
}

}  // namespace

QString excerpt(const QString& text, const QString& words) {
    qsizetype first = text.size();
    for (const auto& word : words.split(u' ', Qt::SkipEmptyParts))
        if (const auto at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0)
            first = std::min(first, at);
    if (first == text.size() || first <= kBefore)
        return oneLine(text, kLongestExcerpt);
    return QStringLiteral("…") + oneLine(text.mid(first - kBefore), kLongestExcerpt);
}

SearchWindow::SearchWindow(Find find, QWidget* parent)
    : QDialog(parent),
      find_(std::move(find)),
      words_(new QLineEdit(this)),
      list_(new QListWidget(this)),
      count_(new PlainLabel(this)) {
    setObjectName(QStringLiteral("searchWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Search"));
    words_->setObjectName(QStringLiteral("searchWordsEdit"));
    words_->setAccessibleName(tr("Words to search for"));
    words_->setPlaceholderText(tr("Words that were said"));
    words_->setMaxLength(kMostWords);
    words_->setClearButtonEnabled(true);
    words_->installEventFilter(this);
    list_->setObjectName(QStringLiteral("foundList"));
    list_->setAccessibleName(tr("Messages found"));
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    count_->setQuiet(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(10);
    column->addWidget(words_);
    column->addWidget(list_, 1);
    column->addWidget(count_);
    resize(560, 520);
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMs);
    connect(&pause_, &QTimer::timeout, this, &SearchWindow::look);
    connect(words_, &QLineEdit::textChanged, &pause_, qOverload<>(&QTimer::start));
    connect(list_, &QListWidget::itemActivated, this, [this] { choose(list_->currentRow()); });
    connect(list_, &QListWidget::itemClicked, this, [this] { choose(list_->currentRow()); });
    look();
    words_->setFocus();
}

QString SearchWindow::words() const {
    return words_->text();
}

void SearchWindow::setWords(const QString& words) {
    words_->setText(words);
    look();
}

void SearchWindow::look() {
    pause_.stop();
    const auto words = words_->text().trimmed();
    found_ = words.isEmpty() ? QList<Found>() : find_(words);
    const bool more = found_.size() > kMost;
    if (more)
        found_.resize(kMost);
    list_->clear();
    const QSize twoLines(0, 2 * list_->fontMetrics().lineSpacing() + kAroundRow);
    for (const auto& found : std::as_const(found_)) {
        auto* item = new QListWidgetItem(heading(found) + u'\n' + excerpt(found.text, words), list_);
        item->setSizeHint(twoLines);
    }
    count_->setText(words.isEmpty()
                        ? tr("In all conversations on this computer. Nothing is asked of anybody.")
                    : found_.isEmpty() ? tr("Nothing was said with these words.")
                    : more             ? tr("The newest %1 messages are shown.").arg(kMost)
                                       : tr("Messages: %1").arg(found_.size()));
}

// Down and Enter lead from the words into the list.
bool SearchWindow::eventFilter(QObject* watched, QEvent* event) {
    if (watched != words_ || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool enters = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (key != Qt::Key_Down && !enters)
        return QDialog::eventFilter(watched, event);
    if (pause_.isActive())
        look();
    if (enters) {
        choose(0);
    } else if (list_->count() > 0) {
        list_->setFocus();
        list_->setCurrentRow(0);
    }
    return true;
}

void SearchWindow::choose(int row) {
    if (row < 0 || row >= found_.size())
        return;
    const Found found = found_.at(row);
    Q_EMIT chosen(found);
}

}  // namespace sesame::app
