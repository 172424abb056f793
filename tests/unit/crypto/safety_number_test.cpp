// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/crypto/safety_number.h"

#include "crypto/safety_words.h"
#include "seeded_random.h"

#include <gtest/gtest.h>

#include <set>

namespace sesame::crypto {
namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

// M28: neighbours in the row of keys share one key, so each number also shows that one other key changes it.
TEST(SafetyNumber, M28IsTheSameOnBothSidesAndOnlyThere) {
    SeededRandom random(8);
    std::set<std::string> digits;
    std::set<std::string> words;
    PublicIdentity a{random.bytes<32>()};
    for (int i = 0; i < 10'000; ++i) {
        const PublicIdentity b{random.bytes<32>()};
        const SafetyNumber here = safetyNumber(a, b);
        const SafetyNumber there = safetyNumber(b, a);
        ASSERT_EQ(here.digits, there.digits);
        ASSERT_EQ(here.words, there.words);
        digits.insert(here.digits);
        words.insert(joined(here.words));
        a = b;
    }
    EXPECT_EQ(digits.size(), 10'000U);
    EXPECT_EQ(words.size(), 10'000U);
}

TEST(SafetyNumber, ChangesWithEveryBitOfAKey) {
    const PublicIdentity a{SeededRandom(9).bytes<32>()};
    const PublicIdentity b{SeededRandom(10).bytes<32>()};
    const SafetyNumber number = safetyNumber(a, b);
    for (std::size_t bit = 0; bit < 256; ++bit) {
        PublicIdentity other = b;
        other.value[bit / 8] ^= std::byte{static_cast<unsigned char>(1U << (bit % 8))};
        EXPECT_NE(safetyNumber(a, other).digits, number.digits);
        EXPECT_NE(safetyNumber(a, other).words, number.words);
    }
}

TEST(SafetyNumber, StaysTheSameFromVersionToVersion) {
    const SafetyNumber number = safetyNumber(PublicIdentity{SeededRandom(9).bytes<32>()},
                                             PublicIdentity{SeededRandom(10).bytes<32>()});
    EXPECT_EQ(number.digits, "47452 51231 27109 96155 35082 38447 56118 74355 95028 50046 69075 46968");
    EXPECT_EQ(joined(number.words), "good fun safe example tag bonus slim main route sustain climb message");
}

TEST(SafetyWords, AreShortDistinctAndToldApartByFourLetters) {
    std::set<std::string_view> heads;
    for (const std::string_view word : kSafetyWords) {
        EXPECT_TRUE(word.size() >= 3 && word.size() <= 8) << word;
        EXPECT_EQ(word.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), std::string_view::npos) << word;
        heads.insert(word.substr(0, 4));
    }
    EXPECT_EQ(heads.size(), kSafetyWords.size());
    EXPECT_TRUE(std::is_sorted(kSafetyWords.begin(), kSafetyWords.end()));
}

}  // namespace
}  // namespace sesame::crypto
