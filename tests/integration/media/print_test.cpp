// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "film_writer.h"
#include "looking.h"
#include "support/temporary_directory.h"

#include <gtest/gtest.h>

#include <QDataStream>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <cmath>
#include <random>

namespace sesame::media {
namespace {

using trigger::MatchKind;
using trigger::MediaKind;
using trigger::MediaPrint;

constexpr int kSampleRate = 22'050;

// Discs and bars, different for each number.
QImage painted(unsigned number, QSize size = {640, 480}, double shift = 0) {
    std::mt19937 dice(number);
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::lightGray);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const auto part = [&] { return static_cast<double>(dice() % 1000) / 1000; };
    for (int i = 0; i < 40; ++i) {
        painter.setBrush(QColor(static_cast<int>(dice() % 256), static_cast<int>(dice() % 256),
                                static_cast<int>(dice() % 256)));
        const QRectF where((part() + shift) * size.width(), part() * size.height(),
                           0.2 * part() * size.width(), 0.2 * part() * size.height());
        i % 2 == 0 ? painter.drawEllipse(where) : painter.drawRect(where);
    }
    return image;
}

// A melody, different for each number.
std::vector<std::int16_t> melody(unsigned number, double seconds, double loudness) {
    std::mt19937 dice(number);
    std::vector<std::int16_t> out;
    double phase = 0;
    double hertz = 440;
    for (int i = 0; i < static_cast<int>(seconds * kSampleRate); ++i) {
        if (i % (kSampleRate / 4) == 0)
            hertz = 220 * std::pow(2.0, static_cast<double>(dice() % 24) / 12);
        phase += 2 * M_PI * hertz / kSampleRate;
        out.push_back(static_cast<std::int16_t>(
            loudness * 8000 * (std::sin(phase) + std::sin(2 * phase) / 2 + std::sin(3 * phase) / 3)));
    }
    return out;
}

class Print : public testing::Test {
  protected:
    std::filesystem::path path(const char* name) const { return folder_.path() / name; }

    MediaPrint print(const std::filesystem::path& at) {
        const auto out = printOf(reader_, at);
        EXPECT_TRUE(out && *out) << at;
        return out && *out ? out->value() : MediaPrint();
    }
    MediaPrint print(const QImage& image, const char* name, int quality = -1) {
        EXPECT_TRUE(image.save(QString::fromStdString(path(name).string()), nullptr, quality));
        return print(path(name));
    }
    // RIFF, one channel of 16 bits.
    MediaPrint print(const std::vector<std::int16_t>& samples) {
        QFile file(QString::fromStdString(path("a.wav").string()));
        EXPECT_TRUE(file.open(QFile::WriteOnly));
        QDataStream out(&file);
        out.setByteOrder(QDataStream::LittleEndian);
        const auto bytes = static_cast<quint32>(samples.size() * sizeof(std::int16_t));
        out.writeRawData("RIFF", 4);
        out << quint32(36 + bytes);
        out.writeRawData("WAVEfmt ", 8);
        out << quint32(16) << quint16(1) << quint16(1) << quint32(kSampleRate) << quint32(kSampleRate * 2)
            << quint16(2) << quint16(16);
        out.writeRawData("data", 4);
        out << bytes;
        for (const std::int16_t sample : samples)
            out << qint16(sample);
        file.close();
        return print(path("a.wav"));
    }

    test::TemporaryDirectory folder_;
    MediaReader reader_;
};

TEST_F(Print, KnowsAPictureAgainThatWasMadeSmallerAndPackedHarder) {
    const MediaPrint kept = print(painted(1), "a.png");
    EXPECT_EQ(trigger::kindOf(kept), MediaKind::Picture);
    EXPECT_FALSE(trigger::checkMedia(kept));
    EXPECT_EQ(std::get<trigger::PicturePrint>(kept).width, 640U);
    const QImage small = painted(1).scaled(320, 240, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    EXPECT_EQ(compare(kept, print(small, "a.jpg", 40)), MatchKind::Match);
    EXPECT_EQ(compare(kept, print(painted(1).copy(20, 20, 600, 450), "b.jpg", 80)), MatchKind::Match);
}

TEST_F(Print, TellsPicturesApart) {
    const MediaPrint kept = print(painted(1), "a.png");
    for (unsigned number = 2; number < 12; ++number)
        EXPECT_EQ(compare(kept, print(painted(number), "b.png")), MatchKind::No) << number;
}

TEST_F(Print, LaysWhatIsTransparentOnWhite) {
    QImage image(80, 80, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    EXPECT_EQ(std::get<trigger::PicturePrint>(print(image, "a.png")).grey.front(), std::byte{255});
}

TEST_F(Print, KnowsASoundAgainThatIsQuieterAndCut) {
    const MediaPrint kept = print(melody(1, 12, 1));
    EXPECT_EQ(trigger::kindOf(kept), MediaKind::Sound);
    EXPECT_FALSE(trigger::checkMedia(kept));
    auto part = melody(1, 12, 0.3);
    part.erase(part.begin(), part.begin() + 2 * kSampleRate);
    EXPECT_EQ(compare(kept, print(part)), MatchKind::Match);
    for (unsigned number = 2; number < 8; ++number)
        EXPECT_EQ(compare(kept, print(melody(number, 12, 1))), MatchKind::No) << number;
}

TEST_F(Print, KnowsAClipAgainInAnotherContainer) {
    const auto film = [&](const char* name, unsigned number) {
        EXPECT_TRUE(writeFilm(path(name), {320, 240}, 6, 10, [&](int frame) {
            return painted(number, {320, 240}, 0.01 * frame);
        }));
        return print(path(name));
    };
    const MediaPrint kept = film("a.mp4", 1);
    EXPECT_EQ(trigger::kindOf(kept), MediaKind::Clip);
    EXPECT_FALSE(trigger::checkMedia(kept));
    EXPECT_NE(compare(kept, film("b.mkv", 1)), MatchKind::No);
    EXPECT_EQ(compare(kept, film("c.mp4", 2)), MatchKind::No);
}

TEST_F(Print, IsNoneOfOtherFiles) {
    QFile file(QString::fromStdString(path("letter.txt").string()));
    ASSERT_TRUE(file.open(QFile::WriteOnly) && file.write("hello") == 5);
    file.close();
    const auto letter = printOf(reader_, path("letter.txt"));
    ASSERT_TRUE(letter);
    EXPECT_EQ(letter->error().code, ErrorCode::Malformed);
    const auto missing = printOf(reader_, path("missing"));
    ASSERT_TRUE(missing);
    EXPECT_EQ(missing->error().code, ErrorCode::NotFound);
}

}  // namespace
}  // namespace sesame::media
