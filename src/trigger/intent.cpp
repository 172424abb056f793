// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/intent.h"

#include "trigger/wish_recogniser.h"
#include "trigger/wish_weights.h"

#include "sesame/trigger/stop_word.h"

namespace sesame::trigger {
namespace {

const WishModel& trainedModel() {
    static const WishModel model(std::as_bytes(std::span(wish_weights::bytes, wish_weights::size)));
    return model;
}

}  // namespace

Wish recogniseWish(std::string_view text) {
    return recogniseWith(trainedModel(), text);
}

WishExplanation explainWish(std::string_view text) {
    return explainWith(trainedModel(), text);
}

bool asksToStop(std::string_view text) {
    return isStopWord(text) || recogniseWish(text).intent == Intent::Stop;
}

}  // namespace sesame::trigger
