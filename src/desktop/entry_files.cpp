// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/entry_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>

namespace sesame::desktop {
namespace {

namespace fs = std::filesystem;

constexpr int kMaxDepth = 6;
constexpr std::size_t kMaxEntries = 20'000;

class Collector {
  public:
    explicit Collector(const XdgPlaces& places) : places_(places) {}

    void addDataDir(const std::string& dataDir) {
        const bool own =
            dataDir == places_.dataHome || (!places_.home.empty() && dataDir.starts_with(places_.home + '/'));
        addFolder(dataDir + "/applications", "", own, 0);
    }
    std::vector<EntryFile> taken() {
        std::vector<EntryFile> out;
        for (auto& [id, file] : byId_)
            out.push_back(std::move(file));
        return out;
    }

  private:
    void addFolder(const std::string& folder, const std::string& prefix, bool own, int depth) {
        std::error_code error;
        fs::directory_iterator it(folder, error);
        for (; !error && it != fs::directory_iterator() && byId_.size() < kMaxEntries; it.increment(error)) {
            const std::string name = it->path().filename().string();
            std::error_code ignored;
            if (it->is_directory(ignored) && depth < kMaxDepth)
                addFolder(it->path().string(), prefix + name + '-', own, depth + 1);
            else if (name.size() > 8 && name.ends_with(".desktop"))
                byId_.try_emplace(prefix + name, EntryFile{prefix + name, it->path().string(), own});
        }
    }

    const XdgPlaces& places_;
    std::map<std::string, EntryFile> byId_;
};

}  // namespace

std::vector<EntryFile> entryFiles(const XdgPlaces& places) {
    Collector collector(places);
    collector.addDataDir(places.dataHome);
    for (const std::string& dataDir : places.dataDirs)
        collector.addDataDir(dataDir);
    return collector.taken();
}

Result<std::string> readSmallFile(const std::string& path, std::size_t limit) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return Error{errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Io, std::strerror(errno)};
    struct stat info {};
    std::string out;
    bool fine =
        fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && static_cast<std::size_t>(info.st_size) <= limit;
    while (fine && out.size() <= limit) {
        char buffer[16384];
        const ssize_t got = ::read(fd, buffer, sizeof buffer);
        if (got == 0)
            break;
        fine = got > 0;
        if (fine)
            out.append(buffer, static_cast<std::size_t>(got));
    }
    ::close(fd);
    if (!fine || out.size() > limit)
        return Error{ErrorCode::Refused, "not a small regular file"};
    return out;
}

}  // namespace sesame::desktop
