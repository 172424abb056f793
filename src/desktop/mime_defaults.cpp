// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/mime_defaults.h"

#include "desktop/entry_files.h"

#include <algorithm>

namespace sesame::desktop {
namespace {

constexpr std::size_t kMaxListBytes = 1 << 20;

std::vector<std::string> listFiles(const XdgPlaces& places) {
    std::vector<std::string> folders = {places.configHome};
    folders.insert(folders.end(), places.configDirs.begin(), places.configDirs.end());
    folders.push_back(places.dataHome + "/applications");
    for (const std::string& dataDir : places.dataDirs)
        folders.push_back(dataDir + "/applications");
    std::vector<std::string> out;
    for (const std::string& folder : folders) {
        for (std::string desktop : places.currentDesktop) {
            std::transform(desktop.begin(), desktop.end(), desktop.begin(), [](unsigned char c) {
                return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
            });
            out.push_back(folder + '/' + desktop + "-mimeapps.list");
        }
        out.push_back(folder + "/mimeapps.list");
    }
    return out;
}

void addIds(std::string_view value, std::vector<std::string>& out) {
    while (!value.empty()) {
        const std::size_t end = std::min(value.find(';'), value.size());
        if (end > 0)
            out.emplace_back(value.substr(0, end));
        value.remove_prefix(std::min(end + 1, value.size()));
    }
}

void readList(std::string_view text, const std::string& mimeType, MimeDefaults& out) {
    std::vector<std::string>* section = nullptr;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.starts_with('[')) {
            section = line.starts_with("[Default Applications]")   ? &out.defaults
                      : line.starts_with("[Added Associations]")   ? &out.added
                      : line.starts_with("[Removed Associations]") ? &out.removed
                                                                   : nullptr;
        } else if (section && line.starts_with(mimeType + '=')) {
            addIds(line.substr(mimeType.size() + 1), *section);
        }
    }
}

}  // namespace

MimeDefaults mimeDefaults(const XdgPlaces& places, const std::string& mimeType) {
    MimeDefaults out;
    for (const std::string& file : listFiles(places))
        if (const auto text = readSmallFile(file, kMaxListBytes))
            readList(*text, mimeType, out);
    return out;
}

}  // namespace sesame::desktop
