// SPDX-License-Identifier: Apache-2.0
#include "kiosk/onscreenkeyboard.h"

#include "common/key.h"

#include <QPainter>

#include <algorithm>

namespace antre {

namespace {

constexpr double columns = 10; // letters of the longest row

/// Room around and between keys, in millimetres.
struct Room
{
    double key; ///< height
    double gap;
    double side;
    double above;
};

Room roomOf(const Look &look)
{
    if (look.isPortrait())
        return {look.low ? 30.0 : 36.3, 3.3, 8.9, look.low ? 4.0 : 5.9};
    if (look.isLandscape())
        return {20.6, 2.4, 7.4, 3.0};
    return {20.1, 1.4, 6.5, 1.2};
}

} // namespace

OnScreenKeyboard::OnScreenKeyboard(const Look &look, QWidget *parent, Use use)
    : QWidget(parent)
    , m_look(look)
    , m_use(use)
{
    m_erase = key({}, QStringLiteral("ui-backspace"));
    m_erase->setAccessibleName(tr("Erase the last letter"));
    m_erase->setTyping();
    connect(m_erase, &Key::clicked, this, &OnScreenKeyboard::eraseWanted);
    if (use == Use::Words)
        addWordKeys();
    else
        addLetters({QStringLiteral("1234567890"), QStringLiteral("QWERTYUIOP"),
                       QStringLiteral("ASDFGHJKL."), QStringLiteral(":ZXCVBNM-")},
            m_letters);
    const Room room = roomOf(look);
    setFixedHeight(4 * rowPx() + look.theme.px(room.above) + look.theme.px(1));
}

void OnScreenKeyboard::addWordKeys()
{
    addLetters(
        {QStringLiteral("QWERTYUIOP"), QStringLiteral("ASDFGHJKL"), QStringLiteral("ZXCVBNM")},
        m_letters);
    addLetters({QStringLiteral("1234567890"), QStringLiteral("-/.,'&()"), QString()}, m_digits);
    m_toDigits = key(QStringLiteral("123"));
    m_toDigits->setAccessibleName(tr("Digits"));
    m_toDigits->setTyping();
    connect(m_toDigits, &Key::clicked, this, [this] { showLetters(false); });
    m_toLetters = key(QStringLiteral("ABC"));
    m_toLetters->setAccessibleName(tr("Letters"));
    m_toLetters->setTyping();
    connect(m_toLetters, &Key::clicked, this, [this] { showLetters(true); });
    if (!m_look.isLandscape()) {
        m_back = key(tr("Back"), QStringLiteral("ui-back"));
        connect(m_back, &Key::clicked, this, &OnScreenKeyboard::backWanted);
    }
    m_space = key(tr("space"));
    m_space->setObjectName(QStringLiteral("space")); // its word is another in each language
    m_space->setTyping();
    connect(m_space, &Key::clicked, this, [this] { Q_EMIT typed(u' '); });
    m_clear = key(tr("Clear"), QStringLiteral("ui-close"));
    connect(m_clear, &Key::clicked, this, &OnScreenKeyboard::clearWanted);
    showLetters(true);
}

int OnScreenKeyboard::rowPx() const
{
    const Room room = roomOf(m_look);
    return m_look.theme.px(room.key) + m_look.theme.px(room.gap);
}

Key *OnScreenKeyboard::key(const QString &text, const QString &icon)
{
    KeyContent content{.text = text, .icon = icon};
    content.iconPx = m_look.theme.px(text.isEmpty()    ? 19
            : m_look.isPortrait() && !m_look.isLarge() ? 13
                                                       : 10);
    if (text.isEmpty() && m_look.isSmall())
        content.iconPx = m_look.theme.px(13);
    auto *made = new Key(m_look.theme, KeyKind::Plain, content, this);
    made->setPadding(m_look.theme.px(2));
    return made;
}

void OnScreenKeyboard::addLetters(const QStringList &rows, QList<QList<Key *>> &layer)
{
    for (const QString &row : rows) {
        QList<Key *> keys;
        for (const QChar letter : row) {
            auto *made = key(letter);
            auto content = made->content();
            content.type = Type::Title;
            content.column = true; // in the middle
            made->setContent(content);
            made->setTyping();
            connect(made, &Key::clicked, this, [this, letter] { Q_EMIT typed(letter.toLower()); });
            keys << made;
        }
        layer << keys;
    }
}

void OnScreenKeyboard::showLetters(bool letters)
{
    auto *other = letters ? m_toLetters : m_toDigits;
    const bool moved = other->hasFocus();
    for (const auto &[layer, shown] :
        {std::pair(&m_letters, letters), std::pair(&m_digits, !letters)}) {
        for (const auto &row : *layer) {
            for (auto *one : row)
                one->setVisible(shown);
        }
    }
    m_toDigits->setVisible(letters);
    m_toLetters->setVisible(!letters);
    if (moved)
        (letters ? m_toDigits : m_toLetters)->setFocus(Qt::OtherFocusReason);
}

QList<Key *> OnScreenKeyboard::keys() const
{
    if (m_use == Use::Codes)
        return m_letters[0] + m_letters[1] + m_letters[2] + m_letters[3] + QList<Key *>{m_erase};
    const bool letters = !m_toDigits->isHidden();
    const auto &layer = letters ? m_letters : m_digits;
    return layer[0] + layer[1] + QList<Key *>{letters ? m_toDigits : m_toLetters} + layer[2]
        + QList<Key *>{m_erase} + (m_back ? QList<Key *>{m_back} : QList<Key *>())
        + QList<Key *>{m_space, m_clear};
}

/// `column` and `columns` count letters' widths.
void OnScreenKeyboard::place(Key *key, double column, double wide, int row) const
{
    const auto &theme = m_look.theme;
    const Room room = roomOf(m_look);
    // Three millimetres from face to face; below a face its edge is part of them.
    const double gap = theme.px(std::max(room.gap, 3.0));
    const double unit = (width() - 2 * theme.px(room.side) + gap) / columns;
    const int left = theme.px(room.side) + int(unit * column + 0.5);
    const int right = theme.px(room.side) + int(unit * (column + wide) - gap + 0.5);
    key->setGeometry(left, theme.px(room.above) + row * rowPx(), right - left, theme.px(room.key));
}

void OnScreenKeyboard::resizeEvent(QResizeEvent *)
{
    for (const auto *layer : {&m_letters, &m_digits}) {
        for (int row = 0; row < int(layer->size()); ++row) {
            const auto &keys = (*layer)[row];
            double column = m_use == Use::Codes ? 0 : (columns - double(keys.size())) / 2;
            for (auto *one : keys)
                place(one, column++, 1, row);
        }
    }
    if (m_use == Use::Codes) {
        place(m_erase, columns - 1, 1, 3);
        return;
    }
    for (auto *side : {m_toDigits, m_toLetters})
        place(side, 0, 1.5, 2);
    place(m_erase, 8.5, 1.5, 2);
    if (m_back)
        place(m_back, 0, 2.5, 3);
    place(m_space, m_back ? 2.5 : 0, m_back ? 5 : 7.5, 3);
    place(m_clear, 7.5, 2.5, 3);
}

void OnScreenKeyboard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme.colour(Colour::SeaTint));
    if (m_look.theme.isHighContrast())
        painter.fillRect(0, 0, width(), m_look.theme.border(), m_look.theme.colour(Colour::Hair));
}

} // namespace antre
