// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/x3dh.h"

#include "sesame/crypto/kdf.h"

namespace sesame::crypto {
namespace {

constexpr std::string_view kInfo = "sesame x3dh v1";

/// Collects F ‖ DH1 ‖ DH2 ‖ DH3 [‖ DH4] and turns it into SK.
class KeyMaterial {
  public:
    KeyMaterial() { std::fill_n(bytes_.mutableView().begin(), 32, std::byte{0xff}); }

    Status add(const Key& own, const AgreementPublic& theirs) {
        SESAME_TRY_ASSIGN(const Key shared, agree(own, theirs));
        std::copy_n(shared.view().begin(), 32,
                    bytes_.mutableView().begin() + static_cast<std::ptrdiff_t>(size_));
        size_ += 32;
        return {};
    }

    /// KDF(KM): HKDF with a salt of zeros.
    Key derive() const {
        Key secret;
        hkdfSha256(ByteArray<32>{}, bytes_.view().first(size_), kInfo, secret.mutableView());
        return secret;
    }

  private:
    Secret<160> bytes_;
    std::size_t size_ = 32;
};

}  // namespace

Result<InitiatedSecret> x3dhInitiate(const Identity& own, const PrekeyBundle& bundle, Random& random) {
    if (!verifyPrekey(bundle.identity, bundle.signedPrekey, bundle.signedPrekeySignature))
        return Error{ErrorCode::Refused, "bad signature of a signed prekey"};
    SESAME_TRY_ASSIGN(const AgreementPublic theirIdentity, agreementForm(bundle.identity));
    const AgreementPair ephemeral = generateAgreementPair(random);

    KeyMaterial material;
    SESAME_TRY(material.add(own.agreementKey(), bundle.signedPrekey));    // DH1 = DH(IK_A, SPK_B)
    SESAME_TRY(material.add(ephemeral.privateKey, theirIdentity));        // DH2 = DH(EK_A, IK_B)
    SESAME_TRY(material.add(ephemeral.privateKey, bundle.signedPrekey));  // DH3 = DH(EK_A, SPK_B)
    InitialHeader header{own.publicKey(), ephemeral.publicKey, bundle.signedPrekeyId, std::nullopt};
    if (bundle.oneTime) {
        SESAME_TRY(material.add(ephemeral.privateKey, bundle.oneTime->key));  // DH4 = DH(EK_A, OPK_B)
        header.oneTimePrekeyId = bundle.oneTime->id;
    }
    return InitiatedSecret{material.derive(), header};
}

Result<AcceptedSecret> x3dhAccept(const Identity& own, const InitialHeader& header,
                                  const Session::PrekeySource& prekeys) {
    SESAME_TRY_ASSIGN(const AgreementPublic theirIdentity, agreementForm(header.identity));
    std::optional<PrekeyPair> signedPrekey = prekeys.signedPrekey(header.signedPrekeyId);
    if (!signedPrekey)
        return Error{ErrorCode::NotFound, "unknown signed prekey"};
    std::optional<PrekeyPair> oneTime;
    if (header.oneTimePrekeyId) {
        oneTime = prekeys.oneTimePrekey(*header.oneTimePrekeyId);
        if (!oneTime)
            return Error{ErrorCode::NotFound, "unknown one-time prekey"};
    }

    KeyMaterial material;
    SESAME_TRY(material.add(signedPrekey->privateKey, theirIdentity));     // DH1 = DH(IK_A, SPK_B)
    SESAME_TRY(material.add(own.agreementKey(), header.ephemeral));        // DH2 = DH(EK_A, IK_B)
    SESAME_TRY(material.add(signedPrekey->privateKey, header.ephemeral));  // DH3 = DH(EK_A, SPK_B)
    if (oneTime)
        SESAME_TRY(material.add(oneTime->privateKey, header.ephemeral));  // DH4 = DH(EK_A, OPK_B)
    return AcceptedSecret{material.derive(), {std::move(signedPrekey->privateKey), signedPrekey->publicKey}};
}

}  // namespace sesame::crypto
