// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/result.h"

namespace antre {

/// Who the service is to its terminals: a self-signed certificate, made once for a site, which
/// every terminal knows by its fingerprint. No authority can expire, be hijacked or be unreachable.
struct TlsIdentity
{
    QByteArray pem; ///< private key and certificate
    QString fingerprint; ///< SHA-256 of the certificate (DER), 64 hexadecimal digits, lower case
};

/// The identity kept in `folder`/identity.pem (only its owner may read it), made at the first call:
/// EC P-256, ten years. Errors: Unavailable when the folder can't be written or the file not be
/// read; Corrupt when the file holds no key with its certificate: it is never replaced by itself,
/// because every terminal would turn away.
[[nodiscard]] Result<TlsIdentity> ensureTlsIdentity(const QString &folder, const Clock &clock);

} // namespace antre
