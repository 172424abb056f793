// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/parcel_seal.h"

namespace sesame::share {
namespace {

constexpr std::string_view kLabel = "sesame parcel chunk v1";

void addNumber(Bytes& out, std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8)
        out.push_back(static_cast<std::byte>(number >> shift & 0xff));
}

}  // namespace

Bytes chunkLabel(const ParcelTerms& terms, std::uint64_t index) {
    Bytes out;
    out.reserve(kLabel.size() + ParcelId::kSize + 2 * sizeof(std::uint64_t));
    for (const ByteView part : {asBytes(kLabel), terms.id.view()})
        out.insert(out.end(), part.begin(), part.end());
    addNumber(out, terms.size);
    addNumber(out, index);
    return out;
}

}  // namespace sesame::share
