// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/keptfiles.h"
#include "kiosk/officerscreen.h"
#include "service/accounts.h"
#include "wire/messages.h"

#include <QObject>

#include <functional>

namespace antre {

/// Who may use the officer's pages of this kiosk. The service decides while it is in reach, as for
/// a counter. Without it whoever signed in here in the last `knownFor` is known by a hash that was
/// kept then (officers.json). The technician's PIN is this kiosk's own (technician.json, made by
/// --set-technician-pin or at the first start), so that a kiosk which has lost everything else can
/// still be opened. Wrong PINs cost growing pauses, here and at the service. Interface thread;
/// hashing is done in another.
class OfficerProof : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::hours knownFor{30 * 24};

    /// Hands a question to the service; the answer comes to answered().
    using Ask = std::function<void(const SignIn &)>;
    OfficerProof(const Clock &clock, KeptFiles &files, Ask ask);
    /// Waits for the hashing under way.
    ~OfficerProof() override { m_files.wait(); }

    void tryNow(const CommandId &id, const OfficerId &officer, const QString &name,
        const QString &pin, bool isActive);
    void tryTechnician(const QString &pin);
    void answered(const Answer &answer);
    void signOut();
    /// A second is over: a pause may be.
    void tick();

    [[nodiscard]] SignInNow now() const { return m_now; }
    [[nodiscard]] int waitSeconds() const;
    /// Empty: nobody is signed in.
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] bool isTechnician() const { return m_isTechnician; }
    [[nodiscard]] bool hasTechnician() const { return m_hasTechnician; }
    /// Keeps the technician's PIN. Error: Invalid unless it is 4 to 12 digits.
    [[nodiscard]] static Result<> keepTechnicianPin(KeptFiles &files, const QString &pin);

Q_SIGNALS:
    void changed();

private:
    struct Try
    {
        CommandId id;
        OfficerId officer; ///< empty: the technician
        QString name;
        QString pin;
    };
    [[nodiscard]] bool mustWait(const OfficerId &officer);
    void checkHere(const QString &hash);
    void ended(bool isRight, bool byService);
    void set(SignInNow now);

    const Clock &m_clock;
    KeptFiles &m_files;
    Ask m_ask;
    SignInGuard m_guard;
    SignInNow m_now = SignInNow::Free;
    std::optional<Try> m_try;
    std::optional<Milliseconds> m_waitUntil; ///< elapsed time
    QString m_name;
    bool m_isTechnician = false;
    bool m_hasTechnician = false;
};

} // namespace antre
