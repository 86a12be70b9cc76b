// SPDX-License-Identifier: Apache-2.0
#include "counter/queuepanel.h"

#include "common/clocktext.h"
#include "common/focusring.h"
#include "common/headerbar.h"
#include "common/textlabel.h"
#include "counter/counterwords.h"
#include "counter/look.h"
#include "counter/passedmodel.h"
#include "counter/queuedelegate.h"
#include "counter/waitingmodel.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace antre {

namespace {

constexpr int footHeight = 52;
constexpr int passedRowsShown = 3;
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
    , m_passedModel(new PassedModel(this))
    , m_count(oneLine(theme, Type::Lead, Weight::Bold, Colour::Ink, this))
    , m_lines(oneLine(theme, Type::Body, Weight::Regular, Colour::Ink2, this))
    , m_waiting(makeTable(m_waitingModel, tr("Who waits, in calling order")))
    , m_empty(makeEmpty())
    , m_passedTitle(oneLine(theme, Type::Lead, Weight::Bold, Colour::Ink, this))
    , m_passed(makeTable(m_passedModel, tr("Who was called and did not come")))
    , m_slipIcon(
          new IconPicture(QStringLiteral("ui-paper-out"), 20, theme.colour(Colour::Brick), this))
    , m_slips(oneLine(theme, Type::Body, Weight::Bold, Colour::Brick, this))
    , m_linkIcon(new IconPicture(QStringLiteral("ui-check"), 17, theme.colour(Colour::Leaf), this))
    , m_lostIcon(
          new IconPicture(QStringLiteral("ui-wifi-off"), 20, theme.colour(Colour::Brick), this))
    , m_link(oneLine(theme, Type::Body, Weight::Regular, Colour::Ink2, this))
{
    setUpTables();
    m_passedTitle->setFontPx(16, Weight::Bold);
    m_passedTitle->setMarkup(tr("Passed"));
    m_passedTitle->setContentsMargins(20, 14, 20, 10);
    m_passedTitle->setFixedHeight(46);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(1, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(makeHeading());
    all->addWidget(m_waiting);
    all->addWidget(m_empty);
    all->addWidget(m_passedTitle);
    all->addWidget(m_passed);
    all->addStretch(1);
    all->addWidget(makeFoot());
}

QTableView *QueuePanel::makeTable(QAbstractItemModel *model, const QString &name)
{
    const bool small = model == m_passedModel;
    auto *table = new FittingTable(small ? passedRowsShown : 1000, this);
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
    table->verticalHeader()->setMinimumSectionSize(QueueDelegate::rowHeight);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->setAccessibleName(name);
    return table;
}

void QueuePanel::setUpTables()
{
    QHeaderView *header = m_waiting->horizontalHeader();
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setFixedHeight(25);
    header->setMinimumSectionSize(40);
    header->setFont(m_theme.font(Type::Caption));
    header->setStyleSheet(
        QStringLiteral("QHeaderView { background: %1; } QHeaderView::section { border: 0; "
                       "background: %1; color: %2; padding: 0 12px 6px 12px; }"
                       "QHeaderView::section:first { padding-left: 20px; } "
                       "QHeaderView::section:last { padding-right: 20px; }")
            .arg(m_theme.colour(Colour::Paper).name(), m_theme.colour(Colour::Ink2).name()));
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignTop);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(WaitingModel::Service, QHeaderView::Stretch);
    header->resizeSection(WaitingModel::Number, 128);
    header->resizeSection(WaitingModel::Class, 160);
    header->resizeSection(WaitingModel::Waited, 112);
    m_passed->horizontalHeader()->hide();
    m_passed->horizontalHeader()->setSectionResizeMode(PassedModel::What, QHeaderView::Stretch);
    m_passed->horizontalHeader()->resizeSection(PassedModel::Number, 128);
}

QWidget *QueuePanel::makeHeading()
{
    auto *heading = new QWidget(this);
    heading->setFixedHeight(50);
    auto *row = new QHBoxLayout(heading);
    row->setContentsMargins(20, 6, 20, 0);
    row->setSpacing(10);
    row->addWidget(m_count);
    row->addWidget(m_lines, 1);
    return heading;
}

QWidget *QueuePanel::makeEmpty()
{
    auto *empty = new QWidget(this);
    auto *picture
        = new IconPicture(QStringLiteral("ui-people"), 48, m_theme.colour(Colour::Off), empty);
    auto *words = new TextLabel(
        m_theme, tr("New numbers appear here by themselves."), Type::Body, Weight::Regular, empty);
    words->setColour(m_theme.colour(Colour::Ink2));
    words->setAlign(Qt::AlignHCenter | Qt::AlignTop);
    auto *column = new QVBoxLayout(empty);
    column->setContentsMargins(20, 70, 20, 30);
    column->setSpacing(12);
    column->addWidget(picture, 0, Qt::AlignHCenter);
    column->addWidget(words);
    return empty;
}

QWidget *QueuePanel::makeFoot()
{
    auto *foot = new QWidget(this);
    foot->setFixedHeight(footHeight);
    fill(foot, m_theme, Colour::Page);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(20, 0, 20, 0);
    row->setSpacing(7);
    row->addStretch(1);
    row->addWidget(m_slipIcon);
    row->addWidget(m_slips);
    row->addSpacing(12);
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
    const bool grows = m_waitingModel->rowCount() != int(view.waiting.size())
        || m_passedModel->rowCount() != int(view.passed.size());
    m_waitingModel->show(view.waiting);
    m_passedModel->show(view.passed, view.language);
    m_waiting->setVisible(!view.waiting.empty());
    m_empty->setVisible(view.waiting.empty());
    m_passedTitle->setVisible(!view.passed.empty());
    m_passed->setVisible(!view.passed.empty());
    if (grows) {
        m_waiting->updateGeometry();
        m_passed->updateGeometry();
    }
    setHeading(view);
    setFoot(view);
}

void QueuePanel::setHeading(const CounterView &view)
{
    m_count->setMarkup(
        view.waiting.empty() ? tr("Nobody is waiting") : tr("%1 waiting").arg(view.waiting.size()));
    const QString codes = view.lines.join(QStringLiteral(", "));
    QString lines = view.lines.size() == 1 ? tr("line %1").arg(codes) : tr("lines %1").arg(codes);
    if (!view.alsoServedBy.empty())
        lines = tr("%1, also served by %2")
                    .arg(lines, CounterWords::countersInSentence(view.alsoServedBy));
    if (!view.isLinkUp && view.linkSince)
        lines = tr("%1; as it was at %2").arg(lines, clockText(*view.linkSince, view.language));
    m_lines->setMarkup(lines);
}

void QueuePanel::setFoot(const CounterView &view)
{
    const QString numbers = view.slipsMissing.join(QStringLiteral(", "));
    m_slips->setMarkup(view.slipsMissing.size() <= slipsNamed
            ? tr("May have no paper: %1").arg(numbers)
            : tr("%1 numbers may have no paper").arg(view.slipsMissing.size()));
    m_slips->setToolTip(numbers);
    m_slips->setAccessibleDescription(numbers);
    m_slips->setVisible(!view.slipsMissing.isEmpty());
    m_slipIcon->setVisible(!view.slipsMissing.isEmpty());
    m_linkIcon->setVisible(view.isLinkUp);
    m_lostIcon->setVisible(!view.isLinkUp);
    m_link->setColour(m_theme.colour(view.isLinkUp ? Colour::Ink2 : Colour::Brick));
    m_link->setFontPx(m_theme.typePx(Type::Body), view.isLinkUp ? Weight::Regular : Weight::Bold);
    if (view.isLinkUp)
        m_link->setMarkup(tr("Connected"));
    else
        m_link->setMarkup(view.linkSince
                ? tr("Not connected since %1").arg(clockText(*view.linkSince, view.language))
                : tr("Not connected yet"));
}

void QueuePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Colour::Paper));
    painter.fillRect(QRect(0, 0, 1, height()), m_theme.colour(Colour::Hair));
}

} // namespace antre
