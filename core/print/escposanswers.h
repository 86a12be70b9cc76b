// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <array>
#include <optional>
#include <variant>

namespace antre {

/// One byte that answers DLE EOT.
struct RealTimeStatus
{
    int bits = 0;
};
/// Four bytes that a printer sends by itself after GS a (automatic status back).
struct AutomaticStatus
{
    std::array<int, 4> bits{};
};
/// One byte that answers GS r in its turn.
struct StatusReceipt
{
    int bits = 0;
};
/// An answer with a name, `37 id data 00`: to GS ( H (id 0x22) and DLE DC4 8 (0x25); and to GS I,
/// `5F data 00` (id 0x5F).
struct NamedAnswer
{
    int id = 0;
    QByteArray data;
};
using EscposAnswer = std::variant<RealTimeStatus, AutomaticStatus, StatusReceipt, NamedAnswer>;

/// Takes apart what a printer sends. The kinds may come in any order and broken anywhere, and are
/// told apart by their fixed bits, x standing for any:
///
///     answer    = realTime | automatic | receipt | named
///     realTime  = 0xx1xx10
///     automatic = 0xx1xx00 0xx0xxxx 0xx0xxxx 0xx0xxxx
///     receipt   = 0xx0xxxx                  with bits 4 and 7 clear, but for 5F, see below
///     named     = 00110111 id data 00       37 begins no other
///               | 01011111 data 00          5F begins no other
///
/// From Epson's ESC/POS reference and Citizen's CT-S310 manual. Other bytes are dropped.
class EscposAnswers
{
public:
    void add(const QByteArray &bytes) { m_bytes += bytes; }
    void clear() { m_bytes.clear(); }
    /// The next whole answer; nothing: none, or not all of it yet.
    [[nodiscard]] std::optional<EscposAnswer> next();

private:
    [[nodiscard]] std::optional<EscposAnswer> takeNamed();
    [[nodiscard]] std::optional<EscposAnswer> takeAutomatic();

    QByteArray m_bytes;
};

} // namespace antre
