// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QMap>
#include <QObject>
#include <QPointer>
#include <QWidget>

namespace antre {

class Key;
class Narrator;

/// Something on the screen, as it is said.
struct SpokenPart
{
    QString words;
    QPointer<QWidget> widget;
};

/// Everything that `part` says, in the order of its widgets, as the accessibility tree tells it: a
/// screen reader hears the same, so what is heard can't differ from what is shown. Keys that have a
/// number are said with it; a keyboard's letters are not read.
[[nodiscard]] std::vector<SpokenPart> spokenParts(QWidget *part, const QList<Key *> &numbered);

/// Spoken guidance: reads the screen aloud to a visitor who asked for it, and what the focus
/// reaches. Whether there is a voice at all is the Narrator's knowledge; without one nothing is
/// offered.
class Guidance : public QObject
{
    Q_OBJECT
public:
    explicit Guidance(QWidget *window);
    /// Lives longer than this, or is taken away with null.
    void setNarrator(Narrator *narrator);
    /// The languages that may be read. `voices`: who reads one that the synthesiser doesn't speak.
    void setLanguages(const QStringList &languages, const QMap<QString, QString> &voices);
    /// Whether the listen key may be offered to who reads in `language`.
    [[nodiscard]] bool isOffered(const QString &language) const;

    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return m_on; }
    /// Reads these parts of the window, one after the other; `stage` is the one whose keys have
    /// numbers. `byKeypad`: says first how the keypad is used, once a visit.
    void read(
        const QList<QWidget *> &parts, QWidget *stage, const QString &language, bool byKeypad);
    /// Says the key that the focus has reached.
    void say(Key *key, QWidget *stage, const QString &language);
    /// A touch or a key: silence, and whoever asks learns whether it broke into something.
    void interrupt();
    [[nodiscard]] bool wasInterrupted() const { return m_interrupted; }
    [[nodiscard]] bool isReading() const;

Q_SIGNALS:
    /// A voice has come or gone.
    void offerChanged();
    /// Somebody is being read to: the screen waits for them.
    void reading();
    /// These sentences are read from now on.
    void spoken(const QStringList &sentences);
    /// This is being read now; null: nothing is.
    void pointed(QWidget *widget);

private:
    void speak(const std::vector<SpokenPart> &parts, const QString &language);
    [[nodiscard]] QString voiceOf(const QString &language) const;
    void tellVoices();

    QPointer<Narrator> m_narrator;
    QStringList m_languages;
    QMap<QString, QString> m_voices;
    std::vector<SpokenPart> m_parts;
    bool m_on = false;
    bool m_interrupted = false;
    bool m_toldKeypad = false;
};

} // namespace antre
