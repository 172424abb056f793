// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/agreement.h"

#include "crypto/checked.h"

namespace sesame::crypto {

AgreementPair generateAgreementPair(Random& random) {
    AgreementPair pair;
    random.fill(pair.privateKey.mutableView());
    must(crypto_scalarmult_base(out(pair.publicKey.value), in(pair.privateKey.view())));
    return pair;
}

Result<Key> agree(const Key& own, const AgreementPublic& theirs) {
    Key shared;
    if (!succeeded(crypto_scalarmult(out(shared.mutableView()), in(own.view()), in(theirs.value))))
        return Error{ErrorCode::Refused, "key of low order"};
    return shared;
}

bool isSoundIdentity(const PublicIdentity& identity) {
    return isYes(crypto_core_ed25519_is_valid_point(in(identity.value)));
}

Result<AgreementPublic> agreementForm(const PublicIdentity& identity) {
    AgreementPublic form;
    if (!isSoundIdentity(identity) ||
        !succeeded(crypto_sign_ed25519_pk_to_curve25519(out(form.value), in(identity.value))))
        return Error{ErrorCode::Refused, "unsound identity key"};
    return form;
}

}  // namespace sesame::crypto
