// SPDX-License-Identifier: Apache-2.0
#include "wire/enrolment.h"

#include "wire/json.h"

#include <QJsonDocument>
#include <QUrl>

namespace antre {

QByteArray enrolmentToBytes(const Enrolment &enrolment)
{
    const QJsonObject json{
        {QStringLiteral("terminal"), enrolment.terminal.id.value()},
        {QStringLiteral("kind"), terminalKindName(enrolment.terminal.kind)},
        {QStringLiteral("name"), enrolment.terminal.name},
        {QStringLiteral("mark"), enrolment.terminal.mark},
        {QStringLiteral("token"), enrolment.token},
        {QStringLiteral("service"), enrolment.service},
        {QStringLiteral("fingerprint"), enrolment.fingerprint},
    };
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

Result<Enrolment> enrolmentFromBytes(const QByteArray &bytes)
{
    const auto json = parseObject(bytes);
    if (!json)
        return tl::unexpected(json.error());
    FieldReader in(*json);
    Enrolment enrolment;
    enrolment.terminal.id = in.id<TerminalId>(QStringLiteral("terminal"));
    const auto kind = terminalKindFromName(in.text(QStringLiteral("kind")));
    enrolment.terminal.kind = kind.value_or(TerminalKind::Kiosk);
    enrolment.terminal.name = in.optionalText(QStringLiteral("name"));
    enrolment.terminal.mark = in.optionalText(QStringLiteral("mark"));
    enrolment.token = in.text(QStringLiteral("token"));
    enrolment.service = in.text(QStringLiteral("service"));
    enrolment.fingerprint = in.optionalText(QStringLiteral("fingerprint"));
    const QUrl service(enrolment.service, QUrl::StrictMode);
    if (in.ok() && !kind)
        in.fault(QStringLiteral("kind"), QStringLiteral("must be kiosk, counter or display"));
    if (in.ok() && (!service.isValid() || service.host().isEmpty() || (service.scheme() != QLatin1String("ws") && service.scheme() != QLatin1String("wss"))))
        in.fault(QStringLiteral("service"), QStringLiteral("must be an address such as wss://10.0.0.2:7443"));
    if (!in.ok())
        return in.error();
    return enrolment;
}

} // namespace antre
