// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehearsal/console.h"
#include "rehearsal/hall.h"
#include "rehearsal/kiosk.h"
#include "rehearsal/progress.h"
#include "rehearsal/reconciliation.h"
#include "rehearsal/serviceprocess.h"
#include "service/sitesetup.h"

namespace antre {

struct RehearsalPlan
{
    CataloguePtr catalogue;
    DayPlan day;
    quint64 seed = 1;
    double speed = 1000; ///< how many times as fast as a real day
    int kiosks = 2;
    int crashes = 0; ///< how often the service is killed in the middle of the day
    QString folder; ///< the site's; empty or not there yet
    QString fingerprint; ///< of the certificate in it
    QString serviceProgram;
};

/// What came out of a day.
struct RehearsalReport
{
    Reconciliation books;
    std::map<QString, int> refusals; ///< visitors without a number: why, how many
    int ownNumbers = 0; ///< given by kiosks without the service
    Figures touchToNumber; ///< real time
    Figures callToDisplay; ///< real time
    Figures waits; ///< from touch to call, on the site's clocks
    Milliseconds took{0}; ///< real time from the first arrival to the last visitor's end
    int busiestSecond = 0; ///< numbers given in one real second
    std::optional<DayClosed>
        end; ///< as the journal has it; absent: the service did not end the day
};

/// Plays one day, until the service has ended it by the catalogue's rule. Needs an event loop.
class Rehearsal : public QObject
{
    Q_OBJECT

public:
    explicit Rehearsal(RehearsalPlan plan);
    ~Rehearsal() override;

    /// Makes the site with its terminals and officers, then starts the day; finished() or failed()
    /// follows, unless the site can't be made.
    [[nodiscard]] Result<> start();

Q_SIGNALS:
    void progressed(const DayProgress &progress);
    void finished(const RehearsalReport &report);
    /// The rehearsal could not be played to its end.
    void failed(const QString &why);

private:
    [[nodiscard]] Result<> setUp();
    [[nodiscard]] Result<> enrol(
        SiteSetup &site, const TerminalId &id, TerminalKind kind, const QString &mark);
    void openDoors(const QUrl &service);
    void waitForTerminals();
    void signInNext(size_t index);
    void sendVisitors();
    void planCrashes();
    void arrive(const Visit &visit);
    void touched(const TicketId &ticket, const Visit &visit);
    void leaveIfWaiting(const TicketId &ticket, const Visit &visit);
    void tick();
    [[nodiscard]] DayProgress progress() const;
    [[nodiscard]] bool isOver() const;
    void closeDoors();
    void awaitDayEnd();
    [[nodiscard]] Milliseconds dayEndTimeout() const;
    void stopService();
    void report();
    void fail(const QString &why);

    const RehearsalPlan m_plan;
    const DayHours m_hours;
    SystemClock m_machine;
    ClockRate m_rate;
    std::unique_ptr<RatedClock> m_clock;
    std::unique_ptr<Pace> m_pace;
    SeededRandom m_random;
    std::map<TerminalId, TerminalFile> m_files;
    std::vector<Visit> m_visits;
    std::unique_ptr<Surroundings> m_around;
    People m_people;
    size_t m_arrived = 0;
    size_t m_open = 0; ///< counters not yet closed in the evening
    bool m_began = false; ///< all terminals are there, all officers sit
    bool m_closing = false;
    Milliseconds m_firstArrival{0};
    Milliseconds m_lastEnd{0};
    QTimer m_tick;
    ServiceProcess m_service;
    // Last, so first to go: they use all of the above.
    std::vector<std::unique_ptr<RehearsedKiosk>> m_kiosks;
    std::vector<std::unique_ptr<RehearsedConsole>> m_consoles;
    std::unique_ptr<RehearsedHall> m_hall;
};

} // namespace antre
