// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/hub_log_in.h"

#include "client/qt_text.h"

namespace sesame::client {

wire::pb::ClientFrame logInFrame(const AccountKeeper& account, const std::string& nonce,
                                 const ByteArray<32>& certificate) {
    const std::string handle = toStd(account.handle());
    Bytes text = toBytes(asBytes(nonce));
    text.insert(text.end(), certificate.begin(), certificate.end());
    const ByteView handleBytes = asBytes(handle);
    text.insert(text.end(), handleBytes.begin(), handleBytes.end());
    const std::string signature = toString(account.identity().sign("sesame login v1", text));

    wire::pb::ClientFrame frame;
    if (account.registered() && !account.isForgotten()) {
        frame.mutable_log_in()->set_handle(handle);
        frame.mutable_log_in()->set_signature(signature);
    } else {
        frame.mutable_register_()->set_handle(handle);
        frame.mutable_register_()->set_identity_key(toString(account.identity().publicKey().view()));
        frame.mutable_register_()->set_signature(signature);
    }
    return frame;
}

}  // namespace sesame::client
