// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/card.h"
#include "counter/counterview.h"

class QScrollArea;

namespace antre {

class Chip;
class MarkedLine;
class NumberLabel;
class TextLabel;

/// The visitor at the counter: number, service, why just that one, what had to be brought. With
/// nobody there it says who would come next, or that the counter rests.
class TicketCard : public Card
{
    Q_OBJECT
public:
    /// `tight`: as low as can be.
    TicketCard(const Theme &theme, bool tight, QWidget *parent = nullptr);
    void setView(const CounterView &view);
    /// The card may be so high, in pixels. The papers step back when they would cut the number.
    void setRoom(int height);
    [[nodiscard]] QWidget *requirements() const;

private:
    void layOut();
    void layOutPapers();
    void showTicket(const CounterView &view);
    void showNobody(const CounterView &view);
    void showPause(const CounterView &view);
    void showTimer(std::chrono::seconds lasting, const QString &language);
    [[nodiscard]] static QString story(const CounterView &view);
    void showRequirements(const QStringList &requirements);
    void fitPapers();

    Theme m_theme;
    bool m_tight;
    Chip *m_phase;
    Chip *m_class;
    NumberLabel *m_timer;
    TextLabel *m_unit;
    QWidget *m_numberPart;
    NumberLabel *m_number;
    TextLabel *m_service;
    TextLabel *m_story;
    MarkedLine *m_visit; ///< the visit has further services
    MarkedLine *m_slip; ///< the paper is not as it should be
    MarkedLine *m_noted; ///< what was pressed without a connection
    MarkedLine *m_note; ///< an officer's remark
    QWidget *m_papers; ///< all below the story
    QScrollArea *m_scroll;
    QStringList m_shown;
    bool m_wantsPapers = false;
    int m_room = QWIDGETSIZE_MAX;
};

} // namespace antre
