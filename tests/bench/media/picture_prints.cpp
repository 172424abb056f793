// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/media/picture_prints.h"

#include "media/reader/raster.h"

#include <QEventLoop>
#include <QFile>

namespace sesame::bench {

trigger::PicturePrint printOf(const QImage& picture) {
    const QImage rgba = picture.convertToFormat(QImage::Format_RGBA8888);
    media::Frame frame(av_frame_alloc());
    frame->format = AV_PIX_FMT_RGBA;
    frame->width = rgba.width();
    frame->height = rgba.height();
    av_frame_get_buffer(frame.get(), 0);
    for (int y = 0; y < rgba.height(); ++y)
        std::copy_n(rgba.constScanLine(y), static_cast<std::size_t>(rgba.width()) * 4,
                    frame->data[0] + static_cast<std::ptrdiff_t>(y) * frame->linesize[0]);
    constexpr int kSide = static_cast<int>(trigger::kPictureSide);
    return {toBytes(asBytes(media::greyOf(media::scaled(*frame, {kSide, kSide})))),
            static_cast<std::uint32_t>(rgba.width()), static_cast<std::uint32_t>(rgba.height())};
}

std::optional<trigger::MediaPrint> FilePrinter::print(const QString& path) {
    QEventLoop loop;
    std::optional<trigger::MediaPrint> out;
    reader_.print(path, &loop, [&](const Result<trigger::MediaPrint>& print) {
        if (print)
            out = *print;
        loop.quit();
    });
    loop.exec();
    return out;
}

std::optional<trigger::MediaPrint> FilePrinter::print(const QByteArray& content) {
    QFile file(folder_.filePath(QStringLiteral("sent")));
    if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
        return std::nullopt;
    file.close();
    return print(file.fileName());
}

}  // namespace sesame::bench
