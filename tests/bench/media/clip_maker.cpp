// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/media/clip_maker.h"

#include "bench/media/picture_maker.h"
#include "bench/media/sound_maker.h"

#include <QPainter>
#include <QProcess>
#include <cmath>

namespace sesame::bench {
namespace {

constexpr int kFramesASecond = 10;
constexpr QSize kFrame{320, 240};
const QString kRawSound = QStringLiteral("-f s16le -ac 1 -ar %1").arg(kSoundRate);

QByteArray rawSound(unsigned number, double seconds) {
    const auto samples = makeSound(number, seconds);
    return {reinterpret_cast<const char*>(samples.data()),
            static_cast<qsizetype>(samples.size() * sizeof(std::int16_t))};
}

// The camera wanders over the picture, and things fly through it.
QByteArray rawFrames(unsigned number, double seconds) {
    const QImage whole = makePicture(number, kFrame * 2);
    const double angle = 0.7 * number;
    QByteArray out;
    for (int i = 0; i < static_cast<int>(seconds * kFramesASecond); ++i) {
        const double t = static_cast<double>(i) / kFramesASecond;
        QImage frame(kFrame, QImage::Format_RGB888);
        QPainter painter(&frame);
        const QPointF corner(kFrame.width() * (0.5 + 0.45 * std::sin(angle + 0.5 * t)),
                             kFrame.height() * (0.5 + 0.45 * std::cos(2 * angle + 0.4 * t)));
        painter.drawImage(QRectF({0, 0}, kFrame), whole, QRectF(corner, kFrame));
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor::fromHsv(static_cast<int>(number * 47 % 360), 200, 230));
        painter.drawEllipse(QPointF(kFrame.width() * (0.5 + 0.5 * std::sin(0.9 * t + number)),
                                    kFrame.height() * (0.5 + 0.5 * std::sin(1.3 * t))),
                            18, 18);
        painter.end();
        for (int y = 0; y < frame.height(); ++y)
            out.append(reinterpret_cast<const char*>(frame.constScanLine(y)), kFrame.width() * 3);
    }
    return out;
}

}  // namespace

bool ffmpeg(const QStringList& arguments, const QByteArray& input) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(
        QStringLiteral("ffmpeg"),
        QStringList{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y")} + arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit &&
           process.exitCode() == 0;
}

bool writeSound(unsigned number, double seconds, const QString& path) {
    return ffmpeg(kRawSound.split(u' ') + QStringList{QStringLiteral("-i"), QStringLiteral("-"), path},
                  rawSound(number, seconds));
}

bool writeClip(unsigned number, double seconds, const QString& path) {
    const QString sound = path + QStringLiteral(".wav");
    return writeSound(number, seconds, sound) &&
           ffmpeg(QStringLiteral("-f rawvideo -pix_fmt rgb24 -s %1x%2 -r %3 -i - -i")
                          .arg(kFrame.width())
                          .arg(kFrame.height())
                          .arg(kFramesASecond)
                          .split(u' ') +
                      QStringList{sound} +
                      QStringLiteral("-c:v libx264 -preset ultrafast -crf 20 -pix_fmt yuv420p -c:a aac "
                                     "-b:a 128k -shortest")
                          .split(u' ') +
                      QStringList{path},
                  rawFrames(number, seconds));
}

}  // namespace sesame::bench
