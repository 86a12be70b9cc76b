// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/people.h"
#include "wire/hostport.h"

namespace antre {

/// All that a device needs to be a terminal of a site, made by `antrectl terminal enrol` and
/// carried to the device by a person. It holds the token: readable by its owner only.
///
///     {"format":1,"host":"192.168.7.2","port":7443,"fingerprint":"9f2c…","terminal":"kiosk-1",
///      "kind":"kiosk","token":"…","mark":"1"}
///
/// "mark" is there for kiosks, "counter" for the consoles that always stand at the same counter.
/// Other keys are ignored; a changed meaning gets a new "format".
struct TerminalFile
{
    HostPort service;
    QString fingerprint; ///< SHA-256 of the service's certificate (DER), 64 hexadecimal digits,
                         ///< lower case
    TerminalId terminal;
    TerminalKind kind = TerminalKind::Kiosk;
    QString token;
    QString mark; ///< a kiosk's own letter or digit; else empty
    CounterId counter; ///< empty: the officer chooses when signing in
    friend bool operator==(const TerminalFile &, const TerminalFile &) = default;
};

[[nodiscard]] QByteArray terminalFileToBytes(const TerminalFile &file);
/// Errors: Invalid, with what is wrong; Unsupported for a newer format.
[[nodiscard]] Result<TerminalFile> terminalFileFromBytes(const QByteArray &bytes);

/// The same without the service's address, which who gets it knows better: a device that enrolled
/// by a code reached the service there.
[[nodiscard]] QByteArray terminalSettingsToBytes(const TerminalFile &file);
/// Error: Invalid.
[[nodiscard]] Result<TerminalFile> terminalFileFromSettings(
    const QByteArray &settings, const HostPort &service);

/// Errors: also NotFound and Unavailable, with the path.
[[nodiscard]] Result<TerminalFile> loadTerminalFile(const QString &path);
/// Replaces the file in one step; only its owner may read it. Error: Unavailable.
[[nodiscard]] Result<> saveTerminalFile(const QString &path, const TerminalFile &file);

} // namespace antre
