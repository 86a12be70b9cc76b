// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"

#include <QWidget>

namespace antre {

class IconPicture;
class TextLabel;

/// A sentence with a picture before it: something about the ticket that the officer must not
/// overlook. Hides itself when there is nothing to say.
class MarkedLine : public QWidget
{
    Q_OBJECT
public:
    MarkedLine(const Theme &theme, const QString &icon, Colour colour, QWidget *parent = nullptr);
    void setMarkup(const QString &markup);

private:
    IconPicture *m_icon;
    TextLabel *m_words;
};

} // namespace antre
