// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/temporary_directory.h"

#include "sesame/share/arriving_file.h"
#include "sesame/share/sent_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/xattr.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

namespace sesame::share {
namespace {

constexpr std::size_t kFileBytes = 4 * kParcelChunk + 1234;

std::string noise(std::size_t size) {
    std::mt19937 dice(9);
    std::string out(size, '\0');
    for (char& c : out)
        c = static_cast<char>(dice());
    return out;
}

class Parcel : public testing::Test {
  protected:
    Parcel() {
        std::filesystem::create_directory(downloads());
        write(noise(kFileBytes));
    }
    std::string source() const { return (directory_.path() / "photo.jpg").string(); }
    std::string downloads() const { return (directory_.path() / "Downloads").string(); }
    void write(const std::string& content) {
        std::ofstream(source(), std::ios::binary) << content;
        state_ = *stateOfFile(source());
    }
    static std::string read(const std::string& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    ParcelTerms terms(std::byte id = std::byte{1}) const {
        ParcelTerms out{{}, crypto::Key(ByteArray<32>{}), state_.size};
        out.id.value.fill(id);
        return out;
    }
    /// The whole parcel, chunk by chunk.
    std::vector<Bytes> seal(ParcelTerms terms) {
        auto file = SentFile::open(source(), state_, std::move(terms), random_);
        EXPECT_TRUE(file);
        std::vector<Bytes> out;
        for (std::uint64_t at = 0; at < sealedSize(state_.size); at += out.back().size()) {
            while (file->isBehind(at))
                EXPECT_TRUE(file->catchUp());
            out.push_back(*file->sealedAt(at));
        }
        return out;
    }
    Result<ArrivingFile> arriving(const std::string& name = "photo.jpg") {
        return ArrivingFile::open(downloads(), name, "sesame:anna", terms());
    }
    /// Where it went.
    static Result<std::string> finish(ArrivingFile& file) {
        while (file.isBehind())
            SESAME_TRY(file.catchUp());
        return file.finish();
    }
    Result<std::string> take(const std::vector<Bytes>& chunks, const std::string& name = "photo.jpg") {
        auto file = arriving(name);
        if (!file)
            return file.error();
        for (const Bytes& chunk : chunks)
            SESAME_TRY(file->add(chunk));
        return file->isWhole() ? finish(*file) : Error{ErrorCode::Unavailable, "not all of it"};
    }
    /// Names in the folder that a person sees.
    std::vector<std::string> visible() const {
        std::vector<std::string> out;
        for (const auto& entry : std::filesystem::directory_iterator(downloads()))
            if (entry.path().filename().string().front() != '.')
                out.push_back(entry.path().filename().string());
        return out;
    }

    test::TemporaryDirectory directory_;
    crypto::SystemRandom random_;
    FileState state_;
};

TEST_F(Parcel, ArrivesWholeUnderItsNameMarkedAndPrivate) {
    const auto path = take(seal(terms()));
    ASSERT_TRUE(path);
    EXPECT_EQ(*path, downloads() + "/photo.jpg");
    EXPECT_EQ(read(*path), noise(kFileBytes));
    struct stat info {};
    ASSERT_EQ(::stat(path->c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 07777, 0600U);
    char origin[64] = {};
    // Not every disk can.
    if (::getxattr(path->c_str(), "user.xdg.origin.url", origin, sizeof origin) > 0) {
        EXPECT_STREQ(origin, "sesame:anna");
    }
    EXPECT_FALSE(std::filesystem::exists(downloads() + "/.sesame-partial"));
}

// S34
TEST_F(Parcel, GetsAnHonestFreeName) {
    std::ofstream(downloads() + "/photo.jpg") << "mine";
    EXPECT_EQ(*take(seal(terms())), downloads() + "/photo (2).jpg");
    EXPECT_EQ(read(downloads() + "/photo.jpg"), "mine");
    EXPECT_EQ(*take(seal(terms()), "../../.bashrc"), downloads() + "/_._.._.bashrc");
    EXPECT_EQ(*take(seal(terms()), "inv\xE2\x80\xAEgpj.exe"), downloads() + "/inv_gpj.exe");
}

// M22: truncated, reordered, doubled, spliced, altered: nothing appears.
TEST_F(Parcel, IsNothingWhenTheHubHasMeddledWithIt) {
    const auto good = seal(terms());
    const auto other = seal(terms(std::byte{2}));
    std::mt19937 dice(22);
    for (int round = 0; round < 1000; ++round) {
        auto bad = good;
        const std::size_t at = dice() % bad.size();
        switch (round % 5) {
            case 0:
                bad[at].resize(dice() % bad[at].size());
                break;
            case 1:
                std::swap(bad[at], bad[(at + 1 + dice() % (bad.size() - 1)) % bad.size()]);
                break;
            case 2:
                bad.insert(bad.begin() + static_cast<std::ptrdiff_t>(at), bad[at]);
                break;
            case 3:
                bad[at] = other[at];
                break;
            default:
                bad[at][dice() % bad[at].size()] ^= std::byte{1};
        }
        ASSERT_FALSE(take(bad)) << round;
        ASSERT_TRUE(visible().empty()) << round;
        ArrivingFile::drop(downloads(), terms().id);
    }
}

TEST_F(Parcel, GoesOnWhereItWasCut) {
    const auto chunks = seal(terms());
    {
        auto file = arriving();
        ASSERT_TRUE(file->add(chunks[0]) && file->add(chunks[1]));
        ASSERT_TRUE(file->add(ByteView(chunks[2]).first(100)));
    }
    auto file = arriving();
    EXPECT_EQ(file->taken(), 2 * kSealedChunk);
    // The sender begins there too, and reads the beginning again for the digest.
    auto sent = SentFile::open(source(), state_, terms(), random_);
    for (std::uint64_t at = file->taken(); at < sealedSize(state_.size);) {
        while (sent->isBehind(at))
            ASSERT_TRUE(sent->catchUp());
        const auto chunk = sent->sealedAt(at);
        ASSERT_TRUE(chunk && file->add(*chunk));
        at += chunk->size();
    }
    const auto path = finish(*file);
    ASSERT_TRUE(path);
    EXPECT_EQ(read(*path), noise(kFileBytes));
}

TEST_F(Parcel, OfAFileThatChangedIsNotSent) {
    auto file = SentFile::open(source(), state_, terms(), random_);
    ASSERT_TRUE(file && file->sealedAt(0));
    const FileState promised = state_;
    write(noise(kFileBytes - 1));
    EXPECT_EQ(SentFile::open(source(), promised, terms(), random_).error().code, ErrorCode::Changed);
    EXPECT_EQ(file->sealedAt(4 * kSealedChunk).error().code, ErrorCode::Changed);
}

// What is there in part was damaged on our own disk: the digest of the whole tells.
TEST_F(Parcel, WithAnotherBeginningIsThrownAway) {
    const auto chunks = seal(terms());
    {
        auto file = arriving();
        ASSERT_TRUE(file->add(chunks[0]));
    }
    std::filesystem::path partial = downloads() + "/.sesame-partial/" + terms().id.hex();
    std::fstream(partial, std::ios::in | std::ios::out | std::ios::binary) << "damaged";
    auto file = arriving();
    for (std::size_t i = 1; i < chunks.size(); ++i)
        ASSERT_TRUE(file->add(chunks[i]));
    EXPECT_EQ(finish(*file).error().code, ErrorCode::Refused);
    EXPECT_TRUE(visible().empty());
    EXPECT_FALSE(std::filesystem::exists(partial));
}

// M38
TEST_F(Parcel, IsNotMadeOfWhatHoldsSecretsOrIsNoFile) {
    const auto secret = directory_.path() / ".ssh" / "id_ed25519";
    std::filesystem::create_directory(secret.parent_path());
    std::ofstream(secret) << "key";
    EXPECT_EQ(stateOfFile(secret.string()).error().code, ErrorCode::Refused);
    EXPECT_EQ(stateOfFile(downloads()).error().code, ErrorCode::Refused);
    EXPECT_EQ(stateOfFile("/dev/null").error().code, ErrorCode::Refused);
    EXPECT_EQ(stateOfFile(source() + "x").error().code, ErrorCode::NotFound);
}

}  // namespace
}  // namespace sesame::share
