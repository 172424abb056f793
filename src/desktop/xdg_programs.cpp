// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/desktop/xdg_programs.h"

#include "desktop/entry_files.h"
#include "desktop/mime_defaults.h"

#include "sesame/desktop/file_type.h"
#include "sesame/desktop/program_policy.h"
#include "sesame/places/folded_name.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QCryptographicHash>
#include <algorithm>
#include <array>
#include <set>

namespace sesame::desktop {
namespace {

constexpr std::size_t kMaxFileBytes = 1 << 20;

struct Installed {
    InstalledProgram program;
    DesktopEntry entry;
};

enum class Purpose : std::uint8_t { Menu, OpeningFiles };

bool anyOf(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

Status checkVisible(const DesktopEntry& entry, const XdgPlaces& places, Purpose purpose) {
    if (entry.type != "Application")
        return Error{ErrorCode::Refused, "not an application"};
    if (entry.hidden)
        return Error{ErrorCode::NotFound, "deleted by the user"};
    if (entry.terminal)
        return Error{ErrorCode::Refused, "runs in a terminal"};
    // NoDisplay is how programs that only open files say so; the menu is another matter.
    if (purpose == Purpose::OpeningFiles)
        return {};
    if (entry.noDisplay)
        return Error{ErrorCode::Refused, "not in the menu"};
    if (!entry.onlyShowIn.empty() && !anyOf(entry.onlyShowIn, places.currentDesktop))
        return Error{ErrorCode::Refused, "for another desktop"};
    if (anyOf(entry.notShowIn, places.currentDesktop))
        return Error{ErrorCode::Refused, "not for this desktop"};
    return {};
}

std::string localised(const std::map<std::string, std::string>& names, const std::string& locale) {
    // lang_COUNTRY@MODIFIER, lang_COUNTRY, lang@MODIFIER, lang
    const std::size_t at = locale.find('@');
    const std::string modifier = at == std::string::npos ? "" : locale.substr(at);
    const std::string country = locale.substr(0, at);
    const std::string language = country.substr(0, country.find('_'));
    for (const std::string& key : {country + modifier, country, language + modifier, language, std::string()})
        if (const auto found = names.find(key); found != names.end() && !found->second.empty())
            return found->second;
    return "";
}

bool isPlainText(const std::string& text) {
    return std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

std::string fingerprintOf(const EntryFile& file, const std::string& text, const std::string& executable) {
    struct stat info {};
    stat(executable.c_str(), &info);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const std::string& part) {
        hash.addData(QByteArray::number(static_cast<qulonglong>(part.size())) + ':');
        hash.addData(QByteArrayView(part.data(), static_cast<qsizetype>(part.size())));
    };
    add(file.path);
    add(text);
    add(executable);
    for (const auto number :
         {static_cast<long long>(info.st_dev), static_cast<long long>(info.st_ino),
          static_cast<long long>(info.st_size), static_cast<long long>(info.st_mtim.tv_sec),
          static_cast<long long>(info.st_mtim.tv_nsec), static_cast<long long>(info.st_ctim.tv_sec),
          static_cast<long long>(info.st_ctim.tv_nsec)})
        add(std::to_string(number));
    return hash.result().toHex().toStdString();
}

void addOtherNames(const DesktopEntry& entry, InstalledProgram& program) {
    for (const auto& [locale, text] : entry.names)
        program.otherNames.push_back(text);
    for (const auto& [locale, text] : entry.genericNames)
        program.otherNames.push_back(text);
    program.otherNames.push_back(
        program.id.substr(0, program.id.size() - std::string_view(".desktop").size()));
}

Result<Installed> load(const EntryFile& file, const XdgPlaces& places, Purpose purpose) {
    SESAME_TRY_ASSIGN(const std::string text, readSmallFile(file.path, kMaxFileBytes));
    SESAME_TRY_ASSIGN(DesktopEntry entry, parseDesktopEntry(text));
    SESAME_TRY(checkVisible(entry, places, purpose));
    if (!entry.tryExec.empty())
        SESAME_TRY(findExecutable(entry.tryExec, places.searchPath));
    SESAME_TRY_ASSIGN(ExecLine line, parseExec(entry.exec));
    SESAME_TRY_ASSIGN(std::string executable, checkProgram(line, places.searchPath));
    InstalledProgram program;
    program.id = file.id;
    program.file = file.path;
    program.name = localised(entry.names, places.locale);
    if (program.name.empty() || !isPlainText(program.name))
        return Error{ErrorCode::Malformed, "no name to show"};
    addOtherNames(entry, program);
    program.argv = std::move(line.argv);
    program.fileAt = line.fileAt;
    program.windowClass = entry.windowClass;
    program.userInstalled = file.userInstalled;
    program.fingerprint = fingerprintOf(file, text, executable);
    program.executable = std::move(executable);
    return Installed{std::move(program), std::move(entry)};
}

/// 0 is best; -1 is no match.
int rankOf(const Installed& installed, const std::string& said) {
    const InstalledProgram& program = installed.program;
    const std::string id = places::foldedName(program.id);
    if (said == id || said + ".desktop" == id)
        return 0;
    if (said == places::foldedName(program.name))
        return 1;
    const auto holds = [&](const std::map<std::string, std::string>& names) {
        return std::any_of(names.begin(), names.end(),
                           [&](const auto& entry) { return said == places::foldedName(entry.second); });
    };
    if (holds(installed.entry.names))
        return 2;
    // The last part of a reversed domain: "calculator" of org.gnome.Calculator.desktop.
    const std::string stem = id.substr(0, id.size() - std::string_view(".desktop").size());
    if (said == stem.substr(stem.rfind('.') + 1))
        return 3;
    return holds(installed.entry.genericNames) ? 4 : -1;
}

/// "计算器程序" and "the calculator app" mean the calculator, unless something has that very name.
std::string withoutProgramWord(std::string said) {
    static constexpr std::array<std::string_view, 10> kAfter = {
        "应用程序", "应用软件", "程序", "应用", "软件", "application", "program", "app", "程式", "軟體"};
    static constexpr std::array<std::string_view, 5> kBefore = {"the", "program", "app", "应用程序", "程序"};
    for (const std::string_view word : kBefore)
        if (said.starts_with(word) && said.size() > word.size()) {
            said.erase(0, word.size());
            break;
        }
    for (const std::string_view word : kAfter)
        if (said.ends_with(word) && said.size() > word.size()) {
            said.erase(said.size() - word.size());
            break;
        }
    return said;
}

std::vector<InstalledProgram> ranked(const std::vector<Installed>& all, const std::string& said) {
    struct Hit {
        int rank;
        const InstalledProgram* program;
    };
    std::vector<Hit> hits;
    for (const Installed& installed : all)
        if (const int rank = rankOf(installed, said); rank >= 0)
            hits.push_back({rank, &installed.program});
    // Between equals, what the system's owner installed comes before what anybody could have dropped.
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return std::pair(a.rank, a.program->userInstalled) < std::pair(b.rank, b.program->userInstalled);
    });
    std::vector<InstalledProgram> out;
    out.reserve(hits.size());
    for (const Hit& hit : hits)
        out.push_back(*hit.program);
    return out;
}

std::vector<Installed> loadAll(const XdgPlaces& places, Purpose purpose) {
    std::vector<Installed> out;
    for (const EntryFile& file : entryFiles(places))
        if (auto installed = load(file, places, purpose))
            out.push_back(*std::move(installed));
    return out;
}

FileType typeOf(const std::string& path) {
    struct stat info {};
    if (::lstat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode))
        return {"inode/directory", {"inode/directory"}};
    Bytes head(16384);
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
    const ssize_t got = fd < 0 ? 0 : ::read(fd, head.data(), head.size());
    if (fd >= 0)
        ::close(fd);
    head.resize(static_cast<std::size_t>(std::max<ssize_t>(0, got)));
    return fileType(path.substr(path.rfind('/') + 1), head);
}

const InstalledProgram* handler(const std::vector<Installed>& all, const XdgPlaces& places,
                                const std::string& mimeType) {
    const MimeDefaults listed = mimeDefaults(places, mimeType);
    std::vector<std::string> wanted = listed.defaults;
    wanted.insert(wanted.end(), listed.added.begin(), listed.added.end());
    const auto takesFile = [](const Installed& installed) { return installed.program.fileAt.has_value(); };
    for (const std::string& id : wanted)
        for (const Installed& installed : all)
            if (installed.program.id == id && takesFile(installed))
                return &installed.program;
    const std::set<std::string> removed(listed.removed.begin(), listed.removed.end());
    for (const Installed& installed : all)
        if (anyOf(installed.entry.mimeTypes, {mimeType}) && takesFile(installed) &&
            !removed.contains(installed.program.id))
            return &installed.program;
    return nullptr;
}

}  // namespace

std::vector<InstalledProgram> XdgPrograms::find(const std::string& said) const {
    const std::string folded = places::foldedName(said);
    if (folded.empty())
        return {};
    const std::vector<Installed> all = loadAll(places_, Purpose::Menu);
    std::vector<InstalledProgram> hits = ranked(all, folded);
    return hits.empty() ? ranked(all, withoutProgramWord(folded)) : hits;
}

Result<InstalledProgram> XdgPrograms::byFile(const std::string& file) const {
    for (const EntryFile& candidate : entryFiles(places_)) {
        if (candidate.path != file)
            continue;
        SESAME_TRY_ASSIGN(Installed installed, load(candidate, places_, Purpose::Menu));
        return std::move(installed.program);
    }
    return Error{ErrorCode::NotFound, "no such entry, or another one hides it"};
}

Result<InstalledProgram> XdgPrograms::defaultFor(const std::string& path) const {
    const FileType type = typeOf(path);
    const std::vector<Installed> all = loadAll(places_, Purpose::OpeningFiles);
    for (const std::string& name : type.ancestors)
        if (const InstalledProgram* program = handler(all, places_, name))
            return *program;
    return Error{ErrorCode::NotFound, "no application opens this type of file"};
}

}  // namespace sesame::desktop
