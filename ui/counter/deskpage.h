// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"
#include "counter/counterview.h"

#include <QTimer>
#include <QWidget>

namespace antre {

class DesktopKey;
class NoteStrip;
class QueuePanel;
class TicketCard;

/// The officer's desk: the present visitor and the keys on the left, the queue on the right.
class DeskPage : public QWidget
{
    Q_OBJECT
public:
    explicit DeskPage(const Theme &theme, QWidget *parent = nullptr);
    void setView(const CounterView &view);
    /// Says for a while why a key did nothing.
    void hint(const QString &sentence);
    [[nodiscard]] DesktopKey *key(Wish wish) const { return m_keys[size_t(wish)]; }
    [[nodiscard]] QueuePanel *queue() const { return m_queue; }
    [[nodiscard]] NoteStrip *note() const { return m_note; }

Q_SIGNALS:
    void pressed(antre::Wish wish);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeKeys();
    [[nodiscard]] QWidget *makeLeft();
    void setKey(Wish wish);
    void setNote();

    Theme m_theme;
    CounterView m_view;
    TicketCard *m_card;
    NoteStrip *m_note;
    std::array<DesktopKey *, wishCount> m_keys{};
    QueuePanel *m_queue;
    QString m_hint;
    QTimer m_hintEnds;
    QTimer m_answerIsLate; ///< an answer usually comes at once; words for it would only flicker
};

} // namespace antre
