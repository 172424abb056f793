// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looking.h"
#include "support/temporary_directory.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <QElapsedTimer>
#include <QFile>

namespace sesame::media {
namespace {

constexpr long kMostKiB = 100L * 1024;

// A child that is just being started counts with the memory of this process: the bombs are made in little of
// it.
long peakOfChildren() {
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return usage.ru_maxrss;
}

long ownMemory() {
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QFile::ReadOnly) ? file.readAll().split(' ').value(1).toLong() * 4 : 0;
}

QByteArray number(std::uint32_t value) {
    QByteArray out(4, '\0');
    for (int i = 0; i < 4; ++i)
        out[i] = static_cast<char>(value >> (24 - 8 * i));
    return out;
}

QByteArray chunk(const QByteArray& kind, const QByteArray& data) {
    std::uint32_t crc = 0xFFFFFFFF;  // ISO/IEC 15948, annex D
    for (const char byte : kind + data) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
    }
    return number(static_cast<std::uint32_t>(data.size())) + kind + data + number(~crc);
}

// A PNG that says it has this many pixels each way, of 16-bit colours with alpha.
QByteArray pngOf(std::uint32_t side, qsizetype zeros) {
    const QByteArray header = number(side) + number(side) + QByteArray("\x10\x06\0\0\0", 5);
    return QByteArray("\x89PNG\r\n\x1A\n") + chunk("IHDR", header) +
           chunk("IDAT", qCompress(QByteArray(zeros, '\0'), 9).mid(4)) + chunk("IEND", {});
}

class Bombs : public testing::Test {
  protected:
    void expectHarmless(const std::filesystem::path& path) {
        const long before = ownMemory();
        QElapsedTimer timer;
        timer.start();
        ASSERT_TRUE(lookAt(path));
        EXPECT_LT(timer.elapsed(), 20'000);
        EXPECT_LT(ownMemory() - before, kMostKiB);
        EXPECT_LT(peakOfChildren(), harmless_ + kMostKiB);
    }

    std::filesystem::path save(const QByteArray& bytes) {
        auto at = folder_.path() / "bomb";
        QFile file(QString::fromStdString(at.string()));
        EXPECT_TRUE(file.open(QFile::WriteOnly | QFile::Truncate));
        EXPECT_EQ(file.write(bytes), bytes.size());
        return at;
    }

    // What a reader of nothing needs.
    void SetUp() override {
        lookAt(save("nothing"));
        harmless_ = peakOfChildren();
    }

    test::TemporaryDirectory folder_;
    long harmless_ = 0;
};

TEST_F(Bombs, M37PictureOf65000PixelsEachWay) {
    expectHarmless(save(pngOf(65'000, 4'000'000)));
}

TEST_F(Bombs, M37PictureJustBelowWhatIsLookedAt) {
    expectHarmless(save(pngOf(11'000, 4'000'000)));
}

TEST_F(Bombs, M37TenGigabytesThatAreTenMegabytes) {
    const QByteArray zeros = qCompress(QByteArray(10'000'000, '\0'), 9).mid(4);
    QByteArray archive("PK\x03\x04\x14\0\0\0\x08\0", 10);
    for (int i = 0; i < 1000; ++i)
        archive += zeros;
    expectHarmless(save(archive));
}

TEST_F(Bombs, M37SparseTerabyte) {
    const auto path = save(pngOf(10, 1000).left(40));
    std::filesystem::resize_file(path, std::uintmax_t{1} << 40);
    expectHarmless(path);
}

}  // namespace
}  // namespace sesame::media
