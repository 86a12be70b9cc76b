// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal/memoryjournal.h"
#include "server/server.h"
#include "service/accounts.h"
#include "support/catch.h"
#include "support/gateclient.h"
#include "support/paths.h"
#include "wire/cataloguejson.h"

#include <QFile>
#include <QTemporaryDir>

namespace antre::test {

inline CataloguePtr smallCatalogue()
{
    QFile file(sourcePath("tests/data/catalogue-small.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    auto reading = readCatalogue(file.readAll());
    REQUIRE(reading.catalogue);
    return reading.catalogue;
}

/// A Monday, 09:00 in the small mall (WITA, UTC+8).
inline const Instant mondayMorning = fromMs(1787533200000);

/// Counts commits, and fails them when told to.
class WatchedJournal final : public Journal
{
public:
    Result<Position> append(Position expected, const std::vector<JournalRecord> &records) override
    {
        if (gone)
            return failure(ErrorCode::Unavailable, QStringLiteral("no disk"));
        if (broken)
            return failure(ErrorCode::Unavailable, QStringLiteral("no space left"),
                QStringLiteral("diskFull"));
        ++commits;
        return m_memory.append(expected, records);
    }
    Result<std::vector<StoredRecord>> read(Position after, int limit) override
    {
        return m_memory.read(after, limit);
    }
    Result<std::vector<StoredRecord>> readLatest() override
    {
        if (gone)
            return failure(ErrorCode::Unavailable, QStringLiteral("no disk"));
        return m_memory.readLatest();
    }
    Result<Position> end() override
    {
        if (gone)
            return failure(ErrorCode::Unavailable, QStringLiteral("no disk"));
        return m_memory.end();
    }

    int commits = 0;
    bool broken = false; ///< takes nothing new
    bool gone = false; ///< can't be read either

private:
    MemoryJournal m_memory;
};

/// One mall with real sockets, in this process.
class Mall
{
public:
    explicit Mall(ServerLimits limits = {})
        : service(journal, clock)
    {
        REQUIRE(service.open());
        apply(PublishCatalogue{smallCatalogue()});
        enrol("kiosk-1", TerminalKind::Kiosk, "1");
        enrol("display-1", TerminalKind::Display);
        enrol("counter-1", TerminalKind::Counter);
        apply(RegisterOfficer{{OfficerId(QStringLiteral("rina")), QStringLiteral("Rina"),
            hashPin(QStringLiteral("2580")).value()}});
        auto made = ensureTlsIdentity(folder.path(), clock);
        REQUIRE(made);
        identity = *made;
        start(limits);
    }

    void start(ServerLimits limits = {})
    {
        server.emplace(service, random,
            Server::Options{{QStringLiteral("127.0.0.1"), port}, {QStringLiteral("127.0.0.1"), 0},
                identity, limits});
        const auto started = server->start();
        REQUIRE(started);
        port = server->terminalPort();
    }

    void enrol(const char *id, TerminalKind kind, const char *mark = "")
    {
        apply(EnrolTerminal{{TerminalId(QString::fromLatin1(id)), kind, QString::fromLatin1(id),
            QString::fromLatin1(mark), hashToken(tokenOf(id))}});
    }
    static QString tokenOf(const char *id)
    {
        return QString::fromLatin1(id) + QStringLiteral("-token");
    }
    CommandId newCommand() { return CommandId(makeUuid(clock, random)); }

    void apply(CommandData data)
    {
        std::optional<Error> error;
        service.submit({newCommand(), {}, std::move(data)},
            [&](const Answer &answer) { error = answer.error; });
        service.flush();
        REQUIRE(!error);
    }

    QTemporaryDir folder;
    ManualClock clock{mondayMorning};
    SeededRandom random{7};
    WatchedJournal journal;
    QueueService service;
    TlsIdentity identity;
    quint16 port = 0;
    std::optional<Server> server;
};

/// A terminal of the mall.
class Client : public GateClient
{
public:
    explicit Client(const Mall &mall)
        : GateClient(mall.port, mall.identity.fingerprint)
    {
    }
    void hello(const char *terminal, Position after = 0)
    {
        hello(terminal, Mall::tokenOf(terminal), after);
    }
    void hello(const char *terminal, const QString &token, Position after = 0,
        int protocol = protocolVersion)
    {
        send(Hello{protocol, TerminalId(QString::fromLatin1(terminal)), token, after,
            QStringLiteral("test")});
    }
    /// Says hello and waits until everything missed has come.
    void signedOn(const char *terminal, Position after = 0)
    {
        GateClient::signedOn(
            TerminalId(QString::fromLatin1(terminal)), Mall::tokenOf(terminal), after);
    }
};

inline CommandMessage takeNumber(const CommandId &id)
{
    return {id,
        IssueTicket{ServiceId(QStringLiteral("dukcapil.kk")), {}, QStringLiteral("id"),
            QStringLiteral("secret-") + id.text(), mondayMorning}};
}

} // namespace antre::test
