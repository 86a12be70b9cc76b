// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"
#include "counter/counterview.h"
#include "counter/panel.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace antre {

class CounterBar;
class DesktopKey;
class MainKeys;
class NoteStrip;
class QueuePanel;
class TicketCard;
class UndoStrip;

/// How much of the desk is shown.
enum class DeskShape {
    Roomy, ///< the visitor's card and all keys on the left, the queue on the right
    Tight, ///< the same for large letters or a small screen
    List, ///< the queue alone in large rows, below one line of keys
};

/// The officer's desk: the present visitor, the keys, the queue. A panel can take the queue's
/// place.
class DeskPage : public QWidget
{
    Q_OBJECT
public:
    DeskPage(const Theme &theme, DeskShape shape, QWidget *parent = nullptr);
    /// `hint`: why a key did nothing, for a while; empty: none.
    void setView(const CounterView &view, const QString &hint);
    /// Takes ownership; replaces what was open. Null: the queue again.
    void open(Panel *panel);
    [[nodiscard]] Panel *panel() const { return m_panel; }
    void takeFocus();
    /// The key of that wish, the large one if it has two.
    [[nodiscard]] DesktopKey *key(Wish wish) const;
    [[nodiscard]] QueuePanel *queue() const { return m_queue; }
    [[nodiscard]] NoteStrip *note() const { return m_note; }
    [[nodiscard]] UndoStrip *undo() const { return m_undo; }

Q_SIGNALS:
    void pressed(antre::Wish wish);
    void rowPressed(antre::Wish wish, const antre::TicketId &ticket);
    void wanted(antre::Wish wish, const antre::CommandData &command);
    void panelClosed();
    void hintRead();
    /// The whole window again, from the list alone.
    void windowWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeKeys();
    [[nodiscard]] QWidget *makeLeft();
    void layOutDesk();
    void layOutList();
    void setKeys();
    void setKey(Wish wish);
    void makeRoom();
    void showLeft();

    Theme m_theme;
    DeskShape m_shape;
    CounterView m_view;
    NoteStrip *m_note;
    UndoStrip *m_undo;
    QWidget *m_left = nullptr;
    TicketCard *m_card = nullptr;
    MainKeys *m_main = nullptr;
    CounterBar *m_bar = nullptr;
    std::array<DesktopKey *, wishCount> m_keys{};
    QStackedWidget *m_side;
    QueuePanel *m_queue = nullptr;
    QPointer<Panel> m_panel;
    QTimer m_answerIsLate; ///< an answer usually comes at once; words for it would only flicker
};

} // namespace antre
