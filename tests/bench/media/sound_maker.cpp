// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/media/sound_maker.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace sesame::bench {
namespace {

constexpr unsigned kKinds = 3;

class Tones {
  public:
    explicit Tones(unsigned seed) : dice_(seed * 2246822519U + 3) {}
    double part(double from = 0, double to = 1) {
        return from + (to - from) * static_cast<double>(dice_() % 100'000) / 100'000;
    }
    int pick(int count) { return static_cast<int>(dice_() % static_cast<unsigned>(count)); }

  private:
    std::mt19937 dice_;
};

/// Two poles that ring at one pitch: what a mouth or a room does to a noise.
class Ringing {
  public:
    void tune(double hertz, double width) {
        const double radius = std::exp(-M_PI * width / kSoundRate);
        a_ = 2 * radius * std::cos(2 * M_PI * hertz / kSoundRate);
        b_ = -radius * radius;
        gain_ = 1 - radius;
    }
    double next(double in) {
        const double out = gain_ * in + a_ * one_ + b_ * two_;
        two_ = one_;
        one_ = out;
        return out;
    }

  private:
    double a_ = 0, b_ = 0, gain_ = 0, one_ = 0, two_ = 0;
};

std::vector<double> melody(Tones& dice, std::size_t count) {
    std::vector<double> out(count);
    const int steps[] = {0, 2, 4, 5, 7, 9, 11, 12, 14, 16};
    const auto beat = static_cast<std::size_t>(kSoundRate * dice.part(0.15, 0.5));
    const double base = 130 * std::pow(2.0, dice.part(0, 1.5));
    const double overtones[] = {1, dice.part(), dice.part(), dice.part(0, 0.6)};
    double phase = 0, bassPhase = 0, hertz = base, bass = base / 2;
    for (std::size_t i = 0; i < count; ++i) {
        if (i % beat == 0)
            hertz = base * std::pow(2.0, steps[dice.pick(10)] / 12.0);
        if (i % (beat * 4) == 0)
            bass = base / 2 * std::pow(2.0, steps[dice.pick(6)] / 12.0);
        phase += 2 * M_PI * hertz / kSoundRate;
        bassPhase += 2 * M_PI * bass / kSoundRate;
        const double fade = std::exp(-3.0 * static_cast<double>(i % beat) / static_cast<double>(beat));
        for (int k = 0; k < 4; ++k)
            out[i] += fade * overtones[k] * std::sin((k + 1) * phase) / (k + 1);
        out[i] += 0.5 * std::sin(bassPhase);
    }
    return out;
}

// Rain, a motor, applause: noise whose pitch and strength wander.
std::vector<double> noise(Tones& dice, std::size_t count) {
    std::vector<double> out(count);
    Ringing low, high;
    const auto step = static_cast<std::size_t>(kSoundRate * dice.part(0.1, 0.6));
    double strength = 1;
    for (std::size_t i = 0; i < count; ++i) {
        if (i % step == 0) {
            low.tune(dice.part(120, 900), dice.part(60, 400));
            high.tune(dice.part(900, 4000), dice.part(200, 900));
            strength = dice.part(0.2, 1);
        }
        const double source = dice.part(-1, 1);
        out[i] = strength * (low.next(source) + high.next(source));
    }
    return out;
}

// A throat that buzzes, two ringing hollows that glide from vowel to vowel, hisses and pauses between.
std::vector<double> babble(Tones& dice, std::size_t count) {
    static constexpr double kVowels[][2] = {{730, 1090}, {270, 2290}, {300, 870},  {530, 1840},
                                            {570, 840},  {440, 1020}, {490, 1350}, {660, 1720}};
    std::vector<double> out(count);
    Ringing first, second, hiss;
    hiss.tune(4500, 1500);
    const double voice = dice.part(90, 240);
    double phase = 0, f1 = 500, f2 = 1500, to1 = f1, to2 = f2, pitch = voice;
    bool isHiss = false, isPause = false;
    std::size_t next = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (i == next) {
            next = i + static_cast<std::size_t>(kSoundRate * dice.part(0.06, 0.28));
            const auto& vowel = kVowels[dice.pick(8)];
            to1 = vowel[0] * dice.part(0.9, 1.1);
            to2 = vowel[1] * dice.part(0.9, 1.1);
            pitch = voice * dice.part(0.8, 1.25);
            const int what = dice.pick(10);
            isHiss = what < 2;
            isPause = what == 9;
        }
        f1 += (to1 - f1) * 0.0008;
        f2 += (to2 - f2) * 0.0008;
        if (i % 64 == 0) {
            first.tune(f1, 80);
            second.tune(f2, 120);
        }
        phase += pitch / kSoundRate;
        const double buzz = isHiss || isPause ? 0 : 2 * (phase - std::floor(phase)) - 1;
        out[i] = first.next(buzz) + 0.6 * second.next(buzz) + hiss.next(isHiss ? dice.part(-1, 1) : 0);
    }
    return out;
}

}  // namespace

const char* soundKind(unsigned number) {
    constexpr const char* kNames[] = {"melody", "noise", "babble"};
    return kNames[number % kKinds];
}

std::vector<std::int16_t> makeSound(unsigned number, double seconds) {
    Tones dice(number);
    const auto count = static_cast<std::size_t>(seconds * kSoundRate);
    const auto wave = number % kKinds == 0   ? melody(dice, count)
                      : number % kKinds == 1 ? noise(dice, count)
                                             : babble(dice, count);
    double loudest = 1e-9;
    for (const double value : wave)
        loudest = std::max(loudest, std::abs(value));
    std::vector<std::int16_t> out;
    out.reserve(count);
    for (const double value : wave)
        out.push_back(static_cast<std::int16_t>(value / loudest * 24'000));
    return out;
}

}  // namespace sesame::bench
