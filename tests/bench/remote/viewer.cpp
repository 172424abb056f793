// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The helper's end of a help session in a window on $DISPLAY, without a client around it.
//
//     remote-bench-viewer "ready wss://… sha256:…" PORT        the port to reach the hub at, 0: its own

#include "sesame/remote/viewer.h"

#include "meeting.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWidget>

namespace sesame::bench {
namespace {

/// Shows the picture as it is and passes hands on; nothing else.
class PictureWindow final : public QWidget {
  public:
    PictureWindow() : viewer_(remote::Viewer::create(events())) {
        setAttribute(Qt::WA_OpaquePaintEvent);
        setMouseTracking(true);
        setFixedSize(1280, 800);
    }
    ~PictureWindow() override { viewer_->stop(); }
    remote::Viewer& viewer() { return *viewer_; }

  protected:
    void paintEvent(QPaintEvent* event) override {
        viewer_->read([&](const desktop::Pixels& pixels) {
            const QImage picture(reinterpret_cast<const uchar*>(pixels.data), pixels.size.width,
                                 pixels.size.height, pixels.stride * 4, QImage::Format_RGB32);
            QPainter painter(this);
            for (const QRect& area : event->region())
                painter.drawImage(area.topLeft(), picture, area);
        });
    }
    void mouseMoveEvent(QMouseEvent* event) override { pass(event); }
    void mousePressEvent(QMouseEvent* event) override { pass(event); }
    void mouseReleaseEvent(QMouseEvent* event) override { pass(event); }
    void keyPressEvent(QKeyEvent* event) override { viewer_->key(event->nativeVirtualKey(), true); }
    void keyReleaseEvent(QKeyEvent* event) override { viewer_->key(event->nativeVirtualKey(), false); }

  private:
    remote::ViewerEvents events() {
        remote::ViewerEvents out;
        out.changed = [this](const std::vector<desktop::Rect>& areas) {
            QRegion region;
            for (const desktop::Rect& area : areas)
                region += QRect(area.x, area.y, area.width, area.height);
            QMetaObject::invokeMethod(
                this, [this, region] { repaint(region); }, Qt::QueuedConnection);
        };
        out.stream = [](bool connected, stream::Ending why) {
            std::printf("%s\n", connected ? "connected" : name(why));
            std::fflush(stdout);
        };
        return out;
    }
    void pass(const QMouseEvent* event) {
        const unsigned left = event->buttons().testFlag(Qt::LeftButton) ? 1 : 0;
        viewer_->pointer({event->pos().x(), event->pos().y()}, left);
    }

    std::unique_ptr<remote::Viewer> viewer_;
};

}  // namespace
}  // namespace sesame::bench

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    if (argc != 3)
        return 2;
    sesame::bench::PictureWindow window;
    window.show();
    sesame::bench::Meeting meeting(argv[1], static_cast<std::uint16_t>(std::atoi(argv[2])), false);
    window.viewer().attach(meeting.open([](sesame::stream::State) {}));
    return QApplication::exec();
}
