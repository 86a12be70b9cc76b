// SPDX-License-Identifier: Apache-2.0
#include "server/tlsidentity.h"

#include <QFile>
#include <QSaveFile>

#include <memory>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace antre {

namespace {

template <auto release> struct Release
{
    template <typename T> void operator()(T *object) const { release(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Release<X509_free>>;
using Bio = std::unique_ptr<BIO, Release<BIO_free>>;
using Number = std::unique_ptr<BIGNUM, Release<BN_free>>;

constexpr Milliseconds day = std::chrono::hours(24);
constexpr int validDays = 3650;
constexpr int serialBits = 120;
constexpr qint64 maxPemBytes = 64 * 1024;

std::time_t toTime(Instant instant)
{
    return std::time_t(
        std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count());
}

bool setSerial(X509 *certificate)
{
    const Number number(BN_new());
    return number && BN_rand(number.get(), serialBits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1
        && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

/// RFC 5280. Names mean nothing here: terminals compare the fingerprint.
Certificate selfSigned(EVP_PKEY *key, Instant now)
{
    Certificate certificate(X509_new());
    X509 *x = certificate.get();
    X509_NAME *name = x ? X509_get_subject_name(x) : nullptr;
    const auto *common = reinterpret_cast<const unsigned char *>("antre-service");
    // From yesterday on: a terminal's clock may be behind.
    const bool made = name && X509_set_version(x, X509_VERSION_3) == 1 && setSerial(x)
        && ASN1_TIME_set(X509_getm_notBefore(x), toTime(now - day))
        && ASN1_TIME_set(X509_getm_notAfter(x), toTime(now + validDays * day))
        && X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, common, -1, -1, 0) == 1
        && X509_set_issuer_name(x, name) == 1 && X509_set_pubkey(x, key) == 1
        && X509_sign(x, key, EVP_sha256()) > 0;
    return made ? std::move(certificate) : Certificate();
}

QString fingerprintOf(const X509 *certificate)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (X509_digest(certificate, EVP_sha256(), digest, &size) != 1)
        return {};
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(digest), qsizetype(size)).toHex());
}

Result<QByteArray> makePem(const Clock &clock)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate = key ? selfSigned(key.get(), clock.wall()) : Certificate();
    const Bio out(BIO_new(BIO_s_mem()));
    if (!certificate || !out
        || PEM_write_bio_PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr)
            != 1
        || PEM_write_bio_X509(out.get(), certificate.get()) != 1)
        return failure(
            ErrorCode::Unavailable, QStringLiteral("OpenSSL could not make a certificate"));
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(out.get(), &bytes);
    return QByteArray(bytes, qsizetype(size));
}

Result<TlsIdentity> readPem(const QByteArray &pem, const QString &path)
{
    const Bio keyIn(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    const Bio certificateIn(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    const Key key(PEM_read_bio_PrivateKey(keyIn.get(), nullptr, nullptr, nullptr));
    const Certificate certificate(
        PEM_read_bio_X509(certificateIn.get(), nullptr, nullptr, nullptr));
    if (!key || !certificate || X509_check_private_key(certificate.get(), key.get()) != 1)
        return failure(ErrorCode::Corrupt,
            path + QStringLiteral(" holds no key with its certificate"), QStringLiteral("damaged"));
    return TlsIdentity{pem, fingerprintOf(certificate.get())};
}

} // namespace

Result<TlsIdentity> ensureTlsIdentity(const QString &folder, const Clock &clock)
{
    const QString path = folder + QStringLiteral("/identity.pem");
    QFile file(path);
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return failure(
                ErrorCode::Unavailable, path + QStringLiteral(": ") + file.errorString());
        return readPem(file.read(maxPemBytes), path);
    }
    const auto pem = makePem(clock);
    if (!pem)
        return tl::unexpected(pem.error());
    QSaveFile out(path);
    // Narrowed before the key is in it.
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || out.write(*pem) < 0 || !out.commit())
        return failure(ErrorCode::Unavailable, path + QStringLiteral(": ") + out.errorString());
    return readPem(*pem, path);
}

} // namespace antre
