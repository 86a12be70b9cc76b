// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/sitesetup.h"

class QLocalSocket;

namespace antre {

/// A site that its service has open, reached through ShellPort: each wish goes through the service,
/// which goes on meanwhile. Blocks until the service has answered, at most a few seconds; for
/// programs that do nothing else.
class RunningSite final : public SiteDesk
{
public:
    /// Errors: NotFound when no service of this version runs there; Offline.
    [[nodiscard]] static Result<std::unique_ptr<SiteDesk>> open(const QString &folder);
    ~RunningSite() override;

    [[nodiscard]] const State &state() const override { return m_state; }
    [[nodiscard]] Result<> run(const CommandId &id, CommandData data) override;
    [[nodiscard]] Result<Code> invite(
        const CommandId &id, const Terminal &terminal, const CounterId &counter) override;

private:
    explicit RunningSite(std::unique_ptr<QLocalSocket> socket);
    /// The next message that isn't one of the feed, which is folded on the way; or the feed's when
    /// `orUpTo` is reached.
    [[nodiscard]] Result<Message> next(std::optional<qint64> orUpTo = {});
    [[nodiscard]] Result<> send(const Message &message);
    /// Sends what asks by the name `id`, and waits for the Told of the same name.
    template <typename Told>
    [[nodiscard]] Result<Told> ask(const CommandId &id, const Message &question);

    std::unique_ptr<QLocalSocket> m_socket;
    State m_state;
};

} // namespace antre
