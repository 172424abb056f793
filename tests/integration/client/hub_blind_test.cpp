// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/tag_table.h"
#include "integration/client/person.h"
#include "integration/client/tapped_hub.h"

#include "sesame/crypto/hash.h"
#include "sesame/crypto/kdf.h"
#include "sesame/store/client_store.h"
#include "sesame/trigger/phrase.h"
#include "sesame/trigger/phrase_tag.h"
#include "sesame/wire/frame.h"
#include "sesame/wire/limits.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <unordered_set>

namespace sesame::client {
namespace {

namespace pb = wire::pb;

constexpr std::size_t kDictionary = 100'000;
const QString kShared = QStringLiteral("蓝色大象跳舞");
const QString kOther = QStringLiteral("purple monkey dishwasher");

/// Somebody who has the whole hub: its file, and every frame. Knows how tags are made, and a dictionary in
/// which the phrases are.
class Analyst {
  public:
    explicit Analyst(const TappedHub& hub) {
        std::ifstream file(hub.database(), std::ios::binary);
        disk_.assign(std::istreambuf_iterator<char>(file), {});
        std::ifstream log(hub.database().string() + "-wal", std::ios::binary);
        disk_.append(std::istreambuf_iterator<char>(log), {});
        for (const Bytes& frame : hub.fromClients())
            look<pb::ClientFrame>(frame);
        for (const Bytes& frame : hub.toClients())
            look<pb::HubFrame>(frame);
    }

    /// Everything of the right length may be a key to him.
    void suspect(const ByteArray<32>& key) { keys_.insert(key); }

    /// The phrases that explain a tag he saw.
    std::set<std::string> recovered(const std::vector<std::string>& dictionary) const {
        std::set<std::string> out;
        for (const std::string& phrase : dictionary)
            if (explains(phrase))
                out.insert(phrase);
        return out;
    }
    bool hasSeen(std::string_view bytes) const { return (disk_ + traffic_).find(bytes) != std::string::npos; }

    std::vector<PhraseTag> published, sent;
    std::set<std::pair<std::string, std::string>> pairs;  // whose mail is compared for whom
    std::size_t hints = 0;

  private:
    template <typename Frame>
    void look(const Bytes& bytes) {
        traffic_ += toString(bytes);
        Frame frame;
        ASSERT_TRUE(wire::parse(bytes, frame, wire::kMaxFrameBytes));
        note(frame);
        if constexpr (std::is_same_v<Frame, pb::ClientFrame>) {
            for (const auto& one : frame.publish_tags().tags())
                published.push_back(*PhraseTag::from(asBytes(one.tag())));
            for (const auto& mail : frame.send_mail().mails())
                if (!mail.tag().empty())
                    sent.push_back(*PhraseTag::from(asBytes(mail.tag())));
        } else {
            hints += static_cast<std::size_t>(frame.mail_recognised().mails_size());
        }
        seen_ = {published.begin(), published.end()};
        seen_.insert(sent.begin(), sent.end());
    }
    // Every field of 32 bytes, however deep, but for the hundreds of keys that serve once and are public.
    void note(const google::protobuf::Message& message) {
        if (message.GetDescriptor() == pb::OneTimePrekey::descriptor())
            return;
        std::vector<const google::protobuf::FieldDescriptor*> fields;
        const auto* reflection = message.GetReflection();
        reflection->ListFields(message, &fields);
        for (const auto* field : fields) {
            const bool many = field->is_repeated();
            const int count = many ? reflection->FieldSize(message, field) : 1;
            for (int i = 0; i < count; ++i) {
                if (field->cpp_type() == google::protobuf::FieldDescriptor::CPPTYPE_MESSAGE)
                    note(many ? reflection->GetRepeatedMessage(message, field, i)
                              : reflection->GetMessage(message, field));
                else if (field->type() == google::protobuf::FieldDescriptor::TYPE_BYTES)
                    noteBytes(many ? reflection->GetRepeatedString(message, field, i)
                                   : reflection->GetString(message, field));
            }
        }
    }
    void noteBytes(const std::string& bytes) {
        if (const auto key = toArray<32>(asBytes(bytes)))
            keys_.insert(*key);
    }

    bool isSeen(const ByteArray<32>& value) const { return seen_.contains(PhraseTag{value}); }
    bool explains(const std::string& phrase) const {
        const std::string normalised = trigger::normalise(phrase);
        for (const std::string& text : {phrase, normalised})
            if (isSeen(crypto::hash(asBytes(text))) || isSeen(crypto::sha256(asBytes(text))))
                return true;
        std::vector<std::string> inputs{normalised};
        for (const auto& [from, to] : pairs)
            inputs.push_back(std::string("sesame phrase tag v1") + '\0' + from + '\0' + to + '\0' +
                             normalised);
        for (const ByteArray<32>& key : keys_)
            for (const std::string& input : inputs)
                if (isSeen(crypto::keyedHash(key, asBytes(input))))
                    return true;
        return false;
    }

    std::string disk_, traffic_;
    std::set<ByteArray<32>> keys_;
    std::unordered_set<PhraseTag> seen_;
};

std::vector<std::string> dictionary() {
    std::vector<std::string> out{kShared.toStdString(), kOther.toStdString()};
    static constexpr const char* kVerbs[] = {"打开",  "启动",   "共享",   "显示",
                                             "open ", "start ", "share ", "show "};
    static constexpr const char* kThings[] = {"计算器",          "照片",       "屏幕", "文件",
                                              "the calculator ", "the photos "};
    for (int i = 0; out.size() < kDictionary; ++i)
        out.push_back(std::string(kVerbs[i % 8]) + kThings[i / 8 % 6] + std::to_string(i));
    return out;
}

struct Watched : testing::Test {
    test::FakeClock clock;
    TappedHub hub;
    Person anna{QStringLiteral("Anna"), clock};
    Person mum{QStringLiteral("Mum"), clock};
    Person dad{QStringLiteral("Dad"), clock};

    void SetUp() override {
        for (Person* person : {&anna, &mum, &dad})
            person->join(hub.url(), hub.fingerprint());
        introduce(mum, anna);
        introduce(dad, anna);
    }
    void invite(const Person& whom, const QString& phrase) {
        const ContactId receiver = anna.friendNamed(whom.name);
        const auto rule =
            anna.client->saveRule(receiver, std::nullopt, phrase, trigger::LaunchProgram{"计算器"}, nullptr,
                                  {{true, true}, trigger::JudgePlace::Hub});
        ASSERT_TRUE(rule);
        const auto sent = anna.client->invite(receiver, *rule);
        ASSERT_TRUE(sent);
        const ContactId helper = whom.friendNamed(anna.name);
        ASSERT_TRUE(eventually([&] { return whom.stateOf(*sent, helper).has_value(); }));
    }
    void say(Person& who, const QString& words) {
        const std::size_t before = who.consents.size();
        ASSERT_TRUE(who.client->sendText(who.friendNamed(anna.name), words));
        ASSERT_TRUE(eventually([&] { return who.consents.size() == before + 1; }));
        ASSERT_TRUE(who.client->answerConsent(who.consents.back().question, false));
    }
    /// What the helper knows: the key of this pair.
    ByteArray<32> keyFor(const Person& whom) {
        const ContactId receiver = anna.friendNamed(whom.name);
        anna.close();
        auto store =
            store::ClientStore::open((anna.directory.path() + QStringLiteral("/client.db")).toStdString(),
                                     crypto::Key(ByteArray<32>{}));
        EXPECT_TRUE(store);
        const auto table = decodeTagTable(**store->value("tags.table." + std::to_string(receiver.value)));
        EXPECT_TRUE(table);
        return table->told.key.bytes;
    }
};

// M33, S06
TEST_F(Watched, TheHubLearnsNoPhraseFromItsDiskAndItsTraffic) {
    invite(mum, kShared);
    invite(mum, kOther);
    invite(dad, kShared);
    say(mum, kShared);
    say(mum, kOther);
    say(dad, kShared);

    Analyst analyst(hub);
    const auto handleOf = [](const Person& who) { return who.client->account()->handle.toStdString(); };
    for (const Person* receiver : {&mum, &dad})
        analyst.pairs.insert({handleOf(*receiver), handleOf(anna)});
    EXPECT_EQ(analyst.hints, 3U) << "it did work";
    ASSERT_EQ(analyst.sent.size(), 3U);
    EXPECT_NE(analyst.sent[0], analyst.sent[2]) << "equal words of two pairs have unequal tags";
    const std::set<PhraseTag> all(analyst.published.begin(), analyst.published.end());
    EXPECT_GE(all.size(), 3 * kTagRowsStep) << "no tag of one table is in another";
    for (const QString& phrase : {kShared, kOther})
        EXPECT_FALSE(analyst.hasSeen(phrase.toStdString()));

    const auto words = dictionary();
    ASSERT_EQ(words.size(), kDictionary);
    EXPECT_EQ(analyst.recovered(words), std::set<std::string>{});

    // He would have found them, had the key been anywhere in what he has.
    analyst.suspect(keyFor(mum));
    const std::vector<std::string> right(words.begin(), words.begin() + 100);
    EXPECT_EQ(analyst.recovered(right), (std::set<std::string>{kShared.toStdString(), kOther.toStdString()}));
}

}  // namespace
}  // namespace sesame::client
