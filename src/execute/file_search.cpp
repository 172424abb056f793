// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "execute/file_search.h"

#include "sesame/base/descriptor.h"
#include "sesame/places/folded_name.h"
#include "sesame/places/path_policy.h"

#include <dirent.h>
#include <fcntl.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <set>

namespace sesame::execute {
namespace {

/// "a" is in half of all names; only what says something is looked for inside a name.
constexpr std::size_t kMinContainedBytes = 3;

class Search {
  public:
    enum class For : std::uint8_t { Files, FilesAndFolders };
    Search(const std::string& name, const Places& places, const SearchLimits& limits, const Clock& clock,
           const std::stop_token& stop, For what, Inspect inspect)
        : wanted_(places::foldedName(name)),
          places_(places),
          limits_(limits),
          clock_(clock),
          stop_(stop),
          endBootMs_(clock.bootMs() + limits.timeMs),
          what_(what),
          inspect_(std::move(inspect)) {}

    SearchResult run() {
        if (wanted_.empty())
            return {};
        for (const std::string& place : places_.allowed)
            enter({place, 0}, place.substr(place.rfind('/') + 1));
        while (!folders_.empty() && !enough()) {
            const Folder folder = folders_.front();
            folders_.pop_front();
            readFolder(folder);
        }
        return result();
    }

  private:
    struct Folder {
        std::string path;
        int depth;
    };

    bool enough() {
        cutShort_ = cutShort_ || stop_.stop_requested() || clock_.bootMs() >= endBootMs_ ||
                    entries_ >= limits_.entries || exact_.size() >= limits_.results;
        return cutShort_;
    }

    void readFolder(const Folder& folder) {
        Descriptor fd(
            ::open(folder.path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
        const std::unique_ptr<DIR, int (*)(DIR*)> directory(fd ? fdopendir(fd.get()) : nullptr, &closedir);
        if (!directory)
            return;
        fd.release();
        while (const dirent* entry = readdir(directory.get())) {
            if (enough())
                return;
            ++entries_;
            visit(folder, *entry);
        }
    }

    void visit(const Folder& folder, const dirent& entry) {
        const std::string name = entry.d_name;
        const std::string path = (folder.path == "/" ? "" : folder.path) + '/' + name;
        if (!places::checkFileName(name) || isSecret(path))
            return;
        if (entry.d_type == DT_DIR || entry.d_type == DT_UNKNOWN)
            visitFolder({path, folder.depth + 1}, name);
        if (entry.d_type == DT_REG || entry.d_type == DT_UNKNOWN)
            consider(path, name);
    }

    void visitFolder(Folder folder, const std::string& name) {
        if (!places::isSecretFolder(name))
            enter(std::move(folder), name);
    }

    void enter(Folder folder, const std::string& name) {
        // One place may lie inside another.
        if (!seen_.insert(folder.path).second)
            return;
        if (what_ == For::FilesAndFolders && consider(folder.path, name))
            return;
        if (folder.depth > limits_.depth)
            tooDeep_ = true;
        else
            folders_.push_back(std::move(folder));
    }

    /// True: it is one of those that are looked for.
    bool consider(const std::string& path, const std::string& name) {
        const std::string folded = places::foldedName(name);
        const bool exact = folded == wanted_ || folded.substr(0, folded.rfind('.')) == wanted_;
        const bool contains =
            wanted_.size() >= kMinContainedBytes && folded.find(wanted_) != std::string::npos;
        if (!exact && (!contains || !exact_.empty() || containing_.size() > limits_.results))
            return false;
        auto found = inspect_(path);
        if (!found)
            return false;
        (exact ? exact_ : containing_).push_back(*std::move(found));
        return exact;
    }

    bool isSecret(const std::string& path) const {
        return std::any_of(places_.secret.begin(), places_.secret.end(),
                           [&](const std::string& secret) { return places::liesIn(path, secret); });
    }

    SearchResult result() {
        std::vector<FoundFile>& hits = exact_.empty() ? containing_ : exact_;
        if (hits.size() > limits_.results) {
            hits.resize(limits_.results);
            cutShort_ = true;
        }
        return {std::move(hits), cutShort_ || tooDeep_};
    }

    std::string wanted_;
    const Places& places_;
    const SearchLimits& limits_;
    const Clock& clock_;
    const std::stop_token& stop_;
    std::int64_t endBootMs_;
    For what_;
    Inspect inspect_;
    std::deque<Folder> folders_;
    std::set<std::string> seen_;
    std::vector<FoundFile> exact_;
    std::vector<FoundFile> containing_;
    std::size_t entries_ = 0;
    bool cutShort_ = false;
    bool tooDeep_ = false;
};

}  // namespace

SearchResult searchFiles(const std::string& name, const Places& places, const SearchLimits& limits,
                         const Clock& clock, const std::stop_token& stop) {
    return Search(name, places, limits, clock, stop, Search::For::Files,
                  [&places](const std::string& path) { return inspectFile(path, places); })
        .run();
}

SearchResult searchFilesAndFolders(const std::string& name, const Places& places, const SearchLimits& limits,
                                   const Clock& clock, const std::stop_token& stop, Inspect inspect) {
    return Search(name, places, limits, clock, stop, Search::For::FilesAndFolders, std::move(inspect)).run();
}

}  // namespace sesame::execute
