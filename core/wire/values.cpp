// SPDX-License-Identifier: Apache-2.0
#include "wire/values.h"

#include <QJsonArray>

namespace antre {

static const QString furtherKey = QStringLiteral("further");
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
    for (const Right right : officer.rights)
        rights.append(rightName(right));
    if (!rights.isEmpty())
        json.insert(QStringLiteral("rights"), rights);
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

SlipState slipFromJson(FieldReader &in)
{
    const auto slip = slipStateFromName(in.text(QStringLiteral("slip")));
    if (!slip)
        in.fault(QStringLiteral("slip"), QStringLiteral("must be a slip state"));
    return slip.value_or(SlipState::Unknown);
}

} // namespace antre
