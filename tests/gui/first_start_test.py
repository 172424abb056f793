# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A first start by hand: a wrong address is said so and Back mends it; then the meeting place is hosted on this computer."""
from harness import App, main


def body(desktop):
    app = App(desktop, "person")
    app.type_into("Your name", "奶奶")
    app.click("Next", "push button")
    app.click("Connect to an address", "radio button")
    app.click("Next", "push button")
    app.type_into("Address", "wss://127.0.0.1:9")
    app.click("Next", "push button")
    app.click("A key file that only my user account can read", "radio button")
    app.click("Start", "push button")
    app.wait("That did not work yet", "label")
    desktop.screenshot("first-start-wrong")
    for title in ("What protects your messages on this computer?", "Where is the meeting place?",
                  "How do you want to connect?"):
        app.click("Back", "push button")
        app.wait(title, "label")
    app.click("Host the meeting place on this computer", "radio button")
    app.click("Next", "push button")
    app.wait("This computer becomes the meeting place", "label")
    app.click("Next", "push button")
    app.click("Start", "push button")
    app.wait("Add contact", "push button")
    app.wait_gone("The hub cannot be reached*")
    desktop.screenshot("first-start-hosted")


if __name__ == "__main__":
    main(body)
