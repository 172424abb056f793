// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
// XMPP over direct TLS, SASL PLAIN. The message is a chat stanza to the receiver's full address; the
// end-to-end acknowledgement is a delivery receipt (XEP-0184). Accounts are made by in-band registration
// (XEP-0077).
#include "session.h"

#include <openssl/evp.h>

#include <charconv>

namespace sesame::bench {
namespace {

std::string base64(std::string_view plain) {
    std::string coded((plain.size() + 2) / 3 * 4 + 1, '\0');
    const int size =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(coded.data()),
                        reinterpret_cast<const unsigned char*>(plain.data()), static_cast<int>(plain.size()));
    coded.resize(static_cast<std::size_t>(size));
    return coded;
}

/// The value of the first attribute `id` after `from`.
std::string_view idAfter(std::string_view stanza, std::size_t from) {
    const std::size_t at = stanza.find(" id=", from) + 4;
    return stanza.substr(at + 1, stanza.find(stanza[at], at + 1) - at - 1);
}

unsigned asSlot(std::string_view digits) {
    unsigned slot = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), slot);
    return slot;
}

class XmppSession final : public Session {
  public:
    using Session::Session;

    void opened() override { openStream(); }

    std::size_t received(std::string_view input) override {
        std::size_t taken = 0;
        while (const std::size_t size = firstUnit(input.substr(taken))) {
            handle(input.substr(taken, size));
            taken += size;
        }
        return taken;
    }

    void send(unsigned slot) override {
        const std::string id = std::to_string(slot);
        write("<message type='chat' to='" + other() + "@localhost/b' id='" + id + "'><body>" + bodyFor(slot) +
              "</body><request xmlns='urn:xmpp:receipts'/></message>");
    }

  private:
    enum class Step { Features, Register, Authenticate, FeaturesAgain, Bind, Online };

    std::string self() const { return name(place().role == Role::Receiver ? 'r' : 's'); }
    std::string other() const { return name(place().role == Role::Receiver ? 's' : 'r'); }
    std::string name(char kind) const { return kind + std::to_string(place().pair); }

    void openStream() {
        write(
            "<?xml version='1.0'?><stream:stream to='localhost' version='1.0' xmlns='jabber:client' "
            "xmlns:stream='http://etherx.jabber.org/streams'>");
    }

    /// What ends the unit that is awaited in each step; whatever comes before it belongs to it and is not
    /// needed.
    std::size_t firstUnit(std::string_view input) const {
        static constexpr std::string_view kEnds[] = {"</stream:features>", "iq>", "/>",
                                                     "</stream:features>", "iq>", "</message>"};
        if (step_ == Step::Register) {
            return endOfAnswer(input);
        }
        const std::string_view end = kEnds[static_cast<std::size_t>(step_)];
        const std::size_t at = input.find(end);
        return at == std::string_view::npos ? 0 : at + end.size();
    }

    /// The answer to a registration is `<iq …/>`, or `<iq …>…</iq>` when the account exists already.
    static std::size_t endOfAnswer(std::string_view input) {
        const std::size_t tag = input.find('>');
        if (tag == std::string_view::npos || input[tag - 1] == '/') {
            return tag == std::string_view::npos ? 0 : tag + 1;
        }
        const std::size_t at = input.find("</iq>");
        return at == std::string_view::npos ? 0 : at + 5;
    }

    void handle(std::string_view unit) {
        switch (step_) {
            case Step::Features:
                step_ = Step::Register;
                write("<iq type='set' id='reg'><query xmlns='jabber:iq:register'><username>" + self() +
                      "</username><password>peer-load</password></query></iq>");
                break;
            case Step::Register:
                step_ = Step::Authenticate;
                write("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" +
                      base64(std::string(1, '\0') + self() + std::string(1, '\0') + "peer-load") + "</auth>");
                break;
            case Step::Authenticate:
                expect(unit, "<success");
                step_ = Step::FeaturesAgain;
                openStream();
                break;
            case Step::FeaturesAgain:
                step_ = Step::Bind;
                write(
                    "<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
                    "<resource>b</resource></bind></iq>");
                break;
            case Step::Bind:
                expect(unit, "<jid>");
                step_ = Step::Online;
                write("<presence/>");
                becomeReady();
                break;
            case Step::Online:
                message(unit);
                break;
        }
    }

    static void expect(std::string_view unit, std::string_view part) {
        if (unit.find(part) == std::string_view::npos) {
            fail("XMPP: no " + std::string(part) + " in " + std::string(unit));
        }
    }

    void message(std::string_view unit) {
        const std::size_t begin = unit.rfind("<message");
        const std::string_view stanza = unit.substr(begin);
        if (stanza.find("<error") != std::string_view::npos) {
            fail("XMPP: " + std::string(stanza));
        }
        if (const std::size_t receipt = stanza.find("<received"); receipt != std::string_view::npos) {
            acknowledged(asSlot(idAfter(stanza, receipt)));
        } else if (stanza.find("<request") != std::string_view::npos) {
            write("<message type='chat' to='" + other() +
                  "@localhost/b'><received xmlns='urn:xmpp:receipts' id='" + std::string(idAfter(stanza, 0)) +
                  "'/></message>");
        }
    }

    Step step_ = Step::Features;
};

}  // namespace

Protocol xmpp() {
    return {Opening::Tls, [](std::string& output, Place place, Session::Acknowledged acknowledged) {
                return std::make_unique<XmppSession>(output, place, std::move(acknowledged));
            }};
}

}  // namespace sesame::bench
