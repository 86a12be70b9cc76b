// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/look.h"

#include <QWidget>

namespace antre {

class Key;

/// Letters, digits, space and the keys beside them, on the ground at the foot of a page. Four rows,
/// as wide as it is given. The lowest begins with "Back", where it stands on other pages, too;
/// beside a rail, which has that key, it does not.
class OnScreenKeyboard : public QWidget
{
    Q_OBJECT
public:
    /// Words: letters, and digits behind a key, and the keys beside them. Codes: digits and letters
    /// at once, with what addresses have; no space, nothing beside them.
    enum class Use { Words, Codes };
    explicit OnScreenKeyboard(const Look &look, QWidget *parent = nullptr, Use use = Use::Words);

    /// In reading order, those that can be pressed now.
    [[nodiscard]] QList<Key *> keys() const;
    /// What one row and the gap below it take.
    [[nodiscard]] int rowPx() const;

Q_SIGNALS:
    void typed(QChar letter);
    /// The last letter was one too many.
    void eraseWanted();
    void clearWanted();
    void backWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addWordKeys();
    Key *key(const QString &text, const QString &icon = {});
    void addLetters(const QStringList &rows, QList<QList<Key *>> &layer);
    void showLetters(bool letters);
    void place(Key *key, double column, double columns, int row) const;

    Look m_look;
    Use m_use;
    QList<QList<Key *>> m_letters; ///< by row
    QList<QList<Key *>> m_digits;
    Key *m_toDigits = nullptr;
    Key *m_toLetters = nullptr;
    Key *m_erase = nullptr;
    Key *m_back = nullptr;
    Key *m_space = nullptr;
    Key *m_clear = nullptr;
};

} // namespace antre
