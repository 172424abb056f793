// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/client/invitation_link.h"

#include <gtest/gtest.h>

namespace sesame::client {
namespace {

InvitationLink sample() {
    InvitationLink link;
    link.hub = *HubAddress::parse(QStringLiteral("wss://hub.example:7443"), QString(64, u'a'));
    link.handle = QStringLiteral("anna-k3x9qz");
    link.identity.value.fill(std::byte{7});
    link.name = QStringLiteral("小明 & Anna = “100 %”");
    link.token.fill(std::byte{9});
    return link;
}

TEST(InvitationLink, ComesBackAsItWas) {
    const auto parsed = InvitationLink::parse(sample().format());
    ASSERT_TRUE(parsed) << parsed.error().detail;
    EXPECT_EQ(*parsed, sample());
}

TEST(InvitationLink, WorksForAHubWithAKnownCertificate) {
    InvitationLink link = sample();
    link.hub.fingerprint.reset();
    const auto parsed = InvitationLink::parse(link.format());
    ASSERT_TRUE(parsed);
    EXPECT_EQ(*parsed, link);
}

TEST(InvitationLink, AcceptsBlanksAroundIt) {
    EXPECT_TRUE(InvitationLink::parse(QStringLiteral("  ") + sample().format() + QStringLiteral("\n")));
}

TEST(InvitationLink, IsRefusedWhenCutAnywhere) {
    const QString whole = sample().format();
    for (qsizetype length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(InvitationLink::parse(whole.left(length))) << length;
}

// Every row is the good link with one thing wrong.
struct Hostile {
    const char* what;
    const char* from;
    const char* to;
};
constexpr Hostile kHostile[] = {
    {"other scheme", "sesame:", "http:"},
    {"other verb", "sesame:invite?", "sesame:run?"},
    {"slashes", "sesame:invite?", "sesame://invite?"},
    {"other version", "v=1", "v=2"},
    {"no version", "v=1&", ""},
    {"field twice", "v=1", "v=1&v=1"},
    {"unknown field", "v=1", "v=1&x=1"},
    {"field without value", "v=1", "v=1&x"},
    {"empty field", "v=1", "v=1&"},
    {"fragment", "v=1", "v=1#"},
    {"plain hub", "wss%3A", "ws%3A"},
    {"web hub", "wss%3A", "https%3A"},
    {"user in hub", "hub.example", "me:pw%40hub.example"},
    {"path in hub", "7443", "7443%2Fpath"},
    {"query in hub", "7443", "7443%3Fa%3Db"},
    {"fragment in hub", "7443", "7443%23a"},
    {"port zero", "7443", "0"},
    {"port too high", "7443", "74430"},
    {"blank in hub", "hub.example", "hub%20example"},
    {"short fingerprint", "aaaa&h=", "&h="},
    {"fingerprint not hexadecimal", "aaaa&h=", "zzzz&h="},
    {"upper-case handle", "h=anna", "h=Anna"},
    {"handle with path", "h=anna", "h=..%2Fanna"},
    {"handle too short", "h=anna-k3x9qz", "h=an"},
    {"handle too long", "h=anna", "h=annaannaannaannaannaannaannaannaanna"},
    {"handle not Latin", "h=anna", "h=%D0%B0nna"},
    {"key too short", "k=Bw", "k="},
    {"key too long", "k=Bw", "k=BwBw"},
    {"key not base64", "k=Bw", "k=**"},
    {"empty name", "n=%E5%B0%8F", "n=&q="},
    {"line break in name", "n=%E5%B0%8F", "n=%0A"},
    {"bidi in name", "n=%E5%B0%8F", "n=%E2%80%AE"},
    {"zero width in name", "n=%E5%B0%8F", "n=%E2%80%8B"},
    {"null in name", "n=%E5%B0%8F", "n=%00"},
    {"not UTF-8", "n=%E5%B0%8F", "n=%E5%B0"},
    {"bad percent code", "n=%E5", "n=%ZZ"},
    {"percent at the end", "t=", "t=%"},
    {"short token", "t=CQ", "t="},
    {"raw blank inside", "&n=", " &n="},
};

TEST(InvitationLink, IsRefusedWithAnyOneThingWrong) {
    const QString good = sample().format();
    for (const Hostile& row : kHostile) {
        QString bad = good;
        const qsizetype at = bad.indexOf(QLatin1String(row.from));
        ASSERT_GE(at, 0) << row.what;
        bad.replace(at, static_cast<qsizetype>(std::strlen(row.from)), QLatin1String(row.to));
        EXPECT_FALSE(InvitationLink::parse(bad)) << row.what << ": " << bad.toStdString();
    }
}

TEST(InvitationLink, IsRefusedWhenEndless) {
    EXPECT_FALSE(InvitationLink::parse(sample().format() + QString(100'000, u'A')));
    EXPECT_FALSE(InvitationLink::parse(QString(10'000'000, u'&')));
}

TEST(HubAddress, TakesTheUsualPortWhenNoneIsGiven) {
    EXPECT_EQ(HubAddress::parse(QStringLiteral("wss://hub.example"), {})->url,
              QStringLiteral("wss://hub.example:443"));
}

TEST(HubAddress, IsTheSameUnderAnotherNameWithTheSameCertificate) {
    const QString print(64, u'b');
    const auto here = HubAddress::parse(QStringLiteral("wss://127.0.0.1:7443"), print);
    const auto there =
        HubAddress::parse(QStringLiteral("wss://192.168.1.5:7443"), QStringLiteral("sha256:") + print);
    ASSERT_TRUE(here && there);
    EXPECT_TRUE(here->sameHub(*there));
    const auto other = HubAddress::parse(QStringLiteral("wss://127.0.0.1:7443"), QString(64, u'c'));
    EXPECT_FALSE(here->sameHub(*other));
}

}  // namespace
}  // namespace sesame::client
