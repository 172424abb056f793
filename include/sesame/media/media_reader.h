// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"
#include "sesame/trigger/media_print.h"

#include <QObject>
#include <QString>
#include <functional>
#include <memory>

/// Pictures, sounds and films of others. Nothing of them is decoded in this process: `sesame-media` does,
/// which can reach no file, no network and little memory (S34, S47, M37).
namespace sesame::media {

enum class FileKind : std::uint8_t { Other, Picture, Sound, Clip };

/// Row by row without gaps: red, green, blue, alpha (not multiplied in), a byte each.
struct Pixels {
    int width = 0;  ///< 0: nothing to see
    int height = 0;
    Bytes rgba;
};

/// How a file looks, made small.
struct Preview {
    FileKind kind = FileKind::Other;
    int originalWidth = 0;  ///< upright, in pixels; 0: nothing to see
    int originalHeight = 0;
    std::int64_t durationMs = 0;  ///< 0: not known, or a picture
    Pixels picture;
};

/// Asks one reader after the other, so that a folder full of bombs costs no more than one. Main thread.
class MediaReader : public QObject {
    Q_OBJECT
  public:
    explicit MediaReader(QObject* parent = nullptr);
    ~MediaReader() override;

    /// How the file looks within so many pixels (at most kMostPreviewSide each way). `then` is called once
    /// from the event loop: NotFound if there is no such regular file, Malformed if it is nothing that can be
    /// shown or took too long, Unavailable without the program. Not called once `context` or this is gone.
    void look(const QString& path, int width, int height, QObject* context,
              const std::function<void(Result<Preview>)>& then);

    /// What the file is recognised by. As look(); Malformed also for a sound or a clip with nothing in it.
    void print(const QString& path, QObject* context,
               const std::function<void(Result<trigger::MediaPrint>)>& then);

  private:
    class Worker;
    template <typename Answer>
    void ask(const QString& path, std::vector<std::string> arguments, QObject* context,
             std::function<Result<Answer>(ByteView)> read, std::function<void(Result<Answer>)> then);
    std::unique_ptr<Worker> worker_;
};

inline constexpr int kMostPreviewSide = 1024;

}  // namespace sesame::media
