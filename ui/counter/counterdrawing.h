// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "counter/counterview.h"

namespace antre {

/// Draws the parts of one view: the catalogue's texts in one language, times of one zone.
class CounterDrawing
{
public:
    /// REQUIRES: state.catalogue. The three must outlive it.
    CounterDrawing(const State &state, const Console &console, Instant now)
        : m_state(state)
        , m_catalogue(*state.catalogue)
        , m_console(console)
        , m_now(now)
    {
    }

    [[nodiscard]] Minutes local(Instant instant) const
    {
        return localTime(instant, m_catalogue.zone()).ofDay;
    }
    [[nodiscard]] QStringList agenciesOf(const CounterId &id) const;
    [[nodiscard]] CurrentTicket current(const Ticket &ticket) const;
    [[nodiscard]] std::vector<WaitingRow> waiting() const;
    /// The number that the call key would call; empty: nobody.
    [[nodiscard]] QString next() const;
    [[nodiscard]] std::vector<CounterId> alsoServing(const std::vector<LineId> &lines) const;
    [[nodiscard]] std::optional<HelpOffer> help() const;
    [[nodiscard]] std::vector<AsideRow> aside(const std::vector<LineId> &lines) const;
    [[nodiscard]] std::optional<PauseView> pause(const Desk &desk) const;
    [[nodiscard]] std::optional<UndoOffer> undo(const Desk &desk) const;
    /// Derived from the state, so that a console that was away or restarted says it, too.
    [[nodiscard]] std::optional<TakenBack> takenBack() const;
    [[nodiscard]] LateRefusal lateRefusal(const KeptPress &press) const;
    [[nodiscard]] const KeptPress *kept(const TicketId &ticket) const;
    [[nodiscard]] std::vector<CounterChoice> counterChoices() const;
    [[nodiscard]] std::vector<OfficerChoice> officerChoices() const;
    [[nodiscard]] std::optional<IssuedNumber> issued() const;
    [[nodiscard]] std::vector<DeskNews> news(const std::vector<LineId> &lines) const;
    /// All that is chosen from when a visitor gets a number.
    void addIssueChoices(CounterView &view) const;
    /// All that the officer chooses from while at work.
    void addChoices(CounterView &view) const;

private:
    [[nodiscard]] QString text(const LocalText &texts) const
    {
        return texts.in(m_console.language);
    }
    [[nodiscard]] SlipState slipOf(const Ticket &ticket) const;
    [[nodiscard]] QString serviceName(const ServiceId &id) const;
    [[nodiscard]] std::pair<QString, QString> classOf(const Ticket &ticket) const;
    [[nodiscard]] const Call *firstCall(const TicketId &ticket) const;
    [[nodiscard]] std::vector<std::pair<Deed, QString>> deeds(
        const DeskAction &action, const std::optional<Pause> &pause) const;
    [[nodiscard]] bool isClosed(const Service &service, Availability availability) const;
    [[nodiscard]] QString terminalName(const TerminalId &id) const;
    void addNews(std::vector<DeskNews> &news, const Terminal &terminal) const;
    [[nodiscard]] std::vector<KioskChoice> kiosks() const;
    [[nodiscard]] std::map<TerminalId, qint64> slipsLeft() const;
    [[nodiscard]] std::vector<ServiceChoice> services() const;

    const State &m_state;
    const Catalogue &m_catalogue;
    const Console &m_console;
    Instant m_now;
};

} // namespace antre
