// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"

#include <QList>
#include <QMap>
#include <QWidget>

namespace antre {

class Key;

/// What a visitor can ask of the screen itself, on every page, always in this order.
enum class Help { Language, LargeText, Contrast, Lower, Listen };

/// The bar at the foot of every kiosk page. It shows only the helps that the terminal really has.
class HelpBar : public QWidget
{
    Q_OBJECT
public:
    /// Tall: picture above the word; Low: beside it.
    enum class Height { Tall, Low };
    /// `otherLanguage` is the name, in itself, of the language that the first key switches to.
    HelpBar(const Theme &theme, Height height, const QList<Help> &offered,
        const QString &otherLanguage, QWidget *parent = nullptr);

    void setOn(Help help, bool on);
    [[nodiscard]] Key *key(Help help) const { return m_keys.value(help); }

Q_SIGNALS:
    void wanted(antre::Help help);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString word(Help help, const QString &otherLanguage) const;

    Theme m_theme;
    QMap<Help, Key *> m_keys;
};

} // namespace antre
