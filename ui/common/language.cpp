// SPDX-License-Identifier: Apache-2.0
#include "common/language.h"

#include <QCoreApplication>
#include <QDebug>
#include <QLocale>

namespace antre {

Language::Language(QObject *parent)
    : QObject(parent)
{
}

Language::~Language() { QCoreApplication::removeTranslator(&m_translator); }

void Language::set(const QString &code)
{
    if (code == m_code)
        return;
    QCoreApplication::removeTranslator(&m_translator);
    m_code = code;
    if (m_translator.load(u":/i18n/antre_" % code % u".qm"))
        QCoreApplication::installTranslator(&m_translator);
    else if (code != QLatin1String("en"))
        qWarning("No translation into %s is built in", qUtf8Printable(code));
}

QString languageName(const QString &code)
{
    if (code == QLatin1String("id"))
        return QStringLiteral("Bahasa Indonesia");
    if (code == QLatin1String("en"))
        return QStringLiteral("English"); // QLocale would say which English
    const QString name = QLocale(code).nativeLanguageName();
    return name.isEmpty() ? code : capitalised(name);
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace antre
