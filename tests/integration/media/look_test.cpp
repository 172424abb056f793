// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "film_writer.h"
#include "looking.h"
#include "support/temporary_directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <QFile>
#include <QImage>
#include <QPainter>
#include <random>

namespace sesame::media {
namespace {

class Look : public testing::Test {
  protected:
    std::filesystem::path path(const char* name) const { return folder_.path() / name; }

    std::filesystem::path save(const QImage& image, const char* name, int quality = -1) const {
        auto at = path(name);
        EXPECT_TRUE(image.save(QString::fromStdString(at.string()), nullptr, quality));
        return at;
    }

    std::filesystem::path save(const QByteArray& bytes, const char* name) const {
        QFile file(QString::fromStdString(path(name).string()));
        EXPECT_TRUE(file.open(QFile::WriteOnly));
        EXPECT_EQ(file.write(bytes), bytes.size());
        return path(name);
    }

    test::TemporaryDirectory folder_;
};

// Red above, blue below.
QImage twoHalves(QSize size) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QPainter(&image).fillRect(0, size.height() / 2, size.width(), size.height(), Qt::blue);
    return image;
}

QImage asImage(const Pixels& preview) {
    return QImage(reinterpret_cast<const uchar*>(preview.rgba.data()), preview.width, preview.height,
                  QImage::Format_RGBA8888)
        .copy();
}

bool isLike(QColor one, QColor other) {
    return std::abs(one.red() - other.red()) + std::abs(one.green() - other.green()) +
               std::abs(one.blue() - other.blue()) <
           40;
}

QByteArray bytesOf(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

TEST_F(Look, ShowsAPictureSmallInItsShape) {
    for (const char* name : {"a.png", "a.jpg", "a.bmp", "a.ppm"}) {
        const auto preview = lookAt(save(twoHalves({1200, 600}), name));
        ASSERT_TRUE(preview && *preview) << name;
        const Preview& seen = preview->value();
        EXPECT_EQ(seen.kind, FileKind::Picture);
        EXPECT_EQ(seen.originalWidth, 1200);
        EXPECT_EQ(seen.originalHeight, 600);
        EXPECT_EQ(seen.picture.width, 320);
        EXPECT_EQ(seen.picture.height, 160);
        EXPECT_TRUE(isLike(asImage(seen.picture).pixelColor(160, 20), Qt::red)) << name;
        EXPECT_TRUE(isLike(asImage(seen.picture).pixelColor(160, 140), Qt::blue)) << name;
    }
}

TEST_F(Look, DoesNotBlowUpASmallOne) {
    const auto preview = lookAt(save(twoHalves({12, 8}), "a.png"));
    ASSERT_TRUE(preview && *preview);
    EXPECT_EQ(preview->value().picture.width, 12);
    EXPECT_EQ(preview->value().picture.height, 8);
}

TEST_F(Look, GoesByTheContentAndNotByTheName) {
    const auto preview = lookAt(save(bytesOf(save(twoHalves({40, 40}), "a.png")), "letter.txt"));
    ASSERT_TRUE(preview && *preview);
    EXPECT_EQ(preview->value().kind, FileKind::Picture);
}

TEST_F(Look, KeepsWhatIsTransparent) {
    QImage image(40, 40, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    const auto preview = lookAt(save(image, "a.png"));
    ASSERT_TRUE(preview && *preview);
    EXPECT_EQ(asImage(preview->value().picture).pixelColor(20, 20).alpha(), 0);
}

// EXIF 2.3, tag 0x0112, value 6: the camera was held upright, the picture lies on its side.
TEST_F(Look, TurnsAPhotoUpright) {
    QByteArray jpeg = bytesOf(save(twoHalves({400, 200}), "a.jpg", 95));
    const QByteArray exif("Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", 32);
    const auto length = static_cast<char>(exif.size() + 2);
    jpeg.insert(2, QByteArray("\xFF\xE1\0", 3) + length + exif);
    const auto preview = lookAt(save(jpeg, "turned.jpg"));
    ASSERT_TRUE(preview && *preview);
    EXPECT_EQ(preview->value().originalWidth, 200);
    EXPECT_EQ(preview->value().originalHeight, 400);
    const QImage seen = asImage(preview->value().picture);
    EXPECT_TRUE(isLike(seen.pixelColor(seen.width() - 5, 50), Qt::red));
    EXPECT_TRUE(isLike(seen.pixelColor(5, 50), Qt::blue));
}

TEST_F(Look, ReadsAPhotoThatIsLargerThanTheMemoryItMayUse) {
    const auto preview = lookAt(save(twoHalves({12'000, 9'000}), "a.jpg", 50));
    ASSERT_TRUE(preview && *preview) << preview->error().detail;
    EXPECT_EQ(preview->value().originalWidth, 12'000);
    EXPECT_EQ(preview->value().originalHeight, 9'000);
    EXPECT_EQ(preview->value().picture.width, 320);
}

TEST_F(Look, ShowsAFilmByAFrameOfItsBeginning) {
    for (const char* name : {"a.mp4", "a.mkv", "a.avi"}) {
        ASSERT_TRUE(writeFilm(path(name), {320, 160}, 3, 10, [](int frame) {
            QImage image(320, 160, QImage::Format_RGB32);
            image.fill(frame < 5 ? Qt::black : Qt::green);
            return image;
        }));
        const auto preview = lookAt(path(name), 160, 160);
        ASSERT_TRUE(preview && *preview) << name;
        EXPECT_EQ(preview->value().kind, FileKind::Clip);
        EXPECT_NEAR(static_cast<double>(preview->value().durationMs), 3000, 200);
        EXPECT_EQ(preview->value().picture.width, 160);
        EXPECT_EQ(preview->value().picture.height, 80);
        EXPECT_TRUE(isLike(asImage(preview->value().picture).pixelColor(80, 40), Qt::green)) << name;
    }
}

TEST_F(Look, HasNothingToShowForOtherFiles) {
    for (const QByteArray& bytes : {QByteArray(), QByteArray("hello"), QByteArray(100'000, '\0'),
                                    QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>"),
                                    QByteArray("#EXTM3U\nfile:///etc/passwd\n"),
                                    QByteArray("ffconcat version 1.0\nfile '/etc/passwd'\n")}) {
        const auto preview = lookAt(save(bytes, "a"));
        ASSERT_TRUE(preview);
        ASSERT_FALSE(*preview) << bytes.left(20).toStdString();
        EXPECT_EQ(preview->error().code, ErrorCode::Malformed);
    }
}

TEST_F(Look, HasNothingToShowForWhatIsNoRegularFile) {
    ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
    for (const std::filesystem::path& other : {path("missing"), folder_.path(), path("pipe")}) {
        const auto preview = lookAt(other);
        ASSERT_TRUE(preview);
        ASSERT_FALSE(*preview);
        EXPECT_EQ(preview->error().code, ErrorCode::NotFound);
    }
}

TEST_F(Look, LivesThroughBrokenFiles) {
    ASSERT_TRUE(writeFilm(path("a.mp4"), {64, 48}, 1, 10, [](int) { return twoHalves({64, 48}); }));
    std::mt19937 random(37);
    for (const QByteArray& whole : {bytesOf(save(twoHalves({200, 100}), "a.png")),
                                    bytesOf(save(twoHalves({200, 100}), "a.jpg")), bytesOf(path("a.mp4"))})
        for (int round = 0; round < 8; ++round) {
            QByteArray broken =
                whole.left(round % 4 == 0 ? static_cast<qsizetype>(random() % whole.size()) : -1);
            for (int i = 0; i < 8 && !broken.isEmpty(); ++i)
                broken[static_cast<qsizetype>(random() % broken.size())] = static_cast<char>(random());
            EXPECT_TRUE(lookAt(save(broken, "broken"))) << round;
        }
}

TEST_F(Look, AsksInOrderAndForgetsWhoHasGone) {
    const QString picture = QString::fromStdString(save(twoHalves({20, 20}), "a.png").string());
    MediaReader reader;
    QEventLoop loop;
    std::vector<int> answers;
    auto gone = std::make_unique<QObject>();
    reader.look(picture, 10, 10, gone.get(), [&](const Result<Preview>&) { answers.push_back(0); });
    for (int i = 1; i <= 3; ++i)
        reader.look(picture, 10, 10, &loop, [&, i](const Result<Preview>&) {
            answers.push_back(i);
            if (i == 3)
                loop.quit();
        });
    gone.reset();
    QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
    loop.exec();
    EXPECT_THAT(answers, testing::ElementsAre(1, 2, 3));
}

}  // namespace
}  // namespace sesame::media
