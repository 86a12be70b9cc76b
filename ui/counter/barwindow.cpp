// SPDX-License-Identifier: Apache-2.0
#include "counter/barwindow.h"

#include "common/desktopkey.h"
#include "common/focusring.h"
#include "counter/counterbar.h"
#include "counter/counternote.h"
#include "counter/undostrip.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>
#include <QWindow>

#include <algorithm>

namespace antre {

using namespace std::chrono_literals;

static constexpr int barWidth = 720;
static constexpr int frame = 6;
static constexpr int keyStep = 40;
static constexpr auto restAfter = 500ms;
static constexpr Qt::WindowFlags onTop
    = Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint;

BarWindow::BarWindow(const Theme &theme)
    : QWidget(nullptr, onTop)
    , m_theme(theme)
    , m_bar(new CounterBar(theme, CounterBar::Size::Small, this))
    , m_note(new NoteStrip(
          theme, NoteKind::Plain, QStringLiteral("ui-info"), QString(), Type::Body, this))
    , m_undo(new UndoStrip(theme, this))
{
    // It comes and goes while the officer types elsewhere.
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_QuitOnClose, false);
    setWindowTitle(tr("Antre counter"));
    setAccessibleName(tr("Antre counter"));
    m_note->setFixedHeight(theme.dp(54));
    m_note->hide();
    auto *column = new QVBoxLayout(this);
    const int edge = theme.dp(frame);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(theme.dp(4));
    column->setSizeConstraint(QLayout::SetNoConstraint);
    column->addWidget(m_bar);
    column->addWidget(m_note);
    column->addWidget(m_undo);
    m_rests.setSingleShot(true);
    connect(&m_rests, &QTimer::timeout, this, [this] { Q_EMIT placed(m_corner); });
    connect(m_bar, &CounterBar::pressed, this, &BarWindow::pressed);
    connect(m_bar->windowKey(), &DesktopKey::clicked, this, &BarWindow::windowWanted);
    connect(m_undo, &UndoStrip::pressed, this, [this] { Q_EMIT pressed(Wish::Undo); });
    new FocusRing(theme, this);
    fit();
}

void BarWindow::setView(const CounterView &view, const QString &hint)
{
    m_bar->setView(view, true, true);
    showNote(*m_note, noteOf(view, hint));
    m_undo->setView(view);
    fit();
}

void BarWindow::setTakesKeyboard(bool takes)
{
    Qt::WindowFlags wanted = onTop;
    wanted.setFlag(Qt::WindowDoesNotAcceptFocus, !takes);
    if (windowFlags() == wanted)
        return;
    const bool shown = isVisible();
    setWindowFlags(wanted); // hides it
    setVisible(shown);
}

static QScreen *screenAt(QPoint point)
{
    QScreen *screen = QGuiApplication::screenAt(point);
    return screen ? screen : QGuiApplication::primaryScreen();
}

void BarWindow::place(std::optional<QPoint> corner)
{
    const QRect screen = screenAt(corner.value_or(QPoint()))->availableGeometry();
    moveTo(corner.value_or(QPoint(screen.right() - width() - m_theme.dp(24), screen.top())));
}

/// Whole and in sight, whatever screens there are today.
void BarWindow::moveTo(QPoint corner)
{
    const QRect screen = screenAt(corner + QPoint(width() / 2, 0))->availableGeometry();
    const int line = m_bar->height() + 2 * m_theme.dp(frame);
    m_corner
        = {std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width())),
            std::clamp(corner.y(), screen.top(), std::max(screen.top(), screen.bottom() - line))};
    fit();
}

/// Strips open downwards, or upwards where the line stands at the screen's foot.
void BarWindow::fit()
{
    const int strip = m_theme.dp(4);
    const int line = m_bar->height() + 2 * m_theme.dp(frame);
    const int noteHeight = m_note->isHidden() ? 0 : m_note->height() + strip;
    const int undoHeight = m_undo->isHidden() ? 0 : m_undo->height() + strip;
    const QSize size(m_theme.dp(barWidth), line + noteHeight + undoHeight);
    const bool upwards
        = m_corner.y() + size.height() > screenAt(m_corner)->availableGeometry().bottom();
    auto *column = static_cast<QVBoxLayout *>(layout());
    if ((column->indexOf(m_bar) != 0) != upwards) {
        column->removeWidget(m_bar);
        column->insertWidget(upwards ? 2 : 0, m_bar);
    }
    setFixedSize(size);
    m_lineAt = upwards ? QPoint(0, size.height() - line) : QPoint();
    m_asked = m_corner - m_lineAt;
    if (pos() != m_asked)
        move(m_asked);
}

void BarWindow::moveEvent(QMoveEvent *)
{
    if (pos() == m_asked)
        return;
    // The window system moves it under the officer's hand.
    m_corner = pos() + m_lineAt;
    m_rests.start(restAfter);
}

void BarWindow::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (windowHandle() && windowHandle()->startSystemMove())
        return;
    m_held = event->globalPosition().toPoint() - m_corner;
    setCursor(Qt::SizeAllCursor);
}

void BarWindow::mouseMoveEvent(QMouseEvent *event)
{
    if (m_held && (event->buttons() & Qt::LeftButton))
        moveTo(event->globalPosition().toPoint() - *m_held);
}

void BarWindow::mouseReleaseEvent(QMouseEvent *)
{
    unsetCursor();
    if (m_held)
        Q_EMIT placed(m_corner);
    m_held.reset();
}

void BarWindow::keyPressEvent(QKeyEvent *event)
{
    QPoint step;
    if (event->modifiers() == Qt::ControlModifier) {
        switch (event->key()) {
        case Qt::Key_Left:
            step = {-keyStep, 0};
            break;
        case Qt::Key_Right:
            step = {keyStep, 0};
            break;
        case Qt::Key_Up:
            step = {0, -keyStep};
            break;
        case Qt::Key_Down:
            step = {0, keyStep};
            break;
        default:
            break;
        }
    }
    if (step.isNull())
        return QWidget::keyPressEvent(event);
    moveTo(m_corner + step);
    m_rests.start(restAfter);
}

/// Whoever closes the bar wants the window, not to go home.
void BarWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    Q_EMIT windowWanted();
}

void BarWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Colour::SeaDeep));
    if (m_theme.isHighContrast()) {
        painter.setPen(QPen(m_theme.colour(Colour::Line), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

} // namespace antre
