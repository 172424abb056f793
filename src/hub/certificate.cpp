// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/certificate.h"

#include "sesame/crypto/hash.h"

#include <fcntl.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include <cstring>

namespace sesame::hub {
namespace {

constexpr long kValidSeconds = 20L * 365 * 24 * 3600;

struct Free {
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

Error tlsError(const std::string& what) {
    const auto code = ERR_get_error();
    ERR_clear_error();
    const char* reason =
        ERR_SYSTEM_ERROR(code) ? std::strerror(ERR_GET_REASON(code)) : ERR_reason_error_string(code);
    return Error{ErrorCode::Io, what + ": " + (reason == nullptr ? "no reason given" : reason)};
}

Status writeFile(const std::filesystem::path& path, BIO* content, mode_t mode) {
    char* data = nullptr;
    const auto size = static_cast<std::size_t>(BIO_get_mem_data(content, &data));
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode);
    if (file < 0)
        return Error{ErrorCode::Io, "Cannot write " + path.string() + ": " + std::strerror(errno)};
    const bool written = ::write(file, data, size) == static_cast<ssize_t>(size) && ::fsync(file) == 0;
    const int why = errno;
    ::close(file);
    if (!written)
        return Error{ErrorCode::Io, "Cannot write " + path.string() + ": " + std::strerror(why)};
    return {};
}

bool addExtension(X509* certificate, int kind, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Owned<X509_EXTENSION> extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerial(X509* certificate) {
    BIGNUM* serial = BN_new();
    const bool done = serial != nullptr && BN_rand(serial, 120, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
                      BN_to_ASN1_INTEGER(serial, X509_get_serialNumber(certificate)) != nullptr;
    BN_free(serial);
    return done;
}

// What has no place in a list of names ("," and ":" separate there) is left out; clients pin the fingerprint.
std::string alternativeNames(const std::string& name, const std::vector<std::string>& addresses) {
    std::string out = "DNS:localhost,IP:127.0.0.1,IP:::1";
    if (!name.empty() &&
        name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-") ==
            std::string::npos)
        out += ",DNS:" + name;
    for (const auto& address : addresses)
        out += ",IP:" + address;
    return out;
}

Result<Owned<X509>> selfSigned(EVP_PKEY* key, const std::string& name,
                               const std::vector<std::string>& addresses) {
    Owned<X509> certificate(X509_new());
    X509* raw = certificate.get();
    if (raw == nullptr || X509_set_version(raw, X509_VERSION_3) != 1 || !setSerial(raw))
        return tlsError("Cannot make a certificate");
    // A day back, for clients whose clock is slow.
    X509_gmtime_adj(X509_getm_notBefore(raw), -24L * 3600);
    X509_gmtime_adj(X509_getm_notAfter(raw), kValidSeconds);
    X509_NAME* subject = X509_get_subject_name(raw);
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name.substr(0, 64).c_str()), -1, -1, 0);
    if (X509_set_issuer_name(raw, subject) != 1 || X509_set_pubkey(raw, key) != 1 ||
        !addExtension(raw, NID_basic_constraints, "critical,CA:FALSE") ||
        !addExtension(raw, NID_ext_key_usage, "serverAuth") ||
        !addExtension(raw, NID_subject_alt_name, alternativeNames(name, addresses)) ||
        X509_sign(raw, key, EVP_sha256()) == 0)
        return tlsError("Cannot make a certificate");
    return certificate;
}

}  // namespace

CertificateFiles ownCertificate(const std::filesystem::path& dataDirectory) {
    return {dataDirectory / "certificate.pem", dataDirectory / "certificate-key.pem"};
}

Status ensureCertificate(const CertificateFiles& files, const std::string& name,
                         const std::vector<std::string>& addresses) {
    std::error_code ignored;
    // The certificate is written last, so if it is there the key is whole.
    if (std::filesystem::exists(files.certificate, ignored))
        return {};
    const Owned<EVP_PKEY> key(EVP_EC_gen("P-256"));
    if (!key)
        return tlsError("Cannot make a key");
    SESAME_TRY_ASSIGN(const auto certificate, selfSigned(key.get(), name, addresses));
    const Owned<BIO> keyText(BIO_new(BIO_s_mem()));
    const Owned<BIO> certificateText(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1 ||
        PEM_write_bio_X509(certificateText.get(), certificate.get()) != 1)
        return tlsError("Cannot make a certificate");
    SESAME_TRY(writeFile(files.key, keyText.get(), 0600));
    return writeFile(files.certificate, certificateText.get(), 0644);
}

Result<ByteArray<32>> certificateFingerprint(const std::filesystem::path& path) {
    const Owned<BIO> file(BIO_new_file(path.c_str(), "r"));
    const Owned<X509> certificate(file ? PEM_read_bio_X509(file.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!certificate)
        return tlsError("Cannot read the certificate " + path.string());
    unsigned char* der = nullptr;
    const int size = i2d_X509(certificate.get(), &der);
    if (size <= 0)
        return tlsError("Cannot read the certificate " + path.string());
    const auto fingerprint =
        crypto::sha256({reinterpret_cast<const std::byte*>(der), static_cast<std::size_t>(size)});
    OPENSSL_free(der);
    return fingerprint;
}

Result<SslContext> makeTlsContext(const CertificateFiles& files) {
    SslContext context(SSL_CTX_new(TLS_server_method()));
    SSL_CTX* raw = context.get();
    if (raw == nullptr || SSL_CTX_set_min_proto_version(raw, TLS1_2_VERSION) != 1)
        return tlsError("Cannot set up TLS");
    SSL_CTX_set_options(raw, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    // Clients keep their connection for hours: resuming sessions would cost memory and gain nothing.
    SSL_CTX_set_session_cache_mode(raw, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(raw, 0);
    SSL_CTX_set_options(raw, SSL_OP_NO_TICKET);
    SSL_CTX_set_mode(
        raw, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    if (SSL_CTX_use_certificate_chain_file(raw, files.certificate.c_str()) != 1)
        return tlsError("Cannot use the certificate " + files.certificate.string());
    if (SSL_CTX_use_PrivateKey_file(raw, files.key.c_str(), SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_check_private_key(raw) != 1)
        return tlsError("Cannot use the key " + files.key.string());
    return context;
}

}  // namespace sesame::hub
