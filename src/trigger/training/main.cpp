// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

// intent_trainer OUT.cpp FILE…: learns the sentences of resources/intents at build time and writes the model
// as a source file.
#include "trigger/training/corpus.h"
#include "trigger/training/learn.h"

#include <cstdio>

namespace {

constexpr std::size_t kBytesALine = 64;

bool writeSource(const char* path, const std::vector<std::byte>& model) {
    std::FILE* out = std::fopen(path, "w");
    if (!out)
        return false;
    std::fprintf(out,
                 "#include \"trigger/wish_weights.h\"\nnamespace sesame::trigger::wish_weights {\n"
                 "alignas(8) const unsigned char bytes[] =");
    for (std::size_t i = 0; i < model.size(); ++i) {
        if (i % kBytesALine == 0)
            std::fprintf(out, "%s\n\"", i == 0 ? "" : "\"");
        std::fprintf(out, "\\%03o", std::to_integer<unsigned>(model[i]));
    }
    std::fprintf(out, "\";\nconst std::size_t size = %zu;\n}\n", model.size());
    return std::fclose(out) == 0;
}

}  // namespace

int main(int argc, char** argv) {
    using namespace sesame::trigger::training;
    std::vector<Sentence> sentences;
    for (int i = 2; i < argc; ++i)
        if (const auto bad = readSentences(argv[i], sentences)) {
            std::fprintf(stderr, "%s:%zu: not a training sentence\n", argv[i], *bad);
            return 1;
        }
    if (sentences.empty()) {
        std::fprintf(stderr, "intent_trainer OUT.cpp FILE…\n");
        return 2;
    }
    return writeSource(argv[1], learn(sentences)) ? 0 : 1;
}
