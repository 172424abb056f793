// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/folder_dialog.h"

#include "app/choose_path.h"
#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/style.h"

#include <QBoxLayout>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

namespace sesame::app {

FolderDialog::FolderDialog(const QString& question, const QString& suggestion, const QString& action,
                           QWidget* parent)
    : QDialog(parent), folder_(new QLineEdit(suggestion, this)), problem_(new PlainLabel(this)) {
    setObjectName(QStringLiteral("folderDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Which folder?"));
    auto* words = new PlainLabel(question, this);
    words->setScale(1.15);
    folder_->setObjectName(QStringLiteral("folderEdit"));
    folder_->setAccessibleName(tr("Folder"));
    auto* other = new QPushButton(tr("Choose…"), this);
    other->setObjectName(QStringLiteral("chooseFolderButton"));
    other->setAccessibleName(tr("Choose another folder"));
    other->setAutoDefault(false);
    problem_->setInk(color::kAlarm);
    problem_->hide();
    auto* take = new QPushButton(withoutMnemonic(action), this);
    take->setObjectName(QStringLiteral("takeFolderButton"));
    take->setAccessibleName(action);
    take->setProperty("kind", "main");
    take->setDefault(true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("cancelFolderButton"));
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    auto* line = new QHBoxLayout;
    line->addWidget(folder_, 1);
    line->addWidget(other);
    auto* answers = new QHBoxLayout;
    answers->addStretch(1);
    answers->addWidget(cancel);
    answers->addWidget(take);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(words);
    column->addLayout(line);
    column->addWidget(problem_);
    column->addLayout(answers);
    setMinimumWidth(560);
    connect(other, &QPushButton::clicked, this, [this] {
        chooseFolder(this, tr("Which folder?"), folder_->text(),
                     [this](const QString& place) { folder_->setText(place); });
    });
    connect(folder_, &QLineEdit::textChanged, problem_, &QWidget::hide);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(take, &QPushButton::clicked, this, &FolderDialog::choose);
}

void FolderDialog::choose() {
    const auto said = folder_->text().trimmed();
    const bool there = QDir::isAbsolutePath(said) && QDir().mkpath(said);
    const auto folder = there ? QFileInfo(said).canonicalFilePath() : QString();
    if (folder.isEmpty() || !QFileInfo(folder).isWritable()) {
        problem_->setText(tr("Files cannot be kept there. Please choose another folder."));
        problem_->show();
        return;
    }
    accept();
    Q_EMIT chosen(folder);
}

QString downloadsFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
}

}  // namespace sesame::app
