// SPDX-License-Identifier: Apache-2.0
#include "server/runningsite.h"

#include "domain/evolve.h"
#include "server/shellport.h"

#include <QLocalSocket>

namespace antre {

/// The service works in turns of milliseconds; only a disk that hangs takes longer.
static constexpr int patienceMs = 10'000;

RunningSite::RunningSite(std::unique_ptr<QLocalSocket> socket)
    : m_socket(std::move(socket))
{
}

RunningSite::~RunningSite() = default;

Result<std::unique_ptr<SiteDesk>> RunningSite::open(const QString &folder)
{
    auto socket = std::make_unique<QLocalSocket>();
    socket->connectToServer(ShellPort::pathIn(folder));
    if (!socket->waitForConnected(patienceMs))
        return failure(ErrorCode::NotFound,
            QStringLiteral("its service can't be asked: ") + socket->errorString());
    std::unique_ptr<RunningSite> site(new RunningSite(std::move(socket)));
    const auto welcomed = site->next();
    if (!welcomed)
        return tl::unexpected(welcomed.error());
    const Welcome *welcome = std::get_if<Welcome>(&*welcomed);
    if (!welcome)
        return failure(ErrorCode::Unsupported, QStringLiteral("its service is of another version"));
    if (const auto fed = site->next(welcome->position); !fed)
        return tl::unexpected(fed.error());
    return std::unique_ptr<SiteDesk>(std::move(site));
}

Result<> RunningSite::send(const Message &message)
{
    m_socket->write(encode(message) + '\n');
    while (m_socket->bytesToWrite() > 0) {
        if (!m_socket->waitForBytesWritten(patienceMs))
            return failure(ErrorCode::Offline, QStringLiteral("the service takes nothing"));
    }
    return {};
}

Result<Message> RunningSite::next(std::optional<qint64> orUpTo)
{
    for (;;) {
        while (!m_socket->canReadLine()) {
            if (!m_socket->waitForReadyRead(patienceMs))
                return failure(ErrorCode::Offline, QStringLiteral("the service does not answer"));
        }
        auto message = decode(m_socket->readLine().trimmed());
        const EventsFeed *feed = message ? std::get_if<EventsFeed>(&*message) : nullptr;
        if (!feed)
            return message;
        for (const Event &event : feed->events)
            m_state = evolve(std::move(m_state), event);
        if (orUpTo && feed->upTo >= *orUpTo)
            return message;
    }
}

template <typename Told> Result<Told> RunningSite::ask(const CommandId &id, const Message &question)
{
    if (auto sent = send(question); !sent)
        return tl::unexpected(sent.error());
    for (;;) {
        const auto message = next();
        if (!message)
            return tl::unexpected(message.error());
        if (const auto *rejected = std::get_if<Rejected>(&*message))
            return tl::unexpected(rejected->error);
        const auto *told = std::get_if<Told>(&*message);
        if (!told || told->id != id)
            continue;
        if (told->error)
            return tl::unexpected(*told->error);
        return *told;
    }
}

Result<> RunningSite::run(const CommandId &id, CommandData data)
{
    return ask<Answer>(id, CommandMessage{id, std::move(data)}).map([](const Answer &) {});
}

Result<SiteDesk::Code> RunningSite::invite(
    const CommandId &id, const Terminal &terminal, const CounterId &counter)
{
    return ask<InvitedMessage>(id, InviteMessage{id, terminal, counter})
        .map([](const InvitedMessage &told) {
            return Code{told.code, told.until, told.fingerprint};
        });
}

} // namespace antre
