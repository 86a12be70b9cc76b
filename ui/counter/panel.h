// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"
#include "counter/counterview.h"
#include "domain/command.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace antre {

class DesktopKey;
class IconPicture;
class TextLabel;

/// What an officer is asked before a wish can be told: it takes the queue's place, and the
/// visitor's card stays in sight. Enter says yes, Escape goes back without a trace. Knows the view,
/// decides nothing.
class Panel : public QWidget
{
    Q_OBJECT
public:
    Panel(const Theme &theme, const QString &icon, QWidget *parent = nullptr);
    virtual void setView(const CounterView &view) = 0;
    /// Puts the keyboard where the officer chooses.
    virtual void takeFocus() = 0;
    /// Whether what it asks has lost its sense: its visitor has gone.
    [[nodiscard]] virtual bool isOver(const CounterView &view) const = 0;
    /// Whether it stays when it has told its wish.
    [[nodiscard]] virtual bool staysOpen() const { return false; }
    /// Whether it needs the whole page where the window is small.
    [[nodiscard]] virtual bool isWide() const { return false; }
    /// A function key of `wish` was pressed; true when this panel is what it meant.
    [[nodiscard]] virtual bool takes(Wish wish)
    {
        Q_UNUSED(wish)
        return false;
    }

Q_SIGNALS:
    void wanted(antre::Wish wish, const antre::CommandData &command);
    void closed();

protected:
    virtual void confirm() = 0;
    /// The key that opened the panel says yes, too.
    [[nodiscard]] bool confirmOn(Wish pressed, Wish own);
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    /// For everything between title and keys.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    [[nodiscard]] QHBoxLayout *keys() const { return m_keys; }
    [[nodiscard]] DesktopKey *yes() const { return m_yes; }
    [[nodiscard]] DesktopKey *no() const { return m_no; }
    void setTitle(const QString &title, const QString &about = {});
    void setYesIcon(const QString &icon) { m_yesIcon = icon; }
    /// `missing`: what has to be chosen first; empty: nothing.
    void setYes(const QString &words, const KeyView &key, const QString &missing = {});
    /// A small heading above a part of the body.
    [[nodiscard]] TextLabel *heading(const QString &words);

    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void orderTabs();

    Theme m_theme;
    TextLabel *m_title;
    TextLabel *m_about;
    QVBoxLayout *m_body;
    QHBoxLayout *m_keys;
    DesktopKey *m_yes;
    DesktopKey *m_no;
    QString m_yesIcon;
};

} // namespace antre
