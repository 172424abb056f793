// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads one picture, sound or film that may be hostile, in a sandbox, for a program that must not:
//   sesame-media look WIDTH HEIGHT                  MediaAnswer with a preview of at most so many pixels
//   sesame-media print SIDE FRAME-SIDE STEP FRAMES  MediaAnswer with what it is recognised by
//   sesame-media play WIDTH HEIGHT FROM-MS          PlayFrames
//   sesame-media record                             samples → Opus in Ogg
// The file is standard input. Ends with 0 when it could be read, 1 when not, 2 when called wrongly or without
// a sandbox.

#include "media/reader/look.h"
#include "media/reader/output.h"
#include "media/reader/play.h"
#include "media/reader/record.h"
#include "media/reader/sandbox.h"

#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

namespace {

using namespace sesame::media;

enum Exit { kRead = 0, kUnreadable = 1, kWrong = 2 };

constexpr std::uint64_t kPictureBytes = 96UL << 20;
constexpr std::uint64_t kFilmBytes = 400UL << 20;

std::optional<std::vector<int>> numbers(int count, char** words) {
    std::vector<int> out;
    for (int i = 0; i < count; ++i) {
        const std::string_view word = words[i];
        int number = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
        if (error != std::errc() || end != word.data() + word.size() || number < 0 || number > 1'000'000'000)
            return std::nullopt;
        out.push_back(number);
    }
    return out;
}

int answer(const sesame::wire::pb::MediaAnswer& answer) {
    return writeOut(answer.SerializeAsString()) ? kRead : kUnreadable;
}

int readFile(std::string_view deed, const std::vector<int>& values) {
    auto source = Source::open();
    if (!source || source->kind() == Kind::Other)
        return kUnreadable;
    if (deed == "look")
        return answer(look(*source, {values[0], values[1]}));
    if (deed == "print")
        return answer(print(*source, {values[0], values[1], values[2], values[3]}));
    play(*source, {values[0], values[1]}, values[2]);
    return kRead;
}

bool isCall(std::string_view deed, std::size_t values) {
    return (deed == "look" && values == 2) || (deed == "print" && values == 4) ||
           (deed == "play" && values == 3) || (deed == "record" && values == 0);
}

}  // namespace

int main(int argc, char** argv) {
    const std::string_view deed = argc > 1 ? argv[1] : "";
    const auto values = argc > 1 ? numbers(argc - 2, argv + 2) : std::nullopt;
    if (!values || !isCall(deed, values->size()))
        return kWrong;
    av_log_set_level(AV_LOG_QUIET);
    if (!enterSandbox(kPictureBytes, kFilmBytes))
        return kWrong;
    if (deed == "record")
        return record() ? kRead : kUnreadable;
    return readFile(deed, *values);
}
