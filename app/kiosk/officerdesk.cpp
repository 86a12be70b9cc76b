// SPDX-License-Identifier: Apache-2.0
#include "kiosk/officerdesk.h"

#include "base/overloaded.h"

#include <QPainter>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace antre {

namespace {

const QString settingsFile = QStringLiteral("kiosk.json");
const QString logFile = QStringLiteral("officers.log");
const QString mixer = QStringLiteral("amixer");

/// Makes a screen whose lamp nobody can turn darker by painting over it. Nothing can press it.
class DimLayer : public QWidget
{
public:
    DimLayer(int brightness, QWidget *parent)
        : QWidget(parent)
        , m_brightness(brightness)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setGeometry(parent->rect());
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), QColor(0, 0, 0, (100 - m_brightness) * 255 / 100));
    }

private:
    int m_brightness;
};

} // namespace

OfficerDesk::OfficerDesk(KioskWindow &window, TerminalProgram &terminal, const QString &folder)
    : m_window(window)
    , m_terminal(terminal)
    , m_files(folder)
    , m_proof(terminal.clock(), m_files,
          [&terminal](const SignIn &message) { terminal.runner().input(SignInWanted{message}); })
    , m_gesture(window)
{
    if (!QStandardPaths::findExecutable(mixer).isEmpty())
        m_volume = 70;
    loadSettings();
    connect(&m_gesture, &HiddenGesture::made, this, &OfficerDesk::open);
    connect(&m_proof, &OfficerProof::changed, this, &OfficerDesk::refresh);
    connect(
        &terminal.runner(), &TerminalRunner::commandAnswered, &m_proof, &OfficerProof::answered);
    connect(&m_window, &KioskWindow::numberWanted, this, [this](const NumberWish &wish) {
        if (m_gives)
            note(QStringLiteral("gave a number for ") + wish.service.value());
    });
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_proof.tick();
        refresh();
    });
    m_second.start(1000);
}

OfficerDesk::~OfficerDesk() = default;

// ---- the panel
// -----------------------------------------------------------------------------------

void OfficerDesk::open()
{
    // Not over somebody's number, and not before the kiosk knows its mall.
    if (m_panel || !m_terminal.machine().mirror().state().catalogue || m_terminal.machine().issue())
        return;
    m_lastPrint.clear();
    // Whoever was here has stepped aside for the officer.
    if (!m_window.isAtRest())
        m_window.endVisit();
    m_panel = new OfficerPanel(m_window.look(), {}, &m_window);
    connect(m_panel, &OfficerPanel::signInWanted, this, &OfficerDesk::signIn);
    connect(m_panel, &OfficerPanel::wanted, this, &OfficerDesk::perform);
    connect(m_panel, &OfficerPanel::finished, this, &OfficerDesk::close);
    m_panel->present(screen());
    m_panel->show();
    showPause();
}

void OfficerDesk::close()
{
    if (!m_panel)
        return;
    if (std::exchange(m_isIn, false))
        note(QStringLiteral("signed out"));
    m_proof.signOut();
    m_gives = false;
    auto *panel = std::exchange(m_panel, nullptr);
    panel->hide();
    panel->deleteLater();
    showPause();
}

void OfficerDesk::signIn(const OfficerId &officer, const QString &pin)
{
    if (officer.isEmpty())
        return m_proof.tryTechnician(pin);
    const auto &officers = m_terminal.machine().mirror().state().officers;
    const Officer known = officers.value(officer);
    m_proof.tryNow(m_terminal.newCommandId(), officer, known.name, pin, known.active);
}

void OfficerDesk::refresh()
{
    const BusinessDay today = m_terminal.machine().mirror().state().day;
    if (m_paused && !today.isNull() && !m_pausedOn.isNull() && today != m_pausedOn)
        pause({});
    // Given, given up, or gone: the officer is still signed in.
    if (m_gives && m_window.isAtRest() && !m_terminal.machine().issue()) {
        m_gives = false;
        m_panel->comeBack();
    }
    if (m_restartsAtRest && m_window.isAtRest() && !m_terminal.machine().issue()) {
        m_restartsAtRest = false;
        Q_EMIT restartWanted();
    }
    showPause();
    if (!m_panel || m_gives)
        return;
    const OfficerScreen now = screen();
    if (!now.name.isEmpty() && !std::exchange(m_isIn, true))
        note(QStringLiteral("signed in"));
    m_panel->present(now);
}

// ---- what it shows
// -------------------------------------------------------------------------------

std::vector<OfficerSlip> OfficerDesk::slips() const
{
    const TerminalMachine &machine = m_terminal.machine();
    const State &state = machine.mirror().state();
    std::vector<std::pair<Instant, OfficerSlip>> all;
    const BusinessDay today = localTime(machine.now(), state.catalogue->zone()).day;
    for (const auto &[id, ticket] : machine.tickets().all()) {
        if (!ticket.number || (ticket.queueDay() != state.day && ticket.day != today))
            continue;
        const auto *service = state.catalogue->service(ticket.service);
        all.push_back({ticket.touchedAt,
            {id, ticket.number->text(), service ? service->name : LocalText(),
                localTime(ticket.touchedAt, state.catalogue->zone()).ofDay, ticket.slip}});
    }
    std::ranges::sort(all, [](const auto &a, const auto &b) {
        return std::pair(!a.second.isDoubtful(), b.first)
            < std::pair(!b.second.isDoubtful(), a.first);
    });
    std::vector<OfficerSlip> slips;
    for (auto &[at, slip] : all)
        slips.push_back(std::move(slip));
    return slips;
}

OfficerScreen OfficerDesk::screen() const
{
    const TerminalMachine &machine = m_terminal.machine();
    const State &state = machine.mirror().state();
    OfficerScreen screen;
    for (const Officer &officer : state.officers) {
        if (officer.active)
            screen.officers.emplace_back(officer.id, officer.name);
    }
    std::ranges::sort(screen.officers, {}, &std::pair<OfficerId, QString>::second);
    screen.signIn = m_proof.now();
    screen.waitSeconds = m_proof.waitSeconds();
    screen.name = m_proof.name();
    screen.isTechnician = m_proof.isTechnician();
    screen.hasTechnician = m_proof.hasTechnician();
    if (!screen.name.isEmpty())
        screen.slips = slips();
    screen.printers = machine.printers();
    screen.lastPrint = m_lastPrint;
    screen.isConnected = machine.link() == LinkStatus::Up;
    if (machine.mirror().asOf() != Instant{})
        screen.heardAt = localTime(machine.mirror().asOf(), state.catalogue->zone());
    if (screen.isConnected)
        screen.heardAt.reset();
    screen.unreported = int(machine.unreportedPaper());
    screen.now = localTime(machine.now(), state.catalogue->zone());
    screen.clockOffset = std::chrono::round<std::chrono::seconds>(machine.clockOffset());
    screen.terminal = m_terminal.file().terminal.value();
    screen.version = QStringLiteral(ANTRE_VERSION);
    screen.paused = m_paused;
    screen.volume = m_volume;
    screen.brightness = m_brightness;
    return screen;
}

QString OfficerDesk::numberOf(const TicketId &id) const
{
    const KioskTicket *ticket = m_terminal.machine().tickets().find(id);
    return ticket && ticket->number ? ticket->number->text() : QStringLiteral("?");
}

// ---- what it does
// --------------------------------------------------------------------------------

void OfficerDesk::perform(const OfficerWish &wish)
{
    if (m_proof.name().isEmpty())
        return;
    TerminalRunner &runner = m_terminal.runner();
    std::visit(Overloaded{
                   [&](const GiveNumber &) { giveNumber(); },
                   [&](const PrintAgain &again) {
                       note(QStringLiteral("printed again: ") + numberOf(again.ticket));
                       runner.input(ReprintWanted{again.ticket, {}, true});
                       // The slip comes out as it does for a visitor; the screen stays the
                       // officer's.
                       runner.input(Dismissed{});
                   },
                   [&](const SlipLookedFor &slip) {
                       note((slip.cameOut ? QStringLiteral("found the slip of ")
                                          : QStringLiteral("found no slip of "))
                           + numberOf(slip.ticket));
                       runner.input(SlipSeen{slip.ticket, slip.cameOut});
                   },
                   [&](const RollPutIn &roll) {
                       note(QStringLiteral("put a roll into printer %1").arg(roll.printer + 1));
                       runner.input(RollConfirmed{roll.printer, true});
                   },
                   [&](const FeedAndCut &feed) {
                       note(QStringLiteral("fed and cut, printer %1").arg(feed.printer + 1));
                       Q_EMIT feedWanted(feed.printer);
                   },
                   [&](const TestSlip &test) {
                       note(
                           QStringLiteral("printed a test slip, printer %1").arg(test.printer + 1));
                       Q_EMIT testSlipWanted(test.printer);
                   },
                   [&](const PauseKiosk &paused) {
                       note(QStringLiteral("paused the kiosk"));
                       pause(paused.reason);
                   },
                   [&](const ResumeKiosk &) {
                       note(QStringLiteral("opened the kiosk again"));
                       pause({});
                   },
                   [&](const SetVolume &volume) { setVolume(volume.percent); },
                   [&](const SetBrightness &brightness) { setBrightness(brightness.percent); },
                   [&](const RestartKiosk &) {
                       note(QStringLiteral("restarted the kiosk"));
                       Q_EMIT restartWanted();
                   },
                   [&](const LeaveKiosk &) {
                       if (!m_proof.isTechnician())
                           return;
                       note(QStringLiteral("left to the desktop"));
                       Q_EMIT leaveWanted();
                   },
               },
        wish);
    refresh();
}

void OfficerDesk::obey(DeviceOrder order)
{
    note(QStringLiteral("on the manager's page somebody ordered: ") + deviceOrderName(order));
    switch (order) {
    case DeviceOrder::TestPrint:
        if (m_terminal.machine().mirror().state().catalogue)
            Q_EMIT testSlipWanted(0);
        break;
    case DeviceOrder::Rest:
        pause(RestReason::Fault);
        break;
    case DeviceOrder::Work:
        pause({});
        break;
    case DeviceOrder::Restart:
        m_restartsAtRest = true;
        break;
    }
    refresh();
}

void OfficerDesk::giveNumber()
{
    m_gives = true;
    m_panel->stepAside();
    showPause();
    m_window.showSearch();
}

void OfficerDesk::printEnded(SlipState slip)
{
    switch (slip) {
    case SlipState::Printed:
        m_lastPrint = tr("It is printed.");
        break;
    case SlipState::Sent:
        m_lastPrint = tr("The printer has taken it. Did it come out?");
        break;
    case SlipState::Failed:
        m_lastPrint = tr("<b>Nothing was printed.</b> Look at paper, cover and cable.");
        break;
    case SlipState::None:
    case SlipState::Pending:
    case SlipState::Unknown:
        m_lastPrint = tr("The printer did not say how it ended. Please look.");
        break;
    }
    refresh();
}

void OfficerDesk::pause(std::optional<RestReason> reason)
{
    m_paused = reason;
    m_pausedOn = m_terminal.machine().mirror().state().day;
    keepSettings();
    showPause();
    Q_EMIT pauseChanged();
}

/// The pause lies over the visitors' pages and under the officer's.
void OfficerDesk::showPause()
{
    const bool shows = m_paused && m_window.isAtRest() && !m_gives;
    const bool isRight = m_pausedLayer && m_pausedLayer->size() == m_window.size() && m_paused
        && m_pausedLayer->reason() == *m_paused;
    if (m_pausedLayer && (!shows || !isRight)) {
        m_pausedLayer->hide();
        std::exchange(m_pausedLayer, nullptr)->deleteLater();
    }
    if (shows && !m_pausedLayer) {
        m_pausedLayer = new PausedLayer(m_window.look(), *m_paused, &m_window);
        m_pausedLayer->show();
        m_pausedLayer->raise();
    }
    const bool showsPanel = m_panel && !m_gives;
    m_window.setCovered(showsPanel || m_pausedLayer);
    if (showsPanel)
        m_panel->raise();
    if (m_dim)
        m_dim->raise();
}

void OfficerDesk::setVolume(int percent)
{
    if (!m_volume)
        return;
    m_volume = percent;
    QProcess::startDetached(mixer,
        {QStringLiteral("-q"), QStringLiteral("sset"), QStringLiteral("Master"),
            QStringLiteral("%1%").arg(percent)});
    keepSettings();
}

void OfficerDesk::setBrightness(int percent)
{
    m_brightness = std::clamp(percent, 30, 100);
    delete std::exchange(m_dim, nullptr);
    if (m_brightness < 100) {
        m_dim = new DimLayer(m_brightness, &m_window);
        m_dim->show();
        m_dim->raise();
    }
    keepSettings();
}

// ---- what it keeps
// -------------------------------------------------------------------------------

/// Who did what, when, by this kiosk's idea of the site's time.
void OfficerDesk::note(const QString &what)
{
    const auto at = m_terminal.machine().now().time_since_epoch().count();
    const QString when = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate);
    const QString line = QStringLiteral("%1 %2: %3").arg(when, m_proof.name(), what);
    qInfo("officer %s", qUtf8Printable(line));
    m_files.append(logFile, line.toUtf8());
}

void OfficerDesk::keepSettings()
{
    QJsonObject json{{QStringLiteral("brightness"), m_brightness}};
    if (m_volume)
        json.insert(QStringLiteral("volume"), *m_volume);
    if (m_paused) {
        json.insert(QStringLiteral("paused"), int(*m_paused));
        json.insert(QStringLiteral("pausedOn"), m_pausedOn.text());
    }
    m_files.save(settingsFile, json);
}

void OfficerDesk::loadSettings()
{
    const QJsonObject json = m_files.load(settingsFile);
    const int paused = json.value(QStringLiteral("paused")).toInt(-1);
    if (paused >= 0 && paused < restReasonCount) {
        m_paused = RestReason(paused);
        m_pausedOn = BusinessDay::fromText(json.value(QStringLiteral("pausedOn")).toString())
                         .value_or(BusinessDay());
    }
    if (m_volume && json.contains(QStringLiteral("volume")))
        setVolume(json.value(QStringLiteral("volume")).toInt());
    if (json.contains(QStringLiteral("brightness")))
        setBrightness(json.value(QStringLiteral("brightness")).toInt(100));
}

} // namespace antre
