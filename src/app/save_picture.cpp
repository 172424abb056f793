// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/save_picture.h"

#include "app/plain_text.h"
#include "app/say.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileDialog>
#include <QStandardPaths>

namespace sesame::app {

QString pictureFileName(const QString& name) {
    constexpr int kNameLength = 40;
    auto clean = oneLine(name, kNameLength);
    for (auto& c : clean)
        if (QStringLiteral("/\\:*?\"<>|").contains(c))
            c = QLatin1Char(' ');
    while (clean.startsWith(QLatin1Char('.')))
        clean.remove(0, 1);
    clean = clean.simplified();
    const auto when = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH.mm.ss"));
    return (clean.isEmpty() ? when : clean + QLatin1Char(' ') + when) + QStringLiteral(".png");
}

void savePicture(QWidget* parent, const QImage& picture, const QString& name) {
    if (picture.isNull())
        return;
    auto* dialog = new QFileDialog(parent, QCoreApplication::translate("Help", "Save picture"),
                                   QStandardPaths::writableLocation(QStandardPaths::PicturesLocation),
                                   QStringLiteral("PNG (*.png)"));
    dialog->setObjectName(QStringLiteral("savePictureDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(pictureFileName(name));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [parent, picture](const QString& path) {
        if (!picture.save(path, "PNG"))
            say(parent, QCoreApplication::translate("Help", "Save picture"),
                QCoreApplication::translate("Help", "The picture could not be saved there."));
    });
    dialog->open();
}

}  // namespace sesame::app
