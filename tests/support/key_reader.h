// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/x_display.h"
#include "support/x_hand.h"

#include <cstdio>
#include <cstring>

namespace sesame::test {

/// A program of its own that has the keyboard of the display and tells what it was typed. The test links
/// SESAME_KEY_READER. Its window covers 400×300 pixels at the top left.
class KeyReader {
  public:
    KeyReader() {
        int ends[2];
        if (pipe(ends) != 0)
            return;
        program_ = std::make_unique<Child>(std::vector<std::string>{SESAME_KEY_READER}, ends[1]);
        ::close(ends[1]);
        from_ = fdopen(ends[0], "r");
        window_ = static_cast<xcb_window_t>(std::stoul(line()));
    }
    ~KeyReader() { std::fclose(from_); }
    KeyReader(const KeyReader&) = delete;
    KeyReader& operator=(const KeyReader&) = delete;
    xcb_window_t window() const { return window_; }

    /// Everything that it was typed so far, as far as the server knows of it.
    std::u32string typed(const XHand& asking) {
        xcb_client_message_event_t question{};
        question.response_type = XCB_CLIENT_MESSAGE;
        question.format = 32;
        question.window = window_;
        question.type = XCB_ATOM_STRING;
        xcb_send_event(asking.get(), 0, window_, 0, reinterpret_cast<const char*>(&question));
        xcb_flush(asking.get());
        for (std::string said = line(); !said.empty() && said != "#"; said = line())
            typed_ += static_cast<char32_t>(std::stoul(said));
        return typed_;
    }

  private:
    std::string line() {
        char text[64];
        return std::fgets(text, sizeof text, from_) ? std::string(text, std::strcspn(text, "\n")) : "";
    }

    std::unique_ptr<Child> program_;
    std::FILE* from_ = nullptr;
    xcb_window_t window_ = XCB_NONE;
    std::u32string typed_;
};

}  // namespace sesame::test
