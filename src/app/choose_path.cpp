// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/choose_path.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace sesame::app {
namespace {

QFileDialog* makeDialog(QWidget* parent, const QString& title, const QString& folder,
                        QFileDialog::FileMode mode) {
    auto* dialog = new QFileDialog(parent, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    return dialog;
}

void open(QFileDialog* dialog, const PathChosen& then) {
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog->parentWidget(), then);
    dialog->open();
}

}  // namespace

void chooseFile(QWidget* parent, const QString& title, const PathChosen& then) {
    open(makeDialog(parent, title, QDir::homePath(), QFileDialog::ExistingFile), then);
}

void chooseFiles(QWidget* parent, const QString& title,
                 const std::function<void(const QStringList& paths)>& then) {
    auto* dialog = makeDialog(parent, title, QDir::homePath(), QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, then);
    dialog->open();
}

void chooseFolder(QWidget* parent, const QString& title, const QString& start, const PathChosen& then) {
    auto* dialog = makeDialog(parent, title, start, QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    open(dialog, then);
}

void chooseSaveFile(QWidget* parent, const QString& title, const QString& suggestion, const QString& filter,
                    const PathChosen& then) {
    const QFileInfo suggested(suggestion);
    auto* dialog = makeDialog(parent, title, suggested.path(), QFileDialog::AnyFile);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(filter);
    dialog->selectFile(suggested.fileName());
    open(dialog, then);
}

}  // namespace sesame::app
