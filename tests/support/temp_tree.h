// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace sesame::test {

/// A directory of its own that goes with the test.
class TempTree {
  public:
    TempTree() {
        std::string pattern = (std::filesystem::temp_directory_path() / "sesame-XXXXXX").string();
        root_ = std::filesystem::canonical(mkdtemp(pattern.data()));
    }
    ~TempTree() {
        std::error_code ignored;
        std::filesystem::remove_all(root_, ignored);
    }
    TempTree(const TempTree&) = delete;
    TempTree& operator=(const TempTree&) = delete;

    std::string path(const std::string& below) const { return (root_ / below).string(); }
    std::string root() const { return root_.string(); }
    std::string folder(const std::string& below) const {
        std::filesystem::create_directories(root_ / below);
        return path(below);
    }
    std::string file(const std::string& below, const std::string& content = "text\n",
                     bool runs = false) const {
        std::filesystem::create_directories((root_ / below).parent_path());
        std::ofstream(root_ / below, std::ios::binary) << content;
        if (runs)
            std::filesystem::permissions(root_ / below, std::filesystem::perms::owner_all);
        return path(below);
    }
    std::string link(const std::string& below, const std::string& target) const {
        std::filesystem::create_directories((root_ / below).parent_path());
        std::filesystem::create_symlink(target, root_ / below);
        return path(below);
    }

  private:
    std::filesystem::path root_;
};

}  // namespace sesame::test
