# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An account behind a passphrase: a wrong one is said so and may be tried again, the right one opens it."""
from harness import App, Hub, Rpc, main


def body(desktop):
    secret = desktop.home / "passphrase"
    secret.write_text("rainy garden\n", encoding="utf-8")
    hub = Hub(desktop.bin, desktop.home / "hub", env=desktop.env)
    desktop.processes.append(hub.process)
    person = Rpc(desktop.bin, desktop.home / "person", "--passphrase-file", str(secret), env=desktop.env)
    person.call("account.create", name="奶奶", hub=hub.url, fingerprint=hub.fingerprint)
    person.close()

    app = App(desktop, "person")
    app.focus("Passphrase", "password text")
    desktop.type("sunny garden")
    app.click("Open", "push button")
    app.wait("That is not the passphrase.", "label")
    desktop.screenshot("unlock-wrong")
    app.focus("Passphrase", "password text")
    desktop.key("ctrl+a", "Delete")
    desktop.type("rainy garden")
    app.click("Open", "push button")
    app.wait("Add contact", "push button")


if __name__ == "__main__":
    main(body)
