// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes unicode_tables.cpp at build time; runs on the building machine only.
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace {

constexpr int kDropped = 0x0000;
constexpr int kComplex = 0xFFFF;

// Variants that ICU keeps apart although people mix them.
const std::map<UChar32, UChar32> kVariants = {
    {U'啟', U'启'}, {U'啓', U'启'}, {U'妳', U'你'}, {U'著', U'着'}, {U'裏', U'里'}, {U'裡', U'里'},
    {U'後', U'后'}, {U'麼', U'么'}, {U'佈', U'布'}, {U'週', U'周'}, {U'臺', U'台'}, {U'迴', U'回'},
    {U'製', U'制'}, {U'複', U'复'}, {U'乾', U'干'}, {U'幹', U'干'}, {U'閒', U'闲'}, {U'劃', U'划'},
    {U'佔', U'占'}, {U'夠', U'够'}, {U'羣', U'群'}, {U'牀', U'床'}, {U'嚐', U'尝'}, {U'鍾', U'钟'},
};

std::unique_ptr<icu::Transliterator> transliterator(const char* id) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
}

UChar32 simplified(UChar32 letter, const icu::Transliterator& toSimplified) {
    if (auto variant = kVariants.find(letter); variant != kVariants.end())
        return variant->second;
    icu::UnicodeString text(letter);
    toSimplified.transliterate(text);
    return text.countChar32() == 1 ? text.char32At(0) : letter;
}

UChar32 settled(UChar32 letter, const icu::Transliterator& toSimplified) {
    for (int i = 0; i < 4; ++i)
        letter = simplified(letter, toSimplified);
    return letter;
}

int folded(UChar32 point, const icu::Normalizer2& nfkcFold, const icu::Transliterator& toSimplified) {
    if (u_isUWhiteSpace(point))
        return ' ';
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString text = nfkcFold.normalize(icu::UnicodeString(point), status);
    if (U_FAILURE(status) || point == 0 || U_IS_SURROGATE(point))
        return kComplex;
    if (text.isEmpty())
        return kDropped;
    if (text.length() != 1 || u_getIntPropertyValue(point, UCHAR_NFC_QUICK_CHECK) == UNORM_MAYBE ||
        u_getCombiningClass(point) != 0 ||
        u_getIntPropertyValue(text.char32At(0), UCHAR_NFC_QUICK_CHECK) == UNORM_MAYBE)
        return kComplex;
    const UChar32 out = text.char32At(0);
    return u_hasBinaryProperty(out, UCHAR_IDEOGRAPHIC) ? settled(out, toSimplified) : out;
}

void writeNumbers(std::FILE* out, const char* name, const std::vector<int>& numbers) {
    std::fprintf(out, "const std::uint16_t %s[%zu] = {", name, numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i)
        std::fprintf(out, "%s%d,", i % 16 == 0 ? "\n" : "", numbers[i]);
    std::fprintf(out, "\n};\n");
}

}  // namespace

int main(int argc, char** argv) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfkcFold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto toSimplified = transliterator("Traditional-Simplified");
    const auto toPinyin = transliterator("Han-Latin; Latin-ASCII; Lower");
    std::FILE* out = argc == 2 ? std::fopen(argv[1], "w") : nullptr;
    if (U_FAILURE(status) || !toSimplified || !toPinyin || !out)
        return 1;
    std::fprintf(out, "#include \"trigger/unicode_tables.h\"\nnamespace sesame::trigger::tables {\n");
    std::vector<int> numbers;
    for (UChar32 point = 0; point < 0x10000; ++point)
        // NOLINTNEXTLINE(performance-inefficient-vector-operation): run once
        numbers.push_back(folded(point, *nfkcFold, *toSimplified));
    writeNumbers(out, "fold", numbers);

    std::map<std::string, int> known = {{"", 0}};
    std::vector<std::string> names = {""};
    numbers.clear();
    for (UChar32 letter = 0x4E00; letter <= 0x9FFF; ++letter) {
        icu::UnicodeString text(letter);
        toPinyin->transliterate(text);
        std::string sound;
        text.toUTF8String(sound);
        if (sound.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos)
            sound.clear();
        const auto [place, isNew] = known.emplace(sound, static_cast<int>(names.size()));
        if (isNew)
            names.push_back(sound);
        numbers.push_back(place->second);
    }
    writeNumbers(out, "pinyin", numbers);
    std::fprintf(out, "const char* const syllables[] = {");
    for (const std::string& sound : names)
        std::fprintf(out, "\"%s\",", sound.c_str());
    std::fprintf(out, "};\nconst unsigned syllableCount = %zu;\n}\n", names.size());
    return std::fclose(out) == 0 ? 0 : 1;
}
