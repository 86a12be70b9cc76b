// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "counter/panel.h"

class QButtonGroup;
class QHBoxLayout;

namespace antre {

class ServicePicker;

/// Sends the visitor on: to which service, at which place in its line, to any counter or one.
class TransferPanel final : public Panel
{
    Q_OBJECT
public:
    explicit TransferPanel(const Theme &theme, QWidget *parent = nullptr);
    void setView(const CounterView &view) override;
    void takeFocus() override;
    [[nodiscard]] bool isOver(const CounterView &view) const override;
    [[nodiscard]] bool takes(Wish wish) override { return confirmOn(wish, Wish::Transfer); }

protected:
    void confirm() override;

private:
    void layOut();
    void word();
    void offerCounters();
    [[nodiscard]] class DesktopKey *option(QButtonGroup *group, const QString &words);
    [[nodiscard]] CounterId counterChosen() const;

    CounterView m_view;
    TicketId m_about;
    ServicePicker *m_picker;
    QButtonGroup *m_place;
    QButtonGroup *m_counter;
    QHBoxLayout *m_counterKeys;
    std::vector<CounterId> m_offered; ///< the empty one stands for any
    bool m_isOffered = false;
};

} // namespace antre
