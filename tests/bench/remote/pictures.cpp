// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pictures.h"

#include "clock.h"

#include <QPainter>
#include <cmath>

namespace sesame::bench {
namespace {

constexpr const char* kWords[] = {
    "the",     "open",   "window",  "of",    "a",       "message", "helper", "screen",  "and",    "with",
    "setting", "folder", "picture", "to",    "printer", "when",    "you",    "network", "please", "click",
    "again",   "update", "program", "after", "button",  "is",      "not",    "there",   "more",   "system"};
constexpr const char* kChinese[] = {"打开", "窗口", "设置", "消息", "帮助", "屏幕", "文件夹", "打印机",
                                    "网络", "请",   "点击", "按钮", "更新", "程序", "然后",   "系统"};

QFont font(int pixels, bool bold = false) {
    QFont out("Noto Sans CJK SC");
    out.setPixelSize(pixels);
    out.setBold(bold);
    return out;
}

QString sentence(Dice& dice, bool chinese, int words) {
    QString out;
    for (int i = 0; i < words; ++i)
        out += chinese ? QString::fromUtf8(kChinese[dice.below(std::size(kChinese))])
                       : QString::fromUtf8(kWords[dice.below(std::size(kWords))]) + ' ';
    return out;
}

/// Draws wrapped text and returns the y below it.
int paragraph(QPainter& painter, const QRect& where, const QString& text, int gap) {
    QRect used;
    painter.drawText(where, Qt::TextWordWrap | Qt::TextWrapAnywhere, text, &used);
    return used.bottom() + gap;
}

}  // namespace

QImage textPage(int width, int height) {
    QImage page(width, height, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    Dice dice;
    for (int y = 16, block = 0; y < height; ++block) {
        const bool chinese = block % 3 == 2;
        painter.setFont(font(22, true));
        painter.setPen(QColor(0x1A, 0x3C, 0x6E));
        y = paragraph(painter, QRect(24, y, width - 48, 60), sentence(dice, chinese, 5), 8);
        painter.setFont(font(15));
        painter.setPen(QColor(0x22, 0x22, 0x22));
        y = paragraph(painter, QRect(24, y, width - 48, 400), sentence(dice, chinese, chinese ? 180 : 150),
                      10);
        painter.setPen(QColor(0x06, 0x45, 0xAD));
        y = paragraph(painter, QRect(24, y, width - 48, 30), sentence(dice, chinese, 8), 18);
    }
    return page;
}

QImage windowPicture(int width, int height) {
    QImage picture(width, height, QImage::Format_RGB32);
    picture.fill(QColor(0xF3, 0xF3, 0xF3));
    QPainter painter(&picture);
    painter.fillRect(0, 0, width, 32, QColor(0x2F, 0x4F, 0x6F));
    painter.setPen(Qt::white);
    painter.setFont(font(14, true));
    painter.drawText(12, 21, "Settings 设置");
    painter.fillRect(0, 32, width / 3, height - 32, QColor(0xE4, 0xE8, 0xEC));
    Dice dice;
    painter.setPen(QColor(0x22, 0x22, 0x22));
    painter.setFont(font(14));
    for (int y = 56; y < height - 12; y += 26) {
        painter.drawText(14, y, sentence(dice, y % 52 == 4, 2));
        painter.drawText(width / 3 + 16, y, sentence(dice, y % 52 == 30, 4));
        painter.drawRect(width - 120, y - 15, 100, 20);
    }
    painter.drawRect(0, 0, width - 1, height - 1);
    return picture;
}

QImage filmFrame(int width, int height, int number) {
    QImage frame(width, height, QImage::Format_RGB32);
    const double t = number * 0.105;  // sixty frames are one turn
    Dice grain;
    for (int y = 0; y < height; ++y) {
        auto* row = reinterpret_cast<QRgb*>(frame.scanLine(y));
        for (int x = 0; x < width; ++x) {
            const double u = x / 90.0;
            const double v = y / 70.0;
            const double a = std::sin(u + 2 * std::sin(t)) + std::sin(v - t) + std::sin((u + v + t) / 2);
            const double b = std::cos(u * 0.7 - t) + std::sin(std::hypot(u - 3.5, v - 2.5) * 3 - 2 * t);
            const int noise = static_cast<int>(grain.below(9)) - 4;
            const auto colour = [noise](double value) {
                return std::clamp(static_cast<int>(value) + noise, 0, 255);
            };
            row[x] = qRgb(colour(128 + 40 * a), colour(120 + 45 * b), colour(140 + 30 * (a - b)));
        }
    }
    return frame;
}

QImage letter(char32_t character, int width, int height) {
    QImage picture(width, height, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setFont(font(15));
    painter.setPen(QColor(0x22, 0x22, 0x22));
    painter.drawText(picture.rect(), Qt::AlignCenter, QString::fromUcs4(&character, 1));
    return picture;
}

}  // namespace sesame::bench
