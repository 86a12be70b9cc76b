// SPDX-License-Identifier: Apache-2.0
#include "counter/queuepanel.h"

#include "common/clocktext.h"
#include "common/desktopkey.h"
#include "common/focusring.h"
#include "common/headerbar.h"
#include "common/textlabel.h"
#include "counter/asidemodel.h"
#include "counter/counterwords.h"
#include "counter/look.h"
#include "counter/queuedelegate.h"
#include "counter/waitingmodel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace antre {

namespace {

constexpr int footHeight = 52;
constexpr int footKeyHeight = 40;
constexpr int narrowWidth = 480; // of the theme's pixels
constexpr int asideRowsShown = 4;
constexpr int slipsNamed = 3;

/// A table as high as its rows, up to `rowsMax`; beyond that, and where the window is low, it
/// scrolls.
class FittingTable : public QTableView
{
public:
    FittingTable(int rowsMax, QWidget *parent)
        : QTableView(parent)
        , m_rowsMax(rowsMax)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {400, heightOf(std::min(m_rowsMax, model()->rowCount()))};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {200, heightOf(std::min(2, model()->rowCount()))};
    }

private:
    [[nodiscard]] int heightOf(int rows) const
    {
        int height = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
        for (int row = 0; row < rows; ++row)
            height += rowHeight(row);
        return height;
    }

    int m_rowsMax;
};

TextLabel *oneLine(const Theme &theme, Type type, Weight weight, Colour ink, QWidget *parent)
{
    auto *label = new TextLabel(theme, QString(), type, weight, parent);
    label->setColour(theme.colour(ink));
    label->setAlign(Qt::AlignLeft | Qt::AlignVCenter);
    label->setOneLine();
    return label;
}

} // namespace

QueuePanel::QueuePanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_waitingModel(new WaitingModel(this))
    , m_asideModel(new AsideModel(this))
    , m_count(oneLine(theme, Type::Lead, Weight::Bold, Colour::Ink, this))
    , m_lines(oneLine(theme, Type::Body, Weight::Regular, Colour::Ink2, this))
    , m_waiting(makeTable(m_waitingModel, 1000, tr("Who waits, in calling order")))
    , m_empty(makeEmpty())
    , m_asideTitle(oneLine(theme, Type::Lead, Weight::Bold, Colour::Ink, this))
    , m_aside(makeTable(m_asideModel, asideRowsShown, tr("Who was set aside or did not come")))
    , m_issue(new DesktopKey(theme, KeyKind::Plain, {}, QString(), this))
    , m_badIcon(new IconPicture(
          QStringLiteral("ui-paper-out"), theme.dp(20), theme.colour(Colour::Brick), this))
    , m_calmIcon(
          new IconPicture(QStringLiteral("ui-info"), theme.dp(20), theme.colour(Colour::Sea), this))
    , m_news(oneLine(theme, Type::Body, Weight::Bold, Colour::Brick, this))
    , m_linkIcon(new IconPicture(
          QStringLiteral("ui-check"), theme.dp(17), theme.colour(Colour::Leaf), this))
    , m_lostIcon(new IconPicture(
          QStringLiteral("ui-wifi-off"), theme.dp(20), theme.colour(Colour::Brick), this))
    , m_link(oneLine(theme, Type::Body, Weight::Regular, Colour::Ink2, this))
{
    setUpTables();
    m_asideTitle->setFontPx(theme.dp(16), Weight::Bold);
    m_asideTitle->setMarkup(tr("Set aside and missed"));
    m_asideTitle->setContentsMargins(theme.dp(20), theme.dp(14), theme.dp(20), theme.dp(10));
    m_asideTitle->setFixedHeight(theme.dp(46));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(1, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(makeHeading());
    all->addWidget(m_waiting);
    all->addWidget(m_empty);
    all->addWidget(m_asideTitle);
    all->addWidget(m_aside);
    all->addStretch(1);
    all->addWidget(makeFoot());
}

QTableView *QueuePanel::makeTable(QAbstractItemModel *model, int rowsShown, const QString &name)
{
    auto *table = new FittingTable(rowsShown, this);
    table->setModel(model);
    table->setItemDelegate(new QueueDelegate(m_theme, table));
    makePlain(table, m_theme);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(QueueDelegate::rowHeight(m_theme));
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->setAccessibleName(name);
    table->installEventFilter(this);
    return table;
}

void QueuePanel::setUpTables()
{
    QHeaderView *header = m_waiting->horizontalHeader();
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setFixedHeight(m_theme.dp(25));
    header->setMinimumSectionSize(m_theme.dp(40));
    header->setFont(m_theme.font(Type::Caption));
    header->setStyleSheet(
        QStringLiteral("QHeaderView { background: %1; } QHeaderView::section { border: 0; "
                       "background: %1; color: %2; padding: 0 %3px %5px %3px; }"
                       "QHeaderView::section:first { padding-left: %4px; } "
                       "QHeaderView::section:last { padding-right: %4px; }")
            .arg(m_theme.colour(Colour::Paper).name(), m_theme.colour(Colour::Ink2).name())
            .arg(m_theme.dp(12))
            .arg(m_theme.dp(20))
            .arg(m_theme.dp(6)));
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignTop);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(WaitingModel::Service, QHeaderView::Stretch);
    connect(m_waiting->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &, const QModelIndex &before) {
            if (before.isValid())
                m_waiting->setIndexWidget(before.siblingAtColumn(WaitingModel::Service), nullptr);
            setWaitingKeys();
        });
    header = m_aside->horizontalHeader();
    header->hide();
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(AsideModel::What, QHeaderView::Stretch);
    fitColumns();
}

bool QueuePanel::isNarrow() const { return width() < m_theme.dp(narrowWidth); }

/// For large letters on a small screen a class is its picture alone; the tool tip has its name.
void QueuePanel::fitColumns()
{
    const bool narrow = isNarrow();
    m_waitingModel->setNarrow(narrow);
    QHeaderView *waiting = m_waiting->horizontalHeader();
    waiting->resizeSection(WaitingModel::Number, m_theme.dp(narrow ? 106 : 128));
    waiting->resizeSection(WaitingModel::Class, m_theme.dp(narrow ? 52 : 160));
    waiting->resizeSection(WaitingModel::Waited, m_theme.dp(narrow ? 104 : 112));
    QHeaderView *aside = m_aside->horizontalHeader();
    aside->resizeSection(AsideModel::Number, m_theme.dp(narrow ? 106 : 128));
    aside->resizeSection(AsideModel::Left, m_theme.dp(narrow ? 110 : 140));
    aside->resizeSection(AsideModel::Action, m_theme.dp(narrow ? 150 : 180));
}

void QueuePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
    setFoot();
    setLink();
}

QWidget *QueuePanel::makeHeading()
{
    auto *heading = new QWidget(this);
    heading->setFixedHeight(m_theme.dp(50));
    auto *row = new QHBoxLayout(heading);
    row->setContentsMargins(m_theme.dp(20), m_theme.dp(6), m_theme.dp(20), 0);
    row->setSpacing(m_theme.dp(10));
    row->addWidget(m_count);
    row->addWidget(m_lines, 1);
    return heading;
}

QWidget *QueuePanel::makeEmpty()
{
    auto *empty = new QWidget(this);
    auto *picture = new IconPicture(
        QStringLiteral("ui-people"), m_theme.dp(48), m_theme.colour(Colour::Off), empty);
    m_emptyWords = new TextLabel(m_theme, QString(), Type::Body, Weight::Regular, empty);
    m_emptyWords->setColour(m_theme.colour(Colour::Ink2));
    m_emptyWords->setAlign(Qt::AlignHCenter | Qt::AlignTop);
    auto *column = new QVBoxLayout(empty);
    column->setContentsMargins(m_theme.dp(20), m_theme.dp(50), m_theme.dp(20), m_theme.dp(30));
    column->setSpacing(m_theme.dp(12));
    column->addWidget(picture, 0, Qt::AlignHCenter);
    column->addWidget(m_emptyWords);
    return empty;
}

QWidget *QueuePanel::makeFoot()
{
    auto *foot = new QWidget(this);
    foot->setFixedHeight(m_theme.dp(footHeight));
    fill(foot, m_theme, Colour::Page);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(m_theme.dp(20), 0, m_theme.dp(20), 0);
    row->setSpacing(m_theme.dp(7));
    m_issue->setCap(CounterWords::cap(Wish::Issue));
    m_issue->setFixedHeight(m_theme.dp(footKeyHeight));
    m_issue->setPadding(m_theme.dp(10));
    connect(m_issue, &DesktopKey::clicked, this, &QueuePanel::issueWanted);
    row->addWidget(m_issue);
    row->addSpacing(m_theme.dp(8));
    row->addStretch(0);
    row->addWidget(m_badIcon);
    row->addWidget(m_calmIcon);
    row->addWidget(m_news, 1);
    m_news->setMaxLines(2);
    row->addSpacing(m_theme.dp(12));
    row->addWidget(m_linkIcon);
    row->addWidget(m_lostIcon);
    row->addWidget(m_link);
    auto *all = new QVBoxLayout(foot);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(hairLine(m_theme, foot));
    all->addLayout(row, 1);
    return foot;
}

void QueuePanel::setView(const CounterView &view)
{
    m_view = view;
    setTables();
    setHeading();
    setFoot();
    setLink();
}

TicketId QueuePanel::selected() const
{
    if (m_aside->hasFocus() && m_aside->currentIndex().isValid())
        return m_asideModel->row(m_aside->currentIndex().row()).id;
    const QModelIndex current = m_waiting->currentIndex();
    return m_waiting->hasFocus() && current.isValid() ? m_waitingModel->row(current.row()).id
                                                      : TicketId();
}

void QueuePanel::setTables()
{
    const bool grows = m_waitingModel->rowCount() != int(m_view.waiting.size())
        || m_asideModel->rowCount() != int(m_view.aside.size());
    const QModelIndex before = m_aside->currentIndex();
    const TicketId chosen = before.isValid() ? m_asideModel->row(before.row()).id : TicketId();
    m_waitingModel->show(m_view.waiting);
    m_asideModel->show(m_view.aside, m_view.language);
    const auto again = std::ranges::find(m_view.aside, chosen, &AsideRow::id);
    if (!m_aside->currentIndex().isValid() && again != m_view.aside.end())
        m_aside->selectRow(int(again - m_view.aside.begin()));
    m_waiting->setVisible(!m_view.waiting.empty());
    m_empty->setVisible(m_view.waiting.empty());
    m_asideTitle->setVisible(!m_view.aside.empty());
    m_aside->setVisible(!m_view.aside.empty());
    setWaitingKeys();
    setAsideKeys();
    if (grows) {
        m_waiting->updateGeometry();
        m_aside->updateGeometry();
    }
}

RowKeys *QueuePanel::keysAt(QTableView *table, const QModelIndex &index, const TicketId &ticket)
{
    if (auto *known = qobject_cast<RowKeys *>(table->indexWidget(index)))
        return known;
    auto *keys = new RowKeys(m_theme);
    connect(
        keys, &RowKeys::pressed, this, [this, ticket](Wish wish) { Q_EMIT pressed(wish, ticket); });
    table->setIndexWidget(index, keys);
    return keys;
}

/// The row that was chosen shows what can be done with it, also when that takes a right.
void QueuePanel::setWaitingKeys()
{
    const QModelIndex current = m_waiting->currentIndex();
    if (!current.isValid())
        return;
    const WaitingRow &row = m_waitingModel->row(current.row());
    keysAt(m_waiting, current.siblingAtColumn(WaitingModel::Service), row.id)
        ->setKeys(waitingKeys(row));
}

std::vector<RowKey> QueuePanel::waitingKeys(const WaitingRow &row) const
{
    const auto key = [&](Wish wish) {
        RowKey made;
        made.wish = wish;
        made.state = m_view.key(wish);
        made.state.isPending = made.state.isPending && m_view.pendingTicket == row.id;
        made.reason = CounterWords::hindranceSentence(made.state.hindrance, m_view);
        made.name = CounterWords::rowKey(wish) % u' ' % row.number;
        return made;
    };
    RowKey slip = key(Wish::Slip);
    slip.icon = QStringLiteral("ui-printer");
    RowKey pick = key(Wish::Pick);
    pick.words = CounterWords::rowKey(Wish::Pick);
    pick.cap = tr("Enter");
    return {slip, pick};
}

void QueuePanel::setAsideKeys()
{
    for (int at = 0; at < m_asideModel->rowCount(); ++at) {
        const AsideRow &row = m_asideModel->row(at);
        keysAt(m_aside, m_asideModel->index(at, AsideModel::Action), row.id)
            ->setKeys({asideKey(row)});
    }
}

RowKey QueuePanel::asideKey(const AsideRow &row) const
{
    RowKey key;
    key.wish = row.isParked ? Wish::Return : Wish::BringBack;
    key.words = CounterWords::rowKey(key.wish);
    key.cap = tr("Enter");
    key.name = key.words % u' ' % row.number;
    key.state = m_view.key(key.wish);
    key.state.isPending = key.state.isPending && m_view.pendingTicket == row.id;
    key.reason = CounterWords::hindranceSentence(key.state.hindrance, m_view);
    return key;
}

/// Enter does what stands on the row's key; the table alone would do nothing.
bool QueuePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return QWidget::eventFilter(watched, event);
    const QModelIndex current = static_cast<QTableView *>(watched)->currentIndex();
    if (!current.isValid() || key->isAutoRepeat())
        return true;
    if (watched == m_waiting) {
        Q_EMIT pressed(Wish::Pick, m_waitingModel->row(current.row()).id);
    } else {
        const AsideRow row = m_asideModel->row(current.row());
        Q_EMIT pressed(row.isParked ? Wish::Return : Wish::BringBack, row.id);
    }
    return true;
}

void QueuePanel::setHeading()
{
    m_count->setMarkup(m_view.waiting.empty() ? tr("Nobody is waiting")
                                              : tr("%1 waiting").arg(m_view.waiting.size()));
    const QString codes = m_view.lines.join(QStringLiteral(", "));
    QString lines = m_view.lines.size() == 1 ? tr("line %1").arg(codes) : tr("lines %1").arg(codes);
    if (m_view.lines.isEmpty())
        lines = tr("no line belongs to this counter");
    if (!m_view.alsoServedBy.empty())
        lines = tr("%1, also served by %2")
                    .arg(lines, CounterWords::countersInSentence(m_view.alsoServedBy));
    if (!m_view.isLinkUp && m_view.linkSince)
        lines = tr("%1; as it was at %2").arg(lines, clockText(*m_view.linkSince, m_view.language));
    m_lines->setMarkup(lines);
    m_emptyWords->setMarkup(CounterWords::emptyQueue(m_view));
}

/// What has stopped comes first, then who may have no paper, who is marked in the list, too. What
/// the line has no room for stands in the tool tip.
void QueuePanel::setFoot()
{
    QStringList bad;
    QStringList calm;
    if (m_view.isLinkUp) {
        for (const DeskNews &news : m_view.news)
            (news.isBad ? bad : calm).append(CounterWords::news(news));
    }
    if (!m_view.slipsMissing.empty())
        bad.append(m_view.slipsMissing.size() <= slipsNamed
                ? tr("May have no paper: %1").arg(m_view.slipsMissing.join(QStringLiteral(", ")))
                : tr("%1 numbers may have no paper").arg(m_view.slipsMissing.size()));
    const bool isBad = !bad.isEmpty();
    const QStringList all = bad + calm;
    QString shown = all.value(0);
    if (all.size() > 1)
        shown = tr("%1 (+%2)").arg(shown).arg(all.size() - 1);
    m_news->setFontPx(m_theme.typePx(isNarrow() ? Type::Caption : Type::Body), Weight::Bold);
    m_news->setMarkup(shown);
    m_news->setColour(m_theme.colour(isBad ? Colour::Brick : Colour::Ink2));
    m_news->setToolTip(all.join(u'\n'));
    m_news->setAccessibleDescription(all.join(QStringLiteral("; ")));
    m_news->setVisible(!all.isEmpty());
    m_badIcon->setVisible(isBad);
    m_calmIcon->setVisible(!isBad && !all.isEmpty());
    setIssueKey();
}

void QueuePanel::setIssueKey()
{
    const KeyView &state = m_view.key(Wish::Issue);
    const QString why = CounterWords::hindranceSentence(state.hindrance, m_view);
    const QString words = isNarrow() ? tr("Number …") : CounterWords::smallKey(Wish::Issue);
    m_issue->setContent({.text = u"<b>" % words % u"</b>",
        .icon = isNarrow() ? QString() : CounterWords::icon(Wish::Issue),
        .iconPx = m_theme.dp(20),
        .type = Type::Body,
        .weight = Weight::Regular});
    m_issue->setClosed(!why.isEmpty(), why);
    m_issue->setToolTip(why);
}

void QueuePanel::setLink()
{
    const bool isUp = m_view.isLinkUp;
    // All is well need not be said in words where there is no room for what is not.
    m_link->setVisible(!isNarrow() || m_news->isHidden() || !isUp);
    m_linkIcon->setToolTip(tr("Connected"));
    m_linkIcon->setVisible(isUp);
    m_lostIcon->setVisible(!isUp);
    m_link->setColour(m_theme.colour(isUp ? Colour::Ink2 : Colour::Brick));
    m_link->setFontPx(m_theme.typePx(Type::Body), isUp ? Weight::Regular : Weight::Bold);
    if (isUp)
        m_link->setMarkup(tr("Connected"));
    else
        m_link->setMarkup(m_view.linkSince
                ? tr("Not connected since %1").arg(clockText(*m_view.linkSince, m_view.language))
                : tr("Not connected yet"));
}

void QueuePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Colour::Paper));
    painter.fillRect(QRect(0, 0, 1, height()), m_theme.colour(Colour::Hair));
}

} // namespace antre
