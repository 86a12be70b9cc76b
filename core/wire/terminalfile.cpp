// SPDX-License-Identifier: Apache-2.0
#include "wire/terminalfile.h"

#include "wire/json.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace antre {

namespace {

constexpr int terminalFileFormat = 1;
constexpr qint64 maxTerminalFileBytes = 64 * 1024;
constexpr int fingerprintDigits = 64;
const QString hostKey = QStringLiteral("host");
const QString portKey = QStringLiteral("port");

bool isFingerprint(const QString &text)
{
    return text.size() == fingerprintDigits && std::ranges::all_of(text, [](QChar c) {
        return (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
            || (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
    });
}

QJsonObject fileToJson(const TerminalFile &file)
{
    QJsonObject json{{QStringLiteral("format"), terminalFileFormat}, {hostKey, file.service.host},
        {portKey, file.service.port}, {QStringLiteral("fingerprint"), file.fingerprint},
        {QStringLiteral("terminal"), file.terminal.value()},
        {QStringLiteral("kind"), terminalKindName(file.kind)},
        {QStringLiteral("token"), file.token}};
    if (!file.mark.isEmpty())
        json.insert(QStringLiteral("mark"), file.mark);
    if (!file.counter.isEmpty())
        json.insert(QStringLiteral("counter"), file.counter.value());
    return json;
}

Result<TerminalFile> fileFromJson(const QJsonObject &json)
{
    FieldReader in(json);
    if (const qint64 format = in.integer(QStringLiteral("format"));
        in.ok() && format != terminalFileFormat)
        return failure(ErrorCode::Unsupported,
            QStringLiteral("the terminal file has format %1, this version knows %2")
                .arg(format)
                .arg(terminalFileFormat),
            QStringLiteral("newerVersion"));
    TerminalFile file;
    file.service.host = in.text(hostKey);
    const qint64 port = in.integer(portKey);
    if (port < 1 || port > 65535)
        in.fault(portKey, QStringLiteral("is not a port"));
    file.service.port = quint16(port);
    file.fingerprint = in.text(QStringLiteral("fingerprint"));
    if (!isFingerprint(file.fingerprint))
        in.fault(QStringLiteral("fingerprint"),
            QStringLiteral("is not a SHA-256 in lower-case hexadecimal"));
    file.terminal = in.id<TerminalId>(QStringLiteral("terminal"));
    if (const auto kind = terminalKindFromName(in.text(QStringLiteral("kind"))))
        file.kind = *kind;
    else
        in.fault(QStringLiteral("kind"), QStringLiteral("is none of kiosk, counter, display"));
    file.token = in.text(QStringLiteral("token"));
    file.mark = in.optionalText(QStringLiteral("mark"));
    file.counter = in.optionalId<CounterId>(QStringLiteral("counter"));
    if (!in.ok())
        return in.error();
    return file;
}

} // namespace

QByteArray terminalFileToBytes(const TerminalFile &file)
{
    return QJsonDocument(fileToJson(file)).toJson();
}

QByteArray terminalSettingsToBytes(const TerminalFile &file)
{
    QJsonObject json = fileToJson(file);
    json.remove(hostKey);
    json.remove(portKey);
    return toBytes(json);
}

Result<TerminalFile> terminalFileFromBytes(const QByteArray &bytes)
{
    return parseObject(bytes).and_then(fileFromJson);
}

Result<TerminalFile> terminalFileFromSettings(const QByteArray &settings, const HostPort &service)
{
    return parseObject(settings).and_then([&](QJsonObject json) {
        json.insert(hostKey, service.host);
        json.insert(portKey, service.port);
        return fileFromJson(json);
    });
}

Result<TerminalFile> loadTerminalFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        const ErrorCode code = file.exists() ? ErrorCode::Unavailable : ErrorCode::NotFound;
        return failure(code, path + QStringLiteral(": ") + file.errorString());
    }
    return terminalFileFromBytes(file.read(maxTerminalFileBytes)).map_error([&](Error error) {
        error.detail.prepend(path + QStringLiteral(": "));
        return error;
    });
}

Result<> saveTerminalFile(const QString &path, const TerminalFile &file)
{
    QSaveFile out(path);
    // Narrowed before the token is in it.
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || out.write(terminalFileToBytes(file)) < 0 || !out.commit())
        return failure(ErrorCode::Unavailable, path + QStringLiteral(": ") + out.errorString());
    return {};
}

} // namespace antre
