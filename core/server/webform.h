// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace antre {

/// Names and values, each name once: the first counts.
using WebFields = QHash<QString, QString>;

/// Of "a=b&c=d": an address' query, or a form's body (WHATWG URL, "application/x-www-form-
/// urlencoded parsing"). At most `fieldsMax` are read, and of each value `valueMax` characters.
[[nodiscard]] WebFields formFields(const QByteArray &text);
/// Of a Cookie header (RFC 6265, section 4.2.1).
[[nodiscard]] WebFields cookieFields(const QByteArray &header);

/// 128 bits as makeSecret() writes them: what phones, tickets and reservations are named by.
[[nodiscard]] bool isSecret(const QString &text);

/// A Set-Cookie header's value. Lax: other sites' forms and frames send none, links from a
/// scanned code do. No script reads it.
[[nodiscard]] QByteArray cookieHeader(const QString &name, const QString &value, int seconds,
    bool secure, const QString &path = QStringLiteral("/"),
    const QString &sameSite = QStringLiteral("Lax"));

constexpr int fieldsMax = 32;
constexpr qsizetype valueMax = 400;

} // namespace antre
