// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/look.h"

#include <QPointer>
#include <QPropertyAnimation>
#include <QWidget>

namespace antre {

class Page;

/// Where a new page comes from.
enum class Slide { None, Forward, Back };

/// Shows one page; the next slides 48 px over it, opaque, and the old one is thrown away.
class PageStack : public QWidget
{
    Q_OBJECT
public:
    explicit PageStack(QWidget *parent = nullptr);
    ~PageStack() override;

    /// Takes the page. `moves`: whether it may slide.
    void setPage(Page *page, Slide slide, bool moves);
    [[nodiscard]] Page *page() const { return m_page; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void settle();

    QPointer<Page> m_page;
    QPointer<Page> m_old;
    QPropertyAnimation *m_slide;
};

} // namespace antre
