// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fault/books.h"
#include "fault/child.h"
#include "fault/hearinghall.h"
#include "rehearsal/console.h"
#include "wire/terminalfile.h"

#include <QTemporaryDir>

#include <memory>
#include <set>

namespace antre::test {

/// Lets the world go on for a while: what a fault lasts, not what is waited for.
void letPass(Milliseconds time);

struct MallPlan
{
    quint64 seed = 1;
    int kiosks = 3;
    Milliseconds pause{40}; ///< between a kiosk's visitors, on average
    QString serviceHost = QStringLiteral("127.0.0.1");
    QStringList serviceInside = {}; ///< see Child::start
    QStringList kioskInside = {};
    QString siteFolder = {}; ///< empty: in the mall's own folder; as the service sees it
    QString kioskFolder = {}; ///< the same for the kiosks
};

/// What a living kiosk says.
struct KioskView
{
    QString link; ///< "up", "down" ...
    QString disk; ///< why its disk took nothing last time; empty: it did
    bool resting = false; ///< nobody touches and no slip is on its way
    int unsettled = 0;
    int gave = 0; ///< numbers, since the mall was opened
    int gaveOwn = 0; ///< of them from its own series
    Milliseconds slowest{0}; ///< from a touch to its number
    std::map<QString, int> refusals;
};

/// A small mall of real processes: antre-service, kiosks that are touched, a receipt printer for
/// each of them; and in the test itself a counter's console and a hall that listens. It is Monday,
/// nine o'clock. Each process can be killed, frozen and started again; all end with this object.
class ProcessMall
{
public:
    explicit ProcessMall(MallPlan plan);
    ~ProcessMall();

    /// Returns when it serves; on the same port each time.
    void startService();
    void killService();
    [[nodiscard]] Child &service() { return m_service; }
    [[nodiscard]] quint16 servicePort() const { return m_port; }
    /// Where kiosks find the service from their next start on; else directly.
    void reachServiceBy(const HostPort &way) { m_way = way; }

    void startKiosk(int index);
    void killKiosk(int index);
    void startKiosks();
    [[nodiscard]] Child &kiosk(int index) { return m_kiosks[size_t(index)]->process; }
    [[nodiscard]] const KioskView &view(int index) const { return m_kiosks[size_t(index)]->view; }
    [[nodiscard]] bool all(const std::function<bool(const KioskView &)> &holds) const;
    /// Numbers that kiosks gave so far.
    [[nodiscard]] int gave() const;
    /// Of them those that came from the service.
    [[nodiscard]] int gaveByService() const;
    /// The longest that anybody waited for a number so far.
    [[nodiscard]] Milliseconds slowest() const;
    /// More numbers come out, in all, or at each kiosk.
    [[nodiscard]] bool givesMore(int count, Milliseconds patience = Milliseconds(20'000));
    [[nodiscard]] bool eachGivesMore(int count, Milliseconds patience = Milliseconds(20'000));

    /// Opens the counter and the hall in this process; the service must run.
    void openHall();

    /// Nobody touches any more; waits until all is printed, reported, called and heard. When that
    /// doesn't come, false.
    [[nodiscard]] bool comesToRest(Milliseconds patience = Milliseconds(60'000));
    /// Ends all processes as systemd would and reads what each wrote down.
    [[nodiscard]] Books close();

    [[nodiscard]] int kills() const { return m_kills; }
    [[nodiscard]] QString site() const { return m_plan.siteFolder; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] const CataloguePtr &catalogue() const { return m_catalogue; }
    /// For a failed check: how everybody is.
    [[nodiscard]] std::string story() const;

private:
    struct Kiosk
    {
        TerminalFile file;
        Child process;
        Child printer;
        QString printerAt;
        std::vector<PaperSlip> paper;
        KioskView view;
    };
    struct Hall;

    void makeSite();
    void enrolKiosk(int index, const TerminalFile &file);
    void readAll();
    void readService();
    void readKiosk(Kiosk &kiosk);
    void readKioskLine(Kiosk &kiosk, const QByteArray &line);
    [[nodiscard]] bool isAtRest() const;
    [[nodiscard]] QString copyOut(const QStringList &inside, const QString &from);

    MallPlan m_plan;
    QTemporaryDir m_folder;
    SystemClock m_system;
    ClockRate m_rate;
    RatedClock m_clock;
    SeededRandom m_random;
    CataloguePtr m_catalogue;
    QString m_fingerprint;
    TerminalFile m_hallFile;
    TerminalFile m_consoleFile;
    quint16 m_port = 0;
    bool m_serving = false;
    std::optional<HostPort> m_way;
    std::map<TicketId, QString> m_told;
    int m_kills = 0;
    QTimer m_read;
    Child m_service;
    std::vector<std::unique_ptr<Kiosk>> m_kiosks;
    std::unique_ptr<Hall> m_hall;
};

/// Lets the mall come to rest, ends it, and checks that everybody wrote down the same; prints the
/// figures after `what`. `touchesForgotten`: see Books. The reckoning is for further checks.
Reckoning checkBooks(ProcessMall &mall, const char *what, bool touchesForgotten = false);

} // namespace antre::test
