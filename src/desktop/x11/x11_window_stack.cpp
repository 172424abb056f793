// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/x11_window_stack.h"

#include <xcb/shape.h>

#include <algorithm>

namespace sesame::desktop {
namespace {

constexpr int kDeepest = 64;

Rect outerArea(const xcb_get_geometry_reply_t& geometry) {
    const int frame = 2 * geometry.border_width;
    return {geometry.x, geometry.y, geometry.width + frame, geometry.height + frame};
}

class BlindWindowStack final : public WindowStack {
  public:
    Sight sightOf(std::uint32_t) override { return Sight::Unknown; }
};

}  // namespace

Result<std::unique_ptr<X11WindowStack>> X11WindowStack::open(std::function<void()> changed,
                                                             const char* display) {
    SESAME_TRY_ASSIGN(auto connection, X11Connection::open(display));
    std::unique_ptr<X11WindowStack> stack(new X11WindowStack(std::move(connection), std::move(changed)));
    SESAME_TRY(stack->prepare());
    return stack;
}

Status X11WindowStack::prepare() {
    SESAME_TRY(connection_->require(xcb_shape_id, "SHAPE"));
    SESAME_TRY(owner_.start());
    const std::uint32_t mask = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(connection_->get(), connection_->root(), XCB_CW_EVENT_MASK, &mask);
    connection_->finish();
    notifier_ = std::make_unique<QSocketNotifier>(connection_->descriptor(), QSocketNotifier::Read);
    QObject::connect(notifier_.get(), &QSocketNotifier::activated, [this] { takeIn(); });
    return {};
}

void X11WindowStack::takeIn() {
    bool any = false;
    while (connection_->next())
        any = true;
    if (!connection_->alive())
        notifier_->setEnabled(false);
    if (any || !connection_->alive())
        changed_();
}

xcb_window_t X11WindowStack::topLevelOf(xcb_window_t window) {
    for (int depth = 0; depth < kDeepest; ++depth) {
        const auto tree = x11Owned(
            xcb_query_tree_reply(connection_->get(), xcb_query_tree(connection_->get(), window), nullptr));
        if (!tree || tree->parent == XCB_NONE)
            break;
        if (tree->parent == connection_->root())
            return window;
        window = tree->parent;
    }
    return XCB_NONE;
}

std::optional<Rect> X11WindowStack::areaOf(xcb_window_t window) {
    const auto attributes = x11Owned(xcb_get_window_attributes_reply(
        connection_->get(), xcb_get_window_attributes(connection_->get(), window), nullptr));
    const auto geometry = x11Owned(
        xcb_get_geometry_reply(connection_->get(), xcb_get_geometry(connection_->get(), window), nullptr));
    const auto origin = x11Owned(xcb_translate_coordinates_reply(
        connection_->get(), xcb_translate_coordinates(connection_->get(), window, connection_->root(), 0, 0),
        nullptr));
    if (!attributes || !geometry || !origin || attributes->map_state != XCB_MAP_STATE_VIEWABLE)
        return std::nullopt;
    return Rect{origin->dst_x, origin->dst_y, geometry->width, geometry->height};
}

/// A compositor draws the whole screen on a window that the server itself owns, above all others.
bool X11WindowStack::isServers(xcb_window_t window) const {
    constexpr std::uint32_t kClientBits = 0x1FFFFFFF;
    return (window & kClientBits & ~xcb_get_setup(connection_->get())->resource_id_mask) == 0;
}

bool X11WindowStack::shapeReaches(xcb_window_t window, const Rect& area) {
    const auto geometry = x11Owned(
        xcb_get_geometry_reply(connection_->get(), xcb_get_geometry(connection_->get(), window), nullptr));
    const auto shape = x11Owned(xcb_shape_get_rectangles_reply(
        connection_->get(), xcb_shape_get_rectangles(connection_->get(), window, XCB_SHAPE_SK_BOUNDING),
        nullptr));
    if (!geometry || !shape)
        return false;
    const xcb_rectangle_t* parts = xcb_shape_get_rectangles_rectangles(shape.get());
    return std::any_of(parts, parts + xcb_shape_get_rectangles_rectangles_length(shape.get()),
                       [&](const xcb_rectangle_t& part) {
                           const int left = geometry->x + geometry->border_width;
                           const int top = geometry->y + geometry->border_width;
                           return Rect{left + part.x, top + part.y, part.width, part.height}.intersects(area);
                       });
}

std::vector<xcb_window_t> X11WindowStack::shownAbove(xcb_window_t topLevel, const Rect& area) {
    const auto tree = x11Owned(xcb_query_tree_reply(
        connection_->get(), xcb_query_tree(connection_->get(), connection_->root()), nullptr));
    if (!tree)
        return {};
    const std::span<const xcb_window_t> all(
        xcb_query_tree_children(tree.get()),
        static_cast<std::size_t>(xcb_query_tree_children_length(tree.get())));
    const auto own = std::find(all.begin(), all.end(), topLevel);
    const std::vector<xcb_window_t> above(own == all.end() ? own : own + 1, all.end());
    std::vector<xcb_get_window_attributes_cookie_t> attributes;
    std::vector<xcb_get_geometry_cookie_t> geometries;
    for (const xcb_window_t each : above) {
        attributes.push_back(xcb_get_window_attributes(connection_->get(), each));
        geometries.push_back(xcb_get_geometry(connection_->get(), each));
    }
    std::vector<xcb_window_t> shown;
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        const auto state =
            x11Owned(xcb_get_window_attributes_reply(connection_->get(), attributes[i], nullptr));
        const auto geometry = x11Owned(xcb_get_geometry_reply(connection_->get(), geometries[i], nullptr));
        if (state && geometry && state->map_state == XCB_MAP_STATE_VIEWABLE &&
            state->_class == XCB_WINDOW_CLASS_INPUT_OUTPUT && outerArea(*geometry).intersects(area))
            shown.push_back(above[i]);
    }
    return shown;
}

WindowStack::Sight X11WindowStack::sightOf(std::uint32_t window) {
    if (!connection_->alive())
        return Sight::Unknown;
    const auto screen = x11Owned(xcb_get_geometry_reply(
        connection_->get(), xcb_get_geometry(connection_->get(), connection_->root()), nullptr));
    const std::optional<Rect> area = areaOf(window);
    const xcb_window_t topLevel = topLevelOf(window);
    const bool onScreen = screen && area && topLevel != XCB_NONE && outerArea(*screen).contains(*area);
    bool covered = false;
    if (onScreen) {
        const std::vector<xcb_window_t> above = shownAbove(topLevel, *area);
        const std::vector<bool> own = owner_.areOwn(above);
        for (std::size_t i = 0; i < above.size(); ++i)
            covered = covered || (!own[i] && !isServers(above[i]) && shapeReaches(above[i], *area));
    }
    connection_->rouse();
    return onScreen && !covered ? Sight::Whole : Sight::Covered;
}

std::unique_ptr<WindowStack> openWindowStack(std::function<void()> changed) {
    if (auto stack = X11WindowStack::open(std::move(changed)))
        return *std::move(stack);
    return std::make_unique<BlindWindowStack>();
}

}  // namespace sesame::desktop
