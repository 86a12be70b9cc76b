// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

class QKeyEvent;

namespace antre {

class Key;

/// The keys that can be pressed in `part` now, in the order in which they are read.
[[nodiscard]] QList<Key *> keysInOrder(const QWidget *part);

/// Those of them that a number chooses, the first by 1: what the page is about, then its next step,
/// then the rest. Letters of a keyboard have no number.
[[nodiscard]] QList<Key *> numberedKeys(const QWidget *part);

/// The numbers at the keys, while somebody walks by keypad or listens. Nothing to touch.
class KeyNumbers : public QWidget
{
    Q_OBJECT
public:
    explicit KeyNumbers(QWidget *window);
    /// Numbers the keys of `part`; null: none.
    void follow(QWidget *part);
    void setTheme(const Theme &theme);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPointer<QWidget> m_part;
    Theme m_theme;
};

/// Where the focus is, to be found again when everything has been built anew.
struct KeypadSpot
{
    bool isInBar = false;
    qsizetype index = -1;
    QString name;
};

/// Everything by a number pad or a keyboard alone, for who can't see or reach the glass. Digits
/// choose the numbered keys: at once, or with Enter where a second digit could follow. Arrows and
/// Tab move, Enter and Space press, 0, Escape and Backspace go back, the star asks to listen. It
/// moves the focus and reports the rest.
class Keypad : public QObject
{
    Q_OBJECT
public:
    explicit Keypad(QWidget *window);

    /// What may be walked through: the page or what covers it, and the help bar, which comes last.
    void setParts(QWidget *stage, QWidget *bar);
    /// Whether this key press was one of its own.
    [[nodiscard]] bool takes(const QKeyEvent &event);
    /// A finger touched the glass: whoever walked stands before it now.
    void touched();
    /// Somebody typed on a keyboard: they walk, from where the page has put the focus.
    void typed();
    [[nodiscard]] bool isWalking() const { return m_walking; }

    [[nodiscard]] KeypadSpot spot() const;
    void restore(const KeypadSpot &spot);
    /// To where a new page begins.
    void focusFirst();

Q_SIGNALS:
    void backWanted();
    void listenWanted();
    void walkingChanged(bool walking);

private:
    bool moves(const QKeyEvent &event);
    void step(int by);
    void digit(int digit);
    void press(Key *key);
    void setWalking(bool walking);
    [[nodiscard]] Key *focused() const;

    QWidget *m_window;
    QPointer<QWidget> m_stage;
    QPointer<QWidget> m_bar;
    int m_typed = 0; ///< a first digit that a second may follow
    QElapsedTimer m_sinceDigit;
    bool m_walking = false;
};

} // namespace antre
