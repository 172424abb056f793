// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/consent_dialog.h"

#include "app/avatar.h"
#include "app/plain_label.h"
#include "app/plain_passage.h"
#include "app/plain_text.h"
#include "app/style.h"
#include "app/time_words.h"
#include "app/yes_button.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScreen>
#include <QWindow>

namespace sesame::app {
namespace {

constexpr int kTickMs = 50;
/// A click on a window that had no keyboard also gives it the keyboard; the two come this close together.
constexpr std::int64_t kClickActivatesMs = 150;
constexpr int kOfferBlockAfter = 3;
constexpr int kEdge = 28;
constexpr int kFrameEdge = 14;

bool isInput(const QEvent* event) {
    switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::ShortcutOverride:
        case QEvent::InputMethod:
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonDblClick:
        case QEvent::TouchBegin:
        case QEvent::TabletPress:
            return true;
        default:
            return false;
    }
}

}  // namespace

ConsentDialog::ConsentDialog(consent::Gate& gate, const Clock& clock, QWidget* parent)
    : QWidget(parent, Qt::Window | Qt::CustomizeWindowHint | Qt::WindowTitleHint | Qt::WindowCloseButtonHint |
                          Qt::WindowStaysOnTopHint),
      gate_(gate),
      clock_(clock),
      avatar_(new Avatar(56, this)),
      name_(new PlainLabel(this)),
      known_(new PlainLabel(this)),
      sentence_(new PlainPassage(5, this)),
      target_(new PlainPassage(4, this)),
      note_(new PlainPassage(3, this)),
      calm_(new PlainLabel(this)),
      no_(new QPushButton(tr("No"), this)),
      yes_(new YesButton(tr("Yes, do it"), this)),
      block_(new QPushButton(this)) {
    setObjectName(QStringLiteral("consentDialog"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::ClickFocus);
    setWindowTitle(tr("Sesame asks you"));
    setAccessibleName(tr("Sesame asks you"));
    build();
    tick_.setInterval(kTickMs);
    connect(&tick_, &QTimer::timeout, this, &ConsentDialog::follow);
    connect(no_, &QPushButton::clicked, this, [this] { answer(false); });
    connect(yes_, &QPushButton::clicked, this, [this] { answer(true); });
    connect(block_, &QPushButton::clicked, this, [this] {
        const auto contact = contact_;
        answer(false);
        Q_EMIT blockWanted(contact);
    });
}

ConsentDialog::~ConsentDialog() {
    qApp->removeEventFilter(this);
}

void ConsentDialog::build() {
    name_->setScale(1.25, true);
    name_->setElided(true);
    known_->setScale(1.0);
    sentence_->setScale(1.55, false, 18);
    sentence_->setFocusPolicy(Qt::NoFocus);
    sentence_->setAccessibleName(tr("Question"));
    target_->setScale(1.15, false, 13);
    target_->setFocusPolicy(Qt::NoFocus);
    target_->setAccessibleName(tr("What exactly"));
    note_->setFocusPolicy(Qt::NoFocus);
    note_->setAccessibleName(tr("Note"));
    calm_->setText(tr("There is no hurry. Without an answer, nothing happens."));
    for (auto* button : {no_, static_cast<QPushButton*>(yes_)}) {
        auto large = QApplication::font();
        large.setPointSizeF(std::max(15.0, large.pointSizeF() * 1.3));
        button->setFont(large);
        button->setMinimumHeight(QFontMetrics(large).height() + 34);
        button->setAutoDefault(false);
        button->setDefault(false);
    }
    no_->setObjectName(QStringLiteral("noButton"));
    yes_->setObjectName(QStringLiteral("yesButton"));
    block_->setObjectName(QStringLiteral("blockButton"));
    no_->setAccessibleName(tr("No"));
    yes_->setAccessibleName(tr("Yes, do it"));
    block_->setAutoDefault(false);
    block_->setProperty("kind", "danger");

    auto* person = new QHBoxLayout;
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(name_);
    words->addWidget(known_);
    person->setSpacing(14);
    person->addWidget(avatar_, 0, Qt::AlignTop);
    person->addLayout(words, 1);
    auto* frame = new QFrame(this);
    frame->setObjectName(QStringLiteral("targetFrame"));
    auto* inside = new QVBoxLayout(frame);
    inside->setContentsMargins(kFrameEdge, 10, kFrameEdge, 10);
    inside->addWidget(target_);
    inside->addWidget(note_);
    auto* answers = new QHBoxLayout;
    answers->setSpacing(16);
    answers->addWidget(no_, 1);
    answers->addWidget(yes_, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kEdge, 24, kEdge, 22);
    column->setSpacing(16);
    column->addLayout(person);
    column->addWidget(sentence_);
    column->addWidget(frame);
    column->addLayout(answers);
    column->addWidget(calm_);
    column->addWidget(block_, 0, Qt::AlignLeft);
    setTabOrder(no_, yes_);
    setTabOrder(yes_, block_);
}

void ConsentDialog::fill(const client::ConsentView& question, const QString& seed) {
    question_ = question.question;
    contact_ = question.contact;
    const auto name = oneLine(question.helperName, 60);
    avatar_->show(name, seed);
    name_->setText(question.helperName);
    const auto since = tr("In your contacts since %1").arg(dateWords(question.knownSince));
    known_->setText(question.verified ? tr("%1 · safety number compared").arg(since)
                                      : tr("%1 · safety number not compared yet").arg(since));
    sentence_->setPassage(question.sentence);
    target_->setPassage(question.target);
    note_->setPassage(question.note);
    note_->setVisible(!question.note.isEmpty());
    block_->setVisible(question.refusals >= kOfferBlockAfter);
    block_->setText(withoutMnemonic(tr("Block %1").arg(oneLine(question.helperName, 30))));
    block_->setAccessibleName(block_->text());
    yes_->setReadiness(0);
}

void ConsentDialog::placeOnScreen() {
    const auto* screen = QGuiApplication::screenAt(QCursor::pos());
    const auto room = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    const int wide = std::min(room.width() - 60, std::max(560, fontMetrics().averageCharWidth() * 66));
    const int inner = wide - 2 * kEdge;
    sentence_->fitTo(inner);
    target_->fitTo(inner - 2 * kFrameEdge);
    note_->fitTo(inner - 2 * kFrameEdge);
    layout()->invalidate();
    const int high = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(wide)
                                                   : layout()->totalSizeHint().height();
    resize(wide, std::min(high, room.height() - 40));
    move(room.center().x() - width() / 2, room.top() + std::max(20, (room.height() - height()) / 4));
}

void ConsentDialog::ask(const client::ConsentView& question, const QString& seed) {
    hide();
    fill(question, seed);
    ensurePolished();
    placeOnScreen();
    seen_ = false;
    activatedAt_ = -1;
    // Focus inside this window rests on nothing that a key could press.
    setFocus();
    qApp->installEventFilter(this);
    show();
    watchWindow();
    raise();
    tick_.start();
}

void ConsentDialog::close(quint64 question) {
    if (question != question_)
        return;
    question_ = 0;
    tick_.stop();
    qApp->removeEventFilter(this);
    hide();
}

void ConsentDialog::watchWindow() {
    auto* window = windowHandle();
    window->installEventFilter(this);
    connect(window, &QWindow::screenChanged, this, &ConsentDialog::shownAnew, Qt::UniqueConnection);
}

void ConsentDialog::shownAnew() {
    if (question_ == 0 || !seen_)
        return;
    gate_.shownAnew();
    follow();
}

void ConsentDialog::lost() {
    if (question_ == 0)
        return;
    seen_ = false;
    gate_.hidden();
    follow();
}

void ConsentDialog::follow() {
    if (question_ == 0)
        return;
    if (activatedAt_ >= 0 && clock_.bootMs() - activatedAt_ >= kClickActivatesMs) {
        activatedAt_ = -1;
        gate_.shownAnew();
    }
    const auto until = gate_.untilArmed();
    const double part = until ? 1.0 - std::min(1.0, double(*until) / double(consent::Gate::kInertMs)) : 0.0;
    yes_->setReadiness(until == 0 ? 1.0 : std::min(part, 0.99));
}

bool ConsentDialog::deliberate(QObject* watched, QEvent* event) const {
    if (gate_.untilArmed() != 0)
        return false;
    if (event->type() == QEvent::MouseButtonPress)
        return watched == yes_ && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton;
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    // A key that the button leaves unanswered comes by here once more, on its way up.
    const bool meant = watched == yes_ || (watched == this && focusWidget() == yes_);
    const auto* key = static_cast<QKeyEvent*>(event);
    return meant && key->key() == Qt::Key_Space && !key->isAutoRepeat() && key->modifiers() == Qt::NoModifier;
}

bool ConsentDialog::eventFilter(QObject* watched, QEvent* event) {
    if (question_ == 0)
        return false;
    if (watched == windowHandle() && event->type() == QEvent::Expose) {
        if (windowHandle()->isExposed())
            shownAnew();
        else
            lost();
        return false;
    }
    // Each press also passes the window object first; the widget is the one that was meant.
    if (!watched->isWidgetType() || !isInput(event))
        return false;
    if (event->type() == QEvent::MouseButtonPress && static_cast<QWidget*>(watched)->window() == this)
        activatedAt_ = -1;
    if (deliberate(watched, event)) {
        yes_->setReadiness(1.0);
        return false;
    }
    gate_.input();
    follow();
    return false;
}

bool ConsentDialog::event(QEvent* event) {
    switch (event->type()) {
        case QEvent::WindowActivate:
            if (!(QGuiApplication::mouseButtons() & Qt::LeftButton))
                activatedAt_ = clock_.bootMs();
            break;
        case QEvent::WindowDeactivate:
            setFocus();
            shownAnew();
            break;
        case QEvent::WindowStateChange:
            if (isMinimized())
                lost();
            else
                shownAnew();
            break;
        default:
            break;
    }
    return QWidget::event(event);
}

void ConsentDialog::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    if (question_ != 0 && !seen_ && !isMinimized()) {
        seen_ = true;
        shownAnew();
    }
}

void ConsentDialog::moveEvent(QMoveEvent* event) {
    QWidget::moveEvent(event);
    shownAnew();
}

void ConsentDialog::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    shownAnew();
}

void ConsentDialog::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    seen_ = false;
}

void ConsentDialog::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    lost();
}

void ConsentDialog::closeEvent(QCloseEvent* event) {
    event->ignore();
    answer(false);
}

void ConsentDialog::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        answer(false);
    else
        QWidget::keyPressEvent(event);
}

void ConsentDialog::answer(bool yes) {
    if (question_ == 0 || (yes && gate_.untilArmed() != 0))
        return;
    Q_EMIT answered(question_, yes);
}

}  // namespace sesame::app
