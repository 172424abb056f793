// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/base/bytes.h"

#include <gtest/gtest.h>

namespace sesame {
namespace {

TEST(Encoding, HexRoundTripsEveryByte) {
    Bytes all;
    for (int i = 0; i < 256; ++i)
        all.push_back(static_cast<std::byte>(i));
    EXPECT_EQ(*fromHex(toHex(all)), all);
}

TEST(Encoding, Base64UrlRoundTripsEveryLength) {
    Bytes bytes;
    for (int length = 0; length < 70; ++length) {
        EXPECT_EQ(*fromBase64Url(toBase64Url(bytes)), bytes);
        bytes.push_back(static_cast<std::byte>(length * 37));
    }
}

TEST(Encoding, RefusesWhatNoEncoderWrites) {
    EXPECT_FALSE(fromHex("abc"));
    EXPECT_FALSE(fromHex("zz"));
    EXPECT_FALSE(fromBase64Url("A"));
    EXPECT_FALSE(fromBase64Url("AB"));  // trailing bits that are not zero
    EXPECT_FALSE(fromBase64Url("AA=="));
}

TEST(Result, CarriesValueOrError) {
    Result<int> good = 3;
    EXPECT_TRUE(good);
    EXPECT_EQ(*good, 3);
    Result<int> bad = Error{ErrorCode::NotFound, "x"};
    EXPECT_FALSE(bad);
    EXPECT_EQ(bad.error().code, ErrorCode::NotFound);
}

}  // namespace
}  // namespace sesame
