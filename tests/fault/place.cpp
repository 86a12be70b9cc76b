// SPDX-License-Identifier: Apache-2.0
#include "fault/place.h"

#include "support/eventually.h"

#include <unistd.h>

namespace antre::test {

static tl::unexpected<Error> missing(const QString &what)
{
    return failure(ErrorCode::Unavailable, what, QStringLiteral("missing"));
}

/// unshare(1) starts cat(1), which echoes: when the echo comes, the namespaces are there, and when
/// this process is gone, cat reads the end of its input and goes too.
Result<> Place::hold(const QStringList &command)
{
    if (!m_holder.start({}, command.first(), command.mid(1)))
        return missing(command.first() + QStringLiteral(" can't be started"));
    m_holder.tell("there?");
    const bool there = eventually(
        [this] { return m_holder.takeLines().contains("there?") || !m_holder.runs(); });
    if (!there || !m_holder.runs())
        return missing(
            QStringLiteral("no namespaces for this user: ") + command.join(QLatin1Char(' ')));
    return {};
}

Result<std::unique_ptr<Place>> Place::make(Kind kind, const Place *within)
{
    // Only the machine's own root may mount a file system from a file, so root stays that if it
    // can.
    Result<std::unique_ptr<Place>> made = missing(QStringLiteral("not tried"));
    const bool mayOwn = within ? within->hasOwnRights() : geteuid() == 0;
    if (mayOwn)
        made = make(kind, within, true);
    if (!made)
        made = make(kind, within, false);
    return made;
}

Result<std::unique_ptr<Place>> Place::make(Kind kind, const Place *within, bool ownRights)
{
    std::unique_ptr<Place> place(new Place);
    place->m_ownRights = ownRights;
    const QString what
        = kind == Kind::Network ? QStringLiteral("--net") : QStringLiteral("--mount");
    QStringList command = within ? within->inside() : QStringList();
    command << QStringLiteral("unshare") << what;
    if (!ownRights && !within)
        command << QStringLiteral("--map-root-user");
    command << QStringLiteral("cat");
    if (auto held = place->hold(command); !held)
        return tl::unexpected(held.error());
    place->m_inside << QStringLiteral("nsenter") << QStringLiteral("--target")
                    << QString::number(place->holder()) << what;
    if (!ownRights)
        place->m_inside << QStringLiteral("--user") << QStringLiteral("--preserve-credentials");
    return place;
}

Result<> Place::run(const QString &command) const
{
    QProcess process;
    QStringList words = m_inside + QProcess::splitCommand(command);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(words.takeFirst(), words);
    if (!process.waitForFinished() || process.exitCode() != 0)
        return missing(command + QStringLiteral(": ")
            + QString::fromUtf8(process.readAll().trimmed()) + process.errorString());
    return {};
}

Result<std::unique_ptr<Cable>> Cable::lay()
{
    std::unique_ptr<Cable> cable(new Cable);
    auto kiosks = Place::make(Place::Kind::Network);
    if (!kiosks)
        return tl::unexpected(kiosks.error());
    cable->m_kiosks = std::move(*kiosks);
    auto service = Place::make(Place::Kind::Network, cable->m_kiosks.get());
    if (!service)
        return tl::unexpected(service.error());
    cable->m_service = std::move(*service);
    const QString veth = QStringLiteral("ip link add wire type veth peer name wire netns %1")
                             .arg(cable->m_service->holder());
    return cable->m_kiosks->run(veth)
        .and_then([&] { return cable->both(QStringLiteral("ip link set lo up")); })
        .and_then([&] { return cable->both(QStringLiteral("ip link set wire up")); })
        .and_then([&] {
            return cable->m_kiosks->run(QStringLiteral("ip address add 10.77.0.1/24 dev wire"));
        })
        .and_then([&] {
            return cable->m_service->run(QStringLiteral("ip address add 10.77.0.2/24 dev wire"));
        })
        .map([&] { return std::move(cable); });
}

Result<> Cable::both(const QString &command)
{
    return m_kiosks->run(command).and_then([&] { return m_service->run(command); });
}

Result<> Cable::cut() { return m_service->run(QStringLiteral("ip link set wire down")); }

Result<> Cable::mend() { return m_service->run(QStringLiteral("ip link set wire up")); }

Result<> Cable::loseAnswers()
{
    return m_service->run(QStringLiteral("ip route add blackhole 10.77.0.1/32"));
}

Result<> Cable::loseQuestions()
{
    return m_kiosks->run(QStringLiteral("ip route add blackhole 10.77.0.2/32"));
}

Result<> Cable::loseNothing() { return both(QStringLiteral("ip route flush type blackhole")); }

Result<> Cable::disturb()
{
    return both(QStringLiteral(
        "tc qdisc replace dev wire root netem delay 250ms 200ms loss 10% duplicate 2%"));
}

Result<> Cable::loseSome()
{
    return both(QStringLiteral("nft add table ip loss"))
        .and_then([this] {
            return both(QStringLiteral(
                "nft \"add chain ip loss in { type filter hook input priority 0 ; }\""));
        })
        .and_then([this] {
            return both(QStringLiteral("nft \"add rule ip loss in iifname wire numgen random mod "
                                       "100 < 25 drop\""));
        });
}

Result<> Cable::narrow()
{
    return both(
        QStringLiteral("tc qdisc replace dev wire root tbf rate 24kbit burst 1600 latency 4000ms"));
}

Result<> Cable::calm()
{
    // What isn't there needs no end.
    (void)both(QStringLiteral("tc qdisc delete dev wire root"));
    (void)both(QStringLiteral("nft delete table ip loss"));
    return {};
}

} // namespace antre::test
