// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/agreement.h"
#include "crypto/envelope.h"

#include "sesame/crypto/session.h"

/// The key agreement of https://signal.org/docs/specifications/x3dh/ with X25519, SHA-256 and
/// info "sesame x3dh v1".
namespace sesame::crypto {

/// What Alice has after reading Bob's bundle: SK and the header that lets Bob find it too.
struct InitiatedSecret {
    Key secret;
    InitialHeader header;
};

Result<InitiatedSecret> x3dhInitiate(const Identity& own, const PrekeyBundle& bundle, Random& random);

/// What Bob has after reading Alice's header: SK and the signed prekey that it was made with.
struct AcceptedSecret {
    Key secret;
    AgreementPair signedPrekey;
};

/// NotFound when a prekey that the header names does not exist (any more).
Result<AcceptedSecret> x3dhAccept(const Identity& own, const InitialHeader& header,
                                  const Session::PrekeySource& prekeys);

}  // namespace sesame::crypto
