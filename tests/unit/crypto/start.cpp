// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/crypto/secret.h"

#include <gtest/gtest.h>

namespace {

class CryptoEnvironment final : public testing::Environment {
    void SetUp() override { sesame::crypto::initialise(); }
};

const testing::Environment* const kEnvironment =
    testing::AddGlobalTestEnvironment(new CryptoEnvironment);  // gtest owns it

}  // namespace
