// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A program that takes the keyboard of an X display and says on its standard output what it was typed, one
// code point a line. Reads its keys as any Xlib program does. Answers a client message with "#".

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <xkbcommon/xkbcommon.h>

#include <cstdio>

int main() {
    Display* display = XOpenDisplay(nullptr);
    if (!display)
        return 1;
    XSetWindowAttributes attributes{};
    attributes.override_redirect = True;
    attributes.event_mask = KeyPressMask | StructureNotifyMask;
    const Window root = DefaultRootWindow(display);
    const Window window = XCreateWindow(display, root, 0, 0, 400, 300, 0, CopyFromParent, InputOutput,
                                        nullptr, CWOverrideRedirect | CWEventMask, &attributes);
    XMapWindow(display, window);
    for (;;) {
        XEvent event;
        XNextEvent(display, &event);
        if (event.type == MapNotify) {
            XSetInputFocus(display, window, RevertToNone, CurrentTime);
            XSync(display, False);
            std::printf("%lu\n", window);
        } else if (event.type == MappingNotify) {
            XRefreshKeyboardMapping(&event.xmapping);
        } else if (event.type == KeyPress) {
            KeySym symbol = NoSymbol;
            char text[8];
            XLookupString(&event.xkey, text, sizeof text, &symbol, nullptr);
            if (const auto character = xkb_keysym_to_utf32(static_cast<xkb_keysym_t>(symbol)))
                std::printf("%u\n", character);
        } else if (event.type == ClientMessage) {
            std::puts("#");
        }
        std::fflush(stdout);
    }
}
