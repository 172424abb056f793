// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rule_form.h"

#include "app/choose_path.h"
#include "app/command_form.h"
#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/style.h"

#include "sesame/client/client.h"
#include "sesame/trigger/intent.h"
#include "sesame/trigger/judge.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStandardItemModel>
#include <algorithm>

namespace sesame::app {
namespace {

trigger::Rule asRule(const RuleId& id, const QString& phrase, const trigger::Command& command,
                     const std::optional<trigger::MediaPrint>& media) {
    trigger::Rule rule;
    rule.id = id;
    rule.phrase = phrase.toStdString();
    rule.command = command;
    rule.media = media;
    return rule;
}

constexpr int kFewestPixels = 540;
constexpr int kFewestLetters = 24;

// As they stand in the list.
constexpr quint32 kDays[] = {0, 1, 7, 30, 90, 365};
constexpr trigger::Ways kWays[] = {{true, true}, {true, false}, {false, true}, {true, false, true}};

// What a sentence that is not the phrase does without this rule.
QString otherwise(const QString& typed) {
    using trigger::Intent;
    const auto wished = [](const QString& what) {
        return RuleForm::tr("Not the phrase. As a wish in their own words you are asked: %1").arg(what);
    };
    switch (trigger::recogniseWish(typed.toStdString()).intent) {
        case Intent::RemoteControl:
            return wished(RuleForm::tr("to see or use their screen"));
        case Intent::OpenFile:
            return wished(RuleForm::tr("to open a file for them"));
        case Intent::LaunchProgram:
            return wished(RuleForm::tr("to open a program for them"));
        case Intent::ImSettings:
            return wished(RuleForm::tr("to change this chat program for them"));
        case Intent::ShareFolder:
            return wished(RuleForm::tr("to share a folder of theirs with you"));
        case Intent::Stop:
            return RuleForm::tr("Not the phrase. It ends what runs at that time.");
        case Intent::VoiceCall:
        case Intent::VideoCall:
        case Intent::None:
            break;
    }
    return RuleForm::tr("Nothing happens. It is an ordinary message.");
}

QString daysWords(quint32 days) {
    switch (days) {
        case 0:
            return RuleForm::tr("until I remove it");
        case 1:
            return RuleForm::tr("for one day, from when I save it");
        case 365:
            return RuleForm::tr("for a year, from when I save it");
        default:
            return RuleForm::tr("for %1 days, from when I save it").arg(days);
    }
}

// A rule from a file may be good for any number of days.
void chooseDays(QComboBox& box, quint32 days) {
    if (box.findData(days) < 0)
        box.addItem(daysWords(days), days);
    box.setCurrentIndex(box.findData(days));
}

}  // namespace

RuleForm::RuleForm(const std::optional<client::RuleView>& edited, QList<client::RuleView> others,
                   const desktop::InstalledPrograms& programs, MediaKey::Recognise recognise, QWidget* parent)
    : QDialog(parent),
      recognise_(std::move(recognise)),
      others_(std::move(others)),
      area_(new QScrollArea(this)),
      keyKind_(new QComboBox(this)),
      phrase_(new QLineEdit(this)),
      media_(new MediaKey(recognise_, this)),
      command_(new CommandForm(programs, this)),
      ways_(new QComboBox(this)),
      place_(new QComboBox(this)),
      days_(new QComboBox(this)),
      verdict_(new PlainLabel(this)),
      try_(new QLineEdit(this)),
      tryFile_(new QPushButton(tr("Try a file…"), this)),
      outcome_(new PlainLabel(this)),
      save_(new QPushButton(tr("Save"), this)) {
    setObjectName(QStringLiteral("ruleForm"));
    setWindowTitle(edited ? tr("Change rule") : tr("New rule"));
    build();
    if (edited) {
        id_ = edited->id;
        phrase_->setText(edited->phrase);
        keyKind_->setCurrentIndex(edited->terms.media ? 1 : 0);
        if (edited->terms.media)
            media_->setKey(*edited->terms.media, edited->terms.mediaFile);
        command_->setCommand(edited->command);
        ways_->setCurrentIndex(
            int(std::find(std::begin(kWays), std::end(kWays), edited->terms.ways) - std::begin(kWays)));
        place_->setCurrentIndex(int(edited->terms.judgedAt));
        chooseDays(*days_, edited->terms.days);
    }
    connect(keyKind_, &QComboBox::currentIndexChanged, this, &RuleForm::keyChosen);
    connect(media_, &MediaKey::changed, this, &RuleForm::check);
    connect(tryFile_, &QPushButton::clicked, this, &RuleForm::tryFile);
    connect(phrase_, &QLineEdit::textChanged, this, &RuleForm::check);
    connect(command_, &CommandForm::changed, this, &RuleForm::check);
    connect(ways_, &QComboBox::currentIndexChanged, this, &RuleForm::tryOut);
    connect(place_, &QComboBox::currentIndexChanged, this, &RuleForm::tryOut);
    connect(command_, &CommandForm::changed, this, &RuleForm::fitSize);
    connect(try_, &QLineEdit::textChanged, this, &RuleForm::tryOut);
    connect(save_, &QPushButton::clicked, this, &RuleForm::saveWanted);
    keyChosen();
    phrase_->setFocus();
}

QLayout* RuleForm::makeTerms() {
    ways_->setObjectName(QStringLiteral("waysBox"));
    ways_->setAccessibleName(tr("How they may answer"));
    ways_->addItem(tr("by sending it back, or by pressing Yes"));
    ways_->addItem(tr("only by sending it back"));
    ways_->addItem(tr("only by pressing Yes"));
    ways_->addItem(tr("by writing it; they do not see it, I tell it by telephone"));
    // As trigger::JudgePlace counts them.
    place_->setObjectName(QStringLiteral("placeBox"));
    place_->setAccessibleName(tr("Where it is recognised"));
    place_->addItem(tr("on their computer; nobody else learns anything"));
    place_->addItem(tr("on this computer, which gets their messages anyway; it must be on then"));
    place_->addItem(tr("at the hub, word for word; it sees that a phrase was said, not which"));
    days_->setObjectName(QStringLiteral("daysBox"));
    days_->setAccessibleName(tr("How long it is good"));
    for (const auto days : kDays)
        chooseDays(*days_, days);
    chooseDays(*days_, 0);
    auto* terms = new QFormLayout;
    const auto label = [this](const QString& words) {
        auto* out = new PlainLabel(words, this);
        out->setWordWrap(false);
        return out;
    };
    terms->addRow(label(tr("They may answer")), ways_);
    terms->addRow(label(tr("It is recognised")), place_);
    terms->addRow(label(tr("It is good")), days_);
    return terms;
}

void RuleForm::build() {
    // Where the text is huge, or the screen small, the fields are scrolled; Save stays in sight.
    auto* fields = makeFields();
    area_->setObjectName(QStringLiteral("ruleFields"));
    area_->setFrameShape(QFrame::NoFrame);
    area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area_->setWidgetResizable(true);
    area_->setWidget(fields);
    for (auto* box : fields->findChildren<QComboBox*>()) {
        box->setMinimumWidth(box->fontMetrics().averageCharWidth() * kFewestLetters);
        box->setFocusPolicy(Qt::StrongFocus);
        box->installEventFilter(this);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(area_, 1);
    column->addLayout(makeAnswers());
}

QLayout* RuleForm::makeAnswers() {
    save_->setObjectName(QStringLiteral("saveRuleButton"));
    save_->setAccessibleName(tr("Save"));
    save_->setProperty("kind", "main");
    save_->setDefault(true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("cancelRuleButton"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto* answers = new QHBoxLayout;
    answers->setContentsMargins(24, 8, 24, 20);
    answers->setSpacing(8);
    answers->addStretch(1);
    answers->addWidget(cancel);
    answers->addWidget(save_);
    return answers;
}

QWidget* RuleForm::makeFields() {
    auto* fields = new QWidget(area_);
    const auto heading = [fields](const QString& words) {
        auto* label = new PlainLabel(words, fields);
        label->setScale(1.0, true);
        return label;
    };
    phrase_->setObjectName(QStringLiteral("phraseEdit"));
    phrase_->setAccessibleName(tr("Phrase"));
    phrase_->setPlaceholderText(tr("For example: please open the calculator for me"));
    phrase_->setMaxLength(256);
    auto* column = new QVBoxLayout(fields);
    column->setContentsMargins(24, 20, 24, 0);
    column->setSpacing(8);
    keyKind_->setObjectName(QStringLiteral("keyKindBox"));
    keyKind_->setAccessibleName(tr("What they send back"));
    keyKind_->addItem(tr("a phrase"));
    keyKind_->addItem(tr("a picture, a sound or a short clip"));
    keyKind_->setEnabled(recognise_ != nullptr);
    auto* kind = new QHBoxLayout;
    auto* when = heading(tr("When they send back"));
    when->setWordWrap(false);
    kind->addWidget(when);
    kind->addWidget(keyKind_, 1);
    column->addLayout(kind);
    column->addWidget(phrase_);
    column->addWidget(media_);
    column->addWidget(verdict_);
    column->addSpacing(6);
    column->addWidget(heading(tr("this happens on their computer, after their Yes")));
    column->addWidget(command_);
    column->addLayout(makeTerms());
    column->addWidget(makeTryBox());
    return fields;
}

// Who turns the wheel over a list that they have not chosen wants to scroll.
bool RuleForm::eventFilter(QObject* watched, QEvent* event) {
    const auto* box = qobject_cast<QComboBox*>(watched);
    if (box == nullptr || event->type() != QEvent::Wheel || box->hasFocus())
        return QDialog::eventFilter(watched, event);
    event->ignore();
    return true;
}

void RuleForm::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    fitSize();
}

void RuleForm::fitSize() {
    if (!isVisible())
        return;
    constexpr double kOfScreen = 0.94;
    const auto room = screen()->availableGeometry();
    auto* fields = area_->widget();
    const int bar = area_->verticalScrollBar()->sizeHint().width();
    area_->setMinimumWidth(std::max(kFewestPixels, fields->minimumSizeHint().width() + bar));
    const int across =
        std::min(std::max(width(), fields->sizeHint().width() + bar), int(room.width() * kOfScreen));
    const int answers = layout()->itemAt(1)->sizeHint().height();
    const int down = std::min(fields->layout()->totalHeightForWidth(across - bar) + answers,
                              int(room.height() * kOfScreen));
    resize(across, std::max(height(), down));
    // What has grown must not have its buttons outside the screen.
    const auto frame = frameGeometry();
    if (frame.bottom() > room.bottom() || frame.right() > room.right())
        move(std::clamp(x(), room.left(), std::max(room.left(), room.right() - frame.width())),
             std::clamp(y(), room.top(), std::max(room.top(), room.bottom() - frame.height())));
}

QWidget* RuleForm::makeTryBox() {
    auto* box = new QFrame(this);
    box->setProperty("card", "true");
    try_->setObjectName(QStringLiteral("tryEdit"));
    try_->setAccessibleName(tr("Try a sentence"));
    try_->setPlaceholderText(tr("Type a sentence; see what it would do"));
    outcome_->setMinimumHeight(fontMetrics().lineSpacing());
    tryFile_->setObjectName(QStringLiteral("tryFileButton"));
    tryFile_->setAccessibleName(tr("Try a file"));
    tryFile_->setAutoDefault(false);
    auto* title = new PlainLabel(tr("Try it"), box);
    title->setQuiet(true);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(14, 10, 14, 12);
    column->addWidget(title);
    column->addWidget(try_);
    column->addWidget(tryFile_, 0, Qt::AlignLeft);
    column->addWidget(outcome_);
    return box;
}

bool RuleForm::isByFile() const {
    return keyKind_->currentIndex() == 1;
}

// A file is seen and sent back on the receiver's computer, or not at all.
void RuleForm::keyChosen() {
    const bool byFile = isByFile();
    phrase_->setVisible(!byFile);
    media_->setVisible(byFile);
    try_->setVisible(!byFile);
    tryFile_->setVisible(byFile);
    if (byFile && !(kWays[ways_->currentIndex()].phrase && !kWays[ways_->currentIndex()].told))
        ways_->setCurrentIndex(0);
    if (byFile)
        place_->setCurrentIndex(int(trigger::JudgePlace::Receiver));
    const auto* model = qobject_cast<QStandardItemModel*>(ways_->model());
    for (int i = 0; i < int(std::size(kWays)); ++i)
        model->item(i)->setEnabled(!byFile || (kWays[i].phrase && !kWays[i].told));
    place_->setEnabled(!byFile);
    check();
    fitSize();
}

QString RuleForm::phrase() const {
    return isByFile() ? QString() : phrase_->text();
}

trigger::Command RuleForm::command() const {
    return command_->command();
}

client::RuleTerms RuleForm::terms() const {
    client::RuleTerms out{kWays[ways_->currentIndex()], trigger::JudgePlace(place_->currentIndex()),
                          days_->currentData().toUInt()};
    if (isByFile()) {
        out.media = media_->print();
        out.mediaFile = media_->file();
    }
    return out;
}

std::optional<trigger::RuleProblem> RuleForm::problem() const {
    // A new rule has no id yet; all zeros is none of the others.
    std::vector<trigger::Rule> others;
    for (const auto& other : others_)
        if (other.enabled && other.id != id_)
            others.push_back(asRule(other.id, other.phrase, other.command, other.terms.media));
    return trigger::checkRule(asRule(id_.value_or(RuleId{}), phrase(), command(), terms().media), others);
}

void RuleForm::check() {
    const auto found = problem();
    save_->setEnabled(!found);
    if (isByFile() && !media_->print()) {
        verdict_->setInk(color::kQuietText);
        verdict_->setText(
            tr("They get it beside the invitation. When it comes back they are asked first, each time."));
    } else if (isByFile() && !found) {
        verdict_->setInk(color::kAccent);
        verdict_->setText(tr("This file is fine."));
    } else if (!isByFile() && phrase().isEmpty()) {
        verdict_->setInk(color::kQuietText);
        verdict_->setText(tr("A short sentence that nobody says by chance."));
    } else if (found) {
        showProblem(client::Client::describe(*found));
        save_->setEnabled(false);
    } else {
        verdict_->setInk(color::kAccent);
        verdict_->setText(tr("This phrase is fine."));
    }
    tryOut();
}

void RuleForm::showProblem(const QString& sentence) {
    verdict_->setInk(color::kAlarm);
    verdict_->setText(withoutControls(sentence));
}

void RuleForm::tryOut() {
    if (isByFile()) {
        outcome_->clear();
        return;
    }
    const auto typed = try_->text();
    if (typed.isEmpty() || phrase().isEmpty()) {
        outcome_->clear();
        return;
    }
    if (!terms().ways.phrase) {
        outcome_->setText(tr("Nothing happens: only the Yes button grants this."));
        return;
    }
    switch (trigger::compare(phrase().toStdString(), typed.toStdString())) {
        case trigger::MatchKind::Match:
            outcome_->setText(tr("Matches: they are asked for their Yes."));
            break;
        case trigger::MatchKind::Near:
            outcome_->setText(terms().judgedAt == trigger::JudgePlace::Hub
                                  ? tr("Nothing happens: close is not enough for the hub.")
                                  : tr("Close: they are asked “Did you mean …?”"));
            break;
        case trigger::MatchKind::No:
            outcome_->setText(otherwise(typed));
            break;
    }
}

void RuleForm::tryFile() {
    chooseFile(this, tr("Which file?"), [this](const QString& file) { lookAt(file); });
}

void RuleForm::lookAt(const QString& file) {
    outcome_->setText(tr("It is looked at…"));
    recognise_(file, this, [this](const Result<trigger::MediaPrint>& print) {
        if (print)
            tried(*print);
        else
            outcome_->setText(tr("Nothing happens. It is an ordinary file."));
    });
}

void RuleForm::tried(const trigger::MediaPrint& print) {
    const auto& key = media_->print();
    const bool alike = key && trigger::compare(*key, print) != trigger::MatchKind::No;
    outcome_->setText(alike ? tr("Recognised: they are asked whether they meant this.")
                            : tr("Nothing happens. It is an ordinary file."));
}

}  // namespace sesame::app
