// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"
#include "sesame/net/ssl_context.h"

#include <filesystem>
#include <string>
#include <vector>

/// The hub's certificate: given as files, or made by the hub itself at its first start.
namespace sesame::hub {

using net::SslContext;

struct CertificateFiles {
    std::filesystem::path certificate;
    std::filesystem::path key;
};

/// Where a hub keeps the certificate it made itself.
CertificateFiles ownCertificate(const std::filesystem::path& dataDirectory);

/// Makes a key (EC P-256, file mode 0600) and a self-signed certificate for these names and addresses, unless
/// both files are there already.
Status ensureCertificate(const CertificateFiles& files, const std::string& name,
                         const std::vector<std::string>& addresses);

/// SHA-256 of the certificate's DER form: what clients pin.
Result<ByteArray<32>> certificateFingerprint(const std::filesystem::path& certificate);

/// A server context for TLS 1.2 and later.
Result<SslContext> makeTlsContext(const CertificateFiles& files);

}  // namespace sesame::hub
