// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looking.h"
#include "media/reader_child.h"
#include "support/temporary_directory.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

namespace sesame::media {
namespace {

constexpr int kVoiceRate = 48'000;

TEST(Record, MakesASoundThatIsAsLongAsWhatWasSaid) {
    const test::TemporaryDirectory folder;
    const auto said = folder.path() / "samples";
    {
        std::ofstream file(said, std::ios::binary);
        for (int i = 0; i < 3 * kVoiceRate; ++i) {
            const auto sample = static_cast<std::int16_t>(8000 * std::sin(0.05 * i));
            file.write(reinterpret_cast<const char*>(&sample), sizeof sample);
        }
    }
    const auto input = openRegular(said.string());
    ASSERT_TRUE(input);
    auto child = ReaderChild::start(*input, {"record"});
    ASSERT_TRUE(child);
    const auto encoded = child->readAll(1U << 20, std::chrono::steady_clock::now() + std::chrono::seconds(30),
                                        std::stop_token());
    ASSERT_TRUE(encoded) << encoded.error().detail;
    EXPECT_LT(encoded->size(), 40'000U);
    const auto voice = folder.path() / "voice.ogg";
    std::ofstream(voice, std::ios::binary)
        .write(reinterpret_cast<const char*>(encoded->data()), static_cast<std::streamsize>(encoded->size()));
    const auto preview = lookAt(voice);
    ASSERT_TRUE(preview && *preview);
    EXPECT_EQ(preview->value().kind, FileKind::Sound);
    EXPECT_NEAR(static_cast<double>(preview->value().durationMs), 3000, 100);
}

}  // namespace
}  // namespace sesame::media
