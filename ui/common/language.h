// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

namespace antre {

/// The language in which tr() answers, switchable while the program runs. English is in the source;
/// all others are built in as :/i18n/antre_LANGUAGE.qm. One for a program; interface thread only.
/// Qt's own texts are not shown.
class Language : public QObject
{
    Q_OBJECT
public:
    explicit Language(QObject *parent = nullptr);
    ~Language() override;

    /// `code` is ISO 639-1. A language that isn't built in leaves English, with a warning.
    void set(const QString &code);
    [[nodiscard]] QString code() const { return m_code; }

private:
    QTranslator m_translator;
    QString m_code;
};

/// A language's name in itself: "Bahasa Indonesia", "English".
[[nodiscard]] QString languageName(const QString &code);
/// What begins a sentence.
[[nodiscard]] QString capitalised(QString text);

} // namespace antre
