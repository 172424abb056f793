// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/own_picture.h"

#include "app/plain_text.h"

#include <QCoreApplication>
#include <QPainter>
#include <QRandomGenerator>
#include <QSvgRenderer>
#include <algorithm>
#include <array>
#include <optional>

namespace sesame::app {
namespace {

constexpr int kOwnPictureSize = 56;

struct Ground {
    QColor color;
    const char* words;
};

// Far apart, also for eyes that tell red from green badly, and dark enough for a white picture.
const std::array kGrounds{Ground{QColor(0x1b, 0x4f, 0x9c), QT_TRANSLATE_NOOP("OwnPicture", "%1 on blue")},
                          Ground{QColor(0xa8, 0x2e, 0x2e), QT_TRANSLATE_NOOP("OwnPicture", "%1 on red")},
                          Ground{QColor(0x2f, 0x73, 0x46), QT_TRANSLATE_NOOP("OwnPicture", "%1 on green")},
                          Ground{QColor(0x6a, 0x3f, 0x9a), QT_TRANSLATE_NOOP("OwnPicture", "%1 on violet")},
                          Ground{QColor(0x7a, 0x5c, 0x12), QT_TRANSLATE_NOOP("OwnPicture", "%1 on brown")},
                          Ground{QColor(0x2b, 0x2f, 0x33), QT_TRANSLATE_NOOP("OwnPicture", "%1 on black")}};

struct Thing {
    const char* name;
    const char* words;
};

constexpr std::array kThings{Thing{"boat", QT_TRANSLATE_NOOP("OwnPicture", "a boat")},
                             Thing{"cup", QT_TRANSLATE_NOOP("OwnPicture", "a cup")},
                             Thing{"fish", QT_TRANSLATE_NOOP("OwnPicture", "a fish")},
                             Thing{"flower", QT_TRANSLATE_NOOP("OwnPicture", "a flower")},
                             Thing{"heart", QT_TRANSLATE_NOOP("OwnPicture", "a heart")},
                             Thing{"house", QT_TRANSLATE_NOOP("OwnPicture", "a house")},
                             Thing{"moon", QT_TRANSLATE_NOOP("OwnPicture", "a moon")},
                             Thing{"mushroom", QT_TRANSLATE_NOOP("OwnPicture", "a mushroom")},
                             Thing{"star", QT_TRANSLATE_NOOP("OwnPicture", "a star")},
                             Thing{"sun", QT_TRANSLATE_NOOP("OwnPicture", "a sun")},
                             Thing{"tree", QT_TRANSLATE_NOOP("OwnPicture", "a tree")},
                             Thing{"umbrella", QT_TRANSLATE_NOOP("OwnPicture", "an umbrella")}};

struct Named {
    const Thing& thing;
    const Ground& ground;
};

std::optional<Named> findPicture(const QString& name) {
    const auto parts = name.split(u'/');
    const auto* thing = std::ranges::find_if(
        kThings, [&](const Thing& one) { return parts.first() == QLatin1String(one.name); });
    bool number = false;
    const auto ground = parts.size() == 2 ? parts.last().toUInt(&number) : 0;
    if (thing == kThings.end() || !number || ground >= kGrounds.size())
        return std::nullopt;
    return Named{*thing, kGrounds.at(ground)};
}

}  // namespace

OwnPicture::OwnPicture(QWidget* parent) : QWidget(parent) {
    setFixedSize(kOwnPictureSize, kOwnPictureSize);
    setObjectName(QStringLiteral("ownPicture"));
}

void OwnPicture::show(const QString& name) {
    name_ = name;
    setAccessibleName(words(name));
    setPlainToolTip(this, words(name));
    update();
}

QString OwnPicture::setting() {
    return QStringLiteral("own-picture");
}

QString OwnPicture::drawn(const QString& other) {
    auto& dice = *QRandomGenerator::system();
    QString name = other;
    while (name.isEmpty() || name == other)
        name = QStringLiteral("%1/%2")
                   .arg(QLatin1String(kThings.at(dice.bounded(quint32(kThings.size()))).name))
                   .arg(dice.bounded(quint32(kGrounds.size())));
    return name;
}

QString OwnPicture::words(const QString& name) {
    const auto named = findPicture(name);
    if (!named)
        return {};
    return QCoreApplication::translate("OwnPicture", named->ground.words)
        .arg(QCoreApplication::translate("OwnPicture", named->thing.words));
}

void OwnPicture::paintEvent(QPaintEvent*) {
    const auto named = findPicture(name_);
    if (!named)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(named->ground.color);
    const double round = width() / 6.0;
    painter.drawRoundedRect(rect(), round, round);
    QSvgRenderer picture(QStringLiteral(":/pictures/%1.svg").arg(QLatin1String(named->thing.name)));
    const double edge = width() / 6.0;
    picture.render(&painter, QRectF(rect()).adjusted(edge, edge, -edge, -edge));
}

}  // namespace sesame::app
