// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "counter/panel.h"

namespace antre {

class ServicePicker;

/// One visit: its services to come can be taken out, others added, its slip be printed again. Every
/// press counts at once, and the panel stays.
class VisitPanel final : public Panel
{
    Q_OBJECT
public:
    explicit VisitPanel(const Theme &theme, QWidget *parent = nullptr);
    void setView(const CounterView &view) override;
    void takeFocus() override;
    [[nodiscard]] bool isOver(const CounterView &view) const override;
    [[nodiscard]] bool takes(Wish wish) override { return confirmOn(wish, Wish::AddService); }
    [[nodiscard]] bool staysOpen() const override { return true; }

Q_SIGNALS:
    void slipWanted();

protected:
    void confirm() override;

private:
    void showVisit();
    void word();

    CounterView m_view;
    TicketId m_about;
    std::vector<VisitService> m_shown;
    QWidget *m_visit = nullptr;
    ServicePicker *m_picker;
};

} // namespace antre
