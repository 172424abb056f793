// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/share_list.h"

#include "app/file_table.h"
#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/share_model.h"
#include "app/share_words.h"
#include "app/style.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <algorithm>

namespace sesame::app {
namespace {

constexpr int kSearchMs = 300;
constexpr int kWaitMs = 400;
constexpr int kLongestSearch = 80;  // at most 256 bytes

std::string above(const std::string& folder) {
    const auto slash = folder.rfind('/');
    return slash == std::string::npos ? std::string() : folder.substr(0, slash);
}

QString wayWords(const QString& root, const std::string& folder) {
    auto out = root;
    for (const auto& part : shownName(folder).split(QLatin1Char('/'), Qt::SkipEmptyParts))
        out += QStringLiteral("  ›  ") + part;
    return out;
}

}  // namespace

ShareList::ShareList(ShareModel& model, QString receiverName, QWidget* parent)
    : QWidget(parent),
      model_(model),
      receiverName_(std::move(receiverName)),
      up_(new QPushButton(icon("up"), tr("Up"), this)),
      way_(new PlainLabel(this)),
      search_(new QLineEdit(this)),
      pages_(new QStackedWidget(this)),
      table_(new QTableView(this)),
      sentence_(new PlainLabel(this)),
      counts_(new PlainLabel(this)) {
    makeTable();
    sentence_->setObjectName(QStringLiteral("shareSentence"));
    sentence_->setScale(1.15);
    sentence_->setQuiet(true);
    sentence_->setAlignment(Qt::AlignCenter);
    sentence_->installEventFilter(this);
    counts_->setObjectName(QStringLiteral("shareCounts"));
    counts_->setQuiet(true);
    counts_->setScale(0.9);
    pages_->addWidget(table_);
    setFocusProxy(table_);
    pages_->addWidget(sentence_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeTop());
    column->addWidget(pages_, 1);
    column->addWidget(counts_);
    searchDelay_.setSingleShot(true);
    searchDelay_.setInterval(kSearchMs);
    waitDelay_.setSingleShot(true);
    waitDelay_.setInterval(kWaitMs);
    connect(&searchDelay_, &QTimer::timeout, this, [this] { model_.search(search_->text()); });
    connect(&waitDelay_, &QTimer::timeout, this, [this] { showSentence(insteadOfList()); });
    connect(&model_, &ShareModel::stateChanged, this, &ShareList::follow);
    follow();
}

QWidget* ShareList::makeTop() {
    auto* top = new QWidget(this);
    up_->setObjectName(QStringLiteral("folderUpButton"));
    up_->setAccessibleName(tr("Up to the folder above"));
    setPlainToolTip(up_, tr("To the folder above (Backspace)"));
    way_->setObjectName(QStringLiteral("shareWay"));
    way_->setElided();
    way_->setScale(1.05, true);
    search_->setObjectName(QStringLiteral("shareSearchEdit"));
    search_->setAccessibleName(tr("Search here and in all folders below"));
    search_->setPlaceholderText(tr("Search here and below"));
    search_->setClearButtonEnabled(true);
    search_->setMaxLength(kLongestSearch);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(up_);
    row->addWidget(way_, 3);
    row->addWidget(search_, 2);
    connect(up_, &QPushButton::clicked, this, &ShareList::goUp);
    connect(search_, &QLineEdit::textChanged, &searchDelay_, qOverload<>(&QTimer::start));
    connect(search_, &QLineEdit::returnPressed, this, [this] {
        searchDelay_.stop();
        model_.search(search_->text());
        table_->setFocus();
    });
    const auto on = [this](const QKeySequence& keys, auto what) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WindowShortcut);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    on(QKeySequence::Find, [this] {
        search_->setFocus();
        search_->selectAll();
    });
    on(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { goUp(); });
    on(QKeySequence(Qt::Key_F5), [this] { model_.reload(); });
    search_->installEventFilter(this);
    return top;
}

void ShareList::makeTable() {
    table_->setObjectName(QStringLiteral("shareTable"));
    table_->setAccessibleName(tr("What is in the folder"));
    table_->setModel(&model_);
    layOutFileTable(*table_, ShareModel::Name, {{ShareModel::Size, 14}, {ShareModel::Changed, 18}});
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setContextMenuPolicy(Qt::CustomContextMenu);
    table_->setIconSize({20, 20});
    constexpr int kLeastRows = 5;
    table_->setMinimumHeight(kLeastRows * table_->verticalHeader()->defaultSectionSize());
    auto* header = table_->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(ShareModel::Name, Qt::AscendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, &model_, &ShareModel::sort);
    connect(table_, &QTableView::activated, this, &ShareList::activate);
    connect(table_, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& at) { Q_EMIT menuWanted(table_->viewport()->mapToGlobal(at)); });
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ShareList::chosenChanged);
    connect(&model_, &QAbstractItemModel::modelReset, this, &ShareList::chosenChanged);
    table_->installEventFilter(this);
}

void ShareList::setRoot(const QString& name) {
    root_ = name;
    follow();
}

void ShareList::setQuiet(bool quiet) {
    const bool wakes = !quiet && !table_->isEnabled();
    for (QWidget* part : {static_cast<QWidget*>(search_), static_cast<QWidget*>(table_)})
        part->setEnabled(!quiet);
    up_->setEnabled(!quiet && !model_.folder().empty());
    if (wakes)
        table_->setFocus();
}

QList<int> ShareList::chosenRows(int most) const {
    QList<int> out;
    auto ranges = table_->selectionModel()->selection();
    std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return a.top() < b.top(); });
    for (const auto& range : ranges)
        for (int row = range.top(); row <= range.bottom() && out.size() <= most; ++row)
            out << row;
    return out;
}

bool ShareList::everythingChosen() const {
    int chosen = 0;
    for (const auto& range : table_->selectionModel()->selection())
        chosen += range.height();
    return chosen > 0 && chosen == model_.rowCount();
}

void ShareList::open(const std::string& folder) {
    const QSignalBlocker quiet(search_);
    search_->clear();
    searchDelay_.stop();
    model_.open(folder);
}

void ShareList::goUp() {
    if (!up_->isEnabled() || model_.folder().empty())
        return;
    open(above(model_.folder()));
}

void ShareList::activate(const QModelIndex& index) {
    const auto* entry = model_.entry(index.row());
    if (!entry)
        return;
    if (entry->isFolder) {
        open(model_.pathOf(*entry));
        return;
    }
    auto* chosen = table_->selectionModel();
    if (!chosen->isRowSelected(index.row()))
        chosen->select(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    Q_EMIT takeWanted();
}

void ShareList::follow() {
    way_->setText(wayWords(root_, model_.folder()));
    up_->setEnabled(table_->isEnabled() && !model_.folder().empty());
    if (model_.state() == ShareModel::State::Waiting) {
        if (!waitDelay_.isActive())
            waitDelay_.start();  // most answers come sooner than anybody could read about it
        return;
    }
    waitDelay_.stop();
    showCounts();
    showSentence(insteadOfList());
    const auto first = model_.index(0, 0);
    // For the arrow keys to begin at; what is taken is chosen by the person.
    if (first.isValid() && !table_->currentIndex().isValid())
        table_->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
}

void ShareList::showSentence(const QString& words) {
    const bool hasKeyboard = table_->hasFocus() || sentence_->hasFocus();
    sentence_->setText(words);
    sentence_->setFocusPolicy(words.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    auto* page = words.isEmpty() ? static_cast<QWidget*>(table_) : sentence_;
    pages_->setCurrentWidget(page);
    if (hasKeyboard)
        page->setFocus();
}

QString ShareList::insteadOfList() const {
    switch (model_.state()) {
        case ShareModel::State::Waiting:
            return model_.searches() ? tr("Searching…") : tr("Fetching the list…");
        case ShareModel::State::Refused:
            return refusalWords(model_.refusal(), receiverName_);
        case ShareModel::State::Listed:
            break;
    }
    if (model_.rowCount() > 0)
        return {};
    if (model_.searches())
        return tr("Nothing here or below has “%1” in its name.").arg(oneLine(search_->text().trimmed(), 60));
    return model_.listed().leftOut > 0 ? tr("There is nothing here that can be shared.")
                                       : tr("This folder is empty.");
}

void ShareList::showCounts() {
    const auto& listed = model_.listed();
    const auto number = [](quint64 of) { return QLocale().toString(qulonglong(of)); };
    QStringList parts;
    if (model_.state() == ShareModel::State::Listed && model_.rowCount() > 0)
        parts << (model_.searches()     ? tr("%1 found", "count").arg(number(listed.entries))
                  : listed.entries == 1 ? tr("1 file or folder")
                                        : tr("%1 files and folders", "count").arg(number(listed.entries)));
    if (listed.cutShort)
        parts << tr("there are more than can be listed: search for what you miss");
    if (listed.leftOut > 0)
        parts << tr("%1 left out: links and the like are never shared", "count").arg(number(listed.leftOut));
    counts_->setText(parts.join(QStringLiteral(" · ")));
    counts_->setVisible(!parts.isEmpty());
}

bool ShareList::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto key = static_cast<QKeyEvent*>(event)->key();
    if ((watched == table_ || watched == sentence_) && key == Qt::Key_Backspace) {
        goUp();
        return true;
    }
    if (watched == search_ && key == Qt::Key_Escape && !search_->text().isEmpty()) {
        search_->clear();
        return true;
    }
    if (watched == search_ && key == Qt::Key_Down) {
        table_->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace sesame::app
