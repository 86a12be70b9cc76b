// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "fault/child.h"

#include <memory>

namespace antre::test {

/// Namespaces of the kernel (namespaces(7)) that processes of a test can be put in: a network of
/// their own, or mounts that nobody else sees. A process that only waits holds them; with it they
/// go, and all that was made in them. Needs root, or a kernel that lets everybody have user
/// namespaces.
class Place
{
public:
    enum class Kind { Network, Mounts };
    /// `within`: another place, in whose rights this one is made. Error: Unavailable, with what is
    /// missing.
    [[nodiscard]] static Result<std::unique_ptr<Place>> make(
        Kind kind, const Place *within = nullptr);

    /// What Child::start needs to start a process here.
    [[nodiscard]] const QStringList &inside() const { return m_inside; }
    /// Commands here have the rights of the machine's own root.
    [[nodiscard]] bool hasOwnRights() const { return m_ownRights; }
    [[nodiscard]] qint64 holder() const { return m_holder.pid(); }
    /// Runs a command here and waits for its end; Unavailable with its words unless it exits with
    /// 0.
    [[nodiscard]] Result<> run(const QString &command) const;

private:
    Place() = default;
    [[nodiscard]] static Result<std::unique_ptr<Place>> make(
        Kind kind, const Place *within, bool ownRights);
    [[nodiscard]] Result<> hold(const QStringList &command);

    Child m_holder;
    QStringList m_inside;
    bool m_ownRights = false;
};

/// Two places and a cable between them. What happens to it, no end is told.
class Cable
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Cable>> lay();

    [[nodiscard]] const Place &kiosks() const { return *m_kiosks; }
    [[nodiscard]] const Place &service() const { return *m_service; }
    [[nodiscard]] static QString serviceAddress() { return QStringLiteral("10.77.0.2"); }

    /// Nothing passes, and connections stay half open.
    [[nodiscard]] Result<> cut();
    [[nodiscard]] Result<> mend();
    /// What is sent to the kiosks vanishes; what they send arrives.
    [[nodiscard]] Result<> loseAnswers();
    /// The other way round.
    [[nodiscard]] Result<> loseQuestions();
    [[nodiscard]] Result<> loseNothing();
    /// Late packets and lost ones, both ways. Unsupported where the kernel has no netem.
    [[nodiscard]] Result<> disturb();
    /// Packets lost by chance, both ways, by a firewall's rule; Unavailable without nft.
    [[nodiscard]] Result<> loseSome();
    /// A cable through which next to nothing fits, so that all is late.
    [[nodiscard]] Result<> narrow();
    /// Ends disturb(), loseSome() and narrow().
    [[nodiscard]] Result<> calm();

private:
    Cable() = default;
    [[nodiscard]] Result<> both(const QString &command);

    std::unique_ptr<Place> m_kiosks;
    std::unique_ptr<Place> m_service; ///< made within the other's rights
};

} // namespace antre::test
