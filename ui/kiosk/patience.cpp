// SPDX-License-Identifier: Apache-2.0
#include "kiosk/patience.h"

#include "kiosk/timeoutlayer.h"

namespace antre {

Patience::Patience(
    QWidget *screen, std::chrono::milliseconds warnAfter, std::chrono::seconds warnFor)
    : QObject(screen)
    , m_screen(screen)
    , m_warnFor(warnFor)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(warnAfter);
    m_second.setInterval(1000);
    connect(&m_idle, &QTimer::timeout, this, &Patience::warn);
    connect(&m_second, &QTimer::timeout, this, &Patience::tick);
}

void Patience::rest()
{
    m_idle.stop();
    m_second.stop();
    if (!m_warning)
        return;
    m_warning->hide();
    m_warning->deleteLater();
    m_warning = nullptr;
    Q_EMIT unwarned();
}

void Patience::watch(const Look &look)
{
    rest();
    m_look = look;
    m_idle.start();
}

void Patience::stayFor(std::chrono::seconds time)
{
    rest();
    m_secondsLeft = int(time.count());
    m_second.start();
    Q_EMIT counted(m_secondsLeft);
}

void Patience::warn()
{
    m_secondsLeft = int(m_warnFor.count());
    m_warning = new TimeoutLayer(m_look, m_secondsLeft, m_screen);
    m_warning->setGeometry(m_screen->rect());
    connect(m_warning, &TimeoutLayer::continueWanted, this, &Patience::continued);
    connect(m_warning, &TimeoutLayer::doneWanted, this, &Patience::over);
    m_warning->show();
    m_second.start();
    Q_EMIT warned();
}

void Patience::tick()
{
    --m_secondsLeft;
    if (m_secondsLeft <= 0) {
        m_second.stop();
        Q_EMIT over();
    } else if (m_warning) {
        m_warning->setSecondsLeft(m_secondsLeft);
    } else {
        Q_EMIT counted(m_secondsLeft);
    }
}

} // namespace antre
