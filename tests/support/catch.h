// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one place that knows which Catch2 is there: 2.13 on Debian 12, 3 on Debian 13.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif

#include <QByteArray>
#include <QString>

namespace Catch {
/// Lets a failed CHECK print Qt's texts readably.
template <> struct StringMaker<QString>
{
    static std::string convert(const QString &text) { return '"' + text.toStdString() + '"'; }
};
template <> struct StringMaker<QByteArray>
{
    static std::string convert(const QByteArray &bytes) { return '"' + bytes.toStdString() + '"'; }
};
} // namespace Catch
