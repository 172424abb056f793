// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flow_layout.h"

#include <QWidget>
#include <algorithm>

namespace sesame::app {

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent) {
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item) {
    items_.emplace_back(item);
}

int FlowLayout::count() const {
    return int(items_.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? items_[std::size_t(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    if (!itemAt(index))
        return nullptr;
    const auto at = items_.begin() + index;
    auto* taken = at->release();
    items_.erase(at);
    return taken;
}

int FlowLayout::heightForWidth(int width) const {
    return flow(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const {
    const auto margins = contentsMargins();
    int width = margins.left() + margins.right();
    int height = 0;
    for (const auto& item : items_) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + spacing();
        height = std::max(height, item->sizeHint().height());
    }
    return {width, height + margins.top() + margins.bottom()};
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const auto& item : items_)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    const auto margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    flow(rect, true);
}

int FlowLayout::flow(const QRect& rect, bool place) const {
    const auto room = rect.marginsRemoved(contentsMargins());
    int x = room.left();
    int y = room.top();
    int lineHeight = 0;
    const auto lineOf = [&](std::size_t from) {  // the height of the line that begins here
        int width = 0;
        int height = 0;
        for (auto at = from; at < items_.size(); ++at) {
            if (items_[at]->isEmpty())
                continue;
            const auto size = items_[at]->sizeHint();
            if (width > 0 && width + size.width() > room.width())
                break;
            width += size.width() + spacing();
            height = std::max(height, size.height());
        }
        return height;
    };
    for (std::size_t at = 0; at < items_.size(); ++at) {
        if (items_[at]->isEmpty())
            continue;
        auto size = items_[at]->sizeHint().boundedTo(QSize(std::max(1, room.width()), QWIDGETSIZE_MAX));
        if (x > room.left() && x + size.width() > room.right() + 1) {
            x = room.left();
            y += lineHeight + spacing();
            lineHeight = 0;
        }
        if (lineHeight == 0)
            lineHeight = lineOf(at);
        if (place)
            items_[at]->setGeometry({QPoint(x, y), QSize(size.width(), lineHeight)});
        x += size.width() + spacing();
    }
    return y + lineHeight - rect.top() + contentsMargins().bottom();
}

}  // namespace sesame::app
