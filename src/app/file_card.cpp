// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_card.h"

#include "app/flow_layout.h"
#include "app/media_box.h"
#include "app/plain_label.h"
#include "app/plain_passage.h"
#include "app/share_words.h"
#include "app/style.h"

#include <QBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <algorithm>

namespace sesame::app {
namespace {

using client::FileState;

constexpr int kFileInset = 18;
constexpr int kFilePicture = 40;
constexpr int kFileGap = 12;
constexpr int kFileParts = 1000;
constexpr FileAct kFileActs[] = {FileAct::Save,          FileAct::Cancel,    FileAct::TryAgain,
                                 FileAct::SaveElsewhere, FileAct::Decline,   FileAct::SendBack,
                                 FileAct::Open,          FileAct::ShowFolder};

/// What its menu has beyond these is for those who look for it. Once a folder has failed, they need another.
bool isOnCard(FileAct act, FileState state) {
    return act != FileAct::SaveElsewhere || state == FileState::Failed;
}

int partsDone(const client::FileView& file) {
    return file.size == 0 ? 0 : int(kFileParts * double(std::min(file.done, file.size)) / double(file.size));
}

QString amountWords(const client::FileView& file) {
    const auto whole = sizeWords(file.size);
    return file.state == FileState::Moving
               ? FileCard::tr("%1 of %2", "sizes").arg(sizeWords(std::min(file.done, file.size)), whole)
               : whole;
}

}  // namespace

bool isHere(const client::MessageView& message) {
    return message.direction == client::Direction::Outgoing || message.file->state == FileState::Done;
}

FileCard::FileCard(const client::MessageView& message, MediaDesk& desk, QWidget* parent)
    : MessageCard(parent),
      message_(message),
      name_(new PlainPassage(3, this)),
      size_(new PlainLabel(this)),
      media_(new MediaBox(desk, this)),
      words_(new PlainLabel(this)),
      bar_(new QProgressBar(this)) {
    setProperty("card", "true");
    setObjectName(QStringLiteral("fileCard"));
    build();
    show(message);
}

void FileCard::build() {
    auto* picture = new PlainLabel(this);
    picture->setPixmap(icon("file").pixmap(kFilePicture));
    name_->setScale(1.1, true);
    name_->setFocusPolicy(Qt::NoFocus);
    name_->setAccessibleName(tr("Name of the file"));
    size_->setQuiet(true);
    size_->setScale(0.9);
    bar_->setRange(0, kFileParts);
    bar_->setTextVisible(false);
    bar_->setAccessibleName(tr("How much of it has moved"));
    auto* buttons = new FlowLayout;
    for (const auto act : kFileActs) {
        auto* button = new QPushButton(words(act), this);
        button->setAccessibleName(words(act));
        button->setAutoDefault(false);
        if (act == FileAct::Save || act == FileAct::SendBack)
            button->setProperty("kind", "main");
        connect(button, &QPushButton::clicked, this, [this, act] { Q_EMIT wanted(act, message_); });
        buttons->addWidget(button);
        buttons_[act] = button;
    }
    connect(media_, &MediaBox::resized, this, &FileCard::resized);
    connect(media_, &MediaBox::pictureClicked, this, [this] {
        if (!buttons_[FileAct::Open]->isHidden())
            Q_EMIT wanted(FileAct::Open, message_);
    });
    auto* title = new QVBoxLayout;
    title->setSpacing(2);
    title->addWidget(name_);
    title->addWidget(size_);
    auto* top = new QHBoxLayout;
    top->setSpacing(kFileGap);
    top->addWidget(picture, 0, Qt::AlignTop);
    top->addLayout(title, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kFileInset, 14, kFileInset, 14);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(media_);
    column->addWidget(words_);
    column->addWidget(bar_);
    column->addLayout(buttons);
}

void FileCard::show(const client::MessageView& message) {
    message_ = message;
    const auto& file = *message.file;
    name_->setPassage(file.name);
    size_->setText(amountWords(file));
    media_->setFile(isHere(message) ? file.path : QString());
    words_->setText(file.words);
    words_->setInk(file.state == FileState::Failed ? color::kAlarm : color::kText);
    bar_->setVisible(file.state == FileState::Moving);
    bar_->setValue(partsDone(file));
    const auto acts = actsFor(message);
    for (const auto& [act, button] : buttons_)
        button->setVisible(isOnCard(act, file.state) && std::ranges::find(acts, act) != acts.end());
}

int FileCard::heightFor(int width) {
    name_->fitTo(width - 2 * kFileInset - kFilePicture - kFileGap);
    layout()->invalidate();
    return layout()->totalHeightForWidth(width);
}

}  // namespace sesame::app
