// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/media/picture_maker.h"

#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>
#include <cmath>
#include <random>

namespace sesame::bench {
namespace {

class Dice {
  public:
    explicit Dice(unsigned seed) : engine_(seed * 2654435761U + 17) {}
    double part(double from = 0, double to = 1) {
        return from + (to - from) * static_cast<double>(engine_() % 100'000) / 100'000;
    }
    int pick(int count) { return static_cast<int>(engine_() % static_cast<unsigned>(count)); }
    QColor colour(int darkest = 0, int lightest = 255) {
        const auto one = [&] { return darkest + pick(lightest - darkest + 1); };
        const int red = one();
        const int green = one();
        return {red, green, one()};
    }

  private:
    std::mt19937 engine_;
};

/// What is painted upon, in parts of its width and height.
struct Canvas {
    QImage& image;
    QPainter& painter;
    Dice& dice;
    double width() const { return image.width(); }
    double height() const { return image.height(); }
};

void fillDown(Canvas& on, const QRectF& where, const QColor& above, const QColor& below) {
    QLinearGradient shade(where.topLeft(), where.bottomLeft());
    shade.setColorAt(0, above);
    shade.setColorAt(1, below);
    on.painter.fillRect(where, shade);
}

// Leaves, waves, cloth: noise of one coarseness, seen through.
void grain(Canvas& on, const QRectF& where, int coarseness, double strength) {
    QImage noise(std::max(2, static_cast<int>(where.width()) / coarseness),
                 std::max(2, static_cast<int>(where.height()) / coarseness), QImage::Format_ARGB32);
    for (int y = 0; y < noise.height(); ++y)
        for (int x = 0; x < noise.width(); ++x) {
            const int value = on.dice.pick(256);
            noise.setPixel(x, y, qRgba(value, value, value, static_cast<int>(strength * 255)));
        }
    on.painter.drawImage(where, noise);
}

void ridge(Canvas& on, double height, double rough, const QColor& colour) {
    constexpr int kPoints = 129;
    std::vector<double> line(kPoints, 0);
    for (int step = kPoints - 1; step > 1; step /= 2, rough *= 0.55)
        for (int i = step / 2; i < kPoints; i += step)
            line[i] = (line[i - step / 2] + line[i + step / 2]) / 2 + on.dice.part(-rough, rough);
    QPolygonF shape{QPointF(0, on.height())};
    for (int i = 0; i < kPoints; ++i)
        shape << QPointF(on.width() * i / (kPoints - 1), on.height() * (height - line[i]));
    shape << QPointF(on.width(), on.height());
    on.painter.setBrush(colour);
    on.painter.drawPolygon(shape);
}

void landscape(Canvas& on) {
    fillDown(on, {0, 0, on.width(), on.height() * 0.6}, QColor(90, 140, 220), QColor(220, 230, 250));
    on.painter.setBrush(QColor(255, 250, 220));
    on.painter.drawEllipse(QPointF(on.width() * on.dice.part(), on.height() * 0.15), on.height() * 0.05,
                           on.height() * 0.05);
    for (int i = 0; i < 3; ++i)
        ridge(on, 0.4 + 0.15 * i, 0.16, QColor(110 - 30 * i, 130 - 25 * i, 140 - 40 * i));
    grain(on, {0, on.height() * 0.6, on.width(), on.height() * 0.4}, 6, 0.3);
    for (int i = on.dice.pick(20); i > 0; --i) {
        const double x = on.width() * on.dice.part();
        const double y = on.height() * on.dice.part(0.6, 0.95);
        const double size = on.height() * on.dice.part(0.04, 0.14);
        on.painter.setBrush(QColor(30, 60 + on.dice.pick(60), 30));
        on.painter.drawPolygon(
            QPolygonF({QPointF(x - size / 3, y), QPointF(x, y - size), QPointF(x + size / 3, y)}));
    }
}

void beach(Canvas& on) {
    const double sea = on.dice.part(0.36, 0.42);
    const double sand = on.dice.part(0.58, 0.66);
    fillDown(on, {0, 0, on.width(), on.height() * sea}, QColor(80, 150, 230), QColor(190, 220, 250));
    fillDown(on, {0, on.height() * sea, on.width(), on.height() * (sand - sea)}, QColor(30, 90, 150),
             QColor(80, 170, 180));
    fillDown(on, {0, on.height() * sand, on.width(), on.height() * (1 - sand)}, QColor(230, 210, 160),
             QColor(210, 180, 120));
    grain(on, {0, on.height() * sand, on.width(), on.height() * (1 - sand)}, 5, 0.15);
    for (int i = 2 + on.dice.pick(9); i > 0; --i) {
        const double x = on.width() * on.dice.part();
        const double y = on.height() * on.dice.part(sand, 0.9);
        const double size = on.height() * on.dice.part(0.05, 0.2);
        on.painter.setBrush(on.dice.colour());
        on.painter.drawRect(QRectF(x, y - size, size * 0.35, size));
        on.painter.setBrush(QColor(220, 180, 150));
        on.painter.drawEllipse(QPointF(x + size * 0.17, y - size), size * 0.14, size * 0.16);
    }
    for (int i = on.dice.pick(6); i > 0; --i) {
        on.painter.setBrush(QColor(250, 250, 250, 180));
        on.painter.drawEllipse(QPointF(on.width() * on.dice.part(), on.height() * on.dice.part(0.02, 0.3)),
                               on.width() * on.dice.part(0.05, 0.2), on.height() * on.dice.part(0.02, 0.06));
    }
}

void portrait(Canvas& on) {
    fillDown(on, {0, 0, on.width(), on.height()}, on.dice.colour(60, 200), on.dice.colour(60, 200));
    for (int i = 12; i > 0; --i) {
        QColor light = on.dice.colour(80, 255);
        light.setAlpha(120);
        on.painter.setBrush(light);
        const double size = on.height() * on.dice.part(0.04, 0.16);
        on.painter.drawEllipse(QPointF(on.width() * on.dice.part(), on.height() * on.dice.part()), size,
                               size);
    }
    const QPointF face(on.width() * on.dice.part(0.44, 0.56), on.height() * on.dice.part(0.38, 0.48));
    const double size = on.height() * on.dice.part(0.18, 0.24);
    const QColor skin =
        QColor::fromHsv(20 + on.dice.pick(15), 60 + on.dice.pick(110), 120 + on.dice.pick(130));
    on.painter.setBrush(on.dice.colour());
    on.painter.drawRoundedRect(QRectF(face.x() - size * 1.7, face.y() + size * 1.15, size * 3.4, on.height()),
                               size, size);
    on.painter.setBrush(QColor::fromHsv(on.dice.pick(40), 150, 20 + on.dice.pick(160)));
    on.painter.drawEllipse(QPointF(face.x(), face.y() - size * on.dice.part(0.1, 0.3)),
                           size * on.dice.part(0.9, 1.3), size * on.dice.part(1.1, 1.8));
    on.painter.setBrush(skin);
    on.painter.drawEllipse(face, size * on.dice.part(0.72, 0.85), size);
    for (const double side : {-1.0, 1.0}) {
        const QPointF eye(face.x() + side * size * on.dice.part(0.28, 0.34), face.y() - size * 0.1);
        on.painter.setBrush(Qt::white);
        on.painter.drawEllipse(eye, size * 0.15, size * 0.08);
        on.painter.setBrush(on.dice.colour(0, 90));
        on.painter.drawEllipse(eye, size * 0.07, size * 0.07);
    }
    on.painter.setBrush(QColor(170, 60, 60));
    on.painter.drawEllipse(QPointF(face.x(), face.y() + size * 0.5), size * on.dice.part(0.2, 0.36),
                           size * on.dice.part(0.04, 0.14));
}

void words(Canvas& on, const QRectF& where, double lineHeight, bool chinese) {
    QFont font(chinese ? QStringLiteral("Noto Serif CJK SC") : QStringLiteral("DejaVu Serif"));
    font.setPixelSize(std::max(4, static_cast<int>(lineHeight * 0.68)));
    on.painter.setFont(font);
    on.painter.setPen(QColor(25, 25, 35));
    for (double y = where.top(); y + lineHeight < where.bottom(); y += lineHeight) {
        const double end =
            where.right() - (on.dice.pick(5) == 0 ? where.width() * on.dice.part(0.1, 0.8) : 0);
        for (double x = where.left(); x < end;) {
            QString word;
            for (int i = 2 + on.dice.pick(8); i > 0; --i)
                word += chinese ? QChar(0x4e00 + on.dice.pick(3000)) : QChar(u'a' + on.dice.pick(26));
            const double wide = on.painter.fontMetrics().horizontalAdvance(word);
            if (x + wide > end)
                break;
            on.painter.drawText(QPointF(x, y + lineHeight * 0.8), word);
            x += wide + lineHeight * 0.3;
        }
    }
    on.painter.setPen(Qt::NoPen);
}

void letter(Canvas& on) {
    on.painter.fillRect(0, 0, on.image.width(), on.image.height(), QColor(250, 249, 245));
    words(on, {on.width() * 0.1, on.height() * 0.07, on.width() * on.dice.part(0.3, 0.8), on.height() * 0.09},
          on.height() * 0.07, on.dice.pick(2) == 0);
    words(on, {on.width() * 0.1, on.height() * on.dice.part(0.18, 0.24), on.width() * 0.8, on.height() * 0.7},
          on.height() * on.dice.part(0.034, 0.05), on.dice.pick(2) == 0);
}

// One program's window: its frame and tools are the same on each.
void screenshot(Canvas& on) {
    on.painter.fillRect(0, 0, on.image.width(), on.image.height(), QColor(245, 246, 248));
    on.painter.fillRect(QRectF(0, 0, on.width(), on.height() * 0.06), QColor(60, 66, 80));
    on.painter.fillRect(QRectF(0, on.height() * 0.06, on.width() * 0.22, on.height()), QColor(228, 231, 236));
    words(on, {on.width() * 0.02, on.height() * 0.1, on.width() * 0.18, on.height() * 0.8},
          on.height() * 0.06, on.dice.pick(2) == 0);
    double y = on.height() * 0.1;
    while (y < on.height() * 0.85) {
        const bool mine = on.dice.pick(2) == 0;
        const double wide = on.width() * on.dice.part(0.15, 0.5);
        const double high = on.height() * on.dice.part(0.06, 0.24);
        const double left = mine ? on.width() * 0.97 - wide : on.width() * 0.25;
        on.painter.setBrush(mine ? QColor(190, 220, 250) : QColor(255, 255, 255));
        on.painter.drawRoundedRect(QRectF(left, y, wide, high), 8, 8);
        words(on, {left + 5, y + 3, wide - 10, high}, on.height() * 0.04, on.dice.pick(2) == 0);
        y += high + on.height() * 0.03;
    }
}

void night(Canvas& on) {
    fillDown(on, {0, 0, on.width(), on.height()}, QColor(5, 6, 18), QColor(20, 18, 30));
    for (int i = 8 + on.dice.pick(30); i > 0; --i) {
        const QPointF at(on.width() * on.dice.part(), on.height() * on.dice.part());
        const double size = on.height() * on.dice.part(0.02, 0.12);
        QRadialGradient light(at, size);
        light.setColorAt(0, QColor::fromHsv(20 + on.dice.pick(40), on.dice.pick(140), 255));
        light.setColorAt(1, QColor(0, 0, 0, 0));
        on.painter.setBrush(light);
        on.painter.drawEllipse(at, size, size);
    }
    grain(on, {0, 0, on.width(), on.height()}, 2, 0.06);
}

void skyline(Canvas& on) {
    const bool dark = on.dice.pick(2) == 0;
    fillDown(on, {0, 0, on.width(), on.height()}, dark ? QColor(20, 20, 50) : QColor(150, 180, 220),
             dark ? QColor(90, 60, 80) : QColor(235, 235, 240));
    for (double x = -0.02; x < 1; x += on.dice.part(0.05, 0.14)) {
        const double wide = on.width() * on.dice.part(0.07, 0.16);
        const double high = on.height() * on.dice.part(0.25, 0.85);
        const int grey = dark ? 20 + on.dice.pick(50) : 90 + on.dice.pick(110);
        on.painter.fillRect(QRectF(x * on.width(), on.height() - high, wide, high),
                            QColor(grey, grey, grey + 8));
        for (double wy = on.height() - high + 6; wy < on.height() - 8; wy += on.height() * 0.035)
            for (double wx = 4; wx < wide - 6; wx += on.width() * 0.018)
                if (on.dice.pick(3) != 0)
                    on.painter.fillRect(
                        QRectF(x * on.width() + wx, wy, on.width() * 0.009, on.height() * 0.018),
                        dark ? QColor(250, 220, 140) : QColor(70, 80, 100));
    }
}

void plate(Canvas& on) {
    on.painter.fillRect(0, 0, on.image.width(), on.image.height(), on.dice.colour(80, 170));
    grain(on, {0, 0, on.width(), on.height()}, 8, 0.12);
    const QPointF middle(on.width() * 0.5, on.height() * 0.52);
    const double size = on.height() * on.dice.part(0.36, 0.42);
    on.painter.setBrush(QColor(245, 245, 242));
    on.painter.drawEllipse(middle, size, size);
    on.painter.setBrush(QColor(232, 232, 228));
    on.painter.drawEllipse(middle, size * 0.75, size * 0.75);
    for (int i = 6 + on.dice.pick(14); i > 0; --i) {
        const double angle = on.dice.part(0, 2 * M_PI);
        const double away = size * 0.6 * std::sqrt(on.dice.part());
        on.painter.setBrush(
            QColor::fromHsv(on.dice.pick(120), 100 + on.dice.pick(150), 60 + on.dice.pick(180)));
        on.painter.drawEllipse(middle + QPointF(std::cos(angle) * away, std::sin(angle) * away),
                               size * on.dice.part(0.06, 0.24), size * on.dice.part(0.06, 0.24));
    }
}

void group(Canvas& on) {
    fillDown(on, {0, 0, on.width(), on.height() * 0.55}, on.dice.colour(120, 230), on.dice.colour(120, 230));
    fillDown(on, {0, on.height() * 0.55, on.width(), on.height() * 0.45}, QColor(90, 130, 70),
             QColor(60, 100, 50));
    grain(on, {0, on.height() * 0.55, on.width(), on.height() * 0.45}, 4, 0.2);
    const int people = 3 + on.dice.pick(4);
    for (int i = 0; i < people; ++i) {
        const double x = on.width() * (i + 0.5 + on.dice.part(-0.15, 0.15)) / people;
        const double head = on.height() * on.dice.part(0.05, 0.07);
        const double top = on.height() * on.dice.part(0.28, 0.42);
        on.painter.setBrush(on.dice.colour());
        on.painter.drawRoundedRect(QRectF(x - head * 1.3, top + head, head * 2.6, on.height() * 0.28), head,
                                   head);
        on.painter.setBrush(on.dice.colour(20, 120));
        on.painter.drawRect(QRectF(x - head, top + head + on.height() * 0.27, head * 2, on.height() * 0.24));
        on.painter.setBrush(QColor::fromHsv(22, 60 + on.dice.pick(110), 120 + on.dice.pick(130)));
        on.painter.drawEllipse(QPointF(x, top), head * 0.8, head);
        on.painter.setBrush(on.dice.colour(10, 120));
        on.painter.drawChord(QRectF(x - head * 0.9, top - head * 1.1, head * 1.8, head * 1.6), 0, 180 * 16);
    }
}

void blooms(Canvas& on) {
    on.painter.fillRect(0, 0, on.image.width(), on.image.height(), QColor(40, 90 + on.dice.pick(40), 40));
    grain(on, {0, 0, on.width(), on.height()}, 10, 0.35);
    for (int i = 5 + on.dice.pick(20); i > 0; --i) {
        const QPointF at(on.width() * on.dice.part(), on.height() * on.dice.part());
        const double size = on.height() * on.dice.part(0.03, 0.12);
        const QColor petal =
            QColor::fromHsv(on.dice.pick(360), 120 + on.dice.pick(130), 150 + on.dice.pick(105));
        for (int k = 0; k < 6; ++k) {
            on.painter.setBrush(petal);
            on.painter.drawEllipse(at + QPointF(std::cos(k * M_PI / 3) * size, std::sin(k * M_PI / 3) * size),
                                   size * 0.6, size * 0.6);
        }
        on.painter.setBrush(QColor(250, 220, 80));
        on.painter.drawEllipse(at, size * 0.5, size * 0.5);
    }
}

struct Family {
    const char* name;
    void (*paint)(Canvas&);
};
constexpr Family kAll[] = {{"landscape", landscape}, {"beach", beach},       {"portrait", portrait},
                           {"letter", letter},       {"screen", screenshot}, {"night", night},
                           {"skyline", skyline},     {"plate", plate},       {"group", group},
                           {"flowers", blooms}};
static_assert(std::size(kAll) == kFamilies);

}  // namespace

const char* familyName(unsigned number) {
    return kAll[number % kFamilies].name;
}

QImage makePicture(unsigned number, QSize size) {
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    Dice dice(number);
    Canvas canvas{image, painter, dice};
    kAll[number % kFamilies].paint(canvas);
    return image;
}

}  // namespace sesame::bench
