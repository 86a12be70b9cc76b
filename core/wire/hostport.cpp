// SPDX-License-Identifier: Apache-2.0
#include "wire/hostport.h"

namespace antre {

QString HostPort::text() const
{
    const bool sixth
        = host.contains(QLatin1Char(':')); // IPv6 needs brackets: RFC 3986, section 3.2.2
    return (sixth ? QString(QLatin1Char('[') + host + QLatin1Char(']')) : host) + QLatin1Char(':')
        + QString::number(port);
}

Result<HostPort> HostPort::fromText(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    bool isNumber = false;
    const ushort port = colon < 0 ? ushort(0) : text.mid(colon + 1).toUShort(&isNumber);
    QString host = text.left(colon);
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    else if (host.contains(QLatin1Char(':')))
        isNumber = false; // which colon is the port's?
    if (!isNumber || host.isEmpty())
        return failure(ErrorCode::Invalid,
            QStringLiteral("\"%1\" is not an address and a port, such as 127.0.0.1:%2")
                .arg(text)
                .arg(defaultTerminalPort));
    return HostPort{host, port};
}

} // namespace antre
