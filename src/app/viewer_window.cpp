// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewer_window.h"

#include "app/announce.h"
#include "app/help_words.h"
#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/save_picture.h"
#include "app/viewer_bar.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QFrame>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <algorithm>

namespace sesame::app {

using client::ViewedView;

namespace {

constexpr int kTitleNameLength = 40;
constexpr int kFiguresMs = 1000;

QString figureWords(const remote::ViewerFigures& figures) {
    const auto sharp = figures.exact ? ViewerWindow::tr("sharp") : ViewerWindow::tr("getting sharp");
    return ViewerWindow::tr("%1 pictures a second · %2 kB a second · delay %3 ms · %4")
        .arg(qRound(figures.updatesPerSecond))
        .arg(qRound(figures.kilobytesPerSecond))
        .arg(QString::number(figures.roundTripUs / 1000.0, 'f', 1), sharp);
}

}  // namespace

ViewerWindow::ViewerWindow(QWidget* parent)
    : QWidget(parent, Qt::Window),
      bar_(new ViewerBar(this)),
      scroll_(new QScrollArea(this)),
      picture_(new PictureView),
      card_(new QFrame(this)),
      cardWords_(new PlainLabel(card_)),
      fullBar_(makeFullBar()) {
    setObjectName(QStringLiteral("viewerWindow"));
    build();
    connectParts();
    figures_.setInterval(kFiguresMs);
    connect(&figures_, &QTimer::timeout, this, &ViewerWindow::showFigures);
}

void ViewerWindow::build() {
    scroll_->setWidget(picture_);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->viewport()->installEventFilter(this);
    picture_->installEventFilter(this);
    card_->setObjectName(QStringLiteral("viewerCard"));
    card_->setProperty("card", "true");
    cardWords_->setObjectName(QStringLiteral("viewerCardWords"));
    cardWords_->setScale(1.3);
    cardWords_->setAlignment(Qt::AlignCenter);
    auto* inside = new QVBoxLayout(card_);
    inside->setContentsMargins(28, 22, 28, 22);
    inside->addWidget(cardWords_);
    card_->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar_);
    column->addWidget(scroll_, 1);
    resize(1000, 720);
}

QWidget* ViewerWindow::makeFullBar() {
    auto* bar = new QFrame(this);
    bar->setObjectName(QStringLiteral("fullScreenBar"));
    bar->setProperty("card", "true");
    fullWords_ = new PlainLabel(bar);
    fullWords_->setWordWrap(false);
    auto* leave = new QPushButton(tr("Leave full screen (Ctrl+Alt+Return)"), bar);
    leave->setObjectName(QStringLiteral("leaveFullScreenButton"));
    leave->setAccessibleName(leave->text());
    leave->setFocusPolicy(Qt::TabFocus);
    connect(leave, &QPushButton::clicked, this, [this] { setFull(false); });
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 4, 6, 4);
    row->addWidget(fullWords_);
    row->addWidget(leave);
    bar->hide();
    return bar;
}

void ViewerWindow::connectParts() {
    connect(bar_, &ViewerBar::sizeChosen, picture_, &PictureView::setSize);
    connect(bar_, &ViewerBar::partChosen, this, &ViewerWindow::choosePart);
    connect(bar_, &ViewerBar::fullScreenWanted, this, [this] { setFull(true); });
    connect(bar_, &ViewerBar::pictureWanted, this, &ViewerWindow::savePicture);
    connect(bar_, &ViewerBar::figuresWanted, this, [this](bool shown) {
        showFigures();
        shown ? figures_.start() : figures_.stop();
    });
    connect(bar_, &ViewerBar::chordWanted, this, [this](const QList<desktop::KeySymbol>& chord) {
        picture_->setFocus();
        picture_->hands().stroke(chord);
    });
    connect(bar_, &ViewerBar::leaveWanted, this, &QWidget::close);
    connect(bar_, &ViewerBar::keyboardDone, picture_, [this] { picture_->setFocus(); });
    connect(picture_, &PictureView::fullScreenWanted, this, [this] { setFull(!full_); });
    connect(picture_, &PictureView::controlsWanted, this, [this] {
        setFull(false);
        bar_->takeKeyboard();
    });
}

void ViewerWindow::setViewer(std::shared_ptr<remote::Viewer> viewer) {
    if (viewer == viewer_)
        return;
    viewer_ = viewer;
    picture_->setViewer(std::move(viewer));
    pictureResized();
    choosePart({});  // what another window chose to see is not chosen here
}

void ViewerWindow::follow(const ViewedView& session, const QDateTime& now) {
    receiverName_ = oneLine(session.receiverName, kTitleNameLength);
    setWindowTitle(tr("Screen of %1").arg(receiverName_));
    bar_->follow(session, now);
    fullWords_->setText(session.ended ? QString() : timeLeft(now, session.ends));
    picture_->setLevel(session.level);
    const auto words = stillWords(session);
    picture_->setStill(!words.isEmpty());
    const bool news = words != words_ && !words.isEmpty();
    words_ = words;
    cardWords_->setText(words);
    card_->setVisible(!words.isEmpty());
    if (news)
        announce(*cardWords_);
    placeCards();
    wasConnected_ = wasConnected_ || session.connected;
    if (session.ended) {
        setFull(false);
        figures_.stop();
    }
}

QString ViewerWindow::stillWords(const ViewedView& session) const {
    if (session.ended)
        return endForHelper(*session.ended, session.receiverName);
    if (!session.connected && wasConnected_)
        return tr("The connection is interrupted. Trying again…");
    if (!session.connected)
        return tr("Connecting to the screen of %1…").arg(receiverName_);
    return pauseForHelper(session.pause, session.receiverName);
}

void ViewerWindow::pictureResized() {
    picture_->pictureResized();
    if (sized_ || picture_->pictureSize().isEmpty())
        return;
    // The window as large as the picture, where there is room for that.
    sized_ = true;
    const auto room = screen()->availableGeometry().size() * 0.95;
    const auto wanted = picture_->sizeHint() + QSize(0, bar_->heightForWidth(picture_->sizeHint().width()));
    if (!full_ && !isMaximized())
        resize(wanted.boundedTo(room));
}

void ViewerWindow::choosePart(const QRect& part) {
    picture_->setPart(part);
    if (viewer_)
        viewer_->show({part.x(), part.y(), part.width(), part.height()});
}

void ViewerWindow::setFull(bool full) {
    if (full == full_)
        return;
    full_ = full;
    bar_->setVisible(!full);
    fullBar_->setVisible(full);
    if (full) {
        wasMaximised_ = isMaximized();
        showFullScreen();
        picture_->setFocus();
    } else if (wasMaximised_) {
        showMaximized();
    } else {
        showNormal();
    }
    followKeyboard();
    placeCards();
}

void ViewerWindow::followKeyboard() {
    // In full screen the shortcuts of this desktop, such as Alt and Tab, go to the other one.
    const bool wanted = full_ && isVisible() && isActiveWindow();
    const bool has = QWidget::keyboardGrabber() == picture_;
    if (wanted && !has)
        picture_->grabKeyboard();
    else if (!wanted && has)
        picture_->releaseKeyboard();
}

bool ViewerWindow::event(QEvent* event) {
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::WindowActivate || event->type() == QEvent::WindowDeactivate)
        followKeyboard();
    return handled;
}

bool ViewerWindow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize)
        placeCards();
    return QWidget::eventFilter(watched, event);
}

void ViewerWindow::placeCards() {
    const auto room = scroll_->geometry();
    const int wide = std::min(room.width() - 40, std::max(320, fontMetrics().averageCharWidth() * 60));
    card_->resize(wide, card_->layout()->totalHeightForWidth(wide));
    card_->move(room.center() - card_->rect().center());
    card_->raise();
    fullBar_->adjustSize();
    fullBar_->move((width() - fullBar_->width()) / 2, 0);
    fullBar_->raise();
}

void ViewerWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeCards();
}

void ViewerWindow::showFigures() {
    if (viewer_)
        bar_->showFigures(figureWords(viewer_->figures()));
}

void ViewerWindow::savePicture() {
    app::savePicture(this, picture_->snapshot(), receiverName_);
}

void ViewerWindow::closeEvent(QCloseEvent* event) {
    QWidget::closeEvent(event);
    figures_.stop();
    followKeyboard();
    Q_EMIT left();
}

}  // namespace sesame::app
