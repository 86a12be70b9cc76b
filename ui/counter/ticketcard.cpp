// SPDX-License-Identifier: Apache-2.0
#include "counter/ticketcard.h"

#include "common/clocktext.h"
#include "common/focusring.h"
#include "common/numberlabel.h"
#include "common/textlabel.h"
#include "counter/chip.h"
#include "counter/counterwords.h"
#include "counter/look.h"
#include "counter/markedline.h"

#include <QPainter>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace antre {

namespace {

/// A dot that begins a line of a list, at the height of that line's middle.
class Bullet : public QWidget
{
public:
    Bullet(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_colour(theme.colour(Colour::Sea))
        , m_size(theme.dp(7))
    {
        setFixedSize(m_size, theme.dp(19));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_colour);
        painter.drawEllipse(QRect(0, (height() - m_size) / 2, m_size, m_size));
    }

private:
    QColor m_colour;
    int m_size;
};

/// As high as its content when there is room; scrolls when there is not.
class ListArea : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;
    [[nodiscard]] QSize sizeHint() const override
    {
        if (!widget())
            return {200, 0};
        const int width = std::max(100, viewport()->width());
        return {200,
            widget()->hasHeightForWidth() ? widget()->heightForWidth(width)
                                          : widget()->sizeHint().height()};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {100, std::min(48, sizeHint().height())};
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        if (event->size().width() != event->oldSize().width())
            updateGeometry();
    }
};

TextLabel *quiet(const Theme &theme, const QString &text, Type type, QWidget *parent)
{
    auto *label = new TextLabel(theme, text, type, Weight::Regular, parent);
    label->setColour(theme.colour(Colour::Ink2));
    return label;
}

} // namespace

/// The called number where nothing else needs the room.
static int numberPx(const Theme &theme, bool tight) { return theme.dp(tight ? 62 : 96); }

TicketCard::TicketCard(const Theme &theme, bool tight, QWidget *parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_tight(tight)
    , m_phase(new Chip(theme, this))
    , m_class(new Chip(theme, this))
    , m_timer(new NumberLabel(theme, QString(), theme.dp(20), this))
    , m_unit(quiet(theme, tr("min"), Type::Body, this))
    , m_numberPart(new QWidget(this))
    , m_number(new NumberLabel(theme, QString(), numberPx(theme, tight), m_numberPart))
    , m_service(new TextLabel(theme, QString(), Type::Lead, Weight::Bold, this))
    , m_story(quiet(theme, QString(), Type::Body, this))
    , m_visit(new MarkedLine(theme, QStringLiteral("ui-document"), Colour::Sea, this))
    , m_slip(new MarkedLine(theme, QStringLiteral("ui-paper-out"), Colour::Brick, this))
    , m_noted(new MarkedLine(theme, QStringLiteral("ui-check"), Colour::Leaf, this))
    , m_note(new MarkedLine(theme, QStringLiteral("ui-info"), Colour::Sea, this))
    , m_papers(new QWidget(this))
    , m_scroll(new ListArea(m_papers))
{
    m_unit->setOneLine();
    m_unit->setAlign(Qt::AlignLeft | Qt::AlignVCenter);
    m_timer->setAlign(Qt::AlignRight | Qt::AlignVCenter);
    m_number->setAlign(Qt::AlignLeft | Qt::AlignVCenter);
    m_service->setLineHeight(1.2);
    m_service->setMaxLines(3);
    makePlain(m_scroll, theme);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setProperty(FocusRing::followMe, true);
    m_scroll->setAccessibleName(tr("What the visitor had to bring"));
    layOut();
}

QWidget *TicketCard::requirements() const { return m_scroll; }

void TicketCard::layOut()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(m_theme.dp(8));
    head->addWidget(m_phase);
    head->addWidget(m_class);
    head->addStretch();
    head->addWidget(m_timer);
    head->addWidget(m_unit);
    auto *large = new QVBoxLayout(m_numberPart);
    large->setContentsMargins(0, m_theme.dp(m_tight ? 6 : 18), 0, m_theme.dp(2));
    large->addWidget(m_number);
    // Papers can scroll; the number may not be cut.
    m_numberPart->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *all = new QVBoxLayout(this);
    const int above = m_theme.dp(m_tight ? 10 : 16);
    const int side = m_theme.dp(m_tight ? 14 : 20);
    all->setContentsMargins(side, above, side, above);
    all->setSpacing(0);
    all->addLayout(head);
    all->addWidget(m_numberPart);
    all->addSpacing(m_theme.dp(m_tight ? 4 : 12));
    all->addWidget(m_service);
    all->addSpacing(m_theme.dp(4));
    all->addWidget(m_story);
    all->addWidget(m_visit);
    all->addWidget(m_note);
    all->addWidget(m_slip);
    all->addWidget(m_noted);
    all->addWidget(m_papers, 1);
    layOutPapers();
}

void TicketCard::layOutPapers()
{
    auto *column = new QVBoxLayout(m_papers);
    column->setContentsMargins(0, m_theme.dp(m_tight ? 6 : 12), 0, 0);
    column->setSpacing(0);
    column->addWidget(hairLine(m_theme, m_papers));
    column->addSpacing(m_theme.dp(m_tight ? 4 : 10));
    column->addWidget(quiet(m_theme, tr("To bring"), Type::Caption, m_papers));
    column->addSpacing(m_theme.dp(4));
    column->addWidget(m_scroll, 1);
}

static QString iconOf(const CounterView &view)
{
    if (view.pause)
        return QStringLiteral("ui-park");
    return view.phase == DeskPhase::Called ? QStringLiteral("ui-call")
                                           : QStringLiteral("ui-counter");
}

void TicketCard::setView(const CounterView &view)
{
    m_phase->setChip(iconOf(view), view.pause ? tr("Break") : CounterWords::phase(view.phase));
    const bool rests = view.pause && !view.current;
    m_service->setFontPx(m_theme.typePx(rests ? Type::Headline : Type::Lead), Weight::Bold);
    if (view.current)
        showTicket(view);
    else if (rests)
        showPause(view);
    else
        showNobody(view);
    // Once it is noted that the visitor is done, nobody asks for papers any more.
    m_wantsPapers = view.current && !view.current->requirements.isEmpty()
        && (!view.current->noted || view.current->noted == Wish::Start);
    m_numberPart->setVisible(view.current.has_value());
    m_timer->setVisible(view.current || rests);
    m_unit->setVisible(view.current || rests);
    fitPapers();
}

void TicketCard::setRoom(int height)
{
    m_room = height;
    fitPapers();
}

void TicketCard::fitPapers()
{
    static constexpr int papersMin = 80; // heading and two lines
    static constexpr int numberMin = 40; // still by far the largest on the card
    static constexpr double heightOfPx = 0.8; // a number label's
    const QLayoutItem *papers = layout()->itemAt(layout()->indexOf(m_papers));
    const int full = numberPx(m_theme, m_tight);
    int needed = layout()->totalHeightForWidth(width());
    if (!papers->isEmpty())
        needed -= papers->hasHeightForWidth()
            ? papers->heightForWidth(layout()->contentsRect().width())
            : papers->sizeHint().height();
    needed += int(std::ceil(full * heightOfPx)) - m_number->sizeHint().height();
    const int missing = std::max(0, needed - m_room);
    m_number->setPixels(
        std::max(full - int(std::ceil(missing / heightOfPx)), m_theme.dp(numberMin)));
    m_papers->setVisible(m_wantsPapers && needed + m_theme.dp(papersMin) <= m_room);
}

void TicketCard::showTimer(std::chrono::seconds lasting, const QString &language)
{
    m_timer->setNumber(CounterWords::timer(lasting, language));
    m_timer->setAccessibleName(tr("%1 minutes").arg(m_timer->number()));
}

QString TicketCard::story(const CounterView &view)
{
    const CurrentTicket &ticket = *view.current;
    QStringList story{tr("Taken %1").arg(clockText(ticket.takenAt, view.language)),
        tr("waited %1").arg(CounterWords::minutes(ticket.waited))};
    if (const QString why = CounterWords::why(ticket.why, ticket.headStart); !why.isEmpty())
        story.append(why);
    if (ticket.appointment)
        story.append(tr("appointment %1").arg(clockText(*ticket.appointment, view.language)));
    if (view.phase == DeskPhase::Called && ticket.calls > 1)
        story.append(tr("called %1").arg(CounterWords::calls(ticket.calls)));
    if (!ticket.was.isEmpty())
        story.prepend(CounterWords::was(ticket.was));
    if (CounterWords::slipAdvice(ticket.slip).isEmpty())
        story.append(CounterWords::slip(ticket.slip));
    return story.join(QStringLiteral(" · "));
}

void TicketCard::showTicket(const CounterView &view)
{
    const CurrentTicket &ticket = *view.current;
    m_class->setChip(ticket.classIcon, ticket.className);
    showTimer(ticket.lasting, view.language);
    m_number->setNumber(ticket.number);
    m_service->setMarkup(ticket.service);
    m_visit->setMarkup(CounterWords::visitSoFar(view));
    m_slip->setMarkup(CounterWords::slipAdvice(ticket.slip));
    m_note->setMarkup(ticket.note.isEmpty() ? QString() : tr("<b>Note:</b> %1").arg(ticket.note));
    m_noted->setMarkup(ticket.noted ? CounterWords::notedHere(*ticket.noted) : QString());
    m_story->show();
    m_story->setMarkup(story(view));
    showRequirements(ticket.requirements);
}

void TicketCard::showPause(const CounterView &view)
{
    m_class->setChip({}, {});
    for (MarkedLine *line : {m_visit, m_slip, m_noted, m_note})
        line->setMarkup({});
    showRequirements({});
    showTimer(view.pause->lasting, view.language);
    m_service->setMarkup(tr("Counter on a break"));
    m_story->show();
    m_story->setMarkup(CounterWords::pauseStory(view));
}

void TicketCard::showNobody(const CounterView &view)
{
    m_class->setChip({}, {});
    for (MarkedLine *line : {m_visit, m_slip, m_noted, m_note})
        line->setMarkup({});
    showRequirements({});
    m_service->setMarkup(tr("Nobody at the counter"));
    m_story->setVisible(!view.waiting.empty());
    if (view.waiting.empty())
        return;
    const WaitingRow &next = view.waiting.front();
    QString words = tr("Next is %1: %2, waiting %3.")
                        .arg(next.number, next.service, CounterWords::minutes(next.waited));
    // Said only where it needs saying: somebody else waits longer.
    if (const QString why = CounterWords::whyNext(next, view.language); !why.isEmpty())
        words = words % u' ' % why;
    m_story->setMarkup(words);
}

void TicketCard::showRequirements(const QStringList &requirements)
{
    if (requirements == m_shown)
        return;
    m_shown = requirements;
    auto *list = new QWidget;
    auto *lines = new QVBoxLayout(list);
    lines->setContentsMargins(0, m_theme.dp(2), m_theme.dp(8), m_theme.dp(2));
    lines->setSpacing(m_theme.dp(4));
    for (const QString &requirement : requirements) {
        auto *line = new QHBoxLayout;
        line->setSpacing(m_theme.dp(9));
        line->addWidget(new Bullet(m_theme, list), 0, Qt::AlignTop);
        line->addWidget(new TextLabel(m_theme, requirement, Type::Body, Weight::Regular, list), 1);
        lines->addLayout(line);
    }
    lines->addStretch();
    m_scroll->setWidget(list);
    m_scroll->updateGeometry();
    m_scroll->setAccessibleDescription(requirements.join(QStringLiteral("; ")));
}

} // namespace antre
