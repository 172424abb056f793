// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <functional>

class QWidget;

/// Which file or folder of this computer, asked by a window that holds up nothing but the one it belongs to:
/// what Sesame asks meanwhile can be answered, and Stop works. `then` is called when something was chosen,
/// and not after `parent` is gone.
namespace sesame::app {

using PathChosen = std::function<void(const QString& path)>;

void chooseFile(QWidget* parent, const QString& title, const PathChosen& then);
void chooseFiles(QWidget* parent, const QString& title,
                 const std::function<void(const QStringList& paths)>& then);
/// `start`: the folder that is shown first.
void chooseFolder(QWidget* parent, const QString& title, const QString& start, const PathChosen& then);
/// A new file, or one whose replacement was confirmed. `filter` as in QFileDialog: "Text (*.txt)".
void chooseSaveFile(QWidget* parent, const QString& title, const QString& suggestion, const QString& filter,
                    const PathChosen& then);

}  // namespace sesame::app
