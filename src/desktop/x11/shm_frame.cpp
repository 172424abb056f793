// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/shm_frame.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>

namespace sesame::desktop {

std::vector<Rect> bandsOf(std::span<const Rect> areas, Size screen) {
    const Rect whole{0, 0, screen.width, screen.height};
    std::vector<Rect> bands;
    for (const Rect& area : areas)
        if (const Rect inside = area.common(whole); !inside.isEmpty())
            bands.push_back({0, inside.y, screen.width, inside.height});
    std::sort(bands.begin(), bands.end());
    std::size_t kept = 0;
    for (const Rect& band : bands) {
        if (kept > 0 && band.y <= bands[kept - 1].bottom())
            bands[kept - 1] = bands[kept - 1].around(band);
        else
            bands[kept++] = band;
    }
    bands.resize(kept);
    return bands;
}

Result<std::unique_ptr<ShmFrame>> ShmFrame::create(X11Connection& connection, Size size) {
    std::unique_ptr<ShmFrame> frame(new ShmFrame(connection, size));
    SESAME_TRY(frame->prepare());
    return frame;
}

std::size_t ShmFrame::bytes() const {
    return static_cast<std::size_t>(size_.width) * static_cast<std::size_t>(size_.height) * sizeof *data_;
}

Status ShmFrame::prepare() {
    Descriptor memory(memfd_create("sesame-screen", MFD_CLOEXEC));
    if (!memory || ftruncate(memory.get(), static_cast<off_t>(bytes())) != 0)
        return Error{ErrorCode::Io, "no memory for the screen"};
    void* mapped = mmap(nullptr, bytes(), PROT_READ | PROT_WRITE, MAP_SHARED, memory.get(), 0);
    if (mapped == MAP_FAILED)
        return Error{ErrorCode::Io, "the memory for the screen cannot be mapped"};
    data_ = static_cast<std::uint32_t*>(mapped);
    const xcb_shm_seg_t segment = xcb_generate_id(connection_.get());
    // libxcb closes the descriptor when it has been sent.
    const auto refused = x11Owned(xcb_request_check(
        connection_.get(), xcb_shm_attach_fd_checked(connection_.get(), segment, memory.release(), 0)));
    connection_.rouse();
    if (refused || !connection_.alive())
        return Error{ErrorCode::Unavailable, "the X server does not share memory with this program"};
    segment_ = segment;
    return {};
}

ShmFrame::~ShmFrame() {
    if (segment_ != XCB_NONE)
        xcb_shm_detach(connection_.get(), segment_);
    if (data_)
        munmap(data_, bytes());
}

Status ShmFrame::capture(std::span<const Rect> areas) {
    std::vector<xcb_shm_get_image_cookie_t> asked;
    for (const Rect& band : bandsOf(areas, size_))
        asked.push_back(xcb_shm_get_image(
            connection_.get(), connection_.root(), 0, static_cast<std::int16_t>(band.y),
            static_cast<std::uint16_t>(band.width), static_cast<std::uint16_t>(band.height), ~0U,
            XCB_IMAGE_FORMAT_Z_PIXMAP, segment_,
            static_cast<std::uint32_t>(band.y) * static_cast<std::uint32_t>(size_.width) * sizeof *data_));
    bool refused = false;
    for (const auto& cookie : asked) {
        xcb_generic_error_t* error = nullptr;
        const auto reply = x11Owned(xcb_shm_get_image_reply(connection_.get(), cookie, &error));
        const auto owned = x11Owned(error);
        refused = refused || !reply;
    }
    if (!connection_.alive())
        return Error{ErrorCode::Unavailable, "the X server went away"};
    return refused ? Status(Error{ErrorCode::Changed, "the screen has another size now"}) : Status();
}

}  // namespace sesame::desktop
