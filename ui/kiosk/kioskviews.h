// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/availabilitywords.h"
#include "common/notestrip.h"
#include "kiosk/kioskscreen.h"
#include "search/servicefinder.h"

#include <QCoreApplication>

#include <variant>

namespace antre {

struct Note
{
    NoteKind kind = NoteKind::Plain;
    QString icon;
    QString markup;
    friend bool operator==(const Note &, const Note &) = default;
};

/// Picture, letter and word: how an agency is always named.
struct AgencyHead
{
    QString icon;
    QString code;
    QString shortName;
    QString fullName;
    friend bool operator==(const AgencyHead &, const AgencyHead &) = default;
};

struct AgencyTile
{
    AgencyId id;
    AgencyHead head;
    QString about;
    QString why; ///< why it is closed, in full; empty: it is open
    QString whyShort; ///< the same without the mall's reason
    QString whyBrief; ///< the same where space is short
    [[nodiscard]] bool isClosed() const { return !why.isEmpty(); }
    friend bool operator==(const AgencyTile &, const AgencyTile &) = default;
};

/// A question with two answers to somebody who may stand here; all others just go on.
struct QuestionView
{
    enum class About {
        Slip, ///< the last visitor before the kiosk went out: did it come out?
        Roll, ///< who opened or filled a printer: which roll is in it?
    };
    About about = About::Slip;
    QString number; ///< empty: it is about none
    QString question;
    QString whom; ///< by which those it concerns know it, and others that it isn't for them
    QString no;
    QString noIcon;
    QString yes;
    QString yesIcon;
    friend bool operator==(const QuestionView &, const QuestionView &) = default;
};

struct StartView
{
    QString mall;
    QString mallShort;
    std::optional<Note> note;
    std::optional<QuestionView> question;
    std::vector<AgencyTile> agencies;
    QString lastSlip; ///< on the key of the visitor just gone; empty: there is none
    QImage phoneCode; ///< for whoever gets no slip here; null: none to offer
    bool scan = false; ///< codes can be read here
    friend bool operator==(const StartView &, const StartView &) = default;
};

struct ServiceRow
{
    ServiceId id;
    QString name;
    QString price; ///< "Gratis" or "Berbiaya"
    QString fee; ///< in full
    QString why; ///< why no number can be taken; empty: it can
    [[nodiscard]] bool isClosed() const { return !why.isEmpty(); }
    friend bool operator==(const ServiceRow &, const ServiceRow &) = default;
};

/// The queue in words; the picture is made from `ahead`.
struct QueueView
{
    std::optional<int> ahead = 0; ///< absent: not known
    QString headline; ///< "8 orang di depan Anda"
    QString wait; ///< "35–55 menit"; empty: not known
    QString calledAt; ///< "10.15–10.40"; empty with `wait`
    QString remark; ///< how old the figures are, or why there is no estimate; may be empty
    friend bool operator==(const QueueView &, const QueueView &) = default;
};

struct ServicesView
{
    AgencyHead head;
    std::optional<Note> note;
    QString waiting; ///< a sentence, with markup
    QString waitingOnly; ///< "8 orang menunggu."
    QueueView queue;
    std::vector<ServiceRow> rows;
    friend bool operator==(const ServicesView &, const ServicesView &) = default;
};

/// What a search found: a service, or an agency with all of its services.
struct FoundRow
{
    AgencyId agency;
    ServiceId service; ///< empty: the agency itself
    QString icon;
    QString name; ///< with what was typed in <b>
    QString where; ///< "Dukcapil · kode B"; empty where only the name is shown
    QString said; ///< the everyday word that was meant, in quotes; empty: the name says it
    QString why; ///< why no number can be taken; empty: it can
    [[nodiscard]] bool isClosed() const { return !why.isEmpty(); }
    friend bool operator==(const FoundRow &, const FoundRow &) = default;
};

struct SearchView
{
    QString query;
    QString title; ///< "<b>3 services</b> for “ktp”"; empty: see `note`
    QString count; ///< "3 services", where the title is too long; may be empty
    std::optional<Note> note; ///< nothing was found
    std::vector<FoundRow> found;
    std::vector<FoundRow> maybe;
    std::vector<FoundRow> frequent; ///< offered while nothing is found
    friend bool operator==(const SearchView &, const SearchView &) = default;
};

struct Fact
{
    QString icon;
    QString label;
    QString value;
    friend bool operator==(const Fact &, const Fact &) = default;
};

struct PriorityOption
{
    ClassId id;
    QString name;
    QString icon;
    friend bool operator==(const PriorityOption &, const PriorityOption &) = default;
};

/// Why no number can be taken, and what to do instead.
struct ClosedView
{
    QString icon;
    QString title;
    QString reopens; ///< "Besok, Jumat pukul 08.00"; empty: not known
    QString instead = {}; ///< what to do meanwhile; may be empty
    QString detail = {}; ///< good to know where there is room; may be empty
    friend bool operator==(const ClosedView &, const ClosedView &) = default;
};

struct ServiceView
{
    ServiceId id;
    AgencyHead head;
    QString name;
    std::vector<Fact> facts;
    QStringList requirements;
    std::optional<Note> note;
    std::optional<ClosedView> closed; ///< present: instead of queue and priorities
    QueueView queue;
    std::vector<PriorityOption> priorities;
    friend bool operator==(const ServiceView &, const ServiceView &) = default;
};

/// What a code is, in words.
struct ScanFound
{
    bool isKnown = false; ///< a ticket, and not a riddle
    QString icon;
    QString number; ///< empty: none
    QString service;
    QString title;
    QString detail; ///< may be empty
    bool mayPrint = false;
    friend bool operator==(const ScanFound &, const ScanFound &) = default;
};

struct ScanView
{
    bool camera = false; ///< there is something to see
    QString title;
    QString hint;
    QString how; ///< how to use the reader
    std::optional<ScanFound> found;
    friend bool operator==(const ScanView &, const ScanView &) = default;
};

struct IssuingView
{
    friend bool operator==(const IssuingView &, const IssuingView &) = default;
};

struct IssuedView
{
    enum class Paper {
        Coming, ///< take it below the screen
        Failed, ///< certainly none: keep the number in another way
        Unknown, ///< only the visitor can see whether it came
        None, ///< no slip is made here
    };
    QString number;
    QString service;
    QString agency;
    Paper paper = Paper::Coming;
    std::optional<Note> note;
    std::optional<QueueView> queue;
    bool staffKnow = true; ///< of a slip that failed; false: somebody must tell them
    QString take; ///< where to take the slip, with Paper::Coming
    bool isElsewhere = false; ///< not below the screen
    bool mayTryAgain = false; ///< with Paper::Failed and Paper::Coming
    QImage slip;
    QImage code;
    friend bool operator==(const IssuedView &, const IssuedView &) = default;
};

/// What a lobby sees where nobody stands.
struct AttractView
{
    struct Offer
    {
        QString icon;
        QString name;
        QString about;
        friend bool operator==(const Offer &, const Offer &) = default;
    };
    QString mall;
    QString clock;
    QString date;
    QStringList invitations; ///< "Touch the screen", in each of the mall's languages, its own first
    std::vector<Offer> offers;
    bool isDark = false; ///< no number can be taken
    QString closed = {}; ///< with isDark: why, and when again
    friend bool operator==(const AttractView &, const AttractView &) = default;
};

/// What staff should see to here, most urgent first; empty when all is well.
struct StaffView
{
    QString icon;
    QStringList parts;
    friend bool operator==(const StaffView &, const StaffView &) = default;
};

using PageView = std::variant<StartView, SearchView, ServicesView, ServiceView, IssuingView,
    IssuedView, ScanView>;

/// Makes words from values, in the language that the translators in force and `language` name.
/// Pure, but for tr().
class KioskViews
{
    Q_DECLARE_TR_FUNCTIONS(KioskViews)
public:
    KioskViews(const KioskScreen &screen, const QString &language);

    [[nodiscard]] StartView start() const;
    [[nodiscard]] SearchView search(const ServiceFinder &finder, const QString &query) const;
    [[nodiscard]] ServicesView services(const AgencyId &agency) const;
    [[nodiscard]] ServiceView service(const ServiceId &service) const;
    [[nodiscard]] IssuedView issued(const IssuedTicket &ticket) const;
    [[nodiscard]] ScanView scan() const;
    /// `inLanguage`: the program's words in another language than the present one.
    [[nodiscard]] AttractView attract() const;

    [[nodiscard]] QString clock() const;
    [[nodiscard]] QString date() const;
    [[nodiscard]] QString shortDate() const;
    [[nodiscard]] StaffView staff() const;
    /// How much longer the question stands, as a sentence or, in brief, as a few words; empty: for
    /// good.
    [[nodiscard]] QString questionLeft(bool brief) const;

private:
    [[nodiscard]] AgencyHead head(const Agency &agency) const;
    [[nodiscard]] AgencyTile tile(const Agency &agency) const;
    [[nodiscard]] FoundRow foundRow(const FoundService &found) const;
    [[nodiscard]] FoundRow foundRow(const AgencyId &id) const;
    [[nodiscard]] FoundRow frequentRow(const ServiceId &id) const;
    [[nodiscard]] QString searchTitle(const Findings &findings, const QString &query) const;
    [[nodiscard]] ServiceRow row(const Service &service) const;
    [[nodiscard]] std::vector<Fact> facts(const Service &service) const;
    [[nodiscard]] QueueView queue(const Agency &agency) const;
    [[nodiscard]] QueueView queueOf(
        std::optional<int> ahead, const std::optional<WaitRange> &wait) const;
    [[nodiscard]] QString age() const;
    [[nodiscard]] std::optional<QuestionView> question() const;
    [[nodiscard]] QuestionView reprint(const ReprintOffer &offer) const;
    [[nodiscard]] QString lastSlip() const;
    [[nodiscard]] QuestionView roll(const RollAsked &asked) const;
    [[nodiscard]] QString takeText(const IssuedTicket &ticket) const;
    [[nodiscard]] QStringList printerNews(bool urgent) const;
    [[nodiscard]] ScanFound scanFound(const ScanFinding &finding) const;
    [[nodiscard]] std::pair<QString, QString> checkInWords(const ScanFinding &finding) const;
    [[nodiscard]] std::pair<QString, QString> scanStateWords(const ScanFinding &finding) const;
    [[nodiscard]] ClosedView shut() const;
    [[nodiscard]] QString diskText() const;
    [[nodiscard]] std::optional<Note> closedNote() const;
    [[nodiscard]] std::optional<Note> printerNote() const;
    [[nodiscard]] ClosedView closed(const ServiceStatus &status, const Service &service) const;
    [[nodiscard]] std::optional<Note> restNote(
        const ServiceStatus &status, const LineNow &line) const;
    [[nodiscard]] std::optional<Note> startNote() const;
    [[nodiscard]] QString aheadText(std::optional<int> ahead) const;
    [[nodiscard]] QString waitingText(std::optional<int> waiting) const;
    [[nodiscard]] QString rangeText(const WaitRange &wait) const;
    [[nodiscard]] QString calledText(const WaitRange &wait) const;
    [[nodiscard]] QString slipFailedText(const IssuedTicket &ticket) const;

    const KioskScreen &m_screen;
    QString m_language;
    AvailabilityWords m_words;
};

} // namespace antre
