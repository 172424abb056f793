// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

// intent_folds [--mistakes] FOLDS FILE…: cross-validation of the recogniser of wishes. Each fold in turn is
// judged by what was learned from the others; all sentences of one line are in one fold.
#include "bench/intent/table.h"
#include "trigger/training/corpus.h"
#include "trigger/training/learn.h"
#include "trigger/wish_recogniser.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

using namespace sesame::trigger;
using training::Sentence;

std::size_t foldOf(const Sentence& sentence, std::size_t folds) {
    return (sentence.line * 2654435761U >> 8) % folds;
}

void judge(const WishModel& model, const Sentence& sentence, IntentFigures& out) {
    const bool refused = sentence.answer == kRefused;
    const char* meant = refused ? "refused" : name(static_cast<Intent>(sentence.answer));
    out.count(meant, sentence.hasSlot() ? sentence.slot() : sentence.setting, sentence.text,
              recogniseWith(model, sentence.text));
}

}  // namespace

int main(int argc, char** argv) {
    int next = 1;
    const bool mistakes = argc > next && std::string_view(argv[next]) == "--mistakes";
    next += mistakes ? 1 : 0;
    const std::size_t folds = argc > next ? std::strtoul(argv[next++], nullptr, 10) : 0;
    std::vector<Sentence> all;
    for (; next < argc; ++next)
        if (const auto bad = training::readSentences(argv[next], all)) {
            std::fprintf(stderr, "%s:%zu: not a training sentence\n", argv[next], *bad);
            return 1;
        }
    if (folds < 2 || all.empty()) {
        std::fprintf(stderr, "intent_folds [--mistakes] FOLDS FILE…\n");
        return 2;
    }
    IntentFigures english;
    IntentFigures chinese;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<Sentence> others;
        for (const Sentence& sentence : all)
            if (foldOf(sentence, folds) != fold)
                others.push_back(sentence);
        const std::vector<std::byte> bytes = training::learn(others);
        const WishModel model(bytes);
        for (const Sentence& sentence : all)
            if (foldOf(sentence, folds) == fold)
                judge(model, sentence, sentence.isHan() ? chinese : english);
    }
    printTable("Latin letters", english, mistakes);
    printTable("Han letters", chinese, mistakes);
    return 0;
}
