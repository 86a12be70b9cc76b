// SPDX-License-Identifier: Apache-2.0
#include "domain/ticket.h"

#include <array>

namespace antre {

QString TicketNumber::text() const
{
    if (kioskMark.isEmpty())
        return line.value() + QStringLiteral("%1").arg(count, 3, 10, QLatin1Char('0'));
    return line.value() + kioskMark + QLatin1Char('-')
        + QStringLiteral("%1").arg(count, 2, 10, QLatin1Char('0'));
}

static bool isDigit(QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); }

std::optional<TicketNumber> TicketNumber::fromText(const QString &text)
{
    qsizetype digits = 0;
    while (digits < text.size() && isDigit(text[text.size() - 1 - digits]))
        ++digits;
    const QString count = text.last(digits);
    QString head = text.first(text.size() - digits);
    TicketNumber number;
    if (head.endsWith(QLatin1Char('-'))) {
        head.chop(1);
        if (head.size() < 2 || digits < 2)
            return std::nullopt;
        number.kioskMark = head.last(1);
        head.chop(1);
    } else if (digits < 3) {
        return std::nullopt;
    }
    for (const QChar c : head) {
        if (c < QLatin1Char('A') || c > QLatin1Char('Z'))
            return std::nullopt;
    }
    bool fits = false;
    number.count = count.toInt(&fits);
    if (head.isEmpty() || !fits || number.count < 1)
        return std::nullopt;
    number.line = LineId(head);
    return number;
}

namespace {

constexpr std::array ticketStates{std::pair{TicketState::Waiting, "waiting"},
    std::pair{TicketState::Called, "called"}, std::pair{TicketState::Serving, "serving"},
    std::pair{TicketState::Served, "served"}, std::pair{TicketState::NoShow, "noShow"},
    std::pair{TicketState::Parked, "parked"}, std::pair{TicketState::Cancelled, "cancelled"},
    std::pair{TicketState::Expired, "expired"}};

constexpr std::array slipStates{std::pair{SlipState::None, "none"},
    std::pair{SlipState::Pending, "pending"}, std::pair{SlipState::Printed, "printed"},
    std::pair{SlipState::Sent, "sent"}, std::pair{SlipState::Failed, "failed"},
    std::pair{SlipState::Unknown, "unknown"}};

static_assert(ticketStates.size() == size_t(TicketState::Expired) + 1);
static_assert(slipStates.size() == size_t(SlipState::Unknown) + 1);

template <typename Table, typename State> QString nameIn(const Table &table, State state)
{
    return QString::fromLatin1(table[size_t(state)].second);
}

template <typename State, size_t N>
std::optional<State> stateIn(
    const std::array<std::pair<State, const char *>, N> &table, const QString &name)
{
    for (const auto &[state, text] : table) {
        if (name == QLatin1String(text))
            return state;
    }
    return std::nullopt;
}

} // namespace

QString ticketStateName(TicketState state) { return nameIn(ticketStates, state); }

std::optional<TicketState> ticketStateFromName(const QString &name)
{
    return stateIn(ticketStates, name);
}

bool isOver(TicketState state)
{
    switch (state) {
    case TicketState::Served:
    case TicketState::NoShow:
    case TicketState::Cancelled:
    case TicketState::Expired:
        return true;
    case TicketState::Waiting:
    case TicketState::Called:
    case TicketState::Serving:
    case TicketState::Parked:
        return false;
    }
    return false;
}

QString slipStateName(SlipState state) { return nameIn(slipStates, state); }

std::optional<SlipState> slipStateFromName(const QString &name)
{
    return stateIn(slipStates, name);
}

} // namespace antre
