// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How often different pictures, sounds and clips are taken for one another, and how often the same are known
// again after what happens to them on their way:
//   sesame-media-match [--pictures N] [--sounds N] [--clips N] [--changed N] [--parts N]
// --parts 4: a fourth of the pairs of pictures.
// All are made, by number; ffmpeg changes sounds and clips; sesame-media makes the prints.

#include "bench/media/clip_maker.h"
#include "bench/media/look_alikes.h"
#include "bench/media/picture_changes.h"
#include "bench/media/picture_maker.h"
#include "bench/media/picture_prints.h"
#include "bench/media/scores.h"
#include "bench/media/sound_maker.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <cstdio>
#include <map>

namespace {

using namespace sesame;
using namespace sesame::bench;
using trigger::MatchKind;
using trigger::MediaPrint;

constexpr QSize kOriginal{960, 720};
constexpr QSize kCompared{320, 240};
constexpr double kSeconds = 10;

void tellRate(const char* what, std::size_t count, std::size_t pairs) {
    std::printf("  %-34s %zu of %zu pairs: %.2e\n", what, count, pairs,
                static_cast<double>(count) / static_cast<double>(pairs));
    std::fflush(stdout);
}

void tellFamilies(const char* what, const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
    std::map<std::string, int> families;
    for (const auto& [a, b] : pairs)
        ++families[std::string(familyName(static_cast<unsigned>(a))) + " / " +
                   familyName(static_cast<unsigned>(b))];
    for (const auto& [names, count] : families)
        std::printf("    %s %s: %d\n", what, names.c_str(), count);
}

void differentPictures(unsigned count, std::size_t parts) {
    std::vector<trigger::PicturePrint> prints;
    unsigned refused = 0;
    for (unsigned number = 0; number < count; ++number) {
        prints.push_back(printOf(makePicture(number, kCompared)));
        refused += trigger::checkMedia(prints.back()) ? 1 : 0;
    }
    std::printf("different pictures: %u, of which %u may not be a key\n", count, refused);
    const LookAlikes found = findLookAlikes(prints, parts);
    std::printf("  looked at more closely             %zu\n", found.compared);
    tellRate("false match", found.match.size(), found.pairs);
    tellRate("false match or near", found.match.size() + found.near.size(), found.pairs);
    tellFamilies("match", found.match);
    tellFamilies("near", found.near);
}

void changedPictures(unsigned count, FilePrinter& printer) {
    Scores scores;
    for (unsigned number = 0; number < count; ++number) {
        const QImage picture = makePicture(number, kOriginal);
        const trigger::PicturePrint kept = printOf(picture);
        if (trigger::checkMedia(kept))
            continue;
        for (const PictureChange& change : pictureChanges()) {
            const auto sent = printer.print(change.apply(picture, number));
            scores.add(change.name, sent ? trigger::compare(kept, *sent) : MatchKind::No);
        }
    }
    scores.print("the same picture");
}

/// What ffmpeg is told between the file and the new file, and how that ends.
struct FileChange {
    const char* name;
    const char* before;
    const char* after;
    const char* ending;
};

constexpr FileChange kSoundChanges[] = {
    {"sent on as it is", "", "-c copy", "wav"},
    {"MP3, 64 kbit/s", "", "-c:a libmp3lame -b:a 64k", "mp3"},
    {"AAC, 48 kbit/s", "", "-c:a aac -b:a 48k", "m4a"},
    {"Opus, 24 kbit/s", "", "-c:a libopus -b:a 24k", "ogg"},
    {"Opus, 12 kbit/s", "", "-c:a libopus -b:a 12k -ar 16000", "ogg"},
    {"a fifth as loud", "", "-af volume=0.2", "wav"},
    {"louder, clipped", "", "-af volume=1.6", "wav"},
    {"first second cut off", "-ss 1", "-c:a libmp3lame -b:a 96k", "mp3"},
    {"1.3 s cut off at both ends", "-ss 1.3", "-t 7.4 -c:a aac -b:a 64k", "m4a"},
};
constexpr FileChange kClipChanges[] = {
    {"sent on as it is", "", "-c copy", "mp4"},
    {"another container", "", "-c copy", "mkv"},
    {"packed hard", "", "-c:v libx264 -crf 36 -c:a aac -b:a 48k", "mp4"},
    {"half the size", "", "-vf scale=160:120 -c:v libx264 -crf 28 -c:a aac -b:a 64k", "mp4"},
    {"WebM: VP8 and Opus", "", "-c:v libvpx -deadline realtime -b:v 300k -c:a libopus -b:a 32k", "webm"},
    {"cropped by 4 % on each side", "", "-vf crop=iw*0.92:ih*0.92 -c:v libx264 -crf 26 -c:a aac", "mp4"},
    {"a fifth as loud", "", "-c:v copy -af volume=0.2", "mp4"},
    {"first 0.7 s cut off", "-ss 0.7", "-c:v libx264 -crf 26 -c:a aac", "mp4"},
    {"2 s cut off at the end", "", "-t 8 -c:v libx264 -crf 26 -c:a aac", "mp4"},
};

class Workshop {
  public:
    explicit Workshop(FilePrinter& printer, const QDir& folder) : printer_(printer), folder_(folder) {}

    template <typename Write>
    void run(const char* what, unsigned count, unsigned changedCount, std::span<const FileChange> changes,
             const char* ending, const Write& write) {
        std::vector<MediaPrint> prints;
        Scores scores;
        unsigned refused = 0;
        for (unsigned number = 0; number < count; ++number) {
            const QString path = folder_.filePath(QStringLiteral("original.") + QLatin1String(ending));
            if (!write(number, path))
                continue;
            const auto kept = printer_.print(path);
            if (!kept || trigger::checkMedia(*kept)) {
                ++refused;
                continue;
            }
            prints.push_back(*kept);
            if (number < changedCount)
                for (const FileChange& change : changes)
                    scores.add(change.name, compareChanged(*kept, path, change));
        }
        std::printf("different %ss: %u, of which %u may not be a key\n", what, count, refused);
        compareAll(prints);
        scores.print(what);
    }

  private:
    MatchKind compareChanged(const MediaPrint& kept, const QString& path, const FileChange& change) {
        const QString to = folder_.filePath(QStringLiteral("changed.") + QLatin1String(change.ending));
        const auto split = [](const char* words) {
            return QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
        };
        if (!ffmpeg(split(change.before) + QStringList{QStringLiteral("-i"), path} + split(change.after) +
                    QStringList{to}))
            return MatchKind::No;
        const auto sent = printer_.print(to);
        return sent ? trigger::compare(kept, *sent) : MatchKind::No;
    }

    static void compareAll(const std::vector<MediaPrint>& prints) {
        std::size_t pairs = 0;
        std::size_t match = 0;
        std::size_t near = 0;
        for (std::size_t i = 0; i < prints.size(); ++i)
            for (std::size_t k = i + 1; k < prints.size(); ++k, ++pairs) {
                const MatchKind kind = trigger::compare(prints[i], prints[k]);
                match += kind == MatchKind::Match ? 1 : 0;
                near += kind == MatchKind::Near ? 1 : 0;
            }
        tellRate("false match", match, pairs);
        tellRate("false match or near", match + near, pairs);
    }

    FilePrinter& printer_;
    QDir folder_;
};

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const auto option = [&](const char* name, const char* standard) {
        return QCommandLineOption(QLatin1String(name), QStringLiteral("How many."), QStringLiteral("N"),
                                  QLatin1String(standard));
    };
    const auto pictures = option("pictures", "10000");
    const auto sounds = option("sounds", "1500");
    const auto clips = option("clips", "150");
    const auto changed = option("changed", "300");
    const auto parts = option("parts", "1");
    parser.addOptions({pictures, sounds, clips, changed, parts});
    parser.process(application);
    const QTemporaryDir folder;
    FilePrinter printer(folder.path());
    Workshop workshop(printer, QDir(folder.path()));
    const unsigned most = parser.value(changed).toUInt();
    if (const unsigned count = parser.value(pictures).toUInt()) {
        changedPictures(most, printer);
        differentPictures(count, std::max(1U, parser.value(parts).toUInt()));
    }
    if (const unsigned count = parser.value(sounds).toUInt())
        workshop.run("sound", count, most / 2, kSoundChanges, "wav",
                     [](unsigned number, const QString& path) { return writeSound(number, kSeconds, path); });
    if (const unsigned count = parser.value(clips).toUInt())
        workshop.run("clip", count, most / 6, kClipChanges, "mp4",
                     [](unsigned number, const QString& path) { return writeClip(number, kSeconds, path); });
    return 0;
}
