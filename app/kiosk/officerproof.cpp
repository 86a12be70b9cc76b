// SPDX-License-Identifier: Apache-2.0
#include "kiosk/officerproof.h"

#include <algorithm>
#include <utility>

namespace antre {

namespace {

const QString officersFile = QStringLiteral("officers.json");
const QString technicianFile = QStringLiteral("technician.json");
const QString hashKey = QStringLiteral("hash");
const QString atKey = QStringLiteral("at");

} // namespace

OfficerProof::OfficerProof(const Clock &clock, KeptFiles &files, Ask ask)
    : m_clock(clock)
    , m_files(files)
    , m_ask(std::move(ask))
    , m_guard(clock)
    , m_hasTechnician(files.load(technicianFile).contains(hashKey))
{
}

int OfficerProof::waitSeconds() const
{
    if (!m_waitUntil)
        return 0;
    const auto left = *m_waitUntil - m_clock.elapsed();
    return std::max(0, int((left.count() + 999) / 1000));
}

void OfficerProof::set(SignInNow now)
{
    m_now = now;
    Q_EMIT changed();
}

bool OfficerProof::mustWait(const OfficerId &officer)
{
    const Milliseconds pause = m_guard.pause(officer);
    if (pause <= Milliseconds(0))
        return false;
    m_waitUntil = m_clock.elapsed() + pause;
    set(SignInNow::MustWait);
    return true;
}

void OfficerProof::tryNow(const CommandId &id, const OfficerId &officer, const QString &name,
    const QString &pin, bool isActive)
{
    if (m_try || officer.isEmpty() || mustWait(officer))
        return;
    m_try = Try{id, officer, name, pin};
    set(SignInNow::Checking);
    if (!isActive)
        return ended(false, false);
    m_ask(SignIn{id, officer, pin, {}});
}

void OfficerProof::tryTechnician(const QString &pin)
{
    if (m_try || mustWait({}))
        return;
    m_try = Try{{}, {}, {}, pin};
    set(SignInNow::Checking);
    checkHere(m_files.load(technicianFile).value(hashKey).toString());
}

void OfficerProof::checkHere(const QString &hash)
{
    m_files.run([this, hash, pin = m_try->pin] {
        const bool isRight = !hash.isEmpty() && pinMatches(hash, pin);
        QMetaObject::invokeMethod(
            this, [this, isRight] { ended(isRight, false); }, Qt::QueuedConnection);
    });
}

void OfficerProof::answered(const Answer &answer)
{
    if (!m_try || m_try->id != answer.id || answer.id.isEmpty())
        return;
    if (!answer.error)
        return ended(true, true);
    if (answer.error->code == ErrorCode::Offline) {
        const QJsonObject known
            = m_files.load(officersFile).value(m_try->officer.value()).toObject();
        const Instant at{Milliseconds(qint64(known.value(atKey).toDouble()))};
        if (known.isEmpty() || m_clock.wall() - at > knownFor) {
            m_try.reset();
            return set(SignInNow::NotKnownHere);
        }
        return checkHere(known.value(hashKey).toString());
    }
    const QString pause = answer.error->reason.section(QLatin1Char(':'), 1);
    if (answer.error->reason.startsWith(QLatin1String("pause:"))) {
        m_waitUntil = m_clock.elapsed() + std::chrono::seconds(pause.toInt());
        m_try.reset();
        return set(SignInNow::MustWait);
    }
    ended(false, true);
}

void OfficerProof::ended(bool isRight, bool byService)
{
    const auto tried = std::exchange(m_try, std::nullopt);
    if (!tried)
        return;
    if (!isRight) {
        m_guard.failed(tried->officer);
        if (!mustWait(tried->officer))
            set(SignInNow::WrongPin);
        return;
    }
    m_guard.succeeded(tried->officer);
    m_isTechnician = tried->officer.isEmpty();
    m_name = m_isTechnician ? tr("Technician") : tried->name;
    if (byService) {
        m_files.run([this, officer = tried->officer, pin = tried->pin, at = m_clock.wall()] {
            const auto hash = hashPin(pin);
            if (!hash)
                return;
            QJsonObject all = m_files.load(officersFile);
            all.insert(officer.value(),
                QJsonObject{{hashKey, *hash}, {atKey, double(at.time_since_epoch().count())}});
            m_files.save(officersFile, all);
        });
    }
    set(SignInNow::Free);
}

void OfficerProof::tick()
{
    if (m_now == SignInNow::MustWait && waitSeconds() == 0)
        set(SignInNow::Free);
}

void OfficerProof::signOut()
{
    m_try.reset();
    m_name.clear();
    m_isTechnician = false;
    m_now = SignInNow::Free;
}

Result<> OfficerProof::keepTechnicianPin(KeptFiles &files, const QString &pin)
{
    const bool isPin = pin.size() >= 4 && pin.size() <= 12
        && std::ranges::all_of(pin, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isPin)
        return failure(ErrorCode::Invalid, QStringLiteral("a PIN has 4 to 12 digits"));
    return hashPin(pin).map([&](const QString &hash) {
        files.save(technicianFile, {{hashKey, hash}});
    });
}

} // namespace antre
