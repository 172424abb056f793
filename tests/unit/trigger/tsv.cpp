// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/trigger/tsv.h"

#include "support/places.h"

#include <fstream>

namespace sesame::trigger {
namespace {

std::vector<std::string> cellsOf(const std::string& line) {
    std::vector<std::string> cells(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\t') {
            cells.emplace_back();
        } else if (line[i] == '\\' && i + 1 < line.size()) {
            const char next = line[++i];
            cells.back() += next == 'n' ? '\n' : next == 'r' ? '\r' : next == 't' ? '\t' : next;
        } else {
            cells.back() += line[i];
        }
    }
    return cells;
}

}  // namespace

std::vector<std::vector<std::string>> readTsv(const std::string& file) {
    std::ifstream in(std::string(SESAME_SOURCE_DIR) + "/tests/unit/trigger/data/" + file);
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(in, line);)
        if (!line.empty() && line.front() != '#')
            rows.push_back(cellsOf(line));
    return rows;
}

}  // namespace sesame::trigger
