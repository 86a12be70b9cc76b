// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"
#include "counter/counterview.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace antre {

class CounterBar;
class NoteStrip;
class UndoStrip;

/// The desk as one line above all other programs. It grows by a strip when there is something to
/// say or to take back. Dragged by its ground, or moved by Ctrl and arrows.
class BarWindow : public QWidget
{
    Q_OBJECT
public:
    explicit BarWindow(const Theme &theme);
    void setView(const CounterView &view, const QString &hint);
    /// Puts the bar there, or where it can be seen if that is on no screen. Absent: top right.
    void place(std::optional<QPoint> corner);
    /// Whether a click takes the keyboard away from the program below: not needed where global keys
    /// work.
    void setTakesKeyboard(bool takes);
    [[nodiscard]] CounterBar *bar() const { return m_bar; }
    [[nodiscard]] NoteStrip *note() const { return m_note; }
    [[nodiscard]] UndoStrip *undo() const { return m_undo; }

Q_SIGNALS:
    void pressed(antre::Wish wish);
    void windowWanted();
    /// The officer put the bar elsewhere, and let go of it.
    void placed(const QPoint &corner);

protected:
    void paintEvent(QPaintEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void fit();
    void moveTo(QPoint corner);

    Theme m_theme;
    CounterBar *m_bar;
    NoteStrip *m_note;
    UndoStrip *m_undo;
    QPoint m_corner; ///< of the line itself
    QPoint m_lineAt; ///< of the line in the window: strips may stand above it
    QPoint m_asked; ///< where the window was put last
    std::optional<QPoint> m_held; ///< where the ground was grasped
    QTimer m_rests; ///< runs while the bar is on the move
};

} // namespace antre
