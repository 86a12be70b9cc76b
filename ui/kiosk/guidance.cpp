// SPDX-License-Identifier: Apache-2.0
#include "kiosk/guidance.h"

#include "common/key.h"
#include "common/pressguard.h"
#include "kiosk/keypad.h"
#include "voice/narrator.h"

#include <QAccessible>
#include <QTimer>

namespace antre {

namespace {

QString sentence(QString words)
{
    words = words.trimmed();
    if (!words.isEmpty() && !QStringLiteral(".?!:…").contains(words.back()))
        words += u'.';
    return words;
}

/// Name, whether it is chosen, and what else is known of it.
QString keyWords(QAccessibleInterface &key, qsizetype number)
{
    QString name = key.text(QAccessible::Name);
    if (number > 0)
        name = QString::number(number) % QStringLiteral(": ") % name;
    QStringList sentences{sentence(name)};
    if (key.state().checked)
        sentences << Guidance::tr("Chosen.");
    if (const QString more = key.text(QAccessible::Description); !more.isEmpty())
        sentences << sentence(more);
    return sentences.join(u' ');
}

void collect(
    QAccessibleInterface *item, const QList<Key *> &numbered, std::vector<SpokenPart> &parts)
{
    if (!item || item->state().invisible)
        return;
    auto *widget = qobject_cast<QWidget *>(item->object());
    if (auto *key = qobject_cast<Key *>(widget)) {
        if (!key->property(PressGuard::types).toBool())
            parts.push_back({keyWords(*item, numbered.indexOf(key) + 1), key});
        return;
    }
    if (item->role() == QAccessible::StaticText || item->role() == QAccessible::Graphic) {
        QString words = sentence(item->text(QAccessible::Name));
        // A picture often says what stands beside it.
        if (!words.isEmpty() && (parts.empty() || parts.back().words != words))
            parts.push_back({words, widget});
    }
    for (int i = 0; i < item->childCount(); ++i)
        collect(item->child(i), numbered, parts);
}

} // namespace

std::vector<SpokenPart> spokenParts(QWidget *part, const QList<Key *> &numbered)
{
    std::vector<SpokenPart> parts;
    if (part)
        collect(QAccessible::queryAccessibleInterface(part), numbered, parts);
    return parts;
}

Guidance::Guidance(QWidget *window)
    : QObject(window)
{
}

void Guidance::setNarrator(Narrator *narrator)
{
    m_narrator = narrator;
    if (!narrator)
        return;
    connect(narrator, &Narrator::readyChanged, this, &Guidance::offerChanged);
    connect(narrator, &Narrator::reading, this, [this](int index) {
        Q_EMIT reading();
        Q_EMIT pointed(
            size_t(index) < m_parts.size() ? m_parts[size_t(index)].widget.data() : nullptr);
    });
    connect(narrator, &Narrator::finished, this, [this] {
        Q_EMIT reading();
        Q_EMIT pointed(nullptr);
    });
    tellVoices();
    Q_EMIT offerChanged();
}

void Guidance::setLanguages(const QStringList &languages, const QMap<QString, QString> &voices)
{
    if (languages == m_languages && voices == m_voices)
        return;
    m_languages = languages;
    m_voices = voices;
    tellVoices();
}

void Guidance::tellVoices()
{
    if (!m_narrator || m_languages.isEmpty())
        return;
    QStringList voices;
    for (const QString &language : m_languages)
        voices << voiceOf(language);
    voices.removeDuplicates();
    m_narrator->setVoices(voices);
    // When the screen stands: looking for devices takes a moment.
    QTimer::singleShot(0, m_narrator, &Narrator::check);
}

QString Guidance::voiceOf(const QString &language) const
{
    return m_voices.value(language, language);
}

bool Guidance::isOffered(const QString &language) const
{
    return m_narrator && m_narrator->speaks(voiceOf(language));
}

bool Guidance::isReading() const { return m_narrator && m_narrator->isReading(); }

void Guidance::setOn(bool on)
{
    m_on = on;
    if (on)
        return;
    m_toldKeypad = false;
    interrupt();
}

void Guidance::interrupt()
{
    m_interrupted = isReading();
    if (!m_interrupted)
        return;
    m_narrator->stop();
    Q_EMIT pointed(nullptr);
}

void Guidance::read(
    const QList<QWidget *> &parts, QWidget *stage, const QString &language, bool byKeypad)
{
    std::vector<SpokenPart> all;
    if (byKeypad && !std::exchange(m_toldKeypad, true))
        all.push_back(
            {tr("Type the number of your choice, or walk with the arrows and press Enter. "
                "Zero goes back, the star reads again."),
                nullptr});
    const auto numbered = numberedKeys(stage);
    for (auto *part : parts) {
        const auto more = spokenParts(part, numbered);
        all.insert(all.end(), more.begin(), more.end());
    }
    speak(all, language);
}

void Guidance::say(Key *key, QWidget *stage, const QString &language)
{
    if (auto *item = QAccessible::queryAccessibleInterface(key))
        speak({{keyWords(*item, numberedKeys(stage).indexOf(key) + 1), key}}, language);
}

void Guidance::speak(const std::vector<SpokenPart> &parts, const QString &language)
{
    if (!isOffered(language))
        return;
    m_parts = parts;
    QStringList sentences;
    for (const auto &part : parts)
        sentences << part.words;
    Q_EMIT spoken(sentences);
    m_narrator->read(sentences, voiceOf(language));
}

} // namespace antre
