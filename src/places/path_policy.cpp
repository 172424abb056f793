// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/places/path_policy.h"

#include "sesame/places/folded_name.h"
#include "sesame/places/honest_text.h"

#include <set>

namespace sesame::places {
namespace {

constexpr std::size_t kMaxPathBytes = 4095;
constexpr std::size_t kMaxNameBytes = 255;

const std::set<std::string_view>& runningExtensions() {
    static const std::set<std::string_view> extensions = {
        // run by the system or by a shell
        "sh", "bash", "zsh", "fish", "csh", "tcsh", "ksh", "command", "tool", "run", "bin", "out", "elf",
        "so", "ko", "o", "a", "appimage", "desktop", "kdelnk", "directory", "service", "socket", "timer",
        "mount", "automount", "awk", "sed", "mk",
        // interpreters
        "py", "pyw", "pyc", "pyo", "pyz", "pyzw", "pl", "pm", "rb", "rbw", "php", "phar", "lua", "tcl", "js",
        "mjs", "cjs", "jse", "groovy", "jar", "war", "ear", "class", "jnlp", "r", "jl", "scm", "el", "elc",
        "gjs", "qml", "nix", "ipynb",
        // other systems, through compatibility layers
        "exe", "com", "bat", "cmd", "msi", "msix", "msp", "mst", "appx", "appxbundle", "scr", "pif", "cpl",
        "dll", "ocx", "sys", "drv", "ps1", "ps1xml", "psm1", "psd1", "psc1", "vb", "vbs", "vbe", "vba", "ws",
        "wsf", "wsc", "wsh", "hta", "lnk", "url", "reg", "inf", "gadget", "application", "ahk", "au3", "chm",
        "hlp", "scf", "sct", "search-ms", "settingcontent-ms", "library-ms", "webloc", "website", "app",
        "action", "workflow", "scpt", "scptd", "applescript", "osx", "dmg", "pkg", "mpkg", "ipa", "apk",
        "xapk", "aab",
        // installers, add-ons and configuration that acts when opened
        "deb", "udeb", "rpm", "snap", "flatpak", "flatpakref", "flatpakrepo", "xpi", "crx", "oxt", "vsix",
        "gem", "whl", "egg", "plasmoid", "kwinscript", "theme", "mobileconfig", "ovpn", "nmconnection", "rdp",
        "vnc", "remmina", "ica", "jmx", "iqy", "slk", "xll", "ppa",
        // documents that carry programs
        "docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "potm", "ppam", "ppsm", "sldm", "accde",
        "mde"};
    return extensions;
}

const std::set<std::string_view>& secretExtensions() {
    static const std::set<std::string_view> extensions = {
        "kdbx",     "kdb", "psafe3", "opvault", "agilekeychain", "1pif",   "1pux", "keychain",
        "keyring",  "key", "pem",    "p12",     "pfx",           "pkcs12", "ppk",  "jks",
        "keystore", "gpg", "pgp",    "wallet",  "mbox",          "pst",    "ost"};
    return extensions;
}

bool hasExtension(std::string_view name, const std::set<std::string_view>& extensions) {
    const std::string folded = foldedName(name);
    const std::size_t dot = folded.rfind('.');
    return dot != std::string::npos && extensions.contains(std::string_view(folded).substr(dot + 1));
}

}  // namespace

bool hasRunningExtension(std::string_view name) {
    return hasExtension(name, runningExtensions());
}

bool isSecretFile(std::string_view name) {
    static const std::set<std::string_view> files = {
        "id_rsa",  "id_dsa",  "id_ecdsa",    "id_ed25519",     "id_ecdsa_sk", "id_ed25519_sk",
        "key3.db", "key4.db", "logins.json", "cookies.sqlite", "logindata",   "wallet.dat"};
    return hasExtension(name, secretExtensions()) || files.contains(foldedName(name));
}

bool isSecretFolder(std::string_view name) {
    static const std::set<std::string_view> folders = {"snap",     "maildir",        "keyrings",
                                                       "gnupg",    "password-store", "google-chrome",
                                                       "chromium", "keepassxc",      "thunderbird"};
    return folders.contains(foldedName(name));
}

Status checkFileName(std::string_view name) {
    if (name.empty() || name.size() > kMaxNameBytes)
        return Error{ErrorCode::Refused, "an empty or over-long name"};
    if (name.front() == '.')
        return Error{ErrorCode::Refused, "a hidden file or folder"};
    if (name.front() == '-')
        return Error{ErrorCode::Refused, "a name that could be an option"};
    if (name.find('/') != std::string_view::npos)
        return Error{ErrorCode::Refused, "a path, not a name"};
    if (!isHonestText(name))
        return Error{ErrorCode::Refused, "a name with controls, hidden or reordering characters"};
    if (name.back() == '.' || name.back() == ' ' || name.front() == ' ')
        return Error{ErrorCode::Refused, "a name with a hidden end"};
    return {};
}

Result<std::vector<std::string>> componentsOf(std::string_view path) {
    if (path.empty() || path.front() != '/' || path.size() > kMaxPathBytes)
        return Error{ErrorCode::Malformed, "not an absolute path"};
    std::vector<std::string> out;
    path.remove_prefix(1);
    while (true) {
        const std::size_t end = std::min(path.find('/'), path.size());
        const std::string_view part = path.substr(0, end);
        if (part.empty() || part == "." || part == "..")
            return Error{ErrorCode::Refused, "not a canonical path"};
        out.emplace_back(part);
        if (end == path.size())
            return out;
        path.remove_prefix(end + 1);
    }
}

bool liesIn(std::string_view path, std::string_view place) {
    while (place.size() > 1 && place.back() == '/')
        place.remove_suffix(1);
    if (place == "/")
        return path.starts_with('/');
    return path.starts_with(place) && (path.size() == place.size() || path[place.size()] == '/');
}

Result<std::vector<std::string>> checkPathBelow(std::string_view path, std::string_view place) {
    SESAME_TRY_ASSIGN(const auto whole, componentsOf(path));
    if (!liesIn(path, place) || path.size() == place.size())
        return Error{ErrorCode::Refused, "outside the places that are allowed"};
    SESAME_TRY_ASSIGN(auto below, componentsOf(path.substr(place == "/" ? 0 : place.size())));
    for (const std::string& part : below)
        SESAME_TRY(checkFileName(part));
    for (const std::string& part : whole)
        if (isSecretFolder(part))
            return Error{ErrorCode::Refused, "a place that holds secrets"};
    if (hasRunningExtension(below.back()) || isSecretFile(below.back()))
        return Error{ErrorCode::Refused, "a type of file that runs something or holds keys"};
    return below;
}

}  // namespace sesame::places
