// SPDX-License-Identifier: Apache-2.0
#include "kiosk/ownservice.h"

#include "service/accounts.h"
#include "service/sitesetup.h"

#include <QDir>
#include <QFileInfo>

namespace antre {

namespace {

const TerminalId &ownTerminal()
{
    static const TerminalId id(QStringLiteral("kiosk-1"));
    return id;
}

/// The site knows the terminal of this file, by this token.
bool isEnrolled(const State &state, const TerminalFile &file)
{
    const auto known = state.terminals.constFind(file.terminal);
    return known != state.terminals.constEnd() && known->kind == TerminalKind::Kiosk
        && tokenMatches(known->tokenHash, file.token);
}

} // namespace

OwnService::OwnService(const std::optional<ClockRate> &clock)
    : m_rated(clock ? std::optional<RatedClock>(std::in_place, m_system, *clock) : std::nullopt)
    , m_clock(m_rated ? static_cast<const Clock &>(*m_rated) : m_system)
{
    m_thread.setObjectName(QStringLiteral("own service"));
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

OwnService::~OwnService()
{
    QMetaObject::invokeMethod(
        &m_worker,
        [this] {
            if (m_host)
                m_host->stop();
            m_host.reset();
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

Result<TerminalFile> OwnService::enrol(const SiteOptions &options, const QString &terminalFile)
{
    auto setup = SiteSetup::open(options.site, m_clock, m_random);
    if (!setup)
        return failure(setup.error().code, explainSiteError(setup.error(), options.site));
    auto known = loadTerminalFile(terminalFile);
    if (known && isEnrolled((*setup)->state(), *known))
        return *known;
    return (*setup)->enrol({ownTerminal(), TerminalKind::Kiosk, {}, QStringLiteral("1"), {}}, {});
}

Result<> OwnService::serve(const SiteOptions &options)
{
    auto host = SiteHost::open(options, m_clock, m_random);
    if (!host)
        return tl::unexpected(host.error());
    m_host = std::move(*host);
    return m_host->start();
}

Result<std::unique_ptr<OwnService>> OwnService::start(
    const SiteOptions &options, const std::optional<ClockRate> &clock, const QString &terminalFile)
{
    if (options.catalogue.isEmpty()
        && !QFileInfo::exists(options.site + QStringLiteral("/journal.db")))
        return failure(ErrorCode::Invalid,
            QStringLiteral("There is no site in %1 yet: --catalogue FILE says what it offers.")
                .arg(options.site));
    std::unique_ptr<OwnService> own(new OwnService(clock));
    auto file = own->enrol(options, terminalFile);
    if (!file)
        return tl::unexpected(file.error());
    Result<> serving;
    QMetaObject::invokeMethod(
        &own->m_worker, [&] { serving = own->serve(options); }, Qt::BlockingQueuedConnection);
    if (!serving)
        return tl::unexpected(serving.error());
    file->service = {QStringLiteral("127.0.0.1"), own->m_host->server().terminalPort()};
    file->fingerprint = own->m_host->identity().fingerprint;
    QDir().mkpath(QFileInfo(terminalFile).path());
    if (auto saved = saveTerminalFile(terminalFile, *file); !saved)
        return tl::unexpected(saved.error());
    return own;
}

} // namespace antre
