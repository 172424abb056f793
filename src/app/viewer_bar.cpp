// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewer_bar.h"

#include "app/announce.h"
#include "app/flow_layout.h"
#include "app/help_words.h"
#include "app/plain_label.h"
#include "app/plain_text.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <array>
#include <utility>

namespace sesame::app {

using trigger::RemoteLevel;

namespace {

constexpr int kBarNameLength = 40;

struct Chord {
    const char* words;
    std::array<desktop::KeySymbol, 3> symbols;
};
// Keys that this desktop or this window would take for itself.
constexpr Chord kChords[] = {
    {QT_TRANSLATE_NOOP("sesame::app::ViewerBar", "Windows key"), {0xffeb}},
    {QT_TRANSLATE_NOOP("sesame::app::ViewerBar", "Alt and Tab"), {0xffe9, 0xff09}},
    {QT_TRANSLATE_NOOP("sesame::app::ViewerBar", "Alt and F4"), {0xffe9, 0xffc1}},
    {QT_TRANSLATE_NOOP("sesame::app::ViewerBar", "F11"), {0xffc8}},
    {QT_TRANSLATE_NOOP("sesame::app::ViewerBar", "Print"), {0xff61}},
};

}  // namespace

ViewerBar::ViewerBar(QWidget* parent)
    : QWidget(parent),
      level_(new PlainLabel(this)),
      hand_(new PlainLabel(this)),
      news_(new PlainLabel(this)),
      figures_(new PlainLabel(this)),
      size_(new QComboBox(this)),
      monitor_(new QComboBox(this)) {
    setObjectName(QStringLiteral("viewerBar"));
    setAttribute(Qt::WA_StyledBackground);
    level_->setObjectName(QStringLiteral("viewerLevel"));
    level_->setScale(1.0, true);
    level_->setElided();
    hand_->setObjectName(QStringLiteral("viewerHand"));
    hand_->setElided();
    news_->setObjectName(QStringLiteral("viewerNews"));
    figures_->setObjectName(QStringLiteral("viewerFigures"));
    figures_->setQuiet(true);
    auto* buttons = new QWidget(this);
    auto* row = new FlowLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    addLevels(row);
    addSights(row);
    addTools(row);
    // Beside what is always there, so that the picture keeps its place when the hand comes and goes.
    auto* state = new QHBoxLayout;
    state->setSpacing(16);
    state->addWidget(level_);
    state->addWidget(hand_, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    column->addLayout(state);
    column->addWidget(buttons);
    column->addWidget(news_);
    column->addWidget(figures_);
    hand_->hide();
    news_->hide();
    figures_->hide();
    constexpr int kNewsMs = 10'000;
    newsTime_.setSingleShot(true);
    newsTime_.setInterval(kNewsMs);
    connect(&newsTime_, &QTimer::timeout, news_, &QWidget::hide);
}

QPushButton* ViewerBar::addButton(const QString& words, const char* objectName) {
    auto* button = new QPushButton(words, this);
    button->setObjectName(QLatin1String(objectName));
    button->setAccessibleName(words);
    return button;
}

void ViewerBar::addLevels(QLayout* row) {
    askPoint_ = addButton(tr("Ask to point"), "askPointButton");
    askControl_ = addButton(tr("Ask to use mouse and keyboard"), "askControlButton");
    connect(askPoint_, &QPushButton::clicked, this, [this] { Q_EMIT levelWanted(RemoteLevel::Point); });
    connect(askControl_, &QPushButton::clicked, this, [this] { Q_EMIT levelWanted(RemoteLevel::Control); });
    row->addWidget(askPoint_);
    row->addWidget(askControl_);
}

void ViewerBar::addSights(QLayout* row) {
    size_->setObjectName(QStringLiteral("pictureSizeBox"));
    size_->setAccessibleName(tr("Size of the picture"));
    size_->addItem(tr("Fit the window"), int(PictureView::Size::Fit));
    size_->addItem(tr("Real size"), int(PictureView::Size::PixelByPixel));
    monitor_->setObjectName(QStringLiteral("monitorBox"));
    monitor_->setAccessibleName(tr("Which screen"));
    monitor_->hide();
    auto* full = addButton(tr("Full screen"), "fullScreenButton");
    connect(size_, &QComboBox::activated, this,
            [this] { Q_EMIT sizeChosen(PictureView::Size(size_->currentData().toInt())); });
    connect(monitor_, &QComboBox::activated, this,
            [this] { Q_EMIT partChosen(monitor_->currentData().toRect()); });
    connect(full, &QPushButton::clicked, this, &ViewerBar::fullScreenWanted);
    row->addWidget(size_);
    row->addWidget(monitor_);
    row->addWidget(full);
}

void ViewerBar::addTools(QLayout* row) {
    text_ = addButton(tr("Copied text"), "copiedTextButton");
    auto* texts = new QMenu(text_);
    texts->addAction(tr("Ask for their copied text"), this, &ViewerBar::theirTextWanted);
    texts->addAction(tr("Offer them my copied text"), this, &ViewerBar::ownTextOffered);
    text_->setMenu(texts);
    keys_ = addButton(tr("Keys"), "keysButton");
    auto* chords = new QMenu(keys_);
    for (const auto& chord : kChords) {
        QList<desktop::KeySymbol> symbols;
        for (const auto symbol : chord.symbols)
            if (symbol != 0)
                symbols << symbol;
        chords->addAction(tr(chord.words), this, [this, symbols] { Q_EMIT chordWanted(symbols); });
    }
    keys_->setMenu(chords);
    auto* picture = addButton(tr("Save picture…"), "savePictureButton");
    auto* figures = addButton(tr("Figures"), "figuresButton");
    figures->setCheckable(true);
    leave_ = addButton(tr("Leave"), "leaveButton");
    leave_->setProperty("kind", "danger");
    connect(picture, &QPushButton::clicked, this, &ViewerBar::pictureWanted);
    connect(figures, &QPushButton::toggled, this, [this](bool shown) {
        figures_->setVisible(shown);
        Q_EMIT figuresWanted(shown);
    });
    connect(leave_, &QPushButton::clicked, this, &ViewerBar::leaveWanted);
    for (auto* button : {text_, keys_, picture, figures, leave_})
        row->addWidget(button);
}

void ViewerBar::follow(const client::ViewedView& session, const QDateTime& now) {
    const bool runs = !session.ended;
    const bool changed = runs && std::exchange(toldLevel_, session.level) != session.level;
    level_->setText(runs ? tr("%1 · %2", "level, time left")
                               .arg(levelForHelper(session.level), timeLeft(now, session.ends))
                         : endForHelper(*session.ended, session.receiverName));
    if (changed)
        announce(*level_);
    hand_->setText(tr("%1 is using mouse or keyboard; yours rest meanwhile.")
                       .arg(oneLine(session.receiverName, kBarNameLength)));
    hand_->setVisible(runs && session.localHand && session.level == RemoteLevel::Control);
    showAsking(session);
    showMonitors(session.monitors);
    text_->setEnabled(runs && session.connected);
    keys_->setVisible(runs && session.level == RemoteLevel::Control);
    leave_->setText(runs ? tr("Leave") : tr("Close"));
    leave_->setAccessibleName(leave_->text());
}

void ViewerBar::showAsking(const client::ViewedView& session) {
    const bool runs = !session.ended;
    askPoint_->setVisible(runs && session.level < RemoteLevel::Point);
    askControl_->setVisible(runs && session.level < RemoteLevel::Control);
    const bool may = session.connected && !session.asked;
    askPoint_->setEnabled(may);
    askControl_->setEnabled(may);
    const auto words = [&](RemoteLevel level, const QString& ask) {
        return session.asked == level ? tr("Asked; waiting for the answer") : ask;
    };
    askPoint_->setText(words(RemoteLevel::Point, tr("Ask to point")));
    askControl_->setText(words(RemoteLevel::Control, tr("Ask to use mouse and keyboard")));
    for (auto* button : {askPoint_, askControl_})
        button->setAccessibleName(button->text());
}

void ViewerBar::showMonitors(const QList<desktop::Monitor>& monitors) {
    if (monitors == monitors_)
        return;
    monitors_ = monitors;
    const auto chosen = monitor_->currentData().toRect();
    monitor_->clear();
    monitor_->addItem(tr("All screens"), QRect());
    int number = 0;
    for (const auto& monitor : monitors) {
        const auto words = tr("Screen %1").arg(++number);
        const QRect area(monitor.area.x, monitor.area.y, monitor.area.width, monitor.area.height);
        monitor_->addItem(monitor.primary ? tr("%1 (main)").arg(words) : words, area);
    }
    const int again = monitor_->findData(chosen);
    monitor_->setCurrentIndex(std::max(0, again));
    monitor_->setVisible(monitors.size() > 1);
    if (again < 0)
        Q_EMIT partChosen({});
}

void ViewerBar::tell(const QString& sentence) {
    news_->setText(sentence);
    news_->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty())
        announce(*news_);
    newsTime_.start();
}

void ViewerBar::showFigures(const QString& words) {
    figures_->setText(words);
}

void ViewerBar::takeKeyboard() {
    for (auto* button : findChildren<QPushButton*>())
        if (button->isVisible() && button->isEnabled()) {
            button->setFocus(Qt::TabFocusReason);
            return;
        }
}

void ViewerBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        Q_EMIT keyboardDone();
    else
        QWidget::keyPressEvent(event);
}

}  // namespace sesame::app
