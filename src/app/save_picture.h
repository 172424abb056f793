// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

class QWidget;

namespace sesame::app {

/// Asks where, and writes a PNG there; says so when that fails. Does not block.
void savePicture(QWidget* parent, const QImage& picture, const QString& name);

/// "Anna 2026-03-01 14.05.20.png", without what a file name cannot hold.
QString pictureFileName(const QString& name);

}  // namespace sesame::app
