// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/event.h"

namespace antre {

/// A visitor's wish. The command's id is the ticket's id: repeated, it is the same ticket.
struct IssueTicket
{
    ServiceId service;
    ClassId priority; ///< empty: the class nobody has to ask for
    QString language;
    QString secret;
    Instant touchedAt; ///< corrected by the terminal's measured clock offset
    friend bool operator==(const IssueTicket &, const IssueTicket &) = default;
};

/// A slip with this number is in a hand: the kiosk's own number, or one of the service's that a
/// journal restored from an older copy no longer knows. Never refused for hours, quota or a dropped
/// line: paper wins. Of a day that is over, by its date and by its touch, it is kept as a fact. The
/// command's id names this report; the ticket is the one that was wanted.
struct ReportPaper
{
    TicketId ticket;
    TicketNumber number;
    ServiceId service;
    ClassId priority;
    QString language;
    QString secret;
    Instant touchedAt;
    BusinessDay day; ///< the day printed on the slip
    friend bool operator==(const ReportPaper &, const ReportPaper &) = default;
};

struct ReportSlip
{
    TicketId ticket;
    SlipState slip = SlipState::Unknown;
    friend bool operator==(const ReportSlip &, const ReportSlip &) = default;
};

struct OpenCounter
{
    CounterId counter;
    friend bool operator==(const OpenCounter &, const OpenCounter &) = default;
};

struct CloseCounter
{
    CounterId counter;
    friend bool operator==(const CloseCounter &, const CloseCounter &) = default;
};

/// Done with the present visitor, if one is being served, and the next one please.
struct CallNext
{
    CounterId counter;
    friend bool operator==(const CallNext &, const CallNext &) = default;
};

/// What an officer does with the ticket at the counter. The ticket is named, so that a press that
/// arrives late can't hit the next visitor.
struct CallAgain
{
    CounterId counter;
    TicketId ticket;
    friend bool operator==(const CallAgain &, const CallAgain &) = default;
};

struct StartServing
{
    CounterId counter;
    TicketId ticket;
    friend bool operator==(const StartServing &, const StartServing &) = default;
};

struct FinishServing
{
    CounterId counter;
    TicketId ticket;
    friend bool operator==(const FinishServing &, const FinishServing &) = default;
};

struct MarkNoShow
{
    CounterId counter;
    TicketId ticket;
    friend bool operator==(const MarkNoShow &, const MarkNoShow &) = default;
};

/// The ticket leaves the queue. A person decided that: its holder, or an officer who looked; or it
/// is the wish of a visitor who never got a number, taken back by the kiosk that knows.
struct CancelTicket
{
    TicketId ticket;
    friend bool operator==(const CancelTicket &, const CancelTicket &) = default;
};

struct PublishCatalogue
{
    CataloguePtr catalogue;
    friend bool operator==(const PublishCatalogue &a, const PublishCatalogue &b)
    {
        return a.catalogue == b.catalogue
            || (a.catalogue && b.catalogue && *a.catalogue == *b.catalogue);
    }
};

struct EnrolTerminal
{
    Terminal terminal;
    friend bool operator==(const EnrolTerminal &, const EnrolTerminal &) = default;
};

struct RevokeTerminal
{
    TerminalId terminal;
    friend bool operator==(const RevokeTerminal &, const RevokeTerminal &) = default;
};

struct RegisterOfficer
{
    Officer officer;
    friend bool operator==(const RegisterOfficer &, const RegisterOfficer &) = default;
};

using CommandData = std::variant<IssueTicket, ReportPaper, ReportSlip, OpenCounter, CloseCounter,
    CallNext, CallAgain, StartServing, FinishServing, MarkNoShow, CancelTicket, PublishCatalogue,
    EnrolTerminal, RevokeTerminal, RegisterOfficer>;

/// A wish with its name and sender. The same id again is the same wish, however late it comes.
struct Command
{
    CommandId id;
    Actor by;
    CommandData data;
    friend bool operator==(const Command &, const Command &) = default;
};

} // namespace antre
