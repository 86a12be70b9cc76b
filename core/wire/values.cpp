// SPDX-License-Identifier: Apache-2.0
#include "wire/values.h"

#include <QJsonArray>

namespace antre {

static const QString furtherKey = QStringLiteral("further");
static const QString slotFromKey = QStringLiteral("from");
static const QString slotNumberKey = QStringLiteral("number");
static const QString lobbyOnlyKey = QStringLiteral("lobbyOnly");
static const QString roleKey = QStringLiteral("role");
static const QString agencyKey = QStringLiteral("agency");
static const QString passwordHashKey = QStringLiteral("passwordHash");
static constexpr size_t rightsMax = 32;

QJsonObject terminalToJson(const Terminal &terminal)
{
    return {{QStringLiteral("id"), terminal.id.text()},
        {QStringLiteral("kind"), terminalKindName(terminal.kind)},
        {QStringLiteral("name"), terminal.name}, {QStringLiteral("mark"), terminal.mark},
        {QStringLiteral("tokenHash"), terminal.tokenHash}};
}

Terminal terminalFromJson(FieldReader &in)
{
    Terminal terminal;
    terminal.id = in.id<TerminalId>(QStringLiteral("id"));
    const auto kind = terminalKindFromName(in.text(QStringLiteral("kind")));
    if (!kind)
        in.fault(QStringLiteral("kind"), QStringLiteral("must be kiosk, counter or display"));
    terminal.kind = kind.value_or(TerminalKind::Kiosk);
    terminal.name = in.optionalText(QStringLiteral("name"));
    terminal.mark = in.optionalText(QStringLiteral("mark"));
    terminal.tokenHash = in.optionalText(QStringLiteral("tokenHash"));
    return terminal;
}

QJsonObject officerToJson(const Officer &officer)
{
    QJsonObject json{{QStringLiteral("id"), officer.id.text()},
        {QStringLiteral("name"), officer.name}, {QStringLiteral("pinHash"), officer.pinHash},
        {QStringLiteral("active"), officer.active}};
    QJsonArray rights;
    for (const Right right : officer.rights) {
        if (right != Right::Serve)
            rights.append(rightName(right));
    }
    if (!rights.isEmpty())
        json.insert(QStringLiteral("rights"), rights);
    // Who was registered before there were roles serves at a counter.
    if (!officer.rights.contains(Right::Serve))
        json.insert(lobbyOnlyKey, true);
    if (officer.role != Role::Officer)
        json.insert(roleKey, roleName(officer.role));
    insertKnown(json, agencyKey, officer.agency);
    if (!officer.passwordHash.isEmpty())
        json.insert(passwordHashKey, officer.passwordHash);
    return json;
}

Officer officerFromJson(FieldReader &in)
{
    Officer officer;
    officer.id = in.id<OfficerId>(QStringLiteral("id"));
    officer.name = in.text(QStringLiteral("name"));
    officer.pinHash = in.optionalText(QStringLiteral("pinHash"));
    officer.active = in.boolean(QStringLiteral("active"));
    const QString key = QStringLiteral("rights");
    for (const auto &name : in.optionalIds<StrongId<Right>>(key, rightsMax)) {
        if (const auto right = rightFromName(name.value()))
            officer.rights.insert(*right);
        else
            in.fault(key, QStringLiteral("knows no \"%1\"").arg(name.value()));
    }
    if (in.optionalBoolean(lobbyOnlyKey))
        officer.rights.erase(Right::Serve);
    if (const QString name = in.optionalText(roleKey); !name.isEmpty()) {
        const auto role = roleFromName(name);
        if (!role)
            in.fault(roleKey, QStringLiteral("knows no \"%1\"").arg(name));
        officer.role = role.value_or(Role::Officer);
    }
    officer.agency = in.optionalId<AgencyId>(agencyKey);
    officer.passwordHash = in.optionalText(passwordHashKey);
    return officer;
}

void insertFurther(QJsonObject &json, const std::vector<ServiceId> &further)
{
    QJsonArray ids;
    for (const ServiceId &service : further)
        ids.append(service.text());
    if (!ids.isEmpty())
        json.insert(furtherKey, ids);
}

std::vector<ServiceId> furtherFromJson(FieldReader &in)
{
    return in.optionalIds<ServiceId>(furtherKey, furtherServicesMax);
}

void insertKnown(QJsonObject &json, const QString &key, Instant moment)
{
    if (moment != Instant{})
        json.insert(key, toMs(moment));
}

QJsonObject textToJson(const LocalText &text)
{
    QJsonObject json;
    for (const auto &[language, words] : text.all())
        json.insert(language, words);
    return json;
}

LocalText textFromJson(FieldReader &in, const QString &key)
{
    constexpr int languagesMax = 16;
    const QJsonObject json = in.optionalObject(key);
    if (json.size() > languagesMax)
        in.fault(key, QStringLiteral("has more languages than a site can have"));
    std::map<QString, QString> texts;
    for (auto text = json.begin(); text != json.end() && texts.size() < languagesMax; ++text) {
        if (!text->isString() || text->toString().size() > maxFieldLength)
            in.fault(key, QStringLiteral("must hold texts of bearable length"));
        texts.emplace(text.key(), text->toString());
    }
    return LocalText(std::move(texts));
}

Minutes ofDayFromJson(FieldReader &in, const QString &key)
{
    constexpr qint64 minutesMax = 24 * 60;
    const qint64 minutes = in.integer(key);
    if (minutes < 0 || minutes >= minutesMax)
        in.fault(key, QStringLiteral("must be minutes of a day"));
    return Minutes(std::clamp<qint64>(minutes, 0, minutesMax));
}

QJsonObject reservationToJson(const Reservation &reservation)
{
    const SlotPlace &place = reservation.place;
    QJsonObject json{{QStringLiteral("service"), place.service.text()},
        {QStringLiteral("day"), place.day.text()}, {slotFromKey, qint64(place.from.count())},
        {slotNumberKey, place.number}, {QStringLiteral("code"), reservation.codeHash},
        {QStringLiteral("language"), reservation.language},
        {QStringLiteral("state"), reservationStateName(reservation.state)}};
    if (!reservation.holder.isEmpty())
        json.insert(QStringLiteral("holder"), reservation.holder);
    insertKnown(json, QStringLiteral("ticket"), reservation.ticket);
    return json;
}

Reservation reservationFromJson(FieldReader &in)
{
    constexpr qint64 numberMax = 10'000;
    Reservation reservation;
    reservation.place = {in.id<ServiceId>(QStringLiteral("service")), in.day(QStringLiteral("day")),
        ofDayFromJson(in, slotFromKey),
        int(std::clamp<qint64>(in.integer(slotNumberKey), 0, numberMax))};
    reservation.codeHash = in.text(QStringLiteral("code"));
    reservation.language = in.optionalText(QStringLiteral("language"));
    reservation.holder = in.optionalText(QStringLiteral("holder"));
    const auto state = reservationStateFromName(in.text(QStringLiteral("state")));
    if (!state)
        in.fault(QStringLiteral("state"), QStringLiteral("must be booked, cancelled or checkedIn"));
    reservation.state = state.value_or(ReservationState::Booked);
    reservation.ticket = TicketId(in.optionalUuid(QStringLiteral("ticket")));
    return reservation;
}

Scope scopeFromJson(FieldReader &in)
{
    const QString key = QStringLiteral("scope");
    const auto scope = Scope::fromText(in.text(key));
    if (!scope)
        in.fault(key, QStringLiteral("must be site, agency:ID, service:ID or counter:NUMBER"));
    return scope.value_or(Scope());
}

SlipState slipFromJson(FieldReader &in)
{
    const auto slip = slipStateFromName(in.text(QStringLiteral("slip")));
    if (!slip)
        in.fault(QStringLiteral("slip"), QStringLiteral("must be a slip state"));
    return slip.value_or(SlipState::Unknown);
}

} // namespace antre
