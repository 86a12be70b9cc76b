// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "domain/people.h"
#include "wire/hostport.h"

#include <optional>

namespace antre {

// How a device becomes a terminal by a code that a person carries to it: eight letters and digits,
// good for ten minutes and once. The code never travels. Both sides make a key of it (argon2id, so
// that trying all 2^40 codes takes years) and prove to each other that they have it, each proof
// bound to the certificate of the very connection: who sits between the two has another
// certificate, so neither side believes it. No certificate has to be known beforehand; a QR code
// names it all the same, and then another one is turned away before anything is said.
//
//     terminal  {"type":"enrol","nonce":"…"}
//     service   {"type":"enrolChallenge","salt":"…","nonce":"…"}
//     terminal  {"type":"redeem","proof":"…"}
//     service   {"type":"enrolled","settings":"{…}","proof":"…"}

/// A code as people get it: eight of the 32 signs that are not mistaken for each other.
[[nodiscard]] QString makeEnrolmentCode(Random &random);
/// "K7QF-3M2D", for reading aloud.
[[nodiscard]] QString spacedEnrolmentCode(const QString &code);
/// The code that somebody typed: small letters, gaps and hyphens don't matter, O is 0, I and L
/// are 1. Nothing if it can't be one.
[[nodiscard]] std::optional<QString> enrolmentCodeFromTyped(const QString &typed);

/// All that a device needs to become a terminal.
struct Invitation
{
    HostPort service;
    QString code; ///< as makeEnrolmentCode() makes it
    QString fingerprint
        = {}; ///< of the service's certificate, as in TerminalFile; empty: not known

    /// For a QR code, in its most compact letters: "ANTRE-ENROL/1/192.168.7.2:7443/K7QF3M2D/9F2C…".
    [[nodiscard]] QString text() const;
    /// What a scanner read. Invalid when it is no invitation.
    [[nodiscard]] static Result<Invitation> fromText(const QString &text);
    /// What a person typed; without a port the usual one is meant. Invalid "badAddress" or
    /// "badCode".
    [[nodiscard]] static Result<Invitation> fromTyped(const QString &address, const QString &code);
    friend bool operator==(const Invitation &, const Invitation &) = default;
};

/// What was said over one connection, which proofs are bound to.
struct EnrolmentTalk
{
    QString fingerprint; ///< of the certificate that the connection has, lower-case hexadecimal
    QString terminalNonce;
    QString serviceNonce;
};

/// Bytes that only who knows the code can make. Takes tens of milliseconds and 8 MiB on purpose.
/// Errors: Invalid for a salt that is none; Unavailable without memory.
[[nodiscard]] Result<QByteArray> enrolmentKey(const QString &code, const QString &salt);
/// A salt for enrolmentKey(), as text.
[[nodiscard]] QString makeEnrolmentSalt(Random &random);
/// The terminal's proof that it was given the code.
[[nodiscard]] QString terminalProof(const QByteArray &key, const EnrolmentTalk &talk);
/// The service's proof that it gave the code, and that `settings` come from it.
[[nodiscard]] QString serviceProof(
    const QByteArray &key, const EnrolmentTalk &talk, const QString &settings);
/// In constant time.
[[nodiscard]] bool isSameProof(const QString &a, const QString &b);

} // namespace antre
