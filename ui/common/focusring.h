// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"

#include <QList>
#include <QPointer>
#include <QWidget>

namespace antre {

/// Two rings around the key that has the keyboard's focus, kunyit inside ink, so that they are seen
/// on any ground. One for a window, above all else in it; shows only while somebody walks by
/// keyboard.
class FocusRing : public QWidget
{
    Q_OBJECT
public:
    /// Always: as at a desk. Walking: only while the last thing done was done by keyboard, as on a
    /// touch screen, where focus comes by itself with every page.
    enum class Shown { Always, Walking };
    FocusRing(const Theme &theme, QWidget *window, Shown shown = Shown::Always);
    void setTheme(const Theme &theme);
    /// Set this property to true on whatever else deserves the ring: a field, a list.
    static constexpr const char *followMe = "antreFocusRing";

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *focused);
    void place();

    Theme m_theme;
    QPointer<QWidget> m_focused;
    Shown m_shown;
    bool m_walking = false; ///< the last thing done in this program was done by keyboard
    QList<QObject *> m_followed; ///< compared only; ///< it and what it stands in
};

} // namespace antre
