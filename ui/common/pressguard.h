// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <chrono>

namespace antre {

/// One finger at a time, for all keys of a window: ten fingers, a resting palm or a double tap
/// press one key once. The first touch holds; others are ignored until it ends and for `rest`
/// after. A hold of more than `palmAfter` is a palm and gives way to a new touch, because nothing
/// here wants a long press.
///
/// Keys that type (Key::setTyping) are played faster: the next letter need not wait for `rest`,
/// only the same one for `sameLetter`, and a second finger on another of them ends the first one's
/// press, which acts then. Other keys still rest after a letter, since what can be found moves with
/// it.
class PressGuard : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds rest{300};
    static constexpr std::chrono::milliseconds palmAfter{1000};
    static constexpr std::chrono::milliseconds sameLetter{150};
    /// Set to true on a key that types.
    static constexpr const char *types = "antreTypes";

    /// The guard that all keys of the widget's window share; it lives as long as the window.
    [[nodiscard]] static PressGuard &of(QWidget *widget);

    /// A touch went down on `key`. Whether it counts.
    [[nodiscard]] bool press(QAbstractButton *key);
    /// The touch that pressed `key` left the glass. Whether it held until now, so that the key may
    /// act.
    [[nodiscard]] bool release(QAbstractButton *key);
    /// Whether a finger holds a key just now: pages that would be built anew wait until it is free.
    [[nodiscard]] bool isHeld() const { return m_held != nullptr; }
    /// The touch was taken away by the window system.
    void cancel(QAbstractButton *key);
    /// No key reacts for this long: for a page that comes up under a finger that is still tapping.
    void pause(std::chrono::milliseconds pause);

Q_SIGNALS:
    /// The finger that held left the glass; its key has acted if it should.
    void freed();

private:
    explicit PressGuard(QWidget *window);
    [[nodiscard]] bool typesOn(const QAbstractButton *key, std::chrono::milliseconds now) const;
    void actHeld();

    QElapsedTimer m_clock;
    QPointer<QAbstractButton> m_held;
    std::chrono::milliseconds m_heldSince{0};
    std::chrono::milliseconds m_quietUntil{0};
    QPointer<QAbstractButton>
        m_typed; ///< the letter after which all rest; null: not after a letter
    std::chrono::milliseconds m_typedAt{0};
};

} // namespace antre
