// SPDX-License-Identifier: Apache-2.0
#include "wire/values.h"

namespace antre {

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
    return {{QStringLiteral("id"), officer.id.text()}, {QStringLiteral("name"), officer.name},
        {QStringLiteral("pinHash"), officer.pinHash}, {QStringLiteral("active"), officer.active}};
}

Officer officerFromJson(FieldReader &in)
{
    Officer officer;
    officer.id = in.id<OfficerId>(QStringLiteral("id"));
    officer.name = in.text(QStringLiteral("name"));
    officer.pinHash = in.optionalText(QStringLiteral("pinHash"));
    officer.active = in.boolean(QStringLiteral("active"));
    return officer;
}

SlipState slipFromJson(FieldReader &in)
{
    const auto slip = slipStateFromName(in.text(QStringLiteral("slip")));
    if (!slip)
        in.fault(QStringLiteral("slip"), QStringLiteral("must be a slip state"));
    return slip.value_or(SlipState::Unknown);
}

} // namespace antre
